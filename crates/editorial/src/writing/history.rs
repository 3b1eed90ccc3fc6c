//! What happened to an article, from the log.

use content::ids::{ArticleId, KeptTextId, PersonId, RevisionId, SectionId};
use serde_json::{Value, json};
use storage::kept_texts::{self, ErasedText, KeptText, Why};
use storage::{Transaction, audit, revisions};
use time::OffsetDateTime;

use super::ArticleFile;
use super::own_words::OwnWords;
use crate::people::{PersonRef, one};
use crate::{Act, Caller, Desk, Refusal};

/// One act on an article.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// When.
    pub at: OffsetDateTime,
    /// Who; `None` for the operator and the clock.
    pub by: Option<PersonRef>,
    /// `account`, `link`, `operator` or `clock`.
    pub caller: String,
    /// The act's name.
    pub act: String,
    /// Ids, counts and preset words.
    pub detail: Value,
    /// The frozen text it was done to, where it still has a name.
    pub revision: Option<RevisionId>,
    /// Eight signs of the digest.
    pub fingerprint: Option<String>,
    /// Where words were kept and not erased since, their name.
    pub kept: Option<KeptTextId>,
}

/// The acts on an article and the saves whose words were kept, oldest first. A line stays when
/// its words were erased, and says so.
pub async fn history(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<Vec<HistoryLine>, Refusal> {
    let tx = desk.storage.look().await?;
    ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let known = revisions::list(&tx, article).await?;
    let own = OwnWords::of(&tx, caller, article).await?;
    let mut kept = Vec::new();
    for text in kept_texts::list(&tx, article).await? {
        if own.shows(&tx, &text).await? {
            kept.push(text);
        }
    }
    let mut erased = kept_texts::list_erased(&tx, article).await?;
    let mut lines = Vec::new();
    for mut entry in audit::list_of(&tx, "article", &article.to_string()).await? {
        let by = match entry.person {
            Some(person) => Some(one(&tx, person).await?),
            None => None,
        };
        let digest = entry.digest.as_deref();
        let removed = kept
            .iter()
            .position(|one| entry.detail["kept"] == one.id.to_string());
        let blanked = erased
            .iter()
            .position(|one| entry.detail["kept"] == one.id.to_string());
        if let Some(at) = blanked {
            erased.remove(at);
            entry.detail["erased"] = json!(true);
        }
        lines.push(HistoryLine {
            at: entry.at,
            by,
            caller: entry.caller,
            act: entry.act,
            detail: entry.detail,
            revision: known
                .iter()
                .find(|(_, _, known, _)| Some(known.to_string().as_str()) == digest)
                .map(|(id, ..)| *id),
            fingerprint: digest
                .and_then(|digest| digest.parse::<content::digest::Digest>().ok())
                .map(|digest| digest.fingerprint()),
            kept: removed.map(|at| kept.remove(at).id),
        });
    }
    for text in kept.iter().map(Save::from) {
        lines.push(text.line(&tx).await?);
    }
    for text in erased.iter().map(Save::from) {
        lines.push(text.line(&tx).await?);
    }
    // Of one moment, an act comes after the words it was done to.
    lines.sort_by_key(|line| (line.at, line.act != "save"));
    Ok(lines)
}

/// Saves are no acts; the one whose words were kept has a line, so that they can be found.
struct Save {
    at: OffsetDateTime,
    by: Option<PersonId>,
    section: Option<SectionId>,
    why: Why,
    /// `None` once the words were erased.
    kept: Option<KeptTextId>,
}

impl From<&KeptText> for Save {
    fn from(text: &KeptText) -> Self {
        Self {
            at: text.saved_at,
            by: text.saved_by,
            section: text.words.section(),
            why: text.why,
            kept: Some(text.id),
        }
    }
}

impl From<&ErasedText> for Save {
    fn from(text: &ErasedText) -> Self {
        Self {
            at: text.saved_at,
            by: text.saved_by,
            section: text.section,
            why: text.why,
            kept: None,
        }
    }
}

impl Save {
    async fn line(self, tx: &Transaction) -> Result<HistoryLine, Refusal> {
        let by = match self.by {
            Some(person) => Some(one(tx, person).await?),
            None => None,
        };
        let mut detail = json!({ "section": self.section, "why": self.why });
        if self.kept.is_none() {
            detail["erased"] = json!(true);
        }
        Ok(HistoryLine {
            at: self.at,
            caller: if by.is_some() { "account" } else { "operator" }.to_owned(),
            by,
            act: "save".to_owned(),
            detail,
            revision: None,
            fingerprint: None,
            kept: self.kept,
        })
    }
}
