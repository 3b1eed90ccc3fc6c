//! What each element becomes: the one list of what may stand in a text.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use url::Url;

use super::tree::{LeafTag, ListKind, Mark};
use crate::digest::Digest;
use crate::reference::ReferenceId;

/// The only `rel` a link may have.
pub(crate) const LINK_REL: &str = "noopener noreferrer";

/// How the address of an image begins that is kept here; its digest follows.
pub(crate) const IMAGE: &str = "media:";

/// What a tag does to the text.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Leaf(LeafTag),
    List(ListKind),
    Item,
    Quote,
    Rule,
    LineBreak,
    Mark(Mark),
    Link,
    Table,
    Image,
    RowGroup {
        head: bool,
    },
    Row,
    Cell {
        header: bool,
    },
    Caption,
    /// A box without a meaning of its own: ends the paragraph before it.
    Boundary,
    /// Nothing; its content stays. Named when readers lose something by it.
    Nothing(Option<&'static str>),
    /// Dropped without content, since it has none.
    Void(&'static str),
    /// Dropped with all that is in it.
    Skip(&'static str, Content),
}

/// How the content of a dropped element is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// As markup, up to the matching end tag.
    Markup,
    /// As another language; a block element of HTML ends it.
    Foreign,
    /// As characters.
    Raw,
    /// As characters and entities.
    Characters,
    /// As a script, which may hold comments.
    Script,
}

/// What this element becomes.
pub(crate) fn part(name: &str) -> Part {
    use Content::{Characters, Foreign, Markup, Raw, Script};
    match name {
        "p" => Part::Leaf(LeafTag::P),
        "h1" | "h2" => Part::Leaf(LeafTag::H2),
        "h3" => Part::Leaf(LeafTag::H3),
        "h4" | "h5" | "h6" => Part::Leaf(LeafTag::H4),
        "pre" | "listing" => Part::Leaf(LeafTag::Pre),
        "ul" | "menu" | "dir" => Part::List(ListKind::Bulleted),
        "ol" => Part::List(ListKind::Numbered { start: 1 }),
        "li" => Part::Item,
        "blockquote" => Part::Quote,
        "hr" => Part::Rule,
        "br" => Part::LineBreak,
        "strong" | "b" => Part::Mark(Mark::Strong),
        "em" | "i" => Part::Mark(Mark::Em),
        "sub" => Part::Mark(Mark::Sub),
        "sup" => Part::Mark(Mark::Sup),
        "code" | "tt" | "kbd" | "samp" => Part::Mark(Mark::Code),
        "cite" => Part::Mark(Mark::Cite),
        "q" => Part::Mark(Mark::Q),
        "abbr" | "acronym" => Part::Mark(Mark::Abbr(None)),
        "a" => Part::Link,
        "table" => Part::Table,
        "thead" => Part::RowGroup { head: true },
        "tbody" | "tfoot" => Part::RowGroup { head: false },
        "tr" => Part::Row,
        "td" => Part::Cell { header: false },
        "th" => Part::Cell { header: true },
        "caption" => Part::Caption,
        "address" | "article" | "aside" | "body" | "center" | "dd" | "details" | "dialog"
        | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form"
        | "head" | "header" | "hgroup" | "html" | "legend" | "main" | "nav" | "search"
        | "section" | "summary" => Part::Boundary,
        "u" | "ins" => Part::Nothing(Some("underlining")),
        "s" | "strike" | "del" => Part::Nothing(Some("crossing-out")),
        "mark" => Part::Nothing(Some("highlighting")),
        "bdi" | "bdo" | "big" | "data" | "dfn" | "font" | "label" | "nobr" | "noscript" | "rp"
        | "rt" | "ruby" | "picture" | "slot" | "small" | "span" | "time" | "var" | "wbr"
        | "colgroup" | "col" => Part::Nothing(None),
        "img" => Part::Image,
        "image" => Part::Void("image"),
        "base" | "link" | "meta" | "basefont" | "bgsound" => Part::Void("page setting"),
        "embed" | "param" | "source" | "track" | "frame" | "area" => Part::Void("embedded object"),
        "input" | "keygen" => Part::Void("form field"),
        "script" => Part::Skip("script", Script),
        "style" => Part::Skip("style sheet", Raw),
        "iframe" | "frameset" => Part::Skip("embedded page", Raw),
        "noembed" | "noframes" | "xmp" | "plaintext" => Part::Skip("embedded object", Raw),
        "title" => Part::Skip("page title", Characters),
        "textarea" => Part::Skip("form field", Characters),
        "button" | "datalist" | "meter" | "option" | "optgroup" | "output" | "progress"
        | "select" => Part::Skip("form field", Markup),
        "object" | "applet" | "map" => Part::Skip("embedded object", Markup),
        "audio" | "video" | "canvas" => Part::Skip("recording or canvas", Markup),
        "template" => Part::Skip("template", Markup),
        "svg" => Part::Skip("drawing", Foreign),
        "math" => Part::Skip("formula", Foreign),
        "xml" => Part::Skip("piece of Word markup", Markup),
        // Word's own elements stand round ordinary words.
        _ if name.contains(':') => Part::Nothing(None),
        _ => Part::Nothing(Some("unknown element")),
    }
}

/// The image that this address names, if it is one that is kept here.
pub(crate) fn image(source: &str) -> Option<Digest> {
    source.trim().strip_prefix(IMAGE)?.parse().ok()
}

/// A link's address as it may stand in a text, or why not. That of a citation leads to a
/// reference of the same section.
pub(crate) fn link(typed: &str) -> Result<String, &'static str> {
    let address = typed.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if ReferenceId::of_address(address).is_some() {
        return Ok(address.to_owned());
    }
    let parsed = match Url::parse(address) {
        Ok(parsed) => parsed,
        Err(url::ParseError::RelativeUrlWithoutBase) => return Err("link without a full address"),
        Err(_) => return Err("link with a broken address"),
    };
    let named = parsed.host_str().is_some_and(|host| !host.is_empty());
    match parsed.scheme() {
        "http" | "https" if !named => return Err("link with a broken address"),
        "http" | "https" if !parsed.username().is_empty() || parsed.password().is_some() => {
            return Err("link with a name or password in its address");
        }
        "http" | "https" | "mailto" | "tel" => {}
        _ => return Err("link of a kind that is not allowed"),
    }
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && c != '\\';
    if address.chars().all(plain) && unicode_normalization::is_nfc(address) {
        Ok(address.to_owned())
    } else {
        Ok(parsed.into())
    }
}

