//! Who signed which fingerprint, and what is missing: the same list that the server checks.

use checks::Finding;
use content::digest::Digest;
use content::ids::{ArticleId, PersonId, SectionId};
use content::signature::ApprovalKind;
use storage::links::{self, Link};
use storage::{Transaction, persons, requests};
use time::OffsetDateTime;

use super::proof_links::address_of;
use super::remind::{Asking, askings, can_remind};
use super::second_person::second_person;
use super::{SecondPerson, Standing};
use crate::people::{PersonRef, one};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// The signatures on the present proof.
#[derive(Clone, Debug)]
pub struct SignaturesView {
    /// The digest an approval has to name.
    pub digest: Digest,
    /// In the order printed.
    pub sections: Vec<SectionSignatures>,
    /// Who approved it, and in which reading.
    pub approvals: Vec<(PersonRef, ApprovalKind, OffsetDateTime)>,
    /// What is missing before it can be published.
    pub missing: Vec<MissingPart>,
    /// For editors: whether they can approve it.
    pub second_person: Option<SecondPerson>,
    /// Whether the clock reminds those who have not signed.
    pub automatic_reminders: bool,
}

/// The signatures on one section.
#[derive(Clone, Debug)]
pub struct SectionSignatures {
    /// The section.
    pub id: SectionId,
    /// Order on the page, from 1.
    pub position: u32,
    /// Its text.
    pub digest: Digest,
    /// Who has to sign, and who did.
    pub contributors: Vec<SignedContributor>,
}

/// One name over a section.
#[derive(Clone, Debug)]
pub struct SignedContributor {
    /// The person.
    pub person: PersonRef,
    /// When they signed the present text.
    pub signed_at: Option<OffsetDateTime>,
    /// When a link to sign was last made for them.
    pub link_made_at: Option<OffsetDateTime>,
    /// Who was shown the link by which they signed, and could have used it.
    pub link_shown_to: Option<PersonRef>,
    /// When this proof was first sent to them.
    pub asked_at: Option<OffsetDateTime>,
    /// When they were reminded of it, oldest first.
    pub reminded: Vec<OffsetDateTime>,
    /// For editors: how they were asked.
    pub way: Option<AskedWay>,
}

/// How somebody was asked to sign, for those who may know addresses.
#[derive(Clone, Debug)]
pub struct AskedWay {
    /// Where the letter went.
    pub mailed_to: Option<String>,
    /// Who was last shown a link to hand over, and when.
    pub copied: Option<(PersonRef, OffsetDateTime)>,
    /// Whether a letter can remind them now.
    pub can_remind: bool,
}

/// Something missing before publication.
#[derive(Clone, Debug)]
pub struct MissingPart {
    /// Whose signature; `None` for the approval.
    pub person: Option<PersonRef>,
    /// On which section.
    pub section: Option<SectionId>,
    /// One plain sentence.
    pub detail: String,
}

impl MissingPart {
    pub(super) fn finding(&self) -> Finding {
        let code = if self.person.is_some() {
            "not_signed"
        } else {
            "not_approved"
        };
        let field = self
            .section
            .map_or_else(|| "approval".to_owned(), |id| format!("sections.{id}"));
        Finding::new(code, field, self.detail.clone())
    }
}

/// The signatures on the proof that is out, approved or waiting to be published.
pub async fn signatures(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<SignaturesView, Refusal> {
    let tx = desk.storage.look().await?;
    let file = ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let candidate = file.candidate("signatures")?;
    let standing = Standing::of_candidate(&tx, article, &candidate).await?;
    let askings = Askings::of(desk, &tx, caller, article).await?;
    let mut sections = Vec::with_capacity(standing.revision.sections.len());
    for (position, section) in (1..).zip(&standing.revision.sections) {
        let mut contributors = Vec::with_capacity(section.contributors.len());
        for (person, role) in section.contributors.iter().zip(&section.roles) {
            let signed = standing.signed(section, *person);
            let signed_at = signed.map(|(signature, _)| signature.at);
            let shown = signed.and_then(|(_, shown)| shown);
            let asking = askings.asking(*person);
            contributors.push(SignedContributor {
                person: one(&tx, *person).await?.in_role(*role),
                signed_at,
                link_shown_to: match shown {
                    Some(shown) => Some(one(&tx, shown.to).await?),
                    None => None,
                },
                link_made_at: askings.link(*person).map(|link| link.created_at),
                asked_at: asking.map(|asking| asking.at),
                reminded: asking.map_or_else(Vec::new, |asking| asking.reminded.clone()),
                way: askings.way(&tx, *person, signed_at.is_none()).await?,
            });
        }
        sections.push(SectionSignatures {
            id: section.id,
            position,
            digest: section.digest,
            contributors,
        });
    }
    let mut approvals = Vec::new();
    for approval in standing.approvals_that_count() {
        approvals.push((
            one(&tx, approval.person_id).await?,
            approval.kind,
            approval.at,
        ));
    }
    Ok(SignaturesView {
        digest: standing.revision.digest,
        sections,
        approvals,
        missing: missing_parts(&tx, &standing).await?,
        second_person: second_person(&tx, &standing, caller).await?,
        automatic_reminders: !requests::is_quiet(&tx, article).await?,
    })
}

/// What was asked of whom, as far as the caller may know it.
struct Askings<'a> {
    desk: &'a Desk,
    asked: Vec<(PersonId, Asking)>,
    /// Newest first, merged persons counted as one.
    links: Vec<(PersonId, Link)>,
    for_staff: bool,
}

