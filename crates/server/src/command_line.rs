//! What can be typed after `countersign`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use content::ids::{PersonId, TopicId};
use editorial::importing::{ExportScope, ImportOptions};
use editorial::intake::TrackedChanges;
use storage::accounts::Role;
use uuid::Uuid;

use crate::commands::import_docx::{Author, DocxOptions};
use crate::config::{Config, Flags};
use crate::{Failure, commands, log};

/// Publishing for clinicians: two people sign the same text before anyone reads it.
#[derive(Debug, Parser)]
#[command(name = "countersign", version, max_term_width = 100)]
pub struct CommandLine {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

/// Settings; each can also be written in countersign.toml or in `COUNTERSIGN_…`.
#[derive(Debug, Args)]
struct Settings {
    /// The folder of database, search index and media [default: data]
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The file with settings [default: countersign.toml in the data folder]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// sqlite:PATH or postgres://… [default: a file in the data folder]
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
    /// Reserved for a search server; the search built in needs none
    #[arg(long, global = true, value_name = "URL")]
    search_url: Option<String>,
    /// Where readers find the site: the whole address, with https in front
    #[arg(long, global = true, value_name = "URL")]
    public_url: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the site, the desk and the API
    Serve {
        /// Where to answer [default: 127.0.0.1:8080]
        #[arg(long, value_name = "ADDR")]
        listen: Option<String>,
        /// Leave letters and other work for later to another process
        #[arg(long)]
        no_worker: bool,
    },
    /// Show the whole of it with invented people and articles, on this machine only
    Demo {
        /// Where to answer [default: 127.0.0.1:8080]
        #[arg(long, value_name = "ADDR")]
        listen: Option<String>,
    },
    /// Bring the database up to date
    Migrate,
    /// Manage who signs in
    #[command(subcommand)]
    Account(Account),
    /// Bring articles in from another system
    #[command(subcommand)]
    Import(Import),
    /// Write articles out
    #[command(subcommand)]
    Export(Export),
    /// Make the search index anew, while nothing serves it
    Reindex,
    /// Print the description of the API
    Openapi,
    /// Look at everything the site needs, and say what is wrong
    Doctor {
        /// Greet the mail server too
        #[arg(long)]
        mail: bool,
    },
}

#[derive(Debug, Subcommand)]
enum Import {
    /// From a file with one JSON object on each line
    Bundle {
        /// The file
        file: PathBuf,
        /// Give the articles to readers at once, marked as imported; without it they are drafts
        #[arg(long)]
        publish: bool,
        /// Change nothing, and say what would be done
        #[arg(long)]
        dry_run: bool,
        /// Where to write what was set right or left out, line by line
        #[arg(long, value_name = "FILE.csv")]
        report: Option<PathBuf>,
    },
    /// From a Word document, as a draft of its author
    Docx(Box<Docx>),
}

/// A Word document and what is to become of it.
#[derive(Debug, Args)]
#[group(skip)]
struct Docx {
    /// The file
    file: PathBuf,
    /// Who wrote it, such as "Jo Example, MA, LPC"
    #[arg(
        long,
        required_unless_present = "author_id",
        conflicts_with = "author_id"
    )]
    author: Option<String>,
    /// Who wrote it, by the id of a person known here
    #[arg(long, value_name = "ID")]
    author_id: Option<Uuid>,
    /// Add the author, who is new here
    #[arg(long, requires = "author")]
    new_author: bool,
    /// The editor for whom it is begun
    #[arg(long, value_name = "EMAIL")]
    editor: Option<String>,
    /// What becomes of changes that nobody has settled
    #[arg(long, value_enum, default_value_t = Tracked::Accept)]
    tracked: Tracked,
    /// The title, in place of the one that the document has
    #[arg(long)]
    title: Option<String>,
    /// A topic by its number, such as 5.1; can be given more than once
    #[arg(long = "topic", value_name = "NUMBER")]
    topics: Vec<String>,
    /// Change nothing, and say what was found
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Tracked {
    /// Take them in
    Accept,
    /// Leave them out
    Refuse,
}

#[derive(Debug, Subcommand)]
enum Export {
    /// To a file that can be imported again
    Bundle {
        /// The file
        file: PathBuf,
        /// Write drafts and what was taken off the site too
        #[arg(long)]
        everything: bool,
    },
}

