//! A portrait.

use content::ids::PersonId;
use storage::persons;
use storage::photos::{self, StoredPhoto};

use super::own_or_staff::{own_or_staff, own_or_staff_locked, tell_readers};
use super::portrait::portrait;
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// The largest picture that is looked at, in bytes.
pub const LARGEST_PHOTO: usize = 5 * 1024 * 1024;

/// Puts a portrait on one's own profile, or as an editor on anyone's; answers it as kept.
pub async fn set_photo(
    desk: &Desk,
    caller: &Caller,
    id: PersonId,
    bytes: Vec<u8>,
) -> Result<StoredPhoto, Refusal> {
    if bytes.len() > LARGEST_PHOTO {
        let words = "This picture is too large. Use one of at most 5 MB.";
        return Err(Refusal::TooLarge(words.to_owned()));
    }
    // Who may not, does not make us work.
    let tx = desk.storage.look().await?;
    own_or_staff(&tx, caller, id).await?;
    drop(tx);
    let photo = portrait(bytes).await?;

    let tx = desk.storage.begin().await?;
    let mut person = own_or_staff_locked(&tx, caller, id).await?;
    photos::keep(&tx, &photo, desk.now()).await?;
    let before = person.photo_digest.replace(photo.digest.clone());
    persons::update(&tx, &person).await?;
    if let Some(digest) = before {
        photos::forget_unused(&tx, &digest).await?;
    }
    record(
        desk,
        &tx,
        caller,
        "set_photo",
        Subject::new("person", person.id),
    )
    .await?;
    tell_readers(desk, &tx, person.id, "photo").await?;
    tx.commit().await?;
    Ok(photo)
}
