//! A byline from what somebody typed.

use serde::{Deserialize, Serialize};

use super::Byline;
use crate::credential::{lookup, normalise};
use crate::draft::plain_line;

/// A typed byline, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// Name and letters. Unknown letters are among them, as typed.
    pub byline: Byline,
    /// Letters that are not in the catalogue, and words that stood where letters stand.
    pub unknown_letters: Vec<String>,
    /// What a careful reader would want to know.
    pub remarks: Vec<Remark>,
}

/// Something that was set right, or should be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// "Dr" and the like do not stand in a byline.
    PrefixDropped,
    /// It names a practice or company.
    PracticeNotPerson,
    /// Letters followed the name without a comma.
    NoComma,
    /// The name was in capitals throughout.
    AllCapitals,
    /// A part of the name began with a small letter.
    SmallLetters,
    /// There was more than one space in a row.
    DoubleSpace,
    /// "PhD(c)", "ABD" or "candidate" is no credential and was left out.
    NotACredential,
    /// Words that are no letters stood after the name and were left out.
    WordsLeftOut,
    /// There is no name.
    NoName,
}

const PREFIXES: &[&str] = &[
    "dr",
    "doctor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "prof",
    "professor",
    "rev",
    "reverend",
    "sir",
    "dame",
    "sr",
    "fr",
    "rabbi",
];

const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

const PRACTICE_WORDS: &[&str] = &[
    "associates",
    "center",
    "centre",
    "clinic",
    "coaching",
    "collective",
    "consulting",
    "corp",
    "counseling",
    "counselling",
    "foundation",
    "group",
    "hospital",
    "inc",
    "institute",
    "llc",
    "llp",
    "ltd",
    "partners",
    "pllc",
    "practice",
    "provider",
    "psychological",
    "psychotherapy",
    "recovery",
    "service",
    "services",
    "solutions",
    "team",
    "therapies",
    "therapy",
    "wellness",
];

const PARTICLES: &[&str] = &[
    "al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "e", "el",
    "ibn", "la", "le", "ten", "ter", "van", "von", "y", "zu",
];

const NO_CREDENTIALS: &[&str] = &["abd", "candidate", "phd(c)", "phdc", "phd(cand)", "psyd(c)"];

/// The longest byline that is read, in characters.
pub const BYLINE_LONGEST: usize = 500;

/// A byline of more characters than any has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a byline has at most {BYLINE_LONGEST} characters")]
pub struct TooLong;

/// Takes a typed byline apart: the name as it is printed, and the letters as the catalogue
/// writes them.
///
/// # Errors
/// Over [`BYLINE_LONGEST`] characters, before any of them is looked at.
pub fn parse(typed: &str) -> Result<Parsed, TooLong> {
    if typed.chars().nth(BYLINE_LONGEST).is_some() {
        return Err(TooLong);
    }
    Ok(take_apart(typed))
}

