//! What stands beside the words of a section, put in its place: images where the text names
//! them, and the list of references, led to and back from each citation.

use std::fmt::Write as _;

use content::image::Image;
use content::image_sizes::{Format, Size, widths};
use content::publication::PublishedSection;
use content::reference::{Reference, ReferenceId};
use serde::Serialize;

use crate::escape;
use crate::headings::Fragments;
use crate::markup::{self, Piece};

/// How wide an image stands on the page: the column of the text, or the screen.
const SIZES: &str = "(min-width: 44em) 40em, 92vw";

/// The width, of those there are, that browsers without a choice are given.
const USUAL: u32 = 800;

/// The text of a section with all that belongs to it.
#[derive(Debug)]
pub(crate) struct Beside {
    /// For pages: images in several sizes, citations as links.
    pub(crate) body: String,
    /// For feeds, mail and programs: one size of each image, citations as words.
    pub(crate) plain_body: String,
    /// In the order printed; the same for all outlets.
    pub(crate) references: Vec<Entry>,
}

/// One work of the list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Entry {
    /// Its fragment.
    pub(crate) id: String,
    /// As printed, as markup.
    pub(crate) html: String,
    /// The fragments of the citations that lead to it.
    pub(crate) back: Vec<String>,
}

/// Puts images and references of a section in their places; `root` is where images are given.
pub(crate) fn beside(
    html: &str,
    section: &PublishedSection,
    fragments: &mut Fragments,
    root: &str,
) -> Beside {
    let mut references: Vec<Entry> = section
        .references
        .iter()
        .map(|one| Entry {
            id: fragments.take(&format!("ref-{}", one.id.as_str())),
            html: printed(one),
            back: Vec::new(),
        })
        .collect();
    let mut body = String::with_capacity(html.len() + 512);
    let mut plain_body = String::with_capacity(html.len());
    let mut link = Link::Web;
    for piece in markup::pieces(html) {
        match piece {
            Piece::Open { name: "a", source } => {
                let address = markup::attribute(source, "href").unwrap_or_default();
                link = Link::Web;
                if let Some(id) = ReferenceId::of_address(address) {
                    let at = section.references.iter().position(|one| one.id == id);
                    link = at.map_or(Link::Loose, |_| Link::Citation);
                    if let Some(entry) = at.and_then(|at| references.get_mut(at)) {
                        let from = fragments.take(&format!("cite-{}", id.as_str()));
                        let _ = write!(
                            body,
                            "<a class=\"cite\" id=\"{from}\" href=\"#{}\">",
                            entry.id
                        );
                        entry.back.push(from);
                    }
                } else {
                    body.push_str(source);
                    plain_body.push_str(source);
                }
            }
            Piece::Close { name: "a", source } => {
                if link != Link::Loose {
                    body.push_str(source);
                }
                if link == Link::Web {
                    plain_body.push_str(source);
                }
                link = Link::Web;
            }
            Piece::Open {
                name: "figure" | "img",
                source,
            } => {
                let image = markup::attribute(source, "src")
                    .and_then(|address| address.strip_prefix("media:"))
                    .and_then(|digest| digest.parse().ok())
                    .and_then(|digest| section.images.iter().find(|one| one.sha256 == digest));
                if let Some(image) = image {
                    push_figure(&mut body, image, &picture(image, root));
                    push_figure(&mut plain_body, image, &one_size(image, root));
                }
            }
            Piece::Close { name: "figure", .. } => {}
            Piece::Open { source, .. } | Piece::Close { source, .. } | Piece::Text(source) => {
                body.push_str(source);
                plain_body.push_str(source);
            }
        }
    }
    Beside {
        body,
        plain_body,
        references,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// Leads out.
    Web,
    /// Leads to a reference.
    Citation,
    /// Led to a reference that is not in the list: the words stay.
    Loose,
}

fn push_figure(out: &mut String, image: &Image, picture: &str) {
    out.push_str("<figure>");
    out.push_str(picture);
    let about = [&image.credit, &image.licence]
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" · ");
    if !image.caption.is_empty() || !about.is_empty() {
        out.push_str("<figcaption>");
        escape::push(out, &image.caption);
        if !about.is_empty() {
            if !image.caption.is_empty() {
                out.push(' ');
            }
            out.push_str("<small>");
            escape::push(out, &about);
            out.push_str("</small>");
        }
        out.push_str("</figcaption>");
    }
    out.push_str("</figure>");
}

/// The address of one size of an image.
pub(crate) fn address(image: &Image, root: &str, size: Size) -> String {
    format!("{root}/{}/{size}", image.sha256)
}

/// The size that browsers without a choice are given, as a JPEG.
pub(crate) fn usual(image: &Image) -> Size {
    let all = widths(image.width);
    let width = all
        .iter()
        .copied()
        .find(|width| *width >= USUAL)
        .or_else(|| all.last().copied());
    Size {
        width: width.unwrap_or(image.width),
        format: Format::Jpeg,
    }
}

