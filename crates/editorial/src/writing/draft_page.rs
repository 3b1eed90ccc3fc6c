//! The draft as readers would see it, were it published as it stands.

use content::ids::{ArticleId, PersonId};
use content::publication::Publication;
use content::revision::SectionText;

use super::ArticleFile;
use crate::signing::{as_it_stands, as_published};
use crate::{Act, Caller, Desk, Refusal};

/// The draft in the form of the publication it would become: cleaned, under the bylines that
/// would be printed today, and unsigned.
///
/// # Errors
/// When the caller may not read it: it is said not to be there.
pub async fn draft_page(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<Publication, Refusal> {
    let tx = desk.storage.look().await?;
    let file = ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let (frame, sections) = as_it_stands(&tx, &file).await?;
    let sections: Vec<(&SectionText, &[PersonId])> = sections
        .iter()
        .map(|(text, over)| (text, over.as_slice()))
        .collect();
    as_published(desk, &tx, &file.article, &frame, &sections, None).await
}
