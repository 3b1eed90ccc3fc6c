use time::OffsetDateTime;
use time::macros::datetime;

use super::*;
use crate::digest::Digest;
use crate::ids::{PersonId, PublicationId, RevisionId};
use crate::publication::Standing::{Live, Retracted, UnderConcern};

const AT: OffsetDateTime = datetime!(2026-03-02 10:00 UTC);
const LATER: OffsetDateTime = datetime!(2026-03-03 10:00 UTC);

fn author() -> PersonId {
    "018f3c4e-7a10-7000-8000-000000000001".parse().unwrap()
}

fn editor() -> PersonId {
    "018f3c4e-7a10-7000-8000-000000000002".parse().unwrap()
}

fn revision(n: u8) -> Released {
    Released {
        revision_id: format!("018f3c4e-7a10-7000-8000-0000000000{n:02}")
            .parse::<RevisionId>()
            .unwrap(),
        revision_digest: Digest::of(&[n]),
    }
}

fn publication(n: u8) -> PublicationId {
    format!("018f3c4e-7a10-7000-8000-0000000001{n:02}")
        .parse()
        .unwrap()
}

fn words(text: &str) -> String {
    text.to_owned()
}

fn candidates() -> Vec<Candidate> {
    let Released {
        revision_id,
        revision_digest,
    } = revision(1);
    let (by, at, reason, message) = (editor(), AT, words("scope"), words("Not for us."));
    vec![
        Candidate::Draft,
        Candidate::Submitted { by: author(), at },
        Candidate::InReview { by, at },
        Candidate::ChangesRequested {
            by,
            at,
            reason: reason.clone(),
            message: message.clone(),
        },
        Candidate::ProofOut {
            revision_id,
            revision_digest,
            by,
            at,
        },
        Candidate::Approved {
            revision_id,
            revision_digest,
            at,
        },
        Candidate::Scheduled {
            revision_id,
            revision_digest,
            due: LATER,
            by,
        },
        Candidate::Declined {
            by,
            at,
            reason,
            message,
        },
    ]
}

type Act<S> = (
    &'static str,
    fn(S) -> Result<&'static str, WrongState>,
    &'static [(&'static str, &'static str)],
);

/// Each act with the states it is allowed in and where it leads; all others refuse it.
#[test]
fn every_candidate_takes_every_act_or_refuses_it() {
    let acts: &[Act<Candidate>] = &[
        (
            "submit",
            |c| c.submit(author(), LATER).map(|c| c.state()),
            &[("draft", "submitted"), ("changes_requested", "submitted")],
        ),
        (
            "recall",
            |c| c.recall().map(|c| c.state()),
            &[
                ("submitted", "draft"),
                ("in_review", "draft"),
                ("changes_requested", "draft"),
                ("proof_out", "draft"),
                ("approved", "draft"),
                ("scheduled", "draft"),
            ],
        ),
        (
            "start_review",
            |c| c.start_review(editor(), LATER).map(|c| c.state()),
            &[("submitted", "in_review")],
        ),
        (
            "request_changes",
            |c| {
                c.request_changes(editor(), LATER, words("r"), words("m"))
                    .map(|c| c.state())
            },
            &[("in_review", "changes_requested")],
        ),
        (
            "decline",
            |c| {
                c.decline(editor(), LATER, words("r"), words("m"))
                    .map(|c| c.state())
            },
            &[("submitted", "declined"), ("in_review", "declined")],
        ),
        (
            "send_proof",
            |c| {
                c.send_proof(revision(2), editor(), LATER)
                    .map(|c| c.state())
            },
            &[("in_review", "proof_out")],
        ),
        (
            "put_back",
            |c| c.put_back(revision(2), author(), LATER).map(|c| c.state()),
            &[("proof_out", "proof_out")],
        ),
        (
            "all_signed",
            |c| c.all_signed(LATER).map(|c| c.state()),
            &[("proof_out", "approved")],
        ),
        (
            "edit",
            |c| c.edit(editor(), LATER).map(|c| c.state()),
            &[("proof_out", "in_review"), ("approved", "in_review")],
        ),
        (
            "object",
            |c| c.object(author(), LATER).map(|c| c.state()),
            &[
                ("proof_out", "in_review"),
                ("approved", "in_review"),
                ("scheduled", "in_review"),
            ],
        ),
        (
            "schedule",
            |c| c.schedule(LATER, editor()).map(|c| c.state()),
            &[("approved", "scheduled")],
        ),
        (
            "cancel",
            |c| c.cancel(LATER).map(|c| c.state()),
            &[("scheduled", "approved")],
        ),
        (
            "publish",
            |c| c.publish().map(|_| "published"),
            &[("approved", "published"), ("scheduled", "published")],
        ),
    ];
    check(acts, &candidates(), Candidate::state);
}

