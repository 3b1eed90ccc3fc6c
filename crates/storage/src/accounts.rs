//! Accounts: who signs in, and in which roles.

use content::ids::{AccountId, LinkId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::entities::{account, account_role};
use crate::words::{parse, word};
use crate::{StorageError, Transaction};

/// A preset of permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Writes and signs.
    Author,
    /// Reviews, approves, publishes.
    Editor,
    /// An editor who also manages accounts.
    Owner,
}

/// An account as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its lasting name.
    pub id: AccountId,
    /// Whose it is.
    pub person_id: PersonId,
    /// Lower case.
    pub email: String,
    /// argon2id in PHC form; `None` until one is set.
    pub password_hash: Option<String>,
    /// The link by which the password was set, or by which the session began in which it was.
    pub password_link: Option<LinkId>,
    /// Since when it cannot be used.
    pub disabled_at: Option<OffsetDateTime>,
    /// Since when it exists.
    pub created_at: OffsetDateTime,
    /// In the order author, editor, owner.
    pub roles: Vec<Role>,
}

fn read(row: account::Model, roles: Vec<Role>) -> Account {
    Account {
        id: AccountId(row.id),
        person_id: PersonId(row.person_id),
        email: row.email,
        password_hash: row.password_hash,
        password_link: row.password_link_id.map(LinkId),
        disabled_at: row.disabled_at,
        created_at: row.created_at,
        roles,
    }
}

async fn with_roles(
    tx: &Transaction,
    rows: Vec<account::Model>,
) -> Result<Vec<Account>, StorageError> {
    let held = account_role::Entity::find()
        .filter(account_role::Column::AccountId.is_in(rows.iter().map(|row| row.id)))
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            let mut roles = held
                .iter()
                .filter(|role| role.account_id == row.id)
                .map(|role| parse("account_roles", row.id, &role.role))
                .collect::<Result<Vec<Role>, _>>()?;
            roles.sort();
            Ok(read(row, roles))
        })
        .collect()
}

/// The account of this name.
pub async fn find(tx: &Transaction, id: AccountId) -> Result<Option<Account>, StorageError> {
    let rows = account::Entity::find_by_id(id.0).all(tx.db()).await?;
    Ok(with_roles(tx, rows).await?.pop())
}

/// The account of this name, locked for this transaction.
pub async fn find_locked(tx: &Transaction, id: AccountId) -> Result<Option<Account>, StorageError> {
    let rows = account::Entity::find_by_id(id.0)
        .lock_exclusive()
        .all(tx.db())
        .await?;
    Ok(with_roles(tx, rows).await?.pop())
}

/// The account with this address, in any case.
pub async fn find_by_email(tx: &Transaction, email: &str) -> Result<Option<Account>, StorageError> {
    let rows = account::Entity::find()
        .filter(account::Column::Email.eq(email.to_lowercase()))
        .all(tx.db())
        .await?;
    Ok(with_roles(tx, rows).await?.pop())
}

/// The account of this person.
pub async fn find_by_person(
    tx: &Transaction,
    person: PersonId,
) -> Result<Option<Account>, StorageError> {
    let rows = account::Entity::find()
        .filter(account::Column::PersonId.eq(person.0))
        .all(tx.db())
        .await?;
    Ok(with_roles(tx, rows).await?.pop())
}

/// The accounts of these persons, as stored.
pub async fn list_by_persons(
    tx: &Transaction,
    persons: &[PersonId],
) -> Result<Vec<Account>, StorageError> {
    let rows = account::Entity::find()
        .filter(account::Column::PersonId.is_in(persons.iter().map(|id| id.0)))
        .all(tx.db())
        .await?;
    with_roles(tx, rows).await
}

/// All accounts, by address.
pub async fn list(tx: &Transaction) -> Result<Vec<Account>, StorageError> {
    let rows = account::Entity::find()
        .order_by_asc(account::Column::Email)
        .all(tx.db())
        .await?;
    with_roles(tx, rows).await
}

/// Whether there is none yet.
pub async fn is_empty(tx: &Transaction) -> Result<bool, StorageError> {
    Ok(account::Entity::find().count(tx.db()).await? == 0)
}

/// Adds an account with its roles.
pub async fn insert(tx: &Transaction, account: &Account) -> Result<(), StorageError> {
    account::Entity::insert(account::ActiveModel {
        id: Set(account.id.0),
        person_id: Set(account.person_id.0),
        email: Set(account.email.to_lowercase()),
        password_hash: Set(account.password_hash.clone()),
        password_link_id: Set(account.password_link.map(|id| id.0)),
        disabled_at: Set(account.disabled_at),
        created_at: Set(account.created_at),
    })
    .exec_without_returning(tx.db())
    .await?;
    set_roles(tx, account.id, &account.roles).await
}

/// Replaces the roles of an account.
pub async fn set_roles(
    tx: &Transaction,
    id: AccountId,
    roles: &[Role],
) -> Result<(), StorageError> {
    account_role::Entity::delete_many()
        .filter(account_role::Column::AccountId.eq(id.0))
        .exec(tx.db())
        .await?;
    for role in roles {
        account_role::Entity::insert(account_role::ActiveModel {
            account_id: Set(id.0),
            role: Set(word(role)),
        })
        .exec_without_returning(tx.db())
        .await?;
    }
    Ok(())
}

/// Sets the hash of the password, and by which link it came to be set.
pub async fn set_password(
    tx: &Transaction,
    id: AccountId,
    hash: &str,
    link: Option<LinkId>,
) -> Result<(), StorageError> {
    let link = link.map(|id| id.0);
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .col_expr(account::Column::PasswordLinkId, Expr::value(link))
        .filter(account::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Disables the account since a moment, or enables it again.
pub async fn set_disabled(
    tx: &Transaction,
    id: AccountId,
    since: Option<OffsetDateTime>,
) -> Result<(), StorageError> {
    account::Entity::update_many()
        .col_expr(account::Column::DisabledAt, Expr::value(since))
        .filter(account::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Gives the account of one person to another, as part of a merge.
pub async fn hand_over(tx: &Transaction, from: PersonId, to: PersonId) -> Result<(), StorageError> {
    account::Entity::update_many()
        .col_expr(account::Column::PersonId, Expr::value(to.0))
        .filter(account::Column::PersonId.eq(from.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Gives an account another address. Nobody signs in with it yet.
pub async fn set_email(tx: &Transaction, id: AccountId, email: &str) -> Result<(), StorageError> {
    account::Entity::update_many()
        .col_expr(account::Column::Email, Expr::value(email))
        .filter(account::Column::Id.eq(id.0))
        .filter(account::Column::PasswordHash.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}
