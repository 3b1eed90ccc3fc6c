//! Who may make which call: every call of the description, by everybody there is.
//!
//! A call that is not in the table, or a line of the table that is no call, fails the test: a
//! new call takes a decision.

use std::collections::BTreeSet;

use poem::http::{Method, StatusCode};
use serde_json::{Value, json};
use storage::accounts::Role;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser, PASSWORD};
use crate::openapi::{SOME_ID, example};
use crate::story::{declarations, id_of};

/// What the call says to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// 401: sign in first.
    Out,
    /// 403.
    No,
    /// 404: it is not there, for them.
    Gone,
    /// Whatever follows is not about who asks.
    Yes,
}

use Says::{Gone, No, Out, Yes};

/// Which article the path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum On {
    /// One that readers have, with nothing under way.
    Live,
    /// One whose proof is out.
    Proof,
    /// The call is about no article.
    Nothing,
}

use On::{Live, Nothing, Proof};

/// For nobody signed in · a stranger who is an author · the author who began the article ·
/// another of its authors · an editor who is one of its authors · another editor · an owner.
/// A disabled account is asked too: it is told what nobody signed in is told.
type Line = (&'static str, &'static str, On, [Says; 7]);

const ANYONE: [Says; 7] = [Yes; 7];
const NO_SUCH_LINK: [Says; 7] = [Gone; 7];
const SIGNED_IN: [Says; 7] = [Out, Yes, Yes, Yes, Yes, Yes, Yes];
const AUTHORS_AND_STAFF: [Says; 7] = [Out, Gone, Yes, Yes, Yes, Yes, Yes];
const AUTHORS: [Says; 7] = [Out, Gone, Yes, Yes, Yes, No, No];
const STAFF: [Says; 7] = [Out, Gone, No, No, Yes, Yes, Yes];
const SECOND_PERSON: [Says; 7] = [Out, Gone, No, No, No, Yes, Yes];
/// The same about people and desks, which are no secret to authors.
const STAFF_HERE: [Says; 7] = [Out, No, No, No, Yes, Yes, Yes];
const OWN_OR_STAFF: [Says; 7] = [Out, No, No, Yes, Yes, Yes, Yes];
const OWNER: [Says; 7] = [Out, No, No, No, No, No, Yes];

