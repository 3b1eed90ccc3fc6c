//! Whose hand a signature may be: who was shown the link by which its session began counts as
//! its signer too, wherever a second person is asked for. What an amendment leaves alone,
//! and whom a page names.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::dialect::{On, forget, refuse, run};
use crate::step;

const CHANGES: &str = "
ALTER TABLE sessions ADD COLUMN link_id {uuid} REFERENCES links (id);
ALTER TABLE accounts ADD COLUMN password_link_id {uuid} REFERENCES links (id);
ALTER TABLE attestations ADD COLUMN session_link_id {uuid} REFERENCES links (id);
ALTER TABLE approvals ADD COLUMN session_link_id {uuid} REFERENCES links (id);
ALTER TABLE joint_acts ADD COLUMN asked_link_id {uuid} REFERENCES links (id);
ALTER TABLE joint_acts ADD COLUMN joined_link_id {uuid} REFERENCES links (id);

CREATE TABLE link_holders (
    link_id {uuid} NOT NULL REFERENCES links (id) ON DELETE CASCADE,
    person_id {uuid} NOT NULL REFERENCES persons (id),
    PRIMARY KEY (link_id, person_id)
) {strict};
INSERT INTO link_holders (link_id, person_id)
    SELECT id, shown_to FROM links WHERE shown_to IS NOT NULL;

DROP VIEW counting_attestations;
CREATE VIEW counting_attestations AS
    SELECT a.id, r.article_id, a.revision_id, a.section_id, a.section_digest,
        signer.identity AS person_id, a.at, shown.identity AS shown_to, l.shown_because,
        l.purpose AS link_purpose
    FROM attestations a
    JOIN revisions r ON r.id = a.revision_id
    JOIN identities signer ON signer.person_id = a.person_id
    LEFT JOIN links l ON l.id = COALESCE(a.session_link_id, a.link_id)
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

CREATE VIEW attestation_holders AS
    SELECT a.id AS attestation_id, other.identity AS person_id
    FROM attestations a
    JOIN links l ON l.id = COALESCE(a.session_link_id, a.link_id)
    JOIN link_holders h ON h.link_id = l.id
    JOIN identities other ON other.person_id = h.person_id
    WHERE a.link_id IS NULL OR l.shown_because <> 'no_mail';

CREATE VIEW approval_holders AS
    SELECT ap.id AS approval_id, other.identity AS person_id
    FROM approvals ap
    JOIN link_holders h ON h.link_id = ap.session_link_id
    JOIN identities other ON other.person_id = h.person_id;

CREATE VIEW amendment_signatures AS
    SELECT ap.id, ap.revision_id, second.identity AS person_id
    FROM approvals ap
    JOIN identities second ON second.person_id = ap.person_id
    WHERE ap.kind = 'amendment';
";

/// What a page says of signatures: those that counted when the text was published. Persons are
/// who they are known to be now, so that nobody is named as the second person of their own text.
const PAGES: &str = "
CREATE VIEW publication_attestations AS
    SELECT p.id AS publication_id, s.section_id, a.id AS attestation_id,
        signer.identity AS person_id, a.at
    FROM publications p
    JOIN revisions published ON published.id = p.revision_id
    JOIN revision_sections s ON s.revision_id = p.revision_id
    JOIN attestations a ON a.section_digest = s.digest
    JOIN revisions r ON r.id = a.revision_id
    JOIN identities signer ON signer.person_id = a.person_id
    WHERE p.mode = 'countersigned' AND r.article_id = p.article_id
    AND r.number <= published.number
    AND NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.article_id = p.article_id
        AND w.revision_number >= r.number AND w.revision_number < published.number)
    AND NOT EXISTS (SELECT 1 FROM publications q JOIN revisions d ON d.id = q.revision_id
        WHERE q.article_id = p.article_id AND d.number >= r.number
        AND d.number < published.number AND NOT (q.mode = 'countersigned' AND EXISTS (
            SELECT 1 FROM revision_sections o
            WHERE o.revision_id = q.revision_id AND o.digest = s.digest)))
    AND NOT EXISTS (SELECT 1 FROM objections o
        JOIN revisions d ON d.id = o.revision_id
        JOIN identities objector ON objector.person_id = o.person_id
        WHERE o.article_id = p.article_id AND objector.identity = signer.identity
        AND d.number >= r.number AND d.number <= published.number);

