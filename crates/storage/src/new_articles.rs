//! Articles that come in whole, many at once.

use content::ids::{PersonId, RevisionId, TopicId};
use content::lifecycle::Candidate;
use content::notice::Notice;
use content::revision::{FrameText, SectionText};
use time::OffsetDateTime;

use crate::articles::{self, Article};
use crate::contributors::{self, Contributor};
use crate::drafts::{self, DraftHead, DraftSection};
use crate::imports::{self, Import};
use crate::publications::{self, NewPublication, StoredPublicCopy};
use crate::revisions::{self, NewRevision, Occasion};
use crate::{StorageError, Transaction, candidates, notices, old_paths};

/// An article that comes in whole: nothing of it is there yet.
#[derive(Clone, Debug)]
pub struct NewArticle {
    /// What lasts; with the address that it gets.
    pub article: Article,
    /// Title, summary and question.
    pub head: DraftHead,
    /// In the order printed, each with who stands over it.
    pub sections: Vec<(DraftSection, Vec<Contributor>)>,
    /// Main topic first.
    pub topics: Vec<TopicId>,
    /// Labels that no topic stands for.
    pub labels: Vec<String>,
    /// Where it came from.
    pub import: Import,
    /// Every address that leads to it, its present one among them.
    pub slugs: Vec<String>,
    /// Whole paths that lead to it.
    pub paths: Vec<String>,
    /// What readers get; without it the article is a draft.
    pub publication: Option<FirstPublication>,
}

/// The text that readers get first, and what the site says of it.
#[derive(Clone, Debug)]
pub struct FirstPublication {
    /// The name of the frozen text.
    pub revision: RevisionId,
    /// Title, summary and the order of the sections.
    pub frame: FrameText,
    /// In the order printed, each with who stands over it.
    pub sections: Vec<(SectionText, Vec<PersonId>)>,
    /// When it was frozen.
    pub frozen_at: OffsetDateTime,
    /// The publication.
    pub publication: NewPublication,
    /// The public copy.
    pub copy: StoredPublicCopy,
    /// Who is listed as author, in the order printed.
    pub authors: Vec<PersonId>,
    /// What readers are told above the text, oldest first.
    pub notices: Vec<Notice>,
}

/// Adds articles, a statement for each table, however many articles there are. The schema asks
/// of each publication what it asks of one alone.
pub async fn insert_all(
    tx: &Transaction,
    new: &[NewArticle],
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    let id = |one: &NewArticle| one.article.id;
    let all: Vec<_> = new.iter().map(|one| &one.article).collect();
    articles::insert_all(tx, &all).await?;
    let heads: Vec<_> = new.iter().map(|one| (id(one), &one.head)).collect();
    drafts::insert_heads(tx, &heads).await?;
    let sections = || new.iter().flat_map(|one| &one.sections);
    let texts: Vec<_> = sections().map(|(section, _)| section).collect();
    drafts::insert_sections(tx, &texts).await?;
    let over: Vec<_> = sections()
        .map(|(section, over)| (section.id, over.as_slice()))
        .collect();
    contributors::add(tx, &over).await?;
    let topics: Vec<_> = new.iter().map(|one| (id(one), &one.topics[..])).collect();
    articles::add_topics(tx, &topics).await?;
    let labels: Vec<_> = new.iter().map(|one| (id(one), &one.labels[..])).collect();
    articles::add_labels(tx, &labels).await?;
    let origins: Vec<_> = new.iter().map(|one| &one.import).collect();
    imports::put_all(tx, &origins).await?;
    let slugs: Vec<_> = new
        .iter()
        .flat_map(|one| one.slugs.iter().map(move |slug| (slug.as_str(), id(one))))
        .collect();
    articles::reserve_slugs(tx, &slugs).await?;
    let paths: Vec<_> = new
        .iter()
        .flat_map(|one| one.paths.iter().map(move |path| (path.as_str(), id(one))))
        .collect();
    old_paths::insert_all(tx, &paths).await?;
    let drafts: Vec<_> = new
        .iter()
        .filter(|one| one.publication.is_none())
        .map(id)
        .collect();
    candidates::put_all(tx, &drafts, &Candidate::Draft, at).await?;
    publish_all(tx, new).await
}

async fn publish_all(tx: &Transaction, new: &[NewArticle]) -> Result<(), StorageError> {
    let public: Vec<_> = new
        .iter()
        .filter_map(|one| Some((one.article.id, one.publication.as_ref()?)))
        .collect();
    let texts: Vec<_> = public
        .iter()
        .map(|(_, one)| NewRevision {
            id: one.revision,
            frame: &one.frame,
            sections: &one.sections,
            frozen_at: one.frozen_at,
            frozen_by: None,
            occasion: Occasion::Import,
        })
        .collect();
    revisions::insert_all(tx, &texts, 1).await?;
    let publications: Vec<_> = public.iter().map(|(_, one)| &one.publication).collect();
    publications::insert_all(tx, &publications).await?;
    let copies: Vec<_> = public.iter().map(|(id, one)| (*id, &one.copy)).collect();
    publications::add_copies(tx, &copies).await?;
    let authors: Vec<_> = public
        .iter()
        .map(|(id, one)| (*id, &one.authors[..]))
        .collect();
    publications::add_authors(tx, &authors).await?;
    let said: Vec<_> = public
        .iter()
        .flat_map(|(id, one)| one.notices.iter().map(|notice| (*id, notice)))
        .collect();
    notices::insert_all(tx, &said, None).await
}
