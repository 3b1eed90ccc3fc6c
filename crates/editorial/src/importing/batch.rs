//! Lines that are kept or dropped as one: what they add is written together, and the log and
//! the site version last.

use std::collections::HashSet;

use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::{ArticleId, DisclaimerId, PersonId};
use serde_json::json;
use storage::Transaction;
use storage::audit::{self, NewEntry};
use storage::new_articles::{self, NewArticle};
use storage::site_state::{self, Subject as Public};

use super::incoming::Incoming;
use super::people::account_holders;
use crate::record::{Subject, entry};
use crate::signing::disclaimers_to_pin;
use crate::{Caller, Desk, Refusal};

/// What waits to be written with a batch.
#[derive(Default)]
pub(super) struct Batch {
    new: Vec<NewArticle>,
    acts: Vec<NewEntry<'static>>,
    changed: Vec<Public>,
    /// Everyone whose words it holds.
    persons: HashSet<PersonId>,
    pinned: Option<Vec<DisclaimerId>>,
}

impl Batch {
    /// Adds the article of a line that is new here.
    pub(super) async fn add(
        &mut self,
        tx: &Transaction,
        incoming: &Incoming<'_>,
    ) -> Result<(), Refusal> {
        if incoming.publish && self.pinned.is_none() {
            let desk = incoming.desk;
            let language = &desk.site.language;
            let in_force = disclaimers_to_pin(desk, tx, Mode::Imported, language).await?;
            self.pinned = Some(in_force);
        }
        let new = incoming.whole(self.pinned.as_deref().unwrap_or_default())?;
        let digest = new.publication.as_ref().map(|one| one.publication.digest);
        self.note(incoming, new.article.id, digest);
        self.new.push(new);
        Ok(())
    }

    /// Notes what was done with an article; with the digest of its publication, if it got one.
    pub(super) fn note(
        &mut self,
        incoming: &Incoming<'_>,
        article: ArticleId,
        digest: Option<Digest>,
    ) {
        let subject = Subject::article(article)
            .with(json!({ "source": incoming.digest, "published": incoming.publish }));
        let subject = match digest {
            Some(digest) => subject.on(digest),
            None => subject,
        };
        let act = entry(incoming.desk, &Caller::Operator, "import", subject);
        self.acts.push(act);
        self.persons.extend(incoming.persons.iter().flatten());
        if digest.is_some() {
            self.changed.push(Public::Article(article));
        }
    }

    /// Writes it all.
    pub(super) async fn write(self, desk: &Desk, tx: &Transaction) -> Result<(), Refusal> {
        let now = desk.now();
        new_articles::insert_all(tx, &self.new, now).await?;
        audit::append_all(tx, self.acts).await?;
        // Whoever gives an account waits at the log from here on, or has been there before.
        if !account_holders(tx).await?.is_disjoint(&self.persons) {
            return Err(Refusal::Conflict(
                "Somebody whose texts were coming in has got an account meanwhile. What came in \
                 before is kept. Run the import again: it goes on from there and leaves that \
                 person's texts alone."
                    .to_owned(),
            ));
        }
        if !self.changed.is_empty() {
            site_state::bump_all(tx, &self.changed, "publish", now).await?;
        }
        Ok(())
    }
}
