//! A file and what was decided about it, as one form: `multipart/form-data`.

use editorial::Refusal;
use editorial::intake::{LARGEST_DOCUMENT, Unreadable};
use poem::web::Multipart;
use poem::{Body, FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::ParseFromJSON;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use serde_json::{Map, Value};

use crate::body::read;
use crate::problem::Problem;

const FORM: &str = "multipart/form-data";

/// Room for the choices and for what stands round the parts of the form.
const BESIDE: usize = 256 * 1024;

/// A `document` and the `choices` about it; choices left out are those of `{}`.
pub(crate) struct DocumentForm<T> {
    pub(crate) document: Vec<u8>,
    pub(crate) choices: T,
}

impl<'a, T: ParseFromJSON> ApiExtractor<'a> for DocumentForm<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        let mut file = MetaSchema::new("string");
        file.format = Some("binary");
        let mut form = MetaSchema::new("object");
        form.required = vec!["document"];
        form.properties = vec![
            ("document", MetaSchemaRef::Inline(Box::new(file))),
            ("choices", T::schema_ref()),
        ];
        Some(MetaRequest {
            description: None,
            content: vec![MetaMediaType {
                content_type: FORM,
                schema: MetaSchemaRef::Inline(Box::new(form)),
            }],
            required: true,
        })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let is_form = request.content_type().is_some_and(|sent| {
            let kind = sent.split(';').next().unwrap_or_default();
            kind.trim().eq_ignore_ascii_case(FORM)
        });
        if !is_form {
            return Err(Problem::unsupported_type("a form with a file").into());
        }
        let bytes = read(request, body, LARGEST_DOCUMENT + BESIDE, |bytes| {
            Refusal::Unreadable(Unreadable::TooLarge { bytes }).into()
        })
        .await?;
        // What the form is read from is in memory and has a limit by now.
        let mut bounded = RequestBody::new(Body::from(bytes));
        let mut form = <Multipart as FromRequest>::from_request(request, &mut bounded)
            .await
            .map_err(|_| broken())?;
        let (mut document, mut choices) = (None, Value::Object(Map::new()));
        while let Some(field) = form.next_field().await.map_err(|_| broken())? {
            match field.name() {
                Some("document") if document.is_none() => {
                    document = Some(field.bytes().await.map_err(|_| broken())?);
                }
                Some("choices") => {
                    let text = field.text().await.map_err(|_| broken())?;
                    choices = serde_json::from_str(&text)
                        .map_err(|error| Problem::bad_request(error.to_string()))?;
                }
                _ => return Err(broken().into()),
            }
        }
        let document = document.ok_or_else(|| {
            let words = "No file came along. Choose a Word document; nothing was changed.";
            Problem::from(Refusal::field("document", "missing", words))
        })?;
        let choices = T::parse_from_json(Some(choices))
            .map_err(|error| Problem::bad_request(error.into_message()))?;
        Ok(Self { document, choices })
    }
}

fn broken() -> Problem {
    Problem::bad_request("a form with one `document` and its `choices` as JSON")
}
