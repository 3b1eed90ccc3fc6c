//! Templates and style: those of this build, or those of a folder in their place.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use content::digest::Digest;
use minijinja::Environment;

use crate::assets::Assets;
use crate::engine;

macro_rules! built_in {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../templates/", $name)))),*]
    };
}

/// The templates of this build. A theme may replace any of them; none of them composes articles.
const BUILT_IN: &[(&str, &str)] = built_in! {
    "about.html" "article.html" "author.html" "authors.html" "base.html" "cards.html"
    "corrections.html" "disclaimers.html" "feeds.html" "find.html" "help.html" "help_box.html"
    "home.html" "index.html" "not_found.html" "paging.html" "preview.html" "privacy.html"
    "reading_safely.html" "search.html" "tombstone.html" "topic.html" "topics.html" "trouble.html"
};

/// Templates ready to be used, with their style sheet.
#[derive(Clone, Debug)]
pub struct Theme {
    pub(crate) engine: Environment<'static>,
    pub(crate) assets: Assets,
    digest: Digest,
}

/// Why a theme cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// The folder or a file in it cannot be read.
    #[error("the theme's {path} cannot be read: {source}", path = path.display())]
    Unreadable {
        /// What was to be read.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// No template of this name is ever used.
    #[error("the theme has a template {0:?}, which no page uses")]
    Unused(String),
    /// It does not parse.
    #[error("the theme's template {name} cannot be used: {source}")]
    Broken {
        /// Its name.
        name: String,
        /// Why not.
        source: Box<minijinja::Error>,
    },
}

impl Theme {
    /// The theme of this build.
    #[must_use]
    pub fn built_in() -> Self {
        Self::assemble(&BTreeMap::new()).expect("the templates of this build are tested")
    }

    /// The theme of this build with what a folder puts in its place: `NAME.html`, `site.css`
    /// instead of ours, `theme.css` after it. Files are read once.
    pub fn load(folder: &Path) -> Result<Self, ThemeError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |source| ThemeError::Unreadable { path, source }
        };
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
            let path = entry.map_err(unreadable(folder))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            let kind = path.extension().and_then(|kind| kind.to_str());
            if matches!(kind, Some("html" | "css")) {
                let text = std::fs::read_to_string(&path).map_err(unreadable(&path))?;
                files.insert(name.to_owned(), text);
            }
        }
        Self::assemble(&files)
    }

    /// A theme from files by name; what [`Theme::load`] does once they are read.
    pub(crate) fn assemble(files: &BTreeMap<String, String>) -> Result<Self, ThemeError> {
        let mut engine = engine::engine();
        let mut everything = String::new();
        for (name, ours) in BUILT_IN {
            let source = files.get(*name).map_or(*ours, String::as_str);
            engine
                .add_template_owned(*name, source.to_owned())
                .map_err(|source| ThemeError::Broken {
                    name: (*name).to_owned(),
                    source: Box::new(source),
                })?;
            everything.push_str(source);
        }
        let unused = files.keys().find(|name| {
            !is_style(name) && !BUILT_IN.iter().any(|(ours, _)| ours == &name.as_str())
        });
        if let Some(name) = unused {
            return Err(ThemeError::Unused(name.clone()));
        }
        let assets = Assets::new(
            files.get("site.css").cloned(),
            files.get("theme.css").map(String::as_str),
        );
        for asset in assets.all() {
            everything.push_str(&asset.path);
        }
        Ok(Self {
            engine,
            assets,
            digest: Digest::of(everything.as_bytes()),
        })
    }

    /// Names this theme: changes with any of its templates or files.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The style sheet, the script and the icon.
    #[must_use]
    pub fn assets(&self) -> &Assets {
        &self.assets
    }
}

fn is_style(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|kind| kind == "css")
}
