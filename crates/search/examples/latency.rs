//! How long searches take: indexes generated articles, asks generated questions, prints.
//!
//! `cargo run --release -p search --example latency -- 10000`

use std::error::Error;
use std::time::{Duration, Instant};

use content::byline::Byline;
use content::disclaimer::Mode;
use content::ids::{ArticleId, TopicId};
use content::public::{SiteVersion, TopicRef};
use content::publication::Standing;
use content::topic::{Direction, Flag, Synonym, Topic};
use search::{
    Batch, Documents, EmbeddedIndex, SearchDocument, SearchIndex, SearchQuery, SearchSection,
    Spellings, Vocabulary,
};
use time::OffsetDateTime;
use uuid::Uuid;

/// Different words of all articles together.
const WORDS: usize = 80_000;
/// Questions of each kind.
const QUESTIONS: usize = 400;
const TOPICS: usize = 62;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let many: usize = std::env::args()
        .nth(1)
        .map_or(Ok(10_000), |text| text.parse())?;
    let world = World::new();
    let folder = tempfile::tempdir()?;
    let index = EmbeddedIndex::open(folder.path(), Vocabulary::default())?;
    index.set_vocabulary(world.vocabulary()).await?;

    let start = Instant::now();
    let articles = {
        let world = World::new();
        (0..many).map(move |number| world.article(number))
    };
    let reached = |version| SiteVersion {
        epoch: "latency".into(),
        version,
    };
    index
        .rebuild(Box::new(Documents(articles)), reached(1))
        .await?;
    println!(
        "{many} articles indexed in {:.1} s",
        start.elapsed().as_secs_f64()
    );

    let start = Instant::now();
    drop(index);
    let index = EmbeddedIndex::open(folder.path(), world.vocabulary())?;
    println!("opened in {:.0} ms", start.elapsed().as_secs_f64() * 1e3);

    let mut chance = Chance(7);
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let mut times = Vec::new();
        let (mut found, mut first) = (0, 0);
        let worked = processor_time();
        for _ in 0..QUESTIONS {
            let number = chance.below(many);
            let query = SearchQuery::new(kind.question(&world, number, &mut chance));
            let start = Instant::now();
            let results = index.search(&query).await?;
            times.push(start.elapsed());
            found += results.total;
            let id = world.id(number);
            first += usize::from(results.hits.iter().any(|hit| hit.article_id == id));
        }
        all.extend(times.iter().copied());
        let average = found / QUESTIONS as u64;
        let recall = first * 100 / QUESTIONS;
        let worked = processor_time().saturating_sub(worked) / u32::try_from(QUESTIONS)?;
        print_times(&format!("{kind:?}"), times);
        println!(
            "    {:.2} ms of a processor on average",
            worked.as_secs_f64() * 1e3
        );
        println!("    {average} found on average, known item among the first ten {recall} %");
    }
    print_times("all", all);

    let mut times = Vec::new();
    for number in 0..20 {
        let upsert = vec![world.article(many + number)];
        let start = Instant::now();
        index
            .fold(Batch {
                upsert,
                remove: Vec::new(),
                reached: reached(2),
            })
            .await?;
        times.push(start.elapsed());
    }
    print_times("fold of one", times);
    Ok(())
}

/// What all threads have worked so far: unlike time, the same beside other work. Zero where the
/// system does not tell.
fn processor_time() -> Duration {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten();
    let worked = tasks.flatten().filter_map(|task| {
        let told = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        told.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(worked.sum())
}

fn print_times(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    println!(
        "{name:<14} median {:.2} ms, p99 {:.2} ms, most {:.2} ms",
        at(50),
        at(99),
        at(100)
    );
}

/// Kinds of questions.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Title,
    TwoTypos,
    Beginning,
    OneWord,
    CommonWords,
    TenWords,
    Synonym,
    Nonsense,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Title,
        Self::TwoTypos,
        Self::Beginning,
        Self::OneWord,
        Self::CommonWords,
        Self::TenWords,
        Self::Synonym,
        Self::Nonsense,
    ];

    fn question(self, world: &World, number: usize, chance: &mut Chance) -> String {
        let title = world.title(number);
        let mut words: Vec<String> = title.split(' ').map(str::to_owned).collect();
        let common = |chance: &mut Chance| world.words[chance.below(60)].clone();
        match self {
            Self::Title => title,
            Self::TwoTypos => {
                words.sort_by_key(|word| std::cmp::Reverse(word.len()));
                for word in words.iter_mut().take(2) {
                    *word = chance.mistype(word);
                }
                words.join(" ") + " "
            }
            Self::Beginning => {
                let last = words.last_mut().expect("a title has words");
                last.truncate(last.len() / 2 + 1);
                words.join(" ")
            }
            Self::OneWord => words.swap_remove(chance.below(words.len())),
            Self::CommonWords => format!("{} {}", common(chance), common(chance)),
            Self::TenWords => (0..10).map(|_| world.word(chance) + " ").collect(),
            Self::Synonym => format!("{} {}", world.synonym(chance.below(TOPICS)), words[0]),
            Self::Nonsense => format!("{0}{1}x {1}q{0}", words[0], common(chance)),
        }
    }
}

