//! What readers were told about changes of a text before it came here.

use content::draft::plain_text;
use content::notice::NoticeKind;
use time::OffsetDateTime;

use super::dates::moment;
use super::entry::Entry;
use super::report::Remark;

/// The longest notice that comes along, in characters.
const LONGEST: usize = 2000;

/// A notice of the other site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) kind: NoticeKind,
    pub(super) text: String,
    pub(super) at: OffsetDateTime,
}

/// The notices of a line that still hold here: not that it was imported there, and nothing of
/// an investigation, which keeps the text from coming in as live.
pub(super) fn told(entry: &Entry, now: OffsetDateTime, remarks: &mut Vec<Remark>) -> Vec<Told> {
    let notices = entry.public.iter().flat_map(|public| &public.notices);
    let mut all: Vec<Told> = notices
        .filter_map(|notice| {
            let kind = match notice.kind.as_str() {
                "correction" => NoticeKind::Correction,
                "clarification" => NoticeKind::Clarification,
                "amendment" => NoticeKind::Amendment,
                _ => return None,
            };
            let text: String = plain_text(&notice.text).chars().take(LONGEST).collect();
            let at = moment(Some(&notice.at), "notices", now, remarks)?;
            (!text.is_empty()).then_some(Told { kind, text, at })
        })
        .collect();
    all.sort_by_key(|one| one.at);
    all
}
