//! No text is refused, and none breaks the page.

#[expect(
    dead_code,
    reason = "only the library of invented articles is used here"
)]
#[path = "contract/library.rs"]
mod library;

use library::{Telling, an_article, ask, with};
use proptest::prelude::*;
use search::{EmbeddedIndex, Vocabulary};

/// Pieces that mean something to a query, in any order, among anything at all.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<String>(),
        2 => "[a-zé]{1,12}",
        1 => "\\PC{0,8}",
        3 => proptest::sample::select(vec![
            "\"", "-", "--", " ", "\0", "“", "”", "’", "'s", "panic", "attack", "couples", "the",
            "not", "*", "\u{301}", "\u{ad}", "🙂", "\n", "<b>", "&amp;", "İ", "ﬀ", "ß", "want to die",
        ]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

#[test]
fn no_text_is_an_error() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let index = EmbeddedIndex::open(folder.path(), Vocabulary::default()).expect("an index");
    let articles = [
        "Couples therapy",
        "Panic attack at night",
        "ﬀ İstanbul ß",
        "<b>bold</b> & \"quoted\"",
    ];
    let articles = articles.map(|title| an_article(title).saying(title).under("5.1"));
    runtime.block_on(with(&index, articles.into()));
    proptest!(ProptestConfig::with_cases(512), |(text in texts())| {
        let found = runtime.block_on(ask(&index, &text));
        let suggested = found.did_you_mean.iter().map(|suggestion| &suggestion.marked);
        let shown = found.hits.iter().flat_map(|hit| [&hit.snippet, &hit.marked_title]);
        for html in shown.chain(suggested) {
            let rest = html.as_html().replace("<mark>", "").replace("</mark>", "");
            prop_assert!(!rest.contains(['<', '>', '"']), "{rest}");
        }
        prop_assert!(found.hits.len() as u64 <= found.total);
    });
}
