//! Atom (RFC 4287).

use atom_syndication::{Category, Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use content::publication::PublishedContributor;
use time::OffsetDateTime;

use super::{authors, newest, others, rights, updated, urn, xml_safe};
use crate::compose::ComposedArticle;
use crate::day;
use crate::site_facts::SiteFacts;

/// The feed of these articles, newest first as given.
#[must_use]
pub fn atom(articles: &[ComposedArticle], site: &SiteFacts) -> String {
    let feed = Feed {
        title: Text::plain(xml_safe(&site.name)),
        id: site.url("/feed.atom"),
        updated: moment(newest(articles)),
        subtitle: Some(Text::plain(xml_safe(&site.description))),
        links: vec![
            link(site.url("/feed.atom"), "self", "application/atom+xml"),
            link(site.url("/"), "alternate", "text/html"),
        ],
        lang: Some(site.language.clone()),
        entries: articles.iter().map(entry).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

fn people(article: &ComposedArticle, all: Vec<&PublishedContributor>) -> Vec<Person> {
    all.into_iter()
        .map(|one| Person {
            name: xml_safe(&one.byline.text()),
            uri: Some(format!(
                "{}/authors/{}",
                article.site.public_url, one.person.slug
            )),
            ..Person::default()
        })
        .collect()
}

fn entry(article: &ComposedArticle) -> Entry {
    let publication = &article.publication;
    Entry {
        title: Text::plain(xml_safe(article.title())),
        id: urn(article),
        updated: moment(updated(article)),
        published: Some(moment(publication.first_published_at)),
        authors: people(article, authors(article)),
        contributors: people(article, others(article)),
        categories: publication
            .topics
            .iter()
            .map(|topic| Category {
                term: topic.slug.clone(),
                scheme: Some(format!("{}/topics", article.site.public_url)),
                label: Some(xml_safe(&topic.label)),
            })
            .collect(),
        links: vec![link(article.url().to_owned(), "alternate", "text/html")],
        rights: Some(Text::plain(xml_safe(&rights(article)))),
        summary: Some(Text::plain(xml_safe(&article.description()))),
        content: Some(Content {
            value: Some(xml_safe(&article.feed_html())),
            content_type: Some("html".to_owned()),
            lang: Some(publication.language.clone()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn link(href: String, rel: &str, mime: &str) -> Link {
    Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(mime.to_owned()),
        ..Link::default()
    }
}

fn moment(at: OffsetDateTime) -> FixedDateTime {
    day::instant(at).parse().unwrap_or_default()
}
