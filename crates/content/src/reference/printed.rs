//! A reference in print.

use super::Reference;

/// A stretch of a printed reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Plain text.
    pub text: String,
    /// Whether it is set in italics, as the APA sets works that stand by themselves and the
    /// name and volume of a journal.
    pub italic: bool,
    /// Where it leads, for the address at the end.
    pub link: Option<String>,
}

impl Reference {
    /// The reference as it is printed: `Authors (Year). Title. Source. Address`.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        let mut out = Line(Vec::new());
        if !self.authors.is_empty() {
            out.plain(&format!("{} ", self.authors));
        }
        if !self.year.is_empty() {
            out.plain(&format!("({}). ", self.year));
        } else if !self.authors.is_empty() && !self.authors.ends_with('.') {
            out.trim();
            out.plain(". ");
        }
        let journal = journal(&self.source);
        let alone = !self.year.is_empty() && journal.is_none() && !self.source.starts_with("In ");
        out.push(&self.title, alone);
        out.stop(&self.title);
        if !self.source.is_empty() {
            match journal {
                Some(end) => {
                    out.push(&self.source[..end], true);
                    out.plain(&self.source[end..]);
                }
                None => out.plain(&self.source),
            }
            out.stop(&self.source);
        }
        if let Some(doi) = &self.doi {
            out.link(&doi.url(), &format!("https://doi.org/{doi}"));
        }
        if let Some(pmid) = &self.pmid {
            out.link(&pmid.url(), &format!("PMID {pmid}"));
        }
        if let Some(url) = &self.url
            && self.doi.is_none()
        {
            out.link(url, url);
        }
        out.trim();
        out.0
    }

    /// The same as plain text.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.stretches().into_iter().map(|one| one.text).collect()
    }

    /// What a citation says where nothing was typed: `(Example & Sample, 2021)`.
    #[must_use]
    pub fn citation(&self) -> String {
        let year = self.year.split(',').next().unwrap_or_default();
        let year = if year.is_empty() { "n.d." } else { year };
        if let Some(names) = self.short_authors() {
            return format!("({names}, {year})");
        }
        let words: Vec<&str> = self.title.split_whitespace().take(4).collect();
        let words = words.join(" ");
        format!("(“{},” {year})", words.trim_end_matches([',', '.', ':']))
    }

    /// `Example`, `Example & Sample` or `Example et al.`
    fn short_authors(&self) -> Option<String> {
        let authors = self.authors.trim();
        if authors.is_empty() {
            return None;
        }
        let initials = |part: &str| {
            part.contains('.')
                && part
                    .split_whitespace()
                    .all(|word| word.chars().count() <= 5)
        };
        let names: Vec<&str> = authors
            .split([',', '&', ';'])
            .map(str::trim)
            .filter(|part| !part.is_empty() && !initials(part))
            .collect();
        Some(match names.as_slice() {
            [] => authors.trim_end_matches('.').to_owned(),
            [one] => one.trim_end_matches('.').to_owned(),
            [one, two] => format!("{one} & {two}"),
            [one, ..] => format!("{one} et al."),
        })
    }
}

/// Where the name and volume of a journal end in `Name, 12(3), 4–5`.
fn journal(source: &str) -> Option<usize> {
    let comma = source.find(", ")?;
    let volume = &source[comma + 2..];
    let digits = volume.bytes().take_while(u8::is_ascii_digit).count();
    let next = volume[digits..].chars().next();
    let ends = matches!(next, None | Some('(' | ',' | '.'));
    ((1..=4).contains(&digits) && ends).then_some(comma + 2 + digits)
}

struct Line(Vec<Stretch>);

impl Line {
    fn push(&mut self, text: &str, italic: bool) {
        match self.0.last_mut() {
            Some(last) if last.italic == italic && last.link.is_none() => last.text.push_str(text),
            _ => self.0.push(Stretch {
                text: text.to_owned(),
                italic,
                link: None,
            }),
        }
    }

    fn plain(&mut self, text: &str) {
        self.push(text, false);
    }

    fn stop(&mut self, after: &str) {
        let ended = after.ends_with(['.', '?', '!']);
        self.plain(if ended { " " } else { ". " });
    }

    fn link(&mut self, address: &str, text: &str) {
        if let Some(last) = self.0.last()
            && !last.text.ends_with(' ')
        {
            self.plain(" ");
        }
        self.0.push(Stretch {
            text: text.to_owned(),
            italic: false,
            link: Some(address.to_owned()),
        });
    }

    fn trim(&mut self) {
        if let Some(last) = self.0.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        if self.0.last().is_some_and(|last| last.text.is_empty()) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::pasted;

    fn printed(line: &str) -> (String, Vec<String>, String) {
        let one = pasted(line, 1).remove(0);
        let italic = one.stretches().into_iter().filter(|s| s.italic);
        (
            one.to_text(),
            italic.map(|s| s.text).collect(),
            one.citation(),
        )
    }

    #[test]
    fn a_pasted_line_is_printed_as_it_was() {
        for (line, italic, citation) in [
            (
                "Example, J. A., & Sample, S. (2021). Sleep after a loss. Journal of Examples, 12(3), 45–67. https://doi.org/10.1000/abc",
                vec!["Journal of Examples, 12"],
                "(Example & Sample, 2021)",
            ),
            (
                "Example, J., Sample, S., & Fern, Q. (2019). Grief in families (2nd ed.). Fern Press.",
                vec!["Grief in families (2nd ed.)"],
                "(Example et al., 2019)",
            ),
            (
                "Institute of Examples. (n.d.). What is sleep? https://example.org/sleep",
                vec!["What is sleep?"],
                "(Institute of Examples, n.d.)",
            ),
            (
                "Reed, M. (2020). Loss. In S. Sample (Ed.), Grief (pp. 1–9). Fern Press.",
                vec![],
                "(Reed, 2020)",
            ),
        ] {
            let (text, slanted, cited) = printed(line);
            assert_eq!(text, line);
            assert_eq!(slanted, italic);
            assert_eq!(cited, citation);
        }
    }

    #[test]
    fn a_line_of_another_form_is_printed_whole() {
        let (text, italic, citation) = printed("Jo Example: Sleep and Loss, London 1999");
        assert_eq!(text, "Jo Example: Sleep and Loss, London 1999.");
        assert!(italic.is_empty());
        assert_eq!(citation, "(“Jo Example: Sleep and,” n.d.)");
    }
}
