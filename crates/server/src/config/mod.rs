//! Settings: defaults, then the file, then the environment, then what stands behind the command.
//! Each is checked here, once; what is wrong is said with the setting's name.

mod site;
mod smtp;
mod written;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use api::TrustedProxies;
use figment::Figment;
use figment::providers::{Format as _, Serialized, Toml};
use serde::Serialize;

pub use site::Site;
pub use smtp::{Smtp, Tls};

use crate::Failure;
use written::{Environment, Written};

/// The settings in use, every one of them checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder of database and search index.
    pub data: PathBuf,
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// The folder of images; of several nodes one that they share.
    pub media: PathBuf,
    /// Where to answer.
    pub listen: SocketAddr,
    /// Scheme and host that readers see; without it, the address that is listened on.
    pub public_url: Option<String>,
    /// A folder of templates and styles.
    pub theme: Option<PathBuf>,
    /// Who may say where a request came from.
    pub proxies: TrustedProxies,
    /// Whether `serve` runs the worker.
    pub worker: bool,
    /// Whether requests are logged.
    pub access_log: bool,
    /// What is logged, such as `info` or `warn,countersign=debug`.
    pub log: String,
    /// The site.
    pub site: Site,
    /// How letters are sent; without it, links are shown to copy.
    pub smtp: Option<Smtp>,
}

/// What stands behind the command.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Flags {
    /// The file with settings, in place of the one in the data folder.
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// `data`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<PathBuf>,
    /// `database_url`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// `search_url`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search_url: Option<String>,
    /// `public_url`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// `listen`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// `worker`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worker: Option<bool>,
}

/// The name of the file in the data folder.
pub const FILE: &str = "countersign.toml";

impl Config {
    /// Reads and checks all settings.
    ///
    /// # Errors
    /// When one cannot be used; the sentence names it.
    pub fn load(
        flags: &Flags,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Failure> {
        let environment = Environment(environment.into_iter().collect());
        let named = flags.config.clone();
        let named = named.or_else(|| environment.get("config").map(PathBuf::from));
        if let Some(file) = named.as_deref().filter(|file| !file.is_file()) {
            return Err(Failure::new(format!(
                "The file with settings, {}, is not there.",
                file.display()
            )));
        }
        let data = flags.data.clone();
        let data = data.or_else(|| environment.get("data").map(PathBuf::from));
        let file =
            named.unwrap_or_else(|| data.unwrap_or_else(|| Written::defaults().data).join(FILE));
        let mut figment = Figment::from(Serialized::defaults(Written::defaults()));
        if file.is_file() {
            figment = figment.merge(Toml::file_exact(file));
        }
        figment
            .merge(environment)
            .merge(Serialized::defaults(flags))
            .extract::<Written>()
            .map_err(|error| sentence(&error))
            .and_then(Self::check)
    }

    fn check(written: Written) -> Result<Self, Failure> {
        let database_url = database_url(written.database_url, &written.data)?;
        if let Some(url) = written.search_url.filter(|url| !url.is_empty()) {
            let words = if url.starts_with("http") {
                "a search server cannot be used yet; leave it out to use the search built in"
            } else {
                "it is not an address"
            };
            return Err(wrong("search_url", words));
        }
        let listen = written.listen.parse().map_err(|_| {
            wrong(
                "listen",
                "write an address and a port, such as 127.0.0.1:8080",
            )
        })?;
        if let Some(theme) = written.theme.as_deref().filter(|theme| !theme.is_dir()) {
            let words = format!("{} is not a folder", theme.display());
            return Err(wrong("theme", &words));
        }
        let proxies = written
            .trusted_proxies
            .iter()
            .map(|text| {
                text.parse()
                    .map_err(|error| wrong("trusted_proxies", &format!("{error}")))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            database_url,
            media: written.media.unwrap_or_else(|| written.data.join("media")),
            listen,
            public_url: written.public_url.as_deref().map(public_url).transpose()?,
            theme: written.theme,
            proxies: TrustedProxies(proxies),
            worker: written.worker,
            access_log: written.access_log,
            log: written.log,
            site: Site::check(written.site)?,
            smtp: Smtp::check(written.smtp)?,
            data: written.data,
        })
    }

    /// The folder of the search index.
    #[must_use]
    pub fn index_folder(&self) -> PathBuf {
        self.data.join("index")
    }

    /// The address that readers see, when requests are answered at `bound`.
    #[must_use]
    pub fn public_url_at(&self, bound: SocketAddr) -> String {
        self.public_url.clone().unwrap_or_else(|| {
            if bound.ip().is_unspecified() {
                format!("http://localhost:{}", bound.port())
            } else {
                format!("http://{bound}")
            }
        })
    }
}

/// `The setting X cannot be used: …`
fn wrong(setting: &str, why: &str) -> Failure {
    Failure::because(&format!("The setting {setting} cannot be used"), why)
}

fn sentence(error: &figment::Error) -> Failure {
    let place = error
        .metadata
        .as_ref()
        .and_then(|metadata| metadata.source.as_ref())
        .map_or_else(String::new, |source| format!(" (in {source})"));
    let path = error.path.join(".");
    match &error.kind {
        figment::error::Kind::UnknownField(name, _) => {
            // The path names the part that holds the unknown name, or already ends in it.
            let is_whole = error.path.last() == Some(name);
            let name = match path.as_str() {
                "" => name.clone(),
                path if is_whole => path.to_owned(),
                part => format!("{part}.{name}"),
            };
            Failure::new(format!("There is no setting {name}{place}."))
        }
        kind if path.is_empty() => {
            // A file that cannot be parsed is drawn over several lines; the outer ones say it.
            let words = kind.to_string();
            let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
            let why = match (lines.next(), lines.next_back()) {
                (Some(first), Some(last)) => format!("{first}, {last}"),
                (first, _) => first.unwrap_or_default().to_owned(),
            };
            Failure::because(&format!("The settings cannot be read{place}"), why)
        }
        kind => wrong(&format!("{path}{place}"), &kind.to_string()),
    }
}

/// Says nothing of the address itself: it may hold a password.
fn database_url(written: Option<String>, data: &Path) -> Result<String, Failure> {
    match written {
        None => Ok(format!("sqlite:{}", data.join("countersign.db").display())),
        Some(url)
            if ["sqlite:", "postgres://", "postgresql://"]
                .iter()
                .any(|s| url.starts_with(s)) =>
        {
            Ok(url)
        }
        Some(_) => Err(wrong(
            "database_url",
            "it begins with postgres:// or sqlite:",
        )),
    }
}

fn public_url(written: &str) -> Result<String, Failure> {
    let wrong = |why| wrong("public_url", why);
    let url = url::Url::parse(written)
        .map_err(|_| wrong("write the whole address, such as https://articles.example.org"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(wrong("it begins with https:// or http://"));
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err(wrong(
            "it ends after the host; the site cannot live in a folder of another",
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(wrong("it holds a user name or a password"));
    }
    Ok(url.origin().ascii_serialization())
}
