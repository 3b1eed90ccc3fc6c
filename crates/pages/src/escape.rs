//! Text into markup.

/// Text as HTML or XML text, safe between tags and inside quoted attributes.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    push(&mut out, text);
    out
}

/// Appends text as HTML. Control characters have no business on a page, and the one that
/// marks places would be mistaken for a mark; they are dropped.
pub(crate) fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' | '\r' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// Plain text as `<p>` elements, one for each block between blank lines.
pub(crate) fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut out = String::new();
    for block in text
        .split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty())
    {
        out.push_str("<p>");
        push(&mut out, &block.replace('\n', " "));
        out.push_str("</p>\n");
    }
    out
}

/// The address, if it leads to a page on the web.
pub(crate) fn web(address: &str) -> Option<&str> {
    (address.starts_with("https://") || address.starts_with("http://")).then_some(address)
}

/// JSON that may stand inside a `<script>` element: nothing in it can end the element.
pub(crate) fn json_in_html(value: &serde_json::Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_json_can_end_a_script() {
        let value =
            serde_json::json!({"headline": "</script><script>x()</script>&\u{2028}\u{2029}"});
        let text = json_in_html(&value);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            value
        );
    }

    #[test]
    fn text_becomes_paragraphs() {
        assert_eq!(
            paragraphs("a <b\n\n\r\nc\nd"),
            "<p>a &lt;b</p>\n<p>c d</p>\n"
        );
        assert_eq!(html("\u{1}0\u{1}\"'"), "0&quot;&#39;");
    }
}
