//! `countersign export bundle`

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use editorial::Caller;
use editorial::importing::{ExportError, ExportScope, export_bundle};

use crate::config::Config;
use crate::{Failure, house};

/// Writes a bundle beside its place and then puts it there, so that no half of one is left.
pub async fn bundle(config: &Config, file: &Path, scope: ExportScope) -> Result<(), Failure> {
    let unwritable =
        |error| Failure::because(&format!("{} cannot be written", file.display()), error);
    let beside = file.with_added_extension("part");
    let output = File::create(&beside).map_err(unwritable)?;
    let desk = house::desk_for_command(config).await?;
    let mut output = BufWriter::new(output);
    let written = export_bundle(&desk, &Caller::Operator, &mut output, scope).await;
    let written = written.map_err(|error| match error {
        ExportError::Refused(refusal) => refusal.into(),
        ExportError::Unwritable(error) => unwritable(error),
    });
    let kept = written.and_then(|report| {
        output.flush().map_err(unwritable)?;
        output.get_ref().sync_all().map_err(unwritable)?;
        std::fs::rename(&beside, file).map_err(unwritable)?;
        Ok(report)
    });
    if kept.is_err() {
        // What is left of it is of no use; that it cannot be removed is of no use to know.
        let _ = std::fs::remove_file(&beside);
    }
    let report = kept?;
    desk.storage.close().await?;
    println!(
        "Written: {} public, {} drafts.",
        report.public, report.drafts
    );
    Ok(())
}
