//! Tries a theme on an invented publication, so that a template that drops what readers must
//! see is found before it serves one.

use content::ids::TopicId;
use content::public::Tombstone;
use content::topic::{Flag, Topic};
use time::OffsetDateTime;

use crate::article::MEDIA;
use crate::article_page::ArticlePage;
use crate::author_page::AuthorPage;
use crate::card::ComposedCard;
use crate::compose::{self, ComposedArticle, Preview, ShownTo};
use crate::contrast;
use crate::home::HomePage;
use crate::markup::{self, Piece};
use crate::pages::{PageError, Pages};
use crate::search_page::{Outcome, Results, SearchPage};
use crate::sentinel;
use crate::site_facts::SiteFacts;
use crate::theme::Theme;
use crate::topic_page::TopicPage;

/// A template that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its name.
    pub template: String,
    /// What is wrong with it, as a sentence.
    pub why: String,
}

impl Theme {
    /// Renders every kind of page. Names each template that fails, drops or hides the article,
    /// drops cards, or lacks "Get help now", the help box or the way out; and colours of the
    /// style sheet that cannot be read.
    #[must_use]
    pub fn check(&self) -> Vec<Fault> {
        let Some(publication) = sentinel::publication() else {
            return Vec::new();
        };
        let pages = Pages::new(
            self.clone(),
            SiteFacts::new("Sentinel", "https://s.example"),
        );
        let article = || compose::compose(&publication, pages.facts());
        let preview = compose::compose_preview(
            &Preview {
                publication: publication.clone(),
                images: MEDIA.to_owned(),
                shown_to: ShownTo::Desk,
            },
            pages.facts(),
        );
        let card = article().card();
        let mut faults = Faults::default();

        let page = ArticlePage {
            article: article(),
            next: vec![],
        };
        faults.article("article.html", &article(), pages.article(&page));
        faults.article("preview.html", &preview, pages.preview(&preview));
        for (name, page) in lists(&pages, &card, &publication) {
            faults.list(name, &card, page);
        }
        for (name, page) in others(&pages) {
            faults.page(name, page);
        }
        for why in contrast::faults(&self.assets.css.text) {
            faults.add("site.css", &why);
        }
        faults.0
    }
}

type Made = (&'static str, Result<String, PageError>);

/// Pages that are made of cards.
fn lists(
    pages: &Pages,
    card: &ComposedCard,
    publication: &content::publication::Publication,
) -> Vec<Made> {
    let cards = || vec![card.clone()];
    let byline = publication
        .sections
        .first()
        .and_then(|one| one.contributors.first());
    let person = byline.map(|one| one.person.clone());
    let topic = Topic {
        id: TopicId("0".to_owned()),
        group: None,
        label: "Sentinel".to_owned(),
        slug: "sentinel".to_owned(),
        introduction: String::new(),
        flag: Flag::Abuse,
        position: 0,
        synonyms: Vec::new(),
    };
    let results = Results {
        cards: cards(),
        total: 1,
        suggestion: None,
        facets: Vec::new(),
    };
    let search = SearchPage {
        query: "sentinel".to_owned(),
        topic: None,
        author: None,
        page: 1,
        flag: Flag::Abuse,
        outcome: Outcome::Found(results),
        topics: Vec::new(),
    };
    let topic = TopicPage {
        topic,
        group: None,
        topics: Vec::new(),
        cards: cards(),
        total: 1,
        page: 1,
    };
    let mut made = vec![
        (
            "home.html",
            pages.home(&HomePage {
                newest: cards(),
                topics: Vec::new(),
            }),
        ),
        ("topic.html", pages.topic(&topic)),
        ("search.html", pages.search(&search)),
    ];
    if let Some(person) = person {
        let page = AuthorPage {
            person,
            cards: cards(),
            total: 1,
            page: 1,
        };
        made.push(("author.html", pages.author(&page)));
    }
    made
}

fn others(pages: &Pages) -> Vec<Made> {
    let tombstone = Tombstone {
        slug: "sentinel".to_owned(),
        title: None,
        reason: "Sentinel".to_owned(),
        since: OffsetDateTime::UNIX_EPOCH,
    };
    vec![
        ("topics.html", pages.topics(&[])),
        ("authors.html", pages.authors(&[])),
        ("help.html", pages.help()),
        ("about.html", pages.about()),
        ("disclaimers.html", pages.disclaimers(&[])),
        ("privacy.html", pages.privacy()),
        ("reading_safely.html", pages.reading_safely()),
        ("feeds.html", pages.feeds()),
        ("corrections.html", pages.corrections(&[])),
        ("tombstone.html", pages.tombstone(&tombstone, &[])),
        ("not_found.html", pages.not_found(&[])),
        ("trouble.html", pages.trouble()),
    ]
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, template: &str, why: &str) {
        self.0.push(Fault {
            template: template.to_owned(),
            why: why.to_owned(),
        });
    }

    fn page(&mut self, name: &str, made: Result<String, PageError>) -> Option<String> {
        match made {
            Err(error) => {
                self.add(name, &error.to_string());
                None
            }
            Ok(page) => {
                if !page.contains("href=\"/help\"") {
                    self.add(name, "it has no link to the help page");
                }
                Some(page)
            }
        }
    }

    /// The sentinel is about abuse, so its page needs the help box and the way out.
    fn flagged(&mut self, name: &str, page: &str) {
        if !page.contains("class=\"help\"") {
            self.add(name, "a flagged page has no help box");
        }
        if !page.contains("class=\"exit\"") {
            self.add(name, "a flagged page has no quick exit");
        }
    }

    fn article(&mut self, name: &str, article: &ComposedArticle, made: Result<String, PageError>) {
        let Some(page) = self.page(name, made) else {
            return;
        };
        self.flagged(name, &page);
        match page.split_once(&article.html()) {
            None => self.add(name, "the article is not on its page"),
            Some((before, _)) => {
                if let Some(element) = hidden_by(before) {
                    self.add(
                        name,
                        &format!("the article stands inside {element}, which hides it"),
                    );
                }
            }
        }
    }

    fn list(&mut self, name: &str, card: &ComposedCard, made: Result<String, PageError>) {
        let Some(page) = self.page(name, made) else {
            return;
        };
        if name != "home.html" && name != "author.html" {
            self.flagged(name, &page);
        }
        let placed =
            page.contains(&card.html()) || page.contains(&card.clone().without_topic().html());
        if !placed {
            self.add(name, "an article’s card is not on its list");
        }
    }
}

