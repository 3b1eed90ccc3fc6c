//! Markup that a template may place and cannot take apart.
//!
//! A template is given a [`Placed`] value. Printing it writes a mark, not the markup: capturing,
//! filtering or joining it yields nothing of the text. When the template is done, [`Slots::fill`]
//! puts the markup where the marks stand and says which was never placed.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::Object;

/// Begins and ends a mark; the escaper drops it from every text.
const EDGE: char = '\u{1}';

/// The value that a template sees.
#[derive(Debug)]
pub(crate) struct Placed {
    slot: usize,
    readable: BTreeMap<&'static str, Value>,
}

impl Placed {
    /// What is written instead of the markup.
    pub(crate) fn mark(&self) -> String {
        format!("{EDGE}{}{EDGE}", self.slot)
    }
}

impl Object for Placed {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.readable.get(key.as_str()?).cloned()
    }

    /// What string filters see: nothing.
    fn render(self: &Arc<Self>, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

/// The markup of one page that waits to be put in place.
#[derive(Debug, Default)]
pub(crate) struct Slots {
    html: Vec<String>,
    required: Vec<usize>,
}

impl Slots {
    /// Markup that a page may leave out.
    pub(crate) fn offer(&mut self, html: String, readable: BTreeMap<&'static str, Value>) -> Value {
        self.html.push(html);
        Value::from_object(Placed {
            slot: self.html.len() - 1,
            readable,
        })
    }

    /// Markup that a page must hold exactly once.
    pub(crate) fn require(
        &mut self,
        html: String,
        readable: BTreeMap<&'static str, Value>,
    ) -> Value {
        self.required.push(self.html.len());
        self.offer(html, readable)
    }

    /// The page with everything in place; `None` if something required is not there once.
    pub(crate) fn fill(&self, page: &str) -> Option<String> {
        let more: usize = self.html.iter().map(String::len).sum();
        let mut out = String::with_capacity(page.len() + more);
        let mut count = vec![0_usize; self.html.len()];
        for (at, part) in page.split(EDGE).enumerate() {
            if at % 2 == 0 {
                out.push_str(part);
            } else if let Some(slot) = part.parse().ok().filter(|&slot| slot < self.html.len()) {
                let slot: usize = slot;
                out.push_str(&self.html[slot]);
                count[slot] += 1;
            } else {
                return None;
            }
        }
        self.required
            .iter()
            .all(|&slot| count[slot] == 1)
            .then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(template: &str) -> Option<String> {
        let mut slots = Slots::default();
        let article = slots.require("<article>all of it</article>".to_owned(), BTreeMap::new());
        let engine = crate::engine::engine();
        let page = engine.render_named_str("t.html", template, minijinja::context! { article });
        slots.fill(&page.unwrap_or_default())
    }

    #[test]
    fn a_page_holds_what_it_must() {
        assert_eq!(
            render("<p>{{ article }}</p>").unwrap(),
            "<p><article>all of it</article></p>"
        );
        assert_eq!(render("<p></p>"), None);
        assert_eq!(render("{{ article }}{{ article }}"), None);
    }

    #[test]
    fn nothing_takes_it_apart() {
        for template in [
            "{{ article|safe }}",
            "{{ article|replace('all', 'none') }}",
            "{{ article|upper }}",
            "{{ article ~ '' }}",
            "{{ article|string }}",
            "{{ article|tojson }}",
            "{{ article.body }}",
            "{{ article.html }}",
            "{% for part in article %}{{ part }}{% endfor %}",
            "{% set x %}{{ article }}{% endset %}{{ x|replace('a', '')|length }}",
            "{{ '\u{1}7\u{1}'|safe }}{{ article }}",
        ] {
            let page = render(template).unwrap_or_default();
            assert!(!page.contains("all of it"), "{template}: {page}");
        }
        let captured = render("{% set x %}{{ article }}{% endset %}{{ x|upper }}").unwrap();
        assert_eq!(captured, "<article>all of it</article>");
    }
}
