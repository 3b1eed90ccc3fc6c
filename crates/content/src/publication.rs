//! What readers are given: one article as it is public now.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::article::Kind;
use crate::byline::Byline;
use crate::clean_html::CleanHtml;
use crate::declaration::Declarations;
use crate::digest::Digest;
use crate::disclaimer::{Disclaimer, Mode};
use crate::ids::{ArticleId, PublicationId, SectionId};
use crate::image::Image;
use crate::notice::Notice;
use crate::person::PublicPerson;
use crate::public::TopicRef;
use crate::reference::Reference;
use crate::revision::Head;

/// The states of a public copy in which its text may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Read it.
    Live,
    /// Under investigation; a grave notice says so.
    UnderConcern,
    /// Retracted; the title says so.
    Retracted,
}

/// An article as readers may have it. Made by `storage::Reader` alone.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The publication itself.
    pub id: PublicationId,
    /// The article, for as long as it exists.
    pub article_id: ArticleId,
    /// Its present address, without `/articles/`.
    pub slug: String,
    /// What it is made of.
    pub kind: Kind,
    /// Language tag.
    pub language: String,
    /// How it came about.
    pub mode: Mode,
    /// Whether readers may rely on it.
    pub standing: Standing,
    /// Title and summary.
    pub head: Head,
    /// The question, in `expert_answers`.
    pub question: Option<String>,
    /// In the order printed.
    pub sections: Vec<PublishedSection>,
    /// Who approved it, in order; empty when imported.
    pub countersigners: Vec<Countersigner>,
    /// Pinned when it was published.
    pub disclaimers: Vec<Disclaimer>,
    /// Newest first.
    pub notices: Vec<Notice>,
    /// Main topic first.
    pub topics: Vec<TopicRef>,
    /// Labels of the import that no topic stands for.
    pub import_labels: Vec<String>,
    /// Where an imported text was first published.
    pub source_url: Option<String>,
    /// When the article was first public.
    pub first_published_at: OffsetDateTime,
    /// When this text was made public.
    pub published_at: OffsetDateTime,
    /// The digest of what was published.
    pub digest: Digest,
}

/// One section as printed.
#[derive(Clone, Debug)]
pub struct PublishedSection {
    /// Its lasting name.
    pub id: SectionId,
    /// The fragment of its heading, from the first contributor's slug.
    pub anchor: String,
    /// In the order printed.
    pub contributors: Vec<PublishedContributor>,
    /// The words.
    pub body: CleanHtml,
    /// What is said of the images in them, in their order there.
    pub images: Vec<Image>,
    /// The works it rests on, in the order printed.
    pub references: Vec<Reference>,
    /// What its contributors declared.
    pub declarations: Declarations,
}

/// One name over a section.
#[derive(Clone, Debug)]
pub struct PublishedContributor {
    /// As signed; later changes of the person do not touch it.
    pub byline: Byline,
    /// The profile as it is now.
    pub person: PublicPerson,
    /// When this person signed; `None` when imported or amended.
    pub signed_at: Option<OffsetDateTime>,
    /// The permission this person gave with the signature.
    pub permission: Option<Permission>,
}

/// A recorded grant, rendered as a line and never typed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Permission {
    /// When it was given.
    #[serde(with = "time::serde::rfc3339")]
    pub granted_at: OffsetDateTime,
}

/// The second person.
#[derive(Clone, Debug)]
pub struct Countersigner {
    /// Name and letters at the time.
    pub byline: Byline,
    /// What the signature stands for.
    pub kind: crate::signature::ApprovalKind,
    /// When.
    pub at: OffsetDateTime,
}

/// The fragment of a section's heading: the first of `base`, `base-2`, `base-3`, … that no
/// earlier section has.
#[must_use]
pub fn free_anchor(base: &str, taken: &[String]) -> String {
    if !taken.iter().any(|one| one == base) {
        return base.to_owned();
    }
    (2..=taken.len() + 2)
        .map(|number| format!("{base}-{number}"))
        .find(|candidate| !taken.contains(candidate))
        .unwrap_or_else(|| base.to_owned())
}
