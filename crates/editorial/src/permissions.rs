//! Who may do what: every act by name, in one table.

use storage::accounts::Role;

use crate::{Caller, Refusal};

/// An act by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Begin an article.
    Begin,
    /// See an article that is not public.
    Read,
    /// Change words, declarations or sections of a draft.
    Edit,
    /// Change topics, address or editor: what is never signed.
    Arrange,
    /// Read and write comments beside the text.
    Comment,
    /// Show it to somebody without an account, by a link that signs nothing.
    Preview,
    /// Give the text to the editors.
    Submit,
    /// Give in a text that came from its author, who has no account.
    SubmitForAuthor,
    /// Take the text back.
    Recall,
    /// Begin to review it.
    StartReview,
    /// Ask its authors for changes.
    RequestChanges,
    /// Say no.
    Decline,
    /// Freeze the text and ask for signatures.
    SendProof,
    /// Sign one's own section.
    Attest,
    /// Say on a proof that something is wrong.
    Object,
    /// Sign the whole text as the second person.
    Approve,
    /// Make it public.
    Publish,
    /// Begin the successor of a live text.
    Revise,
    /// Take the live copy off the site.
    Withdraw,
    /// Change a live text without its author.
    Amend,
    /// Blank every word.
    Erase,
    /// See the editors' queue.
    ReadQueue,
    /// Add, rename and merge persons; edit anyone's profile.
    ManagePeople,
    /// Record that a credential was checked.
    VerifyCredential,
    /// Invite, disable, change roles.
    ManageAccounts,
    /// Read the audit log.
    ReadRecord,
}

/// How the caller stands to the article in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// One of the contributors of its draft.
    Contributor,
    /// Not one of them any more, and one of those whose text readers have: may read, object
    /// and take part in a withdrawal.
    Published,
    /// Not one of them.
    Other,
}

/// Who may do an act.
struct Rule {
    act: Act,
    /// Roles for which it does not matter whose article it is.
    roles: &'static [Role],
    /// Whether a contributor may, whatever the role.
    contributor: bool,
    /// Said to those who may not.
    words: &'static str,
}

const ANYONE: &[Role] = &[Role::Author, Role::Editor, Role::Owner];
const STAFF: &[Role] = &[Role::Editor, Role::Owner];
const OWNER: &[Role] = &[Role::Owner];
const NOBODY: &[Role] = &[];

const STAFF_ONLY: &str = "Only editors can do this.";
const OWN_ONLY: &str = "Only its authors can do this.";
const OWN_OR_STAFF: &str = "Only its authors and the editors can do this.";

const fn rule(act: Act, roles: &'static [Role], contributor: bool, words: &'static str) -> Rule {
    Rule {
        act,
        roles,
        contributor,
        words,
    }
}

const TABLE: &[Rule] = &[
    rule(
        Act::Begin,
        ANYONE,
        false,
        "Your account cannot begin articles.",
    ),
    rule(Act::Read, STAFF, true, OWN_OR_STAFF),
    rule(Act::Edit, STAFF, true, OWN_OR_STAFF),
    rule(Act::Arrange, STAFF, true, OWN_OR_STAFF),
    rule(Act::Comment, STAFF, true, OWN_OR_STAFF),
    rule(Act::Preview, STAFF, true, OWN_OR_STAFF),
    rule(Act::Submit, NOBODY, true, OWN_ONLY),
    rule(Act::SubmitForAuthor, STAFF, false, STAFF_ONLY),
    rule(Act::Recall, NOBODY, true, OWN_ONLY),
    rule(Act::StartReview, STAFF, false, STAFF_ONLY),
    rule(Act::RequestChanges, STAFF, false, STAFF_ONLY),
    rule(Act::Decline, STAFF, false, STAFF_ONLY),
    rule(Act::SendProof, STAFF, false, STAFF_ONLY),
    rule(Act::Attest, NOBODY, true, OWN_ONLY),
    rule(Act::Object, NOBODY, true, OWN_ONLY),
    rule(Act::Approve, STAFF, false, STAFF_ONLY),
    rule(Act::Publish, STAFF, false, STAFF_ONLY),
    rule(Act::Revise, STAFF, true, OWN_OR_STAFF),
    rule(Act::Withdraw, STAFF, true, OWN_OR_STAFF),
    rule(Act::Amend, STAFF, false, STAFF_ONLY),
    rule(Act::Erase, STAFF, false, STAFF_ONLY),
    rule(Act::ReadQueue, STAFF, false, STAFF_ONLY),
    rule(Act::ManagePeople, STAFF, false, STAFF_ONLY),
    rule(Act::VerifyCredential, STAFF, false, STAFF_ONLY),
    rule(
        Act::ManageAccounts,
        OWNER,
        false,
        "Only an owner can do this.",
    ),
    rule(Act::ReadRecord, STAFF, false, STAFF_ONLY),
];

/// Whether the caller may do an act on an article to which they stand like this. A link to a
/// proof reads, signs and objects, and opens nothing else.
///
/// The operator's command line and the clock act through verbs of their own, never through
/// these permissions; both are refused here.
pub(crate) fn may(caller: &Caller, act: Act, relation: Relation) -> Result<(), Refusal> {
    let Some(rule) = TABLE.iter().find(|rule| rule.act == act) else {
        return Err(Refusal::NotAllowed(STAFF_ONLY.to_owned()));
    };
    let by_role = rule.roles.iter().any(|role| caller.is(*role));
    let stands = match relation {
        Relation::Contributor => true,
        Relation::Published => matches!(act, Act::Read | Act::Object | Act::Withdraw),
        Relation::Other => false,
    };
    let by_hand = match caller {
        Caller::Account(_) => rule.contributor && stands,
        Caller::Link { .. } => stands && matches!(act, Act::Read | Act::Attest | Act::Object),
        Caller::Operator | Caller::Clock => false,
    };
    if by_role || by_hand {
        Ok(())
    } else {
        Err(Refusal::NotAllowed(rule.words.to_owned()))
    }
}

/// Whether the caller may do an act that is about no article.
pub(crate) fn may_here(caller: &Caller, act: Act) -> Result<(), Refusal> {
    may(caller, act, Relation::Other)
}

#[cfg(test)]
mod tests;
