//! A house with people and articles in it, all invented, to look at before one's own.
//!
//! Everything is done through the verbs, with a clock that is set to each day of the story, so
//! that every state on every screen came about as it would in earnest.

mod articles;
mod clock;
mod data;
mod folder;
mod people;

pub use folder::{Stage, finished, stage};

use std::sync::Arc;

use editorial::{Clock as _, Desk, SystemClock};
use storage::accounts::Role;
use storage::house_texts;
use time::{Duration, OffsetDateTime};

use crate::Failure;
use crate::progress::Progress;
use clock::StoryClock;
use data::{Article, Person};

/// The password of every account of the demo that has one.
pub const PASSWORD: &str = "countersign demo";

/// Those who sign in, by their keys in `people.json`, and what they are shown as.
const SIGN_IN: [(&str, &str); 4] = [
    ("mara", "author"),
    ("rufus", "editor"),
    ("helena", "second editor"),
    ("beatrix", "owner"),
];

/// An account to try.
#[derive(Clone, Debug)]
pub struct Credential {
    /// What it may.
    pub role: &'static str,
    /// Whose it is.
    pub name: String,
    /// What to type.
    pub email: String,
}

/// The accounts to try.
///
/// # Errors
/// When the demo's own file cannot be read.
pub fn credentials() -> Result<Vec<Credential>, Failure> {
    let people = data::people()?;
    let of = |(key, role): &(&str, &'static str)| {
        let person = people.iter().find(|person| person.key == *key)?;
        Some(Credential {
            role,
            name: person.name.clone(),
            email: person.email.clone(),
        })
    };
    Ok(SIGN_IN.iter().filter_map(of).collect())
}

/// Tells the whole story into an empty database.
///
/// # Errors
/// When a verb refuses a part of it, with what was refused.
pub async fn load(desk: &Desk) -> Result<(), Failure> {
    let (people, mut stories) = (data::people()?, data::articles()?);
    let today = SystemClock.now();
    let earliest = earliest(desk).await?;
    let day = |article: &Article| {
        let days = article
            .published_days_ago
            .unwrap_or_else(|| article.state.days_ago());
        (today - Duration::days(days)).max(earliest)
    };
    stories.sort_by_key(day);

    let clock = Arc::new(StoryClock::new(earliest - Duration::days(30)));
    let desk = Desk {
        clock: Arc::<StoryClock>::clone(&clock),
        ..desk.clone()
    };
    let progress = Progress::begin();
    progress.say("Adding the people …");
    let house = people::invite(&desk, &clock, &people, today).await?;
    let all = stories.len();
    for (number, story) in (1..).zip(&stories) {
        progress.say(&format!("Adding the articles: {number} of {all} …"));
        articles::tell(&desk, &clock, &house, story, day(story))
            .await
            .map_err(|failure| {
                Failure::because(&format!("The demo article {:?}", story.title), failure)
            })?;
    }
    Ok(())
}

/// Nothing is published before there are disclaimers to pin.
async fn earliest(desk: &Desk) -> Result<OffsetDateTime, Failure> {
    let tx = desk.storage.look().await?;
    let texts = house_texts::disclaimers(&tx).await?;
    let newest = texts.iter().map(|text| text.effective_from).max();
    Ok(newest.unwrap_or(OffsetDateTime::UNIX_EPOCH) + Duration::days(3))
}

/// The roles as they are written.
fn roles(person: &Person) -> Result<Vec<Role>, Failure> {
    let role = |word: &String| match word.as_str() {
        "author" => Ok(Role::Author),
        "editor" => Ok(Role::Editor),
        "owner" => Ok(Role::Owner),
        other => Err(Failure::new(format!("The demo has no role {other:?}."))),
    };
    person.roles.iter().map(role).collect()
}
