//! Readers' words, topics, filters and facets.

use std::collections::BTreeMap;

use content::ids::TopicId;
use content::topic::{Direction, Flag, Synonym};
use search::{SearchDocument, SearchIndex, SearchQuery, Spellings, Vocabulary};

use super::library::{Telling, an_article, ask, titles, topics, with};

pub(crate) async fn synonyms_lead_to_topics(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Repairing trust").under("5.1"),
            an_article("Debt"),
        ],
    )
    .await;
    for text in [
        "marriage counseling",
        "Marriage Counselling",
        "couple therapy",
    ] {
        let found = ask(index, text).await;
        assert_eq!(found.hits[0].title, "Repairing trust", "{text}");
        assert_eq!(found.expanded_topics[0].id.0, "5.1", "{text}");
    }
    assert_eq!(
        titles(index, "marriage counseling trust").await,
        ["Repairing trust"]
    );
}

pub(crate) async fn synonyms_are_one_way(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Marriage counselling"),
            an_article("Trust").under("5.1"),
        ],
    )
    .await;
    assert_eq!(titles(index, "couples therapy").await, ["Trust"]);
}

pub(crate) async fn phrases_are_kept_whole(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("One").under("1.1"),
            an_article("Three").under("1.3"),
        ],
    )
    .await;
    assert_eq!(titles(index, "postpartum depression").await, ["Three"]);
    assert!(
        ask(index, "counselling before marriage")
            .await
            .expanded_topics
            .is_empty()
    );
}

pub(crate) async fn ambiguous_words_alone_are_not_expanded(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Winter").under("1.4"),
            an_article("Hunger").under("4.1"),
            an_article("Mood").under("1.1"),
        ],
    )
    .await;
    for text in ["SAD", "sad", "ED", "down"] {
        let found = ask(index, text).await;
        assert_eq!((found.total, found.expanded_topics.len()), (0, 0), "{text}");
    }
}

pub(crate) async fn equal_synonyms_stand_for_each_other(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("One").saying("Living with post-traumatic stress disorder."),
            an_article("Two").saying("Living with PTSD."),
        ],
    )
    .await;
    assert_eq!(ask(index, "ptsd").await.total, 2);
    assert_eq!(ask(index, "post traumatic stress disorder").await.total, 2);
}

pub(crate) async fn a_topic_stands_for_its_words_only(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Repairing trust").under("5.1"),
            an_article("What it costs").under("5.1"),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "marriage counseling costs").await,
        ["What it costs"]
    );
}

pub(crate) async fn meanings_are_told_even_when_nothing_is_found(index: &dyn SearchIndex) {
    with(index, vec![]).await;
    for text in ["i want to die", "\"want to die\""] {
        let found = ask(index, text).await;
        assert_eq!(found.total, 0);
        assert_eq!(found.expanded_topics[0].flag, Flag::Crisis, "{text}");
    }
}

pub(crate) async fn mistyped_synonyms_lead_to_topics(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Repairing trust").under("5.1"),
            an_article("Couples therapy"),
        ],
    )
    .await;
    assert_eq!(
        titles(index, "marraige counseling").await,
        ["Repairing trust"]
    );
    assert_eq!(
        titles(index, "cuoples therapy").await,
        ["Couples therapy", "Repairing trust"]
    );
}

pub(crate) async fn a_new_synonym_needs_no_new_index(index: &dyn SearchIndex) {
    with(index, vec![an_article("Repairing trust").under("5.1")]).await;
    assert!(titles(index, "wedlock mending").await.is_empty());
    let mut topics = topics();
    let topic = topics
        .iter_mut()
        .find(|topic| topic.id.0 == "5.1")
        .expect("the topic");
    let phrase = "wedlock mending".to_owned();
    topic.synonyms.push(Synonym {
        phrase,
        direction: Direction::OneWay,
    });
    let vocabulary = Vocabulary::new(topics, Spellings::default());
    index
        .set_vocabulary(vocabulary)
        .await
        .expect("a vocabulary");
    assert_eq!(titles(index, "wedlock mending").await, ["Repairing trust"]);
}

