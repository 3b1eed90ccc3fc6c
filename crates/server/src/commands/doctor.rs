//! `countersign doctor`

use std::path::Path;

use editorial::{Clock as _, SystemClock};
use storage::{Storage, Transaction, audit, house_texts, media};

use crate::config::Config;
use crate::worker::Post;
use crate::{Failure, house, theme};

/// What was looked at and what was found.
enum Finding {
    Good(String),
    Bad(String),
}

impl Finding {
    fn good(words: &str) -> Self {
        Self::Good(words.to_owned())
    }
}

/// Looks at everything the site needs; fails when something is wrong.
pub async fn run(config: &Config, mail: bool) -> Result<(), Failure> {
    let mut findings = vec![Finding::good("The settings can be used.")];
    findings.push(folder(&config.data));
    findings.extend(templates(config));
    findings.extend(database(config).await);
    if mail {
        findings.push(greet(config).await);
    }
    let mut wrong = 0;
    for finding in &findings {
        match finding {
            Finding::Good(words) => println!("ok     {words}"),
            Finding::Bad(words) => {
                wrong += 1;
                println!("WRONG  {words}");
            }
        }
    }
    match wrong {
        0 => Ok(()),
        1 => Err(Failure::new("One thing is wrong.")),
        many => Err(Failure::new(format!("{many} things are wrong."))),
    }
}

fn folder(data: &Path) -> Finding {
    if !data.exists() {
        let data = data.display();
        return Finding::Bad(format!(
            "There is no data folder {data} yet. Run serve to begin there, or name another with \
             --data."
        ));
    }
    let probe = data.join(".doctor");
    match std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe)) {
        Ok(()) => Finding::good("The data folder can be written."),
        Err(error) => {
            let data = data.display();
            Finding::Bad(format!(
                "The data folder {data} cannot be written: {error}."
            ))
        }
    }
}

fn templates(config: &Config) -> Vec<Finding> {
    let theme = match theme::load(config) {
        Ok(theme) => theme,
        Err(failure) => return vec![Finding::Bad(failure.to_string())],
    };
    let faults = theme.check();
    if faults.is_empty() {
        return vec![Finding::good("Every template shows what readers must see.")];
    }
    let words = |fault: &pages::Fault| format!("The template {}: {}.", fault.template, fault.why);
    faults.iter().map(words).map(Finding::Bad).collect()
}

async fn database(config: &Config) -> Vec<Finding> {
    let file = config.database_url.strip_prefix("sqlite:").map(Path::new);
    match file {
        // A folder that is not there was told of already.
        Some(file) if file.starts_with(&config.data) && !config.data.exists() => return Vec::new(),
        Some(file) if !file.exists() => {
            let words = "There is no database yet. Run serve or migrate.";
            return vec![Finding::Bad(words.to_owned())];
        }
        _ => {}
    }
    let storage = match house::open(config).await {
        Ok(storage) => storage,
        Err(failure) => return vec![Finding::Bad(failure.to_string())],
    };
    let found = inside(&storage).await;
    found.unwrap_or_else(|failure| vec![Finding::Bad(failure.to_string())])
}

async fn inside(storage: &Storage) -> Result<Vec<Finding>, Failure> {
    let pending = storage.pending_migrations().await?;
    if pending > 0 {
        let words = format!("The database is {pending} steps behind. Run serve or migrate.");
        return Ok(vec![Finding::Bad(words)]);
    }
    let tx = storage.look().await?;
    let record = match audit::first_broken(&tx).await? {
        None => Finding::good("The record of acts is whole."),
        Some(number) => Finding::Bad(format!(
            "The record of acts was changed from outside: row {number} does not fit."
        )),
    };
    let answers = Finding::good("The database answers and is up to date.");
    Ok(vec![
        answers,
        record,
        images(storage, &tx).await?,
        help(&tx).await?,
    ])
}

/// Whether every image has its files.
async fn images(storage: &Storage, tx: &Transaction) -> Result<Finding, Failure> {
    let all = media::list(tx).await?;
    let mut broken = 0;
    for image in &all {
        if !storage.media().has_all(image.sha256, image.width).await? {
            broken += 1;
        }
    }
    Ok(match (all.len(), broken) {
        (_, 1..) => Finding::Bad(format!(
            "{broken} of {} images lack files. Restore the media folder from a backup, or add \
             the images again.",
            all.len()
        )),
        (0, _) => Finding::good("There are no images yet."),
        _ => Finding::good("Every image has its files."),
    })
}

async fn help(tx: &Transaction) -> Result<Finding, Failure> {
    let today = SystemClock.now().date();
    let entries = house_texts::help_entries(tx).await?;
    let stale = entries.iter().filter(|entry| entry.is_stale(today)).count();
    Ok(match (entries.len(), stale) {
        (0, _) => Finding::Bad("The help directory is empty.".to_owned()),
        (_, 0) => Finding::good("Every entry of the help directory was checked lately."),
        (all, stale) => Finding::Bad(format!(
            "{stale} of {all} entries of the help directory were not checked for 90 days."
        )),
    })
}

async fn greet(config: &Config) -> Finding {
    let Some(smtp) = &config.smtp else {
        return Finding::Bad("Mail is not set up; links are shown to copy.".to_owned());
    };
    let greeted = match Post::new(Some(smtp), theme::facts(config, "http://localhost")) {
        Ok(post) => post.greet().await,
        Err(failure) => Err(failure),
    };
    match greeted {
        Ok(()) => Finding::good("The mail server answers."),
        Err(failure) => Finding::Bad(failure.to_string()),
    }
}
