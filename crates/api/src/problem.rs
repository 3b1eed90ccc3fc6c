//! Whatever is refused, as `application/problem+json` (RFC 9457) with a stable code.

use editorial::intake::Unreadable;
use editorial::{CurrentText, Refusal};
use poem::http::{StatusCode, header};
use poem::{IntoResponse, Response};
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::{ToJSON, Type};
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

use crate::beside_shapes::{Image, Reference, all};

const CONTENT_TYPE: &str = "application/problem+json";

/// Why a call was refused.
#[derive(Clone, Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct Problem {
    /// `about:blank`: the code says which.
    #[oai(rename = "type")]
    kind: String,
    /// The status in words.
    title: String,
    /// The status.
    status: u16,
    /// Stays the same when the words change.
    code: String,
    /// One plain sentence for the person at the screen.
    detail: String,
    /// What is wrong where.
    #[oai(skip_serializing_if_is_empty)]
    errors: Vec<FieldProblem>,
    /// The present text, with `stale`.
    current: Option<Box<Current>>,
    /// Seconds to wait, with `too_many_tries`; also in `Retry-After`.
    retry_after: Option<u64>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, Object)]
pub(crate) struct FieldProblem {
    /// The field, as it is sent.
    field: String,
    /// Stays the same when the words change.
    code: String,
    /// One plain sentence.
    detail: String,
}

/// The present text of what somebody else saved first.
#[derive(Clone, Debug, Object)]
#[oai(rename = "CurrentText", skip_serializing_if_is_none)]
struct Current {
    /// What the next `If-Match` has to name.
    version: i64,
    saved_at: Option<OffsetDateTime>,
    /// Who saved it.
    saved_by: Option<String>,
    /// Whether that was the caller, in another window or on another device.
    saved_by_caller: bool,
    /// Of a head.
    title: Option<String>,
    /// Of a head.
    summary: Option<String>,
    /// Of a head.
    question: Option<String>,
    /// Of a section.
    body_html: Option<String>,
    /// Of a section.
    images: Option<Vec<Image>>,
    /// Of a section.
    references: Option<Vec<Reference>>,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank".to_owned(),
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            code: code.to_owned(),
            detail: detail.into(),
            errors: Vec::new(),
            current: None,
            retry_after: None,
        }
    }

    fn with(mut self, errors: impl IntoIterator<Item = (String, String, String)>) -> Self {
        self.errors = errors
            .into_iter()
            .map(|(field, code, detail)| FieldProblem {
                field,
                code,
                detail,
            })
            .collect();
        self
    }

    /// What was sent makes no sense; `reason` is for whoever writes the client.
    pub(crate) fn bad_request(reason: impl Into<String>) -> Self {
        let words = "This request could not be understood.";
        let reason = (
            "body".to_owned(),
            "not_understood".to_owned(),
            reason.into(),
        );
        Self::new(StatusCode::BAD_REQUEST, "bad_request", words).with([reason])
    }

    /// Where a list should go on is no place of it.
    pub(crate) fn unknown_place() -> Self {
        let words = "This list cannot go on from there: `after` takes what an earlier answer gave \
                     as `next`.";
        Self::new(StatusCode::BAD_REQUEST, "bad_request", words)
    }

    /// Something in the address is not UTF-8.
    fn unreadable_address() -> Self {
        let words = "This address cannot be read: a part of it is not text.";
        Self::new(StatusCode::BAD_REQUEST, "bad_request", words)
    }

    pub(crate) fn too_large(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
    }

    pub(crate) fn unsupported_type(wanted: &str) -> Self {
        let words = format!("This call takes {wanted}.");
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_type",
            words,
        )
    }

    pub(crate) fn wrong_origin() -> Self {
        let words = "This request came from another site, so nothing was done.";
        Self::new(StatusCode::FORBIDDEN, "wrong_origin", words)
    }

    pub(crate) fn internal() -> Self {
        let words = "Something went wrong on our side. Please try again.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", words)
    }

    fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Refusal::NotFound.into(),
            StatusCode::UNAUTHORIZED => Refusal::SignedOut.into(),
            StatusCode::METHOD_NOT_ALLOWED => Self::new(
                status,
                "method_not_allowed",
                "This address does not take that method.",
            ),
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large("This is too large."),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::unsupported_type("JSON"),
            status if status.is_client_error() => Self::bad_request("malformed request"),
            _ => Self::internal(),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let words = refusal.to_string();
        let problem = |status, code| Self::new(status, code, words.clone());
        match refusal {
            Refusal::SignedOut => problem(StatusCode::UNAUTHORIZED, "signed_out"),
            Refusal::WrongCredentials => problem(StatusCode::UNAUTHORIZED, "wrong_credentials"),
            Refusal::NotAllowed(_) => problem(StatusCode::FORBIDDEN, "not_allowed"),
            Refusal::NotFound => problem(StatusCode::NOT_FOUND, "not_found"),
            Refusal::NoSuchLink => problem(StatusCode::NOT_FOUND, "no_such_link"),
            Refusal::WrongState(_) => problem(StatusCode::CONFLICT, "wrong_state"),
            Refusal::StaleDigest => problem(StatusCode::CONFLICT, "stale_digest"),
            Refusal::AlreadySigned(_) => problem(StatusCode::CONFLICT, "already_signed"),
            Refusal::Conflict(_) => problem(StatusCode::CONFLICT, "conflict"),
            Refusal::Stale(current) => Self {
                current: Some(Box::new((*current).into())),
                ..problem(StatusCode::PRECONDITION_FAILED, "stale")
            },
            Refusal::TooLarge(_) => problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
            Refusal::Invalid(errors) => problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid").with(
                errors
                    .into_iter()
                    .map(|error| (error.field, error.code.to_owned(), error.detail)),
            ),
            Refusal::FailedChecks(findings) => {
                problem(StatusCode::UNPROCESSABLE_ENTITY, "failed_checks").with(
                    findings
                        .into_iter()
                        .map(|one| (one.field, one.code, one.detail)),
                )
            }
            Refusal::TooManyTries(wait) => Self {
                retry_after: Some(wait.as_secs().max(1)),
                ..problem(StatusCode::TOO_MANY_REQUESTS, "too_many_tries")
            },
            Refusal::Unreadable(Unreadable::TooLarge { .. }) => {
                problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large")
            }
            Refusal::Unreadable(why) => problem(StatusCode::UNPROCESSABLE_ENTITY, unreadable(&why)),
            Refusal::Storage(error) => {
                tracing::error!(%error, "the database failed under a call of the API");
                problem(StatusCode::INTERNAL_SERVER_ERROR, "internal")
            }
        }
    }
}

