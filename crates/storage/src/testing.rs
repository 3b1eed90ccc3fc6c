//! A fresh database for each test, on SQLite and on PostgreSQL.
//!
//! PostgreSQL is found through `COUNTERSIGN_TEST_POSTGRES_URL`, which `make test` sets to a
//! cluster of its own. A test that cannot reach it fails: no case is skipped in silence.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::TempDir;
use time::macros::date;
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::{MediaFiles, Reader, Storage};

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in a folder that is removed afterwards.
    Sqlite,
    /// A database of its own in the throwaway cluster.
    Postgres,
}

/// A migrated, empty database.
#[derive(Debug)]
pub struct TestDatabase {
    /// The open database.
    pub storage: Storage,
    /// Its address, to open it once more.
    pub address: String,
    _folder: TempDir,
}

/// The variable with the address of a PostgreSQL cluster that tests may fill.
pub const POSTGRES_URL: &str = "COUNTERSIGN_TEST_POSTGRES_URL";

/// The day on which every test database begins.
pub const FIRST_DAY: time::Date = date!(2026 - 03 - 02);

impl TestDatabase {
    /// Makes one.
    ///
    /// # Panics
    /// When it cannot: the test has nothing to run on.
    pub async fn new(engine: Engine) -> Self {
        let database = Self::empty(engine).await;
        database
            .storage
            .migrate(FIRST_DAY)
            .await
            .expect("the schema can be made");
        database
    }

