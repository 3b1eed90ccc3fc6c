//! The audit log, the jobs and the number that says what is current.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, permanent, refuse, run};
use crate::step;

const TABLES: &str = "
CREATE TABLE audit (
    number {int} PRIMARY KEY,
    at {time} NOT NULL,
    act text NOT NULL,
    caller text NOT NULL CHECK (caller IN ('account', 'link', 'operator', 'clock')),
    person_id {uuid},
    account_id {uuid},
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    digest text,
    detail {json} NOT NULL,
    previous text NOT NULL CHECK (length(previous) = 64),
    hash text NOT NULL UNIQUE CHECK (length(hash) = 64)
) {strict};
CREATE INDEX audit_subject ON audit (subject_kind, subject_id, number);

CREATE TABLE audit_head (
    id {int} PRIMARY KEY CHECK (id = 1),
    number {int} NOT NULL,
    hash text NOT NULL
) {strict};
INSERT INTO audit_head (id, number, hash) VALUES
    (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE site_state (
    id {int} PRIMARY KEY CHECK (id = 1),
    epoch text NOT NULL,
    version {int} NOT NULL,
    today {date} NOT NULL
) {strict};

CREATE TABLE public_changes (
    version {int} PRIMARY KEY,
    subject_kind text NOT NULL CHECK (subject_kind IN ('article', 'person', 'topics', 'help', 'site')),
    subject_id text NOT NULL,
    what text NOT NULL,
    at {time} NOT NULL
) {strict};

CREATE TABLE jobs (
    id {uuid} PRIMARY KEY,
    kind text NOT NULL,
    payload {json} NOT NULL,
    run_at {time} NOT NULL,
    attempts {int} NOT NULL,
    leased_until {time},
    last_error text,
    failed_at {time}
) {strict};
CREATE INDEX jobs_due ON jobs (run_at);
";

step!(TABLES, |manager| {
    permanent(manager, "audit").await?;
    refuse(
        manager,
        "audit_chained",
        "audit",
        On::Insert,
        "NOT EXISTS (SELECT 1 FROM audit_head h \
            WHERE h.number = NEW.number - 1 AND h.hash = NEW.previous)",
        "an audit row follows the one before",
    )
    .await?;
});
