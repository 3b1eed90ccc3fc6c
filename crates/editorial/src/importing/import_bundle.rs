//! Takes in a bundle.

use std::io::{self, BufRead};

use super::lines::{Line, Lines};
use super::report::{Counts, ImportReport};
use super::run::Run;
use crate::{Caller, Desk, Refusal};

/// The most lines that are kept or dropped as one.
const BATCH_LINES: usize = 100;

/// Lines of this many bytes together are a batch, however few they are.
const BATCH_BYTES: usize = 8 * 1024 * 1024;

/// After so many lines without one of a bundle it is none.
const PATIENCE: u64 = 1000;

/// What to do with a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// Give the articles to readers at once; without it they are drafts.
    pub publish: bool,
    /// Only say what would be done.
    pub dry_run: bool,
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Lines that were dealt with.
    pub lines: u64,
    /// Bytes that were read.
    pub bytes: u64,
}

/// Why a bundle was not taken in to its end. What was committed before stays; running it again
/// goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("The bundle could not be read after line {after_line}: {source}")]
    Unreadable {
        /// The last line that could be.
        after_line: u64,
        /// What the machine says.
        source: io::Error,
    },
    /// It is some other file.
    #[error("This is not a bundle: none of its {lines} lines can be used. {first}")]
    NotABundle {
        /// How many were tried.
        lines: u64,
        /// What is wrong with the first.
        first: String,
    },
    /// The house or the database refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Takes in a bundle, line by line. A line that cannot be used is reported and the rest goes
/// in; each article is there as a whole or not at all.
pub async fn import_bundle(
    desk: &Desk,
    caller: &Caller,
    input: impl BufRead,
    options: ImportOptions,
    progress: &mut dyn FnMut(Progress),
) -> Result<ImportReport, ImportError> {
    if *caller != Caller::Operator {
        let words = "Only the operator can import, at the command line.";
        return Err(Refusal::NotAllowed(words.to_owned()).into());
    }
    let mut import = Run::begin(desk, options).await?;
    let mut lines = Lines::new(input);
    loop {
        let batch = next_batch(&mut lines)?;
        if batch.is_empty() {
            break;
        }
        import.batch(batch).await?;
        is_bundle(import.report(), PATIENCE)?;
        progress(Progress {
            lines: import.report().counts.lines,
            bytes: lines.bytes(),
        });
    }
    is_bundle(import.report(), 1)?;
    progress(Progress {
        lines: import.report().counts.lines,
        bytes: lines.bytes(),
    });
    Ok(import.into_report())
}

/// Gives up on a file in which nothing is of a bundle, before anything was written.
fn is_bundle(report: &ImportReport, after: u64) -> Result<(), ImportError> {
    let Counts {
        lines, unusable, ..
    } = report.counts;
    if lines >= after && unusable == lines {
        let first = report.rows.first().map(|row| row.detail.clone());
        return Err(ImportError::NotABundle {
            lines,
            first: first.unwrap_or_default(),
        });
    }
    Ok(())
}

/// Read before a transaction begins, so that nobody waits for a slow disk.
fn next_batch(lines: &mut Lines<impl BufRead>) -> Result<Vec<Line>, ImportError> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
        let next = lines.next().map_err(|source| ImportError::Unreadable {
            after_line: lines.number(),
            source,
        })?;
        let Some(line) = next else { break };
        bytes += line.text.as_ref().map_or(0, String::len);
        batch.push(line);
    }
    Ok(batch)
}
