//! `countersign import bundle`

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use editorial::Caller;
use editorial::importing::{
    self, ImportError, ImportOptions, ImportReport, Severity, import_bundle, write_csv,
};

use crate::config::Config;
use crate::progress::Progress;
use crate::{Failure, house};

/// Rows that are shown where no report is written.
const SHOWN: usize = 20;

/// Takes a bundle in, and says line by line what was set right or left out.
pub async fn bundle(
    config: &Config,
    file: &Path,
    options: ImportOptions,
    report: Option<&Path>,
) -> Result<(), Failure> {
    let unreadable = |error| Failure::because(&format!("{} cannot be read", file.display()), error);
    let input = File::open(file).map_err(unreadable)?;
    let size = input.metadata().map_err(unreadable)?.len();
    // A report that cannot be written is better known before than after.
    let report = report
        .map(|path| open_report(path).map(|file| (path, file)))
        .transpose()?;

    let desk = house::desk_for_command(config).await?;
    let progress = Progress::begin();
    let mut tell = |now: importing::Progress| {
        let percent = (now.bytes * 100).checked_div(size).unwrap_or(100).min(100);
        progress.say(&format!("{} lines, {percent} % …", now.lines));
    };
    let input = BufReader::new(input);
    let done = import_bundle(&desk, &Caller::Operator, input, options, &mut tell).await;
    drop(progress);
    let done = done.map_err(|error| match error {
        ImportError::Refused(refusal) => refusal.into(),
        other => Failure::new(other.to_string()),
    })?;
    desk.storage.close().await?;

    match report {
        Some((path, file)) => write_csv(&done, file).map_err(|error| {
            Failure::because(&format!("{} cannot be written", path.display()), error)
        })?,
        None => show(&done),
    }
    if options.dry_run {
        println!("Nothing was changed. It would be: {}", done.sentence());
    } else {
        println!("{}", done.sentence());
    }
    Ok(())
}

fn open_report(path: &Path) -> Result<File, Failure> {
    File::create(path)
        .map_err(|error| Failure::because(&format!("{} cannot be written", path.display()), error))
}

/// The lines that could not be used, and what else is worth a look.
fn show(report: &ImportReport) {
    let worth = |severity| {
        report
            .rows
            .iter()
            .filter(move |row| row.severity == severity)
    };
    let rows: Vec<_> = worth(Severity::Error)
        .chain(worth(Severity::Warning))
        .collect();
    for row in rows.iter().take(SHOWN) {
        println!("line {}: {}", row.line, row.detail);
    }
    if rows.len() > SHOWN {
        let more = rows.len() - SHOWN;
        println!("… and {more} more; --report FILE.csv lists them all.");
    }
}
