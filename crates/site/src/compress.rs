//! Bodies made smaller, once.

use std::io::Write;

use bytes::Bytes;
use flate2::{Compression, GzBuilder};

/// Below this a packed body is not worth its header.
const SMALLEST: usize = 512;

/// The body as gzip; `None` when that gains nothing.
pub(crate) fn gzip(body: &[u8], level: u32) -> Option<Bytes> {
    if body.len() < SMALLEST {
        return None;
    }
    // No name and no time in it: the same body gives the same bytes.
    let buffer = Vec::with_capacity(body.len() / 3);
    let mut writer = GzBuilder::new().write(buffer, Compression::new(level));
    writer.write_all(body).ok()?;
    let packed = writer.finish().ok()?;
    (packed.len() < body.len()).then(|| Bytes::from(packed))
}
