//! The letters people put after their names, and what they stand for where.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::CredentialKind;

/// Letters with one meaning. The key is (abbreviation, jurisdiction): `LAC` is a counsellor in
/// New Jersey and an addiction counsellor in Colorado.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// As printed in a byline.
    pub abbreviation: &'static str,
    /// What it is.
    pub kind: CredentialKind,
    /// What it stands for.
    pub title: &'static str,
    /// ISO 3166 code of a country or its part; `None` where it is the same everywhere.
    pub jurisdiction: Option<&'static str>,
    /// Which degree is the higher; 0 for one that says nothing of clinical competence, and
    /// `None` for what is not a degree.
    pub rank: Option<u32>,
}

static CATALOGUE: LazyLock<Vec<CatalogueEntry>> = LazyLock::new(|| {
    let lines = include_str!("../../data/credentials.tsv").lines().skip(1);
    lines
        .map(|line| entry(line).expect("a test reads every line of the catalogue"))
        .collect()
});

static BY_KEY: LazyLock<HashMap<String, Vec<&'static CatalogueEntry>>> = LazyLock::new(|| {
    let mut by_key: HashMap<String, Vec<&'static CatalogueEntry>> = HashMap::new();
    for entry in catalogue() {
        by_key
            .entry(key(entry.abbreviation))
            .or_default()
            .push(entry);
    }
    by_key
});

fn entry(line: &'static str) -> Option<CatalogueEntry> {
    let mut fields = line.split('\t');
    Some(CatalogueEntry {
        abbreviation: fields.next()?,
        kind: fields.next()?.parse().ok()?,
        title: fields.next()?,
        jurisdiction: fields.next().filter(|field| !field.is_empty()),
        rank: match fields.next()? {
            "" => None,
            rank => Some(rank.parse().ok()?),
        },
    })
}

/// Everything that is known, degrees first.
#[must_use]
pub fn catalogue() -> &'static [CatalogueEntry] {
    &CATALOGUE
}

/// What these letters can stand for, however they are dotted, spaced and cased.
pub fn lookup(abbreviation: &str) -> impl Iterator<Item = &'static CatalogueEntry> + use<> {
    BY_KEY
        .get(&key(abbreviation))
        .into_iter()
        .flatten()
        .copied()
}

/// Letters as they are printed: `Ph.D.` becomes `PhD`, `MSC` becomes `MSc`. Unknown letters
/// lose their dots.
#[must_use]
pub fn normalise(typed: &str) -> String {
    match lookup(typed).next() {
        Some(entry) => entry.abbreviation.to_owned(),
        None => typed
            .replace('.', "")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn key(abbreviation: &str) -> String {
    let kept = abbreviation
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.');
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_line_is_an_entry_with_a_key_of_its_own() {
        let mut keys = HashSet::new();
        for entry in catalogue() {
            let key = (entry.abbreviation, entry.kind, entry.jurisdiction);
            assert!(keys.insert(key), "{key:?} twice");
            assert_eq!(
                entry.rank.is_some(),
                entry.kind == CredentialKind::Degree,
                "{key:?}"
            );
            assert!(!entry.title.is_empty() && entry.abbreviation.trim() == entry.abbreviation);
            assert_eq!(normalise(entry.abbreviation), entry.abbreviation);
        }
        assert!(keys.len() >= 100, "{}", keys.len());
    }

    #[test]
    fn letters_are_normalised() {
        for (typed, printed) in [
            ("Ph.D.", "PhD"),
            ("Ph.D", "PhD"),
            ("PHD", "PhD"),
            ("M.S", "MS"),
            ("M.S.", "MS"),
            ("M.Ed.", "MEd"),
            ("MSC", "MSc"),
            ("Psy.D.", "PsyD"),
            ("L.C.S.W.", "LCSW"),
            ("lpc-s", "LPC-S"),
            ("C Psych", "C.Psych."),
            ("MBACP(Accred)", "MBACP (Accred)"),
            ("X.Y.Z.", "XYZ"),
        ] {
            assert_eq!(normalise(typed), printed, "{typed}");
        }
    }

    #[test]
    fn the_same_letters_mean_different_things() {
        let titles: HashSet<_> = lookup("L.A.C.").map(|entry| entry.title).collect();
        assert_eq!(titles.len(), 2);
        let kinds: Vec<_> = lookup("MFT").map(|entry| entry.kind).collect();
        assert_eq!(kinds, [CredentialKind::Degree, CredentialKind::Licence]);
        assert_eq!(lookup("nonsense").count(), 0);
    }
}
