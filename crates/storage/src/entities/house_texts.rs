//! Topics, disclaimers and the help directory.

entity!(topic, "topics", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    group_id: Option<String>,
    label: String,
    slug: String,
    introduction: String,
    flag: String,
    position: i64,
});

entity!(topic_synonym, "topic_synonyms", {
    #[sea_orm(primary_key, auto_increment = false)]
    topic_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    phrase: String,
    direction: String,
});

entity!(disclaimer, "disclaimers", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    kind: String,
    locale: String,
    version: i64,
    title: String,
    short: String,
    body: String,
    effective_from: time::OffsetDateTime,
    approved_by: String,
});

entity!(help_entry, "help_entries", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    country: String,
    kind: String,
    service: String,
    audience: Option<String>,
    call: Option<String>,
    text_keyword: Option<String>,
    text_to: Option<String>,
    url: Option<String>,
    hours: Option<String>,
    languages: Json,
    source: String,
    last_checked_on: time::Date,
    checked_by: String,
    position: i64,
});
