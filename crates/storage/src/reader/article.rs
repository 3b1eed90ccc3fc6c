//! One article as readers may have it.

use content::article::Kind;
use content::byline::Byline;
use content::disclaimer::{Disclaimer, Mode};
use content::ids::{ArticleId, DisclaimerId, NoticeId, PersonId, PublicationId, SectionId};
use content::notice::Notice;
use content::public::Tombstone;
use content::publication::{
    Countersigner, Permission, Publication, PublishedContributor, PublishedSection, Standing,
    free_anchor,
};
use content::revision::{Head, SectionText};
use content::signature::ApprovalKind;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Lookup, Snapshot};
use crate::StorageError;
use crate::entities::{
    public_approval, public_article, public_contributor, public_disclaimer, public_label,
    public_notice, public_section, public_tombstone,
};
use crate::revisions::digest;
use crate::words::{parse, parse_json};

impl Snapshot {
    /// The article at an address.
    ///
    /// # Errors
    /// When the database does not answer, or a stored text is not what its digest names.
    pub async fn article(&self, slug: &str) -> Result<Lookup<Publication>, StorageError> {
        Ok(match self.place(slug).await? {
            Lookup::Found(id) => self
                .publication(ArticleId(id))
                .await?
                .map_or(Lookup::Unknown, Lookup::Found),
            Lookup::Moved(slug) => Lookup::Moved(slug),
            Lookup::Gone(tombstone) => Lookup::Gone(tombstone),
            Lookup::Unknown => Lookup::Unknown,
        })
    }

    /// The article of this name, if readers may have it.
    ///
    /// # Errors
    /// When the database does not answer, or a stored text is not what its digest names.
    pub async fn publication(&self, id: ArticleId) -> Result<Option<Publication>, StorageError> {
        let db = self.tx.db();
        let Some(row) = public_article::Entity::find_by_id(id.0).one(db).await? else {
            return Ok(None);
        };
        let mode: Mode = parse("publications", row.publication_id, &row.mode)?;
        let kind: Kind = parse("articles", id, &row.kind)?;
        let texts = self.sections(id).await?;
        let question = texts.first().and_then(|(_, text)| text.question.clone());
        let sections = self.with_contributors(id, texts).await?;
        Ok(Some(Publication {
            id: PublicationId(row.publication_id),
            article_id: id,
            kind,
            mode,
            standing: standing(id, &row.state)?,
            digest: digest("publications", row.publication_id, &row.digest)?,
            slug: row.slug,
            language: row.language,
            head: Head {
                title: row.title,
                summary: row.summary,
            },
            question,
            sections,
            countersigners: if mode == Mode::Countersigned {
                self.countersigners(id).await?
            } else {
                Vec::new()
            },
            disclaimers: self.pinned(id).await?,
            notices: self.notices_of(id).await?,
            topics: self
                .topics_of(&[id])
                .await?
                .pop()
                .map_or_else(Vec::new, |(_, all)| all),
            import_labels: self.labels(id).await?,
            source_url: row.source_url,
            first_published_at: row.first_published_at,
            published_at: row.published_at,
        }))
    }

    async fn sections(&self, id: ArticleId) -> Result<Vec<(SectionId, SectionText)>, StorageError> {
        let rows = public_section::Entity::find()
            .filter(public_section::Column::ArticleId.eq(id.0))
            .order_by_asc(public_section::Column::Position)
            .all(self.tx.db())
            .await?;
        rows.into_iter()
            .map(|row| {
                let named = digest("revision_sections", row.section_id, &row.digest)?;
                let canonical = row.canonical.ok_or_else(|| {
                    StorageError::contradiction("revision_bodies", &row.digest, "no text")
                })?;
                let text =
                    SectionText::from_signed(canonical.as_bytes(), &named).map_err(|error| {
                        StorageError::contradiction("revision_bodies", &row.digest, error)
                    })?;
                Ok((SectionId(row.section_id), text))
            })
            .collect()
    }

