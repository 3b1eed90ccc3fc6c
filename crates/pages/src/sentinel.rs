//! An invented publication by which templates are tried before readers see them.

use content::article::Kind;
use content::byline::Byline;
use content::declaration::{Answer, Declarations};
use content::digest::Digest;
use content::disclaimer::{Disclaimer, DisclaimerKind, Mode};
use content::ids::{
    ArticleId, DisclaimerId, NoticeId, PersonId, PublicationId, SectionId, TopicId,
};
use content::notice::{Notice, NoticeKind};
use content::person::PublicPerson;
use content::public::TopicRef;
use content::publication::{Publication, PublishedContributor, PublishedSection, Standing};
use content::revision::Head;
use content::topic::Flag;
use time::OffsetDateTime;
use uuid::Uuid;

/// A retracted, flagged article that has one of everything a page must show.
pub(crate) fn publication() -> Option<Publication> {
    let byline = Byline::new("Sentinel Author".to_owned(), vec!["LPC-S".to_owned()]);
    let body = content::clean_html::sanitize("<h2>Part</h2><p>Sentinel words.</p>")
        .ok()?
        .html;
    let at = OffsetDateTime::UNIX_EPOCH;
    Some(Publication {
        id: PublicationId(Uuid::nil()),
        article_id: ArticleId(Uuid::nil()),
        slug: "sentinel".to_owned(),
        kind: Kind::Article,
        language: "en".to_owned(),
        mode: Mode::Countersigned,
        standing: Standing::Retracted,
        head: Head {
            title: "Sentinel title".to_owned(),
            summary: "Sentinel summary.".to_owned(),
        },
        question: None,
        sections: vec![PublishedSection {
            id: SectionId(Uuid::nil()),
            anchor: "sentinel-author".to_owned(),
            contributors: vec![PublishedContributor {
                person: person(&byline),
                byline,
                signed_at: Some(at),
                permission: None,
            }],
            body,
            images: Vec::new(),
            references: Vec::new(),
            declarations: Declarations {
                sponsorship: Answer::Yes {
                    details: "Sentinel sponsor".to_owned(),
                },
                ..Declarations::default()
            },
        }],
        countersigners: Vec::new(),
        disclaimers: vec![Disclaimer {
            id: DisclaimerId(Uuid::nil()),
            kind: DisclaimerKind::NotMedicalAdvice,
            locale: "en".to_owned(),
            version: 1,
            title: "Sentinel disclaimer".to_owned(),
            short: "Sentinel short.".to_owned(),
            body: "Sentinel disclaimer words.".to_owned(),
            effective_from: at,
            approved_by: "Sentinel".to_owned(),
        }],
        notices: vec![Notice {
            id: NoticeId(Uuid::nil()),
            kind: NoticeKind::Retraction,
            text: "Sentinel notice.".to_owned(),
            at,
        }],
        topics: vec![TopicRef {
            id: TopicId("0.0".to_owned()),
            label: "Sentinel topic".to_owned(),
            slug: "sentinel-topic".to_owned(),
            flag: Flag::Abuse,
        }],
        import_labels: Vec::new(),
        source_url: None,
        first_published_at: at,
        published_at: at,
        digest: Digest::of(b"sentinel"),
    })
}

/// The sentinel's author.
pub(crate) fn person(byline: &Byline) -> PublicPerson {
    PublicPerson {
        id: PersonId(Uuid::nil()),
        slug: "sentinel-author".to_owned(),
        byline: byline.clone(),
        bio: "Sentinel bio.".to_owned(),
        practice_url: None,
        photo: None,
        verified: Vec::new(),
    }
}
