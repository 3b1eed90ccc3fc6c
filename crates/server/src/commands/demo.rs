//! `countersign demo`

use std::fmt::Write as _;

use editorial::Desk;
use tokio_util::sync::CancellationToken;

use super::serve::{say, serve, stop_on_signals};
use crate::config::Config;
use crate::demo::{self, Credential, PASSWORD, Stage};
use crate::{Failure, house};

/// Fills a folder of its own with an invented house, and serves it on this machine.
pub async fn run(config: Config) -> Result<(), Failure> {
    if !config.listen.ip().is_loopback() {
        return Err(Failure::new(
            "The password of the demo is no secret, so it answers on this machine only. Leave \
             --listen out, or give it 127.0.0.1 and a port.",
        ));
    }
    let stop = CancellationToken::new();
    stop_on_signals(&stop)?;
    let database_url = format!("sqlite:{}", config.data.join("countersign.db").display());
    // Nothing of a real site: no other database, and no letters to people who do not exist.
    let mut config = Config {
        database_url,
        smtp: None,
        access_log: false,
        ..config
    };
    "The Countersign demo".clone_into(&mut config.site.name);
    if demo::stage(&config.data)? == Stage::Fresh {
        let loaded = stop.run_until_cancelled(Box::pin(fill(&config))).await;
        match loaded {
            Some(loaded) => loaded?,
            None => return Ok(()),
        }
    }
    serve(config, stop, announce).await
}

async fn fill(config: &Config) -> Result<(), Failure> {
    let storage = house::prepare(config).await?;
    let desk = house::desk(config, storage.clone(), config.public_url_at(config.listen));
    demo::load(&desk).await?;
    storage.close().await?;
    demo::finished(&config.data)
}

async fn announce(desk: &Desk) -> Result<(), Failure> {
    let url = &desk.site.public_url;
    let mut words = format!(
        "This is a demo. All people and articles in it are invented, and no letters are sent.\n\n  \
         For readers              {url}/\n  \
         For authors and editors  {url}/admin/\n\n\
         Sign in as any of these. The password is the same for all: {PASSWORD}\n"
    );
    for Credential { role, email, name } in demo::credentials()? {
        // Writing to memory does not fail.
        let _ = writeln!(words, "  {role:<14} {email:<38} {name}");
    }
    words += "\nPress Ctrl+C to stop. What you change is kept, and is there the next time.\n";
    say(&words);
    Ok(())
}
