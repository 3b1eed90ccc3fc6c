//! Invented publications: their people, texts and telephone numbers do not exist.

use content::article::Kind;
use content::byline::Byline;
use content::clean_html::{CleanHtml, sanitize};
use content::credential::CredentialKind;
use content::declaration::{Answer, Declarations};
use content::digest::Digest;
use content::disclaimer::{Disclaimer, DisclaimerKind, Mode};
use content::help::{HelpEntry, HelpKind};
use content::ids::{
    ArticleId, DisclaimerId, HelpEntryId, NoticeId, PersonId, PublicationId, SectionId, TopicId,
};
use content::notice::{Notice, NoticeKind};
use content::person::{PublicPerson, VerifiedCredential};
use content::public::{TopicCount, TopicRef};
use content::publication::{
    Countersigner, Permission, Publication, PublishedContributor, PublishedSection, Standing,
};
use content::revision::Head;
use content::signature::ApprovalKind;
use content::topic::Flag;
use pages::SiteFacts;
use time::OffsetDateTime;
use time::macros::{date, datetime};
use uuid::Uuid;

pub(crate) const WAITING: &str = include_str!("waiting_rooms.html");
pub(crate) const ANSWER: &str = include_str!("answer.html");

pub(crate) fn clean(html: &str) -> CleanHtml {
    sanitize(html).unwrap().html
}

pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

pub(crate) fn byline(name: &str, letters: &[&str]) -> Byline {
    Byline::new(
        name.to_owned(),
        letters.iter().map(|&one| one.to_owned()).collect(),
    )
}

pub(crate) fn ilse() -> Byline {
    byline("Ilse Marwick-Dunne", &["MA", "LPC"])
}

pub(crate) fn teodoro() -> Byline {
    byline("Teodoro Pell", &["LCSW"])
}

pub(crate) fn many_letters() -> Byline {
    byline(
        "Wilhelmina Araceli Brightwater-Okonkwo y Santángel",
        &[
            "PhD", "LPC-S", "LMFT-S", "LCDC", "NCC", "ACS", "BC-TMH", "CCTP",
        ],
    )
}

pub(crate) fn licence(abbreviation: &str, place: &str) -> VerifiedCredential {
    VerifiedCredential {
        abbreviation: abbreviation.to_owned(),
        title: format!("Licence of {place}"),
        kind: CredentialKind::Licence,
        jurisdiction: Some(place.to_owned()),
        issuer: Some(format!("{place} Board of Samples")),
        number: None,
        source: "the board’s register".to_owned(),
        checked_on: date!(2026 - 03 - 02),
        valid_until: date!(2027 - 03 - 01),
        lapsed: false,
    }
}

pub(crate) fn person(
    number: u128,
    byline: &Byline,
    verified: Vec<VerifiedCredential>,
) -> PublicPerson {
    PublicPerson {
        id: PersonId(id(number)),
        slug: byline
            .name
            .to_lowercase()
            .replace(' ', "-")
            .replace('á', "a"),
        byline: byline.clone(),
        bio: "Works with adults who find it hard to wait, to sleep and to say no. Lives near a \
              harbor with too many books."
            .to_owned(),
        practice_url: Some("https://practice.example/".to_owned()),
        photo: None,
        verified,
    }
}

pub(crate) fn contributor(person: PublicPerson, signed: OffsetDateTime) -> PublishedContributor {
    PublishedContributor {
        byline: person.byline.clone(),
        person,
        signed_at: Some(signed),
        permission: Some(Permission { granted_at: signed }),
    }
}

pub(crate) fn disclaimer(
    number: u128,
    kind: DisclaimerKind,
    title: &str,
    body: &str,
) -> Disclaimer {
    Disclaimer {
        id: DisclaimerId(id(number)),
        kind,
        locale: "en".to_owned(),
        version: 1,
        title: title.to_owned(),
        short: format!("{title} in short."),
        body: body.to_owned(),
        effective_from: datetime!(2025-01-01 0:00 UTC),
        approved_by: "Rosalind Achterberg".to_owned(),
    }
}

