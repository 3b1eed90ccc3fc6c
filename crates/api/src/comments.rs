//! Comments beside a text: for its contributors and the editors, and for nobody else.

use content::ids::{ArticleId, CommentId, SectionId};
use editorial::Refusal;
use editorial::comments::{self, CommentView, NewComment};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::body::Body;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::shapes::{Answer, Done, Nothing, Page, PersonRef};

pub(crate) struct Comments;

/// An answer to a comment.
#[derive(Object)]
#[oai(rename = "CommentAnswer")]
struct Reply {
    id: Uuid,
    /// Who wrote it here.
    person: OrNull<PersonRef>,
    /// Who wrote it, as the document says that it came with.
    author_name: OrNull<String>,
    body: String,
    at: OffsetDateTime,
    /// Whether the caller wrote it and may take it away.
    mine: bool,
}

/// A comment beside a text.
#[derive(Object)]
struct Comment {
    id: Uuid,
    section_id: Uuid,
    /// Who wrote it here.
    person: OrNull<PersonRef>,
    /// Who wrote it, as the document says that it came with.
    author_name: OrNull<String>,
    /// The words it is about; may be empty.
    quote: String,
    /// Up to 40 characters before them, to tell the same words at several places apart.
    before: String,
    /// Plain text; null when its writer took it away and the answers stayed.
    body: OrNull<String>,
    at: OffsetDateTime,
    /// Since when it is settled.
    resolved_at: OrNull<OffsetDateTime>,
    resolved_by: OrNull<PersonRef>,
    /// Whether the caller wrote it and may take it away.
    mine: bool,
    /// Oldest first.
    answers: Vec<Reply>,
}

impl From<CommentView> for Reply {
    fn from(view: CommentView) -> Self {
        Self {
            id: view.id.0,
            person: view.person.map(PersonRef::from).into(),
            author_name: view.author_name.into(),
            body: view.words.unwrap_or_default().body,
            at: view.at,
            mine: view.mine,
        }
    }
}

impl From<CommentView> for Comment {
    fn from(view: CommentView) -> Self {
        let is_gone = view.words.is_none();
        let words = view.words.unwrap_or_default();
        Self {
            id: view.id.0,
            section_id: view.section.0,
            person: view.person.map(PersonRef::from).into(),
            author_name: view.author_name.into(),
            quote: words.quote,
            before: words.before,
            body: (!is_gone).then_some(words.body).into(),
            at: view.at,
            resolved_at: view.resolved_at.into(),
            resolved_by: view.resolved_by.map(PersonRef::from).into(),
            mine: view.mine,
            answers: view.answers.into_iter().map(Reply::from).collect(),
        }
    }
}

/// A comment on words of a section, or an answer to a comment.
#[derive(Object)]
#[oai(rename = "NewComment", deny_unknown_fields)]
struct New {
    /// At most 4,000 characters.
    body: String,
    /// Of a comment on a text.
    section_id: Option<Uuid>,
    /// The words it is about.
    quote: Option<String>,
    /// What stands before them.
    before: Option<String>,
    /// Of an answer: the comment.
    answers: Option<Uuid>,
}

impl TryFrom<New> for NewComment {
    type Error = Refusal;

    fn try_from(new: New) -> Result<Self, Refusal> {
        match (new.section_id, new.answers) {
            (Some(section), None) => Ok(Self::On {
                section: SectionId(section),
                quote: new.quote.unwrap_or_default(),
                before: new.before.unwrap_or_default(),
                body: new.body,
            }),
            (None, Some(to)) => Ok(Self::Answer {
                to: CommentId(to),
                body: new.body,
            }),
            _ => Err(Refusal::field(
                "section_id",
                "missing",
                "Say which text this comment is about, or which comment it answers.",
            )),
        }
    }
}

/// The comment that was added.
#[derive(Object)]
struct AddedComment {
    id: Uuid,
}

#[OpenApi(tag = "Tag::Writing")]
impl Comments {
    /// The comments beside a text
    ///
    /// Open ones first.
    #[oai(path = "/drafts/:article/comments", method = "get")]
    async fn list(&self, by: SignedIn, article: Path<Uuid>) -> Answer<Page<Comment>> {
        let all = comments::list_comments(&by.desk, &by.caller, ArticleId(article.0)).await?;
        Ok(Json(Page::whole(all)))
    }

    /// Comment on words of a text, or answer a comment
    #[oai(path = "/drafts/:article/comments", method = "post")]
    async fn add(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        body: Body<New>,
    ) -> Answer<AddedComment> {
        let new = body.0.try_into()?;
        let id = comments::add_comment(&by.desk, &by.caller, ArticleId(article.0), new).await?;
        Ok(Json(AddedComment { id: id.0 }))
    }

    /// Mark a comment as settled
    #[oai(path = "/drafts/:article/comments/:id/resolve", method = "post")]
    async fn resolve(&self, by: SignedIn, article: Path<Uuid>, id: Path<Uuid>) -> Done {
        let (article, id) = (ArticleId(article.0), CommentId(id.0));
        comments::resolve_comment(&by.desk, &by.caller, article, id).await?;
        Ok(Nothing::Said)
    }

    /// Open a settled comment again
    #[oai(path = "/drafts/:article/comments/:id/reopen", method = "post")]
    async fn reopen(&self, by: SignedIn, article: Path<Uuid>, id: Path<Uuid>) -> Done {
        let (article, id) = (ArticleId(article.0), CommentId(id.0));
        comments::reopen_comment(&by.desk, &by.caller, article, id).await?;
        Ok(Nothing::Said)
    }

    /// Take an own comment away
    ///
    /// Its words are gone for good; the answers to it stay.
    #[oai(path = "/drafts/:article/comments/:id", method = "delete")]
    async fn remove(&self, by: SignedIn, article: Path<Uuid>, id: Path<Uuid>) -> Done {
        let (article, id) = (ArticleId(article.0), CommentId(id.0));
        comments::remove_comment(&by.desk, &by.caller, article, id).await?;
        Ok(Nothing::Said)
    }
}
