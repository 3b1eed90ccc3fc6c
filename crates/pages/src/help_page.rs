//! The page behind "Get help now".

use minijinja::{context, value::Serde};

use crate::frame::Frame;
use crate::help_box::{self, HelpBox};
use crate::pages::{PageError, Pages};
use crate::place::Slots;

impl Pages {
    /// Lines to call or text, the site's own country first. The directory is among the facts.
    pub fn help(&self) -> Result<String, PageError> {
        let site = self.facts();
        let frame = Frame::new("Get help now", "/help", site)
            .described("Lines you can call or text now, by country.")
            .with_exit()
            .with_help(HelpBox::for_help_page(site));
        let content = context! { countries => Serde(help_box::countries(site)) };
        self.render("help.html", &frame, &Slots::default(), content)
    }
}