fn take_apart(typed: &str) -> Parsed {
    let mut remarks = Vec::new();
    let line = plain_line(typed);
    if has_wide_space(typed) {
        remarks.push(Remark::DoubleSpace);
    }
    let line = line.trim_end_matches([':', ';', ',', ' ']);
    let line = [" - ", " – ", " — ", " | "]
        .iter()
        .fold(line.to_owned(), |l, d| l.replace(d, ", "));
    if is_practice(&line) {
        remarks.push(Remark::PracticeNotPerson);
        let byline = Byline::new(line, Vec::new());
        return Parsed {
            byline,
            unknown_letters: Vec::new(),
            remarks,
        };
    }

    let mut parts = line
        .split([',', ';', '/', '|'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let mut found = Found {
        remarks,
        ..Found::default()
    };
    let mut name: Vec<&str> = parts.next().unwrap_or_default().split(' ').collect();
    found.drop_prefixes(&mut name);
    found.take_letters_off(&mut name);
    let mut name = name.join(" ");
    for part in parts {
        if is_suffix(part) {
            name = format!("{name} {part}");
        } else {
            found.part(part);
        }
    }
    let name = found.settle_case(&name);
    if name.is_empty() {
        found.remarks.push(Remark::NoName);
    }
    let byline = Byline::new(name, found.letters);
    Parsed {
        byline,
        unknown_letters: found.unknown,
        remarks: found.remarks,
    }
}

#[derive(Default)]
struct Found {
    letters: Vec<String>,
    unknown: Vec<String>,
    remarks: Vec<Remark>,
}

impl Found {
    fn remark(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    fn add(&mut self, typed: &str) {
        let letters = normalise(typed);
        if !self.letters.contains(&letters) {
            self.letters.push(letters);
        }
    }

    fn drop_prefixes(&mut self, name: &mut Vec<&str>) {
        while name.len() > 1 && PREFIXES.contains(&bare(name[0]).as_str()) {
            name.remove(0);
            self.remark(Remark::PrefixDropped);
        }
    }

    /// Letters at the end of the name, where the comma was forgotten. Two words stay a name:
    /// "Jack Ma" has no degree.
    fn take_letters_off(&mut self, name: &mut Vec<&str>) {
        let mut taken: Vec<String> = Vec::new();
        loop {
            let longest = name.len().saturating_sub(2).min(3);
            let ending = (1..=longest).rev().find_map(|words| {
                let ending = name[name.len() - words..].join(" ");
                (looks_like_letters(name[name.len() - words]) && is_known(&ending))
                    .then_some((words, ending))
            });
            let Some((words, ending)) = ending else { break };
            name.truncate(name.len() - words);
            taken.push(ending);
        }
        for letters in taken.iter().rev() {
            self.remark(Remark::NoComma);
            self.add(letters);
        }
    }

    /// What stands between two commas after the name.
    fn part(&mut self, part: &str) {
        if is_known(part) {
            return self.add(part);
        }
        let words: Vec<&str> = part
            .split(' ')
            .filter(|word| !matches!(*word, "&" | "and"))
            .collect();
        if words
            .iter()
            .any(|word| NO_CREDENTIALS.contains(&bare(word).as_str()))
        {
            self.remark(Remark::NotACredential);
            return;
        }
        let mut rest = words.as_slice();
        while let Some(known) = (1..=rest.len().min(3))
            .rev()
            .find(|&n| is_known(&rest[..n].join(" ")))
        {
            self.add(&rest[..known].join(" "));
            rest = &rest[known..];
        }
        if rest.iter().all(|word| looks_like_letters(word)) {
            for letters in rest {
                self.unknown.push((*letters).to_owned());
                self.add(letters);
            }
        } else {
            self.unknown.push(rest.join(" "));
            self.remark(Remark::WordsLeftOut);
        }
    }

    fn settle_case(&mut self, name: &str) -> String {
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = letters > 3
            && name.split(' ').count() > 1
            && name.chars().any(char::is_uppercase)
            && !name.chars().any(char::is_lowercase);
        if capitals {
            self.remark(Remark::AllCapitals);
            return name.split(' ').map(word_case).collect::<Vec<_>>().join(" ");
        }
        let words: Vec<&str> = name.split(' ').collect();
        let mut small = false;
        let settled: Vec<String> = words
            .iter()
            .enumerate()
            .map(|(index, word)| {
                let inner = index > 0 && index + 1 < words.len();
                let begins_small = word.chars().next().is_some_and(char::is_lowercase);
                if !begins_small || (inner && PARTICLES.contains(word)) {
                    return (*word).to_owned();
                }
                small = true;
                capitalised(word)
            })
            .collect();
        if small {
            self.remark(Remark::SmallLetters);
        }
        settled.join(" ")
    }
}

fn is_known(letters: &str) -> bool {
    lookup(letters).next().is_some()
}

fn has_wide_space(typed: &str) -> bool {
    let mut last_was_space = false;
    typed.trim().chars().any(|c| {
        let wide = last_was_space && c.is_whitespace();
        last_was_space = c.is_whitespace();
        wide
    })
}

fn is_practice(line: &str) -> bool {
    let first = line.split(',').next().unwrap_or_default();
    line.starts_with(|c: char| c.is_ascii_digit())
        || first
            .split(' ')
            .any(|word| PRACTICE_WORDS.contains(&bare(word).as_str()))
}

fn is_suffix(part: &str) -> bool {
    SUFFIXES.contains(&bare(part).as_str())
}

/// A word in small letters without dots: `Dr.` is `dr`.
fn bare(word: &str) -> String {
    word.replace('.', "").to_lowercase()
}

/// Short, with two capitals, and nothing in it that letters do not have.
fn looks_like_letters(word: &str) -> bool {
    let allowed = word
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    allowed && word.len() <= 14 && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// A word that was typed in capitals: `O'NEIL-KING` becomes `O'Neil-King`.
fn word_case(word: &str) -> String {
    if matches!(word, "II" | "III" | "IV") {
        return word.to_owned();
    }
    let mut out = String::new();
    let mut starts = true;
    for c in word.chars() {
        if starts {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        starts = !c.is_alphabetic();
    }
    match out.strip_prefix("Mc") {
        Some(rest) if rest.len() > 2 => format!("Mc{}", capitalised(rest)),
        _ => out,
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use Remark::{
        AllCapitals, DoubleSpace, NoComma, NoName, NotACredential, PracticeNotPerson,
        PrefixDropped, SmallLetters, WordsLeftOut,
    };
    use proptest::prelude::*;

    use super::*;

    /// Typed, name, letters, remarks.
    const ROWS: &[(&str, &str, &str, &[Remark])] = &[
        ("Ada Example, MA, LPC:", "Ada Example", "MA, LPC", &[]),
        ("Ada  Example", "Ada Example", "", &[DoubleSpace]),
        (
            "Ada Example LMHC, NCC",
            "Ada Example",
            "LMHC, NCC",
            &[NoComma],
        ),
        (
            "Ada B. Example M.Ed. LPCA",
            "Ada B. Example",
            "MEd, LPCA",
            &[NoComma],
        ),
        (
            "Ada Example MBACP (Snr Accred)",
            "Ada Example",
            "MBACP (Snr Accred)",
            &[NoComma],
        ),
        ("Ada Example, Ph.D, LPC-S", "Ada Example", "PhD, LPC-S", &[]),
        ("Ada Example, M.S., M.Ed.", "Ada Example", "MS, MEd", &[]),
        ("Ada Example, MSC", "Ada Example", "MSc", &[]),
        (
            "Ada Example, MA/LPC & NCC",
            "Ada Example",
            "MA, LPC, NCC",
            &[],
        ),
        ("Ada Example – LPC", "Ada Example", "LPC", &[]),
        ("Ada Example, LPC, LPC", "Ada Example", "LPC", &[]),
        ("Dr. Ada Example", "Ada Example", "", &[PrefixDropped]),
        (
            "Prof Dr Ada Example, PhD",
            "Ada Example",
            "PhD",
            &[PrefixDropped],
        ),
        ("Ada Example, Jr., LPC", "Ada Example Jr.", "LPC", &[]),
        ("Jack Ma", "Jack Ma", "", &[]),
        ("JACK MA", "Jack Ma", "", &[AllCapitals]),
        ("Jack Ma, MA", "Jack Ma", "MA", &[]),
        ("Linh Do LCSW", "Linh Do", "LCSW", &[NoComma]),
        ("Manya Example", "Manya Example", "", &[]),
        ("Ada Van Example", "Ada Van Example", "", &[]),
        ("Ada van der Example", "Ada van der Example", "", &[]),
        ("ada example", "Ada Example", "", &[SmallLetters]),
        (
            "ADA R. O'NEIL-KING, LPC",
            "Ada R. O'Neil-King",
            "LPC",
            &[AllCapitals],
        ),
        ("ADA MCEXAMPLE III", "Ada McExample III", "", &[AllCapitals]),
        ("Ada McExample", "Ada McExample", "", &[]),
        ("Ada (Addie) Example", "Ada (Addie) Example", "", &[]),
        (
            "3rd Street Therapy  Group",
            "3rd Street Therapy Group",
            "",
            &[DoubleSpace, PracticeNotPerson],
        ),
        (
            "Example Counseling, LLC",
            "Example Counseling, LLC",
            "",
            &[PracticeNotPerson],
        ),
        ("Ada Example, PhD(c)", "Ada Example", "", &[NotACredential]),
        (
            "Ada Example, PhD candidate",
            "Ada Example",
            "",
            &[NotACredential],
        ),
        (
            "Ada Example, Couples Therapist",
            "Ada Example",
            "",
            &[WordsLeftOut],
        ),
        ("Ada Example, MA, QXZ", "Ada Example", "MA, QXZ", &[]),
        (
            "Ada Example, LPC (Texas)",
            "Ada Example",
            "LPC",
            &[WordsLeftOut],
        ),
        ("", "", "", &[NoName]),
        (" , MA", "MA", "", &[]),
    ];

    #[test]
    fn typed_bylines_are_taken_apart() {
        for (typed, name, letters, remarks) in ROWS {
            let parsed = parse(typed).unwrap();
            assert_eq!(parsed.byline.name, *name, "{typed:?}");
            assert_eq!(parsed.byline.letters.join(", "), *letters, "{typed:?}");
            assert_eq!(parsed.remarks, *remarks, "{typed:?}");
        }
    }

    #[test]
    fn what_is_not_known_is_named() {
        assert_eq!(
            parse("Ada Example, MA, QXZ").unwrap().unknown_letters,
            ["QXZ"]
        );
        assert_eq!(
            parse("Ada Example, Couples Therapist")
                .unwrap()
                .unknown_letters,
            ["Couples Therapist"]
        );
        assert!(
            parse("Ada Example, MA, LPC")
                .unwrap()
                .unknown_letters
                .is_empty()
        );
    }

    #[test]
    fn real_bylines() {
        let Ok(data) = std::env::var("COUNTERSIGN_TEST_DATA") else {
            println!("skipped: COUNTERSIGN_TEST_DATA is not set");
            return;
        };
        let rows = std::fs::read_to_string(format!("{data}/bylines.tsv")).unwrap();
        for row in rows.lines().skip(1) {
            let [typed, name, letters, note] = row.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{row:?} has other than four fields");
            };
            let parsed = parse(typed).unwrap();
            assert_eq!(parsed.byline.name, name, "{typed:?}");
            assert_eq!(parsed.byline.letters.join(", "), letters, "{typed:?}");
            assert!(parsed.unknown_letters.is_empty(), "{typed:?}: {parsed:?}");
            for (words, remark) in [
                ("double space", DoubleSpace),
                ("no comma", NoComma),
                ("prefix", PrefixDropped),
                ("practice", PracticeNotPerson),
                ("all capitals", AllCapitals),
            ] {
                if note.contains(words) {
                    assert!(parsed.remarks.contains(&remark), "{typed:?}: {parsed:?}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_string_is_taken_apart(typed in any::<String>()) {
            let parsed = parse(&typed).unwrap();
            prop_assert_eq!(parsed.byline.name.trim(), &parsed.byline.name);
        }

        #[test]
        fn a_printed_byline_is_read_as_it_was_meant(
            name in "[A-Z][a-z]{2,6} [A-Z][a-z]{2,8}", picked in prop::collection::btree_set(0..100usize, 0..4),
        ) {
            prop_assume!(!is_practice(&name) && !PREFIXES.contains(&bare(name.split(' ').next().unwrap_or_default()).as_str()));
            let catalogue = crate::credential::catalogue();
            let mut letters: Vec<String> = picked.into_iter().map(|n| catalogue[n].abbreviation.to_owned()).collect();
            letters.dedup();
            let byline = Byline::new(name, letters);
            let parsed = parse(&byline.text()).unwrap();
            prop_assert_eq!(parsed.byline, byline);
            prop_assert_eq!(parsed.remarks, vec![]);
        }
    }

    #[test]
    fn a_byline_longer_than_any_is_refused_before_it_is_read() {
        let letters = |count: usize| ", AB1".repeat(count);
        let at_most = format!("Ada Example{:<489}", letters(40));
        assert_eq!(at_most.chars().count(), BYLINE_LONGEST);
        assert!(parse(&at_most).is_ok());
        assert_eq!(parse(&format!("{at_most}.")), Err(TooLong));
        assert_eq!(parse(&format!("Ada{}", letters(300_000))), Err(TooLong));
    }
}
