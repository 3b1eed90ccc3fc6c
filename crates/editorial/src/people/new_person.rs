//! Somebody with a byline who was not known here before.

use content::byline::{self, LettersOverride, Parsed, Remark};
use content::credential::{Credential, CredentialKind, Visibility, lookup};
use content::draft::plain_line;
use content::ids::{CredentialId, PersonId};
use content::slug::{numbered, slugify};
use storage::persons::{self, Person};
use storage::{Transaction, credentials};

use crate::{Desk, Refusal};

/// The longest name, in characters.
pub(super) const NAME_LONGEST: usize = 120;

/// Adds a person with the letters that the catalogue knows. `field` is where it was typed.
pub(crate) async fn new_person(
    desk: &Desk,
    tx: &Transaction,
    typed: &Parsed,
    field: &str,
) -> Result<Person, Refusal> {
    if typed.remarks.contains(&Remark::NoName) {
        return Err(Refusal::field(field, "missing", "Type a name."));
    }
    let name = name(&typed.byline.name, field)?;
    let person = Person {
        id: PersonId(desk.id()),
        slug: free_slug(tx, &name, None).await?,
        name,
        bio: String::new(),
        practice_url: None,
        letters: LettersOverride::default(),
        photo_digest: None,
        merged_into: None,
        created_at: desk.now(),
    };
    persons::insert(tx, &person).await?;
    let known = typed
        .byline
        .letters
        .iter()
        .filter(|one| !typed.unknown_letters.contains(one));
    for (position, letters) in (0..).zip(known) {
        credentials::insert(tx, &credential(desk, person.id, letters, position)).await?;
    }
    Ok(person)
}

/// Takes a typed byline apart, or refuses one that is longer than any. `field` is where it was
/// typed.
pub fn read_byline(typed: &str, field: &str) -> Result<Parsed, Refusal> {
    byline::parse(typed).map_err(|byline::TooLong| {
        Refusal::field(
            field,
            "too_long",
            "This is too long for a name with its letters. Use at most 500 letters.",
        )
    })
}

/// A name as it is kept.
pub(super) fn name(typed: &str, field: &str) -> Result<String, Refusal> {
    let name = plain_line(typed);
    if name.is_empty() {
        Err(Refusal::field(field, "missing", "Type a name."))
    } else if name.chars().count() > NAME_LONGEST {
        Err(Refusal::field(
            field,
            "too_long",
            "This name is too long. Use at most 120 letters.",
        ))
    } else {
        Ok(name)
    }
}

/// The address of a profile; one that was ever somebody else's stays theirs.
pub(super) async fn free_slug(
    tx: &Transaction,
    name: &str,
    own: Option<PersonId>,
) -> Result<String, Refusal> {
    // A name without any Latin letter becomes what such a title becomes; it is no article.
    let plain = match slugify(name) {
        slug if slug == slugify("") => "author".to_owned(),
        slug => slug,
    };
    let mut slug = plain.clone();
    for n in 2.. {
        match persons::find_slug(tx, &slug).await? {
            None => break,
            holder if holder == own => break,
            Some(_) => slug = numbered(&plain, n),
        }
    }
    Ok(slug)
}

/// Letters as a credential. Where they mean different things in different places, the place
/// stays open until somebody says which.
fn credential(desk: &Desk, person: PersonId, letters: &str, position: u32) -> Credential {
    let mut meanings = lookup(letters);
    let meaning = meanings.next();
    let is_only = meanings.next().is_none();
    Credential {
        id: CredentialId(desk.id()),
        person_id: person,
        kind: meaning.map_or(CredentialKind::Membership, |one| one.kind),
        abbreviation: meaning.map_or(letters, |one| one.abbreviation).to_owned(),
        title: meaning
            .filter(|_| is_only)
            .map_or("", |one| one.title)
            .to_owned(),
        jurisdiction: meaning
            .filter(|_| is_only)
            .and_then(|one| one.jurisdiction)
            .map(str::to_owned),
        issuer: None,
        number: None,
        show_number: Visibility::Hidden,
        expires_on: None,
        supervised_by: None,
        shown: Visibility::Shown,
        position,
    }
}
