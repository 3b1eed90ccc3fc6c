//! An image as it stands in a section: which one, and what is said of it. Part of what is signed.

use serde::{Deserialize, Serialize};

use crate::clean_html::CleanHtml;
use crate::digest::Digest;
use crate::draft::{FieldError, plain_line};

/// The most images of one section.
pub const MOST: usize = 60;

/// The longest alternative text, caption or credit, in characters.
const LONGEST: usize = 1000;

/// Whether a client can be seen on an image. A "no" differs from "not asked".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clients {
    /// Nobody has answered yet.
    #[default]
    NotAsked,
    /// No client is shown (45 CFR 164.514(b)(2)(i)(Q): full-face photographs).
    NoneShown,
    /// A client is shown and agreed in writing; the form stays with the clinician.
    ConsentHeld,
}

/// What is said of one image of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// The digest of the stored image: what the text names.
    pub sha256: Digest,
    /// In pixels, as stored.
    pub width: u32,
    /// In pixels, as stored.
    pub height: u32,
    /// What it shows, for people who cannot see it; empty for one that is only decoration;
    /// left out while nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Printed under it. May be empty.
    pub caption: String,
    /// Who made it, printed with the caption. May be empty.
    pub credit: String,
    /// Under which terms it may be shown, such as `CC BY 4.0` or `Own work`. May be empty.
    pub licence: String,
    /// Whether a client can be seen.
    pub clients: Clients,
}

/// What somebody says of an image; its size is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageInput {
    /// Which.
    pub sha256: Digest,
    /// As [`Image::alt`].
    pub alt: Option<String>,
    /// As [`Image::caption`].
    pub caption: String,
    /// As [`Image::credit`].
    pub credit: String,
    /// As [`Image::licence`].
    pub licence: String,
    /// As [`Image::clients`].
    pub clients: Clients,
}

impl ImageInput {
    /// With its size in pixels.
    #[must_use]
    pub fn of_size(self, width: u32, height: u32) -> Image {
        Image {
            sha256: self.sha256,
            width,
            height,
            alt: self.alt,
            caption: self.caption,
            credit: self.credit,
            licence: self.licence,
            clients: self.clients,
        }
    }
}

impl Image {
    /// An image of which nobody has said anything yet.
    #[must_use]
    pub const fn new(sha256: Digest, width: u32, height: u32) -> Self {
        Self {
            sha256,
            width,
            height,
            alt: None,
            caption: String::new(),
            credit: String::new(),
            licence: String::new(),
            clients: Clients::NotAsked,
        }
    }

    /// With its words as plain lines within their limits, or everything that is wrong with
    /// them; fields are named `{at}.alt` and so on.
    pub fn settled(self, at: &str) -> Result<Self, Vec<FieldError>> {
        let image = Self {
            alt: self.alt.as_deref().map(plain_line),
            caption: plain_line(&self.caption),
            credit: plain_line(&self.credit),
            licence: plain_line(&self.licence),
            ..self
        };
        let errors: Vec<FieldError> = [
            ("alt", image.alt.as_deref().unwrap_or_default()),
            ("caption", &image.caption),
            ("credit", &image.credit),
            ("licence", &image.licence),
        ]
        .into_iter()
        .filter(|(_, text)| text.chars().count() > LONGEST)
        .map(|(field, _)| FieldError {
            field: format!("{at}.{field}"),
            code: "too_long",
            detail: format!("Please keep this under {LONGEST} characters."),
        })
        .collect();
        if errors.is_empty() {
            Ok(image)
        } else {
            Err(errors)
        }
    }

    /// Everything that is said of it, one line each, as a proof shows it.
    #[must_use]
    pub fn to_text(&self) -> String {
        let alt = match self.alt.as_deref() {
            None => "not described yet",
            Some("") => "decoration only",
            Some(words) => words,
        };
        let clients = match self.clients {
            Clients::NotAsked => "not said whether a client is shown",
            Clients::NoneShown => "no client is shown",
            Clients::ConsentHeld => "a client is shown and agreed in writing",
        };
        let mut lines = vec![format!("Description: {alt}")];
        for (label, text) in [
            ("Caption", &self.caption),
            ("Credit", &self.credit),
            ("Terms", &self.licence),
        ] {
            if !text.is_empty() {
                lines.push(format!("{label}: {text}"));
            }
        }
        lines.push(format!("Clients: {clients}"));
        lines.join("\n")
    }
}

/// What is said of the images that stand in a text, in their order there; what is said of
/// others is left out. An image of which nothing is known is left out too, and found by
/// [`unknown`].
#[must_use]
pub fn standing_in(body: &CleanHtml, all: &[Image]) -> Vec<Image> {
    body.images()
        .iter()
        .filter_map(|digest| all.iter().find(|one| one.sha256 == *digest).cloned())
        .collect()
}

/// The images of a text of which nothing is known.
#[must_use]
pub fn unknown(body: &CleanHtml, all: &[Image]) -> Vec<Digest> {
    let mut found = body.images();
    found.retain(|digest| !all.iter().any(|one| one.sha256 == *digest));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean_html::sanitize;

    #[test]
    fn only_what_stands_in_the_text_is_said() {
        let [one, two, three] = [b"1", b"2", b"3"].map(|bytes| Digest::of(bytes));
        let html = format!(
            "<img src=\"media:{two}\"><p>x</p><img src=\"media:{one}\"><img src=\"media:{two}\">"
        );
        let body = sanitize(&html).unwrap().html;
        let all = [Image::new(one, 1, 1), Image::new(three, 1, 1)];
        assert_eq!(standing_in(&body, &all), [Image::new(one, 1, 1)]);
        assert_eq!(unknown(&body, &all), [two]);
    }

    #[test]
    fn words_are_settled_and_have_limits() {
        let mut image = Image::new(Digest::of(b"1"), 4, 3);
        image.alt = Some(" A  path\n in a wood ".to_owned());
        image.credit = "x".repeat(LONGEST + 1);
        let errors = image.clone().settled("images.0").unwrap_err();
        assert_eq!(errors[0].field, "images.0.credit");
        image.credit.clear();
        let settled = image.settled("images.0").unwrap();
        assert_eq!(settled.alt.as_deref(), Some("A path in a wood"));
        assert_eq!(
            settled.to_text(),
            "Description: A path in a wood\nClients: not said whether a client is shown"
        );
    }
}
