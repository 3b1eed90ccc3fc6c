//! Persons and credentials.

entity!(photo, "photos", {
    #[sea_orm(primary_key, auto_increment = false)]
    digest: String,
    bytes: Vec<u8>,
    width: i64,
    height: i64,
    created_at: time::OffsetDateTime,
});

entity!(person, "persons", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    name: String,
    slug: String,
    bio: String,
    practice_url: Option<String>,
    letters_override: Json,
    photo_digest: Option<String>,
    merged_into: Option<Uuid>,
    created_at: time::OffsetDateTime,
});

entity!(person_slug, "person_slugs", {
    #[sea_orm(primary_key, auto_increment = false)]
    slug: String,
    person_id: Uuid,
});

entity!(identity, "identities", {
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
    identity: Uuid,
});

entity!(credential, "credentials", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    person_id: Uuid,
    kind: String,
    abbreviation: String,
    title: String,
    jurisdiction: Option<String>,
    issuer: Option<String>,
    number: Option<String>,
    show_number: String,
    expires_on: Option<time::Date>,
    supervised_by: Option<String>,
    shown: String,
    position: i64,
    removed_at: Option<time::OffsetDateTime>,
});

entity!(verification, "credential_verifications", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    credential_id: Uuid,
    source: String,
    source_url: Option<String>,
    status: String,
    checked_on: time::Date,
    checked_by: Uuid,
    valid_until: time::Date,
    created_at: time::OffsetDateTime,
});
