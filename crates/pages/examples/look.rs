//! Writes one page of each kind, from invented publications, for looking at in a browser.
//!
//! `cargo run -p pages --example look -- target/look`

#[path = "../tests/all/samples/mod.rs"]
#[expect(clippy::unwrap_used, reason = "invented texts of our own")]
mod samples;

use std::error::Error;
use std::path::Path;

use content::ids::TopicId;
use content::public::{AuthorCount, Tombstone};
use content::topic::{Flag, Topic};
use pages::{
    ArticlePage, AuthorPage, ComposedCard, Correction, Facet, Fragment, HomePage, Outcome, Pages,
    Preview, Results, SearchPage, ShownTo, SiteFacts, Theme, TopicPage, compose, compose_preview,
};
use time::macros::{date, datetime};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "target/look".to_owned());
    let folder = Path::new(&folder);
    let help = content::seed::help::help_entries();
    let site = SiteFacts {
        help,
        as_of: Some(date!(2026 - 11 - 23)),
        ..samples::site()
    };
    let pages = Pages::new(Theme::built_in(), site);
    let composed = |publication| compose(&publication, pages.facts());
    let cards = || -> Vec<ComposedCard> {
        [
            samples::an_article(),
            samples::expert_answers(),
            samples::retracted(),
            samples::flagged(),
        ]
        .into_iter()
        .map(|publication| composed(publication).card())
        .collect()
    };
    let mut made = vec![
        (
            "home",
            pages.home(&HomePage {
                newest: cards(),
                topics: samples::topics(),
            })?,
        ),
        ("topics", pages.topics(&samples::topics())?),
        ("authors", pages.authors(&authors())?),
        ("help", pages.help()?),
        ("about", pages.about()?),
        (
            "disclaimers",
            pages.disclaimers(&samples::an_article().disclaimers)?,
        ),
        ("privacy", pages.privacy()?),
        ("reading-safely", pages.reading_safely()?),
        ("feeds", pages.feeds()?),
        ("not-found", pages.not_found(&samples::topics())?),
        ("trouble", pages.trouble()?),
        ("corrections", pages.corrections(&corrections())?),
        ("tombstone", pages.tombstone(&tombstone(), &cards()[..2])?),
        ("topic", pages.topic(&topic(cards()))?),
        ("author", pages.author(&author(cards()))?),
        ("search", pages.search(&search(Flag::None, found(cards())))?),
        (
            "search-crisis",
            pages.search(&search(Flag::Abuse, found(cards())))?,
        ),
        (
            "search-empty",
            pages.search(&search(Flag::None, Outcome::Nothing { suggestion: None }))?,
        ),
        (
            "search-away",
            pages.search(&search(Flag::None, Outcome::Away))?,
        ),
    ];
    for (name, publication) in [
        ("article", samples::an_article()),
        ("corrected", samples::corrected()),
        ("expert-answers", samples::expert_answers()),
        ("retracted", samples::retracted()),
        ("amended", samples::amended()),
        ("imported", samples::imported()),
        ("flagged", samples::flagged()),
    ] {
        let page = ArticlePage {
            article: composed(publication),
            next: cards(),
        };
        made.push((name, pages.article(&page)?));
    }
    let preview = Preview {
        publication: samples::an_article(),
        images: "/api/v1/media".to_owned(),
        shown_to: ShownTo::Desk,
    };
    made.push((
        "preview",
        pages.preview(&compose_preview(&preview, pages.facts()))?,
    ));

    std::fs::create_dir_all(folder.join("assets"))?;
    for asset in pages.assets().all() {
        std::fs::write(folder.join(asset.path.trim_start_matches('/')), &asset.text)?;
    }
    for (name, page) in made {
        std::fs::write(folder.join(format!("{name}.html")), page)?;
    }
    Ok(())
}

fn authors() -> Vec<AuthorCount> {
    [samples::ilse(), samples::teodoro(), samples::many_letters()]
        .into_iter()
        .map(|byline| AuthorCount {
            id: content::ids::PersonId(samples::id(1)),
            slug: "x".to_owned(),
            byline,
            articles: 12,
        })
        .collect()
}

fn corrections() -> Vec<Correction> {
    let mut all: Vec<Correction> = [samples::retracted(), samples::corrected()]
        .into_iter()
        .flat_map(|publication| {
            let (title, slug) = (publication.head.title, publication.slug);
            publication
                .notices
                .into_iter()
                .map(move |notice| Correction {
                    kind: Some(notice.kind),
                    title: Some(title.clone()),
                    slug: Some(slug.clone()),
                    text: notice.text,
                    at: notice.at,
                })
        })
        .collect();
    all.push(Correction {
        kind: None,
        title: None,
        slug: None,
        text: "Taken down at the request of a person who could be recognized in it.".to_owned(),
        at: datetime!(2025-02-03 0:00 UTC),
    });
    all
}

fn tombstone() -> Tombstone {
    Tombstone {
        slug: "gone".to_owned(),
        title: Some("Talking to a clock that will not talk back".to_owned()),
        reason: "The author asked us to take it down because she no longer agrees with it. \
                 Nothing in it was found to be harmful."
            .to_owned(),
        since: datetime!(2026-06-01 0:00 UTC),
    }
}

fn topic(cards: Vec<ComposedCard>) -> TopicPage {
    TopicPage {
        topic: Topic {
            id: TopicId("2".to_owned()),
            group: None,
            label: "Anxiety".to_owned(),
            slug: "anxiety".to_owned(),
            introduction: "Fear that arrives before its reason, or long after it, or without one. \
                           It is common, and it often gets better with help."
                .to_owned(),
            flag: Flag::None,
            position: 2,
            synonyms: Vec::new(),
        },
        group: None,
        topics: samples::topics()[1..3].to_vec(),
        cards,
        total: 205,
        page: 2,
    }
}

fn author(cards: Vec<ComposedCard>) -> AuthorPage {
    let byline = samples::many_letters();
    let mut lapsed = samples::licence("LMFT-S", "Oregon");
    lapsed.lapsed = true;
    let verified = vec![samples::licence("LPC-S", "Texas"), lapsed];
    AuthorPage {
        person: samples::person(5, &byline, verified),
        cards,
        total: 4,
        page: 1,
    }
}

fn search(flag: Flag, outcome: Outcome) -> SearchPage {
    SearchPage {
        query: "he hurts me cant leav".to_owned(),
        topic: None,
        author: None,
        page: 1,
        flag,
        outcome,
        topics: samples::topics(),
    }
}

fn found(cards: Vec<ComposedCard>) -> Outcome {
    let plain = |text: &str| Fragment {
        text: text.to_owned(),
        hit: false,
    };
    let hit = |text: &str| Fragment {
        text: text.to_owned(),
        hit: true,
    };
    let snippet = [
        plain("… people ask why you do not go. If someone "),
        hit("hurts"),
        plain(" you and you "),
        hit("can’t leave"),
        plain(" yet, there is still a great deal that …"),
    ];
    Outcome::Found(Results {
        cards: cards
            .into_iter()
            .map(|card| card.with_hits(&[], &snippet))
            .collect(),
        total: 1_204,
        suggestion: Some("he hurts me cant leave".to_owned()),
        facets: vec![
            Facet {
                label: "Domestic violence".to_owned(),
                slug: "dv".to_owned(),
                count: 17,
            },
            Facet {
                label: "Panic".to_owned(),
                slug: "panic".to_owned(),
                count: 5,
            },
        ],
    })
}