    async fn with_contributors(
        &self,
        id: ArticleId,
        texts: Vec<(SectionId, SectionText)>,
    ) -> Result<Vec<PublishedSection>, StorageError> {
        let rows = public_contributor::Entity::find()
            .filter(public_contributor::Column::ArticleId.eq(id.0))
            .order_by_asc(public_contributor::Column::Position)
            .all(self.tx.db())
            .await?;
        let ids: Vec<PersonId> = rows.iter().map(|row| PersonId(row.person_id)).collect();
        let people = self.profiles(&ids).await?;
        let mut anchors: Vec<String> = Vec::new();
        texts
            .into_iter()
            .map(|(section, text)| {
                let contributors = rows
                    .iter()
                    .filter(|row| row.section_id == section.0)
                    .zip(&text.bylines)
                    .map(|(row, byline)| {
                        let person = people
                            .iter()
                            .find(|person| person.id.0 == row.person_id)
                            .cloned()
                            .ok_or_else(|| {
                                StorageError::contradiction("persons", row.person_id, "no row")
                            })?;
                        Ok(PublishedContributor {
                            byline: byline.clone(),
                            person,
                            signed_at: row.signed_at,
                            permission: row.granted_at.map(|granted_at| Permission { granted_at }),
                        })
                    })
                    .collect::<Result<Vec<_>, StorageError>>()?;
                let base = contributors
                    .first()
                    .map_or_else(|| "answer".to_owned(), |first| first.person.slug.clone());
                let anchor = free_anchor(&base, &anchors);
                anchors.push(anchor.clone());
                Ok(PublishedSection {
                    id: section,
                    anchor,
                    contributors,
                    body: text.body,
                    images: text.images,
                    references: text.references,
                    declarations: text.declarations,
                })
            })
            .collect()
    }

    async fn countersigners(&self, id: ArticleId) -> Result<Vec<Countersigner>, StorageError> {
        let rows = public_approval::Entity::find()
            .filter(public_approval::Column::ArticleId.eq(id.0))
            .order_by_asc(public_approval::Column::At)
            .all(self.tx.db())
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Countersigner {
                    kind: parse::<ApprovalKind>("approvals", id, &row.kind)?,
                    byline: parse_json::<Byline>("approvals", id, row.byline)?,
                    at: row.at,
                })
            })
            .collect()
    }

    async fn pinned(&self, id: ArticleId) -> Result<Vec<Disclaimer>, StorageError> {
        let rows = public_disclaimer::Entity::find()
            .filter(public_disclaimer::Column::ArticleId.eq(id.0))
            .order_by_asc(public_disclaimer::Column::Position)
            .all(self.tx.db())
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Disclaimer {
                    kind: parse("disclaimers", row.id, &row.kind)?,
                    id: DisclaimerId(row.id),
                    locale: row.locale,
                    version: u32::try_from(row.version).unwrap_or(u32::MAX),
                    title: row.title,
                    short: row.short,
                    body: row.body,
                    effective_from: row.effective_from,
                    approved_by: row.approved_by,
                })
            })
            .collect()
    }

    async fn notices_of(&self, id: ArticleId) -> Result<Vec<Notice>, StorageError> {
        let rows = public_notice::Entity::find()
            .filter(public_notice::Column::ArticleId.eq(id.0))
            .order_by_desc(public_notice::Column::Id)
            .all(self.tx.db())
            .await?;
        rows.into_iter().map(read_notice).collect()
    }

    async fn labels(&self, id: ArticleId) -> Result<Vec<String>, StorageError> {
        let rows = public_label::Entity::find()
            .filter(public_label::Column::ArticleId.eq(id.0))
            .order_by_asc(public_label::Column::Label)
            .all(self.tx.db())
            .await?;
        Ok(rows.into_iter().map(|row| row.label).collect())
    }

    pub(super) async fn tombstone(&self, id: Uuid) -> Result<Option<Tombstone>, StorageError> {
        let row = public_tombstone::Entity::find_by_id(id)
            .one(self.tx.db())
            .await?;
        Ok(row.map(|row| Tombstone {
            slug: row.slug,
            title: row.title,
            reason: row.reason,
            since: row.since,
        }))
    }
}

pub(super) fn read_notice(row: public_notice::Model) -> Result<Notice, StorageError> {
    Ok(Notice {
        kind: parse("notices", row.id, &row.kind)?,
        id: NoticeId(row.id),
        text: row.text,
        at: row.at,
    })
}

pub(super) fn standing(id: ArticleId, state: &str) -> Result<Standing, StorageError> {
    parse("public_copies", id, state)
}
