//! A theme with the facts of one site version: everything a page is made from but its content.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::{Value, context, value::Serde};

use crate::assets::Assets;
use crate::card::ComposedCard;
use crate::compose::ComposedArticle;
use crate::frame::Frame;
use crate::place::Slots;
use crate::site_facts::SiteFacts;
use crate::theme::Theme;

/// Makes pages. Cheap to clone; one method for each page stands with that page's content.
#[derive(Clone, Debug)]
pub struct Pages {
    theme: Arc<Theme>,
    site: Arc<SiteFacts>,
    globals: Value,
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The template does not place the article, or not exactly once.
    #[error("the template {0} does not place the article with its byline, notices and disclaimers")]
    NotPlaced(String),
    /// The template asks for something that is not there.
    #[error("the template {name} failed: {source}")]
    Template {
        /// Its name.
        name: String,
        /// Why.
        source: Box<minijinja::Error>,
    },
}

impl Pages {
    /// Pages of this theme for this site.
    #[must_use]
    pub fn new(theme: Theme, site: SiteFacts) -> Self {
        Self::assemble(Arc::new(theme), site)
    }

    /// The same theme with newer facts, for a new site version.
    #[must_use]
    pub fn with_facts(&self, site: SiteFacts) -> Self {
        Self::assemble(Arc::clone(&self.theme), site)
    }

    fn assemble(theme: Arc<Theme>, site: SiteFacts) -> Self {
        let globals = context! {
            site => context! {
                name => site.name.as_str(),
                tagline => site.tagline.as_str(),
                language => site.language.as_str(),
                public_url => site.public_url.as_str(),
                contact => site.contact.as_deref(),
                exit_url => site.exit_url.as_str(),
                exit_words => site.exit_words.as_str(),
                licence => site.licence_word(),
            },
            assets => context! {
                css => theme.assets.css.path.as_str(),
                js => theme.assets.js.path.as_str(),
                icon => theme.assets.icon.path.as_str(),
            },
        };
        Self {
            theme,
            site: Arc::new(site),
            globals,
        }
    }

    /// The facts that these pages are made from; what [`crate::compose`] wants.
    #[must_use]
    pub fn facts(&self) -> &SiteFacts {
        &self.site
    }

    /// The theme in use.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The style sheet, the script and the icon.
    #[must_use]
    pub fn assets(&self) -> &Assets {
        self.theme.assets()
    }

    pub(crate) fn render(
        &self,
        name: &str,
        frame: &Frame,
        slots: &Slots,
        content: Value,
    ) -> Result<String, PageError> {
        let failed = |source| PageError::Template {
            name: name.to_owned(),
            source: Box::new(source),
        };
        let page = context! { page => Serde(frame) };
        let everything = minijinja::value::merge_maps([page, content, self.globals.clone()]);
        let template = self.theme.engine.get_template(name).map_err(failed)?;
        let page = template.render(everything).map_err(failed)?;
        slots
            .fill(&page)
            .ok_or_else(|| PageError::NotPlaced(name.to_owned()))
    }
}

impl Slots {
    /// The article, which its page must hold.
    pub(crate) fn article(&mut self, article: &ComposedArticle) -> Value {
        let readable = BTreeMap::from([
            ("url", Value::from(article.url())),
            ("path", Value::from(article.path())),
            ("title", Value::from(article.title())),
            (
                "language",
                Value::from(article.publication.language.as_str()),
            ),
            ("indexable", Value::from(article.is_indexable())),
        ]);
        self.require(article.html(), readable)
    }

    /// Cards, each of them whole.
    pub(crate) fn cards(&mut self, cards: &[ComposedCard]) -> Value {
        cards
            .iter()
            .map(|card| self.offer(card.html(), BTreeMap::new()))
            .collect::<Vec<_>>()
            .into()
    }
}
