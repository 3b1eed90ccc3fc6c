//! Search: results, nothing found, the engine away, nothing asked.

use content::public::TopicCount;
use content::topic::Flag;
use minijinja::{Value, context, value::Serde};
use serde::Serialize;

use crate::card::ComposedCard;
use crate::escape;
use crate::frame::Frame;
use crate::pages::{PageError, Pages};
use crate::paging::{self, Paging};
use crate::place::Slots;
use crate::topic_link;
use crate::topic_page::PER_PAGE;

/// What a reader asked, and what came of it. Never kept, never logged.
#[derive(Debug)]
pub struct SearchPage {
    /// The words, as typed.
    pub query: String,
    /// The slug of the chosen topic.
    pub topic: Option<String>,
    /// The slug of the chosen author.
    pub author: Option<String>,
    /// Which page, from 1.
    pub page: u64,
    /// What the words ask for: the help box, the way out.
    pub flag: Flag,
    /// What came of it.
    pub outcome: Outcome,
    /// All topics, for whoever did not find it.
    pub topics: Vec<TopicCount>,
}

/// What came of a search.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing was asked.
    Blank,
    /// Articles were found.
    Found(Results),
    /// None were found; perhaps other words would.
    Nothing {
        /// The words it may be.
        suggestion: Option<String>,
    },
    /// The engine does not answer.
    Away,
}

/// One page of what was found.
#[derive(Debug)]
pub struct Results {
    /// The cards, best first, with the reader's words marked.
    pub cards: Vec<ComposedCard>,
    /// How many there are in all.
    pub total: u64,
    /// The words it may be.
    pub suggestion: Option<String>,
    /// Topics among the results; empty ones are not among them.
    pub facets: Vec<Facet>,
}

/// A topic by which the results can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Neutral words.
    pub label: String,
    /// Its slug.
    pub slug: String,
    /// How many of the results.
    pub count: u64,
}

#[derive(Debug, Serialize)]
struct FacetLink {
    label: String,
    href: String,
    count: u64,
    chosen: bool,
}

#[derive(Debug, Serialize)]
struct Suggestion {
    href: String,
    html: String,
}

impl Pages {
    /// The page of a search. The words stay in the field and out of the title.
    pub fn search(&self, page: &SearchPage) -> Result<String, PageError> {
        let site = self.facts();
        let mut slots = Slots::default();
        let frame = Frame::unlisted("Search", site)
            .current("search")
            .flagged(page.flag, site);
        let outcome = match &page.outcome {
            Outcome::Blank => context! { state => "blank" },
            Outcome::Away => context! { state => "away" },
            Outcome::Nothing { suggestion } => {
                context! { state => "nothing", suggestion => suggested(page, suggestion.as_deref()) }
            }
            Outcome::Found(results) => found(page, results, &mut slots),
        };
        let content = context! {
            q => page.query.as_str(),
            topics => Serde(topic_link::groups(&page.topics)),
            ..outcome
        };
        self.render("search.html", &frame, &slots, content)
    }
}

fn found(page: &SearchPage, results: &Results, slots: &mut Slots) -> Value {
    let pages = paging::count(results.total, PER_PAGE);
    let paging = Paging::new(page.page, pages, |number| {
        address(
            &page.query,
            page.topic.as_deref(),
            page.author.as_deref(),
            number,
        )
    });
    context! {
        state => "found",
        total => results.total,
        cards => slots.cards(&results.cards),
        suggestion => suggested(page, results.suggestion.as_deref()),
        facets => Serde(facets(page, results)),
        paging => Serde(paging),
    }
}

/// The way back to all, then every topic; the chosen one leads back too.
fn facets(page: &SearchPage, results: &Results) -> Vec<FacetLink> {
    if results.facets.is_empty() && page.topic.is_none() {
        return Vec::new();
    }
    let to = |slug: Option<&str>| address(&page.query, slug, page.author.as_deref(), 1);
    let all = FacetLink {
        label: "All topics".to_owned(),
        href: to(None),
        count: if page.topic.is_none() {
            results.total
        } else {
            0
        },
        chosen: page.topic.is_none(),
    };
    let topics = results
        .facets
        .iter()
        .filter(|facet| facet.count > 0)
        .map(|facet| {
            let chosen = page.topic.as_deref() == Some(facet.slug.as_str());
            FacetLink {
                label: facet.label.clone(),
                href: if chosen {
                    to(None)
                } else {
                    to(Some(&facet.slug))
                },
                count: facet.count,
                chosen,
            }
        });
    std::iter::once(all).chain(topics).collect()
}

fn suggested(page: &SearchPage, words: Option<&str>) -> Option<Serde<Suggestion>> {
    let words = words?;
    Some(Serde(Suggestion {
        href: address(words, page.topic.as_deref(), page.author.as_deref(), 1),
        html: changed_words(&page.query, words),
    }))
}

/// The suggestion with the words that the reader did not type in bold.
fn changed_words(typed: &str, suggested: &str) -> String {
    let typed: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let words: Vec<String> = suggested
        .split_whitespace()
        .map(|word| {
            let html = escape::html(word);
            if typed.contains(&word.to_lowercase()) {
                html
            } else {
                format!("<b>{html}</b>")
            }
        })
        .collect();
    words.join(" ")
}

fn address(query: &str, topic: Option<&str>, author: Option<&str>, page: u64) -> String {
    let mut pairs = url::form_urlencoded::Serializer::new(String::new());
    pairs.append_pair("q", query);
    for (name, value) in [("topic", topic), ("author", author)] {
        if let Some(value) = value {
            pairs.append_pair(name, value);
        }
    }
    if page > 1 {
        pairs.append_pair("page", &page.to_string());
    }
    format!("/search?{}", pairs.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_bold() {
        assert_eq!(
            changed_words("cant slep Now", "cant sleep now"),
            "cant <b>sleep</b> now"
        );
    }

    #[test]
    fn addresses_are_encoded() {
        assert_eq!(
            address("a&b c", Some("t"), None, 2),
            "/search?q=a%26b+c&topic=t&page=2"
        );
    }
}
