//! The way from bytes to a manuscript.

use std::collections::HashMap;

use crate::blocks::{self, Block, Piece};
use crate::gathered::{Gathered, House, Picture};
use crate::left_out::{Tally, Thing};
use crate::manuscript::{Image, Manuscript, Note, TrackedChanges};
use crate::names::{child, is};
use crate::numbering::Numbering;
use crate::package::{Package, Relationships};
use crate::properties::Properties;
use crate::styles::{Role, Styles};
use crate::write::{self, Shown};
use crate::{Unreadable, comments, margins, notes, story, xml};

/// Reads a Word document.
///
/// What it holds is taken as it is: addresses are kept for readers to follow and never followed
/// here, and names of parts are never used as paths. At most about 64 MB are taken besides the
/// file itself.
///
/// # Errors
/// [`Unreadable`], with a sentence for whoever chose the file.
pub fn read(bytes: &[u8], tracked: TrackedChanges) -> Result<Manuscript, Unreadable> {
    let mut package = Package::open(bytes)?;
    let document = package.document()?;
    let relationships = package.relationships(&document)?;
    let root = package.relationships("")?;
    let properties = part(
        &mut package,
        root.first("core-properties"),
        Properties::read,
    )?;
    let styles = part(&mut package, relationships.first("styles"), Styles::read)?;
    let numbering = part(
        &mut package,
        relationships.first("numbering"),
        Numbering::read,
    )?;
    let house = House {
        styles,
        changes: tracked,
    };
    let mut gathered = Gathered {
        numbering,
        ..Gathered::default()
    };
    let mut blocks = body(
        &mut package,
        &document,
        &relationships,
        &house,
        &mut gathered,
    )?;
    let read_notes = notes::read(&mut package, &relationships, &house, &mut gathered)?;
    let comments = comments::read(&mut package, &relationships, &house, &mut gathered)?;
    margins::read(&mut package, &relationships, &house, &mut gathered)?;
    if !blocks::text(&blocks).contains(char::is_alphanumeric) {
        return Err(Unreadable::NoText);
    }
    let title = take_title(&mut blocks);
    let pictures = std::mem::take(&mut gathered.pictures);
    let (images, places) = images(&mut package, pictures, &mut gathered.left_out)?;
    let shown = Shown {
        images: places,
        raised: highest(&blocks).unwrap_or(1).saturating_sub(1),
    };
    let mut length = 0;
    let mut written = |blocks: &[Block]| {
        let html = write::html(blocks, &shown)?;
        length += html.len();
        if length > content::clean_html::LONGEST {
            return Err(Unreadable::TooLong);
        }
        Ok(html)
    };
    let html = written(&blocks)?;
    let notes: Result<Vec<_>, _> = read_notes
        .into_iter()
        .map(|note| {
            Ok(Note {
                kind: note.kind,
                html: written(&note.blocks)?,
                text: note.text,
            })
        })
        .collect();
    Ok(Manuscript {
        title,
        property_title: properties.title,
        property_author: properties.author,
        language: properties.language.or(house.styles.language),
        html,
        images,
        notes: notes?,
        comments,
        tracked: gathered.changes.told(),
        left_out: gathered.left_out.told(),
    })
}