DROP VIEW public_contributors;
CREATE VIEW public_contributors AS
    SELECT c.article_id, rc.section_id, rc.position, i.identity AS person_id,
        (SELECT MAX(a.at) FROM publication_attestations a
            WHERE a.publication_id = p.id AND a.section_id = rc.section_id
            AND a.person_id = i.identity) AS signed_at,
        (SELECT MAX(g.granted_at) FROM publication_attestations a
            JOIN permission_grants g ON g.attestation_id = a.attestation_id
            WHERE a.publication_id = p.id AND a.section_id = rc.section_id
            AND a.person_id = i.identity AND g.revoked_at IS NULL) AS granted_at
    FROM public_copies c
    JOIN publications p ON p.id = c.publication_id
    JOIN revision_contributors rc ON rc.revision_id = p.revision_id
    JOIN identities i ON i.person_id = rc.person_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');

DROP VIEW public_approvals;
CREATE VIEW public_approvals AS
    SELECT c.article_id, ap.kind, ap.byline, MAX(ap.at) AS at
    FROM public_copies c
    JOIN publications p ON p.id = c.publication_id
    JOIN revisions published ON published.id = p.revision_id
    JOIN approvals ap ON ap.revision_digest = p.revision_digest
    JOIN revisions r ON r.id = ap.revision_id
    JOIN identities second ON second.person_id = ap.person_id
    WHERE c.state IN ('live', 'under_concern', 'retracted')
    AND p.mode = 'countersigned' AND ap.kind IN ('editorial', 'clinical')
    AND r.article_id = p.article_id AND r.number <= published.number
    AND NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.article_id = p.article_id
        AND w.revision_number >= r.number AND w.revision_number < published.number)
    AND NOT EXISTS (SELECT 1 FROM publications q JOIN revisions d ON d.id = q.revision_id
        WHERE q.article_id = p.article_id AND d.number >= r.number
        AND d.number < published.number
        AND NOT (q.mode = 'countersigned' AND q.revision_digest = p.revision_digest))
    AND NOT EXISTS (SELECT 1 FROM revision_contributors rc
        JOIN identities theirs ON theirs.person_id = rc.person_id
        WHERE rc.revision_id = p.revision_id AND (
            theirs.identity = second.identity
            OR theirs.identity IN (SELECT o.person_id FROM approval_holders o
                WHERE o.approval_id = ap.id)
            OR (EXISTS (SELECT 1 FROM publication_attestations a
                    WHERE a.publication_id = p.id AND a.section_id = rc.section_id
                    AND a.person_id = theirs.identity)
                AND NOT EXISTS (SELECT 1 FROM publication_attestations a
                    WHERE a.publication_id = p.id AND a.section_id = rc.section_id
                    AND a.person_id = theirs.identity
                    AND NOT EXISTS (SELECT 1 FROM attestation_holders h
                        WHERE h.attestation_id = a.attestation_id
                        AND (h.person_id = second.identity
                            OR h.person_id IN (SELECT o.person_id FROM approval_holders o
                                WHERE o.approval_id = ap.id)))))))
    GROUP BY c.article_id, ap.kind, ap.byline, second.identity;
";

/// Names and answers as they were signed with each text.
const SIGNED_FACTS_SQLITE: &str = "
CREATE VIEW signed_facts AS
    SELECT digest, json_extract(canonical, '$.bylines') AS bylines,
        json_extract(canonical, '$.declarations') AS declarations
    FROM revision_bodies;
";

