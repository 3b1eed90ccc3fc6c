//! What a verb needs.

use std::sync::Arc;

use content::ids::ArticleId;
use serde_json::Value;
use storage::articles::Article;
use storage::{Storage, Transaction};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::letters::sealed;
use crate::{Clock, Job, Refusal};

/// Facts of the site that verbs put into letters and links.
#[derive(Clone, Debug)]
pub struct SiteFacts {
    /// As readers know it.
    pub name: String,
    /// Without a slash at the end.
    pub public_url: String,
    /// ISO 3166 code in capitals.
    pub country: String,
    /// Language tag.
    pub language: String,
    /// Where people may write: an e-mail address, or none.
    pub contact: Option<String>,
    /// Whether letters can be sent; without it every link is shown to copy.
    pub mail: bool,
}

/// What a verb needs: database, clock, ids and the facts of the site.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The database.
    pub storage: Storage,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The site.
    pub site: Arc<SiteFacts>,
}

impl Desk {
    /// Now.
    #[must_use]
    pub fn now(&self) -> OffsetDateTime {
        self.clock.now()
    }

    /// A new name for a thing; later ones sort after earlier ones.
    #[must_use]
    pub fn id(&self) -> Uuid {
        Uuid::now_v7()
    }

    /// An address on the public site.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site.public_url)
    }

    /// The article, locked for this transaction.
    pub(crate) async fn article(
        &self,
        tx: &Transaction,
        id: ArticleId,
    ) -> Result<Article, Refusal> {
        storage::articles::find_locked(tx, id)
            .await?
            .ok_or(Refusal::NotFound)
    }

    /// Keeps work for the worker in this transaction.
    pub(crate) async fn later(&self, tx: &Transaction, job: &Job) -> Result<(), Refusal> {
        self.later_at(tx, job, self.now()).await
    }

    /// Keeps work that falls due at a moment.
    pub(crate) async fn later_at(
        &self,
        tx: &Transaction,
        job: &Job,
        run_at: OffsetDateTime,
    ) -> Result<(), Refusal> {
        let job = sealed(tx, job).await?;
        let payload = serde_json::to_value(&job).unwrap_or(Value::Null);
        let id = content::ids::JobId(self.id());
        storage::jobs::insert(tx, id, job.kind(), payload, run_at).await?;
        Ok(())
    }
}
