//! Which signatures count, who was shown a link, and what an amendment may touch.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, forget, permanent, refuse, run};
use crate::step;

const TABLES: &str = "
ALTER TABLE revisions ADD COLUMN occasion text NOT NULL DEFAULT 'proof'
    CHECK (occasion IN ('submission', 'proof', 'signature', 'amendment', 'import'));

ALTER TABLE links ADD COLUMN shown_to {uuid} REFERENCES persons (id);
ALTER TABLE links ADD COLUMN shown_because text
    CHECK (shown_because IN ('no_mail', 'no_address', 'asked_for'));

CREATE TABLE withdrawals (
    publication_id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL,
    revision_number {int} NOT NULL,
    at {time} NOT NULL,
    FOREIGN KEY (publication_id, article_id) REFERENCES publications (id, article_id)
) {strict};
CREATE INDEX withdrawals_article ON withdrawals (article_id);
INSERT INTO withdrawals (publication_id, article_id, revision_number, at)
    SELECT c.publication_id, c.article_id,
        (SELECT MAX(r.number) FROM revisions r WHERE r.article_id = c.article_id), c.since
    FROM public_copies c WHERE c.state = 'withdrawn';

CREATE VIEW counting_attestations AS
    SELECT a.id, r.article_id, a.revision_id, a.section_id, a.section_digest,
        signer.identity AS person_id, a.at, shown.identity AS shown_to, l.shown_because
    FROM attestations a
    JOIN revisions r ON r.id = a.revision_id
    JOIN identities signer ON signer.person_id = a.person_id
    LEFT JOIN links l ON l.id = a.link_id
    LEFT JOIN identities shown ON shown.person_id = l.shown_to
    WHERE (
        (NOT EXISTS (SELECT 1 FROM publications p JOIN revisions d ON d.id = p.revision_id
            WHERE p.article_id = r.article_id AND d.number >= r.number)
        AND NOT EXISTS (SELECT 1 FROM withdrawals w
            WHERE w.article_id = r.article_id AND w.revision_number >= r.number))
        OR EXISTS (SELECT 1 FROM public_copies c
            JOIN publications p ON p.id = c.publication_id
            JOIN revision_sections s ON s.revision_id = p.revision_id
            WHERE c.article_id = r.article_id AND c.state IN ('live', 'under_concern')
            AND p.mode = 'countersigned' AND s.digest = a.section_digest))
    AND NOT EXISTS (SELECT 1 FROM objections o
        JOIN revisions d ON d.id = o.revision_id
        JOIN identities objector ON objector.person_id = o.person_id
        WHERE o.article_id = r.article_id AND objector.identity = signer.identity
        AND d.number >= r.number);

CREATE VIEW counting_approvals AS
    SELECT ap.id, r.article_id, ap.revision_id, ap.revision_digest, ap.kind,
        second.identity AS person_id, ap.account_id, ap.byline, ap.at
    FROM approvals ap
    JOIN revisions r ON r.id = ap.revision_id
    JOIN identities second ON second.person_id = ap.person_id
    WHERE ap.kind IN ('editorial', 'clinical') AND (
        (NOT EXISTS (SELECT 1 FROM publications p JOIN revisions d ON d.id = p.revision_id
            WHERE p.article_id = r.article_id AND d.number >= r.number)
        AND NOT EXISTS (SELECT 1 FROM withdrawals w
            WHERE w.article_id = r.article_id AND w.revision_number >= r.number))
        OR EXISTS (SELECT 1 FROM public_copies c
            JOIN publications p ON p.id = c.publication_id
            WHERE c.article_id = r.article_id AND c.state IN ('live', 'under_concern')
            AND p.mode = 'countersigned' AND p.revision_digest = ap.revision_digest));

