//! Short forms of what is public.

use content::byline;
use content::disclaimer::DisclaimerKind;
use content::public::{AuthorCount, Card, TopicCount};
use poem_openapi::{Enum, Object};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::article_shapes::{Kind, TopicRef};
use crate::or_null::OrNull;
use crate::shapes::Byline;

/// How a publication came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum Mode {
    /// Every clinician signed and an editor countersigned.
    Countersigned,
    /// Changed by the editors without its author.
    Amended,
    /// From another system; nobody signed it here.
    Imported,
}

impl From<content::disclaimer::Mode> for Mode {
    fn from(mode: content::disclaimer::Mode) -> Self {
        match mode {
            content::disclaimer::Mode::Countersigned => Self::Countersigned,
            content::disclaimer::Mode::Amended => Self::Amended,
            content::disclaimer::Mode::Imported => Self::Imported,
        }
    }
}

/// Whether readers may rely on a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum Status {
    Live,
    UnderConcern,
    /// Readers should not rely on it.
    Retracted,
}

impl From<content::publication::Standing> for Status {
    fn from(standing: content::publication::Standing) -> Self {
        match standing {
            content::publication::Standing::Live => Self::Live,
            content::publication::Standing::UnderConcern => Self::UnderConcern,
            content::publication::Standing::Retracted => Self::Retracted,
        }
    }
}

/// What a disclaimer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "DisclaimerKind", rename_all = "snake_case")]
pub(crate) enum AboutWhat {
    ViewsOfAuthor,
    NotMedicalAdvice,
    Imported,
    Amended,
}

impl From<DisclaimerKind> for AboutWhat {
    fn from(kind: DisclaimerKind) -> Self {
        match kind {
            DisclaimerKind::ViewsOfAuthor => Self::ViewsOfAuthor,
            DisclaimerKind::NotMedicalAdvice => Self::NotMedicalAdvice,
            DisclaimerKind::Imported => Self::Imported,
            DisclaimerKind::Amended => Self::Amended,
        }
    }
}

/// A disclaimer as lists carry it.
#[derive(Clone, Debug, Object)]
pub(crate) struct ShortDisclaimer {
    kind: AboutWhat,
    short: String,
}

impl From<content::public::ShortDisclaimer> for ShortDisclaimer {
    fn from(one: content::public::ShortDisclaimer) -> Self {
        Self {
            kind: one.kind.into(),
            short: one.short,
        }
    }
}

/// A public article in a list.
#[derive(Clone, Debug, Object)]
pub(crate) struct PublicArticle {
    id: Uuid,
    slug: String,
    /// The page.
    url: String,
    kind: Kind,
    title: String,
    summary: String,
    /// All names in one line.
    byline: String,
    bylines: Vec<Byline>,
    topics: Vec<TopicRef>,
    mode: Mode,
    status: Status,
    /// What is pinned to it, in a few words each; the article has them in full.
    disclaimers: Vec<ShortDisclaimer>,
    /// Who paid, in the words that were signed.
    sponsorship: OrNull<String>,
    first_published_at: OffsetDateTime,
    published_at: OffsetDateTime,
}

impl PublicArticle {
    pub(crate) fn new(card: Card, site: &pages::SiteFacts) -> Self {
        Self {
            id: card.article_id.0,
            url: site.url(&format!("/articles/{}", card.slug)),
            slug: card.slug,
            kind: card.kind.into(),
            title: title(&card.title, card.standing),
            summary: card.summary,
            byline: byline::join(&card.bylines),
            bylines: card.bylines.into_iter().map(Byline::from).collect(),
            topics: card.topics.into_iter().map(TopicRef::from).collect(),
            mode: card.mode.into(),
            status: card.standing.into(),
            disclaimers: card.disclaimers.into_iter().map(Into::into).collect(),
            sponsorship: card.sponsorship.into(),
            first_published_at: card.first_published_at,
            published_at: card.published_at,
        }
    }
}

/// A retracted title says so wherever it stands.
pub(crate) fn title(title: &str, standing: content::publication::Standing) -> String {
    match standing {
        content::publication::Standing::Retracted => format!("Retracted: {title}"),
        _ => title.to_owned(),
    }
}

/// A topic with how much can be read under it.
#[derive(Clone, Debug, Object)]
pub(crate) struct PublicTopic {
    topic: TopicRef,
    /// The group it stands in; null for a group.
    group: OrNull<String>,
    articles: u64,
}

impl From<TopicCount> for PublicTopic {
    fn from(count: TopicCount) -> Self {
        Self {
            topic: count.topic.into(),
            group: count.group.map(|id| id.0).into(),
            articles: count.articles,
        }
    }
}

/// An author with how much can be read by them.
#[derive(Clone, Debug, Object)]
pub(crate) struct PublicAuthor {
    id: Uuid,
    slug: String,
    byline: Byline,
    articles: u64,
}

impl From<AuthorCount> for PublicAuthor {
    fn from(count: AuthorCount) -> Self {
        Self {
            id: count.id.0,
            slug: count.slug,
            byline: count.byline.into(),
            articles: count.articles,
        }
    }
}
