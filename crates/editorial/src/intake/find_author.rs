//! Who a typed byline means here, for the operator.

use super::who;
use crate::people::{PersonRef, read_byline};
use crate::permissions::may_here;
use crate::{Act, Caller, Desk, Refusal};

/// The persons whose name this is, whatever the letters behind it.
pub async fn find_author(
    desk: &Desk,
    caller: &Caller,
    typed: &str,
) -> Result<Vec<PersonRef>, Refusal> {
    if !matches!(caller, Caller::Operator) {
        may_here(caller, Act::ManagePeople)?;
    }
    let name = read_byline(typed, "author")?.byline.name;
    let tx = desk.storage.look().await?;
    let names = who::names(&tx, caller).await?;
    who::matching(&tx, &names, &name).await
}