fn picture(image: &Image, root: &str) -> String {
    let set = |format: Format| {
        let all = widths(image.width).into_iter().map(|width| {
            let size = Size { width, format };
            format!("{} {width}w", address(image, root, size))
        });
        all.collect::<Vec<_>>().join(", ")
    };
    format!(
        "<picture><source type=\"image/webp\" srcset=\"{}\" sizes=\"{SIZES}\">\
         <img src=\"{}\" srcset=\"{}\" sizes=\"{SIZES}\" width=\"{}\" height=\"{}\" alt=\"{}\" \
         loading=\"lazy\" decoding=\"async\"></picture>",
        set(Format::Webp),
        address(image, root, usual(image)),
        set(Format::Jpeg),
        image.width,
        image.height,
        alt(image),
    )
}

fn one_size(image: &Image, root: &str) -> String {
    format!(
        "<img src=\"{}\" width=\"{}\" height=\"{}\" alt=\"{}\">",
        address(image, root, usual(image)),
        image.width,
        image.height,
        alt(image),
    )
}

fn alt(image: &Image) -> String {
    escape::html(image.alt.as_deref().unwrap_or_default())
}

/// A reference as markup.
fn printed(reference: &Reference) -> String {
    let mut out = String::new();
    for stretch in reference.stretches() {
        match (&stretch.link, stretch.italic) {
            (Some(address), _) => {
                out.push_str("<a href=\"");
                escape::push(&mut out, address);
                out.push_str("\" rel=\"noopener noreferrer\">");
                escape::push(&mut out, &stretch.text);
                out.push_str("</a>");
            }
            (None, true) => {
                out.push_str("<em>");
                escape::push(&mut out, &stretch.text);
                out.push_str("</em>");
            }
            (None, false) => escape::push(&mut out, &stretch.text),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use content::clean_html::sanitize;
    use content::declaration::Declarations;
    use content::digest::Digest;
    use content::ids::SectionId;
    use content::reference::pasted;

    use super::*;

    fn section(html: &str) -> PublishedSection {
        let mut image = Image::new(Digest::of(b"1"), 1000, 500);
        image.alt = Some("A \"path\"".to_owned());
        image.caption = "The way <home>".to_owned();
        image.credit = "Photo: Ada Example".to_owned();
        PublishedSection {
            id: SectionId(uuid::Uuid::nil()),
            anchor: "ada".to_owned(),
            contributors: Vec::new(),
            body: sanitize(html).unwrap().html,
            images: vec![image],
            references: pasted(
                "Fern, Q. (2020). Sleep & loss. Journal of Examples, 2(1), 3–4. https://doi.org/10.1000/a",
                1,
            ),
            declarations: Declarations::default(),
        }
    }

    fn put(html: &str) -> Beside {
        let section = section(html);
        beside(
            section.body.as_str(),
            &section,
            &mut Fragments::new(),
            "/media",
        )
    }

    #[test]
    fn citations_lead_there_and_back() {
        let made = put(
            "<p>Known <a href=\"#ref-r1\">(Fern, 2020)</a>, <a href=\"#ref-r1\">again</a>, \
                        <a href=\"#ref-r9\">lost</a> <a href=\"https://e.org/\">out</a></p>",
        );
        assert_eq!(
            made.body,
            "<p>Known <a class=\"cite\" id=\"cite-r1\" href=\"#ref-r1\">(Fern, 2020)</a>, \
             <a class=\"cite\" id=\"cite-r1-2\" href=\"#ref-r1\">again</a>, lost \
             <a rel=\"noopener noreferrer\" href=\"https://e.org/\">out</a></p>"
        );
        assert_eq!(
            made.plain_body,
            "<p>Known (Fern, 2020), again, lost <a rel=\"noopener noreferrer\" href=\"https://e.org/\">out</a></p>"
        );
        assert_eq!(made.references[0].back, ["cite-r1", "cite-r1-2"]);
        assert_eq!(
            made.references[0].html,
            "Fern, Q. (2020). Sleep &amp; loss. <em>Journal of Examples, 2</em>(1), 3–4. \
             <a href=\"https://doi.org/10.1000/a\" rel=\"noopener noreferrer\">https://doi.org/10.1000/a</a>"
        );
    }

    #[test]
    fn images_come_in_sizes_with_their_words() {
        let digest = Digest::of(b"1");
        let made = put(&format!(
            "<p>a</p><img src=\"media:{digest}\"><img src=\"media:{}\">",
            Digest::of(b"2")
        ));
        assert_eq!(
            made.plain_body,
            format!(
                "<p>a</p><figure><img src=\"/media/{digest}/800.jpg\" width=\"1000\" height=\"500\" \
                 alt=\"A &quot;path&quot;\"><figcaption>The way &lt;home&gt; \
                 <small>Photo: Ada Example</small></figcaption></figure>"
            )
        );
        assert!(made.body.contains(&format!(
            "srcset=\"/media/{digest}/400.webp 400w, /media/{digest}/800.webp 800w, /media/{digest}/1000.webp 1000w\""
        )));
        assert!(
            made.body
                .contains(&format!("<img src=\"/media/{digest}/800.jpg\""))
        );
    }
}
