use super::*;
use crate::ids::TopicId;

fn text(html: &str) -> Typescript {
    Typescript {
        html: html.to_owned(),
        ..Typescript::default()
    }
}

fn read(text: Typescript) -> Understood {
    understand(text, &|name| name == "Robin Pattern").unwrap()
}

fn names(found: &Understood) -> Vec<(String, Place)> {
    found
        .bylines
        .iter()
        .map(|one| (one.parsed.byline.text(), one.place))
        .collect()
}

#[test]
fn the_title_is_over_the_text_or_opens_it_or_is_a_property() {
    let with = |title: Option<&str>, property: Option<&str>, html: &str| {
        let found = read(Typescript {
            title: title.map(str::to_owned),
            property_title: property.map(str::to_owned),
            ..text(html)
        });
        (found.title, found.body.as_str().to_owned())
    };
    let told = |title: &str, body: &str| (title.to_owned(), body.to_owned());
    assert_eq!(
        with(Some("On sleep"), Some("Other"), "<p>Sleep.</p>"),
        told("On sleep", "<p>Sleep.</p>")
    );
    assert_eq!(
        with(None, Some("Other"), "<h2>On sleep</h2><p>Sleep.</p>"),
        told("On sleep", "<p>Sleep.</p>")
    );
    assert_eq!(
        with(None, Some("On sleep"), "<p>ON SLEEP</p><p>Sleep.</p>"),
        told("On sleep", "<p>Sleep.</p>")
    );
    assert_eq!(
        with(None, Some("draft_2.docx"), "<p>Sleep.</p>"),
        told("", "<p>Sleep.</p>")
    );
    let long = "long ".repeat(60);
    let (title, body) = with(Some(&long), None, "<p>Sleep.</p>");
    assert!(
        title.is_empty() && body.starts_with("<h2>long long"),
        "nothing is lost: {body}"
    );
}

#[test]
fn bylines_are_found_where_bylines_stand() {
    for (line, byline) in [
        ("By Jo Example, MA, LPC", "Jo Example, MA, LPC"),
        ("Jo Example MA LPC", "Jo Example, MA, LPC"),
        ("Jo Example, LPC", "Jo Example, LPC"),
        ("Written by Jo Example", "Jo Example"),
        ("Author: Dr. Jo Example", "Jo Example"),
        ("Robin Pattern", "Robin Pattern"),
    ] {
        let opening = format!("<p>{line}</p><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>");
        let closing = format!(
            "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><p>{line}</p><h2>References</h2>\
             <p>Sample, S. (2021). A work.</p>"
        );
        for html in [opening, closing] {
            let found = read(text(&html));
            assert_eq!(names(&found), [(byline.to_owned(), Place::Line)], "{html}");
            assert!(
                found.body.as_str().contains(line),
                "it stays until it is confirmed"
            );
            let without = without_byline(&found.body, &found.bylines[0]).unwrap();
            assert_eq!(
                without.as_str(),
                "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>"
            );
        }
    }
}

#[test]
fn what_is_no_byline_is_none() {
    for line in [
        "By the time I got home, it was late.",
        "By Monday, I was tired",
        "Sleep Well",
        "Anxiety, OCD and ADHD",
        "Is it Jo Example, LPC?",
        "Jo Example",
        "By nature",
    ] {
        let found = read(text(&format!("<p>{line}</p><p>More of it.</p>")));
        assert_eq!(names(&found), [], "{line}");
    }
    let middle = "<p>1.</p><p>2.</p><p>3.</p><p>Jo Example, LPC</p><p>5.</p><p>6.</p><p>7.</p>";
    assert_eq!(
        names(&read(text(middle))),
        [],
        "in the middle nobody is named"
    );
}

#[test]
fn a_name_before_a_colon_opens_a_paragraph() {
    let found = read(text(
        "<p><strong>Jo Example, MA, LPC:</strong> It is hard: for <em>both</em>. And it is a \
         sentence that goes on for rather longer than any line with a name over a text goes on \
         for, so that nobody would take all of it for one.</p><p>More.</p>",
    ));
    assert_eq!(
        names(&found),
        [("Jo Example, MA, LPC".to_owned(), Place::Opening)]
    );
    let without = without_byline(&found.body, &found.bylines[0]).unwrap();
    assert!(
        without
            .as_str()
            .starts_with("<p>It is hard: for <em>both</em>. And"),
        "{}",
        without.as_str()
    );
}

#[test]
fn several_names_and_what_is_told_of_the_author() {
    let found = read(text(
        "<p>By Jo Example, MA, and Sam Sample, PhD</p><p>1.</p><p>2.</p><p>3.</p>\
         <h2>About the author</h2><p>Ada Specimen, LCSW, is a therapist in Exampleton.</p>",
    ));
    assert_eq!(
        names(&found),
        [
            ("Jo Example, MA".to_owned(), Place::Line),
            ("Sam Sample, PhD".to_owned(), Place::Line),
            ("Ada Specimen, LCSW".to_owned(), Place::About),
        ]
    );
    let same = without_byline(&found.body, &found.bylines[2]).unwrap();
    assert_eq!(same, found.body, "what is told of an author stays");
}

