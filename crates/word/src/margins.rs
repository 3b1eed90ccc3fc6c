//! Headers and footers, which have no place in an article: told if they hold words.

use crate::gathered::{Gathered, House};
use crate::left_out::Thing;
use crate::package::{Package, Relationships};
use crate::{Unreadable, blocks, story, xml};

/// Headers and footers that are looked at, at most; a section has up to six.
const MOST: usize = 60;
/// How much of one is told, in characters.
const LONGEST: usize = 200;

pub(crate) fn read(
    package: &mut Package<'_>,
    document: &Relationships,
    house: &House,
    gathered: &mut Gathered,
) -> Result<(), Unreadable> {
    let parts = document.all("header").chain(document.all("footer"));
    let mut page_numbers = false;
    for part in parts.take(MOST) {
        let Some(text) = package.xml(part)? else {
            continue;
        };
        let relationships = package.relationships(part)?;
        let tree = xml::tree(&text, part)?;
        let mut aside = Gathered::default();
        let blocks = story::read(tree.root_element(), house, &relationships, &mut aside);
        page_numbers |= aside.left_out.times(Thing::PageNumber) > 0;
        let words = blocks::text(&blocks);
        let words: Vec<&str> = words.split_whitespace().collect();
        if words
            .iter()
            .any(|word| word.contains(char::is_alphanumeric))
        {
            let words: String = words.join(" ").chars().take(LONGEST).collect();
            gathered.left_out.margin(words);
        }
    }
    if page_numbers {
        gathered.left_out.add(Thing::PageNumber);
    }
    Ok(())
}
