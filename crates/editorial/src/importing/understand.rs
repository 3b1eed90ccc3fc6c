//! What the lines of a batch say, before anything of them is written.

use std::collections::{HashMap, HashSet};

use content::digest::Digest;
use content::ids::ArticleId;
use content::lifecycle::Candidate;
use storage::imports::{self, Import};
use storage::{Transaction, articles, audit, candidates, publications};

use super::author::OURS;
use super::entry::Entry;
use super::import_bundle::ImportOptions;
use super::lines::Line;
use super::report::{Code, Remark};
use super::run::Outcome;
use super::text::{Here, Text};
use crate::Refusal;

/// A line, and what is known of it so far.
pub(super) struct Read {
    /// Counts from 1.
    pub(super) number: u64,
    pub(super) external_id: Option<String>,
    pub(super) remarks: Vec<Remark>,
    pub(super) says: Says,
}

/// What a line comes to.
pub(super) enum Says {
    /// Nothing is to be done with it.
    Settled(Outcome),
    /// This text, under this name.
    Text(Box<Wanted>),
}

/// A text that is to stand here.
pub(super) struct Wanted {
    pub(super) external_id: String,
    pub(super) digest: Digest,
    pub(super) text: Text,
    pub(super) publish: bool,
    /// Where it went, if it came in before.
    pub(super) stored: Option<Import>,
}

/// Understands the lines of a batch. `seen` has the names of lines before.
pub(super) async fn understand(
    tx: &Transaction,
    lines: Vec<Line>,
    seen: &mut HashSet<String>,
    options: ImportOptions,
    here: &Here<'_>,
) -> Result<Vec<Read>, Refusal> {
    let entries: Vec<_> = lines.into_iter().map(read).collect();
    let names: Vec<String> = entries
        .iter()
        .filter_map(|(_, entry)| Some(entry.as_ref().ok()?.0.clone()))
        .collect();
    let stored = imports::find_all(tx, &names).await?;
    let mut stored: HashMap<String, Import> = stored
        .into_iter()
        .map(|import| (import.external_id.clone(), import))
        .collect();
    let mut all = Vec::with_capacity(entries.len());
    for (number, entry) in entries {
        let mut remarks = Vec::new();
        let (external_id, says) = match entry {
            Err(remark) => (None, Says::Settled(Outcome::Unusable(remark))),
            Ok((name, _)) if seen.contains(&name) => {
                let detail = "An earlier line of this file has the same external_id.";
                let remark = Remark::new(Code::Duplicate, detail);
                (Some(name), Says::Settled(Outcome::Unusable(remark)))
            }
            Ok((name, entry)) => {
                let stored = stored.remove(&name);
                let says = say(tx, &name, &entry, stored, options, here, &mut remarks).await?;
                if !matches!(says, Says::Settled(Outcome::Unusable(_))) {
                    seen.insert(name.clone());
                }
                (Some(name), says)
            }
        };
        all.push(Read {
            number,
            external_id,
            remarks,
            says,
        });
    }
    Ok(all)
}

fn read(line: Line) -> (u64, Result<(String, Entry), Remark>) {
    let entry = line
        .text
        .and_then(|line| Entry::parse(&line))
        .and_then(|entry| entry.external_id().map(|external_id| (external_id, entry)));
    (line.number, entry)
}

async fn say(
    tx: &Transaction,
    external_id: &str,
    entry: &Entry,
    stored: Option<Import>,
    options: ImportOptions,
    here: &Here<'_>,
    remarks: &mut Vec<Remark>,
) -> Result<Says, Refusal> {
    let digest = entry.digest();
    let publish = options.publish && entry.is_live();
    if let Some(stored) = &stored
        && stored.source_digest == digest.to_string()
        && !(publish && waits(tx, stored.article_id).await?)
    {
        return Ok(Says::Settled(Outcome::Unchanged));
    }
    let text = match Text::of(entry, here, remarks) {
        Ok(text) => text,
        Err(remark) => return Ok(Says::Settled(Outcome::Unusable(remark))),
    };
    if stored.is_none() && is_ours(tx, external_id).await? {
        let detail = "This article was written here and exported. It was left as it is.";
        let remark = Remark::new(Code::WrittenHere, detail);
        return Ok(Says::Settled(Outcome::LeftAlone(remark)));
    }
    if options.publish && !publish {
        let detail = "Readers did not have this text where it comes from. It is a draft here.";
        remarks.push(Remark::new(Code::NotLive, detail));
    }
    Ok(Says::Text(Box::new(Wanted {
        external_id: external_id.to_owned(),
        digest,
        text,
        publish,
        stored,
    })))
}

/// Whether an article that did not change waits to be published: it was imported as a draft.
async fn waits(tx: &Transaction, article: ArticleId) -> Result<bool, Refusal> {
    if publications::find_copy(tx, article).await?.is_none() {
        return Ok(true);
    }
    let candidate = candidates::find(tx, article).await?;
    let Some(Candidate::Draft) = candidate.map(|stored| stored.state) else {
        return Ok(false);
    };
    let acts = audit::list_of(tx, "article", &article.to_string()).await?;
    Ok(acts.iter().all(|act| act.caller == "operator"))
}

/// Whether the line is an export of an article that is here.
async fn is_ours(tx: &Transaction, external_id: &str) -> Result<bool, Refusal> {
    let id = external_id
        .strip_prefix(OURS)
        .and_then(|id| id.parse::<ArticleId>().ok());
    match id {
        Some(id) => Ok(articles::find(tx, id).await?.is_some()),
        None => Ok(false),
    }
}
