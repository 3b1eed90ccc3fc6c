//! E-mail addresses as they are kept.

use crate::Refusal;

/// An address as it is looked up: without space around it, in small letters.
pub(super) fn key(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// An address to which letters can be sent, as it is kept.
pub(super) fn parse(typed: &str) -> Result<String, Refusal> {
    let email = key(typed);
    let sound = email.len() <= 254
        && email.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty() && !domain.is_empty() && !domain.contains('@')
        })
        && !email.chars().any(|sign| {
            sign.is_whitespace() || sign.is_control() || matches!(sign, '<' | '>' | ',' | ';' | '"')
        });
    if sound {
        Ok(email)
    } else {
        let words = "This does not look like an e-mail address.";
        Err(Refusal::field("email", "not_an_address", words))
    }
}

/// What is said when an address has an account.
pub(super) fn taken() -> Refusal {
    Refusal::field(
        "email",
        "taken",
        "There is already an account with this e-mail address.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_kept_in_one_form() {
        assert_eq!(parse(" Amy@Example.ORG ").unwrap(), "amy@example.org");
        for bad in [
            "",
            "amy",
            "@x",
            "amy@",
            "a b@x.org",
            "a@b@c",
            "a@x.org\r\nBcc: b@x.org",
        ] {
            assert!(parse(bad).is_err(), "{bad:?}");
        }
    }
}
