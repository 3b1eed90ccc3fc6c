//! Inviting a clinician who does not sign in yet to write in an article.

use content::ids::{ArticleId, PersonId};
use serde_json::json;
use storage::accounts::{self, Account, Role};
use storage::links::Purpose;
use storage::{Transaction, contributors, invitations, publications};
use time::{Duration, OffsetDateTime};

use super::links::{self, deliver, last_day};
use super::new_account::{Whose, new_account};
use super::{email, invitations::of_writer};
use crate::people::{PersonRef, one};
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Delivery, Desk, Letter, Refusal};

/// The same invitation is not sent twice within this time, where it goes by mail.
const BETWEEN: Duration = Duration::hours(1);

/// An invitation on its way.
#[derive(Clone, Debug)]
pub struct SentInvitation {
    /// To whom.
    pub person: PersonRef,
    /// How the link reaches them.
    pub delivery: Delivery,
    /// When it ends.
    pub expires_at: OffsetDateTime,
}

/// Invites somebody whose name stands over a text of the article, by a letter that names the
/// article. It makes an account that writes and signs, and opens nothing else; sending it again
/// ends the link of before, and may go to another address as long as nobody has accepted.
pub async fn invite_to_write(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    person: PersonId,
    typed_email: &str,
) -> Result<SentInvitation, Refusal> {
    let me = caller.signed_in()?.person;
    let tx = desk.storage.begin().await?;
    ArticleFile::open(desk, &tx, caller, article, Act::Edit).await?;
    may_choose_address(caller)?;
    if !contributors::is_contributor(&tx, article, person).await? {
        return Err(Refusal::field(
            "person",
            "not_named",
            "This name does not stand over a text here. Nobody was invited. Add the name first.",
        ));
    }
    let person = one(&tx, person).await?;
    nobody_known(&tx, caller, article, &person).await?;
    let account = account_for(desk, &tx, caller, article, &person, typed_email).await?;
    let shown = if desk.site.mail {
        None
    } else {
        links::shown_to(desk, &tx, caller).await?
    };
    let link = links::make(desk, &tx, Purpose::Invite, Some(account.id), shown).await?;
    let letter = Letter::InviteToWrite {
        name: person.byline.name.clone(),
        by: one(&tx, me).await?.byline.text(),
        article,
        title: String::new(),
        url: link.url.clone(),
        until: last_day(link.expires_at),
    };
    let delivery = deliver(desk, &tx, &account.email, &link, letter).await?;
    let invitation = invitations::Invitation {
        id: desk.id(),
        article_id: article,
        account_id: account.id,
        invited_by: me,
        sent_at: desk.now(),
        withdrawn_at: None,
    };
    invitations::put(&tx, &invitation).await?;
    let subject = Subject::article(article)
        .with(json!({ "person": person.id, "account": account.id, "link": link.id }));
    record(desk, &tx, caller, "invite_to_write", subject).await?;
    tx.commit().await?;
    Ok(SentInvitation {
        person,
        delivery,
        expires_at: link.expires_at,
    })
}

/// Who chooses an address could be behind it, and who could be behind a contributor must not
/// approve: so editors, who approve, do not invite. Owners open every other account too.
pub(super) fn may_choose_address(caller: &Caller) -> Result<(), Refusal> {
    if caller.is(Role::Editor) && !caller.is(Role::Owner) {
        let words = "Editors approve what clinicians sign, so they do not choose where a \
                     clinician's letters go. Nobody was invited: an owner, or an author of the \
                     text, can do it.";
        return Err(Refusal::NotAllowed(words.to_owned()));
    }
    Ok(())
}

/// Who chooses an address could be behind it. So nobody but an owner opens an account for
/// somebody whom readers know, or who stands over other texts too.
async fn nobody_known(
    tx: &Transaction,
    caller: &Caller,
    article: ArticleId,
    person: &PersonRef,
) -> Result<(), Refusal> {
    if caller.is(Role::Owner) {
        return Ok(());
    }
    let drafts = contributors::articles_of(tx, person.id, None).await?;
    let published = publications::articles_of(tx, &[person.id]).await?;
    if published.is_empty() && drafts.iter().all(|one| *one == article) {
        return Ok(());
    }
    Err(Refusal::Conflict(format!(
        "{} stands over other texts here as well. Nobody was invited: an owner has to open that \
         account.",
        person.byline.name
    )))
}

/// A new account, or the one that an earlier invitation made and nobody has opened.
async fn account_for(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    article: ArticleId,
    person: &PersonRef,
    typed_email: &str,
) -> Result<Account, Refusal> {
    let Some(account) = accounts::find_by_person(tx, person.id).await? else {
        let whose = Whose::Person(person.id);
        return new_account(desk, tx, typed_email, whose, &[Role::Author], None).await;
    };
    let name = &person.byline.name;
    let earlier = invitations::list_of_account(tx, account.id).await?;
    if earlier.is_empty() || !of_writer(&account) {
        return Err(Refusal::Conflict(format!(
            "{name} has an account already. Nobody was invited: what stands under that name is \
             found there under “My articles”."
        )));
    }
    let is_open = |one: &&invitations::Invitation| one.withdrawn_at.is_none();
    if account.disabled_at.is_some() && earlier.iter().any(|one| is_open(&one)) {
        return Err(Refusal::Conflict(format!(
            "An owner closed the account of {name}. Nobody was invited."
        )));
    }
    let last = earlier.iter().find(|one| one.article_id == article);
    let email = email::parse(typed_email)?;
    let is_new = account.email != email;
    if is_new && accounts::find_by_email(tx, &email).await?.is_some() {
        return Err(email::taken());
    }
    let of_another = earlier
        .iter()
        .filter(is_open)
        .any(|one| Some(one.invited_by) != caller.person());
    if is_new && of_another && !caller.is_staff() {
        return Err(Refusal::Conflict(format!(
            "{name} was invited at another address, by somebody else. Nobody was invited anew: \
             ask the editors to change it."
        )));
    }
    let is_fresh = last
        .filter(is_open)
        .is_some_and(|last| desk.now() - last.sent_at < BETWEEN);
    if desk.site.mail && is_fresh && !is_new {
        return Err(Refusal::Conflict(format!(
            "{name} was invited less than an hour ago, so no second letter was sent. Please give \
             the first one a moment."
        )));
    }
    if is_new {
        accounts::set_email(tx, account.id, &email).await?;
    }
    if account.disabled_at.is_some() {
        accounts::set_disabled(tx, account.id, None).await?;
    }
    Ok(Account {
        email,
        disabled_at: None,
        ..account
    })
}
