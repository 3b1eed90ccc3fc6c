//! The report as a file for spreadsheets.

use std::io::{self, Write};

use super::report::ImportReport;

/// Writes the rows as CSV (RFC 4180) with a heading.
///
/// What a spreadsheet would take for a formula gets an apostrophe before it.
pub fn write_csv(report: &ImportReport, mut writer: impl Write) -> io::Result<()> {
    writer.write_all(b"line,external_id,severity,code,detail\r\n")?;
    for row in &report.rows {
        let line = row.line.to_string();
        let cells = [
            line.as_str(),
            row.external_id.as_deref().unwrap_or_default(),
            row.severity.as_str(),
            row.code.as_str(),
            &row.detail,
        ];
        let cells: Vec<String> = cells.into_iter().map(cell).collect();
        write!(writer, "{}\r\n", cells.join(","))?;
    }
    writer.flush()
}

fn cell(text: &str) -> String {
    let formula =
        text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\r', '\n', '\'']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importing::report::{Code, Remark};

    #[test]
    fn cells_are_quoted_and_no_formula() {
        for (text, written) in [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("=SUM(A1)", "\"'=SUM(A1)\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@cmd", "\"'@cmd\""),
            (" =1", "\"' =1\""),
            ("\t=1", "\"'\t=1\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(cell(text), written, "{text:?}");
        }
    }

    #[test]
    fn a_report_is_a_table() {
        let mut report = ImportReport::default();
        report.note(
            3,
            Some("=a"),
            Remark::new(Code::NoTitle, "There was no title."),
        );
        report.note(
            4,
            None,
            Remark::new(Code::NotJson, "This line is not JSON."),
        );
        let mut out = Vec::new();
        write_csv(&report, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "line,external_id,severity,code,detail\r\n\
             3,\"'=a\",warning,no_title,There was no title.\r\n\
             4,,error,not_json,This line is not JSON.\r\n"
        );
    }
}
