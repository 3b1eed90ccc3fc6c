//! Whatever happens to a document on its way, reading it ends with a text or a sentence.

use content::clean_html::sanitize;
use proptest::prelude::*;
use proptest::sample::Index;
use word::{Manuscript, TrackedChanges};

use crate::sample::{DOCUMENT, Parts, sample};

const SAMPLES: [&str; 4] = [
    "node-features.docx",
    "office-features.docx",
    "python-features.docx",
    "office-article.docx",
];

fn read_both(bytes: &[u8]) {
    for changes in [TrackedChanges::Accept, TrackedChanges::Refuse] {
        match word::read(bytes, changes) {
            Ok(text) => holds_together(&text),
            Err(refusal) => assert!(!refusal.to_string().is_empty()),
        }
    }
}

/// Every picture and note in the text is there, and the text can be cleaned.
fn holds_together(text: &Manuscript) {
    let all = text.notes.iter().map(|note| &note.html);
    for html in all.chain([&text.html]) {
        for (mark, length) in [
            ("word-image:", text.images.len()),
            ("word-note:", text.notes.len()),
        ] {
            for place in html.split(&format!("\"{mark}")).skip(1) {
                let number = place
                    .split('"')
                    .next()
                    .and_then(|number| number.parse().ok());
                let number: usize = number.expect("a number");
                assert!(number < length, "{mark}{number} of {length}");
            }
        }
        sanitize(html).expect("a text that can be cleaned");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_that_change_never_panic(
        name in prop::sample::select(SAMPLES.to_vec()),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..40),
        cut in prop::option::weighted(0.2, any::<Index>()),
    ) {
        let mut bytes = sample(name);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            let length = cut.index(bytes.len());
            bytes.truncate(length);
        }
        read_both(&bytes);
    }

    /// Pieces of markup are taken out, doubled or put elsewhere, so that what follows is still a
    /// document and says something odd.
    #[test]
    fn markup_that_changes_never_panics(
        name in prop::sample::select(SAMPLES.to_vec()),
        part in prop::sample::select(vec![DOCUMENT, "word/styles.xml", "word/numbering.xml"]),
        moves in prop::collection::vec((any::<Index>(), any::<Index>(), any::<bool>()), 1..8),
    ) {
        let parts = Parts::of(name);
        if !parts.0.iter().any(|(known, _)| known == part) {
            return Ok(());
        }
        let text = parts.text(part);
        let mut pieces: Vec<&str> = text.split_inclusive('>').collect();
        for (from, to, keep) in moves {
            let at = from.index(pieces.len());
            let piece = if keep { pieces[at] } else { pieces.remove(at) };
            if pieces.is_empty() {
                break;
            }
            // An empty element can stand anywhere; others mostly break the document.
            if piece.ends_with("/>") || !keep {
                pieces.insert(to.index(pieces.len()), piece);
            }
        }
        read_both(&parts.set(part, pieces.concat()).pack());
    }

    /// Numbers and names in attributes are swapped for others.
    #[test]
    fn attributes_that_change_never_panic(
        name in prop::sample::select(SAMPLES.to_vec()),
        changes in prop::collection::vec((any::<Index>(), prop::sample::select(vec![
            "", "-1", "0", "9", "63", "4294967295", "99999999999999999999", "begin", "separate",
            "end", "restart", "true", "off", "heading 1", "\u{e000}", "rId1",
        ])), 1..12),
    ) {
        let parts = Parts::of(name);
        let text = parts.text(DOCUMENT);
        let mut pieces: Vec<String> = text.split('"').map(str::to_owned).collect();
        for (at, value) in changes {
            // Behind the declarations of names, every second piece is a value.
            let values = pieces.len() / 2;
            let at = 1 + 2 * (80.min(values / 2) + at.index(values - 80.min(values / 2)));
            value.clone_into(&mut pieces[at]);
        }
        read_both(&parts.set(DOCUMENT, pieces.join("\"")).pack());
    }
}
