//! Previous, first, neighbours, last, next.

use serde::Serialize;

/// Links to the other pages of a list.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Paging {
    previous: Option<String>,
    links: Vec<Link>,
    next: Option<String>,
}

#[derive(Debug, Serialize)]
struct Link {
    page: u64,
    href: String,
    here: bool,
    last: bool,
}

/// How many pages a list of this length has.
pub(crate) fn count(total: u64, per_page: u64) -> u64 {
    total.div_ceil(per_page.max(1)).max(1)
}

impl Paging {
    /// `address` gives the address of a page; the first has no number in it.
    pub(crate) fn new(page: u64, pages: u64, address: impl Fn(u64) -> String) -> Self {
        if pages <= 1 {
            return Self::default();
        }
        let mut shown: Vec<u64> = [1, page.saturating_sub(1), page, page + 1, pages]
            .into_iter()
            .collect();
        shown.retain(|number| (1..=pages).contains(number));
        shown.sort_unstable();
        shown.dedup();
        Self {
            previous: (page > 1).then(|| address(page - 1)),
            links: shown
                .into_iter()
                .map(|number| Link {
                    page: number,
                    href: address(number),
                    here: number == page,
                    last: number == pages,
                })
                .collect(),
            next: (page < pages).then(|| address(page + 1)),
        }
    }
}

/// `/topics/panic?page=3`, or without a number for the first.
pub(crate) fn address(path: &str, page: u64) -> String {
    if page <= 1 {
        path.to_owned()
    } else {
        format!("{path}?page={page}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_neighbours_and_the_ends_are_shown() {
        let paging = Paging::new(7, 21, |page| address("/t", page));
        let numbers: Vec<u64> = paging.links.iter().map(|link| link.page).collect();
        assert_eq!(numbers, [1, 6, 7, 8, 21]);
        assert_eq!(paging.previous.as_deref(), Some("/t?page=6"));
        assert_eq!(Paging::new(1, 2, |page| address("/t", page)).links.len(), 2);
        assert!(Paging::new(1, 1, |_| String::new()).links.is_empty());
        assert_eq!((count(0, 20), count(20, 20), count(21, 20)), (1, 1, 2));
    }
}
