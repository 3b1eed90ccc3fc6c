//! Taking articles in.

use async_trait::async_trait;
use search::{Batch, DocumentSource, Documents, SearchDocument, SearchIndex, SourceError};

use super::library::{Telling, an_article, titles, version, with};

pub(crate) async fn nothing_is_folded_at_first(index: &dyn SearchIndex) {
    assert_eq!(index.folded().await, None);
    assert_eq!(index.count().await.expect("a count"), 0);
    assert!(titles(index, "grief").await.is_empty());
}

pub(crate) async fn a_fold_is_visible_when_it_returns(index: &dyn SearchIndex) {
    for n in 1..=12 {
        let upsert = vec![an_article(&format!("Grief {n}"))];
        let batch = Batch {
            upsert,
            remove: Vec::new(),
            reached: version(n),
        };
        index.fold(batch).await.expect("a fold");
        assert_eq!(index.folded().await, Some(version(n)));
        assert_eq!(titles(index, &format!("\"grief {n}\"")).await.len(), 1);
    }
    assert_eq!(index.count().await.expect("a count"), 12);
}

pub(crate) async fn an_article_is_replaced_not_doubled(index: &dyn SearchIndex) {
    let mut article = an_article("Grief");
    with(index, vec![article.clone()]).await;
    article.title = "Mourning".into();
    with(index, vec![article]).await;
    assert!(titles(index, "grief").await.is_empty());
    assert_eq!(titles(index, "mourning").await, ["Mourning"]);
    assert_eq!(index.count().await.expect("a count"), 1);
}

pub(crate) async fn the_later_of_two_counts(index: &dyn SearchIndex) {
    let first = an_article("Grief").saying("draft");
    let second = an_article("Grief").saying("final");
    with(index, vec![first, second]).await;
    assert!(titles(index, "draft").await.is_empty());
    assert_eq!(titles(index, "final").await.len(), 1);
}

pub(crate) async fn removed_articles_are_gone(index: &dyn SearchIndex) {
    let (gone, kept) = (an_article("Grief gone"), an_article("Grief kept"));
    with(index, vec![gone.clone(), kept]).await;
    let remove = vec![gone.article_id];
    let batch = Batch {
        upsert: Vec::new(),
        remove,
        reached: version(2),
    };
    index.fold(batch).await.expect("a fold");
    assert_eq!(titles(index, "grief").await, ["Grief kept"]);
    assert_eq!(index.count().await.expect("a count"), 1);
}

pub(crate) async fn a_rebuild_replaces_everything(index: &dyn SearchIndex) {
    with(index, vec![an_article("Old")]).await;
    let articles = (0..1_200).map(|n| an_article(&format!("New {n}")));
    let articles: Vec<_> = articles.collect();
    index
        .rebuild(Box::new(Documents(articles.into_iter())), version(7))
        .await
        .expect("a rebuild");
    assert_eq!(index.folded().await, Some(version(7)));
    assert_eq!(index.count().await.expect("a count"), 1_200);
    assert!(titles(index, "old").await.is_empty());
    with(index, vec![an_article("Newer")]).await;
    assert_eq!(index.count().await.expect("a count"), 1_201);
}

/// Fails at its second page.
struct Failing(u8);

#[async_trait]
impl DocumentSource for Failing {
    async fn next_page(&mut self) -> Result<Vec<SearchDocument>, SourceError> {
        self.0 += 1;
        if self.0 == 1 {
            Ok(vec![an_article("New")])
        } else {
            Err("the database is away".into())
        }
    }
}

pub(crate) async fn a_failed_rebuild_leaves_the_old_index(index: &dyn SearchIndex) {
    with(index, vec![an_article("Old")]).await;
    index
        .rebuild(Box::new(Failing(0)), version(7))
        .await
        .expect_err("a failure");
    assert_eq!(index.folded().await, Some(version(1)));
    assert_eq!(titles(index, "old").await, ["Old"]);
    assert!(titles(index, "new").await.is_empty());
}

/// Waits to be let go before its second page.
struct Slow {
    page: u8,
    reached: Option<tokio::sync::oneshot::Sender<()>>,
    go: Option<tokio::sync::oneshot::Receiver<()>>,
}

#[async_trait]
impl DocumentSource for Slow {
    async fn next_page(&mut self) -> Result<Vec<SearchDocument>, SourceError> {
        self.page += 1;
        if self.page == 1 {
            return Ok(vec![an_article("New")]);
        }
        if let (Some(reached), Some(go)) = (self.reached.take(), self.go.take()) {
            let _ = reached.send(());
            go.await?;
        }
        Ok(Vec::new())
    }
}

pub(crate) async fn the_old_index_answers_during_a_rebuild(index: &dyn SearchIndex) {
    with(index, vec![an_article("Old")]).await;
    let (reached, when_reached) = tokio::sync::oneshot::channel();
    let (let_go, go) = tokio::sync::oneshot::channel();
    let slow = Slow {
        page: 0,
        reached: Some(reached),
        go: Some(go),
    };
    let rebuild = index.rebuild(Box::new(slow), version(7));
    let meanwhile = async {
        when_reached.await.expect("a second page");
        assert_eq!(titles(index, "old").await, ["Old"]);
        assert!(titles(index, "new").await.is_empty());
        assert_eq!(index.folded().await, Some(version(1)));
        with(
            index,
            vec![an_article("Between").saying("while the other is built")],
        )
        .await;
        assert_eq!(titles(index, "between").await, ["Between"]);
        let_go.send(()).expect("someone waiting");
    };
    let (outcome, ()) = tokio::join!(rebuild, meanwhile);
    outcome.expect("a rebuild");
    assert_eq!(index.folded().await, Some(version(7)));
    assert_eq!(titles(index, "new").await, ["New"]);
    assert!(
        titles(index, "between").await.is_empty(),
        "to be folded again from 7"
    );
}
