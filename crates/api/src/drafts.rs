//! Drafts: the list of all, and everything that happens while a text is being written.

use content::draft::HeadInput;
use content::ids::{ArticleId, PersonId, SaveId, SectionId, TopicId};
use editorial::people;
use editorial::writing::{self, NewArticle, SectionInput};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::types::Any;
use poem_openapi::{Object, OpenApi};
use storage::contributors;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::article_shapes::{Article, Kind, Row};
use crate::beside_shapes::{Image, ImageFacts, Reference, TypedReference, all, image_inputs};
use crate::body::Body;
use crate::caller::SignedIn;
use crate::declaration_shapes::Declarations;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::reader_page::{PageAnswer, PageMaker};
use crate::shapes::{Answer, ContributorRole, Done, Nothing, Page, PersonRef, cursor};
use crate::version::BasedOn;

pub(crate) struct Drafts;

/// What an article begins with.
#[derive(Object)]
#[oai(rename = "NewArticle", deny_unknown_fields)]
struct New {
    kind: Kind,
    title: Option<String>,
    /// Whose first text it is; the caller's own unless told.
    contributor: Option<Uuid>,
}

/// A head to be saved.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct HeadSave {
    /// Made by the client, so that a retry is recognised.
    save_id: Uuid,
    title: String,
    summary: String,
    question: Option<String>,
}

/// A section to be saved.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SectionSave {
    /// Made by the client, so that a retry is recognised.
    save_id: Uuid,
    body_html: String,
    /// What is said of the images in it; stays as it is when left out.
    images: Option<Vec<ImageFacts>>,
    /// The works it rests on, in the order printed; stay as they are when left out.
    references: Option<Vec<TypedReference>>,
}

/// What was stored.
#[derive(Object)]
struct Saved {
    /// What the next `If-Match` names.
    version: i64,
    saved_at: OffsetDateTime,
}

/// What was stored of a section.
#[derive(Object)]
struct SavedSection {
    /// What the next `If-Match` names.
    version: i64,
    saved_at: OffsetDateTime,
    /// The words as cleaned.
    body_html: String,
    images: Vec<Image>,
    references: Vec<Reference>,
    /// What could not be kept, in plain words.
    dropped: Vec<String>,
}

/// The topics of an article.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Topics {
    /// Numbers such as `5.1`, main topic first.
    topics: Vec<String>,
}

/// The names over a section.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Contributors {
    /// In the order printed; authors stand before the others.
    contributors: Vec<Contributor>,
    /// A byline as typed, for one more who is new here.
    typed: Option<String>,
    /// What the one who is new here did; an author unless said.
    typed_role: Option<ContributorRole>,
}

/// Somebody over a section.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Contributor {
    person: Uuid,
    /// An author unless said.
    role: Option<ContributorRole>,
}

impl From<Contributor> for contributors::Contributor {
    fn from(one: Contributor) -> Self {
        Self {
            person: PersonId(one.person),
            role: one.role.unwrap_or_default().into(),
        }
    }
}

/// One more section.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct NewSection {
    contributors: Option<Vec<Uuid>>,
    /// A byline as typed, such as "Jo Example, MA, LPC", for somebody new here.
    typed: Option<String>,
}

/// The section that was added.
#[derive(Object)]
struct AddedSection {
    id: Uuid,
}

/// The order of the sections.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Order {
    sections: Vec<Uuid>,
}

/// One act on an article.
#[derive(Object)]
struct HistoryLine {
    at: OffsetDateTime,
    by: OrNull<PersonRef>,
    /// `account`, `link`, `operator` or `clock`.
    caller: String,
    act: String,
    /// Ids, counts and preset words.
    detail: Any<serde_json::Value>,
    revision_id: OrNull<Uuid>,
    fingerprint: OrNull<String>,
    /// Where words were kept: `GET /drafts/{article}/kept/{kept_id}` gives them.
    kept_id: OrNull<Uuid>,
}

