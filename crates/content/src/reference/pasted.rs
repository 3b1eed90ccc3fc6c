//! A list of references as people paste it, taken apart as far as it can be.

use std::sync::LazyLock;

use regex::Regex;

use super::{Doi, Pmid, Reference, ReferenceId, web_address};
use crate::draft::plain_line;

/// The works of a pasted list, one for each line, named by `first` and on: `r1`, `r2` …
///
/// Numbers and bullets before a line are dropped. A line that begins like the middle of one, in
/// lowercase or with an address, belongs to the line before it. A line that has not the form of
/// the APA stays whole, in `title`.
#[must_use]
pub fn pasted(text: &str, first: usize) -> Vec<Reference> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(plain_line).filter(|line| !line.is_empty()) {
        let goes_on = line.starts_with("http")
            || line.starts_with("doi")
            || line.starts_with(char::is_lowercase);
        match lines.last_mut() {
            Some(before) if goes_on => {
                if !before.ends_with('-') {
                    before.push(' ');
                }
                before.push_str(&line);
            }
            _ => lines.push(without_number(&line).to_owned()),
        }
    }
    lines
        .iter()
        .filter(|line| line.chars().any(char::is_alphanumeric) && !is_heading(line))
        .enumerate()
        .map(|(at, line)| one(line, ReferenceId::numbered(first + at)))
        .collect()
}

/// Whether this line stands over a list of references.
#[must_use]
pub(crate) fn is_heading(line: &str) -> bool {
    let line = line.trim().trim_end_matches(':').to_lowercase();
    matches!(
        line.as_str(),
        "references" | "reference list" | "reference" | "works cited" | "bibliography" | "sources"
    )
}

fn without_number(line: &str) -> &str {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|[•·*–—-])\s+")
            .expect("a fixed pattern")
    });
    NUMBER.find(line).map_or(line, |found| &line[found.end()..])
}

fn one(line: &str, id: ReferenceId) -> Reference {
    let mut rest = line.to_owned();
    let doi = take(&mut rest, &DOI).and_then(|found| found.parse::<Doi>().ok());
    let pmid = take(&mut rest, &PMID).and_then(|found| found.parse::<Pmid>().ok());
    let url = take(&mut rest, &URL).and_then(|found| {
        let found = found.trim_end_matches(['.', ',', ';', ')']);
        web_address(found)
    });
    let rest = plain_line(&rest);
    let rest = rest
        .trim_end_matches("Retrieved from")
        .trim_end_matches("Available at")
        .trim_end();
    let whole = Reference {
        id,
        authors: String::new(),
        year: String::new(),
        title: without_stop(rest).to_owned(),
        source: String::new(),
        doi,
        pmid,
        url,
    };
    let Some(found) = APA.captures(rest) else {
        return if whole.title.is_empty() {
            Reference {
                title: line.to_owned(),
                doi: None,
                pmid: None,
                url: None,
                ..whole
            }
        } else {
            whole
        };
    };
    let after = &rest[found[0].len()..];
    let (title, source) = title_and_source(after);
    if title.is_empty() {
        return whole;
    }
    Reference {
        authors: found["authors"].trim().to_owned(),
        year: found["year"].to_owned(),
        title: without_stop(title).to_owned(),
        source: without_stop(source).to_owned(),
        ..whole
    }
}

static DOI: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*|\bdoi\s+)?\b10\.\d{4,9}(?:\.\d+)*/\S+",
    )
    .expect("a fixed pattern")
});

static PMID: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\bPMID:?\s*\d{1,8}\b\.?").expect("a fixed pattern"));

static URL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"https?://\S+").expect("a fixed pattern"));

/// Authors, then the date in brackets.
static APA: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?P<authors>[^()]{2,}?(?:\((?:Eds?\.|Trans\.)\)\.?)?)\s*\((?P<year>(?:1[89]|20)\d\d[a-z]?(?:[,–/-][^)]{1,30})?|n\.d\.(?:-[a-z])?|in press|forthcoming)\)\s*[.,:]?\s*",
    )
    .expect("a fixed pattern")
});

fn take(text: &mut String, pattern: &Regex) -> Option<String> {
    let found = pattern.find(text)?.range();
    let taken = text[found.clone()].to_owned();
    text.replace_range(found, " ");
    Some(taken)
}

