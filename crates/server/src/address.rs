//! Where people find the site, as a command that does not serve it can know.

use std::fs;
use std::path::PathBuf;

use crate::config::Config;

/// In the data folder; written by each server that begins to answer.
const FILE: &str = "answers-at";

/// An address, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Scheme and host.
    pub url: String,
    /// How it is known.
    pub source: Source,
}

/// How an address is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// It is a setting.
    Settings,
    /// The last server of this data folder answered there.
    LastServer,
    /// No server has answered yet; it is where one would.
    Expected,
}

impl Known {
    /// What whoever is given a link with this address should know.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        match self.source {
            Source::Settings => None,
            Source::LastServer => Some(
                "The address is where the server last answered. If people use another, give it \
                 with --public-url."
                    .to_owned(),
            ),
            Source::Expected => Some(format!(
                "No server has answered from this data folder yet, so the address is the one in \
                 the settings, {}. If people use another, give it with --public-url.",
                self.url
            )),
        }
    }
}

/// The address that goes into links.
#[must_use]
pub fn known(config: &Config) -> Known {
    if let Some(url) = &config.public_url {
        return Known {
            url: url.clone(),
            source: Source::Settings,
        };
    }
    match fs::read_to_string(file(config)) {
        Ok(url) if !url.trim().is_empty() => Known {
            url: url.trim().to_owned(),
            source: Source::LastServer,
        },
        _ => Known {
            url: config.public_url_at(config.listen),
            source: Source::Expected,
        },
    }
}

/// Notes where a server answers. It goes on when that cannot be written: only links made by
/// other commands are the worse for it.
pub fn note(config: &Config, url: &str) {
    if let Err(error) = fs::write(file(config), format!("{url}\n")) {
        tracing::warn!(%error, "where the server answers could not be noted in the data folder");
    }
}

fn file(config: &Config) -> PathBuf {
    config.data.join(FILE)
}
