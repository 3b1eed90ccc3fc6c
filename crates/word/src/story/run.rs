//! What stands on a line: runs of words, links, changes, notes.

use std::rc::Rc;

use roxmltree::Node;

use super::{Story, properties_of};
use crate::blocks::{Block, Form, Piece, Words};
use crate::gathered::Change;
use crate::left_out::Thing;
use crate::manuscript::NoteKind;
use crate::names::{Space, attribute, branch, child, name, relationship, value};
use crate::package::Target;
use crate::styles::{Role, RunLook};
use crate::symbols::{is_private, is_symbolic, symbol};

/// The longest address that is carried over, in bytes.
const LONGEST_ADDRESS: usize = 2048;

/// A paragraph as it is read.
pub(super) struct Line {
    role: Role,
    /// How words look by the paragraph's style.
    look: RunLook,
    pub(super) pieces: Vec<Piece>,
    /// What follows below it: text boxes, rules.
    pub(super) after: Vec<Block>,
    pub(super) hidden: bool,
    pub(super) struck: bool,
    pub(super) underlined: bool,
}

/// How the words of one run look, and in which typeface.
#[derive(Clone, Copy, Default)]
struct Run<'a> {
    form: Form,
    font: &'a str,
    struck: bool,
    underlined: bool,
}

impl Line {
    pub(super) fn new(role: Role, look: RunLook, pieces: Vec<Piece>) -> Self {
        Self {
            role,
            look,
            pieces,
            after: Vec::new(),
            hidden: false,
            struck: false,
            underlined: false,
        }
    }
}

