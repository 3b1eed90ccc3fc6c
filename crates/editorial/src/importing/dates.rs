//! Dates as other systems write them.

use time::format_description::BorrowedFormatItem;
use time::format_description::well_known::Rfc3339;
use time::macros::{format_description, time};
use time::{Date, OffsetDateTime, PrimitiveDateTime};

use super::report::{Code, Remark};

const WITH_T: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]");
const WITH_SPACE: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day] [hour]:[minute]:[second]");
const DAY: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

/// The first year in which anything here can have been written.
const FIRST_YEAR: i32 = 1900;

/// A moment that has passed, or a remark on what stands there instead.
pub(super) fn moment(
    typed: Option<&str>,
    field: &str,
    now: OffsetDateTime,
    remarks: &mut Vec<Remark>,
) -> Option<OffsetDateTime> {
    let typed = typed.map(str::trim).filter(|typed| !typed.is_empty())?;
    let Some(at) = parse(typed).filter(|at| at.year() >= FIRST_YEAR) else {
        let detail = format!("{field} is not a date that we can read. It was left out.");
        remarks.push(Remark::new(Code::BadDate, detail));
        return None;
    };
    if at > now {
        let detail = format!("{field} lies in the future. It was left out.");
        remarks.push(Remark::new(Code::BadDate, detail));
        return None;
    }
    Some(at)
}

/// Without an offset it is taken for UTC.
fn parse(typed: &str) -> Option<OffsetDateTime> {
    let utc = |form| PrimitiveDateTime::parse(typed, form).map(PrimitiveDateTime::assume_utc);
    let at = OffsetDateTime::parse(typed, &Rfc3339)
        .or_else(|_| utc(WITH_T))
        .or_else(|_| utc(WITH_SPACE))
        .or_else(|_| Date::parse(typed, DAY).map(|day| day.with_time(time!(0:00)).assume_utc()))
        .ok()?;
    let at = at.checked_to_offset(time::UtcOffset::UTC)?;
    Some(crate::clock::to_microsecond(at))
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn dates_are_read_or_remarked_on() {
        let now = datetime!(2026-03-02 9:00 UTC);
        for (typed, at) in [
            (
                "2019-05-04T12:30:00Z",
                Some(datetime!(2019-05-04 12:30 UTC)),
            ),
            (
                "2019-05-04T12:30:00.1234567+02:00",
                Some(datetime!(2019-05-04 10:30:00.123456 UTC)),
            ),
            ("2019-05-04T12:30:00", Some(datetime!(2019-05-04 12:30 UTC))),
            ("2019-05-04 12:30:00", Some(datetime!(2019-05-04 12:30 UTC))),
            (" 2019-05-04 ", Some(datetime!(2019-05-04 0:00 UTC))),
            ("0000-00-00 00:00:00", None),
            ("0019-05-04", None),
            ("2026-03-03", None),
            ("yesterday", None),
        ] {
            let mut remarks = Vec::new();
            assert_eq!(
                moment(Some(typed), "published_at", now, &mut remarks),
                at,
                "{typed}"
            );
            assert_eq!(remarks.len(), usize::from(at.is_none()), "{typed}");
        }
        let mut remarks = Vec::new();
        assert_eq!(moment(Some(""), "published_at", now, &mut remarks), None);
        assert_eq!(moment(None, "published_at", now, &mut remarks), None);
        assert!(remarks.is_empty());
    }
}
