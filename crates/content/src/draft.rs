//! Text being typed; untrusted.
