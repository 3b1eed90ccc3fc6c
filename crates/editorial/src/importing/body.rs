//! The words of one answer, cleaned, with what was left out of them.

use std::borrow::Cow;

use content::clean_html::{CleanHtml, Dropped, Unclean, sanitize};

use super::report::{Code, Remark};

/// What was left out of all bodies of one line.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    data_images: u32,
    word_markup: bool,
    parts: Vec<Dropped>,
}

impl LeftOut {
    /// Cleans a body and remembers what was left out.
    pub(super) fn clean(&mut self, typed: &str) -> Result<CleanHtml, Unclean> {
        let (typed, data_images) = without_data_images(typed);
        let cleaned = sanitize(&typed)?;
        self.data_images += data_images;
        self.word_markup |= is_from_word(&typed);
        let mut data_images = data_images;
        for part in cleaned.dropped {
            let mut times = part.times;
            if part.what == "image" {
                // These have a remark of their own.
                times -= std::mem::take(&mut data_images).min(times);
            }
            match self.parts.iter_mut().find(|known| known.what == part.what) {
                Some(known) => known.times += times,
                None => self.parts.push(Dropped { times, ..part }),
            }
        }
        self.parts.retain(|part| part.times > 0);
        Ok(cleaned.html)
    }

    /// One remark for each kind of thing.
    pub(super) fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        match self.data_images {
            0 => {}
            1 => remarks.push(Remark::new(
                Code::DataImage,
                "An image was inside the text as data. It was left out.",
            )),
            many => remarks.push(Remark::new(
                Code::DataImage,
                format!("{many} images were inside the text as data. They were left out."),
            )),
        }
        if self.word_markup {
            let detail = "The text came out of a word processor. Its own markup was cleaned away.";
            remarks.push(Remark::new(Code::WordMarkup, detail));
        }
        if !self.parts.is_empty() {
            let parts: Vec<String> = self.parts.iter().map(Dropped::to_string).collect();
            let detail = format!("Left out of the text: {}.", parts.join(", "));
            remarks.push(Remark::new(Code::PartsLeftOut, detail));
        }
        remarks
    }
}

