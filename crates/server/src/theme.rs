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

/// Refuses a theme whose pages would give readers an article without its names, notices and
/// disclaimers; what else is wrong with it is said and served.
///
/// # Errors
/// When a template does not place the article.
pub fn refuse_unplaced(theme: &Theme) -> Result<(), Failure> {
    for fault in theme.check() {
        let words = format!("The theme's template {}: {}.", fault.template, fault.why);
        if matches!(fault.template.as_str(), "article.html" | "preview.html") {
            return Err(Failure::new(words));
        }
        tracing::warn!("{words}");
    }
    Ok(())
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
