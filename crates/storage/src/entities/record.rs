//! The audit log, jobs and the site version.

entity!(audit, "audit", {
    #[sea_orm(primary_key, auto_increment = false)]
    number: i64,
    at: time::OffsetDateTime,
    act: String,
    caller: String,
    person_id: Option<Uuid>,
    account_id: Option<Uuid>,
    subject_kind: String,
    subject_id: String,
    digest: Option<String>,
    detail: Json,
    previous: String,
    hash: String,
});

entity!(audit_head, "audit_head", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: i64,
    number: i64,
    hash: String,
});

entity!(site_state, "site_state", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: i64,
    epoch: String,
    version: i64,
    today: time::Date,
});

entity!(public_change, "public_changes", {
    #[sea_orm(primary_key, auto_increment = false)]
    version: i64,
    subject_kind: String,
    subject_id: String,
    what: String,
    at: time::OffsetDateTime,
});

entity!(job, "jobs", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    kind: String,
    payload: Json,
    run_at: time::OffsetDateTime,
    attempts: i64,
    leased_until: Option<time::OffsetDateTime>,
    last_error: Option<String>,
    failed_at: Option<time::OffsetDateTime>,
});
