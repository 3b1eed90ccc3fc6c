//! Public reading: built from a [`storage::Reader`] and a search index alone, so that no call
//! in here can come upon a draft.

mod articles;
mod house;
mod persons;
mod place;
mod search;
mod shapes;

use std::sync::Arc;

use ::search::SearchIndex;
use pages::SiteFacts;
use poem::{FromRequest, Request, RequestBody, Result};
use storage::{Reader, Snapshot};

use crate::problem::Problem;
use crate::state;

pub(crate) use articles::Articles;
pub(crate) use house::House;
pub(crate) use persons::Persons;
pub(crate) use search::Search;

/// What public reading needs.
#[derive(Clone)]
pub struct PublicState {
    /// Publications, and nothing else.
    pub reader: Reader,
    /// Without one, search says that it is not working.
    pub index: Option<Arc<dyn SearchIndex>>,
    /// The settings of the site; its living facts come from each snapshot.
    pub site: SiteFacts,
}

impl std::fmt::Debug for PublicState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PublicState")
            .field("site", &self.site)
            .finish_non_exhaustive()
    }
}

/// A public call: one moment of what readers may see.
pub(crate) struct Reading {
    pub(crate) snapshot: Snapshot,
    pub(crate) state: PublicState,
}

impl<'a> FromRequest<'a> for Reading {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        let state = state(request)?.public.clone();
        let snapshot = state.reader.snapshot().await.map_err(failed)?;
        Ok(Self { snapshot, state })
    }
}

impl Reading {
    /// The settings with the help directory and the day of this moment.
    pub(crate) async fn site(&self) -> Result<SiteFacts, Problem> {
        let mut site = self.state.site.clone();
        site.help = self.snapshot.help().await.map_err(failed)?;
        site.as_of = Some(self.snapshot.today().await.map_err(failed)?);
        Ok(site)
    }
}

pub(crate) fn failed(error: storage::StorageError) -> Problem {
    Problem::from(editorial::Refusal::from(error))
}
