//! Which site version is current, learned without asking the database on each request.

use std::sync::{PoisonError, RwLock};

use content::public::SiteVersion;
use tokio::sync::watch;

/// Names everything that is kept: pages of another stamp are not looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Stamp {
    /// Counts the epochs that this process has seen.
    epoch: u64,
    /// The site version within the epoch.
    version: i64,
}

impl Stamp {
    pub(crate) fn is_before(self, other: Self) -> bool {
        (self.epoch, self.version) < (other.epoch, other.version)
    }
}

#[derive(Debug)]
struct State {
    name: String,
    stamp: Stamp,
    /// After a restore, versions heard from before it may be higher than those to come.
    trusts_heard: bool,
}

/// The newest version that this process knows of.
#[derive(Debug)]
pub(crate) struct Current {
    state: RwLock<State>,
    heard: watch::Receiver<i64>,
}

impl Current {
    pub(crate) fn new(first: SiteVersion, heard: watch::Receiver<i64>) -> Self {
        let stamp = Stamp {
            epoch: 0,
            version: first.version,
        };
        Self {
            state: RwLock::new(State {
                name: first.epoch,
                stamp,
                trusts_heard: true,
            }),
            heard,
        }
    }

    /// What pages are kept under now.
    pub(crate) fn stamp(&self) -> Stamp {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        let heard = *self.heard.borrow();
        if state.trusts_heard && heard > state.stamp.version {
            Stamp {
                version: heard,
                ..state.stamp
            }
        } else {
            state.stamp
        }
    }

    /// Takes in what the database said, and names it.
    pub(crate) fn learn(&self, read: &SiteVersion) -> Stamp {
        let known = |state: &State| state.name == read.epoch && state.stamp.version >= read.version;
        {
            let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
            if known(&state) {
                return Stamp {
                    version: read.version,
                    ..state.stamp
                };
            }
        }
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if state.name != read.epoch {
            state.name.clone_from(&read.epoch);
            state.stamp = Stamp {
                epoch: state.stamp.epoch + 1,
                version: read.version,
            };
            state.trusts_heard = false;
        } else if read.version > state.stamp.version {
            state.stamp.version = read.version;
        }
        Stamp {
            version: read.version,
            ..state.stamp
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(epoch: &str, version: i64) -> SiteVersion {
        SiteVersion {
            epoch: epoch.to_owned(),
            version,
        }
    }

    #[test]
    fn a_version_is_heard_at_once_and_a_restore_begins_anew() {
        let (tell, heard) = watch::channel(0);
        let current = Current::new(at("a", 4), heard);
        let first = current.stamp();
        tell.send(5).expect("somebody listens");
        let second = current.stamp();
        assert_ne!(first, second);
        assert_eq!(current.learn(&at("a", 5)), second);
        assert_eq!(current.stamp(), second);
        current.learn(&at("b", 2));
        let restored = current.stamp();
        assert_ne!(restored, second);
        current.learn(&at("b", 3));
        assert_ne!(
            current.stamp(),
            restored,
            "a low version counts after a restore"
        );
    }
}
