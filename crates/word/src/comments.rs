//! Comments, their answers, and whether they are settled.

use std::collections::HashMap;

use roxmltree::{Document, Node};
use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{OffsetDateTime, PrimitiveDateTime};

use crate::gathered::{Gathered, House, MOST_COMMENTS};
use crate::left_out::Thing;
use crate::manuscript::{Comment, Reply};
use crate::names::{attribute, children, newer};
use crate::package::{Package, Relationships};
use crate::{Unreadable, blocks, names, story, xml};

/// How far an answer is followed to what it answers.
const LONGEST_CONVERSATION: usize = 32;

/// A comment as it stands in its part.
struct Written {
    id: String,
    author: String,
    initials: Option<String>,
    written_at: Option<OffsetDateTime>,
    text: String,
    paragraph: Option<String>,
}

/// What is said of a comment elsewhere.
struct Thread {
    answers: Option<String>,
    resolved: bool,
}

/// Reads all comments, with answers under what they answer.
pub(crate) fn read(
    package: &mut Package<'_>,
    document: &Relationships,
    house: &House,
    gathered: &mut Gathered,
) -> Result<Vec<Comment>, Unreadable> {
    let Some(part) = document.first("comments") else {
        return Ok(Vec::new());
    };
    let Some(text) = package.xml(part)? else {
        return Ok(Vec::new());
    };
    let relationships = package.relationships(part)?;
    let written = {
        let tree = xml::tree(&text, part)?;
        written(&tree, house, &relationships, gathered)
    };
    let threads = match document.first("commentsExtended") {
        Some(part) => match package.xml(part)? {
            Some(text) => threads(&xml::tree(&text, part)?),
            None => HashMap::new(),
        },
        None => HashMap::new(),
    };
    Ok(threaded(written, &threads, gathered))
}

fn written(
    tree: &Document<'_>,
    house: &House,
    relationships: &Relationships,
    gathered: &mut Gathered,
) -> Vec<Written> {
    let mut written = Vec::new();
    for node in children(tree.root_element(), "comment") {
        if written.len() >= MOST_COMMENTS {
            gathered.left_out.add(Thing::Comment);
            continue;
        }
        let Some(id) = attribute(node, "id") else {
            continue;
        };
        // What a comment holds besides words is no part of the text.
        let mut aside = Gathered::default();
        let blocks = story::read(node, house, relationships, &mut aside);
        let named = |name| attribute(node, name).map(str::trim).unwrap_or_default();
        written.push(Written {
            id: id.to_owned(),
            author: named("author").to_owned(),
            initials: Some(named("initials").to_owned()).filter(|initials| !initials.is_empty()),
            written_at: attribute(node, "date").and_then(moment),
            text: blocks::text(&blocks),
            paragraph: last_paragraph(node),
        });
    }
    written
}

/// A comment is known elsewhere by its last paragraph.
fn last_paragraph(comment: Node<'_, '_>) -> Option<String> {
    let mut paragraphs = comment.descendants().filter(|node| names::is(*node, "p"));
    let id = newer(paragraphs.next_back()?, "paraId")?;
    Some(id.to_ascii_uppercase())
}

fn threads(tree: &Document<'_>) -> HashMap<String, Thread> {
    let entries = tree.root_element().children().filter(Node::is_element);
    entries
        .filter_map(|entry| {
            let id = newer(entry, "paraId")?.to_ascii_uppercase();
            let thread = Thread {
                answers: newer(entry, "paraIdParent").map(str::to_ascii_uppercase),
                resolved: matches!(newer(entry, "done"), Some("1" | "true" | "on")),
            };
            Some((id, thread))
        })
        .collect()
}

fn threaded(
    written: Vec<Written>,
    threads: &HashMap<String, Thread>,
    gathered: &Gathered,
) -> Vec<Comment> {
    let places: HashMap<&str, usize> = gathered
        .anchors
        .all
        .iter()
        .enumerate()
        .map(|(index, anchor)| (anchor.id.as_str(), index))
        .collect();
    let ids: HashMap<&str, usize> = written
        .iter()
        .enumerate()
        .filter_map(|(index, comment)| Some((comment.paragraph.as_deref()?, index)))
        .collect();
    let thread = |index: usize| threads.get(written[index].paragraph.as_deref()?);
    let answered = |index: usize| {
        let answers = thread(index)?.answers.as_deref()?;
        ids.get(answers).copied()
    };
    let roots: Vec<usize> = (0..written.len())
        .map(|index| root(index, answered))
        .collect();
    let resolved: Vec<bool> = (0..written.len())
        .map(|index| thread(index).is_some_and(|thread| thread.resolved))
        .collect();
    let mut replies: HashMap<usize, Vec<Reply>> = HashMap::new();
    let mut firsts = Vec::new();
    for (index, comment) in written.into_iter().enumerate() {
        if roots[index] == index {
            firsts.push((index, comment));
        } else {
            replies.entry(roots[index]).or_default().push(Reply {
                author: comment.author,
                initials: comment.initials,
                written_at: comment.written_at,
                text: comment.text,
            });
        }
    }
    firsts.sort_by_key(|(index, comment)| {
        (
            places
                .get(comment.id.as_str())
                .copied()
                .unwrap_or(usize::MAX),
            *index,
        )
    });
    firsts
        .into_iter()
        .map(|(index, comment)| {
            let place = places.get(comment.id.as_str());
            let anchor = place.map(|place| &gathered.anchors.all[*place]);
            Comment {
                quote: anchor.map_or_else(String::new, |anchor| anchor.quote.trim().to_owned()),
                before: anchor.map_or_else(String::new, |anchor| anchor.before.clone()),
                author: comment.author,
                initials: comment.initials,
                written_at: comment.written_at,
                text: comment.text,
                resolved: resolved[index],
                replies: replies.remove(&index).unwrap_or_default(),
            }
        })
        .collect()
}

/// The comment that began a conversation; the comment itself where answers go in a circle.
fn root(index: usize, answered: impl Fn(usize) -> Option<usize>) -> usize {
    let mut at = index;
    for _ in 0..LONGEST_CONVERSATION {
        match answered(at) {
            Some(before) => at = before,
            None => return at,
        }
    }
    index
}

fn moment(date: &str) -> Option<OffsetDateTime> {
    let date = date.trim();
    OffsetDateTime::parse(date, &Rfc3339)
        .or_else(|_| {
            PrimitiveDateTime::parse(date, &Iso8601::DEFAULT).map(PrimitiveDateTime::assume_utc)
        })
        .ok()
}
