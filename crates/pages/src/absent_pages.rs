//! Pages for addresses where no article can be read.

use content::public::{Tombstone, TopicCount};
use minijinja::{Value, context, value::Serde};

use crate::card::ComposedCard;
use crate::day::Day;
use crate::frame::Frame;
use crate::pages::{PageError, Pages};
use crate::place::Slots;
use crate::topic_link;

impl Pages {
    /// An article was here (410).
    pub fn tombstone(
        &self,
        tombstone: &Tombstone,
        instead: &[ComposedCard],
    ) -> Result<String, PageError> {
        let site = self.facts();
        let mut slots = Slots::default();
        let frame = Frame::unlisted("Withdrawn article", site);
        let content = context! {
            title => tombstone.title.as_deref(),
            reason => tombstone.reason.as_str(),
            since => Serde(Day::at(tombstone.since, site)),
            cards => slots.cards(instead),
        };
        self.render("tombstone.html", &frame, &slots, content)
    }

    /// Nothing is here (404).
    pub fn not_found(&self, topics: &[TopicCount]) -> Result<String, PageError> {
        let frame = Frame::unlisted("Nothing at this address", self.facts());
        let content = context! { topics => Serde(topic_link::groups(topics)) };
        self.render("not_found.html", &frame, &Slots::default(), content)
    }

    /// The page cannot be made just now (500, 503).
    pub fn trouble(&self) -> Result<String, PageError> {
        let frame = Frame::unlisted("Not just now", self.facts());
        self.render("trouble.html", &frame, &Slots::default(), Value::UNDEFINED)
    }
}
