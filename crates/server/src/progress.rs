//! How far long work has come, for whoever watches a terminal.

use std::io::{IsTerminal as _, Write as _, stderr};

/// A line on standard error that is written over; nothing where nobody watches.
#[derive(Debug)]
pub struct Progress {
    is_watched: bool,
}

impl Progress {
    /// Begins a line.
    #[must_use]
    pub fn begin() -> Self {
        Self {
            is_watched: stderr().is_terminal(),
        }
    }

    /// Says how far it has come.
    pub fn say(&self, words: &str) {
        if self.is_watched {
            // Nobody is helped by an error about a progress line.
            let _ = write!(stderr(), "\r\u{1b}[K{words}").and_then(|()| stderr().flush());
        }
    }
}

/// Takes the line away.
impl Drop for Progress {
    fn drop(&mut self) {
        self.say("");
    }
}
