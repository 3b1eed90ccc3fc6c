//! The template engine, set up once for the composer's own templates and once for each theme.

use std::fmt::Write as _;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
};

use crate::escape;
use crate::place::Placed;

/// An engine without templates.
pub(crate) fn engine() -> Environment<'static> {
    let mut engine = Environment::new();
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build();
    if let Ok(syntax) = syntax {
        engine.set_syntax(syntax);
    }
    engine.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    engine.set_formatter(format);
    engine.add_filter("day", day);
    engine.add_filter("paragraphs", paragraphs);
    engine.add_filter("quoted", quoted);
    engine.add_filter("number", number);
    engine
}

/// How a value is printed: places as marks, safe markup as it is, everything else escaped.
fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if let Some(placed) = value.downcast_object_ref::<Placed>() {
        return out.write_str(&placed.mark()).map_err(Error::from);
    }
    if *state.auto_escape() == AutoEscape::Html
        && value.kind() == ValueKind::String
        && !value.is_safe()
    {
        let text = value.as_str().unwrap_or_default();
        return out.write_str(&escape::html(text)).map_err(Error::from);
    }
    minijinja::escape_formatter(out, state, value)
}

/// `{{ day|day }}`: a `<time>` element.
fn day(value: &Value) -> Result<Value, Error> {
    let part = |name: &str| {
        value
            .get_attr(name)?
            .as_str()
            .map(escape::html)
            .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "the day filter wants a day"))
    };
    let html = format!(
        "<time datetime=\"{}\">{}</time>",
        part("iso")?,
        part("words")?
    );
    Ok(Value::from_safe_string(html))
}

/// `{{ text|paragraphs }}`: plain text as `<p>` elements.
fn paragraphs(text: &str) -> Value {
    Value::from_safe_string(escape::paragraphs(text))
}

/// `{{ text|quoted }}`: plain text as `<p>` elements between quotation marks.
fn quoted(text: &str) -> Value {
    let bare = text.trim().trim_matches(['"', '“', '”']);
    Value::from_safe_string(escape::paragraphs(&format!("“{bare}”")))
}

/// `{{ count|number(one="article", many="articles") }}`: "1 article", "2,041 articles".
#[expect(
    clippy::needless_pass_by_value,
    reason = "the engine hands arguments over by value"
)]
fn number(count: u64, words: Kwargs) -> Result<String, Error> {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let word: Option<&str> = words.get(if count == 1 { "one" } else { "many" })?;
    words.assert_all_used().or_else(|_| {
        let _: Option<&str> = words.get(if count == 1 { "many" } else { "one" })?;
        words.assert_all_used()
    })?;
    if let Some(word) = word {
        let _ = write!(out, " {word}");
    }
    Ok(out)
}
