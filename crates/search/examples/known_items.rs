//! How well known articles are found again: real questions asked by their titles.
//!
//! `COUNTERSIGN_TEST_DATA=… cargo run --release -p search --example known_items`

use std::error::Error;
use std::path::PathBuf;

use content::byline::Byline;
use content::disclaimer::Mode;
use content::ids::{ArticleId, TopicId};
use content::public::{SiteVersion, TopicRef};
use content::publication::Standing;
use content::topic::Flag;
use search::{
    Batch, EmbeddedIndex, SearchDocument, SearchIndex, SearchQuery, SearchSection, Vocabulary,
};
use serde::Deserialize;
use time::OffsetDateTime;
use uuid::Uuid;

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    title: String,
    question: Option<String>,
    #[serde(default)]
    topics: Vec<String>,
    #[serde(default)]
    answers: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    byline: String,
    body_html: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let Some(data) = std::env::var_os("COUNTERSIGN_TEST_DATA").map(PathBuf::from) else {
        println!("skipped: COUNTERSIGN_TEST_DATA does not name a folder");
        return Ok(());
    };
    let text = std::fs::read_to_string(data.join("counsel-chat.jsonl"))?;
    let lines = text
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<Line>, _>>()?;
    let articles: Vec<SearchDocument> = (1..)
        .zip(&lines)
        .map(|(n, line)| article(n, line))
        .collect();

    let folder = tempfile::tempdir()?;
    let index = EmbeddedIndex::open(folder.path(), Vocabulary::default())?;
    let reached = SiteVersion {
        epoch: "known".into(),
        version: 1,
    };
    index
        .fold(Batch {
            upsert: articles.clone(),
            remove: Vec::new(),
            reached,
        })
        .await?;

    for typos in 0..=2 {
        let (mut asked, mut found, mut at_top) = (0, 0, 0);
        for article in articles
            .iter()
            .filter(|article| article.title.contains(' '))
        {
            let query = SearchQuery::new(mistype(&article.title, typos));
            let hits = index.search(&query).await?.hits;
            // Some titles are asked by more than one article.
            let place = hits.iter().position(|hit| hit.title == article.title);
            asked += 1;
            found += u32::from(place.is_some());
            at_top += u32::from(place == Some(0));
            if place.is_none() && std::env::args().any(|word| word == "--missed") {
                println!("  missed: {} ({})", query.text, article.title);
            }
        }
        let part = |count: u32| f64::from(count) / f64::from(asked);
        println!(
            "{asked} titles with {typos} typos: recall at 10 {:.3}, at 1 {:.3}",
            part(found),
            part(at_top)
        );
    }
    Ok(())
}

/// Spoils the two longest words, each by another kind of typo.
fn mistype(title: &str, typos: usize) -> String {
    let mut words: Vec<String> = title.split_whitespace().map(str::to_owned).collect();
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(words[*at].len()));
    for (kind, at) in order.into_iter().take(typos).enumerate() {
        let mut letters: Vec<char> = words[at].chars().collect();
        let middle = letters.len() / 2;
        if kind == 0 && middle + 1 < letters.len() {
            letters.swap(middle, middle + 1);
        } else if letters.len() > 3 {
            letters.remove(middle);
        }
        words[at] = letters.into_iter().collect();
    }
    words.join(" ")
}

fn article(number: u128, line: &Line) -> SearchDocument {
    let bylines = line.answers.iter().map(|answer| {
        let mut parts = answer.byline.split(',').map(|part| part.trim().to_owned());
        Byline::new(parts.next().unwrap_or_default(), parts.collect())
    });
    SearchDocument {
        article_id: ArticleId(Uuid::from_u128(number)),
        slug: format!("article-{number}"),
        title: line.title.clone(),
        summary: String::new(),
        question: line.question.clone(),
        sections: line
            .answers
            .iter()
            .map(|answer| SearchSection {
                byline_text: answer.byline.clone(),
                body_text: without_tags(&answer.body_html),
                ..SearchSection::default()
            })
            .collect(),
        bylines: bylines.collect(),
        author_slugs: Vec::new(),
        topics: line
            .topics
            .iter()
            .map(|label| TopicRef {
                id: TopicId(label.clone()),
                label: label.clone(),
                slug: label.to_lowercase(),
                flag: Flag::None,
            })
            .collect(),
        groups: Vec::new(),
        standing: Standing::Live,
        mode: Mode::Imported,
        first_published_at: OffsetDateTime::UNIX_EPOCH,
        published_at: OffsetDateTime::UNIX_EPOCH,
        language: "en".into(),
    }
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for sign in html.chars() {
        match sign {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                text.push(' ');
            }
            sign if !is_tag => text.push(sign),
            _ => {}
        }
    }
    text
}
