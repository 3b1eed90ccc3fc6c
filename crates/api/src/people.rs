//! Persons and their profiles.

use std::borrow::Cow;

use content::byline::Remark;
use content::ids::PersonId;
use editorial::Caller;
use editorial::people::{self, ProfileChange};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::{Binary, Json};
use poem_openapi::registry::MetaSchemaRef;
use poem_openapi::types::{MaybeUndefined, ParseError, ParseFromParameter, ParseResult, Type};
use poem_openapi::{ApiResponse, Object, OpenApi};
use uuid::Uuid;

use crate::accounts::Account;
use crate::body::{Body, ImageBytes};
use crate::caller::SignedIn;
use crate::credentials::Credential;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::problem::Problem;
use crate::shapes::{Answer, Byline, Done, Nothing, Page, PersonRef, page_limit};

pub(crate) struct People;

/// A person by id, or `me`.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Who {
    /// Whoever asks.
    Me,
    /// The person of this id.
    Person(Uuid),
}

/// A person in the list.
#[derive(Object)]
struct PersonRow {
    id: Uuid,
    slug: String,
    byline: Byline,
    /// Who signs in as them.
    account: OrNull<AccountRef>,
    /// Articles, public or under way, that name them.
    articles: u64,
}

/// An account by its address.
#[derive(Object)]
struct AccountRef {
    id: Uuid,
    email: String,
}

/// A byline as people type it.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct TypedByline {
    /// Such as "Jo Example, MA, LPC".
    typed: String,
}

/// A person just added.
#[derive(Object)]
struct AddedPerson {
    person: PersonRow,
    /// What stood behind the name and is not in the catalogue; it was left out.
    unknown_letters: Vec<String>,
}

/// A typed byline, taken apart.
#[derive(Object)]
struct ParsedByline {
    name: String,
    letters: Vec<String>,
    /// What is not in the catalogue.
    unknown_letters: Vec<String>,
    /// Whether it names a practice rather than a person.
    practice: bool,
}

/// A profile, as its person and the editors see it.
#[derive(Object)]
struct Person {
    id: Uuid,
    slug: String,
    byline: Byline,
    bio: String,
    practice_url: OrNull<String>,
    /// The portrait on this site.
    photo_url: OrNull<String>,
    /// Letters that come first, in this order.
    letters_order: Vec<String>,
    /// Letters that do not print.
    hidden_letters: Vec<String>,
    credentials: Vec<Credential>,
    /// Who signs in as them.
    account: OrNull<Account>,
    /// Articles, public or under way, that name them.
    articles: u64,
    /// Who turned out to be the same person.
    merged_from: Vec<PersonRef>,
}

/// What to change of a profile; what is left out stays as it is.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "ProfileChange")]
struct Change {
    /// At most 600 letters, plain text.
    bio: Option<String>,
    /// http or https; null takes it away.
    practice_url: MaybeUndefined<String>,
    letters_order: Option<Vec<String>>,
    hidden_letters: Option<Vec<String>>,
}

/// Another name.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Rename {
    name: String,
}

/// The person somebody turned out to be.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Merge {
    into: Uuid,
    /// True: it cannot be undone.
    confirm: bool,
}

/// What came of a merge.
#[derive(Object)]
struct Merged {
    /// How many articles name the person now.
    articles: u64,
    /// How many articles lost their second person, who turned out to be an author.
    lost_second_person: u64,
    /// Those articles.
    lost: Vec<Uuid>,
}

/// A portrait as it is kept.
#[derive(ApiResponse)]
enum Portrait {
    /// A square JPEG.
    #[oai(status = 200, content_type = "image/jpeg")]
    Kept(Binary<Vec<u8>>),
}

#[OpenApi(tag = "Tag::People")]
impl People {
    /// Persons by name
    ///
    /// For editors.
    #[oai(path = "/people", method = "get")]
    async fn list(
        &self,
        by: SignedIn,
        /// Part of the name.
        q: Query<Option<String>>,
        /// Where the part before ended.
        after: Query<Option<Uuid>>,
        /// 50 unless told, 200 at most.
        limit: Query<Option<u32>>,
    ) -> Answer<Page<PersonRow>> {
        let page = people::list_people(
            &by.desk,
            &by.caller,
            q.0.as_deref(),
            after.0.map(PersonId),
            page_limit(limit.0),
        )
        .await?;
        Ok(Json(Page {
            items: page.items.into_iter().map(PersonRow::from).collect(),
            next: page.next.map(|id| id.to_string()).into(),
        }))
    }

    /// Add somebody without an account
    #[oai(path = "/people", method = "post")]
    async fn add(&self, by: SignedIn, body: Body<TypedByline>) -> Answer<AddedPerson> {
        let added = people::add_person(&by.desk, &by.caller, &body.0.typed).await?;
        Ok(Json(AddedPerson {
            person: added.person.into(),
            unknown_letters: added.unknown_letters,
        }))
    }

    /// Take a typed byline apart
    ///
    /// Keeps nothing.
    #[oai(path = "/bylines/parse", method = "post")]
    #[expect(clippy::unused_async, reason = "every call is one to the framework")]
    async fn parse(&self, _by: SignedIn, body: Body<TypedByline>) -> Answer<ParsedByline> {
        let parsed = people::read_byline(&body.0.typed, "typed")?;
        Ok(Json(ParsedByline {
            name: parsed.byline.name,
            letters: parsed.byline.letters,
            unknown_letters: parsed.unknown_letters,
            practice: parsed.remarks.contains(&Remark::PracticeNotPerson),
        }))
    }

