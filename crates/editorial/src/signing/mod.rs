//! From a submitted text to a public one, and back off the site.

mod amend;
mod approve;
mod attest;
mod decline;
mod erase;
mod freeze;
mod joint;
mod live;
mod object;
mod preview;
mod proof;
mod proof_links;
mod proof_page;
mod publish;
mod publish_revision;
mod recall;
mod request_changes;
mod revise;
mod second_person;
mod seen;
mod send_proof;
mod signatures;
mod stand_still;
mod standing;
mod start_review;
mod submit;
mod submit_for_author;
mod tie;
mod withdraw;

pub use amend::{Amendment, AmendmentClass, amend};
pub use approve::approve;
pub use attest::{Attested, Signing, attest};
pub use decline::decline;
pub use erase::{ErasureStep, erase};
pub use joint::OpenAct;
pub use object::object;
pub use proof::{ProofSection, ProofView, STATEMENT, proof};
pub use proof_links::{ProofLink, copy_proof_link, open_proof_link};
pub use proof_page::{proof_page, proof_page_by_link};
pub use publish::{Published, publish};
pub use publish_revision::ImportedText;
pub use recall::recall;
pub use request_changes::{Answer, request_changes};
pub use revise::revise;
pub use second_person::SecondPerson;
pub use seen::MarkedHead;
pub use send_proof::{ProofSent, send_proof};
pub use signatures::{
    MissingPart, SectionSignatures, SignaturesView, SignedContributor, signatures,
};
pub(crate) use standing::Standing;
pub use start_review::start_review;
pub use storage::joint_acts::Act as JointKind;
pub use storage::signatures::Extent;
pub use submit::submit;
pub use submit_for_author::submit_for_author;
pub use withdraw::{Withdrawal, WithdrawalStep, withdraw};

pub(crate) use freeze::as_it_stands;
pub(crate) use joint::{is_amendment, open_act};
pub(crate) use live::Live;
pub(crate) use preview::as_published;
pub(crate) use proof_links::end_proof_links;
pub(crate) use publish_revision::{Outgoing, disclaimers_to_pin, publish_revision};
pub(crate) use second_person::can_approve;
pub(crate) use submit_for_author::authors_without_account;
