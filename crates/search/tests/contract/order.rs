//! What comes before what.

use search::{SearchIndex, SearchQuery};

use super::library::{Telling, an_article, titles, with};

const PADDING: &str = "Some more words stand here so that texts are of like length.";

pub(crate) async fn fields_weigh_in_order(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("In the text").saying("A word on panic."),
            an_article("In the summary")
                .summed_up("On panic.")
                .saying(PADDING),
            an_article("In the byline")
                .by("Pat Panic", &["LPC"])
                .saying(PADDING),
            an_article("In the topic").under("2.2").saying(PADDING),
            an_article("In the question")
                .asked("Is this panic?")
                .saying(PADDING),
            an_article("In the title: panic").saying(PADDING),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "panic").await,
        [
            "In the title: panic",
            "In the question",
            "In the topic",
            "In the byline",
            "In the summary",
            "In the text",
        ]
    );
}

pub(crate) async fn more_words_come_first(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Sleep sleep")
                .summed_up("sleep")
                .saying("sleep sleep sleep"),
            an_article("Another").saying(&format!("{PADDING} Grief takes your sleep at night.")),
        ],
    )
    .await;
    assert_eq!(titles(index, "grief sleep night").await[0], "Another");
}

pub(crate) async fn exact_before_typo_before_beginning(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Parentified"),
            an_article("Parenta"),
            an_article("One").saying("A parent said so."),
        ],
    )
    .await;
    let found = titles(index, "parent").await;
    assert_eq!(found[0], "One");
    with(
        index,
        vec![an_article("Stepfamilyhood"), an_article("Stepfamily0")],
    )
    .await;
    assert_eq!(
        titles(index, "stepfamily").await,
        ["Stepfamily0", "Stepfamilyhood"]
    );
}

pub(crate) async fn words_in_a_row_come_first(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("First").saying(&format!("Anger is not all. {PADDING} Management is work.")),
            an_article("Second").saying(&format!("Work it is not. {PADDING} Anger management is.")),
        ],
    )
    .await;
    assert_eq!(titles(index, "anger management").await, ["Second", "First"]);
}

pub(crate) async fn a_topic_comes_below_a_title_and_above_a_text(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("A text").saying("We tried marriage counseling once. It went well."),
            an_article("Repairing trust").under("5.1").saying(PADDING),
            an_article("Marriage counseling explained").saying(PADDING),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "marriage counseling").await,
        ["Marriage counseling explained", "Repairing trust", "A text",]
    );
}

pub(crate) async fn newer_first_among_equals(index: &dyn SearchIndex) {
    let mut older = an_article("Grief, older").published(1);
    let mut newer = an_article("Grief, newer").published(9);
    older.title = "Grief".into();
    newer.title = "Grief".into();
    with(index, vec![newer, older]).await;
    let found = index
        .search(&SearchQuery::new("grief"))
        .await
        .expect("an answer");
    let slugs: Vec<_> = found.hits.iter().map(|hit| hit.slug.as_str()).collect();
    assert_eq!(slugs, ["grief--newer", "grief--older"]);
}

pub(crate) async fn retracted_after_equals(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Rebirthing A").retracted().published(9),
            an_article("Rebirthing B"),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "rebirthing").await,
        ["Rebirthing B", "Rebirthing A"]
    );
}

pub(crate) async fn pages_do_not_overlap(index: &dyn SearchIndex) {
    let articles = (0..150).map(|n| an_article(&format!("Grief number {n}")));
    with(index, articles.collect()).await;
    let mut seen = std::collections::HashSet::new();
    for page in 0..15 {
        let query = SearchQuery::new("grief").page(page * 10, 10);
        let found = index.search(&query).await.expect("an answer");
        assert_eq!((found.total, found.hits.len()), (150, 10));
        seen.extend(found.hits.into_iter().map(|hit| hit.slug));
    }
    assert_eq!(seen.len(), 150);
}

/// "life" is near to "wife" and "live", and means neither.
pub(crate) async fn a_word_that_stands_is_not_taken_for_another(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("My wife and her evenings").saying("In the end we had a life again."),
            an_article("Where to live").saying("The end of a lease changes a life."),
            an_article("At home").saying(&format!("{PADDING} The end of a life we had.")),
            an_article("My wife"),
        ],
    )
    .await;
    let found = titles(index, "life").await;
    assert!(!found.contains(&"My wife".to_owned()), "{found:?}");
    let found = titles(index, "end life").await;
    assert_eq!(found.len(), 3);
    with(
        index,
        vec![
            an_article("Parents, parental, parented").saying(&format!("{PADDING} A parson said.")),
            an_article("The parson").saying("A parson and a person, person, person."),
            an_article("A person").saying(PADDING),
        ],
    )
    .await;
    let found = titles(index, "person").await;
    assert_eq!(found[..2], ["A person", "The parson"], "by its own words");
}

pub(crate) async fn danger_brings_its_topics_first(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("A life after work, ending well").saying("Ending, life, ending, life."),
            an_article("My life").saying("An ending."),
            an_article("When you want to be gone").under("1.5"),
            an_article("Talking of it")
                .under("1.5")
                .saying("Life goes on."),
            an_article("Taken back: ending it").under("1.5").retracted(),
            an_article("Debt"),
        ],
    )
    .await;
    let found = titles(index, "ending my life").await;
    assert_eq!(
        found[..2],
        ["Talking of it", "When you want to be gone"],
        "{found:?}"
    );
    assert!(found.contains(&"My life".to_owned()), "{found:?}");
    assert!(!found.contains(&"Debt".to_owned()));
    assert_eq!(titles(index, "my life").await.len(), 3);
}

/// What was asked for in so many words stays in sight, and pages fit together.
pub(crate) async fn danger_leaves_room_for_the_words_themselves(index: &dyn SearchIndex) {
    let flagged = (0..30).map(|n| an_article(&format!("Held {n}")).under("1.5"));
    let own = an_article("Ending my life as a teacher").saying(PADDING);
    with(index, flagged.chain([own]).collect()).await;
    let found = titles(index, "ending my life").await;
    assert_eq!(
        (found.len(), found[5].as_str()),
        (6, "Ending my life as a teacher")
    );
    let page = |offset| async move {
        let query = SearchQuery::new("ending my life").page(offset, 3);
        let found = index.search(&query).await.expect("an answer");
        assert_eq!(found.total, 6);
        let titles = found.hits.into_iter().map(|hit| hit.title);
        titles.collect::<Vec<_>>()
    };
    assert_eq!([page(0).await, page(3).await].concat(), found);
}