/// The first sentence, and what follows it. A full stop within a bracket, after one letter or
/// after a usual abbreviation ends no sentence.
fn title_and_source(text: &str) -> (&str, &str) {
    let mut depth = 0_i32;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (index, &(at, c)) in chars.iter().enumerate() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '.' | '?' | '!' if depth <= 0 => {
                let next = chars.get(index + 1).map(|&(_, c)| c);
                let word = text[..at]
                    .rsplit(|c: char| c.is_whitespace() || c == '(')
                    .next()
                    .unwrap_or_default();
                let short = c == '.' && (word.chars().count() == 1 || is_abbreviation(word));
                if next == Some(' ') && !short {
                    let end = at + c.len_utf8();
                    return (text[..end].trim(), text[end..].trim());
                }
            }
            _ => {}
        }
    }
    (text.trim(), "")
}

fn is_abbreviation(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "vs" | "dr"
            | "mr"
            | "mrs"
            | "ms"
            | "st"
            | "vol"
            | "no"
            | "ed"
            | "eds"
            | "pp"
            | "u.s"
            | "u.k"
            | "e.g"
            | "i.e"
            | "etc"
            | "al"
    )
}

/// Without the full stop that ends it; a question keeps its mark.
fn without_stop(text: &str) -> &str {
    let text = text.trim();
    match text.strip_suffix('.') {
        Some(bare) if !bare.ends_with('.') => bare.trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(line: &str) -> (String, String, String, String) {
        let found = pasted(line, 1).remove(0);
        (found.authors, found.year, found.title, found.source)
    }

    #[test]
    fn an_article_is_taken_apart() {
        let list = pasted(
            "Example, J. A., & Sample, S. (2021). Sleep after a loss: A review. Journal of Examples, 12(3), 45–67. https://doi.org/10.1000/abc.12",
            4,
        );
        assert_eq!(
            list,
            [Reference {
                id: ReferenceId::numbered(4),
                authors: "Example, J. A., & Sample, S.".to_owned(),
                year: "2021".to_owned(),
                title: "Sleep after a loss: A review".to_owned(),
                source: "Journal of Examples, 12(3), 45–67".to_owned(),
                doi: Some("10.1000/abc.12".parse().unwrap()),
                pmid: None,
                url: None,
            }]
        );
    }

    #[test]
    fn books_pages_and_organizations_are_taken_apart() {
        let text = |parts: [&str; 4]| {
            let [a, b, c, d] = parts.map(str::to_owned);
            (a, b, c, d)
        };
        assert_eq!(
            fields("Sample, S. (Ed.). (2019). Grief in U.S. families (2nd ed.). Fern Press."),
            text([
                "Sample, S. (Ed.).",
                "2019",
                "Grief in U.S. families (2nd ed.)",
                "Fern Press"
            ])
        );
        assert_eq!(
            fields(
                "Institute of Examples. (n.d.). What is sleep? Retrieved from https://example.org/sleep"
            ),
            text(["Institute of Examples.", "n.d.", "What is sleep?", ""])
        );
        assert_eq!(
            fields(
                "Fern, Q. (2020, March 3). Why we wake. The Daily Example. https://example.org/a"
            ),
            text([
                "Fern, Q.",
                "2020, March 3",
                "Why we wake",
                "The Daily Example"
            ])
        );
    }

    #[test]
    fn what_has_another_form_stays_whole() {
        let list = pasted(
            "Jo Example, Sleep and Loss, Fern Press, London, 1999. PMID: 123",
            1,
        );
        assert_eq!(
            list[0].title,
            "Jo Example, Sleep and Loss, Fern Press, London, 1999"
        );
        assert_eq!(list[0].pmid.as_ref().unwrap().as_str(), "123");
        assert_eq!(list[0].authors, "");
        let bare = pasted("https://example.org/x", 1);
        assert_eq!(bare[0].title, "https://example.org/x");
    }

    #[test]
    fn numbers_headings_and_broken_lines_are_settled() {
        let list = pasted(
            "References:\n\n[1] A, B. (2001). One thing. Fern.\n2. C, D. (2002). Another long\nthing that goes on. Reed.\nhttps://example.org/2\n• E, F. (2003). Third. Moss.\n---\n",
            1,
        );
        let titles: Vec<_> = list.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(
            titles,
            ["One thing", "Another long thing that goes on", "Third"]
        );
        assert_eq!(list[1].url.as_deref(), Some("https://example.org/2"));
        assert_eq!(list[2].id.as_str(), "r3");
    }

    proptest::proptest! {
        #[test]
        fn any_text_makes_references_that_can_be_kept(text in "[ -~é\n()./0-9]{0,200}") {
            for one in pasted(&text, 1) {
                proptest::prop_assert!(!one.title.is_empty());
            }
        }
    }
}