const SIGNED_FACTS_POSTGRES: &str = "
CREATE VIEW signed_facts AS
    SELECT digest, canonical::jsonb -> 'bylines' AS bylines,
        canonical::jsonb -> 'declarations' AS declarations
    FROM revision_bodies;
";

/// Whose names stand over the new publication.
const AUTHORS: &str = "SELECT theirs.identity FROM revision_contributors c \
    JOIN identities theirs ON theirs.person_id = c.person_id \
    WHERE c.revision_id = NEW.revision_id";

/// What readers have of the article of the new publication.
const LIVE: &str = "SELECT p.revision_id FROM public_copies c \
    JOIN publications p ON p.id = c.publication_id \
    WHERE c.article_id = NEW.article_id AND c.state IN ('live', 'under_concern')";

/// True where nobody approved the text but contributors, or people whose hand may have been in a
/// contributor's signature or in whose approval a contributor's hand may have been.
fn unapproved() -> String {
    format!(
        "NEW.mode = 'countersigned' AND NOT EXISTS (\
        SELECT 1 FROM counting_approvals ap \
        WHERE ap.revision_digest = NEW.revision_digest AND ap.kind = 'editorial' \
        AND ap.person_id NOT IN ({AUTHORS}) \
        AND NOT EXISTS (SELECT 1 FROM approval_holders o \
            WHERE o.approval_id = ap.id AND o.person_id IN ({AUTHORS})) \
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
                AND NOT EXISTS (SELECT 1 FROM attestation_holders h \
                    WHERE h.attestation_id = a.id AND (h.person_id = ap.person_id \
                    OR h.person_id IN (SELECT o.person_id FROM approval_holders o \
                        WHERE o.approval_id = ap.id))))))"
    )
}

/// True where an amendment lacks two signers who wrote neither text and whose hands cannot have
/// been one person's, or has nothing to amend.
fn half_amended() -> String {
    let authors = format!("{AUTHORS} OR c.revision_id IN ({LIVE})");
    let wrote = |signature: &str| {
        format!(
            "({signature}.person_id IN ({authors}) OR EXISTS (SELECT 1 FROM approval_holders o \
            WHERE o.approval_id = {signature}.id AND o.person_id IN ({authors})))"
        )
    };
    let (one, other) = (wrote("one"), wrote("other"));
    format!(
        "NEW.mode = 'amended' AND (NOT EXISTS ({LIVE}) OR NOT EXISTS (\
        SELECT 1 FROM amendment_signatures one \
        JOIN amendment_signatures other ON other.revision_id = one.revision_id \
            AND other.person_id <> one.person_id \
        WHERE one.revision_id = NEW.revision_id AND NOT {one} AND NOT {other} \
        AND NOT EXISTS (SELECT 1 FROM approval_holders o \
            WHERE (o.approval_id = one.id AND o.person_id = other.person_id) \
            OR (o.approval_id = other.id AND o.person_id = one.person_id)) \
        AND NOT EXISTS (SELECT 1 FROM approval_holders o \
            JOIN approval_holders q ON q.person_id = o.person_id \
            WHERE o.approval_id = one.id AND q.approval_id = other.id)))"
    )
}

/// True where an amendment prints other names, or carries other answers, than were signed.
fn amends_facts() -> String {
    format!(
        "NEW.mode = 'amended' AND EXISTS (\
        SELECT 1 FROM revision_sections s \
        JOIN signed_facts new_facts ON new_facts.digest = s.digest \
        JOIN revision_sections live ON live.section_id = s.section_id \
        JOIN signed_facts live_facts ON live_facts.digest = live.digest \
        WHERE s.revision_id = NEW.revision_id AND live.revision_id IN ({LIVE}) \
        AND (new_facts.bylines <> live_facts.bylines \
            OR new_facts.declarations <> live_facts.declarations))"
    )
}

