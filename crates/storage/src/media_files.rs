//! The files of images, by their content, behind one interface for a folder and for stores of
//! other kinds.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;
use std::sync::Arc;

use content::digest::Digest;
use content::image_sizes::{Size, widths};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Name;
use object_store::{Error, ObjectStore, ObjectStoreExt as _};

/// Where the files of images are.
#[derive(Clone, Debug)]
pub struct MediaFiles(Arc<dyn ObjectStore>);

/// The files could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    /// The folder cannot be made or used.
    #[error("the folder of images, {folder}, cannot be used: {why}")]
    Folder {
        /// Which.
        folder: String,
        /// Why not.
        why: String,
    },
    /// The store did not answer.
    #[error("the store of images did not answer: {0}")]
    Store(#[from] Error),
}

impl MediaFiles {
    /// Files in this folder, which is made if need be, for nobody else to look into.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn folder(folder: &Path) -> Result<Self, MediaError> {
        let failed = |why: String| MediaError::Folder {
            folder: folder.display().to_string(),
            why,
        };
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(|error| failed(error.to_string()))?;
        let files = LocalFileSystem::new_with_prefix(folder)
            .map_err(|error| failed(error.to_string()))?
            .with_fsync(true)
            .with_automatic_cleanup(true);
        Ok(Self(Arc::new(files)))
    }

    /// Writes one size of an image; what is there already stays as it is.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn put(&self, image: Digest, size: Size, bytes: Vec<u8>) -> Result<(), MediaError> {
        let name = name(image, size);
        match self.0.head(&name).await {
            Ok(_) => Ok(()),
            Err(Error::NotFound { .. }) => {
                self.0.put(&name, bytes.into()).await?;
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// One size of an image, if it is there.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn get(&self, image: Digest, size: Size) -> Result<Option<Vec<u8>>, MediaError> {
        match self.0.get(&name(image, size)).await {
            Ok(found) => Ok(Some(found.bytes().await?.into())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether every size of an image of this width is there.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn has_all(&self, image: Digest, width: u32) -> Result<bool, MediaError> {
        for size in sizes(width) {
            match self.0.head(&name(image, size)).await {
                Ok(_) => {}
                Err(Error::NotFound { .. }) => return Ok(false),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(true)
    }

    /// Removes every size of an image of this width.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn remove(&self, image: Digest, width: u32) -> Result<(), MediaError> {
        for size in sizes(width) {
            match self.0.delete(&name(image, size)).await {
                Ok(()) | Err(Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

/// All files of an image of this width.
pub fn sizes(width: u32) -> impl Iterator<Item = Size> {
    widths(width).into_iter().flat_map(|width| {
        content::image_sizes::Format::ALL
            .into_iter()
            .map(move |format| Size { width, format })
    })
}

fn name(image: Digest, size: Size) -> Name {
    let digest = image.to_string();
    Name::from_iter([&digest[..2], digest.as_str(), &size.to_string()])
}
