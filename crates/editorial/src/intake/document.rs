//! A document, read and understood.

use content::clean_html::Unclean;
use content::digest::Digest;
use content::intake::{NoteText, Typescript, Understood, understand};
use tokio::sync::Semaphore;
use word::{Comment, Image, Manuscript, Tracked, TrackedChanges, Unreadable};

use super::pictures;
use crate::Refusal;

/// One at a time: a document can take much memory while it is open.
static AT_ONCE: Semaphore = Semaphore::const_new(1);

/// What was read, and what was understood of it.
pub(super) struct Document {
    /// Of the file.
    pub(super) digest: Digest,
    /// Its pictures stand in the body under the digests of their files.
    pub(super) understood: Understood,
    /// The pictures that can be kept, each once, by the digest of its file.
    pub(super) images: Vec<(Digest, Image)>,
    pub(super) comments: Vec<Comment>,
    pub(super) tracked: Tracked,
    pub(super) language: Option<String>,
    /// What cannot be carried over, a line each.
    pub(super) left_out: Vec<String>,
}

impl Document {
    /// Reads a document on a thread of its own. `known` are names of persons here, in small
    /// letters.
    pub(super) async fn read(
        bytes: Vec<u8>,
        changes: TrackedChanges,
        known: Vec<String>,
    ) -> Result<Self, Refusal> {
        let busy = || Refusal::Unreadable(Unreadable::Truncated);
        let place = AT_ONCE.acquire().await.map_err(|_| busy())?;
        let read = tokio::task::spawn_blocking(move || Self::of(&bytes, changes, &known)).await;
        drop(place);
        // A reader that broke off has met a file that nobody foresaw.
        read.map_err(|_| {
            let part = "the reader broke off".to_owned();
            Refusal::Unreadable(Unreadable::Damaged { part })
        })?
    }

    fn of(bytes: &[u8], changes: TrackedChanges, known: &[String]) -> Result<Self, Refusal> {
        let manuscript = word::read(bytes, changes).map_err(Refusal::Unreadable)?;
        let digest = Digest::of(bytes);
        let mut left_out: Vec<String> = manuscript
            .left_out
            .iter()
            .map(ToString::to_string)
            .collect();
        let (html, files) = with_places(&manuscript);
        let text = Typescript {
            title: manuscript.title,
            property_title: manuscript.property_title,
            html,
            notes: manuscript
                .notes
                .into_iter()
                .map(|note| NoteText {
                    html: note.html,
                    text: note.text,
                })
                .collect(),
        };
        let is_known = |name: &str| known.contains(&name.to_lowercase());
        let mut understood = understand(text, &is_known).map_err(too_much)?;
        let (images, gone) = pictures::sorted(manuscript.images, files, &understood.body);
        if !gone.is_empty() {
            understood.body = understood.body.without_images(&gone).map_err(too_much)?;
            left_out.push(pictures::left_out(gone.len()));
        }
        left_out.extend(understood.dropped.iter().map(ToString::to_string));
        Ok(Self {
            digest,
            understood,
            images,
            comments: manuscript.comments,
            tracked: manuscript.tracked,
            language: manuscript.language,
            left_out,
        })
    }
}

/// The words with each picture under the digest of its file and each note under its number, as
/// [`content::intake`] reads them. In what was read no other quotation mark stands before these
/// words: those of the text are written as entities.
fn with_places(manuscript: &Manuscript) -> (String, Vec<Digest>) {
    let files: Vec<Digest> = manuscript
        .images
        .iter()
        .map(|image| Digest::of(&image.bytes))
        .collect();
    let mut html = manuscript.html.replace("\"word-note:", "\"#ref-note");
    for (number, file) in files.iter().enumerate() {
        let (here, there) = (
            format!("\"word-image:{number}\""),
            format!("\"media:{file}\""),
        );
        html = html.replace(&here, &there);
    }
    (html, files)
}

fn too_much(error: Unclean) -> Refusal {
    Refusal::Unreadable(match error {
        Unclean::TooLong { .. } => Unreadable::TooLong,
        Unclean::Unsettled => Unreadable::TooDeep,
    })
}
