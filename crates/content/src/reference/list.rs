//! A section's references together, and what its text cites of them.

use std::collections::HashSet;

use super::{Reference, ReferenceId, ReferenceInput};
use crate::clean_html::CleanHtml;
use crate::draft::FieldError;

/// The most references of one section.
pub const LONGEST_LIST: usize = 200;

/// The references of a section as typed, or everything that is wrong with them, each field
/// named by its place in the list: `references.0.doi`.
pub fn parse_list(typed: Vec<ReferenceInput>) -> Result<Vec<Reference>, Vec<FieldError>> {
    if typed.len() > LONGEST_LIST {
        return Err(vec![FieldError {
            field: "references".to_owned(),
            code: "too_many",
            detail: format!("There can be {LONGEST_LIST} references at most."),
        }]);
    }
    let mut names = HashSet::new();
    let mut list = Vec::with_capacity(typed.len());
    let mut errors = Vec::new();
    for (at, one) in typed.into_iter().enumerate() {
        match one.parse(&format!("references.{at}")) {
            Ok(reference) if !names.insert(reference.id.clone()) => errors.push(FieldError {
                field: format!("references.{at}.id"),
                code: "twice",
                detail: "Two references have the same name. Add one of them again.".to_owned(),
            }),
            Ok(reference) => list.push(reference),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() {
        Ok(list)
    } else {
        Err(errors)
    }
}

/// The references that a text cites, in the order of their first citation.
#[must_use]
pub fn cited(body: &CleanHtml) -> Vec<ReferenceId> {
    let mut found = Vec::new();
    for address in body.link_addresses() {
        if let Some(id) = ReferenceId::of_address(&address)
            && !found.contains(&id)
        {
            found.push(id);
        }
    }
    found
}

/// What a text cites and its list has not.
#[must_use]
pub fn loose(body: &CleanHtml, list: &[Reference]) -> Vec<ReferenceId> {
    let mut cited = cited(body);
    cited.retain(|id| !list.iter().any(|one| one.id == *id));
    cited
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean_html::sanitize;

    fn input(id: &str) -> ReferenceInput {
        ReferenceInput {
            id: id.to_owned(),
            title: "A title".to_owned(),
            ..ReferenceInput::default()
        }
    }

    #[test]
    fn names_are_given_once() {
        let errors = parse_list(vec![input("r1"), input("r2"), input("r1")]).unwrap_err();
        assert_eq!(errors[0].field, "references.2.id");
        assert_eq!(parse_list(vec![input("r1"), input("r2")]).unwrap().len(), 2);
        let many = (0..=LONGEST_LIST)
            .map(|n| input(&format!("r{n}")))
            .collect();
        assert_eq!(parse_list(many).unwrap_err()[0].code, "too_many");
    }

    #[test]
    fn citations_are_found_in_the_text() {
        let html = "<p>As known <a href=\"#ref-r2\">(Sample, 2021)</a> and \
                    <a href=\"#ref-r1\">(1)</a>, <a href=\"#ref-r2\">again</a>, \
                    <a href=\"https://example.org/#ref-r9\">x</a></p>";
        let body = sanitize(html).unwrap().html;
        let names: Vec<_> = cited(&body)
            .iter()
            .map(|id| id.as_str().to_owned())
            .collect();
        assert_eq!(names, ["r2", "r1"]);
        let list = parse_list(vec![input("r1")]).unwrap();
        assert_eq!(loose(&body, &list), [ReferenceId::numbered(2)]);
    }
}
