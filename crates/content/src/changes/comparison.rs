//! Two texts side by side, with a number on each change between them.

use super::align::{Aligned, align};
use super::pieces::{self, Content, Piece};
use super::words::{self, Segment, Token};
use super::{Change, ChangeKind, Marked, NoSuchChange};
use crate::clean_html::tree::{Block, Leaf, LeafTag, Mark, Run};
use crate::clean_html::{CleanHtml, write};

fn under(mark: &Mark, tokens: &[Token]) -> Vec<Token> {
    let marked = |token: &Token| {
        let mut marks = vec![mark.clone()];
        marks.extend(token.marks.iter().cloned());
        Token {
            text: token.text.clone(),
            marks,
        }
    };
    tokens.iter().map(marked).collect()
}

/// Two texts side by side.
pub(super) struct Comparison {
    rows: Vec<Compared>,
    changes: Vec<Change>,
}

/// One piece, or two that belong together, with the changes in them.
enum Compared {
    Same(Piece),
    Words {
        piece: Piece,
        tag: LeafTag,
        segments: Vec<(Option<u32>, Segment)>,
    },
    Gone(Piece, Option<u32>),
    New(Piece, Option<u32>),
}

/// Chooses the words for a change, from the earlier and the present ones.
type Choice<'choice> = &'choice dyn Fn(u32, &[Token], &[Token]) -> Vec<Token>;

impl Comparison {
    pub(super) fn of(before: &CleanHtml, after: &CleanHtml) -> Self {
        let (old, new) = (
            pieces::flatten(&before.blocks()),
            pieces::flatten(&after.blocks()),
        );
        let rows = align(&old, &new);
        let old = pieces::moved_into(&old, &new, &rows);
        let mut comparison = Self {
            rows: Vec::new(),
            changes: Vec::new(),
        };
        let mut rest = rows.as_slice();
        while let Some(row) = rest.first() {
            let taken = match *row {
                Aligned::Same { new: index, .. } => {
                    comparison.rows.push(Compared::Same(new[index].clone()));
                    1
                }
                Aligned::Both { old: from, new: to } => {
                    comparison.compare(&old[from], &new[to]);
                    1
                }
                Aligned::Gone(index) => {
                    let gone = |row: &Aligned| match row {
                        Aligned::Gone(index) => Some(&old[*index]),
                        _ => None,
                    };
                    comparison.whole(
                        ChangeKind::Removed,
                        &old[index],
                        rest.iter().map_while(gone),
                    )
                }
                Aligned::New(index) => {
                    let added = |row: &Aligned| match row {
                        Aligned::New(index) => Some(&new[*index]),
                        _ => None,
                    };
                    comparison.whole(ChangeKind::Added, &new[index], rest.iter().map_while(added))
                }
            };
            rest = &rest[taken..];
        }
        comparison
    }

    pub(super) fn of_plain(before: &str, after: &str) -> Self {
        let piece = |text: &str| {
            let runs = vec![Run {
                text: text.to_owned(),
                marks: Vec::new(),
            }];
            Piece {
                path: Vec::new(),
                content: Content::Leaf(Leaf {
                    tag: LeafTag::Bare,
                    runs,
                }),
            }
        };
        let mut comparison = Self {
            rows: Vec::new(),
            changes: Vec::new(),
        };
        comparison.compare(&piece(before), &piece(after));
        comparison
    }

    /// Compares the words of two pieces that belong together.
    fn compare(&mut self, old: &Piece, new: &Piece) {
        let (Content::Leaf(from), Content::Leaf(to)) = (&old.content, &new.content) else {
            self.rows.push(Compared::Same(new.clone()));
            return;
        };
        let segments = words::compare(&words::tokens(from), &words::tokens(to));
        let segments = segments.into_iter().map(|segment| {
            let number = match &segment {
                Segment::Same(_) => None,
                Segment::Changed { old, new } => {
                    let (before, after) = words::described(old, new);
                    let kind = match (old.is_empty(), new.is_empty()) {
                        (true, _) => ChangeKind::Added,
                        (_, true) => ChangeKind::Removed,
                        _ => ChangeKind::Replaced,
                    };
                    Some(self.number(kind, before, after))
                }
            };
            (number, segment)
        });
        let segments = segments.collect();
        self.rows.push(Compared::Words {
            piece: new.clone(),
            tag: to.tag,
            segments,
        });
    }

