//! Settings as they are written: in the file, in the environment, behind the command.

use std::path::PathBuf;

use figment::value::{Dict, Map, Value};
use figment::{Metadata, Profile, Provider};
use serde::{Deserialize, Serialize};

/// All settings before they are checked.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Written {
    pub(super) data: PathBuf,
    pub(super) database_url: Option<String>,
    pub(super) media: Option<PathBuf>,
    pub(super) search_url: Option<String>,
    pub(super) listen: String,
    pub(super) public_url: Option<String>,
    pub(super) theme: Option<PathBuf>,
    pub(super) trusted_proxies: Vec<String>,
    pub(super) worker: bool,
    pub(super) access_log: bool,
    pub(super) log: String,
    pub(super) site: WrittenSite,
    pub(super) smtp: WrittenSmtp,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenSite {
    pub(super) name: String,
    pub(super) country: String,
    pub(super) language: String,
    pub(super) contact: Option<String>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenSmtp {
    pub(super) host: Option<String>,
    pub(super) port: Option<u16>,
    pub(super) user: Option<String>,
    pub(super) password: Option<String>,
    pub(super) from: Option<String>,
    pub(super) tls: String,
}

impl Written {
    /// What holds where nothing is written.
    pub(super) fn defaults() -> Self {
        Self {
            data: PathBuf::from("data"),
            listen: "127.0.0.1:8080".to_owned(),
            worker: true,
            access_log: true,
            log: "info".to_owned(),
            site: WrittenSite {
                name: "Countersign".to_owned(),
                country: "US".to_owned(),
                language: "en".to_owned(),
                contact: None,
            },
            smtp: WrittenSmtp {
                tls: "starttls".to_owned(),
                ..WrittenSmtp::default()
            },
            ..Self::default()
        }
    }
}

const PREFIX: &str = "COUNTERSIGN_";

/// `COUNTERSIGN_…`: the name of a setting in capitals, with `_` for the dot, such as
/// `COUNTERSIGN_SMTP_HOST`. Values are taken as they stand: a password of digits stays text.
pub(super) struct Environment(pub(super) Vec<(String, String)>);

impl Environment {
    /// The value of one setting.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let wanted = format!("{PREFIX}{}", name.to_uppercase());
        let found = self.0.iter().find(|(key, _)| *key == wanted);
        found.map(|(_, value)| value.as_str())
    }
}

impl Provider for Environment {
    fn metadata(&self) -> Metadata {
        Metadata::named("the environment")
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        let mut all = Dict::new();
        for (key, value) in &self.0 {
            let Some(name) = key.strip_prefix(PREFIX).map(str::to_lowercase) else {
                continue;
            };
            // These speak to the command line and to tests.
            if name == "config" || name.starts_with("test_") {
                continue;
            }
            let (part, name) = match name.split_once('_') {
                Some((part @ ("site" | "smtp"), name)) => (Some(part.to_owned()), name.to_owned()),
                _ => (None, name),
            };
            let value = read(&name, value);
            match part {
                None => {
                    all.insert(name, value);
                }
                Some(part) => {
                    let inner = all.entry(part).or_insert_with(|| Value::from(Dict::new()));
                    if let Value::Dict(_, inner) = inner {
                        inner.insert(name, value);
                    }
                }
            }
        }
        Ok(Profile::Default.collect(all))
    }
}

/// Text, but for the settings that are none.
fn read(name: &str, value: &str) -> Value {
    match (name, value) {
        ("worker" | "access_log", "true" | "yes" | "on" | "1") => Value::from(true),
        ("worker" | "access_log", "false" | "no" | "off" | "0") => Value::from(false),
        ("port", digits) => digits
            .parse::<u32>()
            .map_or_else(|_| Value::from(digits), Value::from),
        ("trusted_proxies", list) => Value::from(
            list.split([',', ' '])
                .filter(|one| !one.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>(),
        ),
        (_, text) => Value::from(text),
    }
}
