//! Accounts, sessions, one-time links and the counting of tries.

use sea_orm_migration::prelude::*;

use crate::dialect::run;
use crate::step;

const TABLES: &str = "
CREATE TABLE accounts (
    id {uuid} PRIMARY KEY,
    person_id {uuid} NOT NULL UNIQUE REFERENCES persons (id),
    email text NOT NULL UNIQUE CHECK (email = lower(email)),
    password_hash text,
    disabled_at {time},
    created_at {time} NOT NULL
) {strict};

CREATE TABLE account_roles (
    account_id {uuid} NOT NULL REFERENCES accounts (id),
    role text NOT NULL CHECK (role IN ('author', 'editor', 'owner')),
    PRIMARY KEY (account_id, role)
) {strict};

CREATE TABLE sessions (
    id {uuid} PRIMARY KEY,
    token_digest text NOT NULL UNIQUE,
    account_id {uuid} NOT NULL REFERENCES accounts (id),
    browser text NOT NULL,
    started_at {time} NOT NULL,
    last_seen_at {time} NOT NULL,
    expires_at {time} NOT NULL
) {strict};
CREATE INDEX sessions_account ON sessions (account_id);

CREATE TABLE links (
    id {uuid} PRIMARY KEY,
    token_digest text NOT NULL UNIQUE,
    purpose text NOT NULL CHECK (purpose IN ('first_run', 'invite', 'sign_in', 'reset', 'proof')),
    account_id {uuid} REFERENCES accounts (id),
    person_id {uuid} REFERENCES persons (id),
    article_id {uuid},
    created_at {time} NOT NULL,
    expires_at {time} NOT NULL,
    used_at {time},
    ended_at {time}
) {strict};
CREATE INDEX links_account ON links (account_id);
CREATE INDEX links_article ON links (article_id);

CREATE TABLE tries (
    subject text PRIMARY KEY,
    count {int} NOT NULL,
    since {time} NOT NULL
) {strict};
";

step!(TABLES, |_manager| {});