/// Elements whose content readers may not see.
const HIDING: &[&str] = &[
    "template", "noscript", "details", "dialog", "script", "style", "title", "textarea", "svg",
    "iframe", "object", "select", "button", "head",
];

/// The element or comment open at the end of this markup that hides what follows.
fn hidden_by(before: &str) -> Option<String> {
    if before.rfind("<!--") > before.rfind("-->") {
        return Some("a comment".to_owned());
    }
    let mut open: Vec<(&str, bool)> = Vec::new();
    for piece in markup::pieces(before) {
        match piece {
            Piece::Open { name, source } => {
                let hides = HIDING.contains(&name)
                    || [" hidden", " style=", " aria-hidden=\"true\"", " inert"]
                        .iter()
                        .any(|attribute| source.contains(attribute));
                open.push((name, hides));
            }
            Piece::Close { name, .. } => {
                if let Some(at) = open.iter().rposition(|&(opened, _)| opened == name) {
                    open.truncate(at);
                }
            }
            Piece::Text(_) => {}
        }
    }
    // Elements without an end tag, such as `<meta>`, stay open here and hide nothing.
    open.iter()
        .find(|(_, hides)| *hides)
        .map(|(name, _)| format!("<{name}>"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn faults(name: &str, source: &str) -> Vec<String> {
        let files = BTreeMap::from([(name.to_owned(), source.to_owned())]);
        let theme = Theme::assemble(&files).unwrap();
        theme
            .check()
            .into_iter()
            .map(|fault| format!("{}: {}", fault.template, fault.why))
            .collect()
    }

    #[test]
    fn the_built_in_theme_has_no_faults() {
        assert_eq!(Theme::built_in().check(), []);
    }

    #[test]
    fn a_theme_that_drops_the_article_is_named() {
        for bad in [
            "{% extends 'base.html' %}{% block main %}{{ article.title }}{% endblock %}",
            "{% extends 'base.html' %}{% block main %}{{ article|safe }}{% endblock %}",
            "{% extends 'base.html' %}{% block main %}{{ article }}{{ article }}{% endblock %}",
        ] {
            let found = faults("article.html", bad);
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].starts_with("article.html: "), "{found:?}");
            assert!(found[0].contains("does not place"), "{found:?}");
        }
    }

    #[test]
    fn a_theme_that_hides_the_article_is_named() {
        for (open, close) in [
            ("<details>", "</details>"),
            ("<div hidden>", "</div>"),
            ("<!--", "-->"),
        ] {
            let bad = format!(
                "{{% extends 'base.html' %}}{{% block main %}}{open}{{{{ article }}}}{close}\
                 {{% endblock %}}"
            );
            let found = faults("article.html", &bad);
            assert!(found[0].contains("hides it"), "{open}: {found:?}");
        }
    }

    #[test]
    fn a_theme_without_help_or_exit_is_named() {
        let found = faults("base.html", "<main>{% block main %}{% endblock %}</main>");
        assert!(found.contains(&"home.html: it has no link to the help page".to_owned()));
        assert!(found.contains(&"article.html: a flagged page has no quick exit".to_owned()));
        assert!(found.contains(&"article.html: a flagged page has no help box".to_owned()));
    }

    #[test]
    fn a_theme_that_drops_cards_is_named() {
        let found = faults(
            "cards.html",
            "{% for card in cards %}{{ card.title|default('x') }}{% endfor %}",
        );
        assert!(found.contains(&"search.html: an article’s card is not on its list".to_owned()));
    }

    #[test]
    fn a_broken_theme_is_refused() {
        let files = BTreeMap::from([("home.html".to_owned(), "{% if %}".to_owned())]);
        assert!(Theme::assemble(&files).is_err());
        let files = BTreeMap::from([("hom.html".to_owned(), String::new())]);
        assert!(Theme::assemble(&files).is_err());
    }
}