pub(crate) fn disclaimers(mode: Mode) -> Vec<Disclaimer> {
    mode.required()
        .iter()
        .map(|kind| match kind {
            DisclaimerKind::ViewsOfAuthor => disclaimer(
                21,
                *kind,
                "The author’s own views",
                "What is said here is the view of the named author, not of this site.",
            ),
            DisclaimerKind::NotMedicalAdvice => disclaimer(
                22,
                *kind,
                "Not treatment",
                "Reading this does not make you anyone’s client. It is general education and \
                 cannot take the place of care from someone who knows you. Please do not put off \
                 getting help because of something you read here.",
            ),
            DisclaimerKind::Imported => disclaimer(
                23,
                *kind,
                "Brought from elsewhere",
                "This text was written for another site. Nobody has signed it here.",
            ),
            DisclaimerKind::Amended => disclaimer(
                24,
                *kind,
                "Amended",
                "The editors changed this text. Its author has not reviewed the change.",
            ),
        })
        .collect()
}

pub(crate) fn topic(number: &str, label: &str, flag: Flag) -> TopicRef {
    TopicRef {
        id: TopicId(number.to_owned()),
        label: label.to_owned(),
        slug: label.to_lowercase().replace(' ', "-"),
        flag,
    }
}

pub(crate) fn notice(number: u128, kind: NoticeKind, at: OffsetDateTime, text: &str) -> Notice {
    Notice {
        id: NoticeId(id(number)),
        kind,
        text: text.to_owned(),
        at,
    }
}

/// One author, one editor, one clinician, four headings, references.
pub(crate) fn an_article() -> Publication {
    let signed = datetime!(2026-03-08 18:00 UTC);
    let author = person(1, &ilse(), vec![licence("LPC", "Texas")]);
    Publication {
        id: PublicationId(id(101)),
        article_id: ArticleId(id(102)),
        slug: "the-hour-in-the-waiting-room".to_owned(),
        kind: Kind::Article,
        language: "en".to_owned(),
        mode: Mode::Countersigned,
        standing: Standing::Live,
        head: Head {
            title: "The hour in the waiting room".to_owned(),
            summary: "Your stomach turns before every appointment. What the body is doing, what \
                      to bring, and when to tell someone."
                .to_owned(),
        },
        question: None,
        sections: vec![PublishedSection {
            id: SectionId(id(103)),
            anchor: "ilse-marwick-dunne".to_owned(),
            contributors: vec![contributor(author, signed)],
            body: clean(WAITING),
            images: Vec::new(),
            references: Vec::new(),
            declarations: Declarations {
                interests: Answer::Yes {
                    details: "the author teaches a paid course on waiting".to_owned(),
                },
                sponsorship: Answer::No,
                ai_assistance: Answer::No,
                published_before: Answer::No,
                case_material: Answer::Yes {
                    details: "two people are told of as one, with their consent".to_owned(),
                },
            },
        }],
        countersigners: vec![
            Countersigner {
                byline: byline("Rosalind Achterberg", &[]),
                kind: ApprovalKind::Editorial,
                at: datetime!(2026-03-09 9:00 UTC),
            },
            Countersigner {
                byline: byline("Piet Olander", &["PsyD", "LP"]),
                kind: ApprovalKind::Clinical,
                at: datetime!(2026-03-09 10:00 UTC),
            },
        ],
        disclaimers: disclaimers(Mode::Countersigned),
        notices: Vec::new(),
        topics: vec![topic("2.6", "Health anxiety", Flag::None)],
        import_labels: Vec::new(),
        source_url: None,
        first_published_at: datetime!(2025-10-14 8:00 UTC),
        published_at: datetime!(2026-03-09 12:00 UTC),
        digest: Digest::of(b"an article"),
    }
}