impl Story<'_> {
    pub(super) fn inline(&mut self, node: Node<'_, '_>, line: &mut Line, href: Option<&Rc<str>>) {
        for element in node.children().filter(Node::is_element) {
            match name(element) {
                (Space::Main, "r") => self.run(element, line, href),
                (Space::Main, "hyperlink") => {
                    let own = self.hyperlink(element);
                    self.inline(element, line, own.as_ref().or(href));
                }
                (Space::Main, "fldSimple") => self.simple_field(element, line),
                (Space::Main, "ins" | "moveTo" | "del" | "moveFrom") => {
                    let stays = self.stays(element);
                    self.within_changes += 1;
                    if stays {
                        self.inline(element, line, href);
                    }
                    self.within_changes -= 1;
                }
                (Space::Main, "sdt") => {
                    if let Some(content) = self.content_of_control(element) {
                        self.inline(content, line, href);
                    }
                }
                (Space::Main, local) if local.ends_with("Pr") => {}
                (Space::Main, local) if !self.anchor(element, local) => {
                    self.inline(element, line, href);
                }
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = branch(element) {
                        self.inline(branch, line, href);
                    }
                }
                (Space::Maths, "oMath" | "oMathPara") if !self.is_silent() => {
                    self.gathered.left_out.add(Thing::Formula);
                }
                _ => {}
            }
        }
    }

    fn run(&mut self, node: Node<'_, '_>, line: &mut Line, href: Option<&Rc<str>>) {
        let (properties, changed) = properties_of(node, "rPr", self.house.changes);
        if let Some(mark) = changed {
            self.note(Change::Form, mark);
        }
        let styles = &self.house.styles;
        let style = properties.and_then(|properties| value(properties, "rStyle"));
        let direct = properties.map(RunLook::read).unwrap_or_default();
        let of_style = styles.look(style);
        let everywhere = styles.everywhere();
        // Two styles that both switch a look on switch it off again; what the run says wins.
        let toggled = |look: fn(&RunLook) -> Option<bool>| {
            let on = |of: &RunLook| look(of).unwrap_or(false);
            look(&direct).unwrap_or_else(|| on(&everywhere) || (on(&line.look) ^ on(&of_style)))
        };
        if toggled(|look| look.hidden) {
            let text = node
                .descendants()
                .filter(|part| matches!(name(*part), (Space::Main, "t")));
            let mut text = text.filter_map(|part| part.text());
            line.hidden |= !self.is_silent() && text.any(|text| !text.trim().is_empty());
            // A hidden field still has to end where it ends.
            for mark in node.children() {
                match name(mark) {
                    (Space::Main, "fldChar") => self.field_mark(mark),
                    (Space::Main, "instrText") => self.instruct(mark.text().unwrap_or_default()),
                    _ => {}
                }
            }
            return;
        }
        let plain_here = matches!(
            line.role,
            Role::Heading(_) | Role::Title | Role::Quote | Role::Caption
        );
        let expected = |of: Option<bool>| plain_here && of.unwrap_or(false);
        let mut run = Run {
            form: Form {
                bold: toggled(|look| look.bold) && !expected(line.look.bold),
                italic: toggled(|look| look.italic) && !expected(line.look.italic),
                height: direct.or(of_style).or(line.look).height.unwrap_or_default(),
            },
            struck: direct.or(of_style).or(line.look).struck == Some(true),
            ..Run::default()
        };
        if let Some(properties) = properties {
            run.underlined = value(properties, "u").is_some_and(|kind| kind != "none");
            run.font = child(properties, "rFonts")
                .and_then(|fonts| attribute(fonts, "ascii").or_else(|| attribute(fonts, "hAnsi")))
                .unwrap_or_default();
        }
        self.run_content(node, line, href, run);
    }

    fn run_content(
        &mut self,
        node: Node<'_, '_>,
        line: &mut Line,
        href: Option<&Rc<str>>,
        run: Run<'_>,
    ) {
        let mut skips_words = false;
        for element in node.children().filter(Node::is_element) {
            let (space, local) = name(element);
            if (space, local) == (Space::Main, "fldChar") {
                self.field_mark(element);
                continue;
            }
            if space == Space::Main && matches!(local, "instrText" | "delInstrText") {
                self.instruct(element.text().unwrap_or_default());
                continue;
            }
            if self.is_silent() {
                continue;
            }
            match (space, local) {
                (Space::Main, "t" | "delText") if !skips_words => {
                    let text = shown(element);
                    self.text(&text, line, href, run);
                }
                (Space::Main, "tab" | "ptab") => self.words(" ", line, href, run),
                (Space::Main, "noBreakHyphen") => self.words("\u{2011}", line, href, run),
                (Space::Main, "br") => {
                    if !matches!(attribute(element, "type"), Some("page" | "column")) {
                        self.line_break(line);
                    } else if !line.pieces.is_empty() {
                        self.words(" ", line, href, run);
                    }
                }
                (Space::Main, "cr") => self.line_break(line),
                (Space::Main, "sym") => {
                    let font = attribute(element, "font").unwrap_or_default();
                    let code = attribute(element, "char").unwrap_or_default();
                    if let Ok(code) = u32::from_str_radix(code, 16) {
                        self.sign(font, code, line, href, run);
                    }
                }
                (Space::Main, "footnoteReference" | "endnoteReference") => {
                    let kind = if local == "footnoteReference" {
                        NoteKind::Footnote
                    } else {
                        NoteKind::Endnote
                    };
                    let id = attribute(element, "id").unwrap_or_default();
                    match self.gathered.cited.index(kind, id) {
                        Some(index) => line.pieces.push(Piece::Note(index)),
                        None if self.gathered.cited.closed => {
                            self.gathered.left_out.add(Thing::NoteInNote);
                        }
                        None => self.gathered.left_out.add(Thing::Note),
                    }
                    // Its number is given here, so a sign of the author's own would be a second.
                    let own = attribute(element, "customMarkFollows");
                    skips_words = matches!(own, Some("1" | "true" | "on"));
                }
                (Space::Main, "ruby") => {
                    for (part, before, after) in [("rubyBase", "", ""), ("rt", " (", ")")] {
                        if let Some(part) = child(element, part) {
                            self.words(before, line, href, run);
                            self.inline(part, line, href);
                            self.words(after, line, href, run);
                        }
                    }
                }
                (Space::Main, "drawing") => self.drawing(element, line),
                (Space::Main, "pict") => self.old_drawing(element, line),
                (Space::Main, "object") => self.gathered.left_out.add(Thing::EmbeddedObject),
                (Space::Main, "contentPart") => self.gathered.left_out.add(Thing::Ink),
                (Space::Main, "pgNum") => self.gathered.left_out.add(Thing::PageNumber),
                (Space::Main, _) => {
                    self.anchor(element, local);
                }
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = branch(element) {
                        self.run_content(branch, line, href, run);
                    }
                }
                _ => {}
            }
        }
    }

    fn line_break(&mut self, line: &mut Line) {
        line.pieces.push(Piece::Break);
        self.gathered.anchors.words("\n");
    }

    /// Typed words, in which a symbol typeface may stand for signs.
    fn text(&mut self, text: &str, line: &mut Line, href: Option<&Rc<str>>, run: Run<'_>) {
        let symbolic = is_symbolic(run.font);
        if !symbolic && !text.chars().any(is_private) {
            return self.words(text, line, href, run);
        }
        for c in text.chars() {
            if symbolic || is_private(c) {
                let font = if symbolic { run.font } else { "Symbol" };
                self.sign(font, u32::from(c), line, href, run);
            } else {
                self.words(c.encode_utf8(&mut [0; 4]), line, href, run);
            }
        }
    }

    fn sign(
        &mut self,
        font: &str,
        code: u32,
        line: &mut Line,
        href: Option<&Rc<str>>,
        run: Run<'_>,
    ) {
        let known = symbol(font, code).or_else(|| {
            char::from_u32(code)
                .filter(|c| !is_private(*c) && !c.is_control() && !is_symbolic(font))
        });
        let c = known.unwrap_or_else(|| {
            self.gathered.left_out.add(Thing::Symbol);
            '□'
        });
        self.words(c.encode_utf8(&mut [0; 4]), line, href, run);
    }

    fn words(&mut self, text: &str, line: &mut Line, href: Option<&Rc<str>>, run: Run<'_>) {
        if text.is_empty() {
            return;
        }
        if self.within_changes == 0 {
            self.gathered.changes.unchanged();
        }
        self.gathered.anchors.words(text);
        let href = href.cloned().or_else(|| self.field_link());
        if !text.trim().is_empty() {
            line.struck |= run.struck;
            line.underlined |= run.underlined && href.is_none();
        }
        match line.pieces.last_mut() {
            Some(Piece::Words(last)) if last.form == run.form && last.link == href => {
                last.text.push_str(text);
            }
            _ => line.pieces.push(Piece::Words(Words {
                text: text.to_owned(),
                form: run.form,
                link: href,
            })),
        }
    }

    fn hyperlink(&mut self, node: Node<'_, '_>) -> Option<Rc<str>> {
        let id = relationship(node, "id")?;
        let Some(Target::Outside(address)) = self.relationships.target(id) else {
            return None;
        };
        let address = match attribute(node, "anchor") {
            Some(anchor) if !address.contains('#') => format!("{address}#{anchor}"),
            _ => address.to_string(),
        };
        self.address(&address)
    }

    /// An address that readers may be led to.
    pub(super) fn address(&mut self, address: &str) -> Option<Rc<str>> {
        let address = address.trim();
        let scheme = address.split_once(':').map(|(scheme, _)| scheme);
        let scheme = scheme.unwrap_or_default().to_ascii_lowercase();
        if address.len() > LONGEST_ADDRESS {
            self.gathered.left_out.add(Thing::LongLink);
            None
        } else if matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel") {
            Some(address.into())
        } else {
            if !address.starts_with('#') && !address.is_empty() {
                self.gathered.left_out.add(Thing::Link);
            }
            None
        }
    }
}

/// The words of a text element; white space round them counts only where it says so.
fn shown(element: Node<'_, '_>) -> String {
    const XML: &str = "http://www.w3.org/XML/1998/namespace";
    let text: String = element.children().filter_map(|part| part.text()).collect();
    let preserved = element.attribute((XML, "space")) == Some("preserve");
    let text = if preserved {
        &text
    } else {
        text.trim_matches([' ', '\t', '\r', '\n'])
    };
    text.replace(['\r', '\n', '\t'], " ")
}
