//! One search from the reader's text to the page.

use content::public::TopicRef;
use tantivy::schema::Value as _;
use tantivy::{DocAddress, Searcher, TantivyDocument};

use super::danger;
use super::facets::Facets;
use super::folder::Generation;
use super::lexicon::Lexicon;
use super::plan::Plan;
use super::ranking::{FEW, needed, rank};
use super::schema::{Fields, StoredCard};
use super::slot::Width;
use super::suggest::suggest;
use super::tally::{Filters, Tally};
use crate::index::SearchError;
use crate::parse::Parsed;
use crate::query::{MAX_LIMIT, MAX_OFFSET, SearchQuery};
use crate::results::{Hit, SearchResults};
use crate::snippet::Marks;
use crate::stop_words::is_nearly_stop_word;
use crate::vocabulary::Vocabulary;

/// Answers a query.
pub(super) fn answer(
    generation: &Generation,
    vocabulary: &Vocabulary,
    tally: &mut Tally,
    query: &SearchQuery,
) -> Result<SearchResults, SearchError> {
    let searcher = generation.reader.searcher();
    let fields = generation.fields;
    let lexicon = Lexicon::new(&searcher, fields);
    let mut parsed = Parsed::new(&query.text);
    drop_mistyped_common_words(&lexicon, &mut parsed)?;
    let read: Vec<&str> = parsed.read.iter().map(|word| word.text.as_str()).collect();
    let meanings = vocabulary.meanings(&read, |word| {
        lexicon.articles_with(word).unwrap_or_default()
    });
    let mut expanded_topics: Vec<TopicRef> = Vec::new();
    for meaning in &meanings {
        if !expanded_topics.contains(&meaning.topic) {
            expanded_topics.push(meaning.topic.clone());
        }
    }
    let filters = Filters {
        topic: query.topic.as_ref().map(|topic| topic.0.as_str()),
        author: query.author.as_deref(),
    };
    if parsed.is_empty() && filters.topic.is_none() && filters.author.is_none() {
        return Ok(SearchResults {
            expanded_topics,
            ..SearchResults::default()
        });
    }

    let plan = |width| Plan::new(&lexicon, &parsed, &meanings, vocabulary.spellings(), width);
    let urgent = danger::topics(vocabulary, &query.text);
    let mut narrow = plan(Width::Narrow)?;
    tally.run(&lexicon, &narrow, filters)?;
    let (mut words, with_all) = needed(&searcher, tally, &narrow);
    if narrow.held_back && with_all < FEW {
        narrow = plan(Width::Wide)?;
        tally.run(&lexicon, &narrow, filters)?;
        words = needed(&searcher, tally, &narrow).0;
    }
    let plan = narrow;
    tally.note_urgent(&lexicon, &urgent)?;

    let page = (query.offset.min(MAX_OFFSET), query.limit.min(MAX_LIMIT));
    let mut facets = Facets::new(&searcher)?;
    let ranked = rank(&searcher, &fields, tally, &plan, words, page, &mut facets)?;
    let mut marks = plan.marks();
    let hits = ranked
        .page
        .into_iter()
        .map(|address| hit(&searcher, &fields, vocabulary, &mut marks, address))
        .collect::<Result<_, _>>()?;
    let did_you_mean = if ranked.total == 0 {
        suggest(&lexicon, vocabulary, &query.text, &parsed)?
    } else {
        None
    };
    Ok(SearchResults {
        hits,
        total: ranked.total,
        topics: facets.topics(vocabulary)?,
        authors: facets.authors()?,
        did_you_mean,
        expanded_topics,
    })
}

/// "shold" is no word to look for, unless some article has it or there is no other.
fn drop_mistyped_common_words(
    lexicon: &Lexicon<'_>,
    parsed: &mut Parsed,
) -> Result<(), SearchError> {
    let mut kept = Vec::new();
    for wanted in &parsed.wanted {
        let is_mistyped = !wanted.may_go_on && is_nearly_stop_word(&wanted.text);
        if !is_mistyped || lexicon.articles_with(&wanted.text)? > 0 {
            kept.push(wanted.clone());
        }
    }
    if !kept.is_empty() {
        parsed.wanted = kept;
    }
    Ok(())
}

fn hit(
    searcher: &Searcher,
    fields: &Fields,
    vocabulary: &Vocabulary,
    marks: &mut Marks,
    address: DocAddress,
) -> Result<Hit, SearchError> {
    let stored: TantivyDocument = searcher.doc(address)?;
    let card = stored
        .get_first(fields.card)
        .and_then(|value| value.as_str())
        .unwrap_or_default();
    let card: StoredCard = serde_json::from_str(card)?;
    let bodies = stored
        .get_all(fields.body)
        .filter_map(|value| value.as_str());
    // The head first: where nothing else answers more, it says best what the article is about.
    let head = [
        card.summary.as_str(),
        card.question.as_deref().unwrap_or_default(),
    ];
    let snippet = marks.passage(head.into_iter().chain(bodies));
    let topics = card
        .topics
        .into_iter()
        .map(|topic| vocabulary.topic(&topic.id).unwrap_or(topic))
        .collect();
    Ok(Hit {
        article_id: card.article_id,
        slug: card.slug,
        marked_title: marks.whole(&card.title),
        title: card.title,
        snippet,
        bylines: card.bylines,
        topics,
        standing: card.standing,
        mode: card.mode,
        first_published_at: card.first_published_at,
        published_at: card.published_at,
        language: card.language,
    })
}
