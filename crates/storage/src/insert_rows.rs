//! Writing many rows of one table.

use sea_orm::{ActiveModelTrait, EntityTrait, InsertMany};

use crate::{StorageError, Transaction};

/// Few enough that both databases take the values of so many rows in one statement: the widest
/// table has fifteen columns, and the smaller limit is 32,766 values.
const AT_ONCE: usize = 1000;

/// Adds rows of one table.
pub(crate) async fn insert_rows<A>(tx: &Transaction, rows: Vec<A>) -> Result<(), StorageError>
where
    A: ActiveModelTrait + Send,
{
    insert_rows_with(tx, rows, |insert| insert).await
}

/// Adds rows of one table, each statement changed before it is sent.
pub(crate) async fn insert_rows_with<A>(
    tx: &Transaction,
    rows: Vec<A>,
    change: impl Fn(InsertMany<A>) -> InsertMany<A> + Send,
) -> Result<(), StorageError>
where
    A: ActiveModelTrait + Send,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<A> = rows.by_ref().take(AT_ONCE).collect();
        change(A::Entity::insert_many(some))
            .exec_without_returning(tx.db())
            .await?;
    }
    Ok(())
}
