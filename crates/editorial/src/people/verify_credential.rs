//! Noting that a credential was looked up.

use content::draft::plain_line;
use content::ids::{CredentialId, VerificationId};
use serde_json::json;
use storage::credentials::{self, Verification, VerificationStatus};
use storage::persons;
use time::{Date, Month};

use super::check_view::CheckView;
use super::one;
use super::own_or_staff::tell_readers;
use super::web_address::web_address;
use crate::hands::Hands;
use crate::permissions::may_here;
use crate::record::{Subject, record};
use crate::{Act, Caller, Desk, Refusal};

/// A check as it is noted.
#[derive(Clone, Debug)]
pub struct Check {
    /// Where it was looked up, such as "the board's register".
    pub source: String,
    /// The address of that source.
    pub source_url: Option<String>,
    /// The day of the check.
    pub checked_on: Date,
    /// The last day on which it counts, if earlier than twelve months on.
    pub valid_until: Option<Date>,
    /// What was found.
    pub status: VerificationStatus,
}

/// Notes that an editor looked a credential up: what, where, when, and until when it counts.
/// Nobody checks their own, under whatever name.
pub async fn verify_credential(
    desk: &Desk,
    caller: &Caller,
    id: CredentialId,
    check: &Check,
) -> Result<CheckView, Refusal> {
    may_here(caller, Act::VerifyCredential)?;
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let credential = credentials::find(&tx, id).await?.ok_or(Refusal::NotFound)?;
    let holder = persons::find_identity(&tx, credential.person_id).await?;
    if Hands::of(&tx, signed_in)
        .await?
        .all()
        .any(|me| me == holder)
    {
        let words = "Nobody checks their own credentials. Ask another editor.";
        return Err(Refusal::NotAllowed(words.to_owned()));
    }
    let verification = Verification {
        id: VerificationId(desk.id()),
        credential_id: id,
        source: source(&check.source)?,
        source_url: web_address(check.source_url.as_deref().unwrap_or_default(), "url")?,
        status: check.status,
        checked_on: checked_on(check.checked_on, desk.now().date())?,
        checked_by: signed_in.person,
        valid_until: valid_until(check, credential.expires_on)?,
        created_at: desk.now(),
    };
    credentials::insert_verification(&tx, &verification).await?;
    let subject = Subject::new("person", holder).with(json!({
        "credential": id,
        "verification": verification.id,
        "status": verification.status,
    }));
    record(desk, &tx, caller, "verify_credential", subject).await?;
    tell_readers(desk, &tx, holder, "credentials").await?;
    let by = one(&tx, signed_in.person).await?;
    tx.commit().await?;
    Ok(CheckView {
        check: verification,
        by: Some(by),
    })
}

fn source(typed: &str) -> Result<String, Refusal> {
    let source = plain_line(typed);
    if source.is_empty() {
        Err(Refusal::field("source", "missing", "Say where you looked."))
    } else if source.chars().count() > 200 {
        Err(Refusal::field(
            "source",
            "too_long",
            "This is too long. Use at most 200 letters.",
        ))
    } else {
        Ok(source)
    }
}

/// The day may be tomorrow by our clock: the checker may live east of it.
fn checked_on(day: Date, today: Date) -> Result<Date, Refusal> {
    if day > today.next_day().unwrap_or(today) {
        return Err(Refusal::field(
            "checked_on",
            "in_future",
            "This day has not come yet.",
        ));
    }
    Ok(day)
}

/// A check counts for twelve months at most, and no longer than the credential itself.
fn valid_until(check: &Check, expires_on: Option<Date>) -> Result<Date, Refusal> {
    let latest = year_after(check.checked_on);
    let latest = expires_on.map_or(latest, |day| day.min(latest));
    match check.valid_until {
        Some(day) if day < check.checked_on => {
            let words = "This day is before the day of the check.";
            Err(Refusal::field("valid_until", "too_early", words))
        }
        Some(day) => Ok(day.min(latest)),
        None => Ok(latest),
    }
}

fn year_after(day: Date) -> Date {
    let last_of_february = Date::from_calendar_date(day.year() + 1, Month::February, 28);
    day.replace_year(day.year() + 1)
        .or(last_of_february)
        .unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    fn until(checked_on: Date, given: Option<Date>, expires_on: Option<Date>) -> Option<Date> {
        let check = Check {
            source: "register".to_owned(),
            source_url: None,
            checked_on,
            valid_until: given,
            status: VerificationStatus::Current,
        };
        valid_until(&check, expires_on).ok()
    }

    #[test]
    fn a_check_counts_until_the_earliest_of_three_days() {
        let day = date!(2026 - 03 - 02);
        assert_eq!(until(day, None, None), Some(date!(2027 - 03 - 02)));
        assert_eq!(
            until(date!(2028 - 02 - 29), None, None),
            Some(date!(2029 - 02 - 28))
        );
        assert_eq!(
            until(day, None, Some(date!(2026 - 08 - 31))),
            Some(date!(2026 - 08 - 31))
        );
        assert_eq!(
            until(day, None, Some(date!(2030 - 01 - 01))),
            Some(date!(2027 - 03 - 02))
        );
        assert_eq!(
            until(day, Some(date!(2026 - 06 - 01)), None),
            Some(date!(2026 - 06 - 01))
        );
        assert_eq!(
            until(day, Some(date!(2029 - 06 - 01)), None),
            Some(date!(2027 - 03 - 02))
        );
        assert_eq!(until(day, Some(date!(2026 - 03 - 01)), None), None);
    }
}