fn copies() -> Vec<PublicCopy> {
    let (publication_id, since, reason) = (publication(1), AT, words("An error."));
    vec![
        PublicCopy::Unpublished,
        PublicCopy::Live {
            publication_id,
            since,
        },
        PublicCopy::UnderConcern {
            publication_id,
            since,
            reason: reason.clone(),
        },
        PublicCopy::Withdrawn {
            publication_id,
            since,
            reason: reason.clone(),
        },
        PublicCopy::Retracted {
            publication_id,
            since,
            reason,
            body: BodyAfterRetraction::Withheld,
        },
    ]
}

#[test]
fn every_public_copy_takes_every_act_or_refuses_it() {
    let acts: &[Act<PublicCopy>] = &[
        (
            "publish",
            |c| c.publish(publication(2), LATER).map(|c| c.state()),
            &[
                ("unpublished", "live"),
                ("live", "live"),
                ("withdrawn", "live"),
            ],
        ),
        (
            "withdraw",
            |c| c.withdraw(LATER, words("r")).map(|c| c.state()),
            &[
                ("live", "withdrawn"),
                ("under_concern", "withdrawn"),
                ("retracted", "withdrawn"),
            ],
        ),
        (
            "concern",
            |c| c.concern(LATER, words("r")).map(|c| c.state()),
            &[("live", "under_concern")],
        ),
        (
            "clear",
            |c| c.clear(LATER).map(|c| c.state()),
            &[("under_concern", "live")],
        ),
        (
            "retract",
            |c| {
                c.retract(LATER, words("r"), BodyAfterRetraction::BodyKept)
                    .map(|c| c.state())
            },
            &[("live", "retracted"), ("under_concern", "retracted")],
        ),
    ];
    check(acts, &copies(), PublicCopy::state);
}

fn check<S: Clone>(acts: &[Act<S>], states: &[S], name: fn(&S) -> &'static str) {
    for (act, run, allowed) in acts {
        for state in states {
            let from = name(state);
            let expected = allowed
                .iter()
                .find(|(state, _)| *state == from)
                .map(|(_, to)| *to);
            let expected = expected.ok_or(WrongState { act, state: from });
            assert_eq!(run(state.clone()), expected, "{act} from {from}");
        }
    }
}

#[test]
fn acts_keep_and_take_the_right_facts() {
    let proof = Candidate::InReview {
        by: editor(),
        at: AT,
    }
    .send_proof(revision(1), editor(), AT)
    .unwrap();
    assert_eq!(proof.revision(), Some(revision(1)));
    let again = proof.put_back(revision(2), author(), LATER).unwrap();
    assert_eq!(again.revision(), Some(revision(2)));
    let approved = again.all_signed(LATER).unwrap();
    let scheduled = approved.schedule(LATER, editor()).unwrap();
    assert_eq!(
        scheduled.clone().cancel(LATER).unwrap().revision(),
        Some(revision(2))
    );
    assert_eq!(scheduled.publish(), Ok(revision(2)));
    assert_eq!(Candidate::Draft.revision(), None);
}

#[test]
fn a_public_copy_says_how_readers_meet_it() {
    let standings: Vec<_> = copies().iter().map(PublicCopy::standing).collect();
    assert_eq!(
        standings,
        [None, Some(Live), Some(UnderConcern), None, Some(Retracted)]
    );
    let live = copies()[1].clone();
    assert_eq!(live.publication_id(), Some(publication(1)));
    assert_eq!(
        live.publish(publication(2), LATER)
            .unwrap()
            .publication_id(),
        Some(publication(2))
    );
    assert_eq!(PublicCopy::Unpublished.publication_id(), None);
}

#[test]
fn states_are_stored_by_their_word() {
    for candidate in candidates() {
        let json = serde_json::to_value(&candidate).unwrap();
        assert_eq!(json["state"], candidate.state());
        assert_eq!(
            serde_json::from_value::<Candidate>(json).unwrap(),
            candidate
        );
    }
    for copy in copies() {
        let json = serde_json::to_value(&copy).unwrap();
        assert_eq!(json["state"], copy.state());
        assert_eq!(serde_json::from_value::<PublicCopy>(json).unwrap(), copy);
    }
}

#[test]
fn a_refusal_reads_as_a_sentence() {
    let refused = Candidate::Draft.publish().unwrap_err();
    assert_eq!(refused.to_string(), "cannot publish: the article is draft");
}
