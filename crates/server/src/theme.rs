//! Templates and styles, and what pages must know of the site.

use pages::{SiteFacts, Theme};

use crate::Failure;
use crate::config::Config;

/// The theme of the settings, or the one of this program.
///
/// # Errors
/// When a file of the theme cannot be used.
pub fn load(config: &Config) -> Result<Theme, Failure> {
    match &config.theme {
        None => Ok(Theme::built_in()),
        Some(folder) => Theme::load(folder)
            .map_err(|error| Failure::because("The setting theme cannot be used", error)),
    }
}

/// The settings that pages and letters show.
#[must_use]
pub fn facts(config: &Config, public_url: &str) -> SiteFacts {
    SiteFacts {
        country: config.site.country.clone(),
        language: config.site.language.clone(),
        contact: config.site.contact.clone(),
        ..SiteFacts::new(&config.site.name, public_url)
    }
}
