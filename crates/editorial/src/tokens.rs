//! Secrets that open something once. What is stored is their digest.

use content::digest::Digest;

use crate::Refusal;

/// 256 bits from the system, in hexadecimal.
pub(crate) fn new_token() -> Result<String, Refusal> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| {
        tracing::error!(%error, "the system gave no random bytes");
        Refusal::Conflict("The server could not make a safe link just now. Try again.".to_owned())
    })?;
    Ok(hex::encode(bytes))
}

/// What is stored of a token.
pub(crate) fn digest_of(token: &str) -> String {
    Digest::of(token.as_bytes()).to_string()
}
