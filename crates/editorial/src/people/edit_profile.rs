//! Changing a profile.

use content::credential::normalise;
use content::draft::plain_text;
use content::ids::PersonId;
use serde_json::json;
use storage::persons;

use super::own_or_staff::{own_or_staff_locked, tell_readers};
use super::profile::{Profile, view};
use super::web_address::web_address;
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

const BIO_LONGEST: usize = 600;
const MOST_LETTERS: usize = 30;
const LETTERS_LONGEST: usize = 40;

/// What to change; `None` leaves it as it is.
#[derive(Clone, Debug, Default)]
pub struct ProfileChange {
    /// A few sentences, plain text.
    pub bio: Option<String>,
    /// The practice's own page; empty takes it away.
    pub practice_url: Option<String>,
    /// Letters that come first, in this order.
    pub letters_order: Option<Vec<String>>,
    /// Letters that do not print.
    pub hidden_letters: Option<Vec<String>>,
}

/// Changes one's own profile, or as an editor anyone's. Published bylines stay as they were.
pub async fn edit_profile(
    desk: &Desk,
    caller: &Caller,
    id: PersonId,
    change: &ProfileChange,
) -> Result<Profile, Refusal> {
    let tx = desk.storage.begin().await?;
    let before = own_or_staff_locked(&tx, caller, id).await?;
    let mut person = before.clone();
    if let Some(typed) = &change.bio {
        person.bio = bio(typed)?;
    }
    if let Some(typed) = &change.practice_url {
        person.practice_url = web_address(typed, "practice_url")?;
    }
    if let Some(typed) = &change.letters_order {
        person.letters.order = letters(typed, "letters_order")?;
    }
    if let Some(typed) = &change.hidden_letters {
        person.letters.hidden = letters(typed, "hidden_letters")?;
    }
    if person != before {
        persons::update(&tx, &person).await?;
        let changed: Vec<&str> = [
            ("bio", person.bio != before.bio),
            ("practice_url", person.practice_url != before.practice_url),
            ("letters", person.letters != before.letters),
        ]
        .into_iter()
        .filter_map(|(field, differs)| differs.then_some(field))
        .collect();
        let subject = Subject::new("person", person.id).with(json!({"fields": changed}));
        record(desk, &tx, caller, "edit_profile", subject).await?;
        tell_readers(desk, &tx, person.id, "profile").await?;
    }
    let profile = view(&tx, person.id).await?;
    tx.commit().await?;
    Ok(profile)
}

fn bio(typed: &str) -> Result<String, Refusal> {
    let bio = plain_text(typed);
    if bio.chars().count() > BIO_LONGEST {
        let words = "This is too long. Use at most 600 letters.";
        return Err(Refusal::field("bio", "too_long", words));
    }
    Ok(bio)
}

fn letters(typed: &[String], field: &str) -> Result<Vec<String>, Refusal> {
    let letters: Vec<String> = typed.iter().map(|one| normalise(one)).collect();
    let fits = letters.len() <= MOST_LETTERS
        && letters
            .iter()
            .all(|one| !one.is_empty() && one.chars().count() <= LETTERS_LONGEST);
    if fits {
        Ok(letters)
    } else {
        Err(Refusal::field(
            field,
            "not_letters",
            "Choose among the letters you have.",
        ))
    }
}
