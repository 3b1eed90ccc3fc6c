//! `countersign serve`

use std::io::{self, Write as _, stdout};
use std::net::SocketAddr;
use std::sync::Arc;

use api::{ApiState, PublicState};
use editorial::{Desk, accounts};
use pages::Pages;
use search::SearchIndex;
use site::Site;
use storage::Storage;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::acceptor::Address;
use crate::access_log::AccessLog;
use crate::config::Config;
use crate::folding::Folder;
use crate::health::Health;
use crate::http_server::{self, Patience};
use crate::worker::{self, Post};
use crate::{Failure, address, following, house, index, routes, theme};

/// Runs the site until the operator or the machine says stop.
pub async fn run(config: Config) -> Result<(), Failure> {
    let stop = CancellationToken::new();
    stop_on_signals(&stop)?;
    serve(config, stop, announce).await
}

/// Runs the site until `stop`. `ready` is called once requests are answered.
///
/// # Errors
/// When something the site needs cannot be had.
pub async fn serve(
    config: Config,
    stop: CancellationToken,
    ready: impl AsyncFnOnce(&Desk) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let listen = config.listen;
    let taken = |error| not_to_be_had(listen, &error);
    let address = Address::take(config.listen).map_err(taken)?;
    let public_url = config.public_url_at(address.name().map_err(taken)?);
    let theme = theme::load(&config)?;
    theme::refuse_unplaced(&theme)?;
    let storage = house::prepare(&config).await?;
    let index = index::open(config.index_folder(), &storage).await?;
    let desk = house::desk(&config, storage.clone(), public_url);
    let facts = theme::facts(&config, &desk.site.public_url);
    let post = Post::new(config.smtp.as_ref(), facts.clone())?;
    let pages = Pages::new(theme, facts.clone());
    let site = open_site(&storage, &index, pages.clone()).await?;

    let is_secure = desk.site.public_url.starts_with("https:");
    let work = begin_work(&config, &desk, post, &site, &index, &stop);
    let public = PublicState {
        reader: storage.reader(),
        index: Some(Arc::clone(&index)),
        site: facts,
    };
    let api = ApiState {
        desk: desk.clone(),
        public,
        pages,
        proxies: config.proxies.clone(),
    };
    let health = Health {
        reader: storage.reader(),
        index,
    };
    let routes = routes::routes(api, health, site, is_secure);
    let acceptor = address.listen().map_err(taken)?;
    address::note(&config, &desk.site.public_url);
    let log = AccessLog::new(config.access_log);
    let answering = http_server::answer(acceptor, routes, log, Patience::default(), stop.clone());
    let answering = tokio::spawn(answering);

    let announced = ready(&desk).await;
    if announced.is_err() {
        stop.cancel();
    }
    let answered = answering.await;
    stop.cancel();
    work.wait().await;
    storage.close().await?;
    answered.map_err(|error| Failure::because("The server stopped", error))?;
    announced
}

/// Why nobody can be answered there, and what to do.
fn not_to_be_had(listen: SocketAddr, error: &io::Error) -> Failure {
    if error.kind() != io::ErrorKind::AddrInUse {
        return Failure::new(format!(
            "The address {listen} cannot be used: {error}. Choose another with --listen."
        ));
    }
    let other = SocketAddr::new(listen.ip(), listen.port().checked_add(1).unwrap_or(8080));
    Failure::new(format!(
        "Another program answers at {listen} already, perhaps Countersign itself. Stop it, or \
         choose another address, such as --listen {other}."
    ))
}

/// What runs beside the answering of requests.
fn begin_work(
    config: &Config,
    desk: &Desk,
    post: Post,
    site: &Site,
    index: &Arc<dyn SearchIndex>,
    stop: &CancellationToken,
) -> TaskTracker {
    let work = TaskTracker::new();
    let (site, until) = (site.clone(), stop.clone());
    work.spawn(async move { until.run_until_cancelled(site.follow()).await });
    work.spawn(following::follow(desk.storage.clone(), stop.clone()));
    work.spawn(Folder::new(desk.storage.clone(), Arc::clone(index)).run(stop.clone()));
    if config.worker {
        work.spawn(worker::work(desk.clone(), post, stop.clone()));
    }
    work.close();
    work
}

async fn open_site(
    storage: &Storage,
    index: &Arc<dyn SearchIndex>,
    pages: Pages,
) -> Result<Site, Failure> {
    Site::open(storage.reader(), Some(Arc::clone(index)), pages)
        .await
        .map_err(|error| Failure::because("The reader site could not be opened", error))
}

/// Says where the site is, and to a new one how its owner is made.
async fn announce(desk: &Desk) -> Result<(), Failure> {
    let mut words = format!("Countersign answers at {}\n", desk.site.public_url);
    if let Some(link) = accounts::first_run(desk).await? {
        words += "There is no account yet. Open this link once to become the owner:\n";
        words += &link.url;
        words.push('\n');
    }
    say(&words);
    Ok(())
}

/// Prints it; a server goes on when nobody reads what it prints.
pub(super) fn say(words: &str) {
    let _ = stdout().write_all(words.as_bytes());
    let _ = stdout().flush();
}

/// Stops at the first SIGTERM or SIGINT; a second SIGINT ends the program at once.
pub(super) fn stop_on_signals(stop: &CancellationToken) -> Result<(), Failure> {
    let failed = |error| Failure::because("Signals cannot be heard", error);
    let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
    let stop = stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping; requests under way are finished");
        stop.cancel();
        interrupt.recv().await;
        std::process::exit(130);
    });
    Ok(())
}
