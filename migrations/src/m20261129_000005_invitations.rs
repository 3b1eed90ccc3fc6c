//! Invitations to write in an article: to whom they went, when, and what came of them.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, refuse, run, undeletable};
use crate::step;

const TABLES: &str = "
ALTER TABLE links ADD COLUMN opened_at {time};

CREATE TABLE invitations (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    account_id {uuid} NOT NULL REFERENCES accounts (id),
    invited_by {uuid} NOT NULL REFERENCES persons (id),
    sent_at {time} NOT NULL,
    withdrawn_at {time},
    UNIQUE (article_id, account_id)
) {strict};
CREATE INDEX invitations_account ON invitations (account_id);
";

step!(TABLES, |manager| {
    undeletable(manager, "invitations").await?;
    refuse(
        manager,
        "invitation_keeps_its_account",
        "invitations",
        On::Update,
        "NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id OR NEW.account_id <> OLD.account_id",
        "an invitation stays with its article and its account",
    )
    .await?;
});
