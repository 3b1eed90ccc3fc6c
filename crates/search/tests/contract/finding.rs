//! What is found and what is not.

use content::ids::TopicId;
use content::publication::Standing;
use search::{SearchIndex, SearchQuery};

use super::library::{Telling, an_article, ask, titles, with};

pub(crate) async fn every_word_is_required(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Grief at work"),
            an_article("Grief at home"),
            an_article("Stress at work"),
        ],
    )
    .await;
    assert_eq!(titles(index, "grief work").await, ["Grief at work"]);
}

pub(crate) async fn most_words_do_when_no_article_has_all(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Grief and sleep"),
            an_article("Sleep"),
            an_article("Debt"),
        ],
    )
    .await;
    let found = titles(index, "grief sleep holidays").await;
    assert_eq!(found, ["Grief and sleep"]);
}

pub(crate) async fn a_long_query_may_lack_a_word_when_few_have_all(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Grief, sleep, money").saying("Nothing more."),
            an_article("Zeal").saying("Grief. Sleep. Money. Holidays."),
            an_article("Grief and sleep"),
        ],
    )
    .await;
    let found = titles(index, "grief sleep money holidays").await;
    assert_eq!(found, ["Zeal", "Grief, sleep, money"]);
}

pub(crate) async fn less_than_half_the_words_is_nothing(index: &dyn SearchIndex) {
    with(index, vec![an_article("Grief")]).await;
    assert!(titles(index, "grief zebra quagga okapi").await.is_empty());
}

pub(crate) async fn a_phrase_in_quotes_is_found_as_it_stands(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("One").saying("A panic attack passes."),
            an_article("Two").saying("An attack of panic passes."),
            an_article("Three").saying("Panic attacks pass."),
        ],
    )
    .await;
    assert_eq!(titles(index, "\"panic attack\"").await, ["One"]);
    assert_eq!(titles(index, "“attack of panic”").await, ["Two"]);
}

pub(crate) async fn a_phrase_is_never_given_up(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Sleep").saying("panic and attack"),
            an_article("Panic attack"),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "\"panic attack\" sleep").await,
        ["Panic attack"]
    );
    assert!(titles(index, "\"attack panic\" sleep").await.is_empty());
}

pub(crate) async fn a_minus_excludes(index: &dyn SearchIndex) {
    with(
        index,
        vec![an_article("Grief and alcohol"), an_article("Grief")],
    )
    .await;
    assert_eq!(titles(index, "grief -alcohol").await, ["Grief"]);
    assert_eq!(titles(index, "grief - alcohol").await.len(), 1);
}

pub(crate) async fn a_minus_excludes_a_phrase(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Sleep and new job"),
            an_article("Sleep, job, new"),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "sleep -\"new job\"").await,
        ["Sleep, job, new"]
    );
}

pub(crate) async fn common_words_are_passed_over(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Grieving parents"),
            an_article("What about my parents"),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "what about my grieving parents").await,
        ["Grieving parents"]
    );
}

pub(crate) async fn mistyped_common_words_are_passed_over(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Should I leave him?"),
            an_article("He should hold on"),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "shold i leave him").await,
        ["Should I leave him?"]
    );
    assert_eq!(titles(index, "shold").await, ["He should hold on"]);
}

pub(crate) async fn only_common_words_are_looked_for(index: &dyn SearchIndex) {
    with(
        index,
        vec![an_article("Who am I?"), an_article("Who is she?")],
    )
    .await;
    assert_eq!(titles(index, "who am i").await, ["Who am I?"]);
}

pub(crate) async fn the_last_word_may_be_a_beginning(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Couples therapy"),
            an_article("Couples and money"),
        ],
    )
    .await;
    assert_eq!(titles(index, "couples ther").await, ["Couples therapy"]);
    assert!(titles(index, "coup therapy").await.len() == 1, "most words");
}

pub(crate) async fn a_word_followed_by_a_blank_is_whole(index: &dyn SearchIndex) {
    with(index, vec![an_article("Therapists")]).await;
    assert_eq!(titles(index, "thera").await.len(), 1);
    assert!(titles(index, "thera ").await.is_empty());
}

pub(crate) async fn names_and_letters_are_found(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Sleep").by("Juno Wintergreen", &["MA", "LPC"]),
            an_article("Debt").by("Ben Okafor", &["PhD"]),
        ],
    )
    .await;
    assert_eq!(titles(index, "wintergreen").await, ["Sleep"]);
    assert_eq!(titles(index, "LPC").await, ["Sleep"]);
    assert_eq!(titles(index, "Ben Okafor, PhD").await, ["Debt"]);
    assert_eq!(titles(index, "wintergren").await, ["Sleep"]);
}

