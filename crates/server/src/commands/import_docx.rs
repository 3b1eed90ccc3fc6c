//! `countersign import docx`

use std::path::Path;

use content::ids::{PersonId, SaveId, TopicId};
use editorial::intake::{
    self, By, Choices, IntakeView, TrackedChanges, Who, begin_from_document, find_author,
    look_at_document,
};
use editorial::{Caller, Desk, accounts};
use storage::accounts::Role;
use uuid::Uuid;

use crate::config::Config;
use crate::{Failure, house};

const OPERATOR: Caller = Caller::Operator;

/// Whose text it is.
#[derive(Clone, Debug)]
pub enum Author {
    /// Name and letters as typed.
    Typed {
        /// The byline.
        byline: String,
        /// Whether somebody unknown is added.
        new: bool,
    },
    /// A person known here.
    Known(PersonId),
}

/// How a document is taken in.
#[derive(Clone, Debug)]
pub struct DocxOptions {
    /// Whose text it is.
    pub author: Author,
    /// The account for whom it is begun.
    pub editor: Option<String>,
    /// What becomes of changes that nobody has settled.
    pub tracked: TrackedChanges,
    /// In place of the one that was found.
    pub title: Option<String>,
    /// Main topic first.
    pub topics: Vec<TopicId>,
    /// Whether nothing is changed.
    pub dry_run: bool,
}

/// Takes a Word document in as a draft, and says what was recognised in it and what was not.
pub async fn docx(config: &Config, file: &Path, options: DocxOptions) -> Result<(), Failure> {
    let bytes = std::fs::read(file)
        .map_err(|error| Failure::because(&format!("{} cannot be read", file.display()), error))?;
    let desk = house::desk_for_command(config).await?;
    let found = look_at_document(&desk, &OPERATOR, bytes.clone(), options.tracked).await?;
    show(&found);
    let editor = match &options.editor {
        Some(email) => Some(editor(&desk, email).await?),
        None => None,
    };
    let (who, name) = author(&desk, &options.author).await?;
    if options.dry_run {
        println!("Nothing was changed.");
        return Ok(desk.storage.close().await?);
    }
    let name = name.to_lowercase();
    let line = found
        .bylines
        .iter()
        .find(|one| one.byline.name.to_lowercase() == name);
    let choices = Choices {
        save: SaveId(Uuid::now_v7()),
        changes: options.tracked,
        title: options.title,
        by: vec![By {
            found: line.map(|one| one.words.clone()),
            who,
        }],
        topics: options.topics,
        editor,
    };
    let begun: intake::Begun = begin_from_document(&desk, &OPERATOR, bytes, choices).await?;
    for line in begun
        .left_out
        .iter()
        .filter(|line| !found.left_out.contains(line))
    {
        println!("Left out: {line}");
    }
    let path = format!("/admin/articles/{}", begun.article);
    println!("A draft was begun: {}", desk.url(&path));
    Ok(desk.storage.close().await?)
}

fn show(found: &IntakeView) {
    let title = match found.title.as_str() {
        "" => "none",
        title => title,
    };
    println!("Title: {title}");
    for one in &found.bylines {
        println!("Byline: {}", one.byline);
    }
    for topic in &found.topics {
        println!("Topic suggested: {} {}", topic.id, topic.label);
    }
    println!("Words: {}", found.words);
    for line in &found.carried {
        println!("{line}");
    }
    for line in &found.left_out {
        println!("Left out: {line}");
    }
}

/// Who is meant, and the name.
async fn author(desk: &Desk, author: &Author) -> Result<(Who, String), Failure> {
    let (byline, new) = match author {
        Author::Known(id) => return Ok((Who::Person(*id), name_of(desk, *id).await?)),
        Author::Typed { byline, new } => (byline, *new),
    };
    let persons = find_author(desk, &OPERATOR, byline).await?;
    if new {
        let name = editorial::people::read_byline(byline, "author")?
            .byline
            .name;
        return match persons.first() {
            None => Ok((Who::New(byline.clone()), name)),
            Some(one) => Err(Failure::new(format!(
                "{} is known here already, so nothing was changed. Leave --new-author out, or \
                 name the person with --author-id {}.",
                one.byline, one.id
            ))),
        };
    }
    match &persons[..] {
        [one] => Ok((Who::Person(one.id), one.byline.name.clone())),
        [] => Err(Failure::new(format!(
            "Nobody called {byline} is known here, so nothing was changed. Add --new-author if \
             this is somebody new."
        ))),
        several => {
            let lines: Vec<String> = several
                .iter()
                .map(|one| format!("--author-id {} is {}", one.id, one.byline))
                .collect();
            Err(Failure::new(format!(
                "Several people here have that name, so nothing was changed. Say which one: {}.",
                lines.join("; ")
            )))
        }
    }
}

async fn name_of(desk: &Desk, id: PersonId) -> Result<String, Failure> {
    let tx = desk.storage.look().await?;
    let person = storage::persons::find(&tx, id).await?;
    person.map(|person| person.name).ok_or_else(|| {
        Failure::new(format!(
            "There is no person with the id {id}. Nothing was changed."
        ))
    })
}

async fn editor(desk: &Desk, email: &str) -> Result<PersonId, Failure> {
    let wanted = email.trim().to_lowercase();
    let all = accounts::list_accounts(desk, &OPERATOR).await?;
    let is_editor = |roles: &[Role]| roles.contains(&Role::Editor) || roles.contains(&Role::Owner);
    all.iter()
        .find(|account| account.email.to_lowercase() == wanted)
        .filter(|account| account.disabled_at.is_none() && is_editor(&account.roles))
        .map(|account| account.person.id)
        .ok_or_else(|| {
            Failure::new(format!(
                "There is no editor with the address {email}. Nothing was changed."
            ))
        })
}
