//! `countersign account …`

use std::io::{IsTerminal as _, Read as _, stdin};

use content::ids::AccountId;
use editorial::accounts::{self, AccountView, FirstAccess};
use editorial::{Caller, Desk};
use storage::accounts::Role;
use time::OffsetDateTime;

use crate::config::Config;
use crate::{Failure, address, house};

const OPERATOR: Caller = Caller::Operator;

/// Longer than any password may be.
const LONGEST_INPUT: u64 = 4096;

/// Adds an account, and prints the link that opens it where no password was piped in.
pub async fn add(
    config: &Config,
    email: &str,
    name: &str,
    roles: &[Role],
    password_stdin: bool,
) -> Result<(), Failure> {
    let password = password_stdin.then(read_password).transpose()?;
    let desk = house::desk_for_command(config).await?;
    let added =
        accounts::add_account(&desk, &OPERATOR, email, name, roles, password.as_deref()).await?;
    println!("Added {}.", line(&added.account));
    if let FirstAccess::Link { url, expires_at } = added.access {
        print_link(config, &url, expires_at);
    }
    close(desk).await
}

/// Lists all accounts.
pub async fn list(config: &Config) -> Result<(), Failure> {
    let desk = house::desk_for_command(config).await?;
    let all = accounts::list_accounts(&desk, &OPERATOR).await?;
    if all.is_empty() {
        println!("There are no accounts yet.");
    }
    for account in &all {
        println!("{}", line(account));
    }
    close(desk).await
}

/// Disables an account.
pub async fn disable(config: &Config, email: &str) -> Result<(), Failure> {
    let desk = house::desk_for_command(config).await?;
    let id = named(&desk, email).await?;
    let account = accounts::disable(&desk, &OPERATOR, id).await?;
    println!("Disabled {}.", line(&account));
    close(desk).await
}

/// Enables an account.
pub async fn enable(config: &Config, email: &str) -> Result<(), Failure> {
    let desk = house::desk_for_command(config).await?;
    let id = named(&desk, email).await?;
    let account = accounts::enable(&desk, &OPERATOR, id).await?;
    println!("Enabled {}.", line(&account));
    close(desk).await
}

/// Prints a one-time link to an account.
pub async fn link(config: &Config, email: &str) -> Result<(), Failure> {
    let desk = house::desk_for_command(config).await?;
    let id = named(&desk, email).await?;
    let link = accounts::copy_link(&desk, &OPERATOR, id).await?;
    print_link(config, &link.url, link.expires_at);
    close(desk).await
}

async fn named(desk: &Desk, email: &str) -> Result<AccountId, Failure> {
    let wanted = email.trim().to_lowercase();
    let all = accounts::list_accounts(desk, &OPERATOR).await?;
    all.iter()
        .find(|account| account.email.to_lowercase() == wanted)
        .map(|account| account.id)
        .ok_or_else(|| Failure::new(format!("There is no account with the address {email}.")))
}

fn read_password() -> Result<String, Failure> {
    if stdin().is_terminal() {
        return Err(Failure::new(
            "Pipe the password in, or leave --password-stdin out to get a link.",
        ));
    }
    let mut typed = String::new();
    stdin()
        .take(LONGEST_INPUT)
        .read_to_string(&mut typed)
        .map_err(|error| Failure::because("The password could not be read", error))?;
    Ok(typed.trim_end_matches(['\r', '\n']).to_owned())
}

fn line(account: &AccountView) -> String {
    let word = |role: &Role| match role {
        Role::Author => "author",
        Role::Editor => "editor",
        Role::Owner => "owner",
    };
    let roles: Vec<&str> = account.roles.iter().map(word).collect();
    let disabled = if account.disabled_at.is_some() {
        ", disabled"
    } else {
        ""
    };
    let byline = account.person.byline.text();
    format!(
        "{} ({byline}; {}{disabled})",
        account.email,
        roles.join(", ")
    )
}

fn print_link(config: &Config, url: &str, expires_at: OffsetDateTime) {
    let (day, month) = (expires_at.day(), expires_at.month());
    let (hour, minute) = (expires_at.hour(), expires_at.minute());
    println!("This link opens it once, until {day} {month} at {hour:02}:{minute:02} UTC:");
    println!("{url}");
    if let Some(remark) = address::known(config).remark() {
        println!("{remark}");
    }
}

async fn close(desk: Desk) -> Result<(), Failure> {
    Ok(desk.storage.close().await?)
}
