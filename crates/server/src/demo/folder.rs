//! The folder of a demo: it says that it is one, and how far it came.

use std::fs;
use std::path::Path;

use crate::Failure;

const MARK: &str = "this-is-a-demo";
const LOADING: &str = "This folder holds a demo that was not finished. You may delete it.\n";
const READY: &str = "This folder holds a demo with invented people. You may delete it.\n";

/// How far the demo in a folder came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The folder is empty now; fill it.
    Fresh,
    /// It is all there.
    Ready,
}

/// Makes the folder a demo's, or finds that it is one. A demo that was cut off while it was
/// made is begun anew; a folder of anything else is not touched.
///
/// # Errors
/// When the folder holds something else or cannot be written.
pub fn stage(folder: &Path) -> Result<Stage, Failure> {
    let failed = |error| {
        Failure::because(
            &format!("The folder {} cannot be used", folder.display()),
            error,
        )
    };
    let mark = folder.join(MARK);
    match fs::read_to_string(&mark) {
        Ok(words) if words == READY => return Ok(Stage::Ready),
        Ok(_) => fs::remove_dir_all(folder).map_err(failed)?,
        Err(_) if is_in_use(folder) => {
            return Err(Failure::new(format!(
                "The folder {} holds something other than a demo, and was left as it is. Name another \
                 folder with --data.",
                folder.display()
            )));
        }
        Err(_) => {}
    }
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(mark, LOADING))
        .map_err(failed)?;
    Ok(Stage::Fresh)
}

/// Notes that the demo is all there.
///
/// # Errors
/// When the folder cannot be written.
pub fn finished(folder: &Path) -> Result<(), Failure> {
    fs::write(folder.join(MARK), READY).map_err(|error| {
        Failure::because(
            &format!("The folder {} cannot be used", folder.display()),
            error,
        )
    })
}

fn is_in_use(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_anything_else_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let demo = place.path().join("demo");
        assert_eq!(stage(&demo), Ok(Stage::Fresh));
        fs::write(demo.join("half"), "").unwrap();
        assert_eq!(stage(&demo), Ok(Stage::Fresh), "cut off and begun anew");
        assert!(!demo.join("half").exists());
        finished(&demo).unwrap();
        assert_eq!(stage(&demo), Ok(Stage::Ready));

        let other = place.path().join("other");
        fs::create_dir(&other).unwrap();
        fs::write(other.join("countersign.db"), "precious").unwrap();
        assert!(stage(&other).is_err());
        assert_eq!(
            fs::read_to_string(other.join("countersign.db")).unwrap(),
            "precious"
        );
    }
}
