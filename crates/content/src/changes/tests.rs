use proptest::prelude::*;
use regex::Regex;

use super::*;
use crate::clean_html::sanitize;
use crate::clean_html::tests::editor_document;
use crate::digest::Digest;

fn clean(html: &str) -> CleanHtml {
    sanitize(html).unwrap().html
}

fn told(marked: &Marked) -> Vec<(&str, &str)> {
    let changes = marked.changes.iter();
    changes
        .map(|change| (change.before.as_str(), change.after.as_str()))
        .collect()
}

/// The text that is left when the words of one kind are dropped and the marks of the other.
fn without(html: &str, dropped: &str, kept: &str) -> String {
    let dropped = Regex::new(&format!(
        r#"(?s)<{dropped} data-change="\d+">.*?</{dropped}>"#
    ))
    .unwrap();
    let kept = Regex::new(&format!(r#"<{kept} data-change="\d+">|</{kept}>"#)).unwrap();
    kept.replace_all(&dropped.replace_all(html, ""), "")
        .into_owned()
}

/// Everything that must be true of any two texts.
fn hold(before: &CleanHtml, after: &CleanHtml) -> Marked {
    let marked = marked(before, after);
    let numbers: Vec<u32> = marked.changes.iter().map(|change| change.number).collect();
    let count = u32::try_from(numbers.len()).unwrap();
    assert_eq!(numbers, (1..=count).collect::<Vec<_>>());

    assert_eq!(put_back(before, after, &[]).as_ref(), Ok(after));
    let all = put_back(before, after, &numbers).unwrap();
    assert_eq!(
        all.to_text(),
        before.to_text(),
        "all put back in {}",
        marked.html
    );
    assert_eq!(
        put_back(before, after, &[count + 1]),
        Err(NoSuchChange(count + 1))
    );
    for &number in numbers.iter().take(2) {
        assert!(put_back(before, after, &[number]).is_ok());
    }
    for &number in &numbers {
        assert!(
            marked.html.contains(&format!("data-change=\"{number}\"")),
            "{number} in {}",
            marked.html
        );
    }

    let earlier = without(&marked.html, "ins", "del");
    assert_eq!(
        clean(&earlier).to_text(),
        before.to_text(),
        "{}",
        marked.html
    );
    let later = without(&marked.html, "del", "ins");
    assert_eq!(clean(&later).to_text(), after.to_text(), "{}", marked.html);
    let dropped = sanitize(&earlier).unwrap().dropped;
    assert_eq!(dropped, [], "nothing but the editor's markup in {earlier}");
    marked
}

fn changes(before: &str, after: &str) -> Marked {
    hold(&clean(before), &clean(after))
}

#[test]
fn words_are_told_one_change_at_a_time() {
    let marked = changes(
        "<p>My partner refuses to come. It is hard.</p><p>Stay.</p>",
        "<p>My partner says no and will not come. It is very hard.</p><p>Stay.</p>",
    );
    assert_eq!(
        told(&marked),
        [("refuses to", "says no and will not"), ("", "very")]
    );
    assert_eq!(
        marked.html,
        "<p>My partner <del data-change=\"1\">refuses to</del><ins data-change=\"1\">says no and will not</ins> come. \
         It is <ins data-change=\"2\">very </ins>hard.</p><p>Stay.</p>"
    );
}

#[test]
fn a_sentence_that_came_or_went_is_told_whole() {
    let marked = changes(
        "<p>One is. Three is.</p>",
        "<p>One is. Two is. Three is.</p>",
    );
    assert_eq!(told(&marked), [("", "Two is.")]);
    assert_eq!(marked.changes[0].kind, ChangeKind::Added);
    let marked = changes(
        "<p>One is. Two is. Three is.</p>",
        "<p>One is. Three is.</p>",
    );
    assert_eq!(told(&marked), [("Two is.", "")]);
    assert_eq!(marked.changes[0].kind, ChangeKind::Removed);
}

#[test]
fn blocks_come_and_go() {
    let marked = changes(
        "<h2>A title</h2><p>First words here.</p><hr><p>Last words there.</p>",
        "<p>First words here.</p><p>Entirely other things.</p><p>Last words there.</p>",
    );
    assert_eq!(
        told(&marked),
        [("A title", ""), ("———", ""), ("", "Entirely other things.")]
    );
    assert_eq!(
        marked.html,
        "<h2><del data-change=\"1\">A title</del></h2><p>First words here.</p><del data-change=\"2\"><hr></del>\
         <p><ins data-change=\"3\">Entirely other things.</ins></p><p>Last words there.</p>"
    );
}

#[test]
fn a_rewritten_paragraph_is_one_change() {
    let marked = changes(
        "<p>Nothing alike stands here.</p>",
        "<p>Wholly new sentence was written.</p>",
    );
    assert_eq!(
        told(&marked),
        [(
            "Nothing alike stands here.",
            "Wholly new sentence was written."
        )]
    );
}

#[test]
fn items_return_to_their_list() {
    let before =
        "<ul><li><p>one thing</p></li><li><p>two things</p></li><li><p>three things</p></li></ul>";
    let after = "<ul><li><p>one thing</p></li><li><p>three things</p></li></ul>";
    let marked = changes(before, after);
    assert_eq!(told(&marked), [("two things", "")]);
    assert_eq!(
        put_back(&clean(before), &clean(after), &[1]).unwrap(),
        clean(before)
    );
    changes(before, "<p>something else</p>");
    changes(
        "<ul><li>one</li><li>two</li></ul>",
        "<ul><li><p>one</p></li><li><p>two</p></li></ul>",
    );
    assert!(
        changes("<ul><li>one</li></ul>", "<ul><li><p>one</p></li></ul>")
            .changes
            .is_empty()
    );
}

#[test]
fn a_table_comes_and_goes_as_one() {
    let table =
        "<table><tbody><tr><td>a</td><td></td></tr><tr><td></td><td>d</td></tr></tbody></table>";
    let marked = changes(&format!("<p>Before it.</p>{table}"), "<p>Before it.</p>");
    assert_eq!(told(&marked), [("a\nd", "")]);
    let (before, after) = (clean(table), clean(""));
    assert_eq!(put_back(&before, &after, &[1]).unwrap(), before);
    assert_eq!(put_back(&after, &before, &[1]).unwrap(), after);
    changes(
        table,
        "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
    );
}

#[test]
fn emphasis_and_links_are_changes_too() {
    let marked = changes(
        "<p>Call <a href=\"https://a.example/\">this line</a> now.</p>",
        "<p>Call <a href=\"https://b.example/\">this line</a> <em>now</em>.</p>",
    );
    assert_eq!(
        told(&marked),
        [(
            "this line now [link to https://a.example/]",
            "this line now [link to https://b.example/, italic]"
        )]
    );
    let marked = changes(
        "<p>plain words here</p>",
        "<p>plain <strong>words</strong> here</p>",
    );
    assert_eq!(told(&marked), [("words", "words [bold]")]);
}

#[test]
fn plain_lines_are_compared_too() {
    let marked = marked_text("When sleep <fails>", "When rest <fails>");
    assert_eq!(told(&marked), [("sleep", "rest")]);
    assert_eq!(
        marked.html,
        "When <del data-change=\"1\">sleep</del><ins data-change=\"1\">rest</ins> &lt;fails&gt;"
    );
    assert_eq!(put_back_text("a b", "a c", &[1]), Ok("a b".to_owned()));
    assert_eq!(put_back_text("a b", "a c", &[]), Ok("a c".to_owned()));
    assert_eq!(put_back_text("a b", "a c", &[2]), Err(NoSuchChange(2)));
    assert!(marked_text("same", "same").changes.is_empty());
    assert_eq!(marked_text("", "new").changes.len(), 1);
}

#[test]
fn a_long_text_is_compared_in_time() {
    let paragraphs = |word: &str| -> String {
        let paragraph = |n: u32| ["<p>", word, &n.to_string(), " some words</p>"].concat();
        (0..8000).map(paragraph).collect()
    };
    let words = |word: &str| -> String {
        (0..30_000u32)
            .map(|n| [word, &n.to_string(), " "].concat())
            .collect()
    };
    let first = marked(&clean(&paragraphs("a")), &clean(&paragraphs("b")));
    assert_eq!(first.changes.len(), 8000);
    let second = marked(&clean(&words("a")), &clean(&words("b")));
    assert_eq!(second.changes.len(), 1);
}

/// A text and what an editor made of it: paragraphs cut, doubled, moved and reworded.
fn edited() -> impl Strategy<Value = (String, String)> {
    let edits = prop::collection::vec((0..6usize, any::<prop::sample::Index>()), 0..6);
    (editor_document(), editor_document(), edits).prop_map(|(text, other, edits)| {
        let mut after = text.clone();
        for (edit, place) in edits {
            let spaces: Vec<usize> = after.match_indices(' ').map(|(at, _)| at).collect();
            let ends: Vec<usize> = after.match_indices("</p>").map(|(at, _)| at).collect();
            match edit {
                0 if !spaces.is_empty() => after.insert_str(*place.get(&spaces), " gentle words"),
                1 if spaces.len() > 1 => {
                    let at = place.index(spaces.len() - 1);
                    after.replace_range(spaces[at]..spaces[at + 1], "");
                }
                2 if !ends.is_empty() => {
                    after.insert_str(*place.get(&ends), "</p><p>A new paragraph");
                }
                3 if !ends.is_empty() => after.replace_range(*place.get(&ends)..after.len(), ""),
                4 => after.push_str(&other),
                5 => after.insert_str(0, &other),
                _ => {}
            }
        }
        (text, after)
    })
}

#[test]
fn another_picture_is_two_changes() {
    let picture = |n: u8| format!("<figure><img src=\"media:{}\"></figure>", Digest::of(&[n]));
    let before = clean(&format!("<p>a</p>{}<p>b</p>", picture(1)));
    let after = clean(&format!("<p>a</p>{}<p>b</p>", picture(2)));
    let marked = marked(&before, &after);
    assert_eq!(
        marked.html,
        format!(
            "<p>a</p><del data-change=\"1\">{}</del><ins data-change=\"2\">{}</ins><p>b</p>",
            picture(1),
            picture(2)
        )
    );
    assert_eq!(marked.changes[0].before, "[picture]");
    assert_eq!(put_back(&before, &after, &[1, 2]), Ok(before));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn two_unlike_texts(before in editor_document(), after in editor_document()) {
        changes(&before, &after);
    }

    #[test]
    fn a_text_and_its_edit((before, after) in edited()) {
        changes(&before, &after);
        changes(&after, &before);
    }

    #[test]
    fn some_changes_put_back_stay_clean((before, after) in edited(), some in any::<u32>()) {
        let (before, after) = (clean(&before), clean(&after));
        let numbers: Vec<u32> = marked(&before, &after).changes.iter().map(|c| c.number)
            .filter(|number| some >> (number % 32) & 1 == 1).collect();
        let text = put_back(&before, &after, &numbers).unwrap();
        prop_assert_eq!(&clean(text.as_str()), &text);
    }

    #[test]
    fn plain_texts(before in "[a-c .<\n]{0,30}", after in "[a-c .<\n]{0,30}") {
        let marked = marked_text(&before, &after);
        let numbers: Vec<u32> = marked.changes.iter().map(|change| change.number).collect();
        prop_assert_eq!(put_back_text(&before, &after, &[]), Ok(after.clone()));
        prop_assert_eq!(put_back_text(&before, &after, &numbers), Ok(before));
    }
}
