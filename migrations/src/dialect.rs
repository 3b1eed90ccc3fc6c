//! The one place where the two databases differ.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// When a rule is asked.
#[derive(Clone, Copy)]
pub(crate) enum On {
    Insert,
    Update,
    Delete,
}

impl On {
    const fn sql(self) -> &'static str {
        match self {
            Self::Insert => "INSERT",
            Self::Update => "UPDATE",
            Self::Delete => "DELETE",
        }
    }
}

/// Runs statements written with `{uuid}`, `{time}`, `{date}`, `{json}`, `{bytes}` and `{int}`
/// where the databases name their types differently, and `{strict}` at the end of a table.
pub(crate) async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let types: [(&str, &str); 7] = match manager.get_database_backend() {
        DbBackend::Postgres => [
            ("{uuid}", "uuid"),
            ("{time}", "timestamptz"),
            ("{date}", "date"),
            ("{json}", "jsonb"),
            ("{bytes}", "bytea"),
            ("{int}", "bigint"),
            ("{strict}", ""),
        ],
        _ => [
            ("{uuid}", "BLOB"),
            ("{time}", "TEXT"),
            ("{date}", "TEXT"),
            ("{json}", "TEXT"),
            ("{bytes}", "BLOB"),
            ("{int}", "INTEGER"),
            ("{strict}", "STRICT"),
        ],
    };
    let sql = types
        .iter()
        .fold(sql.to_owned(), |sql, (name, here)| sql.replace(name, here));
    manager.get_connection().execute_unprepared(&sql).await?;
    Ok(())
}

/// Makes the database refuse a change of a row for which `when` holds, with `words`.
///
/// `when` is a condition over `NEW` and `OLD` that both databases read alike.
pub(crate) async fn refuse(
    manager: &SchemaManager<'_>,
    name: &str,
    table: &str,
    on: On,
    when: &str,
    words: &str,
) -> Result<(), DbErr> {
    let event = on.sql();
    let sql = match manager.get_database_backend() {
        DbBackend::Postgres => {
            let row = if matches!(on, On::Delete) {
                "OLD"
            } else {
                "NEW"
            };
            format!(
                "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF ({when}) THEN RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation'; \
                 END IF; RETURN {row}; END $$; \
                 CREATE TRIGGER {name} BEFORE {event} ON {table} \
                 FOR EACH ROW EXECUTE FUNCTION {name}();"
            )
        }
        _ => format!(
            "CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN ({when}) \
             BEGIN SELECT RAISE(ABORT, '{words}'); END;"
        ),
    };
    manager.get_connection().execute_unprepared(&sql).await?;
    Ok(())
}

/// Takes a rule away, to be set again in other words.
pub(crate) async fn forget(
    manager: &SchemaManager<'_>,
    name: &str,
    table: &str,
) -> Result<(), DbErr> {
    let sql = match manager.get_database_backend() {
        DbBackend::Postgres => format!("DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();"),
        _ => format!("DROP TRIGGER {name};"),
    };
    manager.get_connection().execute_unprepared(&sql).await?;
    Ok(())
}

/// Makes rows of a table permanent: neither changed nor deleted, not even all at once.
pub(crate) async fn permanent(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let words = format!("rows of {table} are permanent");
    refuse(
        manager,
        &format!("{table}_not_updated"),
        table,
        On::Update,
        "1 = 1",
        &words,
    )
    .await?;
    undeletable(manager, table).await
}

/// Makes rows of a table undeletable.
pub(crate) async fn undeletable(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let words = format!("rows of {table} are never deleted");
    refuse(
        manager,
        &format!("{table}_not_deleted"),
        table,
        On::Delete,
        "1 = 1",
        &words,
    )
    .await?;
    if manager.get_database_backend() == DbBackend::Postgres {
        let sql = format!(
            "CREATE FUNCTION {table}_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation'; END $$; \
             CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT EXECUTE FUNCTION {table}_not_emptied();"
        );
        manager.get_connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}
