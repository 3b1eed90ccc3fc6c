//! Paths that an article had in another system.

/// The longest path that is kept, in bytes.
pub const LONGEST: usize = 1024;

/// A path as it is kept and looked up, however it was written: signs in place of their codes,
/// one slash at its beginning and none at its end. `None` for what can be no old address: the
/// front page, what is too long, and what is no text.
#[must_use]
pub fn settled(path: &str) -> Option<String> {
    if path.len() > 3 * LONGEST {
        return None;
    }
    let text = String::from_utf8(decoded(path.as_bytes())).ok()?;
    let text = text.trim_matches('/');
    let good = !text.is_empty() && text.len() < LONGEST && !text.contains(char::is_control);
    good.then(|| format!("/{text}"))
}

/// The bytes that `%C3%A9` and the like stand for; a sign of percent alone is left.
fn decoded(bytes: &[u8]) -> Vec<u8> {
    let digit = |at: usize| {
        let byte = char::from(*bytes.get(at)?);
        u8::try_from(byte.to_digit(16)?).ok()
    };
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 3;
            }
            (byte, _, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_has_one_path() {
        for path in [
            "/2019/05/caf%C3%A9/",
            "//2019/05/caf%c3%a9",
            "/2019/05/café",
        ] {
            assert_eq!(settled(path).as_deref(), Some("/2019/05/café"), "{path}");
        }
        assert_eq!(settled("/a.php").as_deref(), Some("/a.php"));
        assert_eq!(settled("/100%/%zz").as_deref(), Some("/100%/%zz"));
    }

    #[test]
    fn what_can_be_no_address_is_none() {
        let long = format!("/{}", "a".repeat(LONGEST));
        for path in ["", "/", "//", "/a%00b", "/%ff", "/a%0d%0ab", &long] {
            assert_eq!(settled(path), None, "{path:?}");
        }
        assert!(settled(&"/%C3%A9".repeat(10_000)).is_none());
    }
}
