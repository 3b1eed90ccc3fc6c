//! Somebody comments on words of a text, or answers a comment.

use content::ids::{ArticleId, CommentId, SectionId};
use serde_json::json;
use storage::comments::{self, Comment, CommentWords};
use storage::{Transaction, drafts};

use super::words::typed;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// The most comments and answers of one article.
const MOST: u64 = 3000;

/// A comment as it is written.
#[derive(Clone, Debug)]
pub enum NewComment {
    /// On words of a section.
    On {
        /// Whose words.
        section: SectionId,
        /// The words it is about; may be empty.
        quote: String,
        /// What stands before them; the last 40 characters are kept.
        before: String,
        /// What it says.
        body: String,
    },
    /// An answer.
    Answer {
        /// The comment, or another answer to it.
        to: CommentId,
        /// What it says.
        body: String,
    },
}

/// Adds a comment and answers its name.
pub async fn add_comment(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    new: NewComment,
) -> Result<CommentId, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let file = ArticleFile::open(desk, &tx, caller, article, Act::Comment).await?;
    file.candidate("comment")?;
    if comments::count(&tx, article).await? >= MOST {
        return Err(Refusal::Conflict(
            "There are 3,000 comments on this text already. Yours was not added.".to_owned(),
        ));
    }
    let (section, parent, words) = place(&tx, article, new).await?;
    let id = CommentId(desk.id());
    let comment = Comment {
        id,
        article_id: article,
        section_id: section,
        parent,
        person: Some(signed_in.person),
        author_name: None,
        words: Some(words),
        written_at: None,
        added_at: desk.now(),
        resolved_at: None,
        resolved_by: None,
    };
    comments::insert_all(&tx, &[comment]).await?;
    let subject = Subject::new("comment", id)
        .with(json!({ "article": article, "section": section, "answers": parent }));
    record(desk, &tx, caller, "comment", subject).await?;
    tx.commit().await?;
    Ok(id)
}

async fn place(
    tx: &Transaction,
    article: ArticleId,
    new: NewComment,
) -> Result<(SectionId, Option<CommentId>, CommentWords), Refusal> {
    match new {
        NewComment::On {
            section,
            quote,
            before,
            body,
        } => {
            drafts::section(tx, article, section)
                .await?
                .ok_or(Refusal::NotFound)?;
            Ok((section, None, typed(&quote, &before, &body)?))
        }
        NewComment::Answer { to, body } => {
            let to = comments::find(tx, article, to)
                .await?
                .ok_or(Refusal::NotFound)?;
            let parent = to.parent.unwrap_or(to.id);
            Ok((to.section_id, Some(parent), typed("", "", &body)?))
        }
    }
}
