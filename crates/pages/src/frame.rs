//! What stands round the text of every page: head, header, help box, way out.

use content::topic::Flag;
use serde::Serialize;
use serde_json::Value;

use crate::compose::ComposedArticle;
use crate::escape;
use crate::help_box::HelpBox;
use crate::open_graph::{self, Property};
use crate::site_facts::SiteFacts;

/// The part of a page that is the same on all of them.
#[derive(Debug, Serialize)]
pub(crate) struct Frame {
    title: String,
    description: String,
    canonical: Option<String>,
    noindex: bool,
    current: &'static str,
    exit: bool,
    help: Option<HelpBox>,
    open_graph: Vec<Property>,
    json_ld: Option<String>,
}

impl Frame {
    /// A page at this path. An empty title stands for the site's own name.
    pub(crate) fn new(title: &str, path: &str, site: &SiteFacts) -> Self {
        let shown = if title.is_empty() { &site.name } else { title };
        Self {
            title: title.to_owned(),
            description: String::new(),
            canonical: Some(site.url(path)),
            noindex: false,
            current: "",
            exit: false,
            help: None,
            open_graph: open_graph::website(shown, path, site),
            json_ld: None,
        }
    }

    /// A page that nobody should find by searching, with no address of its own.
    pub(crate) fn unlisted(title: &str, site: &SiteFacts) -> Self {
        Self {
            canonical: None,
            noindex: true,
            open_graph: Vec::new(),
            ..Self::new(title, "/", site)
        }
    }

    /// The page of an article.
    pub(crate) fn of_article(article: &ComposedArticle, site: &SiteFacts) -> Self {
        let frame = Self::new(article.title(), article.path(), site);
        Self {
            description: article.description(),
            noindex: !article.is_indexable(),
            open_graph: article.open_graph(),
            json_ld: Some(escape::json_in_html(&article.json_ld())),
            ..frame
        }
        .flagged(article.flag(), site)
    }

    pub(crate) fn described(mut self, description: &str) -> Self {
        description.clone_into(&mut self.description);
        self
    }

    /// Which of the four links in the header is this page's.
    pub(crate) fn current(mut self, name: &'static str) -> Self {
        self.current = name;
        self
    }

    /// Brings what the flag asks for: the help box, and on abuse the way out.
    pub(crate) fn flagged(mut self, flag: Flag, site: &SiteFacts) -> Self {
        self.help = HelpBox::for_flag(flag, site);
        self.exit = flag == Flag::Abuse;
        self
    }

    /// Brings the way out alone.
    pub(crate) fn with_exit(mut self) -> Self {
        self.exit = true;
        self
    }

    pub(crate) fn with_help(mut self, help: HelpBox) -> Self {
        self.help = Some(help);
        self
    }

    pub(crate) fn unindexed(mut self, noindex: bool) -> Self {
        self.noindex |= noindex;
        self
    }

    pub(crate) fn with_json_ld(mut self, graph: &Value) -> Self {
        self.json_ld = Some(escape::json_in_html(graph));
        self
    }
}
