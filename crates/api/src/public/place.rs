//! How a list says where it goes on: a place, in letters that only this file reads.

use content::ids::ArticleId;
use content::public::Place;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::problem::Problem;

/// The moment in nanoseconds, and the name of the article.
const LENGTH: usize = 16 + 16;

/// The years that a database can be asked about.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// What is sent as `next`.
pub(super) fn written(place: Place) -> String {
    let at = place.first_published_at.unix_timestamp_nanos();
    hex::encode([at.to_be_bytes(), place.article_id.0.into_bytes()].concat())
}

/// What came as `after`.
pub(super) fn read(after: &str) -> Result<Place, Problem> {
    parse(after).ok_or_else(Problem::unknown_place)
}

fn parse(after: &str) -> Option<Place> {
    let mut bytes = [0; LENGTH];
    hex::decode_to_slice(after, &mut bytes).ok()?;
    let (at, id) = bytes.split_first_chunk()?;
    let at = OffsetDateTime::from_unix_timestamp_nanos(i128::from_be_bytes(*at)).ok()?;
    YEARS.contains(&at.year()).then_some(Place {
        first_published_at: at,
        article_id: ArticleId(Uuid::from_slice(id).ok()?),
    })
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    const PLACE: Place = Place {
        first_published_at: datetime!(2026-03-02 9:00:00.123456789 UTC),
        article_id: ArticleId(Uuid::from_u128(7)),
    };

    #[test]
    fn a_place_comes_back_as_it_was_written() {
        assert_eq!(parse(&written(PLACE)), Some(PLACE));
        let early = Place {
            first_published_at: datetime!(1931-01-01 0:00 UTC),
            ..PLACE
        };
        assert_eq!(parse(&written(early)), Some(early));
    }

    #[test]
    fn what_was_never_written_is_no_place() {
        let whole = written(PLACE);
        let long_ago = Place {
            first_published_at: datetime!(-0044-03-15 12:00 UTC),
            ..PLACE
        };
        for other in [
            "",
            "20",
            "%ff",
            &whole[2..],
            &format!("{whole}00"),
            &"7".repeat(64),
            &whole.replace('0', "g"),
            &written(long_ago),
        ] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
