//! JSON Feed 1.1.

use serde_json::{Value, json};

use super::{authors, updated, urn};
use crate::compose::ComposedArticle;
use crate::day;
use crate::site_facts::SiteFacts;

/// The feed of these articles, newest first as given.
#[must_use]
pub fn json_feed(articles: &[ComposedArticle], site: &SiteFacts) -> String {
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "description": site.description,
        "home_page_url": site.url("/"),
        "feed_url": site.url("/feed.json"),
        "language": site.language,
        "items": articles.iter().map(item).collect::<Vec<_>>(),
    })
    .to_string()
}

fn item(article: &ComposedArticle) -> Value {
    let publication = &article.publication;
    let people: Vec<Value> = authors(article)
        .into_iter()
        .map(|one| {
            json!({
                "name": one.byline.text(),
                "url": format!("{}/authors/{}", article.site.public_url, one.person.slug),
            })
        })
        .collect();
    let whole = article.json();
    json!({
        "id": urn(article),
        "url": article.url(),
        "title": article.title(),
        "summary": article.description(),
        "content_html": article.feed_html(),
        "date_published": day::instant(publication.first_published_at),
        "date_modified": day::instant(updated(article)),
        "language": publication.language,
        "authors": people,
        "tags": publication.topics.iter().map(|topic| &topic.label).collect::<Vec<_>>(),
        "_status": publication.standing,
        "_mode": publication.mode,
        "_notices": whole["notices"],
        "_disclaimers": whole["disclaimers"],
    })
}
