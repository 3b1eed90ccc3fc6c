//! Passwords: what is asked of them, and how they are kept.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization as _;

use super::common_passwords::is_common;
use crate::Refusal;

const SHORTEST: usize = 12;
const LONGEST: usize = 128;

/// Each hashing takes 19 MiB and a core; more at once would only take the machine down.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// The hash that is verified where there is no account, so that both take the same time.
static DUMMY: LazyLock<String> = LazyLock::new(|| {
    hasher()
        .hash_password(b"nobody")
        .map(|hash| hash.to_string())
        .unwrap_or_default()
});

/// argon2id with the parameters that OWASP asks for.
fn hasher() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Checks a new password. `email` is whose it will be; `field` is the field it was typed in.
pub(super) fn check(password: &str, email: &str, field: &str) -> Result<(), Refusal> {
    let signs = normal(password).chars().count();
    let lower = password.to_lowercase();
    let local = email.split('@').next().unwrap_or(email);
    if signs < SHORTEST {
        let words = "Use at least 12 characters. Four plain words are good.";
        Err(Refusal::field(field, "too_short", words))
    } else if signs > LONGEST {
        Err(Refusal::field(
            field,
            "too_long",
            "Use at most 128 characters.",
        ))
    } else if lower == email || lower == local {
        Err(Refusal::field(
            field,
            "is_email",
            "Use something other than your e-mail address.",
        ))
    } else if is_common(password) {
        let words = "Many people use this password, so it is easy to guess. Use another.";
        Err(Refusal::field(field, "too_common", words))
    } else {
        Ok(())
    }
}

/// Hashes a password, away from the threads that answer.
pub(super) async fn hash(password: &str) -> Result<String, Refusal> {
    let password = normal(password);
    off_thread(move || {
        hasher()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .ok()
    })
    .await
    .ok_or_else(failed)
}

/// Whether a password fits a hash. Without a hash it takes as long and does not.
pub(super) async fn fits(password: &str, hash: Option<String>) -> Result<bool, Refusal> {
    let password = normal(password);
    off_thread(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| DUMMY.clone());
        let fits = PasswordHash::new(&hash)
            .is_ok_and(|hash| hasher().verify_password(password.as_bytes(), &hash).is_ok());
        Some(fits && known)
    })
    .await
    .ok_or_else(failed)
}

/// The same signs give the same bytes, whichever keyboard they come from.
fn normal(password: &str) -> String {
    password.nfkc().collect()
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Option<T> + Send + 'static,
) -> Option<T> {
    let _place = AT_ONCE.acquire().await.ok()?;
    tokio::task::spawn_blocking(work).await.ok()?
}

fn failed() -> Refusal {
    tracing::error!("a password could not be hashed");
    Refusal::Conflict("The server could not check a password just now. Try again.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(password: &str) -> Option<&'static str> {
        match check(password, "juno.wintergreen.lpc@example.org", "password") {
            Err(Refusal::Invalid(errors)) => Some(errors[0].code),
            _ => None,
        }
    }

    #[test]
    fn passwords_are_long_and_not_obvious() {
        assert_eq!(code("short"), Some("too_short"));
        assert_eq!(code(&"x y ".repeat(40)), Some("too_long"));
        assert_eq!(code("Juno.Wintergreen.LPC@example.org"), Some("is_email"));
        assert_eq!(code("juno.wintergreen.lpc"), Some("is_email"));
        assert_eq!(code("Password1234"), Some("too_common"));
        assert_eq!(code("lake under quiet snow"), None);
        assert_eq!(code("шестнадцать слов"), None);
    }

    #[tokio::test]
    async fn a_hash_fits_its_own_password_only() {
        let hash = hash("café by the lake").await.unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert!(
            fits("cafe\u{301} by the lake", Some(hash.clone()))
                .await
                .unwrap()
        );
        assert!(!fits("cafe by the lake", Some(hash)).await.unwrap());
        assert!(!fits("nobody", None).await.unwrap());
    }
}
