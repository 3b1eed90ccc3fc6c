//! The first wording of the texts that stand under every article.

use crate::disclaimer::Disclaimer;

const TEXTS: &str = include_str!("../../data/disclaimers.json");

/// Version 1 of each kind, in English. A new wording is a new version, never a change here.
#[must_use]
pub fn disclaimers() -> Vec<Disclaimer> {
    serde_json::from_str(TEXTS).expect("disclaimers.json is read by the tests of this module")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use time::macros::datetime;

    use super::*;
    use crate::disclaimer::{DisclaimerKind, Mode};

    #[test]
    fn every_mode_of_publication_finds_the_kinds_it_requires() {
        let kinds: HashSet<_> = disclaimers().into_iter().map(|d| d.kind).collect();
        for mode in [Mode::Countersigned, Mode::Amended, Mode::Imported] {
            assert!(mode.required().iter().all(|kind| kinds.contains(kind)));
        }
        assert_eq!(kinds.len(), disclaimers().len());
    }

    #[test]
    fn they_are_first_versions_in_english_with_lasting_names() {
        let mut ids = HashSet::new();
        for text in disclaimers() {
            assert!(ids.insert(text.id));
            assert_eq!(text.id.0.get_version_num(), 4);
            assert_eq!((text.locale.as_str(), text.version), ("en", 1));
            assert_eq!(text.effective_from, datetime!(2026-01-01 00:00 UTC));
            assert_eq!(text.approved_by, "Countersign house text");
        }
    }

    #[test]
    fn they_are_short_plain_and_hold_no_number_at_all() {
        for text in disclaimers() {
            let both = format!("{} {} {}", text.title, text.short, text.body);
            assert!(!both.contains(char::is_numeric), "{both}");
            assert!(!both.contains(['<', '>', '!']), "{both}");
            assert!(text.title.chars().count() <= 40);
            assert!(text.short.ends_with('.') && text.short.chars().count() <= 30);
            assert!(text.body.split_whitespace().count() <= 75, "{}", text.title);
        }
    }

    #[test]
    fn the_views_serve_one_author_as_well_as_many() {
        let views = disclaimers()
            .into_iter()
            .find(|d| d.kind == DisclaimerKind::ViewsOfAuthor)
            .expect("required by two modes");
        let words = format!("{} {} {}", views.title, views.short, views.body).to_lowercase();
        for bound in ["the author", "authors", "all of"] {
            assert!(!words.contains(bound), "{bound}");
        }
        assert!(words.contains("each"));
    }
}
