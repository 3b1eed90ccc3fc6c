//! Invented articles, topics and ways to ask for them.

use content::byline::Byline;
use content::disclaimer::Mode;
use content::ids::{ArticleId, TopicId};
use content::public::{SiteVersion, TopicRef};
use content::publication::Standing;
use content::topic::{Direction, Flag, Synonym, Topic};
use search::{
    Batch, GroupRef, SearchDocument, SearchIndex, SearchQuery, SearchResults, SearchSection,
    Spellings, Vocabulary,
};
use time::OffsetDateTime;
use uuid::Uuid;

/// An article with nothing but a title; its address is the title with hyphens.
pub(crate) fn an_article(title: &str) -> SearchDocument {
    let slug = title
        .to_lowercase()
        .replace(|c: char| !c.is_alphanumeric(), "-");
    SearchDocument {
        article_id: ArticleId(Uuid::from_u128(fingerprint(title))),
        slug,
        title: title.into(),
        summary: String::new(),
        question: None,
        sections: Vec::new(),
        bylines: Vec::new(),
        author_slugs: Vec::new(),
        topics: Vec::new(),
        groups: Vec::new(),
        standing: Standing::Live,
        mode: Mode::Countersigned,
        first_published_at: OffsetDateTime::UNIX_EPOCH,
        published_at: OffsetDateTime::UNIX_EPOCH,
        language: "en".into(),
    }
}

fn fingerprint(text: &str) -> u128 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_01b3_0000_0000_0193)
    })
}

/// What an article may have besides its title.
pub(crate) trait Telling: Sized {
    fn saying(self, body: &str) -> Self;
    fn summed_up(self, summary: &str) -> Self;
    fn asked(self, question: &str) -> Self;
    fn by(self, name: &str, letters: &[&str]) -> Self;
    fn under(self, topic: &str) -> Self;
    fn published(self, day: i64) -> Self;
    fn retracted(self) -> Self;
}

impl Telling for SearchDocument {
    fn saying(mut self, body: &str) -> Self {
        let section = SearchSection {
            body_text: body.into(),
            ..SearchSection::default()
        };
        self.sections.push(section);
        self
    }

    fn summed_up(mut self, summary: &str) -> Self {
        self.summary = summary.into();
        self
    }

    fn asked(mut self, question: &str) -> Self {
        self.question = Some(question.into());
        self
    }

    fn by(mut self, name: &str, letters: &[&str]) -> Self {
        let letters = letters.iter().map(ToString::to_string).collect();
        self.bylines.push(Byline::new(name.into(), letters));
        self.author_slugs
            .push(name.to_lowercase().replace(' ', "-"));
        self
    }

    fn under(mut self, topic: &str) -> Self {
        let topics = topics();
        let known = |id: &str| {
            topics
                .iter()
                .find(|topic| topic.id.0 == id)
                .expect("a topic")
        };
        let topic = known(topic);
        self.topics.push(TopicRef {
            id: topic.id.clone(),
            label: topic.label.clone(),
            slug: topic.slug.clone(),
            flag: topic.flag,
        });
        let group = known(&topic.group.as_ref().expect("a topic in a group").0);
        let group = GroupRef {
            id: group.id.clone(),
            label: group.label.clone(),
        };
        if !self.groups.contains(&group) {
            self.groups.push(group);
        }
        self
    }

    fn published(mut self, day: i64) -> Self {
        self.published_at = OffsetDateTime::UNIX_EPOCH + time::Duration::days(day);
        self
    }

    fn retracted(mut self) -> Self {
        self.standing = Standing::Retracted;
        self
    }
}

/// A few of the topics, with what readers type for them.
pub(crate) fn topics() -> Vec<Topic> {
    use Direction::{Equal, OneWay};
    let topic = |id: &str, label: &str, flag, synonyms: &[(&str, Direction)]| Topic {
        id: TopicId(id.into()),
        group: id.split_once('.').map(|(group, _)| TopicId(group.into())),
        label: label.into(),
        slug: label.to_lowercase().replace(' ', "-"),
        introduction: String::new(),
        flag,
        position: 0,
        synonyms: synonyms
            .iter()
            .map(|(phrase, direction)| Synonym {
                phrase: (*phrase).into(),
                direction: *direction,
            })
            .collect(),
    };
    vec![
        topic("1", "Mood", Flag::None, &[]),
        topic(
            "1.1",
            "Depression",
            Flag::None,
            &[("feeling low", OneWay), ("down", OneWay)],
        ),
        topic(
            "1.3",
            "Postnatal mental health",
            Flag::None,
            &[("postpartum depression", OneWay)],
        ),
        topic("1.4", "Seasonal depression", Flag::None, &[("SAD", OneWay)]),
        topic(
            "1.5",
            "Suicidal thoughts",
            Flag::Crisis,
            &[("want to die", OneWay)],
        ),
        topic("2", "Anxiety", Flag::None, &[]),
        topic(
            "2.2",
            "Panic",
            Flag::None,
            &[("panic attacks", OneWay), ("can't breathe", OneWay)],
        ),
        topic("3", "Trauma and abuse", Flag::None, &[]),
        topic(
            "3.1",
            "PTSD",
            Flag::None,
            &[("post-traumatic stress disorder", Equal)],
        ),
        topic("4", "Eating, body, self", Flag::None, &[]),
        topic(
            "4.1",
            "Eating disorders",
            Flag::EatingDisorder,
            &[("ED", OneWay)],
        ),
        topic("5", "Couples", Flag::None, &[]),
        topic(
            "5.1",
            "Couples therapy",
            Flag::None,
            &[("marriage counselling", OneWay)],
        ),
        topic(
            "5.2",
            "Breakup and divorce",
            Flag::None,
            &[("get over my ex", OneWay)],
        ),
    ]
}

/// The vocabulary of [`topics`].
pub(crate) fn vocabulary() -> Vocabulary {
    Vocabulary::new(topics(), Spellings::default())
}

/// A version of the site.
pub(crate) fn version(version: i64) -> SiteVersion {
    SiteVersion {
        epoch: "first".into(),
        version,
    }
}

/// Folds articles in.
pub(crate) async fn with(index: &dyn SearchIndex, articles: Vec<SearchDocument>) {
    index
        .set_vocabulary(vocabulary())
        .await
        .expect("a vocabulary");
    let batch = Batch {
        upsert: articles,
        remove: Vec::new(),
        reached: version(1),
    };
    index.fold(batch).await.expect("a fold");
}

/// Everything found for a text.
pub(crate) async fn ask(index: &dyn SearchIndex, text: &str) -> SearchResults {
    index
        .search(&SearchQuery::new(text))
        .await
        .expect("an answer")
}

/// The titles found for a text, best first.
pub(crate) async fn titles(index: &dyn SearchIndex, text: &str) -> Vec<String> {
    ask(index, text)
        .await
        .hits
        .into_iter()
        .map(|hit| hit.title)
        .collect()
}
