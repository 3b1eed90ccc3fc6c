//! Writes a bundle: what an import elsewhere, or here after a loss, can read again.

use std::collections::BTreeSet;
use std::io::{self, Write};

use content::article::Kind;
use content::byline::{Byline, ContributorRole};
use content::declaration::Declarations;
use content::ids::{ArticleId, PersonId, SectionId};
use content::publication::{Publication, Standing};
use serde::Serialize;
use serde_json::{Value, json};
use storage::contributors::Contributor;
use storage::{
    Lookup, Snapshot, Transaction, articles, candidates, contributors, drafts, imports, old_paths,
};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use url::Url;

use super::author::OURS;
use crate::people::refs_in_roles;
use crate::{Caller, Desk, Refusal};

/// What a bundle is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportScope {
    /// What readers can have now, and nothing else.
    Public,
    /// Drafts and what was taken off the site as well.
    Everything,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExportReport {
    /// Articles that readers have now.
    pub public: u64,
    /// Texts that they do not have.
    pub drafts: u64,
}

/// Why a bundle was not written to its end.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file cannot be written.
    #[error("The bundle could not be written: {0}")]
    Unwritable(#[from] io::Error),
    /// The house or the database refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<storage::StorageError> for ExportError {
    fn from(error: storage::StorageError) -> Self {
        Self::Refused(error.into())
    }
}

/// One line, in the order in which people read it. What stands after `answers` is for people
/// and other programs; an import goes by `kind` and `standing` and leaves the rest. What is
/// `under_way` is the draft of a text that readers have.
#[derive(Debug, Serialize)]
struct ExportLine {
    external_id: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    summary: String,
    topics: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    old_urls: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified_at: Option<String>,
    answers: Vec<ExportAnswer>,
    kind: &'static str,
    language: String,
    standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    public: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    under_way: Option<Box<ExportLine>>,
}

#[derive(Debug, Serialize)]
struct ExportAnswer {
    #[serde(flatten)]
    by: ExportName,
    body_html: String,
    #[serde(skip_serializing_if = "is_unasked")]
    declarations: Declarations,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    with: Vec<ExportName>,
}

#[derive(Debug, Default, Serialize)]
struct ExportName {
    byline: String,
    author_id: String,
    name: String,
    letters: Vec<String>,
    #[serde(skip_serializing_if = "ContributorRole::is_author")]
    role: ContributorRole,
    #[serde(skip)]
    person: Option<PersonId>,
}

/// Writes one line for each article, oldest first.
pub async fn export_bundle(
    desk: &Desk,
    caller: &Caller,
    mut output: impl Write,
    scope: ExportScope,
) -> Result<ExportReport, ExportError> {
    if *caller != Caller::Operator {
        let words = "Only the operator can export, at the command line.";
        return Err(Refusal::NotAllowed(words.to_owned()).into());
    }
    let tx = desk.storage.look().await?;
    let snapshot = desk.storage.reader().snapshot().await?;
    let mut report = ExportReport::default();
    let mut told_of = BTreeSet::new();
    for id in articles::ids(&tx).await? {
        let page = snapshot.publication(id).await?;
        let line = match page {
            Some(page) => {
                report.public += 1;
                let mut line = public_line(desk, &tx, page).await?;
                let is_under_way = candidates::find(&tx, id).await?.is_some();
                if scope == ExportScope::Everything && is_under_way {
                    let draft = draft_line(desk, &tx, &snapshot, id).await?;
                    report.drafts += u64::from(draft.is_some());
                    line.under_way = draft.map(Box::new);
                }
                Some(line)
            }
            None if scope == ExportScope::Everything => {
                let line = draft_line(desk, &tx, &snapshot, id).await?;
                report.drafts += u64::from(line.is_some());
                line
            }
            None => None,
        };
        if let Some(line) = line {
            line.told_of(&mut told_of);
            serde_json::to_writer(&mut output, &line).map_err(io::Error::from)?;
            output.write_all(b"\n")?;
        }
    }
    output.flush()?;
    drop((tx, snapshot));
    remember(desk, &told_of).await?;
    Ok(report)
}

/// Keeps whom the bundle names: when it comes back, it is known to be ours.
async fn remember(desk: &Desk, told_of: &BTreeSet<PersonId>) -> Result<(), ExportError> {
    let persons: Vec<PersonId> = told_of.iter().copied().collect();
    let tx = desk.storage.begin().await?;
    imports::remember_export(&tx, &persons).await?;
    tx.commit().await?;
    Ok(())
}

impl ExportLine {
    /// Everyone named in it.
    fn told_of(&self, persons: &mut BTreeSet<PersonId>) {
        for answer in &self.answers {
            let names = std::iter::once(&answer.by).chain(&answer.with);
            persons.extend(names.filter_map(|name| name.person));
        }
        if let Some(under_way) = &self.under_way {
            under_way.told_of(persons);
        }
    }
}

async fn public_line(
    desk: &Desk,
    tx: &Transaction,
    page: Publication,
) -> Result<ExportLine, ExportError> {
    let answers = page
        .sections
        .iter()
        .map(|section| {
            let names = section
                .contributors
                .iter()
                .map(|one| (one.person.id, &one.byline));
            answer(names, section.body.as_str(), &section.declarations)
        })
        .collect();
    let (external_id, _) = name(tx, page.article_id).await?;
    let here = format!("/articles/{}", page.slug);
    Ok(ExportLine {
        external_id,
        title: page.head.title.clone(),
        question: page.question.clone(),
        summary: page.head.summary.clone(),
        topics: topics(tx, page.article_id).await?,
        url: Some(page.source_url.clone().unwrap_or_else(|| desk.url(&here))),
        old_urls: old_urls(desk, tx, page.article_id, Some(&page.slug)).await?,
        published_at: written(page.first_published_at),
        modified_at: written(page.published_at),
        answers,
        kind: page.kind.as_str(),
        language: page.language.clone(),
        standing: match page.standing {
            Standing::Live => "live",
            Standing::UnderConcern => "under_concern",
            Standing::Retracted => "retracted",
        },
        public: Some(around(&page)),
        under_way: None,
        slug: Some(page.slug),
    })
}

