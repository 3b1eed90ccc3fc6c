//! A text that is not public yet, in the form of the publication it would become: what the one
//! composer makes previews from.

use content::byline::Byline;
use content::disclaimer::Mode;
use content::ids::{ArticleId, PersonId, PublicationId};
use content::publication::{
    Permission, Publication, PublishedContributor, PublishedSection, Standing as PublicStanding,
    free_anchor,
};
use content::revision::{FrameText, SectionText, publication_digest};
use content::signature::Attestation;
use content::slug::slugify;
use storage::articles::Article;
use storage::joint_acts::{self, Act as Joint};
use storage::{Transaction, articles, house_texts, imports, notices, persons, publications};

use super::Standing;
use crate::{Desk, Refusal};

/// The publication that these words would become now, with the signatures they have so far.
///
/// Everything that lives, profiles, photos, topics and checks, is as it is at this moment.
pub(crate) async fn as_published(
    desk: &Desk,
    tx: &Transaction,
    article: &Article,
    frame: &FrameText,
    sections: &[(&SectionText, &[PersonId])],
    standing: Option<&Standing>,
) -> Result<Publication, Refusal> {
    let now = desk.now();
    let mode = mode_of(tx, article.id, frame).await?;
    let disclaimers =
        house_texts::disclaimers_in_force(tx, mode.required(), &article.language, now).await?;
    let pinned: Vec<_> = disclaimers.iter().map(|one| one.id).collect();
    let signed = standing.map_or(&[][..], |standing| &standing.attestations);
    let import = imports::find_by_article(tx, article.id).await?;
    Ok(Publication {
        id: PublicationId(desk.id()),
        article_id: article.id,
        slug: article
            .slug
            .clone()
            .unwrap_or_else(|| slugify(&frame.head.title)),
        kind: article.kind,
        language: frame.language.clone(),
        mode,
        standing: PublicStanding::Live,
        head: frame.head.clone(),
        question: sections.iter().find_map(|(text, _)| text.question.clone()),
        sections: published_sections(tx, sections, signed).await?,
        countersigners: standing.map(Standing::countersigners).unwrap_or_default(),
        disclaimers,
        notices: notices::list(tx, article.id).await?,
        topics: articles::topics(tx, article.id).await?,
        import_labels: articles::labels(tx, article.id).await?,
        source_url: import.and_then(|import| import.source_url),
        first_published_at: publications::find_copy(tx, article.id)
            .await?
            .map_or(now, |copy| copy.first_published_at),
        published_at: now,
        digest: publication_digest(&frame.digest(), &pinned, mode),
    })
}

/// An amendment that waits for its second signature will say that it is one.
async fn mode_of(tx: &Transaction, article: ArticleId, frame: &FrameText) -> Result<Mode, Refusal> {
    let open = joint_acts::find_open(tx, article, Joint::Amend).await?;
    let digest = frame.digest().to_string();
    Ok(match open {
        Some(open) if open.facts["digest"] == digest.as_str() => Mode::Amended,
        _ => Mode::Countersigned,
    })
}

async fn published_sections(
    tx: &Transaction,
    sections: &[(&SectionText, &[PersonId])],
    signed: &[Attestation],
) -> Result<Vec<PublishedSection>, Refusal> {
    let mut anchors: Vec<String> = Vec::new();
    let mut published = Vec::with_capacity(sections.len());
    for (text, over) in sections {
        let over = persons::identities(tx, over).await?;
        let contributors = contributors(tx, text, &over, signed).await?;
        let base = contributors
            .first()
            .map_or("answer", |first| first.person.slug.as_str());
        let anchor = free_anchor(base, &anchors);
        anchors.push(anchor.clone());
        published.push(PublishedSection {
            id: text.section_id,
            anchor,
            contributors,
            body: text.body.clone(),
            images: text.images.clone(),
            references: text.references.clone(),
            declarations: text.declarations.clone(),
        });
    }
    Ok(published)
}

async fn contributors(
    tx: &Transaction,
    text: &SectionText,
    over: &[PersonId],
    signed: &[Attestation],
) -> Result<Vec<PublishedContributor>, Refusal> {
    let profiles = persons::profiles(tx, over).await?;
    let digest = text.digest();
    over.iter()
        .zip(&text.bylines)
        .map(|(id, byline): (&PersonId, &Byline)| {
            let signed_at = signed
                .iter()
                .filter(|one| one.section_digest == digest && one.person_id == *id)
                .map(|one| one.at)
                .max();
            Ok(PublishedContributor {
                byline: byline.clone(),
                person: profiles
                    .iter()
                    .find(|profile| profile.id == *id)
                    .cloned()
                    .ok_or(Refusal::NotFound)?,
                signed_at,
                permission: signed_at.map(|granted_at| Permission { granted_at }),
            })
        })
        .collect()
}
