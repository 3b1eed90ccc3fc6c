//! The sizes in which an image is kept, so that a phone need not fetch a poster.

use std::fmt;
use std::str::FromStr;

/// The widest that an image is kept, in pixels: twice the column of the reader site.
pub const WIDEST: u32 = 1600;

/// The smaller widths, in pixels.
const SMALLER: [u32; 2] = [400, 800];

/// How an image is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Smaller; every browser since 2020 shows it.
    Webp,
    /// For all others.
    Jpeg,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Webp, Self::Jpeg];

    /// The ending of its file.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// The widths in which an image of this width is kept, the smallest first.
#[must_use]
pub fn widths(width: u32) -> Vec<u32> {
    let mut all: Vec<u32> = SMALLER.into_iter().filter(|one| *one < width).collect();
    all.push(width);
    all
}

/// One file of an image: `800.webp`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    /// In pixels.
    pub width: u32,
    /// How it is written.
    pub format: Format,
}

/// Not the name of a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a size is named like 800.webp or 800.jpg")]
pub struct NotASize;

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.width, self.format.ending())
    }
}

impl FromStr for Size {
    type Err = NotASize;
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let (width, ending) = name.split_once('.').ok_or(NotASize)?;
        let plain = (1..=4).contains(&width.len())
            && width.bytes().all(|b| b.is_ascii_digit())
            && !width.starts_with('0');
        let format = Format::ALL.into_iter().find(|one| one.ending() == ending);
        match (plain, width.parse(), format) {
            (true, Ok(width), Some(format)) if width <= WIDEST => Ok(Self { width, format }),
            _ => Err(NotASize),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_is_never_made_larger() {
        assert_eq!(widths(1600), [400, 800, 1600]);
        assert_eq!(widths(800), [400, 800]);
        assert_eq!(widths(90), [90]);
    }

    #[test]
    fn sizes_have_names() {
        let size: Size = "800.webp".parse().unwrap();
        assert_eq!((size.width, size.format), (800, Format::Webp));
        assert_eq!(size.to_string(), "800.webp");
        for name in [
            "0800.webp",
            "800.png",
            "800",
            "+800.jpg",
            "1601.jpg",
            "../8.jpg",
            ".jpg",
        ] {
            assert_eq!(name.parse::<Size>(), Err(NotASize), "{name}");
        }
    }
}