pub(crate) async fn filters_by_topic_group_and_author(index: &dyn SearchIndex) {
    with(
        index,
        vec![
            an_article("Grief 1")
                .under("5.1")
                .by("Juno Wintergreen", &["LPC"]),
            an_article("Grief 2")
                .under("5.2")
                .by("Juno Wintergreen", &["LPC"]),
            an_article("Grief 3").under("2.2").by("Ben Okafor", &[]),
        ],
    )
    .await;
    let grief = || SearchQuery::new("grief");
    let count = async |query| index.search(&query).await.expect("an answer").total;
    assert_eq!(count(grief().under(TopicId("5.1".into()))).await, 1);
    assert_eq!(count(grief().under(TopicId("5".into()))).await, 2);
    assert_eq!(count(grief().by("juno-wintergreen")).await, 2);
    assert_eq!(
        count(grief().by("juno-wintergreen").under(TopicId("5.2".into()))).await,
        1
    );
    assert_eq!(
        count(grief().by("ben-okafor").under(TopicId("5".into()))).await,
        0
    );
    assert_eq!(count(grief().by("nobody")).await, 0);
}

pub(crate) async fn facets_count_what_was_found(index: &dyn SearchIndex) {
    let ids = ["1.1", "2.2", "3.1", "5.1", "5.2"];
    let names = ["Juno Wintergreen", "Ben Okafor", "Cleo Ma"];
    let words = ["grief", "sleep", "debt", "anger"];
    let articles: Vec<SearchDocument> = (0..200)
        .map(|n| {
            let body = format!("{} {}", words[n % 4], words[(n / 3) % 4]);
            let article = an_article(&format!("Number {n}"))
                .saying(&body)
                .under(ids[n % 5]);
            let article = if n % 3 == 0 {
                article.under(ids[(n + 1) % 5])
            } else {
                article
            };
            article.by(names[n % 3], &[])
        })
        .collect();
    with(index, articles.clone()).await;
    let filters = [
        SearchQuery::default(),
        SearchQuery::default().under(TopicId("5.1".into())),
        SearchQuery::default().under(TopicId("5".into())),
        SearchQuery::default().by("ben-okafor"),
        SearchQuery::default()
            .by("cleo-ma")
            .under(TopicId("2.2".into())),
    ];
    for word in words {
        for filter in &filters {
            let query = SearchQuery {
                text: word.into(),
                limit: 1,
                ..filter.clone()
            };
            let found = index.search(&query).await.expect("an answer");
            let (mut by_topic, mut by_author) = (BTreeMap::new(), BTreeMap::new());
            let mut total = 0;
            for article in articles.iter().filter(|article| {
                article.sections[0].body_text.contains(word) && passes(article, filter)
            }) {
                total += 1;
                for topic in &article.topics {
                    *by_topic.entry(topic.id.0.clone()).or_insert(0) += 1;
                }
                *by_author
                    .entry(article.author_slugs[0].clone())
                    .or_insert(0) += 1;
            }
            assert_eq!(found.total, total);
            let topics: BTreeMap<_, _> = found
                .topics
                .into_iter()
                .map(|f| (f.topic.id.0, f.articles))
                .collect();
            let authors: BTreeMap<_, _> = found
                .authors
                .into_iter()
                .map(|f| (f.slug, f.articles))
                .collect();
            assert_eq!((topics, authors), (by_topic, by_author));
        }
    }
}

fn passes(article: &SearchDocument, filter: &SearchQuery) -> bool {
    let under = |id: &TopicId| {
        article.topics.iter().any(|topic| topic.id == *id)
            || article.groups.iter().any(|group| group.id == *id)
    };
    filter.topic.as_ref().is_none_or(under)
        && filter
            .author
            .as_ref()
            .is_none_or(|author| article.author_slugs.contains(author))
}

pub(crate) async fn topics_are_called_as_they_are_now(index: &dyn SearchIndex) {
    with(index, vec![an_article("Repairing trust").under("5.1")]).await;
    let mut topics = topics();
    topics
        .iter_mut()
        .find(|t| t.id.0 == "5.1")
        .expect("the topic")
        .label = "For two".into();
    let vocabulary = Vocabulary::new(topics, Spellings::default());
    index
        .set_vocabulary(vocabulary)
        .await
        .expect("a vocabulary");
    let found = ask(index, "trust").await;
    assert_eq!(found.topics[0].topic.label, "For two");
    assert_eq!(found.hits[0].topics[0].label, "For two");
}