pub(crate) async fn questions_and_summaries_are_found(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("One").asked("Why does my daughter hate school?"),
            an_article("Two").summed_up("How to speak with an estranged sister."),
        ],
    )
    .await;
    assert_eq!(titles(index, "daughter school").await, ["One"]);
    assert_eq!(titles(index, "estranged sister").await, ["Two"]);
}

pub(crate) async fn every_section_is_found(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Answers")
                .saying("First of all, breathe.")
                .saying("Then, walk."),
        ],
    )
    .await;
    assert_eq!(titles(index, "breathe walk").await, ["Answers"]);
    assert!(
        titles(index, "\"breathe then\"").await.is_empty(),
        "sections are apart"
    );
}

pub(crate) async fn accents_and_capitals_do_not_matter(index: &dyn SearchIndex) {
    with(index, vec![an_article("Café talk").by("Zoë Çelik", &[])]).await;
    for text in ["CAFE", "cafe\u{301}", "zoe", "celik", "ÇELİK"] {
        assert_eq!(titles(index, text).await.len(), 1, "{text}");
    }
}

pub(crate) async fn apostrophes_do_not_matter(index: &dyn SearchIndex) {
    with(
        index,
        vec![an_article("My husband’s anger, and why I haven’t left")],
    )
    .await;
    for text in ["husband", "husband's", "husbands", "havent left"] {
        assert_eq!(titles(index, text).await.len(), 1, "{text}");
    }
}

pub(crate) async fn forms_of_a_word_are_one(index: &dyn SearchIndex) {
    with(index, vec![an_article("Grieving fathers")]).await;
    assert_eq!(titles(index, "grieve father").await.len(), 1);
}

pub(crate) async fn hyphens_do_not_matter(index: &dyn SearchIndex) {
    with(
        index,
        vec![an_article("Self-harm"), an_article("Coparenting")],
    )
    .await;
    for text in ["self-harm", "self harm", "selfharm"] {
        assert_eq!(titles(index, text).await, ["Self-harm"], "{text}");
    }
    assert_eq!(titles(index, "co-parenting").await, ["Coparenting"]);
}

pub(crate) async fn retracted_articles_are_found_and_flagged(index: &dyn SearchIndex) {
    with(index, vec![an_article("Rebirthing").retracted()]).await;
    assert_eq!(
        ask(index, "rebirthing").await.hits[0].standing,
        Standing::Retracted
    );
}

pub(crate) async fn hostile_texts_are_answered(index: &dyn SearchIndex) {
    with(
        index,
        vec![an_article("Grief").saying("Loss and what follows.")],
    )
    .await;
    let long = "grief ".repeat(2_000);
    let deep = format!("{}grief", "(".repeat(5_000));
    let texts = [
        "",
        " ",
        "!!!",
        "\"",
        "\"\"\"",
        "\"grief",
        "-",
        "--",
        "-\"",
        "*",
        "gr*f",
        "?",
        "\0",
        "🙂",
        "🙂🙂 -🙂",
        "title:grief",
        "grief AND",
        "NOT",
        "grief^9~2",
        "[a TO z]",
        "\\",
        "'",
        "''s",
        "\u{202e}grief",
        "grief\0loss",
        "%00",
        "<script>",
        "' OR 1=1 --",
        "{\"a\":1}",
        "ﷺ",
        "ß",
        &long,
        &deep,
        &"-".repeat(10_000),
        &"\" ".repeat(5_000),
        &"a".repeat(10_000),
        &"é".repeat(10_000),
        &"\u{301}".repeat(3_000),
        &"x -".repeat(3_000),
    ];
    for text in texts {
        ask(index, text).await;
    }
    assert_eq!(titles(index, "grief*").await, ["Grief"]);
    assert_eq!(titles(index, &long).await, ["Grief"]);
    assert_eq!(titles(index, "grief\0loss").await, ["Grief"]);
}

pub(crate) async fn an_empty_text_finds_what_the_filters_leave(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Older").under("5.1").published(1),
            an_article("Newer").under("5.1").published(2),
            an_article("Other").under("2.2").published(3),
        ],
    )
    .await;
    let query = SearchQuery::new(" … ").under(TopicId("5.1".into()));
    let found = index.search(&query).await.expect("an answer");
    let titles: Vec<_> = found.hits.iter().map(|hit| hit.title.as_str()).collect();
    assert_eq!(titles, ["Newer", "Older"]);
    assert_eq!(found.total, 2);
}

pub(crate) async fn an_empty_text_without_filters_finds_nothing(index: &dyn SearchIndex) {
    with(index, vec![an_article("Grief")]).await;
    for text in ["", "…", "-grief"] {
        assert_eq!(ask(index, text).await.total, 0, "{text}");
    }
}