#[rustfmt::skip]
const TABLE: &[Line] = &[
    ("get",    "/ways-in",                                         Nothing, ANYONE),
    ("get",    "/session",                                         Nothing, SIGNED_IN),
    ("post",   "/session",                                         Nothing, ANYONE),
    ("delete", "/session",                                         Nothing, SIGNED_IN),
    ("get",    "/sessions",                                        Nothing, SIGNED_IN),
    // The session of the other author: nobody sees or ends a session of somebody else.
    ("delete", "/sessions/{id}",                                   Nothing, [Out, Gone, Gone, Yes, Gone, Gone, Gone]),
    ("put",    "/account/password",                                Nothing, SIGNED_IN),
    ("post",   "/links",                                           Nothing, ANYONE),
    ("get",    "/links/{token}",                                   Nothing, NO_SUCH_LINK),
    ("post",   "/links/{token}",                                   Nothing, NO_SUCH_LINK),
    ("get",    "/accounts",                                        Nothing, STAFF_HERE),
    ("post",   "/accounts",                                        Nothing, OWNER),
    ("patch",  "/accounts/{id}",                                   Nothing, OWNER),
    ("post",   "/accounts/{id}/link",                              Nothing, OWNER),
    ("get",    "/people",                                          Nothing, STAFF_HERE),
    ("post",   "/people",                                          Nothing, STAFF_HERE),
    ("post",   "/bylines/parse",                                   Nothing, SIGNED_IN),
    // The other author's profile and credential.
    ("get",    "/people/{id}",                                     Nothing, OWN_OR_STAFF),
    ("patch",  "/people/{id}",                                     Nothing, OWN_OR_STAFF),
    ("post",   "/people/{id}/rename",                              Nothing, STAFF_HERE),
    ("post",   "/people/{id}/merge",                               Nothing, STAFF_HERE),
    ("put",    "/people/{id}/photo",                               Nothing, OWN_OR_STAFF),
    ("get",    "/people/{id}/photo",                               Nothing, OWN_OR_STAFF),
    ("delete", "/people/{id}/photo",                               Nothing, OWN_OR_STAFF),
    ("post",   "/people/{id}/credentials",                         Nothing, OWN_OR_STAFF),
    ("patch",  "/credentials/{id}",                                Nothing, OWN_OR_STAFF),
    ("post",   "/credentials/{id}/verifications",                  Nothing, STAFF_HERE),
    ("delete", "/credentials/{id}",                                Nothing, OWN_OR_STAFF),
    ("get",    "/credential-catalogue",                            Nothing, SIGNED_IN),
    ("get",    "/articles/mine",                                   Nothing, SIGNED_IN),
    ("get",    "/queue",                                           Nothing, STAFF_HERE),
    ("get",    "/drafts",                                          Nothing, STAFF_HERE),
    ("post",   "/drafts",                                          Nothing, SIGNED_IN),
    ("post",   "/documents/look",                                  Nothing, SIGNED_IN),
    ("post",   "/documents",                                       Nothing, SIGNED_IN),
    ("get",    "/drafts/{article}",                                Live,    AUTHORS_AND_STAFF),
    ("get",    "/drafts/{article}/page",                           Live,    AUTHORS_AND_STAFF),
    ("put",    "/drafts/{article}/head",                           Live,    AUTHORS_AND_STAFF),
    ("put",    "/drafts/{article}/sections/{section}",             Live,    AUTHORS_AND_STAFF),
    ("delete", "/drafts/{article}/sections/{section}",             Live,    AUTHORS_AND_STAFF),
    ("put",    "/drafts/{article}/sections/{section}/declarations", Live,   AUTHORS_AND_STAFF),
    // Readers find a live article by its topics.
    ("put",    "/drafts/{article}/topics",                         Live,    STAFF),
    ("post",   "/drafts/{article}/sections",                       Live,    AUTHORS_AND_STAFF),
    ("put",    "/drafts/{article}/sections/{section}/contributors", Live,   AUTHORS_AND_STAFF),
    ("put",    "/drafts/{article}/order",                          Live,    AUTHORS_AND_STAFF),
    ("get",    "/drafts/{article}/invitations",                    Live,    AUTHORS_AND_STAFF),
    // Who approves does not choose where letters go.
    ("post",   "/drafts/{article}/invitations",                    Live,    [Out, Gone, Yes, Yes, No, No, Yes]),
    // No invitation of this name was sent.
    ("delete", "/drafts/{article}/invitations/{id}",               Live,    [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("get",    "/drafts/{article}/history",                        Live,    AUTHORS_AND_STAFF),
    ("post",   "/drafts/{article}/kept",                           Live,    AUTHORS_AND_STAFF),
    // No words of this name were kept.
    ("get",    "/drafts/{article}/kept/{id}",                      Live,    [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("post",   "/drafts/{article}/kept/{id}/bring-back",           Live,    AUTHORS_AND_STAFF),
    ("post",   "/references/parse",                                Nothing, SIGNED_IN),
    ("post",   "/references/check",                                Nothing, SIGNED_IN),
    ("get",    "/drafts/{article}/comments",                       Live,    AUTHORS_AND_STAFF),
    ("post",   "/drafts/{article}/comments",                       Live,    AUTHORS_AND_STAFF),
    // No comment has this name.
    ("post",   "/drafts/{article}/comments/{id}/resolve",          Live,    [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("post",   "/drafts/{article}/comments/{id}/reopen",           Live,    [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("delete", "/drafts/{article}/comments/{id}",                  Live,    [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("post",   "/media",                                           Nothing, SIGNED_IN),
    // No image has this name.
    ("get",    "/media/{sha256}/{size}",                           Nothing, [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("get",    "/sign/{token}/media/{sha256}/{size}",              Nothing, NO_SUCH_LINK),
    ("get",    "/drafts/{article}/kept/{id}/changes",              Live,    [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("post",   "/drafts/{article}/presence",                       Live,    AUTHORS_AND_STAFF),
    // No text of this name was frozen.
    ("get",    "/drafts/{article}/revisions/{id}/changes",         Live,    [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("post",   "/articles/{id}/submit",                            Live,    AUTHORS),
    ("post",   "/articles/{id}/recall",                            Live,    AUTHORS),
    ("post",   "/articles/{id}/start-review",                      Live,    STAFF),
    ("post",   "/articles/{id}/request-changes",                   Live,    STAFF),
    ("post",   "/articles/{id}/decline",                           Live,    STAFF),
    ("post",   "/articles/{id}/proof",                             Live,    STAFF),
    ("get",    "/articles/{id}/proof",                             Proof,   AUTHORS_AND_STAFF),
    ("get",    "/articles/{id}/proof/page",                        Proof,   AUTHORS_AND_STAFF),
    ("post",   "/articles/{id}/proof/links/{person}",              Proof,   STAFF),
    ("post",   "/articles/{id}/proof/reminders/{person}",          Proof,   STAFF),
    ("put",    "/articles/{id}/proof/reminders",                   Proof,   STAFF),
    ("get",    "/articles/{id}/signatures",                        Proof,   AUTHORS_AND_STAFF),
    ("post",   "/articles/{id}/attest",                            Proof,   AUTHORS),
    ("post",   "/articles/{id}/object",                            Live,    AUTHORS),
    ("post",   "/articles/{id}/approve",                           Proof,   SECOND_PERSON),
    ("post",   "/articles/{id}/publish",                           Proof,   STAFF),
    ("post",   "/articles/{id}/revise",                            Proof,   AUTHORS_AND_STAFF),
    ("post",   "/articles/{id}/withdraw",                          Proof,   AUTHORS_AND_STAFF),
    ("post",   "/articles/{id}/amend",                             Proof,   STAFF),
    ("post",   "/articles/{id}/erase",                             Live,    STAFF),
    ("get",    "/sign/{token}",                                    Nothing, NO_SUCH_LINK),
    ("get",    "/sign/{token}/page",                               Nothing, NO_SUCH_LINK),
    ("post",   "/sign/{token}",                                    Nothing, NO_SUCH_LINK),
    ("post",   "/sign/{token}/object",                             Nothing, NO_SUCH_LINK),
    ("post",   "/articles/{id}/previews",                          Proof,   AUTHORS_AND_STAFF),
    ("get",    "/articles/{id}/previews",                          Proof,   AUTHORS_AND_STAFF),
    // No link of this name was made.
    ("delete", "/articles/{id}/previews/{preview}",                Proof,   [Out, Gone, Gone, Gone, Gone, Gone, Gone]),
    ("get",    "/preview/{token}",                                 Nothing, NO_SUCH_LINK),
    ("get",    "/preview/{token}/page",                            Nothing, NO_SUCH_LINK),
    ("get",    "/preview/{token}/media/{sha256}/{size}",           Nothing, NO_SUCH_LINK),
    ("get",    "/articles",                                        Nothing, ANYONE),
    ("get",    "/articles/{id}",                                   Live,    ANYONE),
    ("get",    "/persons",                                         Nothing, ANYONE),
    ("get",    "/topics",                                          Nothing, ANYONE),
    ("get",    "/disclaimers",                                     Nothing, ANYONE),
    ("get",    "/help",                                            Nothing, ANYONE),
    ("get",    "/search",                                          Nothing, ANYONE),
];

fn document() -> Value {
    serde_json::from_str(&api::document()).expect("JSON")
}

#[test]
fn every_call_has_its_line() {
    let document = document();
    let calls: BTreeSet<(&str, &str)> = document["paths"]
        .as_object()
        .expect("paths")
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods").keys();
            methods.map(move |method| (method.as_str(), path.as_str()))
        })
        .collect();
    let lines: BTreeSet<(&str, &str)> = TABLE.iter().map(|line| (line.0, line.1)).collect();
    let undecided: Vec<_> = calls.difference(&lines).collect();
    assert!(undecided.is_empty(), "who may make these? {undecided:?}");
    let unknown: Vec<_> = lines.difference(&calls).collect();
    assert!(unknown.is_empty(), "no such calls: {unknown:?}");
    assert_eq!(lines.len(), TABLE.len(), "a call has two lines");
}

/// Everybody, and what the calls are about.
struct House {
    app: App,
    people: [Browser; 6],
    disabled: Browser,
    spare: Browser,
    live: String,
    slug: String,
    proof: String,
    session: String,
}

/// An answer that changes nothing but for whom it is meant: no digest of any text.
const NO_DIGEST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl House {
    async fn open(db: TestDatabase) -> Self {
        let app = App::new(db);
        let stranger = app.stranger().await;
        let began = app.author().await;
        let other = app
            .somebody("ben@example.org", "Ben Sample, LPC", &[Role::Author])
            .await;
        let both = [Role::Author, Role::Editor];
        let one_of_them = app
            .somebody("priya@example.org", "Priya Pattern, MA", &both)
            .await;
        let (editor, owner) = (app.editor().await, app.owner().await);
        let spare = app
            .somebody("spare@example.org", "Una Model", &[Role::Author])
            .await;
        let all = [Role::Author, Role::Editor, Role::Owner];
        let disabled = app
            .somebody("dee@example.org", "Dee Specimen, PhD", &all)
            .await;
        let over = [&began, &other, &one_of_them, &disabled];

        portray(&app, &other).await;
        let live = app.answers(&over).await;
        app.bring_out(&began, &editor, &live).await;
        for one in over {
            app.sign(one, &live).await.is(StatusCode::OK);
        }
        app.approve(&editor, &live).await.is(StatusCode::NO_CONTENT);
        app.publish(&editor, &live).await.is(StatusCode::OK);
        let slug = app.open(&editor, &live).await["slug"].clone();
        let proof = app.answers(&over).await;
        app.bring_out(&began, &editor, &proof).await;

        app.sign_in(&other.email, PASSWORD).await;
        let sessions = app.call(&other, Method::GET, "/sessions", None).await;
        let sessions = sessions.json["items"].as_array().expect("a list").clone();
        let session = sessions.iter().find(|one| one["current"] == false);
        let session = id_of(session.expect("another browser"));
        let path = format!("/accounts/{}", disabled.account);
        let disable = Some(json!({"disabled": true}));
        app.call(&owner, Method::PATCH, &path, disable)
            .await
            .is(StatusCode::OK);
        let house = Self {
            app,
            people: [stranger, began, other, one_of_them, editor, owner],
            disabled,
            spare,
            live,
            slug: slug.as_str().expect("an address").to_owned(),
            proof,
            session,
        };
        house.credential().await;
        house
    }

    /// The other author's credential; another where it was taken away.
    async fn credential(&self) -> String {
        let (other, path) = (&self.people[2], "/people/me");
        let profile = self.app.call(other, Method::GET, path, None).await;
        let held = &profile.is(StatusCode::OK).json["credentials"];
        if let Some(last) = held.as_array().and_then(|all| all.last()) {
            return id_of(last);
        }
        let new = json!({
            "abbreviation": "LPC", "kind": "licence", "show_number": false, "shown": true,
        });
        let path = "/people/me/credentials";
        let added = self.app.call(other, Method::POST, path, Some(new)).await;
        id_of(&added.is(StatusCode::OK).json)
    }

    async fn path(&self, on: On, template: &str) -> String {
        let article = match on {
            Live => &self.live,
            Proof => &self.proof,
            Nothing => SOME_ID,
        };
        let id = match template.split('/').nth(1).expect("a noun") {
            "accounts" => &self.spare.account,
            "people" => &self.people[2].person,
            "credentials" => &self.credential().await,
            "sessions" => &self.session,
            _ if template == "/articles/{id}" => &self.slug,
            _ => article,
        };
        let mut path = template
            .replace("{id}", id)
            .replace("{article}", article)
            .replace("{token}", "token")
            .replace("{preview}", SOME_ID)
            .replace("{sha256}", NO_DIGEST)
            .replace("{size}", "800.jpg")
            .replace("{person}", &self.people[2].person);
        if path.contains("{section}") {
            let draft = self.app.open(&self.people[4], article).await;
            path = path.replace("{section}", &id_of(&draft["sections"][0]));
        }
        path
    }

    /// A body that is understood, so that only who asks can be wrong with it; or, where the
    /// call would succeed for good, so that something else is wrong.
    fn body(&self, document: &Value, method: &str, template: &str) -> Option<Value> {
        let content = &document["paths"][template][method]["requestBody"]["content"];
        let schema = &content["application/json"]["schema"];
        Some(match (method, template) {
            _ if schema.is_null() => return None,
            ("patch", "/accounts/{id}") => json!({"roles": ["author"]}),
            ("post", "/accounts") => {
                json!({"email": "none", "name": "Nobody", "roles": ["author"]})
            }
            ("post", "/people/{id}/merge") => {
                json!({"into": self.people[2].person, "confirm": true})
            }
            ("post", "/people/{id}/rename") => json!({"name": "Ben Sample"}),
            ("post", "/drafts/{article}/kept") => json!({"title": "Other words"}),
            ("post", "/drafts/{article}/comments") => {
                json!({"section_id": SOME_ID, "body": "A word."})
            }
            ("put", "/drafts/{article}/topics") => json!({"topics": ["5.5"]}),
            (_, "/articles/{id}/attest") => {
                json!({"digest": NO_DIGEST, "declarations": declarations()})
            }
            (_, "/articles/{id}/approve") => json!({"digest": NO_DIGEST, "kinds": ["editorial"]}),
            (_, "/articles/{id}/publish") => json!({"digest": NO_DIGEST}),
            (_, "/articles/{id}/withdraw") => json!({"printed": "Its authors asked us to."}),
            (_, "/articles/{id}/amend") => json!({"class": "typo"}),
            (_, "/articles/{id}/erase") => json!({"reason": ""}),
            (_, "/sign/{token}") => json!({"digest": NO_DIGEST, "declarations": declarations()}),
            _ => example(document, schema),
        })
    }

    async fn ask(&self, by: Option<&Browser>, line: &Line, document: &Value) -> Answer {
        let (method, template, on, _) = line;
        let path = self.path(*on, template).await;
        let mut request = self
            .app
            .request(method.to_uppercase().parse().expect("a method"), &path)
            .header("if-match", "\"1\"");
        if let Some(by) = by {
            request = request.header("cookie", by.cookie());
        }
        if matches!(
            (*method, *template),
            ("put", "/people/{id}/photo") | ("post", "/media")
        ) {
            request = request.content_type("image/png").body("no picture");
        } else if let Some(body) = self.body(document, method, template) {
            request = request.body_json(&body);
        }
        Answer::of(request.send().await).await
    }

    async fn everything(&self) -> Value {
        let editor = &self.people[4];
        let live = self.app.everything(editor, &self.live).await;
        let proof = self.app.everything(editor, &self.proof).await;
        let credentials = format!("/people/{}", self.people[2].person);
        let credentials = self.app.call(editor, Method::GET, &credentials, None).await;
        json!([live, proof, credentials.json])
    }
}

/// Gives somebody a portrait, so that there is one to see.
async fn portray(app: &App, whom: &Browser) {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(240, 240)
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a picture");
    let request = app
        .request(Method::PUT, "/people/me/photo")
        .header("cookie", whom.cookie())
        .content_type("image/png")
        .body(png.into_inner());
    Answer::of(request.send().await).await.is(StatusCode::OK);
}

#[track_caller]
fn told(answer: &Answer, says: Says, who: usize, line: &Line) {
    let at = format!("{} {} by {who}: {:#}", line.0, line.1, answer.json);
    match says {
        Out => {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{at}");
            answer.is_problem(StatusCode::UNAUTHORIZED, "signed_out");
        }
        No => {
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{at}");
            answer.is_problem(StatusCode::FORBIDDEN, "not_allowed");
        }
        Gone => assert_eq!(answer.status, StatusCode::NOT_FOUND, "{at}"),
        Yes => {
            let status = answer.status;
            assert!(!matches!(status.as_u16(), 401 | 403 | 404), "{status} {at}");
            // Search has no engine in these tests and says so.
            assert!(status.as_u16() != 500, "{status} {at}");
        }
    }
}

on_both_databases!(everybody_is_told_what_the_table_says);
async fn everybody_is_told_what_the_table_says(db: TestDatabase) {
    let house = House::open(db).await;
    let document = document();
    let before = house.everything().await;
    for line in TABLE {
        let says = line.3;
        for (who, says) in says.into_iter().enumerate().filter(|one| one.1 != Yes) {
            let by = who.checked_sub(1).map(|who| &house.people[who]);
            told(&house.ask(by, line, &document).await, says, who, line);
        }
        let answer = house.ask(Some(&house.disabled), line, &document).await;
        told(&answer, says[0], 7, line);
    }
    assert_eq!(
        before,
        house.everything().await,
        "a refused call did something"
    );

    for line in TABLE {
        let says = line.3;
        for (who, says) in says.into_iter().enumerate().filter(|one| one.1 == Yes) {
            let mut by = who.checked_sub(1).map(|who| house.people[who].clone());
            if let ("delete", "/session", Some(somebody)) = (line.0, line.1, &by) {
                // In a browser of its own: the others are still needed.
                by = Some(house.app.sign_in_again(somebody).await);
            }
            told(
                &house.ask(by.as_ref(), line, &document).await,
                says,
                who,
                line,
            );
        }
    }
}