#[test]
fn the_list_of_references_leaves_the_text() {
    let found = read(text(
        "<p>Known (Example &amp; Sample, 2019; Sample, 2021, p. 4) and (Nobody, 1999).</p>\
         <h2>Works Cited</h2><p>Example, A., &amp; Sample, B. (2019). Nights. <em>Journal, 1</em>(2), 3.</p>\
         <ol><li>Sample, B. (2021). <em>Six meetings</em>. \
         <a href=\"https://example.org/six\">Example Press</a></li></ol>\
         <p>About the author: Jo Example is a therapist.</p>",
    ));
    assert_eq!(
        (found.listed, found.references.len(), found.linked),
        (2, 2, 2)
    );
    assert_eq!(
        found.references[1].url.as_deref(),
        Some("https://example.org/six")
    );
    assert_eq!(
        found.body.as_str(),
        "<p>Known (<a rel=\"noopener noreferrer\" href=\"#ref-r1\">Example &amp; Sample, 2019</a>; \
         <a rel=\"noopener noreferrer\" href=\"#ref-r2\">Sample, 2021, p. 4</a>) and (Nobody, 1999).</p>\
         <p>About the author: Jo Example is a therapist.</p>"
    );
}

#[test]
fn a_citation_of_two_works_is_left_to_people() {
    let found = read(text(
        "<p>Known (Sample, 2021).</p><h2>References</h2><p>Sample, B. (2021). One.</p>\
         <p>Sample, C. (2021). Two.</p>",
    ));
    assert_eq!((found.linked, found.references.len()), (0, 2));
}

#[test]
fn prose_about_sources_is_no_list() {
    let html = "<p>Text.</p><p>Sources</p><p>Springs are sources of rivers.</p>";
    let found = read(text(html));
    assert_eq!((found.references.len(), found.body.as_str()), (0, html));
    let empty = read(text("<p>Text.</p><h2>References</h2>"));
    assert_eq!(empty.body.as_str(), "<p>Text.</p><h2>References</h2>");
}

#[test]
fn notes_become_citations_or_stand_at_the_end() {
    let note = |html: &str, text: &str| NoteText {
        html: html.to_owned(),
        text: text.to_owned(),
    };
    let found = read(Typescript {
        notes: vec![
            note("<p>A <em>remark</em>.</p>", "A remark."),
            note(
                "<p>See Fern, Q. (2020). Woods. doi:10.1000/abc</p>",
                "See Fern, Q. (2020). Woods. doi:10.1000/abc",
            ),
            note("<p>Another.</p>", "Another."),
            note("<p>Fern (2020) was kind.</p>", "Fern (2020) was kind."),
        ],
        ..text(
            "<p>One<sup><a href=\"#ref-note0\">1</a></sup>. Two<sup><a href=\"#ref-note1\">2</a></sup>. \
             Three<sup><a href=\"#ref-note2\">3</a></sup>, four<sup><a href=\"#ref-note3\">4</a></sup>.</p>",
        )
    });
    assert_eq!((found.notes, found.citing_notes, found.listed), (3, 1, 0));
    assert_eq!(found.references.len(), 1);
    assert_eq!(
        found.body.as_str(),
        "<p>One<sup>1</sup>. Two <a rel=\"noopener noreferrer\" href=\"#ref-r1\">(Fern, 2020)</a>. \
         Three<sup>2</sup>, four<sup>3</sup>.</p><h2>Notes</h2><ol><li><p>A <em>remark</em>.</p></li>\
         <li><p>Another.</p></li><li><p>Fern (2020) was kind.</p></li></ol>"
    );
}

#[test]
fn topics_are_suggested_by_whole_words() {
    let all = crate::seed::topics::topics();
    let of = |title: &str, html: &str| -> Vec<String> {
        let body = sanitize(html).unwrap().html;
        suggested(title, &body, &all)
            .into_iter()
            .map(|TopicId(id)| id)
            .collect()
    };
    let sleep = of(
        "When Worry Keeps You Awake",
        "<h2>Insomnia</h2><p>Sleep comes late. Sleep is made by day; who worries sleeps badly.</p>",
    );
    assert!(
        sleep.contains(&"8.4".to_owned()) && sleep.contains(&"2.1".to_owned()),
        "{sleep:?}"
    );
    assert_eq!(
        of("A sad act", "<p>I did add it. He was sad and low.</p>"),
        [""; 0]
    );
    assert_eq!(of("How ACT helps", "<p>In ACT, we act.</p>"), ["12.2"]);
    assert_eq!(
        of("Marriage counselling", "<p>For the two of you.</p>"),
        ["5.1"]
    );
    assert!(of("Everything", "<p>Nothing much.</p>").is_empty());
}

#[test]
fn hostile_marks_do_no_harm() {
    let found = read(text(
        "<p>x<sup><a href=\"#ref-note99999999999999999999\">1</a></sup> \
         <a href=\"#ref-note7\">2</a> (2021) (, 2021) ()</p>",
    ));
    assert!(
        !found.body.as_str().contains("note7"),
        "{}",
        found.body.as_str()
    );
}
