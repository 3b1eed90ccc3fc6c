//! Sets the topics of an article: living, never signed.

use content::draft::FieldError;
use content::ids::{ArticleId, TopicId};
use serde_json::json;
use storage::site_state::{self, Subject as Public};
use storage::{Transaction, articles, house_texts, publications};

use super::ArticleFile;
use crate::record::{Subject, record};
use crate::{Act, Caller, Desk, Refusal};

/// The most topics an article may have.
const MOST: usize = 6;

/// Replaces the topics, main topic first. Groups cannot be chosen.
pub async fn set_topics(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    topics: &[TopicId],
) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    let file = ArticleFile::open(desk, &tx, caller, article, Act::Arrange).await?;
    let is_public = publications::find_copy(&tx, article).await?.is_some();
    if is_public && !caller.is_staff() {
        return Err(Refusal::NotAllowed(
            "Readers find this article by its topics. Ask the editors to change them.".to_owned(),
        ));
    }
    if is_public && topics.is_empty() {
        return Err(Refusal::field(
            "topics",
            "none",
            "Readers find this article by its topics. Keep at least one.",
        ));
    }
    let chosen = chosen_topics(&tx, topics).await?;
    articles::set_topics(&tx, article, &chosen).await?;
    articles::touch(&tx, article, desk.now()).await?;
    let ids: Vec<&str> = chosen.iter().map(|topic| topic.0.as_str()).collect();
    let subject = Subject::article(file.article.id).with(json!({ "topics": ids }));
    record(desk, &tx, caller, "set_topics", subject).await?;
    if is_public {
        site_state::bump(&tx, Public::Article(article), "topics", desk.now()).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// These topics, each once, main topic first; refused when one of them cannot be chosen.
pub(crate) async fn chosen_topics(
    tx: &Transaction,
    topics: &[TopicId],
) -> Result<Vec<TopicId>, Refusal> {
    if topics.len() > MOST {
        return Err(Refusal::field(
            "topics",
            "too_many",
            "Choose six topics at most.",
        ));
    }
    let known = house_texts::topics(tx).await?;
    let mut chosen: Vec<TopicId> = Vec::new();
    for topic in topics {
        if !known
            .iter()
            .any(|one| one.id == *topic && one.group.is_some())
        {
            return Err(Refusal::Invalid(vec![FieldError {
                field: "topics".to_owned(),
                code: "unknown_topic",
                detail: "One of these topics does not exist. Choose from the list.".to_owned(),
            }]));
        }
        if !chosen.contains(topic) {
            chosen.push(topic.clone());
        }
    }
    Ok(chosen)
}