impl From<writing::HistoryLine> for HistoryLine {
    fn from(line: writing::HistoryLine) -> Self {
        Self {
            at: line.at,
            by: line.by.map(PersonRef::from).into(),
            caller: line.caller,
            act: line.act,
            detail: Any(line.detail),
            revision_id: line.revision.map(|id| id.0).into(),
            fingerprint: line.fingerprint.into(),
            kept_id: line.kept.map(|id| id.0).into(),
        }
    }
}

#[OpenApi(tag = "Tag::Writing")]
impl Drafts {
    /// All articles, for editors, the one changed last first
    ///
    /// `q` narrows by words of the title.
    #[oai(path = "/drafts", method = "get")]
    async fn all(
        &self,
        by: SignedIn,
        q: Query<Option<String>>,
        after: Query<Option<String>>,
        limit: Query<Option<u64>>,
    ) -> Answer<Page<Row>> {
        let offset = cursor(after.0.as_deref())?;
        let limit = limit.0.unwrap_or(50).clamp(1, 200);
        let page =
            writing::all_articles(&by.desk, &by.caller, q.0.as_deref(), offset, limit).await?;
        let end = offset + page.items.len() as u64;
        Ok(Json(Page {
            next: OrNull((end < page.total).then(|| end.to_string())),
            items: page.items.into_iter().map(Row::from).collect(),
        }))
    }

    /// Begin an article
    #[oai(path = "/drafts", method = "post")]
    async fn begin(&self, by: SignedIn, body: Body<New>) -> Answer<Article> {
        let new = NewArticle {
            kind: body.0.kind.into(),
            title: body.0.title.unwrap_or_default(),
            contributor: body.0.contributor.map(PersonId),
        };
        let id = writing::begin_article(&by.desk, &by.caller, new).await?;
        Ok(Json(
            writing::open_draft(&by.desk, &by.caller, id).await?.into(),
        ))
    }

    /// The draft of an article
    #[oai(path = "/drafts/:article", method = "get")]
    async fn show(&self, by: SignedIn, article: Path<Uuid>) -> Answer<Article> {
        let view = writing::open_draft(&by.desk, &by.caller, ArticleId(article.0)).await?;
        Ok(Json(view.into()))
    }

    /// The draft as readers would see it, were it published as it stands
    #[oai(path = "/drafts/:article/page", method = "get")]
    async fn page(&self, by: SignedIn, article: Path<Uuid>, pages: PageMaker) -> PageAnswer {
        pages.page(writing::draft_page(&by.desk, &by.caller, ArticleId(article.0)).await?)
    }

    /// Save title, summary and question
    ///
    /// Needs `If-Match` with the version it was based on.
    #[oai(path = "/drafts/:article/head", method = "put")]
    async fn save_head(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        based_on: BasedOn,
        body: Body<HeadSave>,
    ) -> Answer<Saved> {
        let HeadSave {
            save_id,
            title,
            summary,
            question,
        } = body.0;
        let saved = writing::save_head(
            &by.desk,
            &by.caller,
            ArticleId(article.0),
            based_on.0,
            SaveId(save_id),
            HeadInput {
                title,
                summary,
                question,
            },
        )
        .await?;
        Ok(Json(Saved {
            version: saved.version,
            saved_at: saved.saved_at,
        }))
    }

    /// Save the words of one section
    ///
    /// Needs `If-Match` with the version it was based on.
    #[oai(path = "/drafts/:article/sections/:section", method = "put")]
    async fn save_section(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        section: Path<Uuid>,
        based_on: BasedOn,
        body: Body<SectionSave>,
    ) -> Answer<SavedSection> {
        let SectionSave {
            save_id,
            body_html,
            images,
            references,
        } = body.0;
        let done = writing::save_section(
            &by.desk,
            &by.caller,
            ArticleId(article.0),
            SectionId(section.0),
            based_on.0,
            SaveId(save_id),
            SectionInput {
                body_html,
                images: image_inputs(images)?,
                references: references.map(all),
            },
        )
        .await?;
        Ok(Json(SavedSection {
            version: done.saved.version,
            saved_at: done.saved.saved_at,
            body_html: done.words.body.as_str().to_owned(),
            images: all(done.words.images),
            references: all(done.words.references),
            dropped: done.words.dropped.iter().map(ToString::to_string).collect(),
        }))
    }