DROP VIEW public_approvals;
CREATE VIEW public_approvals AS
    SELECT c.article_id, ap.kind, ap.byline, MIN(ap.at) AS at
    FROM public_copies c
    JOIN publications p ON p.id = c.publication_id
    JOIN revisions published ON published.id = p.revision_id
    JOIN approvals ap ON ap.revision_digest = p.revision_digest
    JOIN revisions d ON d.id = ap.revision_id
    WHERE c.state IN ('live', 'under_concern', 'retracted')
        AND ap.kind IN ('editorial', 'clinical') AND d.number <= published.number
        AND NOT EXISTS (SELECT 1 FROM withdrawals w
            WHERE w.article_id = c.article_id AND w.revision_number >= d.number)
    GROUP BY c.article_id, ap.kind, ap.byline, ap.person_id;
";

/// True where a contributor of the new publication has no signature that counts on the text it
/// names.
const UNSIGNED: &str = "NEW.mode = 'countersigned' AND EXISTS (\
    SELECT 1 FROM revision_contributors c \
    JOIN revision_sections s ON s.revision_id = c.revision_id AND s.section_id = c.section_id \
    JOIN identities theirs ON theirs.person_id = c.person_id \
    WHERE c.revision_id = NEW.revision_id AND NOT EXISTS (\
        SELECT 1 FROM counting_attestations a \
        WHERE a.section_digest = s.digest AND a.person_id = theirs.identity))";

/// True where nobody approved the text but contributors, or people who held a contributor's
/// link themselves although it could have gone by mail.
const UNAPPROVED: &str = "NEW.mode = 'countersigned' AND NOT EXISTS (\
    SELECT 1 FROM counting_approvals ap \
    WHERE ap.revision_digest = NEW.revision_digest AND ap.kind = 'editorial' \
    AND ap.person_id NOT IN (\
        SELECT theirs.identity FROM revision_contributors c \
        JOIN identities theirs ON theirs.person_id = c.person_id \
        WHERE c.revision_id = NEW.revision_id) \
    AND NOT EXISTS (\
        SELECT 1 FROM revision_contributors c \
        JOIN revision_sections s \
            ON s.revision_id = c.revision_id AND s.section_id = c.section_id \
        JOIN identities theirs ON theirs.person_id = c.person_id \
        WHERE c.revision_id = NEW.revision_id AND EXISTS (\
            SELECT 1 FROM counting_attestations a \
            WHERE a.section_digest = s.digest AND a.person_id = theirs.identity) \
        AND NOT EXISTS (\
            SELECT 1 FROM counting_attestations a \
            WHERE a.section_digest = s.digest AND a.person_id = theirs.identity \
            AND (a.shown_to IS NULL OR a.shown_because = 'no_mail' \
                OR a.shown_to <> ap.person_id))))";

/// What readers have of the article of the new publication.
const LIVE: &str = "SELECT p.revision_id FROM public_copies c \
    JOIN publications p ON p.id = c.publication_id \
    WHERE c.article_id = NEW.article_id AND c.state IN ('live', 'under_concern')";

/// True where an amendment lacks two signers who wrote neither text, or has nothing to amend.
fn half_amended() -> String {
    format!(
        "NEW.mode = 'amended' AND (NOT EXISTS ({LIVE}) OR (\
        SELECT COUNT(DISTINCT second.identity) FROM approvals ap \
        JOIN identities second ON second.person_id = ap.person_id \
        WHERE ap.revision_id = NEW.revision_id AND ap.kind = 'amendment' \
        AND second.identity NOT IN (\
            SELECT theirs.identity FROM revision_contributors c \
            JOIN identities theirs ON theirs.person_id = c.person_id \
            WHERE c.revision_id = NEW.revision_id OR c.revision_id IN ({LIVE}))) < 2)"
    )
}

