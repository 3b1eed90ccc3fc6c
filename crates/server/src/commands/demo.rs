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
            "The passwords of the demo are known to all, so it answers on this machine only.",
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
        "DEMO: everything here is invented, and everybody knows the password.\n\n  \
         For readers              {url}/\n  \
         For authors and editors  {url}/admin/\n\n  \
         Password for each of these: {PASSWORD}\n"
    );
    for Credential { role, email, name } in demo::credentials()? {
        // Writing to memory does not fail.
        let _ = writeln!(words, "  {role:<14} {email:<38} {name}");
    }
    say(&words);
    Ok(())
}