    /// Save what the contributors of a section declare
    ///
    /// Needs `If-Match` with the version it was based on.
    #[oai(
        path = "/drafts/:article/sections/:section/declarations",
        method = "put"
    )]
    async fn save_declarations(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        section: Path<Uuid>,
        based_on: BasedOn,
        body: Body<Declarations>,
    ) -> Answer<Saved> {
        let saved = writing::save_declarations(
            &by.desk,
            &by.caller,
            ArticleId(article.0),
            SectionId(section.0),
            based_on.0,
            body.0.into(),
        )
        .await?;
        Ok(Json(Saved {
            version: saved.version,
            saved_at: saved.saved_at,
        }))
    }

    /// Choose the topics
    #[oai(path = "/drafts/:article/topics", method = "put")]
    async fn set_topics(&self, by: SignedIn, article: Path<Uuid>, body: Body<Topics>) -> Done {
        let topics: Vec<TopicId> = body.0.topics.into_iter().map(TopicId).collect();
        writing::set_topics(&by.desk, &by.caller, ArticleId(article.0), &topics).await?;
        Ok(Nothing::Said)
    }

    /// Add an answer for one more clinician
    #[oai(path = "/drafts/:article/sections", method = "post")]
    async fn add_section(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        body: Body<NewSection>,
    ) -> Answer<AddedSection> {
        let mut over: Vec<PersonId> = body
            .0
            .contributors
            .unwrap_or_default()
            .into_iter()
            .map(PersonId)
            .collect();
        if let Some(typed) = body.0.typed {
            let article = ArticleId(article.0);
            over.push(
                people::name_contributor(&by.desk, &by.caller, article, &typed)
                    .await?
                    .id,
            );
        }
        let id = writing::add_section(&by.desk, &by.caller, ArticleId(article.0), &over).await?;
        Ok(Json(AddedSection { id: id.0 }))
    }

    /// Say who stands over a section
    #[oai(
        path = "/drafts/:article/sections/:section/contributors",
        method = "put"
    )]
    async fn set_contributors(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        section: Path<Uuid>,
        body: Body<Contributors>,
    ) -> Done {
        let mut over: Vec<contributors::Contributor> =
            body.0.contributors.into_iter().map(Into::into).collect();
        let (article, section) = (ArticleId(article.0), SectionId(section.0));
        if let Some(typed) = body.0.typed {
            let named = people::name_contributor(&by.desk, &by.caller, article, &typed).await?;
            over.push(contributors::Contributor {
                person: named.id,
                role: body.0.typed_role.unwrap_or_default().into(),
            });
        }
        writing::set_contributors(&by.desk, &by.caller, article, section, &over).await?;
        Ok(Nothing::Said)
    }

    /// Put the answers into another order
    #[oai(path = "/drafts/:article/order", method = "put")]
    async fn reorder(&self, by: SignedIn, article: Path<Uuid>, body: Body<Order>) -> Done {
        let order: Vec<SectionId> = body.0.sections.into_iter().map(SectionId).collect();
        writing::reorder_sections(&by.desk, &by.caller, ArticleId(article.0), &order).await?;
        Ok(Nothing::Said)
    }

    /// Take a section out
    #[oai(path = "/drafts/:article/sections/:section", method = "delete")]
    async fn remove_section(&self, by: SignedIn, article: Path<Uuid>, section: Path<Uuid>) -> Done {
        let (article, section) = (ArticleId(article.0), SectionId(section.0));
        writing::remove_section(&by.desk, &by.caller, article, section).await?;
        Ok(Nothing::Said)
    }

    /// What happened to an article
    #[oai(path = "/drafts/:article/history", method = "get")]
    async fn history(&self, by: SignedIn, article: Path<Uuid>) -> Answer<Page<HistoryLine>> {
        let lines = writing::history(&by.desk, &by.caller, ArticleId(article.0)).await?;
        Ok(Json(Page::whole(lines)))
    }
}
