//! A byline from a person's credentials.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::Byline;
use crate::credential::{Credential, CredentialKind, Visibility, lookup, normalise};

/// Where a person wants other letters, or another order, than the usual.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LettersOverride {
    /// These come first, in this order, and show even where they would not by habit, such as
    /// a second degree.
    pub order: Vec<String>,
    /// These do not show.
    pub hidden: Vec<String>,
}

/// The byline of a person: degree, licence, certification, membership. Of the degrees only
/// the highest shows that has to do with the work.
#[must_use]
pub fn compose(name: &str, credentials: &[Credential], order: &LettersOverride) -> Byline {
    let hidden: Vec<String> = order
        .hidden
        .iter()
        .map(|letters| normalise(letters))
        .collect();
    let mut shown: Vec<(&Credential, String)> = credentials
        .iter()
        .filter(|credential| credential.shown == Visibility::Shown)
        .map(|credential| (credential, normalise(&credential.abbreviation)))
        .filter(|(_, letters)| !letters.is_empty() && !hidden.contains(letters))
        .collect();
    shown.sort_by_key(|(credential, _)| (credential.kind, credential.position));

    let wished = order.order.iter().map(|letters| normalise(letters));
    let wished: Vec<String> = wished
        .filter(|wish| shown.iter().any(|(_, letters)| letters == wish))
        .collect();
    let degree = shown
        .iter()
        .filter(|(credential, _)| credential.kind == CredentialKind::Degree)
        .min_by_key(|(credential, _)| Reverse(rank(credential)))
        .filter(|(credential, _)| rank(credential) > 0)
        .map(|(_, letters)| letters.clone());
    let degree_is_wished = shown.iter().any(|(credential, letters)| {
        credential.kind == CredentialKind::Degree && wished.contains(letters)
    });

    let usual = shown
        .into_iter()
        .filter_map(|(credential, letters)| match credential.kind {
            CredentialKind::Degree if degree_is_wished || degree.as_ref() != Some(&letters) => None,
            _ => Some(letters),
        });
    let mut letters: Vec<String> = Vec::new();
    for next in wished.iter().cloned().chain(usual) {
        if !letters.contains(&next) {
            letters.push(next);
        }
    }
    Byline::new(name.to_owned(), letters)
}

/// How high a degree is; one that nobody knows here stands below all that are known.
fn rank(degree: &Credential) -> u32 {
    lookup(&degree.abbreviation)
        .find_map(|entry| entry.rank)
        .unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use CredentialKind::{Certification, Degree, Licence, Membership};
    use proptest::prelude::*;

    use super::*;

    fn credential(kind: CredentialKind, abbreviation: &str, position: u32) -> Credential {
        Credential {
            id: "018f3c4e-7a10-7000-8000-000000000001".parse().unwrap(),
            person_id: "018f3c4e-7a10-7000-8000-000000000002".parse().unwrap(),
            kind,
            abbreviation: abbreviation.to_owned(),
            title: String::new(),
            jurisdiction: None,
            issuer: None,
            number: None,
            show_number: Visibility::Hidden,
            expires_on: None,
            supervised_by: None,
            shown: Visibility::Shown,
            position,
        }
    }

    fn override_of(order: &[&str], hidden: &[&str]) -> LettersOverride {
        let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        LettersOverride {
            order: owned(order),
            hidden: owned(hidden),
        }
    }

    fn letters(credentials: &[Credential], order: &LettersOverride) -> String {
        compose("Ada Example", credentials, order).letters.join(" ")
    }

    #[test]
    fn the_lasting_comes_first() {
        let credentials = [
            credential(Membership, "MBACP", 0),
            credential(Certification, "NCC", 1),
            credential(Certification, "ACS", 0),
            credential(Licence, "l.p.c.", 5),
            credential(Degree, "M.A.", 9),
        ];
        let usual = LettersOverride::default();
        assert_eq!(letters(&credentials, &usual), "MA LPC ACS NCC MBACP");
        assert_eq!(compose("Ada Example", &[], &usual).text(), "Ada Example");
    }

    #[test]
    fn the_highest_degree_of_the_field_shows() {
        let degrees = [
            credential(Degree, "BA", 0),
            credential(Degree, "JD", 1),
            credential(Degree, "MS", 2),
            credential(Degree, "Ph.D.", 3),
            credential(Degree, "XYZ", 4),
        ];
        let usual = LettersOverride::default();
        assert_eq!(letters(&degrees, &usual), "PhD");
        assert_eq!(letters(&degrees[..3], &usual), "MS");
        assert_eq!(letters(&degrees[1..2], &usual), "");
        assert_eq!(letters(&degrees[4..], &usual), "XYZ");
        assert_eq!(letters(&degrees, &override_of(&[], &["PhD"])), "MS");
        assert_eq!(letters(&degrees, &override_of(&["JD", "ms"], &[])), "JD MS");
    }

    #[test]
    fn a_person_may_want_it_otherwise() {
        let mut credentials = vec![
            credential(Degree, "MA", 0),
            credential(Licence, "LPC", 0),
            credential(Certification, "NCC", 0),
        ];
        assert_eq!(
            letters(&credentials, &override_of(&["NCC", "gone", "LPC"], &[])),
            "NCC LPC MA"
        );
        assert_eq!(
            letters(&credentials, &override_of(&["MA"], &["ma", "N.C.C."])),
            "LPC"
        );
        credentials[1].shown = Visibility::Hidden;
        assert_eq!(letters(&credentials, &override_of(&["LPC"], &[])), "MA NCC");
    }

    #[test]
    fn one_licence_of_two_states_shows_once() {
        let twice = [credential(Licence, "LPC", 0), credential(Licence, "LPC", 1)];
        assert_eq!(letters(&twice, &LettersOverride::default()), "LPC");
    }

    proptest! {
        #[test]
        fn only_letters_of_shown_credentials_show(
            picked in prop::collection::vec((0..4usize, 0..8usize, any::<bool>()), 0..6),
            order in prop::collection::vec(0..8usize, 0..4),
        ) {
            let known = ["MA", "PhD", "JD", "LPC", "LMFT", "NCC", "MBACP", "Q"];
            let kinds = [Degree, Licence, Certification, Membership];
            let credentials: Vec<Credential> = picked.iter().map(|&(kind, letters, shown)| {
                let mut credential = credential(kinds[kind], known[letters], 0);
                credential.shown = if shown { Visibility::Shown } else { Visibility::Hidden };
                credential
            }).collect();
            let order: Vec<&str> = order.iter().map(|&letters| known[letters]).collect();
            let byline = compose("A", &credentials, &override_of(&order, &["Q"]));
            for (index, letters) in byline.letters.iter().enumerate() {
                prop_assert!(letters != "Q" && !byline.letters[..index].contains(letters));
                let shown = credentials.iter().filter(|credential| credential.shown == Visibility::Shown);
                let known = shown.map(|credential| &credential.abbreviation).any(|a| a == letters);
                prop_assert!(known, "{} is shown", letters);
            }
        }
    }
}
