//! The page of all authors, and the profile of one.

use content::person::PublicPerson;
use content::public::AuthorCount;
use minijinja::{context, value::Serde};
use serde::Serialize;

use crate::byline_html;
use crate::card::ComposedCard;
use crate::escape;
use crate::frame::Frame;
use crate::json_ld;
use crate::pages::{PageError, Pages};
use crate::paging::{self, Paging};
use crate::place::Slots;
use crate::topic_page::PER_PAGE;
use crate::verified_line;

/// What stands on a profile. Living: everything on it is as it is today.
#[derive(Debug)]
pub struct AuthorPage {
    /// The person.
    pub person: PublicPerson,
    /// The articles of this page, newest first.
    pub cards: Vec<ComposedCard>,
    /// How many there are in all.
    pub total: u64,
    /// Which page, from 1.
    pub page: u64,
}

#[derive(Debug, Serialize)]
struct Author {
    byline: String,
    path: String,
    articles: u64,
}

impl Pages {
    /// The page of all authors.
    pub fn authors(&self, authors: &[AuthorCount]) -> Result<String, PageError> {
        let frame = Frame::new("Authors", "/authors", self.facts())
            .current("authors")
            .described("The clinicians whose texts stand here.");
        let rows: Vec<Author> = authors
            .iter()
            .map(|author| Author {
                byline: byline_html::full(&author.byline),
                path: format!("/authors/{}", author.slug),
                articles: author.articles,
            })
            .collect();
        let content = context! { authors => Serde(rows), paging => Serde(Paging::default()) };
        self.render("authors.html", &frame, &Slots::default(), content)
    }

    /// The profile of one author.
    pub fn author(&self, page: &AuthorPage) -> Result<String, PageError> {
        let site = self.facts();
        let mut slots = Slots::default();
        let person = &page.person;
        let path = format!("/authors/{}", person.slug);
        let address = |number| paging::address(&path, number);
        let byline = person.byline.text();
        let frame = Frame::new(&byline, &address(page.page), site)
            .current("authors")
            .described(&format!("Articles by {byline}."))
            .with_json_ld(&json_ld::profile(person, site));
        let letters = byline_html::letters(&person.byline);
        let content = context! {
            name => person.byline.name.as_str(),
            letters,
            initials => byline_html::initials(&person.byline.name),
            photo => person.photo.as_ref().map(Serde),
            checks => Serde(verified_line::lines(person, site)),
            bio => person.bio.as_str(),
            practice_url => person.practice_url.as_deref().and_then(escape::web),
            cards => slots.cards(&page.cards),
            total => page.total,
            paging => Serde(Paging::new(page.page, paging::count(page.total, PER_PAGE), address)),
        };
        self.render("author.html", &frame, &slots, content)
    }
}
