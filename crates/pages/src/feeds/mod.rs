//! Feeds: every entry is a whole article with its byline, notices and disclaimers.

mod atom;
mod json_feed;
mod rss;

pub use atom::atom;
pub use json_feed::json_feed;
pub use rss::rss;

use content::publication::PublishedContributor;
use time::OffsetDateTime;

use crate::compose::ComposedArticle;

/// The moment of the last change that readers should know of.
fn updated(article: &ComposedArticle) -> OffsetDateTime {
    let publication = &article.publication;
    publication
        .notices
        .iter()
        .map(|notice| notice.at)
        .chain([publication.published_at])
        .max()
        .unwrap_or(publication.published_at)
}

/// The newest of these moments; the beginning of time for an empty feed.
fn newest(articles: &[ComposedArticle]) -> OffsetDateTime {
    articles
        .iter()
        .map(updated)
        .max()
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// Those whose words it is, each person once, in the order printed.
fn authors(article: &ComposedArticle) -> Vec<&PublishedContributor> {
    each_once(article.authors())
}

/// Those who did something else for it, and are none of its authors.
fn others(article: &ComposedArticle) -> Vec<&PublishedContributor> {
    let authors = authors(article);
    each_once(article.contributors())
        .into_iter()
        .filter(|one| {
            authors
                .iter()
                .all(|author| author.person.id != one.person.id)
        })
        .collect()
}

fn each_once<'a>(
    people: impl Iterator<Item = &'a PublishedContributor>,
) -> Vec<&'a PublishedContributor> {
    let mut all: Vec<&PublishedContributor> = Vec::new();
    for one in people {
        if all.iter().all(|other| other.person.id != one.person.id) {
            all.push(one);
        }
    }
    all
}

/// The lasting name of an article, whatever becomes of its address.
fn urn(article: &ComposedArticle) -> String {
    format!("urn:uuid:{}", article.publication.article_id)
}

/// Without the characters that XML cannot hold.
fn xml_safe(text: &str) -> String {
    text.chars()
        .filter(|&c| !c.is_control() || matches!(c, '\n' | '\t' | '\r'))
        .filter(|&c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}

/// What a feed says of rights in one line; the whole disclaimers stand in the content.
fn rights(article: &ComposedArticle) -> String {
    let titles: Vec<String> = article
        .view
        .disclaimers
        .iter()
        .map(|one| format!("{}. {}", one.title, one.body))
        .collect();
    titles.join(" ")
}
