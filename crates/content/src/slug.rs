//! The part of an address that names an article, topic or person.

use unicode_normalization::UnicodeNormalization as _;

/// The longest slug, in characters.
pub const LONGEST: usize = 80;

/// What a text without any Latin letter or digit becomes.
const FALLBACK: &str = "article";

/// Lowercase ASCII letters and digits in words joined by hyphens, ended at a word; never empty.
#[must_use]
pub fn slugify(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => word.push(c),
            // An apostrophe or accent stands inside a word.
            '\'' | '’' | 'ʼ' | '\u{ad}' => {}
            _ if unicode_normalization::char::is_combining_mark(c) => {}
            _ => match latin(c) {
                Some(letters) => word.push_str(letters),
                None if word.is_empty() => {}
                None => words.push(std::mem::take(&mut word)),
            },
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    let slug = fitting(&words, LONGEST);
    if slug.is_empty() {
        FALLBACK.to_owned()
    } else {
        slug
    }
}

/// The slug with a number, for when the plain one is taken: `grief-2`. Stays within [`LONGEST`].
#[must_use]
pub fn numbered(slug: &str, n: u32) -> String {
    let end = format!("-{n}");
    let words: Vec<String> = slug.split('-').map(str::to_owned).collect();
    fitting(&words, LONGEST - end.len()) + &end
}

/// As many words as fit; of a first word that is too long, its beginning.
fn fitting(words: &[String], longest: usize) -> String {
    let mut slug = String::new();
    for word in words {
        if slug.is_empty() {
            slug.extend(word.chars().take(longest));
        } else if slug.len() + 1 + word.len() <= longest {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

/// Letters that have no decomposition into a Latin letter and an accent.
const fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_become_an_address() {
        assert_eq!(
            slugify("My partner won’t come. What can I do?"),
            "my-partner-wont-come-what-can-i-do"
        );
        assert_eq!(
            slugify("  Déjà vu & Søren's straße — ½ "),
            "deja-vu-sorens-strasse-1-2"
        );
        assert_eq!(slugify("ﬁve"), "five");
        assert_eq!(slugify("悲しみ"), "article");
        assert_eq!(slugify(""), "article");
        assert_eq!(slugify("---"), "article");
    }

    #[test]
    fn a_long_text_ends_at_a_word() {
        let slug = slugify(&"sadness ".repeat(30));
        assert_eq!(slug.len(), 79);
        assert!(slug.ends_with("sadness"));
        assert_eq!(slugify(&"x".repeat(200)), "x".repeat(80));
    }

    #[test]
    fn a_taken_slug_gets_a_number() {
        assert_eq!(numbered("grief", 2), "grief-2");
        assert_eq!(numbered(&slugify(&"sadness ".repeat(30)), 12).len(), 74);
        assert_eq!(
            numbered(&"x".repeat(80), 10),
            format!("{}-10", "x".repeat(77))
        );
    }

    proptest! {
        #[test]
        fn any_text_becomes_an_address(text in any::<String>(), n in any::<u32>()) {
            let slug = slugify(&text);
            for slug in [slug.clone(), numbered(&slug, n)] {
                prop_assert!(!slug.is_empty() && slug.len() <= LONGEST);
                prop_assert!(slug.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')));
                prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
            }
            prop_assert_eq!(&slugify(&slug), &slug);
        }
    }
}
