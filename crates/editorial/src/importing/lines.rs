//! The lines of a bundle, one at a time, however long the file is.

use std::io::{self, BufRead};

use super::report::{Code, Remark};

/// The longest line that is read, in bytes.
pub(super) const LONGEST: usize = 8 * 1024 * 1024;

/// One line that is not empty.
#[derive(Debug)]
pub(super) struct Line {
    /// Counts from 1.
    pub(super) number: u64,
    /// What it says, or why it could not be read.
    pub(super) text: Result<String, Remark>,
}

/// Reads lines and counts them.
#[derive(Debug)]
pub(super) struct Lines<R> {
    input: R,
    number: u64,
    bytes: u64,
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(input: R) -> Self {
        Self {
            input,
            number: 0,
            bytes: 0,
        }
    }

    /// How much was read so far.
    pub(super) const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The last line that was read.
    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// The next line that is not empty; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let Some((bytes, too_long)) = self.read()? else {
                return Ok(None);
            };
            self.number += 1;
            let number = self.number;
            if too_long {
                let detail = format!(
                    "This line is longer than {} MiB and was not read.",
                    LONGEST / 1024 / 1024
                );
                return Ok(Some(Line {
                    number,
                    text: Err(Remark::new(Code::TooLong, detail)),
                }));
            }
            let bytes = match bytes.strip_prefix("\u{feff}".as_bytes()) {
                Some(rest) if number == 1 => rest,
                _ => &bytes,
            };
            match std::str::from_utf8(bytes).map(str::trim) {
                Ok("") => {}
                Ok(text) => {
                    return Ok(Some(Line {
                        number,
                        text: Ok(text.to_owned()),
                    }));
                }
                Err(error) => {
                    let detail = format!(
                        "This line is not UTF-8: see its byte {}.",
                        error.valid_up_to() + 1
                    );
                    let text = Err(Remark::new(Code::NotUtf8, detail));
                    return Ok(Some(Line { number, text }));
                }
            }
        }
    }

    /// The bytes up to the next end of a line, and whether there were too many to keep.
    fn read(&mut self) -> io::Result<Option<(Vec<u8>, bool)>> {
        let mut line = Vec::new();
        let mut too_long = false;
        let mut any = false;
        loop {
            let buffer = match self.input.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                return Ok(any.then_some((line, too_long)));
            }
            any = true;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = &buffer[..end.unwrap_or(buffer.len())];
            too_long |= line.len() + part.len() > LONGEST;
            if too_long {
                line = Vec::new();
            } else {
                line.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            self.bytes += used as u64;
            if end.is_some() {
                return Ok(Some((line, too_long)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn all(input: &[u8]) -> Vec<(u64, Result<String, Code>)> {
        // A small buffer, so that lines come in pieces.
        let mut lines = Lines::new(BufReader::with_capacity(7, input));
        let mut all = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            all.push((line.number, line.text.map_err(|remark| remark.code)));
        }
        assert_eq!(lines.bytes(), input.len() as u64);
        all
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let read = all("\u{feff}{\"a\": 1}\r\n\n  \nsecond line\nlast".as_bytes());
        let expected = [
            (1, Ok("{\"a\": 1}".to_owned())),
            (4, Ok("second line".to_owned())),
            (5, Ok("last".to_owned())),
        ];
        assert_eq!(read, expected);
        assert_eq!(all(b""), []);
        assert_eq!(all(b"\n\n"), []);
    }

    #[test]
    fn a_line_that_cannot_be_read_does_not_hide_the_next() {
        let mut input = b"caf\xe9\n".to_vec();
        input.extend(std::iter::repeat_n(b'x', LONGEST + 1));
        input.extend_from_slice(b"\nwell");
        let read = all(&input);
        let expected = [
            (1, Err(Code::NotUtf8)),
            (2, Err(Code::TooLong)),
            (3, Ok("well".to_owned())),
        ];
        assert_eq!(read, expected);
    }
}