fn part<T: Default>(
    package: &mut Package<'_>,
    name: Option<&str>,
    read: impl Fn(&roxmltree::Document<'_>) -> T,
) -> Result<T, Unreadable> {
    let Some(name) = name else {
        return Ok(T::default());
    };
    Ok(match package.xml(name)? {
        Some(text) => read(&xml::tree(&text, name)?),
        None => T::default(),
    })
}

fn body(
    package: &mut Package<'_>,
    document: &str,
    relationships: &Relationships,
    house: &House,
    gathered: &mut Gathered,
) -> Result<Vec<Block>, Unreadable> {
    let text = package.xml(document)?.ok_or(Unreadable::NotWord)?;
    let tree = xml::tree(&text, document)?;
    let root = tree.root_element();
    if !is(root, "document") {
        return Err(Unreadable::NotWord);
    }
    let body = child(root, "body").ok_or(Unreadable::NoText)?;
    Ok(story::read(body, house, relationships, gathered))
}

/// Takes the title out of the text: the paragraph that is one, or the only heading of the first
/// level where it opens a text whose other headings stand below it.
fn take_title(blocks: &mut Vec<Block>) -> Option<String> {
    let is_title = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.role == Role::Title,
        _ => false,
    };
    let found = blocks.iter().position(is_title).or_else(|| {
        let levels: Vec<u8> = blocks.iter().filter_map(level).collect();
        let opens = blocks.first().and_then(level) == Some(1);
        let below = levels.len() > 1 && levels[1..].iter().all(|level| *level > 1);
        (opens && below).then_some(0)
    })?;
    let Block::Paragraph(paragraph) = &mut blocks[found] else {
        return None;
    };
    let title = paragraph.text();
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return None;
    }
    // A picture or a note beside the title has no place in it and is not to be lost.
    let beside = |piece: &Piece| matches!(piece, Piece::Image(_) | Piece::Note(_));
    paragraph.pieces.retain(beside);
    paragraph.role = Role::Body;
    if paragraph.pieces.is_empty() {
        blocks.remove(found);
    }
    Some(title)
}

fn level(block: &Block) -> Option<u8> {
    match block {
        Block::Paragraph(paragraph) => match paragraph.role {
            Role::Heading(level) => Some(level),
            _ => None,
        },
        _ => None,
    }
}

/// The highest level among the headings of the text.
fn highest(blocks: &[Block]) -> Option<u8> {
    blocks.iter().filter_map(level).min()
}

type Places = Vec<Option<(usize, Option<String>)>>;

/// Unpacks the pictures, each once, and leaves out what web pages do not show.
fn images(
    package: &mut Package<'_>,
    pictures: Vec<Picture>,
    left_out: &mut Tally,
) -> Result<(Vec<Image>, Places), Unreadable> {
    let mut images: Vec<Image> = Vec::new();
    let mut places = Vec::with_capacity(pictures.len());
    let mut known: HashMap<Picture, Option<usize>> = HashMap::new();
    for picture in pictures {
        let place = if let Some(place) = known.get(&picture) {
            *place
        } else {
            let place = match unpack(package, &picture)? {
                Ok(image) => {
                    images.push(image);
                    Some(images.len() - 1)
                }
                Err(thing) => {
                    left_out.add(thing);
                    None
                }
            };
            known.insert(picture.clone(), place);
            place
        };
        let alt = picture.alt.filter(|_| !picture.decorative);
        places.push(place.map(|place| (place, alt)));
    }
    Ok((images, places))
}

fn unpack(
    package: &mut Package<'_>,
    picture: &Picture,
) -> Result<Result<Image, Thing>, Unreadable> {
    let Some(bytes) = package.bytes(&picture.part)? else {
        return Ok(Err(Thing::MissingPicture));
    };
    if let Some(format) = unshown(&bytes) {
        return Ok(Err(Thing::UnshownPicture(format)));
    }
    let name = picture.part.rsplit('/').next().unwrap_or_default();
    Ok(Ok(Image {
        bytes,
        name: name.to_owned(),
        alt: picture.alt.clone(),
        decorative: picture.decorative,
    }))
}

/// The name of a picture's form where web pages do not show it; told by its first bytes.
fn unshown(bytes: &[u8]) -> Option<&'static str> {
    const SHOWN: &[&[u8]] = &[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8"];
    const OTHERS: &[(&[u8], &str)] = &[
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"\xD7\xCD\xC6\x9A", "WMF"),
        (b"\x01\0\x09\0", "WMF"),
        (b"\x01\0\0\0", "EMF"),
        (b"<", "SVG"),
        (b"\xEF\xBB\xBF<", "SVG"),
    ];
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if is_webp || SHOWN.iter().any(|sign| bytes.starts_with(sign)) {
        return None;
    }
    let mut others = OTHERS.iter();
    let found = others.find(|(sign, _)| bytes.starts_with(sign));
    Some(found.map_or("unknown", |(_, name)| name))
}