/// True where an amendment changes nothing that readers have, or more than its words.
fn amends_more() -> String {
    let names = |of: &str, but_not: &str| {
        format!(
            "EXISTS (SELECT 1 FROM revision_contributors c \
            JOIN identities one ON one.person_id = c.person_id \
            WHERE c.revision_id IN ({of}) AND NOT EXISTS (\
                SELECT 1 FROM revision_contributors o \
                JOIN identities other ON other.person_id = o.person_id \
                WHERE o.revision_id IN ({but_not}) AND o.section_id = c.section_id \
                AND other.identity = one.identity))"
        )
    };
    let (there, new) = (
        names(LIVE, "NEW.revision_id"),
        names("NEW.revision_id", LIVE),
    );
    format!(
        "NEW.mode = 'amended' AND EXISTS ({LIVE}) AND ({there} OR {new} \
        OR EXISTS (SELECT 1 FROM revisions r \
            WHERE r.id IN ({LIVE}) AND r.digest = NEW.revision_digest))"
    )
}

step!(TABLES, |manager| {
    permanent(manager, "withdrawals").await?;
    for name in [
        "publication_signed",
        "publication_approved",
        "publication_amended_by_two",
    ] {
        forget(manager, name, "publications").await?;
    }
    let (half_amended, amends_more) = (half_amended(), amends_more());
    let publications = [
        (
            "publication_signed",
            UNSIGNED,
            "every contributor signs before publication",
        ),
        (
            "publication_approved",
            UNAPPROVED,
            "a second person approves before publication",
        ),
        (
            "publication_amended_by_two",
            half_amended.as_str(),
            "two persons sign an amendment",
        ),
        (
            "publication_amends_words",
            amends_more.as_str(),
            "an amendment changes words that readers have, and no names",
        ),
    ];
    for (name, when, words) in publications {
        refuse(manager, name, "publications", On::Insert, when, words).await?;
    }
    refuse(
        manager,
        "withdrawal_names_newest_text",
        "withdrawals",
        On::Insert,
        "NEW.revision_number <> (SELECT MAX(r.number) FROM revisions r \
            WHERE r.article_id = NEW.article_id)",
        "a withdrawal names the newest text",
    )
    .await?;
    refuse(
        manager,
        "public_copy_withdrawal_noted",
        "public_copies",
        On::Update,
        "NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn' AND NOT EXISTS (\
            SELECT 1 FROM withdrawals w WHERE w.publication_id = OLD.publication_id)",
        "a withdrawal goes on the record",
    )
    .await?;
    refuse(
        manager,
        "public_copy_stays_withdrawn",
        "public_copies",
        On::Update,
        "OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn' \
            AND NEW.publication_id = OLD.publication_id",
        "what was withdrawn comes back by a new publication",
    )
    .await?;
    refuse(
        manager,
        "joint_act_begins_open",
        "joint_acts",
        On::Insert,
        "NEW.joined_by IS NOT NULL",
        "a joint act takes two persons",
    )
    .await?;
    refuse(
        manager,
        "joint_act_joined_once",
        "joint_acts",
        On::Update,
        "NEW.asked_by <> OLD.asked_by OR NEW.act <> OLD.act \
            OR (OLD.joined_by IS NOT NULL AND (NEW.joined_by IS NULL \
                OR NEW.joined_by <> OLD.joined_by)) \
            OR (OLD.ended_at IS NOT NULL AND OLD.joined_by IS NULL \
                AND NEW.joined_by IS NOT NULL)",
        "a joint act is joined once",
    )
    .await?;
    refuse(
        manager,
        "link_shown_stays",
        "links",
        On::Update,
        "(OLD.shown_to IS NULL) <> (NEW.shown_to IS NULL) OR NEW.shown_to <> OLD.shown_to \
            OR (OLD.shown_because IS NULL) <> (NEW.shown_because IS NULL) \
            OR NEW.shown_because <> OLD.shown_because",
        "who was shown a link stays on the record",
    )
    .await?;
    refuse(
        manager,
        "link_used_stays",
        "links",
        On::Delete,
        "OLD.used_at IS NOT NULL",
        "a link that was used stays on the record",
    )
    .await?;
});