/// What is wrong with a document, in a word that stays.
const fn unreadable(why: &Unreadable) -> &'static str {
    match why {
        Unreadable::Empty => "empty_file",
        Unreadable::TooLarge { .. } => "too_large",
        Unreadable::NotWord => "not_word",
        Unreadable::OldWord => "old_word",
        Unreadable::PasswordProtected => "password_protected",
        Unreadable::RichText => "rich_text",
        Unreadable::Pdf => "pdf",
        Unreadable::OpenDocument => "open_document",
        Unreadable::Pages => "pages_document",
        Unreadable::WordXml => "word_xml",
        Unreadable::WebPage => "web_page",
        Unreadable::OtherOffice => "other_office",
        Unreadable::Macros => "macros",
        Unreadable::Truncated => "truncated",
        Unreadable::Damaged { .. } => "damaged",
        Unreadable::UnpacksTooLarge => "unpacks_too_large",
        Unreadable::TooManyParts => "too_many_parts",
        Unreadable::DuplicateParts => "duplicate_parts",
        Unreadable::Declarations { .. } => "declarations",
        Unreadable::TooDeep => "too_deep",
        Unreadable::Encoding => "encoding",
        Unreadable::TooLong => "too_long",
        Unreadable::NoText => "no_text",
    }
}

impl From<CurrentText> for Current {
    fn from(text: CurrentText) -> Self {
        Self {
            version: text.version,
            saved_at: text.saved_at,
            saved_by: text.saved_by,
            saved_by_caller: text.saved_by_caller,
            title: text.title,
            summary: text.summary,
            question: text.question,
            body_html: text.body_html,
            images: text.images.map(all),
            references: text.references.map(all),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let mut response = Response::builder()
            .status(status)
            .content_type(CONTENT_TYPE);
        if let Some(seconds) = self.retry_after {
            response = response.header(header::RETRY_AFTER, seconds);
        }
        response.body(self.to_json_string())
    }
}

impl From<Problem> for poem::Error {
    fn from(problem: Problem) -> Self {
        Self::from_response(problem.into_response())
    }
}

/// In the description every call may answer with a problem, whatever its status.
impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        let content = vec![MetaMediaType {
            content_type: CONTENT_TYPE,
            schema: Self::schema_ref(),
        }];
        MetaResponses {
            responses: vec![MetaResponse {
                description: "Refused; `code` says why.",
                status: None,
                status_range: None,
                content,
                headers: Vec::new(),
            }],
        }
    }

    fn register(registry: &mut Registry) {
        <Self as Type>::register(registry);
    }
}

/// Whatever the framework refuses by itself speaks the same language.
pub(crate) async fn from_framework(error: poem::Error) -> Response {
    if error.is_from_response() {
        return error.into_response();
    }
    let problem = if error.is::<poem_openapi::error::ParsePathError>() {
        // An id that is none names nothing.
        Problem::from(Refusal::NotFound)
    } else if error.is::<poem::error::ParsePathError>() {
        Problem::unreadable_address()
    } else if error.status() == StatusCode::BAD_REQUEST {
        Problem::bad_request(error.to_string())
    } else {
        if error.status().is_server_error() {
            tracing::error!(%error, "a call of the API failed");
        }
        Problem::from_status(error.status())
    };
    problem.into_response()
}