/// A question and three clinicians, one with many letters.
pub(crate) fn expert_answers() -> Publication {
    let voices = [
        (teodoro(), vec![licence("LCSW", "Colorado")]),
        (
            many_letters(),
            vec![licence("LPC-S", "Texas"), licence("LMFT-S", "Texas")],
        ),
        (ilse(), vec![]),
    ];
    let sections = (201_u128..)
        .zip(voices)
        .map(|(number, (byline, verified))| {
            let person = person(number, &byline, verified);
            PublishedSection {
                id: SectionId(id(number + 10)),
                anchor: person.slug.clone(),
                contributors: vec![contributor(person, datetime!(2026-04-18 8:00 UTC))],
                body: clean(ANSWER),
                images: Vec::new(),
                references: Vec::new(),
                declarations: Declarations {
                    interests: Answer::No,
                    ..Declarations::default()
                },
            }
        })
        .collect();
    Publication {
        kind: Kind::ExpertAnswers,
        slug: "my-neighbor-plays-the-drums".to_owned(),
        article_id: ArticleId(id(199)),
        head: Head {
            title: "My neighbor plays the drums at night. How do I ask him to stop?".to_owned(),
            summary: "Three clinicians answer a reader who has not slept since May.".to_owned(),
        },
        question: Some(
            "I have written two notes and knocked once. He was kind, and the next night he played \
             again. I lie awake composing speeches."
                .to_owned(),
        ),
        sections,
        countersigners: vec![Countersigner {
            byline: byline("Rosalind Achterberg", &[]),
            kind: ApprovalKind::Editorial,
            at: datetime!(2026-04-20 9:00 UTC),
        }],
        topics: vec![topic("5.5", "Communication and conflict", Flag::None)],
        first_published_at: datetime!(2026-04-21 8:00 UTC),
        published_at: datetime!(2026-04-21 8:00 UTC),
        ..an_article()
    }
}

pub(crate) fn retracted() -> Publication {
    Publication {
        standing: Standing::Retracted,
        slug: "skip-breakfast-to-be-brave".to_owned(),
        article_id: ArticleId(id(299)),
        head: Head {
            title: "Skip breakfast to be brave".to_owned(),
            summary: "Why an empty stomach might steady the hands.".to_owned(),
        },
        notices: vec![notice(
            31,
            NoticeKind::Retraction,
            datetime!(2026-05-18 9:00 UTC),
            "Please do not rely on this article. Its main advice rests on a study that its own \
             authors have taken back.\n\nRetracted by the editors with the agreement of the author.",
        )],
        ..an_article()
    }
}

pub(crate) fn corrected() -> Publication {
    Publication {
        notices: vec![
            notice(
                32,
                NoticeKind::Correction,
                datetime!(2026-03-09 12:00 UTC),
                "An earlier version told readers to hold their breath. It now asks for a longer \
                 breath out.",
            ),
            notice(
                33,
                NoticeKind::Clarification,
                datetime!(2026-01-09 12:00 UTC),
                "We have said more plainly whom to call.",
            ),
        ],
        ..an_article()
    }
}

pub(crate) fn amended() -> Publication {
    let mut publication = an_article();
    for one in publication
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.contributors)
    {
        one.signed_at = None;
    }
    Publication {
        mode: Mode::Amended,
        disclaimers: disclaimers(Mode::Amended),
        ..publication
    }
}

pub(crate) fn imported() -> Publication {
    let mut publication = expert_answers();
    for section in &mut publication.sections {
        section.declarations = Declarations::default();
        for one in &mut section.contributors {
            one.signed_at = None;
            one.permission = None;
            one.person.verified.clear();
            one.person.practice_url = None;
            one.person.bio = String::new();
        }
    }
    Publication {
        mode: Mode::Imported,
        countersigners: Vec::new(),
        disclaimers: disclaimers(Mode::Imported),
        import_labels: vec!["neighbours".to_owned(), "sleep & noise".to_owned()],
        source_url: Some("https://earlier.example/q/1".to_owned()),
        slug: "an-imported-question".to_owned(),
        ..publication
    }
}

pub(crate) fn flagged() -> Publication {
    Publication {
        slug: "making-a-plan-to-be-safe".to_owned(),
        article_id: ArticleId(id(399)),
        head: Head {
            title: "Making a plan to be safe, with or without leaving".to_owned(),
            summary: "Small things to have ready: papers, a bag, a word that a friend will know."
                .to_owned(),
        },
        topics: vec![topic("3.3", "Domestic violence", Flag::Abuse)],
        ..an_article()
    }
}