    /// A profile
    ///
    /// One's own, or as an editor anyone's.
    #[oai(path = "/people/:id", method = "get")]
    async fn show(&self, by: SignedIn, id: Path<Who>) -> Answer<Person> {
        let id = id.0.of(&by.caller);
        Ok(Json(
            people::profile(&by.desk, &by.caller, id).await?.into(),
        ))
    }

    /// Change a profile
    #[oai(path = "/people/:id", method = "patch")]
    async fn change(&self, by: SignedIn, id: Path<Who>, body: Body<Change>) -> Answer<Person> {
        let change = ProfileChange {
            bio: body.0.bio,
            practice_url: match body.0.practice_url {
                MaybeUndefined::Undefined => None,
                MaybeUndefined::Null => Some(String::new()),
                MaybeUndefined::Value(url) => Some(url),
            },
            letters_order: body.0.letters_order,
            hidden_letters: body.0.hidden_letters,
        };
        let id = id.0.of(&by.caller);
        Ok(Json(
            people::edit_profile(&by.desk, &by.caller, id, &change)
                .await?
                .into(),
        ))
    }

    /// Give a person another name
    ///
    /// The address of the profile changes with it; the old one leads to the new one.
    #[oai(path = "/people/:id/rename", method = "post")]
    async fn rename(&self, by: SignedIn, id: Path<Who>, body: Body<Rename>) -> Answer<Person> {
        let id = id.0.of(&by.caller);
        Ok(Json(
            people::rename(&by.desk, &by.caller, id, &body.0.name)
                .await?
                .into(),
        ))
    }

    /// Say that somebody turned out to be somebody else
    ///
    /// Refused when both have an account.
    #[oai(path = "/people/:id/merge", method = "post")]
    async fn merge(&self, by: SignedIn, id: Path<Who>, body: Body<Merge>) -> Answer<Merged> {
        if !body.0.confirm {
            return Err(Problem::bad_request("send confirm: true"));
        }
        let from = id.0.of(&by.caller);
        let merged = people::merge(&by.desk, &by.caller, from, PersonId(body.0.into)).await?;
        Ok(Json(Merged {
            articles: merged.articles as u64,
            lost_second_person: merged.lost_second_person.len() as u64,
            lost: merged
                .lost_second_person
                .into_iter()
                .map(|id| id.0)
                .collect(),
        }))
    }

    /// Put a portrait on a profile
    ///
    /// JPEG, PNG or WebP of at most 5 MB. It comes back as it is kept: square, small, and
    /// without what the camera noted.
    #[oai(path = "/people/:id/photo", method = "put")]
    async fn set_photo(
        &self,
        by: SignedIn,
        id: Path<Who>,
        image: ImageBytes,
    ) -> Result<Portrait, Problem> {
        let id = id.0.of(&by.caller);
        let photo = people::set_photo(&by.desk, &by.caller, id, image.0).await?;
        Ok(Portrait::Kept(Binary(photo.bytes)))
    }

    /// Take the portrait off a profile
    #[oai(path = "/people/:id/photo", method = "delete")]
    async fn remove_photo(&self, by: SignedIn, id: Path<Who>) -> Done {
        people::remove_photo(&by.desk, &by.caller, id.0.of(&by.caller)).await?;
        Ok(Nothing::Said)
    }
}

impl Who {
    /// The person meant by this caller. Whoever has no person means nobody.
    pub(crate) fn of(self, caller: &Caller) -> PersonId {
        match self {
            Self::Me => caller.person().unwrap_or(PersonId(Uuid::nil())),
            Self::Person(id) => PersonId(id),
        }
    }
}

impl Type for Who {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        "string_person".into()
    }

    fn schema_ref() -> MetaSchemaRef {
        String::schema_ref()
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(std::iter::once(self))
    }
}

impl ParseFromParameter for Who {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        match value {
            "me" => Ok(Self::Me),
            id => id.parse().map(Self::Person).map_err(ParseError::custom),
        }
    }
}

impl From<people::PersonRow> for PersonRow {
    fn from(row: people::PersonRow) -> Self {
        let account = row
            .account
            .map(|(id, email)| AccountRef { id: id.0, email });
        Self {
            id: row.person.id.0,
            slug: row.person.slug,
            byline: row.person.byline.into(),
            account: account.into(),
            articles: row.articles as u64,
        }
    }
}

impl From<people::Profile> for Person {
    fn from(profile: people::Profile) -> Self {
        Self {
            id: profile.person.id.0,
            slug: profile.person.slug,
            byline: profile.person.byline.into(),
            bio: profile.bio,
            practice_url: profile.practice_url.into(),
            photo_url: profile.photo_path.into(),
            letters_order: profile.letters.order,
            hidden_letters: profile.letters.hidden,
            credentials: profile
                .credentials
                .into_iter()
                .map(Credential::from)
                .collect(),
            account: profile.account.map(Account::from).into(),
            articles: profile.articles as u64,
            merged_from: profile
                .merged_from
                .into_iter()
                .map(PersonRef::from)
                .collect(),
        }
    }
}
