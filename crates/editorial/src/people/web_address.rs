//! Addresses on the web, as people type them.

use url::Url;

use crate::Refusal;

const LONGEST: usize = 500;

/// An address that readers may be sent to: http or https, without a password in it. Nothing
/// typed is no address.
pub(super) fn web_address(typed: &str, field: &str) -> Result<Option<String>, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let sound = Url::parse(typed).ok().filter(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.username().is_empty()
            && url.password().is_none()
            && url.as_str().len() <= LONGEST
    });
    let words = "Type the whole address, beginning with https://";
    sound
        .map(|url| Some(url.into()))
        .ok_or_else(|| Refusal::field(field, "not_an_address", words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_kept() {
        let kept = |typed| web_address(typed, "practice_url").unwrap();
        assert_eq!(
            kept(" https://Example.org/a b "),
            Some("https://example.org/a%20b".into())
        );
        assert_eq!(kept("  "), None);
        for bad in [
            "example.org",
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "data:,",
        ] {
            assert!(web_address(bad, "practice_url").is_err(), "{bad}");
        }
        assert!(web_address("https://me:secret@example.org", "practice_url").is_err());
    }
}