impl<'a> Askings<'a> {
    async fn of(
        desk: &'a Desk,
        tx: &Transaction,
        caller: &Caller,
        article: ArticleId,
    ) -> Result<Self, Refusal> {
        let made = links::list_proofs(tx, article).await?;
        let (readers, made): (Vec<PersonId>, Vec<Link>) = made
            .into_iter()
            .filter_map(|link| Some((link.person_id?, link)))
            .unzip();
        let readers = persons::identities(tx, &readers).await?;
        Ok(Self {
            desk,
            asked: askings(tx, article).await?,
            links: readers.into_iter().zip(made).collect(),
            for_staff: caller.is_staff(),
        })
    }

    fn asking(&self, person: PersonId) -> Option<&Asking> {
        let of_them = self.asked.iter().find(|(asked, _)| *asked == person);
        of_them.map(|(_, asking)| asking)
    }

    fn link(&self, person: PersonId) -> Option<&Link> {
        let of_them = self.links.iter().find(|(reader, _)| *reader == person);
        of_them.map(|(_, link)| link)
    }

    /// Addresses, and who holds whose link, are for editors alone.
    async fn way(
        &self,
        tx: &Transaction,
        person: PersonId,
        owes: bool,
    ) -> Result<Option<AskedWay>, Refusal> {
        if !self.for_staff {
            return Ok(None);
        }
        let asking = self.asking(person);
        let since = asking.map(|asking| asking.at);
        let copied = self.links.iter().find_map(|(reader, link)| {
            let is_theirs = *reader == person && since.is_none_or(|since| link.created_at >= since);
            let shown = link.shown.filter(|_| is_theirs)?;
            Some((shown.to, link.created_at))
        });
        let reminded = asking.map_or(&[][..], |asking| &asking.reminded);
        let can_remind = owes
            && asking.is_some()
            && can_remind(reminded, self.desk.now())
            && address_of(self.desk, tx, person).await?.is_some();
        Ok(Some(AskedWay {
            mailed_to: asking.and_then(|asking| asking.mailed_to.clone()),
            copied: match copied {
                Some((to, at)) => Some((one(tx, to).await?, at)),
                None => None,
            },
            can_remind,
        }))
    }
}

/// What is missing, in sentences.
pub(super) async fn missing_parts(
    tx: &Transaction,
    standing: &Standing,
) -> Result<Vec<MissingPart>, Refusal> {
    let revision = &standing.revision;
    let mut parts = Vec::new();
    for gap in standing.missing() {
        let person = one(tx, gap.person_id).await?;
        let position = revision
            .sections
            .iter()
            .position(|section| section.id == gap.section_id)
            .map_or(0, |at| at + 1);
        let what = if revision.sections.len() == 1 {
            "text".to_owned()
        } else {
            format!("text of answer {position}")
        };
        parts.push(MissingPart {
            detail: format!(
                "It cannot be published yet. {} has not signed the present {what}.",
                person.byline.name
            ),
            person: Some(person),
            section: Some(gap.section_id),
        });
    }
    if !standing.is_approved() {
        let mut details = Vec::new();
        for tie in standing.ties() {
            let words = tie.sentence(tx).await?;
            details.push(format!("It cannot be published yet. {words}"));
        }
        if details.is_empty() {
            details.push(
                "It cannot be published yet. A second person has not approved this text."
                    .to_owned(),
            );
        }
        parts.extend(details.into_iter().map(|detail| MissingPart {
            person: None,
            section: None,
            detail,
        }));
    }
    Ok(parts)
}
