//! Passwords that are tried first by whoever guesses.

const LIST: &str = include_str!("../../data/common_passwords.txt");

/// Whether a password is on the list, or one sign or short run repeated.
pub(super) fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    LIST.lines().any(|line| line == lower) || is_repetition(&lower)
}

fn is_repetition(password: &str) -> bool {
    let signs: Vec<char> = password.chars().collect();
    (1..=3.min(signs.len() / 2)).any(|length| {
        signs
            .iter()
            .zip(signs.iter().skip(length))
            .all(|(a, b)| a == b)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_uses_is_found() {
        for common in [
            "Password1234",
            "aaaaaaaaaaaaa",
            "abcabcabcabcabc",
            "1234567890123",
        ] {
            assert!(is_common(common), "{common}");
        }
        for fine in ["a calm quiet lake", "x", "", "abcdabcdabcd-zebra"] {
            assert!(!is_common(fine), "{fine}");
        }
    }

    #[test]
    fn the_list_holds_only_what_the_length_lets_through() {
        for line in LIST.lines() {
            assert_eq!(line, line.to_lowercase());
            assert!(line.len() >= 12, "{line}");
        }
    }
}
