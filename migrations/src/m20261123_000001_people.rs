//! Persons, their credentials and the checks of those.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, permanent, refuse, run};
use crate::step;

const TABLES: &str = "
CREATE TABLE photos (
    digest text PRIMARY KEY,
    bytes {bytes} NOT NULL,
    width {int} NOT NULL,
    height {int} NOT NULL,
    created_at {time} NOT NULL
) {strict};

CREATE TABLE persons (
    id {uuid} PRIMARY KEY,
    name text NOT NULL CHECK (length(name) > 0),
    slug text NOT NULL UNIQUE,
    bio text NOT NULL DEFAULT '',
    practice_url text,
    letters_override {json} NOT NULL,
    photo_digest text REFERENCES photos (digest),
    merged_into {uuid} REFERENCES persons (id),
    created_at {time} NOT NULL,
    CHECK (merged_into IS NULL OR merged_into <> id)
) {strict};
CREATE INDEX persons_merged_into ON persons (merged_into);

CREATE TABLE person_slugs (
    slug text PRIMARY KEY,
    person_id {uuid} NOT NULL REFERENCES persons (id)
) {strict};
CREATE INDEX person_slugs_person ON person_slugs (person_id);

CREATE VIEW identities AS
    SELECT id AS person_id, COALESCE(merged_into, id) AS identity FROM persons;

CREATE TABLE credentials (
    id {uuid} PRIMARY KEY,
    person_id {uuid} NOT NULL REFERENCES persons (id),
    kind text NOT NULL CHECK (kind IN ('degree', 'licence', 'certification', 'membership')),
    abbreviation text NOT NULL,
    title text NOT NULL,
    jurisdiction text,
    issuer text,
    number text,
    show_number text NOT NULL CHECK (show_number IN ('shown', 'hidden')),
    expires_on {date},
    supervised_by text,
    shown text NOT NULL CHECK (shown IN ('shown', 'hidden')),
    position {int} NOT NULL,
    removed_at {time}
) {strict};
CREATE INDEX credentials_person ON credentials (person_id);

CREATE TABLE credential_verifications (
    id {uuid} PRIMARY KEY,
    credential_id {uuid} NOT NULL REFERENCES credentials (id),
    source text NOT NULL CHECK (length(source) > 0),
    source_url text,
    status text NOT NULL
        CHECK (status IN ('current', 'lapsed', 'suspended', 'revoked', 'not_found')),
    checked_on {date} NOT NULL,
    checked_by {uuid} NOT NULL REFERENCES persons (id),
    valid_until {date} NOT NULL,
    created_at {time} NOT NULL
) {strict};
CREATE INDEX credential_verifications_credential ON credential_verifications (credential_id);
";

step!(TABLES, |manager| {
    permanent(manager, "credential_verifications").await?;
    refuse(
        manager,
        "verification_not_own",
        "credential_verifications",
        On::Insert,
        "EXISTS (SELECT 1 FROM credentials c \
            JOIN identities holder ON holder.person_id = c.person_id \
            JOIN identities checker ON checker.identity = holder.identity \
            WHERE c.id = NEW.credential_id AND checker.person_id = NEW.checked_by)",
        "nobody verifies their own credential",
    )
    .await?;
    refuse(
        manager,
        "merge_into_standing_person",
        "persons",
        On::Update,
        "NEW.merged_into IS NOT NULL AND (\
            EXISTS (SELECT 1 FROM persons p WHERE p.id = NEW.merged_into AND p.merged_into IS NOT NULL) \
            OR EXISTS (SELECT 1 FROM persons p WHERE p.merged_into = NEW.id))",
        "a person is merged into one that stands for itself",
    )
    .await?;
});