    /// Makes one without a schema.
    ///
    /// # Panics
    /// As [`TestDatabase::new`].
    pub async fn empty(engine: Engine) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let address = match engine {
            Engine::Sqlite => {
                format!("sqlite:{}", folder.path().join("countersign.db").display())
            }
            Engine::Postgres => new_postgres_database().await,
        };
        let media = MediaFiles::folder(&folder.path().join("media")).expect("a folder of images");
        let storage = Storage::connect(&address, media)
            .await
            .expect("the test database opens");
        Self {
            storage,
            address,
            _folder: folder,
        }
    }

    /// What the reader site is given, and how many statements it has sent so far.
    #[must_use]
    pub fn counted_reader(&self) -> (Reader, Arc<AtomicU64>) {
        let asked = Arc::new(AtomicU64::new(0));
        let mut connection = self.storage.read_connection().clone();
        let count = Arc::clone(&asked);
        connection.set_metric_callback(move |_| {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let media = self.storage.media().clone();
        (
            Reader::new(connection, media, self.storage.versions()),
            asked,
        )
    }
}

/// A migrated database that each test gets a copy of: copying is quicker than migrating.
static TEMPLATE: OnceCell<String> = OnceCell::const_new();

async fn new_postgres_database() -> String {
    let template = TEMPLATE.get_or_init(migrated_template).await;
    new_database(&format!("TEMPLATE {template}")).await.1
}

async fn migrated_template() -> String {
    let (name, address) = new_database("").await;
    let folder = TempDir::new().expect("a temporary folder");
    let media = MediaFiles::folder(folder.path()).expect("a folder of images");
    let storage = Storage::connect(&address, media)
        .await
        .expect("the template opens");
    storage
        .migrate(FIRST_DAY)
        .await
        .expect("the schema can be made");
    storage.close().await.expect("the template closes");
    name
}

async fn new_database(from: &str) -> (String, String) {
    use sea_orm::{ConnectionTrait, Database};

    let cluster = std::env::var(POSTGRES_URL).unwrap_or_else(|_| {
        panic!("{POSTGRES_URL} is not set; `make test` starts a cluster and sets it")
    });
    let name = format!("test_{}", Uuid::new_v4().simple());
    let admin = Database::connect(&cluster)
        .await
        .expect("the test cluster answers");
    admin
        .execute_unprepared(&format!("CREATE DATABASE {name} {from}"))
        .await
        .expect("a new database");
    admin.close().await.expect("the connection closes");
    let (server, _) = cluster
        .rsplit_once('/')
        .expect("the address names a database");
    let address = format!("{server}/{name}");
    (name, address)
}

/// Makes two tests of one body: on SQLite and on PostgreSQL.
///
/// Either around tests that take a `TestDatabase`, or with the name of one, in the line before
/// it: `on_both_databases!(a_name);`. A test that is never named is dead code, so that none is
/// left out.
#[macro_export]
macro_rules! on_both_databases {
    ($name:ident) => {
        mod $name {
            use $crate::testing::{Engine, TestDatabase};

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name(TestDatabase::new(Engine::Sqlite).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                super::$name(TestDatabase::new(Engine::Postgres).await).await;
            }
        }
    };
    ($($(#[$mark:meta])* async fn $name:ident($db:ident: TestDatabase) $body:block)*) => {$(
        mod $name {
            use super::*;
            use $crate::testing::{Engine, TestDatabase};

            async fn body($db: TestDatabase) $body

            $(#[$mark])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                body(TestDatabase::new(Engine::Sqlite).await).await;
            }

            $(#[$mark])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                body(TestDatabase::new(Engine::Postgres).await).await;
            }
        }
    )*};
}

/// Where a word stands in any column of any table, as `table.column`.
///
/// # Panics
/// When the database does not answer.
pub async fn places_of(database: &TestDatabase, word: &str) -> Vec<String> {
    use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};

    let (columns, address) = match database.address.strip_prefix("sqlite:") {
        Some(path) => (
            "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p \
             WHERE m.type = 'table'",
            format!("sqlite:{path}?mode=rw"),
        ),
        None => (
            "SELECT c.table_name::text, c.column_name::text FROM information_schema.columns c \
             JOIN information_schema.tables t USING (table_schema, table_name) \
             WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'",
            database.address.clone(),
        ),
    };
    let db = Database::connect(address).await.expect("it opens");
    let backend: DbBackend = db.get_database_backend();
    let all = async |sql: String| {
        db.query_all_raw(Statement::from_string(backend, sql))
            .await
            .expect("an answer")
    };
    let mut places = Vec::new();
    let word = word.to_lowercase();
    for row in all(columns.to_owned()).await {
        let table: String = row.try_get_by_index(0).expect("a name");
        let column: String = row.try_get_by_index(1).expect("a name");
        let found = all(format!(
            "SELECT 1 FROM \"{table}\" WHERE lower(CAST(\"{column}\" AS text)) LIKE '%{word}%' LIMIT 1"
        ))
        .await;
        if !found.is_empty() {
            places.push(format!("{table}.{column}"));
        }
    }
    places.sort();
    places
}

/// Runs a statement behind the back of every rule but the schema's own.
///
/// # Errors
/// When the database refuses it.
pub async fn raw(database: &TestDatabase, sql: &str) -> Result<u64, crate::StorageError> {
    use sea_orm::{ConnectionTrait, Database};

    let address = match database.address.strip_prefix("sqlite:") {
        Some(path) => format!("sqlite:{path}?mode=rw"),
        None => database.address.clone(),
    };
    let connection = Database::connect(address).await?;
    let done = connection.execute_unprepared(sql).await?;
    Ok(done.rows_affected())
}

/// Comes back when a transaction waits for another one's lock. On SQLite, where the whole database
/// is one writer's, at once.
///
/// # Panics
/// When the database does not answer.
pub async fn somebody_waits(database: &TestDatabase) {
    use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};

    const WAITING: &str = "SELECT 1 FROM pg_stat_activity \
        WHERE datname = current_database() AND wait_event_type = 'Lock'";
    if database.address.starts_with("sqlite:") {
        return;
    }
    let db = Database::connect(&database.address)
        .await
        .expect("it opens");
    loop {
        let asked = Statement::from_string(DbBackend::Postgres, WAITING);
        let waiting = db.query_all_raw(asked).await.expect("an answer");
        if !waiting.is_empty() {
            return;
        }
    }
}

/// Runs a statement over the program's own connection, with the settings it has.
///
/// # Errors
/// When the database refuses it.
pub async fn as_the_program(
    tx: &crate::Transaction,
    sql: &str,
) -> Result<u64, crate::StorageError> {
    use sea_orm::ConnectionTrait;

    Ok(tx.db().execute_unprepared(sql).await?.rows_affected())
}