/// True where a contributor approves, or somebody in a session in which a contributor's hand may
/// be.
const OWN_TEXT: &str = "EXISTS (SELECT 1 FROM revision_contributors c \
    JOIN identities theirs ON theirs.person_id = c.person_id \
    JOIN identities mine ON mine.identity = theirs.identity \
    WHERE c.revision_id = NEW.revision_id AND (mine.person_id = NEW.person_id \
        OR mine.person_id IN (SELECT h.person_id FROM link_holders h \
            WHERE h.link_id = NEW.session_link_id)))";

/// True where both who take part in a joint act may be one.
const ALONE: &str = "NEW.joined_by IS NOT NULL AND EXISTS (SELECT 1 FROM identities a \
    JOIN identities b ON b.identity = a.identity \
    WHERE (a.person_id = NEW.asked_by OR a.person_id IN (\
        SELECT h.person_id FROM link_holders h WHERE h.link_id = NEW.asked_link_id)) \
    AND (b.person_id = NEW.joined_by OR b.person_id IN (\
        SELECT h.person_id FROM link_holders h WHERE h.link_id = NEW.joined_link_id)))";

step!(CHANGES, |manager| {
    for (name, table) in [
        ("publication_approved", "publications"),
        ("publication_amended_by_two", "publications"),
        ("approval_by_second_person", "approvals"),
        ("joint_act_by_two", "joint_acts"),
        ("joint_act_begun_by_two", "joint_acts"),
    ] {
        forget(manager, name, table).await?;
    }
    let signed_facts = match manager.get_database_backend() {
        DbBackend::Postgres => SIGNED_FACTS_POSTGRES,
        _ => SIGNED_FACTS_SQLITE,
    };
    run(manager, signed_facts).await?;
    run(manager, PAGES).await?;
    let (unapproved, half_amended, amends_facts) = (unapproved(), half_amended(), amends_facts());
    let rules = [
        (
            "publication_approved",
            "publications",
            On::Insert,
            unapproved.as_str(),
            "a second person approves before publication",
        ),
        (
            "publication_amended_by_two",
            "publications",
            On::Insert,
            half_amended.as_str(),
            "two persons sign an amendment",
        ),
        (
            "publication_amends_no_answers",
            "publications",
            On::Insert,
            amends_facts.as_str(),
            "an amendment changes words, not names and answers as they were signed",
        ),
        (
            "approval_by_second_person",
            "approvals",
            On::Insert,
            OWN_TEXT,
            "a contributor does not approve",
        ),
        (
            "joint_act_by_two",
            "joint_acts",
            On::Update,
            ALONE,
            "a joint act takes two persons",
        ),
        (
            "joint_act_begun_by_two",
            "joint_acts",
            On::Insert,
            ALONE,
            "a joint act takes two persons",
        ),
        (
            "joint_act_links_stay",
            "joint_acts",
            On::Update,
            "NEW.asked_link_id IS DISTINCT FROM OLD.asked_link_id OR (OLD.joined_by IS NOT NULL \
                AND NEW.joined_link_id IS DISTINCT FROM OLD.joined_link_id)",
            "by which link somebody came to a joint act stays on the record",
        ),
        (
            "link_holders_not_updated",
            "link_holders",
            On::Update,
            "1 = 1",
            "who was shown a link stays on the record",
        ),
        (
            "link_holders_of_used_stay",
            "link_holders",
            On::Delete,
            "EXISTS (SELECT 1 FROM links l WHERE l.id = OLD.link_id AND l.used_at IS NOT NULL)",
            "who was shown a link stays on the record",
        ),
        (
            "password_link_stays",
            "accounts",
            On::Update,
            "NEW.password_link_id IS DISTINCT FROM OLD.password_link_id \
                AND NEW.password_hash IS NOT DISTINCT FROM OLD.password_hash",
            "a password keeps the link by which it was set",
        ),
        (
            "session_link_stays",
            "sessions",
            On::Update,
            "NEW.link_id IS DISTINCT FROM OLD.link_id OR NEW.account_id <> OLD.account_id",
            "a session keeps the link by which it began",
        ),
    ];
    for (name, table, on, when, words) in rules {
        refuse(manager, name, table, on, when, words).await?;
    }
});