#[derive(Debug, Subcommand)]
enum Account {
    /// Add an account, with a password or with a link to hand over
    Add {
        /// The address to sign in with
        email: String,
        /// Name and letters, such as "Jo Example, MA, LPC"
        #[arg(long)]
        name: String,
        /// What the account may do; can be given more than once
        #[arg(long = "role", value_name = "ROLE", required = true)]
        roles: Vec<RoleName>,
        /// Read the password from standard input, where it is piped in
        #[arg(long)]
        password_stdin: bool,
    },
    /// List all accounts
    List,
    /// Sign an account out everywhere and keep it out
    Disable {
        /// Its address
        email: String,
    },
    /// Let a disabled account in again
    Enable {
        /// Its address
        email: String,
    },
    /// Print a one-time link that signs in
    Link {
        /// Its address
        email: String,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleName {
    Author,
    Editor,
    Owner,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Author => Self::Author,
            RoleName::Editor => Self::Editor,
            RoleName::Owner => Self::Owner,
        }
    }
}

impl CommandLine {
    /// Does what was typed.
    ///
    /// # Errors
    /// With one sentence for the operator.
    pub async fn run(self) -> Result<(), Failure> {
        let config = || {
            let config = Config::load(&self.flags(), std::env::vars())?;
            log::begin(&config.log)?;
            Ok::<_, Failure>(config)
        };
        match &self.command {
            Command::Serve { .. } => Box::pin(commands::serve::run(config()?)).await,
            Command::Demo { .. } => Box::pin(commands::demo::run(config()?)).await,
            Command::Migrate => commands::migrate::run(&config()?).await,
            Command::Account(account) => account.run(&config()?).await,
            Command::Import(import) => Box::pin(import.run(&config()?)).await,
            Command::Export(export) => Box::pin(export.run(&config()?)).await,
            Command::Reindex => commands::reindex::run(&config()?).await,
            Command::Openapi => {
                commands::openapi::run();
                Ok(())
            }
            Command::Doctor { mail } => commands::doctor::run(&config()?, *mail).await,
        }
    }

    fn flags(&self) -> Flags {
        let settings = &self.settings;
        let (listen, worker) = match &self.command {
            Command::Serve { listen, no_worker } => (listen.clone(), no_worker.then_some(false)),
            Command::Demo { listen } => (listen.clone(), None),
            _ => (None, None),
        };
        let data = match &self.command {
            Command::Demo { .. } => settings
                .data
                .clone()
                .or_else(|| Some(PathBuf::from("demo"))),
            _ => settings.data.clone(),
        };
        Flags {
            config: settings.config.clone(),
            data,
            database_url: settings.database_url.clone(),
            search_url: settings.search_url.clone(),
            public_url: settings.public_url.clone(),
            listen,
            worker,
        }
    }
}

impl Import {
    async fn run(&self, config: &Config) -> Result<(), Failure> {
        match self {
            Self::Bundle {
                file,
                publish,
                dry_run,
                report,
            } => {
                let options = ImportOptions {
                    publish: *publish,
                    dry_run: *dry_run,
                };
                commands::import::bundle(config, file, options, report.as_deref()).await
            }
            Self::Docx(docx) => docx.run(config).await,
        }
    }
}

impl Docx {
    async fn run(&self, config: &Config) -> Result<(), Failure> {
        let author = match (self.author_id, &self.author) {
            (Some(id), _) => Author::Known(PersonId(id)),
            (None, byline) => Author::Typed {
                byline: byline.clone().unwrap_or_default(),
                new: self.new_author,
            },
        };
        let options = DocxOptions {
            author,
            editor: self.editor.clone(),
            tracked: match self.tracked {
                Tracked::Accept => TrackedChanges::Accept,
                Tracked::Refuse => TrackedChanges::Refuse,
            },
            title: self.title.clone(),
            topics: self.topics.iter().cloned().map(TopicId).collect(),
            dry_run: self.dry_run,
        };
        commands::import_docx::docx(config, &self.file, options).await
    }
}

impl Export {
    async fn run(&self, config: &Config) -> Result<(), Failure> {
        let Self::Bundle { file, everything } = self;
        let scope = if *everything {
            ExportScope::Everything
        } else {
            ExportScope::Public
        };
        commands::export::bundle(config, file, scope).await
    }
}

impl Account {
    async fn run(&self, config: &Config) -> Result<(), Failure> {
        use commands::account::{add, disable, enable, link, list};
        match self {
            Self::Add {
                email,
                name,
                roles,
                password_stdin,
            } => {
                let roles: Vec<Role> = roles.iter().copied().map(Role::from).collect();
                add(config, email, name, &roles, *password_stdin).await
            }
            Self::List => list(config).await,
            Self::Disable { email } => disable(config, email).await,
            Self::Enable { email } => enable(config, email).await,
            Self::Link { email } => link(config, email).await,
        }
    }
}
