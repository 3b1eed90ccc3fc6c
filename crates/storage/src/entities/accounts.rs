//! Accounts, sessions, links and tries.

entity!(account, "accounts", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    person_id: Uuid,
    email: String,
    password_hash: Option<String>,
    password_link_id: Option<Uuid>,
    disabled_at: Option<time::OffsetDateTime>,
    created_at: time::OffsetDateTime,
});

entity!(account_role, "account_roles", {
    #[sea_orm(primary_key, auto_increment = false)]
    account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    role: String,
});

entity!(session, "sessions", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    token_digest: String,
    account_id: Uuid,
    link_id: Option<Uuid>,
    browser: String,
    started_at: time::OffsetDateTime,
    last_seen_at: time::OffsetDateTime,
    expires_at: time::OffsetDateTime,
});

entity!(link, "links", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    token_digest: String,
    mailed_digest: Option<String>,
    purpose: String,
    account_id: Option<Uuid>,
    person_id: Option<Uuid>,
    article_id: Option<Uuid>,
    created_at: time::OffsetDateTime,
    expires_at: time::OffsetDateTime,
    used_at: Option<time::OffsetDateTime>,
    ended_at: Option<time::OffsetDateTime>,
    shown_to: Option<Uuid>,
    shown_because: Option<String>,
    opened_at: Option<time::OffsetDateTime>,
});

entity!(invitation, "invitations", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    account_id: Uuid,
    invited_by: Uuid,
    sent_at: time::OffsetDateTime,
    withdrawn_at: Option<time::OffsetDateTime>,
});

entity!(link_holder, "link_holders", {
    #[sea_orm(primary_key, auto_increment = false)]
    link_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
});

entity!(tried, "tries", {
    #[sea_orm(primary_key, auto_increment = false)]
    subject: String,
    count: i64,
    since: time::OffsetDateTime,
});
