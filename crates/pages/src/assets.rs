//! The one style sheet, the one script and the icon, under addresses that change with them.

use content::digest::Digest;

const CSS: &str = include_str!("../assets/site.css");
const JS: &str = include_str!("../assets/site.js");
const ICON: &str = include_str!("../assets/icon.svg");

/// A file that may be kept for ever under its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its path on this site, with the hash of its content.
    pub path: String,
    /// What it is.
    pub content_type: &'static str,
    /// Its content.
    pub text: String,
}

/// What every page may ask for.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The style sheet.
    pub css: Asset,
    /// The way out.
    pub js: Asset,
    /// The mark in the browser's tab.
    pub icon: Asset,
}

impl Assets {
    /// Those of this build, with a theme's own sheet instead of ours or after it.
    pub(crate) fn new(replaced: Option<String>, appended: Option<&str>) -> Self {
        let mut css = replaced.unwrap_or_else(|| CSS.to_owned());
        if let Some(more) = appended {
            css.push_str(more);
        }
        Self {
            css: asset("css", "text/css; charset=utf-8", css),
            js: asset("js", "text/javascript; charset=utf-8", JS.to_owned()),
            icon: asset("svg", "image/svg+xml", ICON.to_owned()),
        }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> [&Asset; 3] {
        [&self.css, &self.js, &self.icon]
    }
}

fn asset(ending: &str, content_type: &'static str, text: String) -> Asset {
    let hash = Digest::of(text.as_bytes()).to_string();
    Asset {
        path: format!("/assets/site.{}.{ending}", &hash[..12]),
        content_type,
        text,
    }
}
