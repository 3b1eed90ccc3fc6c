//! Who was asked to sign, when and which way, and when they were reminded.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, permanent, refuse, run, undeletable};
use crate::step;

const TABLES: &str = "
CREATE TABLE signature_requests (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    person_id {uuid} NOT NULL REFERENCES persons (id),
    asked_at {time} NOT NULL,
    mailed_to text,
    ended_at {time}
) {strict};
CREATE INDEX signature_requests_article ON signature_requests (article_id, ended_at);

CREATE TABLE reminders (
    id {uuid} PRIMARY KEY,
    request_id {uuid} NOT NULL REFERENCES signature_requests (id),
    number {int} CHECK (number IN (1, 2)),
    sent_by {uuid} REFERENCES persons (id),
    at {time} NOT NULL,
    CHECK ((number IS NULL) <> (sent_by IS NULL))
) {strict};
CREATE UNIQUE INDEX reminders_once ON reminders (request_id, number);

CREATE TABLE quiet_articles (
    article_id {uuid} PRIMARY KEY REFERENCES articles (id),
    since {time} NOT NULL
) {strict};
";

step!(TABLES, |manager| {
    permanent(manager, "reminders").await?;
    undeletable(manager, "signature_requests").await?;
    refuse(
        manager,
        "signature_requests_only_ended",
        "signature_requests",
        On::Update,
        "NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id OR NEW.person_id <> OLD.person_id \
         OR NEW.asked_at <> OLD.asked_at OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NULL) \
         OR (NEW.mailed_to IS NOT NULL AND (OLD.mailed_to IS NULL \
            OR NEW.mailed_to <> OLD.mailed_to))",
        "what was asked of somebody stays; it ends, and its address is forgotten",
    )
    .await?;
    refuse(
        manager,
        "reminder_of_an_open_request",
        "reminders",
        On::Insert,
        "NOT EXISTS (SELECT 1 FROM signature_requests r WHERE r.id = NEW.request_id \
            AND r.ended_at IS NULL)",
        "nobody is reminded of what is not asked any more",
    )
    .await?;
});
