//! Reading clean HTML: it is well formed and serialised by one writer, so tags can be found
//! without a parser.

/// A stretch of clean HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Between tags, still escaped.
    Text(&'a str),
    /// `<name …>`, with its whole source.
    Open { name: &'a str, source: &'a str },
    /// `</name>`.
    Close { name: &'a str, source: &'a str },
}

/// The pieces of some clean HTML, in order.
pub(crate) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = if rest.starts_with('<') {
            tag_end(rest)
        } else {
            rest.find('<').unwrap_or(rest.len())
        };
        let (source, after) = rest.split_at(end);
        rest = after;
        Some(piece(source))
    })
}

fn piece(source: &str) -> Piece<'_> {
    let name_of = |inner: &'static str| {
        let inner = source.strip_prefix(inner)?;
        let end = inner
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(inner.len());
        (end > 0).then(|| &inner[..end])
    };
    match (name_of("</"), name_of("<")) {
        (Some(name), _) => Piece::Close { name, source },
        (None, Some(name)) => Piece::Open { name, source },
        (None, None) => Piece::Text(source),
    }
}

/// Where a tag ends; `>` inside a quoted attribute is not the end.
fn tag_end(html: &str) -> usize {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The value of an attribute in the source of a start tag, still escaped.
pub(crate) fn attribute<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let needle = format!(" {name}=\"");
    let start = source.find(&needle)? + needle.len();
    let end = source[start..].find('"')? + start;
    Some(&source[start..end])
}

/// Whether the element takes a line of its own when it is read as plain text.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "dl"
            | "blockquote"
            | "figure"
            | "figcaption"
            | "table"
            | "tr"
            | "pre"
            | "div"
            | "section"
            | "hr"
            | "dt"
            | "dd"
    )
}

/// The words without the markup: blocks apart by a blank line, list items by a dash.
pub(crate) fn plain_text(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut preformatted = false;
    let mut first_item = false;
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) if preformatted => out.push_str(&unescape(text)),
            Piece::Text(text) => push_words(&mut out, &unescape(text)),
            Piece::Open { name, source } => match name {
                "br" => out.push('\n'),
                "li" => {
                    if !std::mem::take(&mut first_item) {
                        trim_end(&mut out);
                        out.push('\n');
                    }
                    out.push_str("- ");
                }
                "img" => push_words(&mut out, &unescape(attribute(source, "alt").unwrap_or(""))),
                "td" | "th" => out.push(' '),
                name if is_block(name) => {
                    break_block(&mut out);
                    preformatted |= name == "pre";
                    first_item = matches!(name, "ul" | "ol");
                }
                _ => {}
            },
            Piece::Close { name, .. } => {
                preformatted &= name != "pre";
                if is_block(name) {
                    break_block(&mut out);
                }
            }
        }
    }
    out.trim().to_owned()
}

fn push_words(out: &mut String, text: &str) {
    if text.starts_with(char::is_whitespace) && !out.ends_with(char::is_whitespace) {
        out.push(' ');
    }
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
    if text.ends_with(char::is_whitespace) && !out.ends_with(char::is_whitespace) {
        out.push(' ');
    }
}

fn break_block(out: &mut String) {
    if out.ends_with("- ") {
        return;
    }
    trim_end(out);
    if !out.is_empty() {
        out.push_str("\n\n");
    }
}

fn trim_end(out: &mut String) {
    out.truncate(out.trim_end().len());
}

/// The characters that the one writer of clean HTML escapes, and the common rest.
pub(crate) fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

/// Makes addresses that begin at this site's root absolute, for outlets that stand elsewhere.
pub(crate) fn absolute(html: &str, public_url: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for piece in pieces(html) {
        match piece {
            Piece::Open { source, .. } => {
                let mut tag = source.to_owned();
                for name in ["href", "src"] {
                    if let Some(value) = attribute(source, name)
                        && value.starts_with('/')
                        && !value.starts_with("//")
                    {
                        tag = tag.replacen(
                            &format!(" {name}=\"{value}\""),
                            &format!(" {name}=\"{public_url}{value}\""),
                            1,
                        );
                    }
                }
                out.push_str(&tag);
            }
            Piece::Text(source) | Piece::Close { source, .. } => out.push_str(source),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_apart_without_their_markup() {
        let html = "<h2>One</h2><p>Two <b>three</b>\n four &amp; &lt;five&gt;</p>\
                    <ul><li><p>six</p></li><li>seven</li></ul><pre>a\n  b</pre>";
        assert_eq!(
            plain_text(html),
            "One\n\nTwo three four & <five>\n\n- six\n- seven\n\na\n  b"
        );
    }

    #[test]
    fn a_tag_in_an_attribute_is_no_tag() {
        let html = "<p title=\"<h2>x</h2>\">y</p>";
        let names: Vec<_> = pieces(html)
            .filter_map(|piece| match piece {
                Piece::Open { name, .. } => Some(name),
                _ => None,
            })
            .collect();
        assert_eq!(names, ["p"]);
    }

    #[test]
    fn addresses_become_absolute() {
        assert_eq!(
            absolute(
                "<a href=\"/help\">x</a><img alt=\"\" src=\"/media/a.jpg\"><a href=\"//e.org\">",
                "https://s.example"
            ),
            "<a href=\"https://s.example/help\">x</a>\
             <img alt=\"\" src=\"https://s.example/media/a.jpg\"><a href=\"//e.org\">"
        );
    }
}