pub(crate) fn help_entry(
    country: &str,
    kind: HelpKind,
    service: &str,
    call: Option<&str>,
) -> HelpEntry {
    HelpEntry {
        id: HelpEntryId(id(900)),
        country: country.to_owned(),
        kind,
        service: service.to_owned(),
        audience: None,
        call: call.map(ToOwned::to_owned),
        text_keyword: None,
        text_to: None,
        url: None,
        hours: Some("24/7".to_owned()),
        languages: vec!["en".to_owned()],
        source: "sample".to_owned(),
        last_checked_on: date!(2026 - 05 - 02),
        checked_by: "Sample staff".to_owned(),
        position: 1,
    }
}

pub(crate) fn directory() -> Vec<HelpEntry> {
    let mut all = vec![
        help_entry("US", HelpKind::Emergency, "Emergency services", Some("911")),
        HelpEntry {
            text_to: Some("988".to_owned()),
            url: Some("https://lifeline.example/chat".to_owned()),
            languages: vec!["en".to_owned(), "es".to_owned()],
            ..help_entry(
                "US",
                HelpKind::Crisis,
                "988 Suicide & Crisis Lifeline",
                Some("988"),
            )
        },
        HelpEntry {
            text_to: Some("555143".to_owned()),
            text_keyword: Some("START".to_owned()),
            url: Some("https://hotline.example/".to_owned()),
            ..help_entry(
                "US",
                HelpKind::Abuse,
                "Sample Domestic Violence Hotline",
                Some("1-800-555-0142"),
            )
        },
        help_entry(
            "US",
            HelpKind::EatingDisorder,
            "Sample Eating Line",
            Some("1-800-555-0144"),
        ),
        HelpEntry {
            url: Some("https://lines.example/".to_owned()),
            ..help_entry(
                "ZZ",
                HelpKind::Directory,
                "A directory of lines round the world",
                None,
            )
        },
    ];
    for (country, emergency) in [
        ("CA", "911"),
        ("GB", "999"),
        ("IE", "112"),
        ("AU", "000"),
        ("NZ", "111"),
    ] {
        all.push(help_entry(
            country,
            HelpKind::Emergency,
            "Emergency services",
            Some(emergency),
        ));
        all.push(help_entry(
            country,
            HelpKind::Crisis,
            "Sample crisis line",
            Some("555-0151"),
        ));
        all.push(help_entry(
            country,
            HelpKind::Abuse,
            "Sample abuse line",
            Some("555-0153"),
        ));
    }
    all
}

pub(crate) fn site() -> SiteFacts {
    SiteFacts {
        help: directory(),
        as_of: Some(date!(2026 - 06 - 01)),
        contact: Some("editors@lantern.example".to_owned()),
        ..SiteFacts::new("The Lantern Room", "https://lantern.example")
    }
}

pub(crate) fn topics() -> Vec<TopicCount> {
    type Row = (&'static str, &'static str, u64);
    let groups: [(&str, &str, &[Row]); 4] = [
        (
            "2",
            "Anxiety",
            &[
                ("2.2", "Panic", 41),
                ("2.6", "Health anxiety", 16),
                ("2.4", "Phobias", 0),
            ],
        ),
        ("3", "Trauma and abuse", &[("3.3", "Domestic violence", 17)]),
        ("8", "Work and stress", &[("8.4", "Sleep", 64)]),
        (
            "10",
            "Neurodiversity and serious conditions",
            &[("10.1", "ADHD", 1_205)],
        ),
    ];
    let mut all = Vec::new();
    for (number, label, topics) in groups {
        all.push(TopicCount {
            topic: topic(number, label, Flag::None),
            group: None,
            articles: topics.iter().map(|one| one.2).sum(),
        });
        all.extend(topics.iter().map(|&(id, label, articles)| TopicCount {
            topic: topic(id, label, Flag::None),
            group: Some(TopicId(number.to_owned())),
            articles,
        }));
    }
    all
}
