//! The link for whoever starts the server for the first time.

use serde_json::json;
use storage::accounts;
use storage::links::Purpose;

use super::CopiedLink;
use super::links;
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Whether anybody has an account; before that only the link that the server prints leads in.
pub async fn has_accounts(desk: &Desk) -> Result<bool, Refusal> {
    let tx = desk.storage.look().await?;
    Ok(!accounts::is_empty(&tx).await?)
}

/// Makes the link that makes the first owner, while there is no account; an earlier one ends.
pub async fn first_run(desk: &Desk) -> Result<Option<CopiedLink>, Refusal> {
    let tx = desk.storage.begin().await?;
    if !accounts::is_empty(&tx).await? {
        return Ok(None);
    }
    let link = links::make(desk, &tx, Purpose::FirstRun, None, None).await?;
    let subject = Subject::new("site", "site").with(json!({"link": link.id}));
    record(desk, &tx, &Caller::Operator, "first_run", subject).await?;
    tx.commit().await?;
    Ok(Some(CopiedLink {
        url: link.url,
        expires_at: link.expires_at,
    }))
}
