//! Puts items together as lists within lists.

use super::Writer;
use crate::Unreadable;
use crate::blocks::{Block, Paragraph};
use crate::numbering::{Marking, Place};
use crate::styles::Role;

/// How much further in the items of another list stand that belong to an item, in twentieths of a
/// point. Less is a matter of taste.
const WITHIN: i32 = 120;

/// Lists within each other, at most; Word knows nine levels.
const DEEPEST: usize = 9;

struct Open {
    /// The last item.
    place: Place,
}

impl Open {
    /// Whether the next item goes on with this list.
    fn goes_on(&self, next: &Place) -> bool {
        self.place.list == next.list
            && self.place.level == next.level
            && self.place.marking == next.marking
            && (next.marking == Marking::Bullet
                || next.number == self.place.number.saturating_add(1))
    }

    /// Whether the next item belongs to a list within the last item of this one.
    fn holds(&self, next: &Place) -> bool {
        if self.place.list == next.list {
            return self.place.level < next.level;
        }
        match (self.place.indent, next.indent) {
            (Some(here), Some(there)) => there > here.saturating_add(WITHIN),
            _ => self.place.level < next.level,
        }
    }
}

impl Writer<'_> {
    /// Writes the list that the first block begins; says how many blocks it took.
    pub(super) fn list(&mut self, blocks: &[Block]) -> Result<usize, Unreadable> {
        let mut open: Vec<Open> = Vec::new();
        let mut taken = 0;
        while let Some(Block::Paragraph(paragraph)) = blocks.get(taken) {
            let Some(place) = &paragraph.place else {
                if !goes_on(paragraph, &blocks[taken + 1..], &open) {
                    break;
                }
                self.boxed("p", paragraph)?;
                taken += 1;
                continue;
            };
            self.make_room(place, &mut open);
            let goes_on_after = matches!(
                blocks.get(taken + 1),
                Some(Block::Paragraph(next @ Paragraph { place: None, .. }))
                    if goes_on(next, &blocks[taken + 2..], &open)
            );
            if goes_on_after {
                self.boxed("p", paragraph)?;
            } else {
                self.pieces(&paragraph.pieces)?;
            }
            taken += 1;
        }
        while let Some(list) = open.pop() {
            self.close_list(list.place.marking);
        }
        Ok(taken)
    }

    /// Opens an item where the next one belongs.
    fn make_room(&mut self, place: &Place, open: &mut Vec<Open>) {
        let goes_on = open.iter().rposition(|list| list.goes_on(place));
        while let Some(list) = open.last() {
            let reached = goes_on == Some(open.len() - 1);
            let has_room = goes_on.is_none() && open.len() < DEEPEST;
            if reached || (has_room && list.holds(place)) {
                break;
            }
            let marking = list.place.marking;
            self.close_list(marking);
            open.pop();
        }
        let place = place.clone();
        if goes_on.is_some() {
            self.close("li");
            open.pop();
        } else if place.marking == Marking::Number && place.number != 1 {
            let start = place.number.to_string();
            self.html.extend(["<ol start=\"", &start, "\">"]);
        } else {
            self.open(tag(place.marking));
        }
        self.open("li");
        open.push(Open { place });
    }

    fn close_list(&mut self, marking: Marking) {
        self.close("li");
        self.close(tag(marking));
    }
}

const fn tag(marking: Marking) -> &'static str {
    match marking {
        Marking::Number => "ol",
        Marking::Bullet | Marking::Nothing => "ul",
    }
}

/// Whether a paragraph without a mark still belongs to the item above it: it stands in as the
/// items do, and the list goes on after it.
fn goes_on(paragraph: &Paragraph, after: &[Block], open: &[Open]) -> bool {
    match paragraph.role {
        Role::Continued => true,
        Role::Body if paragraph.indented => matches!(
            after.first(),
            Some(Block::Paragraph(Paragraph { place: Some(next), .. }))
                if open.iter().any(|list| list.goes_on(next))
        ),
        _ => false,
    }
}
