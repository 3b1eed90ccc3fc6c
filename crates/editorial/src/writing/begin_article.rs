//! An author, or an editor for somebody, begins an article.

use content::article::Kind;
use content::clean_html::{FORMAT, POLICY};
use content::declaration::Declarations;
use content::draft::HeadInput;
use content::ids::{ArticleId, PersonId, SectionId};
use content::lifecycle::Candidate;
use storage::accounts::Role;
use storage::articles::Article;
use storage::contributors::{self, Contributor};
use storage::drafts::{DraftHead, DraftSection};
use storage::{Transaction, articles, candidates, drafts};

use super::set_contributors::{authors, named};
use crate::permissions::may_here;
use crate::record::{Subject, record};
use crate::{Act, Caller, Desk, Refusal};

/// What an article begins with.
#[derive(Clone, Debug)]
pub struct NewArticle {
    /// What it is made of.
    pub kind: Kind,
    /// May be empty.
    pub title: String,
    /// Whose first section it is; the caller's own when an author begins it.
    pub contributor: Option<PersonId>,
}

/// Begins an article with an empty head and a first section, and answers its name.
///
/// An editor who is no author begins it without a name over it, to be given later.
pub async fn begin_article(
    desk: &Desk,
    caller: &Caller,
    new: NewArticle,
) -> Result<ArticleId, Refusal> {
    may_here(caller, Act::Begin)?;
    let signed_in = caller.signed_in()?;
    let head = HeadInput {
        title: new.title,
        ..HeadInput::default()
    }
    .parse()
    .map_err(Refusal::Invalid)?;
    let contributor = match new.contributor {
        Some(person) if caller.is_staff() || person == signed_in.person => Some(person),
        Some(_) => {
            return Err(Refusal::NotAllowed(
                "You begin articles under your own name.".to_owned(),
            ));
        }
        None => caller.is(Role::Author).then_some(signed_in.person),
    };

    let tx = desk.storage.begin().await?;
    let contributor = named(&tx, &authors(contributor.as_slice())).await?;
    let now = desk.now();
    let article = Article {
        id: ArticleId(desk.id()),
        kind: new.kind,
        language: desk.site.language.clone(),
        slug: None,
        editor: None,
        created_by: Some(signed_in.person),
        created_at: now,
        updated_at: now,
    };
    articles::insert(&tx, &article).await?;
    let head = DraftHead {
        version: 1,
        title: head.title,
        summary: String::new(),
        question: (new.kind == Kind::ExpertAnswers).then(String::new),
        saved_at: now,
        saved_by: Some(signed_in.person),
    };
    drafts::insert_head(&tx, article.id, &head).await?;
    insert_section(
        desk,
        &tx,
        article.id,
        0,
        &contributor,
        Some(signed_in.person),
    )
    .await?;
    candidates::put(&tx, article.id, &Candidate::Draft, now).await?;
    record(desk, &tx, caller, "begin", Subject::article(article.id)).await?;
    tx.commit().await?;
    Ok(article.id)
}

/// Adds an empty section under these names.
pub(super) async fn insert_section(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    position: i64,
    over: &[Contributor],
    by: Option<PersonId>,
) -> Result<SectionId, Refusal> {
    let id = SectionId(desk.id());
    drafts::insert_section(
        tx,
        &DraftSection {
            id,
            article_id: article,
            position,
            version: 1,
            format: format!("{FORMAT}/{POLICY}"),
            body_html: String::new(),
            images: Vec::new(),
            references: Vec::new(),
            declarations: Declarations::default(),
            saved_at: desk.now(),
            saved_by: by,
        },
    )
    .await?;
    contributors::set(tx, id, over).await?;
    Ok(id)
}