    /// Takes in pieces that are gone or new as a whole, under one number: the first of those
    /// that follow, or all of them that stand in the same table. What has no words gets no
    /// number. Says how many were taken.
    fn whole<'piece>(
        &mut self,
        kind: ChangeKind,
        first: &Piece,
        following: impl Iterator<Item = &'piece Piece>,
    ) -> usize {
        let together = |(index, piece): &(usize, &Piece)| {
            *index == 0 || (first.table().is_some() && piece.table() == first.table())
        };
        let group: Vec<&Piece> = following
            .enumerate()
            .take_while(together)
            .map(|(_, piece)| piece)
            .collect();
        let texts = group
            .iter()
            .map(|piece| piece.text())
            .filter(|text| !text.is_empty());
        let text = texts.collect::<Vec<_>>().join("\n");
        let number = (!text.is_empty()).then(|| match kind {
            ChangeKind::Added => self.number(kind, String::new(), text),
            _ => self.number(kind, text, String::new()),
        });
        self.rows.extend(group.iter().map(|&piece| match kind {
            ChangeKind::Added => Compared::New(piece.clone(), number),
            _ => Compared::Gone(piece.clone(), number),
        }));
        group.len()
    }

    fn number(&mut self, kind: ChangeKind, before: String, after: String) -> u32 {
        let number = self.changes.last().map_or(1, |last| last.number + 1);
        self.changes.push(Change {
            number,
            kind,
            before,
            after,
        });
        number
    }

    /// The later text with its changes marked.
    pub(super) fn marked(self) -> Marked {
        let blocks = self.blocks(&|number, old, new| {
            let mut both = under(&Mark::Removed(number), old);
            both.extend(under(&Mark::Added(number), new));
            both
        });
        Marked {
            html: write::html(&blocks),
            changes: self.changes,
        }
    }

    /// The later text with the earlier words of these changes.
    pub(super) fn put_back(&self, numbers: &[u32]) -> Result<Vec<Block>, NoSuchChange> {
        self.check(numbers)?;
        Ok(self.blocks(&|number, old, new| {
            if numbers.contains(&number) {
                old.to_vec()
            } else {
                new.to_vec()
            }
        }))
    }

    fn check(&self, numbers: &[u32]) -> Result<(), NoSuchChange> {
        let exists = |number: &u32| self.changes.iter().any(|change| change.number == *number);
        match numbers.iter().find(|number| !exists(number)) {
            Some(number) => Err(NoSuchChange(*number)),
            None => Ok(()),
        }
    }

    /// The text that these choices make.
    fn blocks(&self, choice: Choice) -> Vec<Block> {
        let pieces = self.rows.iter().filter_map(|row| match row {
            Compared::Same(piece) | Compared::New(piece, None) => Some(piece.clone()),
            Compared::Words {
                piece,
                tag,
                segments,
            } => {
                let mut tokens = Vec::new();
                for (number, segment) in segments {
                    match (number, segment) {
                        (Some(number), Segment::Changed { old, new }) => {
                            tokens.extend(choice(*number, old, new));
                        }
                        (_, Segment::Same(same) | Segment::Changed { new: same, .. }) => {
                            tokens.extend(same.iter().cloned());
                        }
                    }
                }
                Some(piece.with(*tag, &tokens))
            }
            Compared::Gone(_, None) => None,
            Compared::Gone(piece, Some(number)) => {
                piece.chosen(&|tokens| choice(*number, tokens, &[]))
            }
            Compared::New(piece, Some(number)) => {
                piece.chosen(&|tokens| choice(*number, &[], tokens))
            }
        });
        pieces::rebuild(&pieces.collect::<Vec<_>>(), 0)
    }
}