/// The question as a quotation, to stand at the head of an article's only answer.
pub(super) fn quotation(question: &str) -> String {
    let mut html = String::from("<blockquote>");
    for paragraph in question.split("\n\n") {
        let lines: Vec<String> = paragraph.split('\n').map(escaped).collect();
        html.push_str("<p>");
        html.push_str(&lines.join("<br>"));
        html.push_str("</p>");
    }
    html.push_str("</blockquote>");
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Plain words of a field that may hold markup by mistake.
pub(super) fn words_of(field: &str) -> Cow<'_, str> {
    let has_tag = field.match_indices('<').any(|(at, _)| {
        field[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
    });
    let has_entity = field.match_indices('&').any(|(at, _)| {
        let rest = &field[at + 1..];
        let name = rest.find(';').map(|end| &rest[..end]).unwrap_or_default();
        (2..=10).contains(&name.len())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    });
    if !has_tag && !has_entity {
        return Cow::Borrowed(field);
    }
    // A line break in plain text is one, in markup it is a space.
    let typed = if has_tag {
        field.to_owned()
    } else {
        field.replace('\n', "<br>")
    };
    match sanitize(&typed) {
        Ok(cleaned) => Cow::Owned(cleaned.html.to_text()),
        Err(_) => Cow::Borrowed(field),
    }
}

fn is_from_word(html: &str) -> bool {
    [
        "class=\"Mso",
        "class=Mso",
        "mso-",
        "<o:p",
        "<w:",
        "urn:schemas-microsoft-com:office",
    ]
    .iter()
    .any(|mark| html.contains(mark))
}

/// Takes the data out of images that hold their own, so that a text with large ones can be
/// read; the images go when the text is cleaned. Answers how many there were.
fn without_data_images(html: &str) -> (Cow<'_, str>, u32) {
    const DATA: &[u8] = b"data:";
    let bytes = html.as_bytes();
    let mut out = String::new();
    let mut kept = 0;
    let mut images = 0;
    let mut at = 0;
    while let Some(found) = bytes[at..]
        .windows(DATA.len())
        .position(|w| w.eq_ignore_ascii_case(DATA))
    {
        let start = at + found;
        at = start + DATA.len();
        let Some(quoted) = source_before(&html[..start]) else {
            continue;
        };
        let rest = &html[start..];
        let end = match quoted {
            Quoted::By(quote) => rest.find(quote),
            Quoted::Not => rest.find(|c: char| c.is_whitespace() || c == '>'),
        };
        at = start + end.unwrap_or(rest.len());
        out.push_str(&html[kept..start]);
        kept = at;
        images += 1;
    }
    if images == 0 {
        return (Cow::Borrowed(html), 0);
    }
    out.push_str(&html[kept..]);
    (Cow::Owned(out), images)
}

/// How the value of an attribute is written.
enum Quoted {
    By(char),
    Not,
}

/// Whether `src=` stands at the end, and how its value begins.
fn source_before(html: &str) -> Option<Quoted> {
    let html = html.trim_end();
    let (html, quoted) = match html.chars().last()? {
        quote @ ('"' | '\'') => (&html[..html.len() - 1], Quoted::By(quote)),
        _ => (html, Quoted::Not),
    };
    let html = html.trim_end().strip_suffix('=')?.trim_end();
    let name = html.len().checked_sub(3).and_then(|at| html.get(at..))?;
    name.eq_ignore_ascii_case("src").then_some(quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(typed: &str) -> (String, Vec<(Code, String)>) {
        let mut left_out = LeftOut::default();
        let html = left_out.clean(typed).unwrap();
        let remarks = left_out
            .remarks()
            .into_iter()
            .map(|remark| (remark.code, remark.detail))
            .collect();
        (html.as_str().to_owned(), remarks)
    }

    #[test]
    fn images_that_hold_their_data_are_counted_however_large() {
        let large = "A".repeat(3 * 1024 * 1024);
        let (html, remarks) = cleaned(&format!(
            "<p>a<img alt=x src = 'data:image/png;base64,{large}'>b</p>"
        ));
        assert_eq!(html, "<p>ab</p>");
        let one = "An image was inside the text as data. It was left out.";
        assert_eq!(remarks, [(Code::DataImage, one.to_owned())]);

        let typed = "<p>a<IMG SRC=DATA:image/gif;base64,AA==><img src=\"data:,x\">\
                     <img src=\"https://a.example/b.png\">data:text</p>";
        let (html, remarks) = cleaned(typed);
        assert_eq!(html, "<p>adata:text</p>");
        assert_eq!(
            remarks[0].1,
            "2 images were inside the text as data. They were left out."
        );
        assert_eq!(remarks[1].1, "Left out of the text: 1 image.");
    }

    #[test]
    fn prose_about_data_stays() {
        assert_eq!(without_data_images("src is data: see src=”data").1, 0);
        assert_eq!(without_data_images("data:").1, 0);
        assert_eq!(without_data_images("=data:").1, 0);
        assert_eq!(without_data_images("é=\"data:").1, 0);
    }

    #[test]
    fn a_word_processor_is_recognised() {
        let typed = "<xml><w:WordDocument>x</w:WordDocument></xml>\
                     <p class=\"MsoNormal\" style=\"mso-x: y\">Rest.<o:p></o:p></p>";
        let (html, remarks) = cleaned(typed);
        assert_eq!(html, "<p>Rest.</p>");
        assert_eq!(remarks[0].0, Code::WordMarkup);
        assert_eq!(remarks[1].0, Code::PartsLeftOut);
    }

    #[test]
    fn hostile_markup_is_left_out_and_told() {
        let typed = "<p onclick=x()>Calm<script>alert(1)</script><a href=\"javascript:x\">.</a>";
        let (html, remarks) = cleaned(typed);
        assert_eq!(html, "<p>Calm.</p>");
        assert_eq!(remarks[0].0, Code::PartsLeftOut);
        assert!(remarks[0].1.contains("1 script"), "{remarks:?}");
    }

    #[test]
    fn plain_fields_lose_markup_and_nothing_else() {
        assert_eq!(words_of("I <3 tea & AT&T; so?"), "I <3 tea & AT&T; so?");
        assert_eq!(words_of("Tom &amp; I"), "Tom & I");
        assert_eq!(words_of("one\ntwo&#8217;s"), "one\ntwo’s");
        assert_eq!(
            words_of("<p>one</p><p>two<script>x</script></p>").trim(),
            "one\ntwo"
        );
    }

    #[test]
    fn a_question_is_quoted_as_it_was_asked() {
        let html = quotation("Why <b>?\nWhy & how?\n\nTell me.");
        assert_eq!(
            sanitize(&html).unwrap().html.as_str(),
            "<blockquote><p>Why &lt;b&gt;?<br>Why &amp; how?</p><p>Tell me.</p></blockquote>"
        );
    }
}
