//! `countersign demo`

use editorial::Desk;
use tokio_util::sync::CancellationToken;

use super::serve::{serve, stop_on_signals};
use crate::config::Config;
use crate::demo::{self, PASSWORD, Stage};
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
    println!("DEMO: everything here is invented, and everybody knows the password.");
    println!();
    println!("  For readers              {url}/");
    println!("  For authors and editors  {url}/admin/");
    println!();
    println!("  Password for each of these: {PASSWORD}");
    for credential in demo::credentials()? {
        println!(
            "  {:<14} {:<38} {}",
            credential.role, credential.email, credential.name
        );
    }
    Ok(())
}
