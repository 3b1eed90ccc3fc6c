//! Bylines as markup: the name may be a link, the letters are text as signed.

use content::byline::{self, Byline, ContributorRole};

use crate::escape;

/// Letters with a hyphen or a space do not break across lines.
fn push_letters(out: &mut String, letters: &[String]) {
    for one in letters {
        out.push_str(", ");
        if one.contains(['-', ' ', '/']) {
            out.push_str("<span class=\"nb\">");
            escape::push(out, one);
            out.push_str("</span>");
        } else {
            escape::push(out, one);
        }
    }
}

/// "Jo Example, MA, LPC".
pub(crate) fn full(byline: &Byline) -> String {
    let mut out = escape::html(&byline.name);
    push_letters(&mut out, &byline.letters);
    out
}

/// The letters alone: "MA, LPC".
pub(crate) fn letters(byline: &Byline) -> String {
    let mut out = String::new();
    push_letters(&mut out, &byline.letters);
    out.trim_start_matches(", ").to_owned()
}

/// The same with the name as a link to the profile.
pub(crate) fn linked(byline: &Byline, path: &str) -> String {
    let mut out = format!("<a href=\"{}\" rel=\"author\">", escape::html(path));
    escape::push(&mut out, &byline.name);
    out.push_str("</a>");
    push_letters(&mut out, &byline.letters);
    out
}

/// Bylines for what each person did, as [`byline::join`] writes them, each said by `say`.
pub(crate) fn by_role<T>(
    all: &[T],
    role: impl Fn(&T) -> ContributorRole,
    say: impl Fn(&T) -> String,
) -> String {
    byline::by_role(&in_roles(all, role, say), byline::together)
}

/// The same with up to three names of a kind.
pub(crate) fn by_role_short<T>(
    all: &[T],
    role: impl Fn(&T) -> ContributorRole,
    say: impl Fn(&T) -> String,
) -> String {
    byline::by_role(&in_roles(all, role, say), join_short)
}

fn in_roles<T>(
    all: &[T],
    role: impl Fn(&T) -> ContributorRole,
    say: impl Fn(&T) -> String,
) -> Vec<(ContributorRole, String)> {
    all.iter().map(|one| (role(one), say(one))).collect()
}

/// Up to three names, then how many others.
fn join_short(parts: &[String]) -> String {
    if parts.len() <= 3 {
        return byline::together(parts);
    }
    let others = number(parts.len() - 3);
    let word = if parts.len() == 4 { "other" } else { "others" };
    format!("{} and {others} {word}", parts[..3].join("; "))
}

/// Small numbers in words.
pub(crate) fn number(count: usize) -> String {
    let words = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    words
        .get(count)
        .map_or_else(|| count.to_string(), |&word| word.to_owned())
}

/// Initials for a portrait without a photo: two at most, one for a company or a single word.
pub(crate) fn initials(name: &str) -> String {
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| {
            !matches!(
                word.trim_end_matches('.'),
                "Dr" | "Mr" | "Mrs" | "Ms" | "Mx"
            )
        })
        .collect();
    let first = |word: &str| word.chars().find(|c| c.is_alphabetic());
    let company = words.iter().any(|word| {
        matches!(
            word.trim_matches([',', '.']).to_lowercase().as_str(),
            "llc"
                | "inc"
                | "pllc"
                | "ltd"
                | "counseling"
                | "counselling"
                | "therapy"
                | "center"
                | "centre"
                | "clinic"
                | "group"
                | "services"
                | "associates"
                | "institute"
        )
    });
    let mut out = String::new();
    if let Some(&word) = words.first() {
        out.extend(first(word));
    }
    if !company
        && words.len() > 1
        && let Some(&word) = words.last()
    {
        out.extend(first(word));
    }
    out.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, letters: &[&str]) -> Byline {
        Byline::new(
            name.to_owned(),
            letters.iter().map(|&one| one.to_owned()).collect(),
        )
    }

    #[test]
    fn letters_with_a_hyphen_hold_together() {
        assert_eq!(
            full(&named("A <B>", &["MA", "LPC-S"])),
            "A &lt;B&gt;, MA, <span class=\"nb\">LPC-S</span>"
        );
    }

    #[test]
    fn many_names_are_cut_short() {
        let names = ["A, MA", "B", "C", "D", "E"].map(ToOwned::to_owned);
        assert_eq!(byline::together(&names[..2]), "A, MA and B");
        assert_eq!(join_short(&names[..3]), "A, MA; B and C");
        assert_eq!(join_short(&names[..4]), "A, MA; B; C and one other");
        assert_eq!(join_short(&names), "A, MA; B; C and two others");
    }

    #[test]
    fn initials_are_two_at_most() {
        assert_eq!(initials("Dr. Ana Maria Lopez-Vega"), "AL");
        assert_eq!(initials("Riverbend Counseling Center"), "R");
        assert_eq!(initials("Solo"), "S");
        assert_eq!(initials(""), "");
    }
}
