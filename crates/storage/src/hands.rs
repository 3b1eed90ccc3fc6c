//! Whose hands a signature may be: who was shown the link by which somebody signed or signed in.

use content::ids::{ApprovalId, AttestationId, LinkId, PersonId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entities::{approval_holder, attestation_holder, link_holder};
use crate::insert_rows::insert_rows;
use crate::{StorageError, Transaction, persons};

/// Notes who was shown a link, for good.
pub async fn insert(
    tx: &Transaction,
    link: LinkId,
    holders: &[PersonId],
) -> Result<(), StorageError> {
    let rows = holders.iter().map(|person| link_holder::ActiveModel {
        link_id: Set(link.0),
        person_id: Set(person.0),
    });
    insert_rows(tx, rows.collect()).await
}

/// Who was shown a link, merged persons counted as one.
pub async fn of_link(tx: &Transaction, link: LinkId) -> Result<Vec<PersonId>, StorageError> {
    let rows = link_holder::Entity::find()
        .filter(link_holder::Column::LinkId.eq(link.0))
        .all(tx.db())
        .await?;
    let shown: Vec<PersonId> = rows
        .into_iter()
        .map(|row| PersonId(row.person_id))
        .collect();
    let mut holders = persons::identities(tx, &shown).await?;
    holders.sort_unstable();
    holders.dedup();
    Ok(holders)
}

/// Whose these signatures may be beside their signers', merged persons counted as one. A link to
/// sign that somebody had to hand over, because the site sends no letters, tells nothing.
pub async fn of_attestations(
    tx: &Transaction,
    ids: &[AttestationId],
) -> Result<Vec<(AttestationId, PersonId)>, StorageError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = attestation_holder::Entity::find()
        .filter(attestation_holder::Column::AttestationId.is_in(ids.iter().map(|id| id.0)))
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (AttestationId(row.attestation_id), PersonId(row.person_id)))
        .collect())
}

/// Whose these approvals may be beside those who gave them, merged persons counted as one.
pub async fn of_approvals(
    tx: &Transaction,
    ids: &[ApprovalId],
) -> Result<Vec<(ApprovalId, PersonId)>, StorageError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = approval_holder::Entity::find()
        .filter(approval_holder::Column::ApprovalId.is_in(ids.iter().map(|id| id.0)))
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (ApprovalId(row.approval_id), PersonId(row.person_id)))
        .collect())
}
