//! What a hit shows.

use search::{SearchIndex, SearchQuery};

use super::library::{Telling, an_article, ask, with};

pub(crate) async fn snippets_hold_marks_and_nothing_else(index: &dyn SearchIndex) {
    let hostile = "<script>alert(1)</script> grief <img src=x onerror='y'> & <mark>\" grief";
    with(
        index,
        vec![an_article(hostile).saying(hostile).summed_up(hostile)],
    )
    .await;
    let hit = &ask(index, "grief").await.hits[0];
    for html in [hit.snippet.as_html(), hit.marked_title.as_html()] {
        assert_eq!(html.matches("<mark>grief</mark>").count(), 2, "{html}");
        let rest = html.replace("<mark>grief</mark>", "");
        assert!(!rest.contains(['<', '>', '"', '\'']), "{rest}");
        assert_eq!(
            rest.matches('&').count(),
            rest.matches(';').count(),
            "{rest}"
        );
    }
}

pub(crate) async fn snippets_show_where_the_words_are(index: &dyn SearchIndex) {
    let far = "Nothing to see here. ".repeat(100);
    let body = format!("{far}At last, grief at work is spoken of. {far}");
    with(index, vec![an_article("A title").saying(&body)]).await;
    let hit = &ask(index, "grief work").await.hits[0];
    let html = hit.snippet.as_html();
    assert!(
        html.contains("<mark>grief</mark> at <mark>work</mark>"),
        "{html}"
    );
    assert!(
        html.len() < 400 && html.starts_with('…') && html.ends_with('…'),
        "{html}"
    );
}

pub(crate) async fn typos_and_beginnings_are_marked(index: &dyn SearchIndex) {
    with(
        index,
        vec![an_article("A title").saying("Couples come to therapy late.")],
    )
    .await;
    let html = ask(index, "cuoples thera").await.hits[0]
        .snippet
        .as_html()
        .to_owned();
    assert_eq!(
        html,
        "<mark>Couples</mark> come to <mark>therapy</mark> late."
    );
    let html = ask(index, "couple coming").await.hits[0]
        .snippet
        .as_html()
        .to_owned();
    assert_eq!(
        html,
        "<mark>Couples</mark> <mark>come</mark> to therapy late."
    );
}

pub(crate) async fn a_hit_carries_what_a_page_shows(index: &dyn SearchIndex) {
    let article = an_article("Grief")
        .by("Juno Wintergreen", &["MA", "LPC"])
        .by("Ben Okafor", &["PhD"])
        .under("5.1")
        .under("2.2")
        .published(400)
        .summed_up("In short.");
    with(index, vec![article.clone()]).await;
    let hit = ask(index, "grief").await.hits.remove(0);
    assert_eq!(hit.article_id, article.article_id);
    assert_eq!((hit.slug, hit.title), (article.slug, article.title));
    assert_eq!((hit.bylines, hit.topics), (article.bylines, article.topics));
    assert_eq!((hit.standing, hit.mode), (article.standing, article.mode));
    assert_eq!(hit.published_at, article.published_at);
    assert_eq!(hit.snippet.as_html(), "In short.");
    assert_eq!(hit.marked_title.as_html(), "<mark>Grief</mark>");
}

pub(crate) async fn limits_are_kept(index: &dyn SearchIndex) {
    with(
        index,
        (0..120)
            .map(|n| an_article(&format!("Grief {n}")))
            .collect(),
    )
    .await;
    let found = async |offset, limit| {
        let query = SearchQuery::new("grief").page(offset, limit);
        let found = index.search(&query).await.expect("an answer");
        (found.total, found.hits.len())
    };
    assert_eq!(found(0, 0).await, (120, 0));
    assert_eq!(found(0, usize::MAX).await, (120, 100));
    assert_eq!(found(115, 10).await, (120, 5));
    assert_eq!(found(usize::MAX, usize::MAX).await, (120, 0));
}
