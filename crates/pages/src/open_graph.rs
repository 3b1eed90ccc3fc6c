//! What is shown when somebody passes a link on. Nothing in it depends on the reader.

use serde::Serialize;

use crate::compose::ComposedArticle;
use crate::day;
use crate::site_facts::SiteFacts;

/// One `<meta property content>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Property {
    name: &'static str,
    content: String,
}

fn property(name: &'static str, content: impl Into<String>) -> Property {
    Property {
        name,
        content: content.into(),
    }
}

impl ComposedArticle {
    /// Title, description, dates, authors by profile, topics.
    pub(crate) fn open_graph(&self) -> Vec<Property> {
        let mut all = vec![
            property("og:type", "article"),
            property("og:title", &self.view.title),
            property("og:description", self.description()),
            property("og:url", &self.view.url),
            property("og:site_name", &self.site.name),
            property("og:locale", self.publication.language.replace('-', "_")),
            property(
                "article:published_time",
                day::instant(self.publication.first_published_at),
            ),
            property(
                "article:modified_time",
                day::instant(self.publication.published_at),
            ),
        ];
        if let Some((image, address)) = self.pictures().next() {
            all.push(property("og:image", address));
            all.push(property(
                "og:image:alt",
                image.alt.as_deref().unwrap_or_default(),
            ));
        }
        all.extend(self.authors().map(|one| {
            let url = format!("{}/authors/{}", self.site.public_url, one.person.slug);
            property("article:author", url)
        }));
        if let Some(topic) = self.view.topics.first() {
            all.push(property("article:section", &topic.label));
        }
        all.extend(
            self.view
                .topics
                .iter()
                .map(|topic| property("article:tag", &topic.label)),
        );
        all
    }
}

/// For pages that are not articles.
pub(crate) fn website(title: &str, path: &str, site: &SiteFacts) -> Vec<Property> {
    vec![
        property("og:type", "website"),
        property("og:title", title),
        property("og:description", &site.description),
        property("og:url", site.url(path)),
        property("og:site_name", &site.name),
        property("og:locale", site.language.replace('-', "_")),
    ]
}
