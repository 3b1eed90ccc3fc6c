//! Makes a frozen text public: what publishing, amending and importing have in common.

use content::byline::Byline;
use content::declaration;
use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::{ArticleId, DisclaimerId, PersonId, PublicationId};
use content::lifecycle::PublicCopy;
use content::revision::{SectionText, publication_digest};
use content::slug::{numbered, slugify};
use storage::publications::{NewPublication, StoredPublicCopy};
use storage::revisions::Revision;
use storage::site_state::{self, Subject as Public};
use storage::{Transaction, articles, house_texts, joint_acts, publications};
use time::OffsetDateTime;

use crate::writing::ArticleFile;
use crate::{Desk, Refusal};

/// A text that was made public.
#[derive(Clone, Debug)]
pub(crate) struct MadePublic {
    pub(crate) slug: String,
    pub(crate) digest: Digest,
}

/// What an importer knows beyond the text itself.
#[derive(Clone, Debug, Default)]
pub struct ImportedText {
    /// When it was first published elsewhere.
    pub first_published_at: Option<OffsetDateTime>,
    /// When it last changed elsewhere.
    pub modified_at: Option<OffsetDateTime>,
}

/// A frozen text on its way to readers.
pub(crate) struct Outgoing<'a> {
    pub(crate) article: ArticleId,
    pub(crate) revision: &'a Revision,
    pub(crate) mode: Mode,
    pub(crate) by: Option<PersonId>,
    pub(crate) imported: &'a ImportedText,
}

impl Outgoing<'_> {
    /// What is put on record, and what readers get at this address. `earlier` is what they have
    /// now.
    pub(crate) fn compose(
        &self,
        desk: &Desk,
        pinned: Vec<DisclaimerId>,
        slug: String,
        earlier: Option<&StoredPublicCopy>,
    ) -> Result<(NewPublication, StoredPublicCopy), Refusal> {
        let Self { revision, mode, .. } = *self;
        let frame = revision.frame.as_ref().ok_or(Refusal::NotFound)?;
        let now = desk.now();
        let new = NewPublication {
            id: PublicationId(desk.id()),
            article_id: self.article,
            revision_id: revision.id,
            revision_digest: revision.digest,
            mode,
            digest: publication_digest(&revision.digest, &pinned, mode),
            disclaimers: pinned,
            published_at: now,
            published_by: self.by,
        };
        let state = earlier
            .map_or(PublicCopy::Unpublished, |copy| copy.state.clone())
            .publish(new.id, now)?;
        let first = self.imported.first_published_at.unwrap_or(now).min(now);
        let modified = self.imported.modified_at.unwrap_or(now).min(now);
        let copy = StoredPublicCopy {
            state,
            publication_id: new.id,
            slug,
            title: Some(frame.head.title.clone()),
            summary: Some(frame.head.summary.clone()),
            bylines: bylines(revision),
            sponsorship: declaration::sponsorship(texts(revision).map(|text| &text.declarations)),
            since: now,
            reason: None,
            first_published_at: earlier.map_or(first, |copy| copy.first_published_at),
            published_at: modified.max(first),
        };
        Ok((new, copy))
    }
}

/// Gives readers the text, in the verb's transaction, which records it and then calls
/// [`announce`]. The schema asks once more for every signature and disclaimer. What waited for
/// a second person was about the text before, and ends.
pub(crate) async fn publish_revision(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    revision: &Revision,
    mode: Mode,
    by: Option<PersonId>,
    imported: &ImportedText,
) -> Result<MadePublic, Refusal> {
    let now = desk.now();
    let article = file.article.id;
    let frame = revision.frame.as_ref().ok_or(Refusal::NotFound)?;
    let pinned = disclaimers_to_pin(desk, tx, mode, &file.article.language).await?;
    let earlier = publications::find_copy(tx, article).await?;
    let slug = match &file.article.slug {
        Some(slug) => slug.clone(),
        None => new_slug(tx, file, &frame.head.title).await?,
    };
    let outgoing = Outgoing {
        article,
        revision,
        mode,
        by,
        imported,
    };
    let (new, copy) = outgoing.compose(desk, pinned, slug, earlier.as_ref())?;
    publications::insert(tx, &new).await?;
    publications::put_copy(tx, article, &copy).await?;
    publications::set_authors(tx, article, &revision.contributors()).await?;
    articles::touch(tx, article, now).await?;
    joint_acts::end_open(tx, article, now).await?;
    Ok(MadePublic {
        slug: copy.slug,
        digest: new.digest,
    })
}

/// The disclaimers that a text published now in this mode carries for good.
pub(crate) async fn disclaimers_to_pin(
    desk: &Desk,
    tx: &Transaction,
    mode: Mode,
    language: &str,
) -> Result<Vec<DisclaimerId>, Refusal> {
    let in_force =
        house_texts::disclaimers_in_force(tx, mode.required(), language, desk.now()).await?;
    if in_force.len() != mode.required().len() {
        return Err(Refusal::Conflict(
            "It cannot be published yet. A disclaimer that it needs is missing.".to_owned(),
        ));
    }
    Ok(in_force.into_iter().map(|one| one.id).collect())
}

/// Counts the site version on, and answers the one that first shows what was done. The last
/// thing that a verb does: the article, the log and the version are locked in this order.
pub(crate) async fn announce(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    what: &'static str,
) -> Result<i64, Refusal> {
    Ok(site_state::bump(tx, Public::Article(article), what, desk.now()).await?)
}

fn texts(revision: &Revision) -> impl Iterator<Item = &SectionText> {
    revision
        .sections
        .iter()
        .filter_map(|section| section.text.as_ref())
}

fn bylines(revision: &Revision) -> Vec<Byline> {
    let mut all: Vec<Byline> = Vec::new();
    for byline in texts(revision).flat_map(|text| &text.bylines) {
        if !all.contains(byline) {
            all.push(byline.clone());
        }
    }
    all
}

/// The first address made from the title that nobody has or had.
async fn new_slug(tx: &Transaction, file: &ArticleFile, title: &str) -> Result<String, Refusal> {
    let base = slugify(title);
    let mut slug = base.clone();
    let mut number = 1;
    while articles::find_slug(tx, &slug).await?.is_some() {
        number += 1;
        slug = numbered(&base, number);
    }
    articles::reserve_slug(tx, file.article.id, &slug).await?;
    articles::set_slug(tx, file.article.id, Some(&slug)).await?;
    Ok(slug)
}