/// A language, and articles written in it.
struct World {
    words: Vec<String>,
}

impl World {
    fn new() -> Self {
        let mut chance = Chance(42);
        let mut words = Vec::with_capacity(WORDS);
        let mut known = std::collections::HashSet::new();
        while words.len() < WORDS {
            let word: String = (0..2 + chance.below(3))
                .map(|_| chance.syllable())
                .collect();
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        Self { words }
    }

    /// A few words often, most hardly ever.
    fn word(&self, chance: &mut Chance) -> String {
        let place = (f64::from(chance.next32()) / f64::from(u32::MAX)).powi(5);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 1"
        )]
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        let place = (place * (WORDS - 1) as f64) as usize;
        self.words[place].clone()
    }

    fn text(&self, chance: &mut Chance, length: usize) -> String {
        let words: Vec<String> = (0..length).map(|_| self.word(chance)).collect();
        words.join(" ")
    }

    fn id(&self, number: usize) -> ArticleId {
        ArticleId(Uuid::from_u128(number as u128 + self.words.len() as u128))
    }

    fn title(&self, number: usize) -> String {
        let mut chance = Chance(number as u64 * 2 + 1);
        let length = 4 + chance.below(4);
        self.text(&mut chance, length)
    }

    fn article(&self, number: usize) -> SearchDocument {
        let mut chance = Chance(number as u64 * 2 + 1_000_003);
        let author = chance.below(500);
        let name = format!(
            "{} {}",
            self.words[author + 900],
            self.words[author + 2_000]
        );
        let length = 300 + chance.below(600);
        let topics = [chance.below(TOPICS), chance.below(TOPICS)].map(|topic| self.topic(topic));
        SearchDocument {
            article_id: self.id(number),
            slug: format!("article-{number}"),
            title: self.title(number),
            summary: self.text(&mut chance, 20),
            question: None,
            sections: vec![SearchSection {
                byline_text: format!("{name}, LPC"),
                names: vec![name.clone()],
                letters: vec!["LPC".into()],
                body_text: self.text(&mut chance, length),
            }],
            bylines: vec![Byline::new(name, vec!["LPC".into()])],
            author_slugs: vec![format!("author-{author}")],
            topics: topics
                .iter()
                .map(|topic| TopicRef {
                    id: topic.id.clone(),
                    label: topic.label.clone(),
                    slug: topic.slug.clone(),
                    flag: topic.flag,
                })
                .collect(),
            groups: Vec::new(),
            standing: Standing::Live,
            mode: Mode::Countersigned,
            first_published_at: OffsetDateTime::UNIX_EPOCH,
            published_at: OffsetDateTime::UNIX_EPOCH,
            language: "en".into(),
        }
    }

    fn synonym(&self, topic: usize) -> String {
        format!("{} {}", self.words[topic + 300], self.words[topic + 400])
    }

    fn topic(&self, topic: usize) -> Topic {
        let synonyms = (0..8).map(|more| Synonym {
            phrase: self.synonym(topic + more * TOPICS),
            direction: Direction::OneWay,
        });
        Topic {
            id: TopicId(format!("1.{topic}")),
            group: Some(TopicId("1".into())),
            label: format!("{} {}", self.words[topic + 100], self.words[topic + 200]),
            slug: format!("topic-{topic}"),
            introduction: String::new(),
            flag: Flag::None,
            position: 0,
            synonyms: synonyms.collect(),
        }
    }

    fn vocabulary(&self) -> Vocabulary {
        let topics = (0..TOPICS).map(|topic| self.topic(topic)).collect();
        Vocabulary::new(topics, Spellings::default())
    }
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn next32(&mut self) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mixed = (self.0 ^ (self.0 >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        u32::try_from(mixed >> 32).unwrap_or_default()
    }

    fn below(&mut self, end: usize) -> usize {
        self.next32() as usize % end
    }

    fn syllable(&mut self) -> String {
        let sign = |signs: &str, place: usize| signs.chars().nth(place).unwrap_or('a');
        let (first, then) = (self.below(17), self.below(5));
        let mut syllable = String::from(sign("bcdfghklmnprstvwz", first));
        syllable.push(sign("aeiou", then));
        if self.below(3) == 0 {
            let last = self.below(6);
            syllable.push(sign("lmnrst", last));
        }
        syllable
    }

    /// One letter dropped, changed or exchanged with its neighbour.
    fn mistype(&mut self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        if letters.len() < 4 {
            return word.to_owned();
        }
        let at = self.below(letters.len() - 1);
        match self.below(3) {
            0 => drop(letters.remove(at)),
            1 => letters[at] = 'x',
            _ => letters.swap(at, at + 1),
        }
        letters.into_iter().collect()
    }
}
