//! Whoever knocks, before they are known.

use std::net::{IpAddr, Ipv6Addr};

use content::digest::Digest;

/// Whoever knocks: a network and a browser. The address itself is never kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// Where the request came from.
    pub address: Option<IpAddr>,
    /// The browser in two words, such as "Firefox on Windows".
    pub browser: String,
}

impl Visitor {
    /// The name under which tries from this network are counted: a digest, not an address.
    pub(super) fn network(&self) -> String {
        let network = match self.address.map(|address| address.to_canonical()) {
            None => "unknown".to_owned(),
            Some(IpAddr::V4(address)) => {
                let [a, b, c, _] = address.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            Some(IpAddr::V6(address)) => {
                let bits = u128::from(address) >> 64 << 64;
                format!("{}/64", Ipv6Addr::from(bits))
            }
        };
        Digest::of(format!("network {network}").as_bytes()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(address: &str) -> String {
        Visitor {
            address: Some(address.parse().unwrap()),
            browser: String::new(),
        }
        .network()
    }

    #[test]
    fn neighbours_share_a_network() {
        assert_eq!(network("192.0.2.1"), network("192.0.2.250"));
        assert_eq!(network("192.0.2.1"), network("::ffff:192.0.2.9"));
        assert_ne!(network("192.0.2.1"), network("192.0.3.1"));
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:1"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
    }
}
