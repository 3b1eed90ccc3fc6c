//! Frozen texts and the signatures on them.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, permanent, refuse, run, undeletable};
use crate::step;

const TABLES: &str = "
CREATE TABLE revisions (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    number {int} NOT NULL CHECK (number > 0),
    digest text NOT NULL CHECK (length(digest) = 64),
    frozen_at {time} NOT NULL,
    frozen_by {uuid} REFERENCES persons (id),
    UNIQUE (article_id, number),
    UNIQUE (id, article_id)
) {strict};

CREATE TABLE revision_sections (
    revision_id {uuid} NOT NULL REFERENCES revisions (id),
    section_id {uuid} NOT NULL REFERENCES draft_sections (id),
    position {int} NOT NULL,
    digest text NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (revision_id, section_id)
) {strict};
CREATE INDEX revision_sections_digest ON revision_sections (digest);

CREATE TABLE revision_contributors (
    revision_id {uuid} NOT NULL,
    section_id {uuid} NOT NULL,
    person_id {uuid} NOT NULL REFERENCES persons (id),
    position {int} NOT NULL,
    PRIMARY KEY (revision_id, section_id, person_id),
    FOREIGN KEY (revision_id, section_id) REFERENCES revision_sections (revision_id, section_id)
) {strict};
CREATE INDEX revision_contributors_person ON revision_contributors (person_id);

CREATE TABLE revision_bodies (
    digest text PRIMARY KEY CHECK (length(digest) = 64),
    article_id {uuid} NOT NULL REFERENCES articles (id),
    canonical text,
    erased_at {time},
    CHECK ((canonical IS NULL) = (erased_at IS NOT NULL))
) {strict};
CREATE INDEX revision_bodies_article ON revision_bodies (article_id);

CREATE TABLE attestations (
    id {uuid} PRIMARY KEY,
    revision_id {uuid} NOT NULL,
    section_id {uuid} NOT NULL,
    section_digest text NOT NULL,
    person_id {uuid} NOT NULL REFERENCES persons (id),
    account_id {uuid} REFERENCES accounts (id),
    link_id {uuid} REFERENCES links (id),
    statement text NOT NULL,
    at {time} NOT NULL,
    UNIQUE (revision_id, section_id, person_id),
    FOREIGN KEY (revision_id, section_id) REFERENCES revision_sections (revision_id, section_id),
    CHECK ((account_id IS NULL) <> (link_id IS NULL))
) {strict};
CREATE INDEX attestations_digest ON attestations (section_digest, person_id);

CREATE TABLE permission_grants (
    id {uuid} PRIMARY KEY,
    attestation_id {uuid} NOT NULL UNIQUE REFERENCES attestations (id),
    article_id {uuid} NOT NULL REFERENCES articles (id),
    person_id {uuid} NOT NULL REFERENCES persons (id),
    granted_at {time} NOT NULL,
    revoked_at {time}
) {strict};

CREATE TABLE objections (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    revision_id {uuid} NOT NULL REFERENCES revisions (id),
    person_id {uuid} NOT NULL REFERENCES persons (id),
    message text NOT NULL,
    extent text NOT NULL CHECK (extent IN ('something_is_wrong', 'never_under_my_name')),
    at {time} NOT NULL
) {strict};
CREATE INDEX objections_article ON objections (article_id);

CREATE TABLE approvals (
    id {uuid} PRIMARY KEY,
    revision_id {uuid} NOT NULL REFERENCES revisions (id),
    revision_digest text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('editorial', 'clinical', 'amendment')),
    person_id {uuid} NOT NULL REFERENCES persons (id),
    account_id {uuid} NOT NULL REFERENCES accounts (id),
    byline {json} NOT NULL,
    at {time} NOT NULL,
    UNIQUE (revision_id, kind, person_id)
) {strict};
CREATE INDEX approvals_digest ON approvals (revision_digest);
";

step!(TABLES, |manager| {
    for table in [
        "revisions",
        "revision_sections",
        "revision_contributors",
        "attestations",
        "objections",
        "approvals",
    ] {
        permanent(manager, table).await?;
    }
    undeletable(manager, "revision_bodies").await?;
    refuse(
        manager,
        "revision_bodies_only_erased",
        "revision_bodies",
        On::Update,
        "NEW.canonical IS NOT NULL OR OLD.canonical IS NULL OR NEW.digest <> OLD.digest \
         OR NEW.article_id <> OLD.article_id",
        "a frozen text is erased or left alone",
    )
    .await?;
    undeletable(manager, "permission_grants").await?;
    refuse(
        manager,
        "permission_grants_only_revoked",
        "permission_grants",
        On::Update,
        "OLD.revoked_at IS NOT NULL OR NEW.attestation_id <> OLD.attestation_id \
         OR NEW.person_id <> OLD.person_id OR NEW.granted_at <> OLD.granted_at \
         OR NEW.article_id <> OLD.article_id",
        "a permission is revoked or left alone",
    )
    .await?;
    refuse(
        manager,
        "attestation_names_its_text",
        "attestations",
        On::Insert,
        "NOT EXISTS (SELECT 1 FROM revision_sections s WHERE s.revision_id = NEW.revision_id \
            AND s.section_id = NEW.section_id AND s.digest = NEW.section_digest)",
        "a signature names the digest of its section",
    )
    .await?;
    refuse(
        manager,
        "attestation_by_contributor",
        "attestations",
        On::Insert,
        "NOT EXISTS (SELECT 1 FROM revision_contributors c \
            JOIN identities theirs ON theirs.person_id = c.person_id \
            JOIN identities mine ON mine.identity = theirs.identity \
            WHERE c.revision_id = NEW.revision_id AND c.section_id = NEW.section_id \
            AND mine.person_id = NEW.person_id)",
        "only a contributor signs a section",
    )
    .await?;
    refuse(
        manager,
        "approval_names_its_text",
        "approvals",
        On::Insert,
        "NOT EXISTS (SELECT 1 FROM revisions r WHERE r.id = NEW.revision_id \
            AND r.digest = NEW.revision_digest)",
        "an approval names the digest of its revision",
    )
    .await?;
    refuse(
        manager,
        "approval_by_second_person",
        "approvals",
        On::Insert,
        "EXISTS (SELECT 1 FROM revision_contributors c \
            JOIN identities theirs ON theirs.person_id = c.person_id \
            JOIN identities mine ON mine.identity = theirs.identity \
            WHERE c.revision_id = NEW.revision_id AND mine.person_id = NEW.person_id)",
        "a contributor does not approve",
    )
    .await?;
});