/// The second reading, by the library that the web's own parser stands behind.
pub(crate) fn ammonia() -> &'static Builder<'static> {
    static AMMONIA: LazyLock<Builder<'static>> = LazyLock::new(|| {
        let tags = HashSet::from([
            "p",
            "h2",
            "h3",
            "h4",
            "ul",
            "ol",
            "li",
            "blockquote",
            "strong",
            "em",
            "a",
            "br",
            "hr",
            "sub",
            "sup",
            "code",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "cite",
            "q",
            "abbr",
            "figure",
            "img",
        ]);
        let cell = HashSet::from(["colspan", "rowspan", "scope"]);
        let mut builder = Builder::default();
        builder
            .generic_attributes(HashSet::new())
            .tags(tags)
            .clean_content_tags(HashSet::from([
                "script", "style", "template", "svg", "math",
            ]))
            .tag_attributes(HashMap::from([
                ("a", HashSet::from(["rel", "href"])),
                ("ol", HashSet::from(["start"])),
                ("td", cell.clone()),
                ("th", cell),
                ("abbr", HashSet::from(["title"])),
                ("img", HashSet::from(["src"])),
            ]))
            .set_tag_attribute_value("a", "rel", LINK_REL)
            .link_rel(None)
            .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "media"]))
            .url_relative(UrlRelative::Custom(Box::new(citation)))
            .strip_comments(true);
        builder
    });
    &AMMONIA
}

/// Of the addresses without a scheme, ammonia keeps those of citations.
fn citation(address: &str) -> Option<Cow<'_, str>> {
    ReferenceId::of_address(address).map(|_| Cow::Borrowed(address))
}