/// What stands round the words on the page: nothing leaves without it.
fn around(page: &Publication) -> Value {
    let disclaimers: Vec<Value> = page
        .disclaimers
        .iter()
        .map(|one| {
            json!({
                "kind": one.kind, "version": one.version, "title": one.title, "body": one.body,
            })
        })
        .collect();
    let countersigned: Vec<Value> = page
        .countersigners
        .iter()
        .map(|one| json!({ "byline": one.byline.text(), "kind": one.kind, "at": written(one.at) }))
        .collect();
    json!({
        "mode": page.mode,
        "digest": page.digest,
        "disclaimers": disclaimers,
        "notices": page.notices,
        "countersigned_by": countersigned,
    })
}

/// A text that readers do not have: what stands in the draft.
async fn draft_line(
    desk: &Desk,
    tx: &Transaction,
    snapshot: &Snapshot,
    id: ArticleId,
) -> Result<Option<ExportLine>, ExportError> {
    let Some(article) = articles::find(tx, id).await? else {
        return Ok(None);
    };
    let Some(head) = drafts::head(tx, id).await? else {
        return Ok(None);
    };
    let sections = drafts::sections(tx, id).await?;
    let ids: Vec<SectionId> = sections.iter().map(|section| section.id).collect();
    let over = contributors::in_roles(tx, &ids).await?;
    let mut answers = Vec::with_capacity(sections.len());
    for section in &sections {
        let own = over.iter().filter(|(id, _)| *id == section.id);
        let own: Vec<Contributor> = own.map(|(_, one)| *one).collect();
        let persons = refs_in_roles(tx, &own).await?;
        let names = persons.iter().map(|person| (person.id, &person.byline));
        answers.push(answer(names, &section.body_html, &section.declarations));
    }
    // What was erased has no words left.
    if head.title.is_empty() && answers.iter().all(|answer| answer.body_html.is_empty()) {
        return Ok(None);
    }
    let withdrawn = match &article.slug {
        Some(slug) => matches!(snapshot.article(slug).await?, Lookup::Gone(_)),
        None => false,
    };
    let (external_id, url) = name(tx, id).await?;
    Ok(Some(ExportLine {
        external_id,
        title: head.title,
        question: head
            .question
            .filter(|_| article.kind == Kind::ExpertAnswers),
        summary: head.summary,
        topics: topics(tx, id).await?,
        url,
        old_urls: old_urls(desk, tx, id, article.slug.as_deref()).await?,
        slug: article.slug,
        published_at: None,
        modified_at: None,
        answers,
        kind: article.kind.as_str(),
        language: article.language,
        standing: if withdrawn { "withdrawn" } else { "draft" },
        public: None,
        under_way: None,
    }))
}

fn is_unasked(declarations: &Declarations) -> bool {
    *declarations == Declarations::default()
}

fn answer<'a>(
    names: impl Iterator<Item = (PersonId, &'a Byline)>,
    body: &str,
    declarations: &Declarations,
) -> ExportAnswer {
    let mut names = names.map(|(id, byline)| ExportName {
        byline: byline.text(),
        author_id: format!("{OURS}{id}"),
        name: byline.name.clone(),
        letters: byline.letters.clone(),
        role: byline.role,
        person: Some(id),
    });
    ExportAnswer {
        by: names.next().unwrap_or_default(),
        body_html: body.to_owned(),
        declarations: declarations.clone(),
        with: names.collect(),
    }
}

/// The name in the system it came from, so that it is recognised, and its address there.
async fn name(tx: &Transaction, id: ArticleId) -> Result<(String, Option<String>), ExportError> {
    Ok(match imports::find_by_article(tx, id).await? {
        Some(import) => (import.external_id, import.source_url),
        None => (format!("{OURS}{id}"), None),
    })
}

/// Labels of topics, main topic first, then those of an import.
async fn topics(tx: &Transaction, id: ArticleId) -> Result<Vec<String>, ExportError> {
    let mut labels: Vec<String> = articles::topics(tx, id)
        .await?
        .into_iter()
        .map(|topic| topic.label)
        .collect();
    labels.extend(articles::labels(tx, id).await?);
    Ok(labels)
}

async fn old_urls(
    desk: &Desk,
    tx: &Transaction,
    id: ArticleId,
    present: Option<&str>,
) -> Result<Vec<String>, ExportError> {
    let slugs = articles::slugs(tx, id).await?;
    let old = slugs.iter().filter(|slug| Some(slug.as_str()) != present);
    let mut urls: Vec<String> = old
        .map(|slug| desk.url(&format!("/articles/{slug}")))
        .collect();
    for path in old_paths::list(tx, id).await? {
        if let Ok(mut url) = Url::parse(&desk.site.public_url) {
            url.set_path(&path);
            urls.push(url.into());
        }
    }
    Ok(urls)
}

fn written(at: OffsetDateTime) -> Option<String> {
    at.to_offset(time::UtcOffset::UTC).format(&Rfc3339).ok()
}
