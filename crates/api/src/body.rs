//! Reading what is sent: never more than the limit, never what is not understood.

use editorial::media::LARGEST_IMAGE;
use editorial::people::LARGEST_PHOTO;
use poem::http::header;
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::ParseFromJSON;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use serde_json::Value;

use crate::problem::Problem;

/// The longest JSON body.
const LONGEST: usize = 2 * 1024 * 1024;
const JSON: &str = "application/json";
const IMAGES: &[&str] = &["image/jpeg", "image/png", "image/webp"];

/// A JSON body of at most 2 MiB. Nothing sent at all is the same as `{}`.
pub(crate) struct Body<T>(pub(crate) T);

impl<'a, T: ParseFromJSON> ApiExtractor<'a> for Body<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        Some(described(&[JSON], &T::schema_ref()))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let bytes = read(request, body, LONGEST, |_| at_most("2 MB")).await?;
        if bytes.is_empty() {
            return parse(Value::Object(serde_json::Map::new()));
        }
        if !is_json(request) {
            return Err(Problem::unsupported_type("JSON").into());
        }
        match serde_json::from_slice(&bytes) {
            Ok(value) => parse(value),
            Err(error) => Err(Problem::bad_request(error.to_string()).into()),
        }
    }
}

fn parse<T: ParseFromJSON>(value: Value) -> Result<Body<T>> {
    T::parse_from_json(Some(value))
        .map(Body)
        .map_err(|error| Problem::bad_request(error.into_message()).into())
}

/// A picture of at most 5 MiB, not yet looked at.
pub(crate) struct ImageBytes(pub(crate) Vec<u8>);

impl<'a> ApiExtractor<'a> for ImageBytes {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        let mut schema = MetaSchema::new("string");
        schema.format = Some("binary");
        Some(described(IMAGES, &MetaSchemaRef::Inline(Box::new(schema))))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> Result<Self> {
        is_image(request)?;
        Ok(Self(
            read(request, body, LARGEST_PHOTO, |_| at_most("5 MB")).await?,
        ))
    }
}

/// A picture of at most 20 MiB.
pub(crate) struct LargeImage(pub(crate) Vec<u8>);

impl<'a> ApiExtractor<'a> for LargeImage {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        ImageBytes::request_meta()
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> Result<Self> {
        is_image(request)?;
        Ok(Self(
            read(request, body, LARGEST_IMAGE, |_| at_most("20 MB")).await?,
        ))
    }
}

fn is_image(request: &Request) -> Result<()> {
    if request
        .content_type()
        .is_some_and(|sent| IMAGES.contains(&sent))
    {
        return Ok(());
    }
    Err(Problem::unsupported_type("a JPEG, PNG or WebP picture").into())
}

fn described(types: &[&'static str], schema: &MetaSchemaRef) -> MetaRequest {
    MetaRequest {
        description: None,
        content: types
            .iter()
            .map(|content_type| MetaMediaType {
                content_type,
                schema: schema.clone(),
            })
            .collect(),
        required: true,
    }
}

fn at_most(words: &str) -> Problem {
    Problem::too_large(format!("This is too large. Send at most {words}."))
}

/// A body of at most `limit` bytes; `too_large` is told how many it has, as far as is known.
pub(crate) async fn read(
    request: &Request,
    body: &mut RequestBody,
    limit: usize,
    too_large: impl Fn(usize) -> Problem,
) -> Result<Vec<u8>> {
    let announced = request.headers().get(header::CONTENT_LENGTH);
    let announced = announced.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if let Some(length) = announced.filter(|length| *length > limit) {
        return Err(too_large(length).into());
    }
    let bytes = body
        .take()?
        .into_bytes_limit(limit)
        .await
        .map_err(|error| match error {
            poem::error::ReadBodyError::PayloadTooLarge => too_large(limit + 1),
            other => Problem::bad_request(other.to_string()),
        })?;
    Ok(bytes.into())
}

fn is_json(request: &Request) -> bool {
    let sent = request.content_type().unwrap_or_default();
    sent.split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .eq_ignore_ascii_case(JSON)
}
