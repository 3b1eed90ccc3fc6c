//! Frozen texts and signatures.

entity!(revision, "revisions", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    number: i64,
    digest: String,
    frozen_at: time::OffsetDateTime,
    frozen_by: Option<Uuid>,
    occasion: String,
});

entity!(preview_link, "preview_links", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    revision_id: Uuid,
    token_digest: String,
    made_by: Uuid,
    made_at: time::OffsetDateTime,
    expires_at: time::OffsetDateTime,
    revoked_at: Option<time::OffsetDateTime>,
    opened_at: Option<time::OffsetDateTime>,
});

entity!(open_preview_link, "open_preview_links", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
});

entity!(revision_section, "revision_sections", {
    #[sea_orm(primary_key, auto_increment = false)]
    revision_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    section_id: Uuid,
    position: i64,
    digest: String,
});

entity!(revision_contributor, "revision_contributors", {
    #[sea_orm(primary_key, auto_increment = false)]
    revision_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    section_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
    position: i64,
    role: String,
});

entity!(revision_body, "revision_bodies", {
    #[sea_orm(primary_key, auto_increment = false)]
    digest: String,
    article_id: Uuid,
    canonical: Option<String>,
    erased_at: Option<time::OffsetDateTime>,
});

entity!(revision_image, "revision_images", {
    #[sea_orm(primary_key, auto_increment = false)]
    revision_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    section_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    sha256: String,
});

entity!(attestation, "attestations", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    revision_id: Uuid,
    section_id: Uuid,
    section_digest: String,
    person_id: Uuid,
    account_id: Option<Uuid>,
    link_id: Option<Uuid>,
    session_link_id: Option<Uuid>,
    statement: String,
    at: time::OffsetDateTime,
});

entity!(permission_grant, "permission_grants", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    attestation_id: Uuid,
    article_id: Uuid,
    person_id: Uuid,
    granted_at: time::OffsetDateTime,
    revoked_at: Option<time::OffsetDateTime>,
});

entity!(objection, "objections", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    revision_id: Uuid,
    person_id: Uuid,
    message: String,
    extent: String,
    at: time::OffsetDateTime,
});

entity!(approval, "approvals", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    revision_id: Uuid,
    revision_digest: String,
    kind: String,
    person_id: Uuid,
    account_id: Uuid,
    session_link_id: Option<Uuid>,
    byline: Json,
    at: time::OffsetDateTime,
});

entity!(counting_attestation, "counting_attestations", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    revision_id: Uuid,
    section_id: Uuid,
    section_digest: String,
    person_id: Uuid,
    at: time::OffsetDateTime,
    shown_to: Option<Uuid>,
    shown_because: Option<String>,
    link_purpose: Option<String>,
});

entity!(counting_approval, "counting_approvals", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    revision_id: Uuid,
    revision_digest: String,
    kind: String,
    person_id: Uuid,
    account_id: Uuid,
    byline: Json,
    at: time::OffsetDateTime,
});

entity!(attestation_holder, "attestation_holders", {
    #[sea_orm(primary_key, auto_increment = false)]
    attestation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
});

entity!(approval_holder, "approval_holders", {
    #[sea_orm(primary_key, auto_increment = false)]
    approval_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
});

entity!(signature_request, "signature_requests", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    person_id: Uuid,
    asked_at: time::OffsetDateTime,
    mailed_to: Option<String>,
    ended_at: Option<time::OffsetDateTime>,
});

entity!(reminder, "reminders", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    request_id: Uuid,
    number: Option<i64>,
    sent_by: Option<Uuid>,
    at: time::OffsetDateTime,
});

entity!(quiet_article, "quiet_articles", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    since: time::OffsetDateTime,
});
