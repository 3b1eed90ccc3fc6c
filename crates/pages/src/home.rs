//! The front page.

use content::public::TopicCount;
use minijinja::{context, value::Serde};

use crate::card::ComposedCard;
use crate::frame::Frame;
use crate::json_ld;
use crate::pages::{PageError, Pages};
use crate::place::Slots;
use crate::topic_link;

/// What stands on it.
#[derive(Debug)]
pub struct HomePage {
    /// The newest articles; the first stands out.
    pub newest: Vec<ComposedCard>,
    /// All topics with their groups.
    pub topics: Vec<TopicCount>,
}

impl Pages {
    /// The front page.
    pub fn home(&self, page: &HomePage) -> Result<String, PageError> {
        let site = self.facts();
        let mut slots = Slots::default();
        let frame = Frame::new("", "/", site)
            .described(&site.description)
            .with_json_ld(&json_ld::front_page(site));
        let content = context! {
            cards => slots.cards(&page.newest),
            topics => Serde(topic_link::groups(&page.topics)),
        };
        self.render("home.html", &frame, &slots, content)
    }
}
