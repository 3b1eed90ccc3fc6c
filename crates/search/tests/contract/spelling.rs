//! Typos, other spellings and suggestions.

use search::{Batch, SearchDocument, SearchIndex};

use super::library::{Telling, an_article, ask, titles, version, with};

pub(crate) async fn typos_are_forgiven_by_length(index: &dyn SearchIndex) {
    with(index, vec![an_article("Grief"), an_article("Loneliness")]).await;
    assert_eq!(titles(index, "greif").await, ["Grief"]);
    assert!(
        titles(index, "gerfi").await.is_empty(),
        "two in a word of five"
    );
    assert_eq!(titles(index, "lonelyness").await, ["Loneliness"]);
    assert_eq!(
        titles(index, "lonleynes").await,
        Vec::<String>::new(),
        "three"
    );
    assert_eq!(titles(index, "lonelines").await, ["Loneliness"]);
}

pub(crate) async fn the_first_letter_may_be_wrong(index: &dyn SearchIndex) {
    with(index, vec![an_article("Anxiety")]).await;
    assert_eq!(titles(index, "snxiety").await, ["Anxiety"]);
    assert_eq!(titles(index, "nxiety").await, ["Anxiety"]);
}

pub(crate) async fn neighbours_exchanged_are_one_typo(index: &dyn SearchIndex) {
    with(
        index,
        vec![an_article("Couples therapy"), an_article("Group work")],
    )
    .await;
    assert_eq!(titles(index, "cuoples therapy").await, ["Couples therapy"]);
}

pub(crate) async fn short_words_are_taken_as_typed(index: &dyn SearchIndex) {
    with(index, vec![an_article("CBT"), an_article("DBT")]).await;
    assert_eq!(titles(index, "cbt").await, ["CBT"]);
}

pub(crate) async fn british_and_american_are_equal(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Behaviour and counselling"),
            an_article("Behavior and counseling"),
        ],
    )
    .await;
    for text in [
        "behavior counseling",
        "behaviour counselling",
        "\"behaviour and counseling\"",
    ] {
        assert_eq!(titles(index, text).await.len(), 2, "{text}");
    }
    assert!(titles(index, "counselling -behavior").await.is_empty());
}

pub(crate) async fn a_better_spelling_is_suggested(index: &dyn SearchIndex) {
    with(index, vec![an_article("Agoraphobia"), an_article("Debt")]).await;
    let found = ask(index, "Dabtt?").await;
    assert_eq!(found.total, 0);
    let suggestion = found.did_you_mean.expect("a suggestion");
    assert_eq!(suggestion.text, "debt?");
    assert_eq!(suggestion.marked.as_html(), "<mark>debt</mark>?");
    assert_eq!(titles(index, &suggestion.text).await, ["Debt"]);
}

pub(crate) async fn nothing_is_suggested_for_what_was_found(index: &dyn SearchIndex) {
    with(index, vec![an_article("Debt")]).await;
    assert_eq!(ask(index, "debt").await.did_you_mean, None);
    assert_eq!(ask(index, "xylophone").await.did_you_mean, None);
}

/// A name that was taken out of an article, or went with it, must not come back this way.
pub(crate) async fn words_that_were_taken_away_are_not_suggested(index: &dyn SearchIndex) {
    let named = an_article("Walking").saying("We walked with Zbigniew and Agnieszka.");
    let gone = an_article("Resting").saying("Zbigniew rested.");
    let others = (0..20).map(|n| an_article(&format!("Garden {n}")));
    let everything = others.chain([named.clone(), gone.clone()]).collect();
    with(index, everything).await;
    let suggested = |text: &'static str| async move {
        let found = ask(index, text).await;
        found.did_you_mean.map(|suggestion| suggestion.text)
    };
    assert_eq!(suggested("zbignev").await.as_deref(), Some("zbigniew"));
    let unnamed = SearchDocument {
        sections: an_article("Walking")
            .saying("We walked with Agnieszka.")
            .sections,
        ..named
    };
    let batch = Batch {
        upsert: vec![unnamed],
        remove: vec![gone.article_id],
        reached: version(2),
    };
    index.fold(batch).await.expect("a fold");
    assert_eq!(suggested("zbignev").await, None);
    assert_eq!(titles(index, "agnieska").await, ["Walking"]);
}

pub(crate) async fn the_suggestion_is_escaped(index: &dyn SearchIndex) {
    with(index, vec![an_article("Debt")]).await;
    let found = ask(index, "<i>dabtt & xylophones").await;
    let suggestion = found.did_you_mean.expect("a suggestion");
    assert_eq!(
        suggestion.marked.as_html(),
        "&lt;i&gt;<mark>debt</mark> &amp; xylophones"
    );
}

pub(crate) async fn short_words_that_stand_are_no_typos(index: &dyn SearchIndex) {
    with(
        index,
        vec![an_article("Life"), an_article("Wife"), an_article("Live")],
    )
    .await;
    assert_eq!(titles(index, "life").await, ["Life"]);
    assert_eq!(titles(index, "lief").await, ["Life"]);
}

pub(crate) async fn a_short_word_in_company_may_be_mistyped(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("What waiting rooms do").saying("A waiting room is long."),
            an_article("Waiting for mom").saying("Waiting, and a rod of iron."),
            an_article("A room of one's own"),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "waitng rom").await[0],
        "What waiting rooms do"
    );
    assert_eq!(
        titles(index, "rom waiting").await[0],
        "What waiting rooms do"
    );
    assert!(titles(index, "mim ").await.is_empty(), "alone");
}
