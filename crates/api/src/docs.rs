//! The calls as a page to read, made from their description. It asks no other site for
//! anything.

use std::fmt::Write as _;

use poem::Response;
use poem::http::header;
use serde_json::Value;

use crate::document;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;\
    padding:0 1rem;color:#1c2529;background:#fff}code{font:.9rem ui-monospace,monospace}\
    h2{margin:2.5rem 0 .5rem}article{border-top:1px solid #cfd8dc;padding:.75rem 0}\
    h3{font-size:1rem;margin:0}p{margin:.25rem 0}\
    @media(prefers-color-scheme:dark){body{color:#e3e9ec;background:#141a1d}}";

/// The page at `/api/docs`.
pub(crate) fn page(site: &str) -> Response {
    let document = serde_json::from_str(&document()).unwrap_or_default();
    Response::builder()
        .content_type("text/html; charset=utf-8")
        .header(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        )
        .body(html(site, &document))
}

fn html(site: &str, document: &Value) -> String {
    let mut page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8>\
         <meta name=viewport content='width=device-width'><title>API of {site}</title>\
         <style>{STYLE}</style><main><h1>API of {site}</h1>\
         <p>Every path begins with <code>/api/v1</code>. The same for machines: \
         <a href='/api/openapi.json'>openapi.json</a>.</p>",
        site = escape(site),
    );
    for tag in document["tags"].as_array().into_iter().flatten() {
        let name = text(&tag["name"]);
        let _ = write!(
            page,
            "<h2>{}</h2><p>{}</p>",
            name,
            text(&tag["description"])
        );
        for (path, methods) in document["paths"].as_object().into_iter().flatten() {
            for (method, call) in methods.as_object().into_iter().flatten() {
                if call["tags"][0] == tag["name"] {
                    article(&mut page, path, method, call);
                }
            }
        }
    }
    page + "</main></html>\n"
}

fn article(page: &mut String, path: &str, method: &str, call: &Value) {
    let method = method.to_uppercase();
    let _ = write!(
        page,
        "<article><h3><code>{method} {}</code></h3><p>{}</p>",
        escape(path),
        text(&call["summary"])
    );
    if call["description"].is_string() {
        let _ = write!(page, "<p>{}</p>", text(&call["description"]));
    }
    let takes = shape(&call["requestBody"]["content"]);
    let answers = call["responses"].as_object().into_iter().flatten();
    let answers = answers.filter(|(status, _)| *status != "default");
    let mut lines = Vec::new();
    if !takes.is_empty() {
        lines.push(format!("takes {takes}"));
    }
    for (status, answer) in answers {
        lines.push(format!("answers {status} {}", shape(&answer["content"])));
    }
    if call["security"].is_array() {
        lines.push("needs a session".to_owned());
    }
    let _ = write!(page, "<p>{}</p></article>", lines.join(" · "));
}

/// The name of the schema, or its type.
fn shape(content: &Value) -> String {
    let Some((kind, media)) = content
        .as_object()
        .and_then(|content| content.iter().next())
    else {
        return String::new();
    };
    let name = |schema: &Value| {
        let reference = schema["$ref"]
            .as_str()
            .or_else(|| schema["allOf"][0]["$ref"].as_str());
        reference
            .and_then(|path| path.rsplit('/').next())
            .map(str::to_owned)
    };
    let schema = &media["schema"];
    let words = name(schema)
        .or_else(|| name(&schema["items"]).map(|item| format!("list of {item}")))
        .unwrap_or_else(|| kind.clone());
    format!("<code>{}</code>", escape(&words))
}

fn text(value: &Value) -> String {
    escape(value.as_str().unwrap_or_default())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
