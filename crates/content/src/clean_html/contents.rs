//! What stands in a text beside its words.

use super::tree::{Block, Cell, Leaf, Mark, Row};
use crate::digest::Digest;
use crate::reference::ReferenceId;

/// The images, each once, in order.
pub(crate) fn images(blocks: &[Block]) -> Vec<Digest> {
    let mut found = Vec::new();
    visit(blocks, &mut |part| {
        if let Visited::Image(digest) = part
            && !found.contains(&digest)
        {
            found.push(digest);
        }
    });
    found
}

/// The addresses of links, in order; one that goes on over several marks stands once.
pub(crate) fn links(blocks: &[Block]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    visit(blocks, &mut |part| {
        let Visited::Leaf(leaf) = part else { return };
        let mut before: Option<&str> = None;
        for run in &leaf.runs {
            let address = run.marks.iter().find_map(|mark| match mark {
                Mark::Link(address) => Some(address.as_str()),
                _ => None,
            });
            if let Some(address) = address.filter(|address| before != Some(address)) {
                found.push(address.to_owned());
            }
            before = address;
        }
    });
    found
}

/// The lowest number of the cleaning rules under which these blocks can stand.
pub(crate) fn policy(blocks: &[Block]) -> u32 {
    let cites = || {
        links(blocks)
            .iter()
            .any(|address| ReferenceId::of_address(address).is_some())
    };
    if !images(blocks).is_empty() || cites() {
        2
    } else {
        1
    }
}

/// The blocks without these images.
pub(crate) fn without_images(blocks: Vec<Block>, gone: &[Digest]) -> Vec<Block> {
    let is_gone =
        |block: &Block| matches!(block, Block::Image(picture) if gone.contains(&picture.sha256));
    let inner = |content| without_images(content, gone);
    blocks
        .into_iter()
        .filter(|block| !is_gone(block))
        .map(|block| match block {
            Block::Quote(content) => Block::Quote(inner(content)),
            Block::List(kind, items) => Block::List(kind, items.into_iter().map(inner).collect()),
            Block::Table(rows) => Block::Table(
                rows.into_iter()
                    .map(|row| Row {
                        cells: row
                            .cells
                            .into_iter()
                            .map(|cell| Cell {
                                content: inner(cell.content),
                                ..cell
                            })
                            .collect(),
                        ..row
                    })
                    .collect(),
            ),
            other => other,
        })
        .collect()
}

enum Visited<'a> {
    Leaf(&'a Leaf),
    Image(Digest),
}

fn visit<'a>(blocks: &'a [Block], see: &mut dyn FnMut(Visited<'a>)) {
    for block in blocks {
        match block {
            Block::Leaf(leaf) => see(Visited::Leaf(leaf)),
            Block::Image(picture) => see(Visited::Image(picture.sha256)),
            Block::Rule(_) => {}
            Block::Quote(content) => visit(content, see),
            Block::List(_, items) => items.iter().for_each(|item| visit(item, see)),
            Block::Table(rows) => {
                for cell in rows.iter().flat_map(|row| &row.cells) {
                    visit(&cell.content, see);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean_html::{CleanHtml, sanitize};

    fn clean(html: &str) -> CleanHtml {
        sanitize(html).unwrap().html
    }

    fn kept() -> String {
        format!("media:{}", Digest::of(b"picture"))
    }

    #[test]
    fn an_image_kept_here_stands_by_itself() {
        let html = format!(
            "<p>Before <img alt=\"x\" onerror=\"y\" src=\"{}\"> after</p>",
            kept()
        );
        let text = clean(&html);
        assert_eq!(
            text.as_str(),
            format!(
                "<p>Before</p><figure><img src=\"{}\"></figure><p>after</p>",
                kept()
            )
        );
        assert_eq!(text.images(), [Digest::of(b"picture")]);
        assert_eq!(text.policy(), 2);
        assert_eq!(text.to_text(), "Before\nafter");
    }

    #[test]
    fn images_from_elsewhere_are_left_out_and_told() {
        for source in [
            "https://example.org/a.jpg",
            "data:image/png;base64,AA",
            "media:abc",
            "media:../../etc",
            "",
        ] {
            let cleaned = sanitize(&format!("<p>a</p><img src=\"{source}\">")).unwrap();
            assert_eq!(cleaned.html.as_str(), "<p>a</p>", "{source}");
            assert_eq!(cleaned.dropped[0].to_string(), "1 image", "{source}");
            assert_eq!(cleaned.html.policy(), 1);
        }
    }

    #[test]
    fn an_image_may_stand_in_every_box() {
        let image = format!("<figure><img src=\"{}\"></figure>", kept());
        for html in [
            format!("<ul><li><p>a</p>{image}</li></ul>"),
            format!("<blockquote>{image}</blockquote>"),
            format!("<table><tbody><tr><td>{image}</td></tr></tbody></table>"),
        ] {
            assert_eq!(clean(&html).as_str(), html);
        }
    }

    #[test]
    fn images_can_be_taken_out() {
        let [one, two] = [b"1", b"2"].map(|bytes| Digest::of(bytes));
        let html = format!(
            "<img src=\"media:{one}\"><ul><li>a<img src=\"media:{two}\"></li></ul><p>b</p>"
        );
        let text = clean(&html).without_images(&[two]).unwrap();
        assert_eq!(text.images(), [one]);
        let text = text.without_images(&[one]).unwrap();
        assert_eq!(text.as_str(), "<ul><li><p>a</p></li></ul><p>b</p>");
        assert_eq!(text.policy(), 1);
    }

    #[test]
    fn a_citation_leads_to_a_reference_and_nowhere_else() {
        let text = clean("<p>Known <a href=\"#ref-r1\">(1)</a>, <a href=\"#top\">up</a></p>");
        assert_eq!(
            text.as_str(),
            "<p>Known <a rel=\"noopener noreferrer\" href=\"#ref-r1\">(1)</a>, up</p>"
        );
        assert_eq!(text.policy(), 2);
        assert_eq!(text.link_addresses(), ["#ref-r1"]);
    }

    #[test]
    fn a_link_over_several_marks_is_one() {
        let text = clean(
            "<p><a href=\"https://e.org\">a <em>b</em> c</a> <a href=\"https://e.org\">d</a></p>",
        );
        assert_eq!(text.link_addresses(), ["https://e.org", "https://e.org"]);
        assert_eq!(text.policy(), 1);
    }
}
