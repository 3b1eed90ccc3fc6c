//! Somebody who writes an article names a colleague who is new here.

use content::ids::ArticleId;
use serde_json::json;

use super::{PersonRef, new_person, one, read_byline};
use crate::record::{Subject, record};
use crate::writing::open_for_editing;
use crate::{Caller, Desk, Refusal};

/// Adds the person of a typed byline, such as "Jo Example, MA, LPC".
///
/// It never matches somebody who is known already: whose signature is asked for is not guessed.
/// An editor says later if two persons are one.
pub async fn name_contributor(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    typed: &str,
) -> Result<PersonRef, Refusal> {
    let tx = desk.storage.begin().await?;
    open_for_editing(desk, &tx, caller, article).await?;
    let person = new_person(desk, &tx, &read_byline(typed, "typed")?, "typed").await?;
    let subject = Subject::new("person", person.id).with(json!({ "article": article }));
    record(desk, &tx, caller, "add_person", subject).await?;
    let named = one(&tx, person.id).await?;
    tx.commit().await?;
    Ok(named)
}
