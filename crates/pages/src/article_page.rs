//! The page of one article, and of a proof.

use content::topic::Flag;
use minijinja::context;

use crate::card::ComposedCard;
use crate::compose::ComposedArticle;
use crate::frame::Frame;
use crate::pages::{PageError, Pages};
use crate::place::Slots;

/// What stands on it.
#[derive(Debug)]
pub struct ArticlePage {
    /// The article.
    pub article: ComposedArticle,
    /// What could be read next, best first. Texts on suicide, self-harm or abuse are not put side
    /// by side, and retracted ones are left out.
    pub next: Vec<ComposedCard>,
}

/// As many as fit without choosing for the reader.
const NEXT: usize = 3;

impl Pages {
    /// The page of an article.
    pub fn article(&self, page: &ArticlePage) -> Result<String, PageError> {
        let mut slots = Slots::default();
        let frame = Frame::of_article(&page.article, self.facts());
        let cards: Vec<ComposedCard> = apart(page).cloned().collect();
        let content = context! {
            article => slots.article(&page.article),
            cards => slots.cards(&cards),
        };
        self.render("article.html", &frame, &slots, content)
    }

    /// The page of a proof or preview, which no search engine may list.
    pub fn preview(&self, article: &ComposedArticle) -> Result<String, PageError> {
        let mut slots = Slots::default();
        let frame =
            Frame::unlisted(article.title(), self.facts()).flagged(article.flag(), self.facts());
        let content = context! { article => slots.article(article) };
        self.render("preview.html", &frame, &slots, content)
    }
}

/// No two pieces on suicide, self-harm or abuse side by side.
fn apart(page: &ArticlePage) -> impl Iterator<Item = &ComposedCard> {
    let heavy = |flag: Flag| matches!(flag, Flag::Crisis | Flag::Abuse);
    let mut heavy_so_far = heavy(page.article.flag());
    page.next
        .iter()
        .filter(|card| card.is_live())
        .filter(move |card| {
            let shown = !(heavy_so_far && heavy(card.flag()));
            heavy_so_far |= heavy(card.flag());
            shown
        })
        .take(NEXT)
}
