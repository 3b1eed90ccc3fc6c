//! Who is at the other end: the address, and the browser in two words.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use editorial::accounts::Visitor;
use poem::Request;
use poem::http::header;

use crate::{ApiState, state};

const FORWARDED_FOR: &str = "x-forwarded-for";

/// Addresses that share their beginning, such as `10.0.0.0/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

/// Not an address, nor an address with a number of bits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a network; write 10.0.0.0/8 or a single address")]
pub struct NotANetwork(String);

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotANetwork(text.to_owned());
        let (address, bits) = match text.split_once('/') {
            None => (text, None),
            Some((address, bits)) => (address, Some(bits.parse().map_err(|_| wrong())?)),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let all = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(all);
        if bits > all {
            Err(wrong())
        } else {
            Ok(Self { address, bits })
        }
    }
}

impl Network {
    fn contains(self, other: IpAddr) -> bool {
        let share = |one: u128, two: u128, all: u8| {
            let rest = u32::from(all - self.bits);
            one.checked_shr(rest).unwrap_or(0) == two.checked_shr(rest).unwrap_or(0)
        };
        match (self.address, other.to_canonical()) {
            (IpAddr::V4(one), IpAddr::V4(two)) => {
                share(u32::from(one).into(), u32::from(two).into(), 32)
            }
            (IpAddr::V6(one), IpAddr::V6(two)) => share(one.into(), two.into(), 128),
            _ => false,
        }
    }
}

/// The proxies that may say where a request came from. With none, only the socket counts:
/// anybody can write a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(pub Vec<Network>);

impl TrustedProxies {
    fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }

    /// The nearest address that is not one of the proxies.
    fn client(&self, socket: IpAddr, forwarded: &str) -> IpAddr {
        let mut client = socket;
        for hop in forwarded.rsplit(',') {
            if !self.trust(client) {
                break;
            }
            match hop.trim().parse() {
                Ok(address) => client = address,
                Err(_) => break,
            }
        }
        client
    }
}

/// Who knocks.
pub(crate) fn visitor(request: &Request) -> Visitor {
    let socket = request.remote_addr().as_socket_addr().map(SocketAddr::ip);
    let forwarded: Vec<&str> = request
        .headers()
        .get_all(FORWARDED_FOR)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .collect();
    let address = match (socket, state(request)) {
        (Some(socket), Ok(ApiState { proxies, .. })) => {
            Some(proxies.client(socket, &forwarded.join(",")))
        }
        (socket, _) => socket,
    };
    let agent = request.header(header::USER_AGENT).unwrap_or_default();
    Visitor {
        address,
        browser: browser(agent),
    }
}

/// "Firefox on Windows": enough to recognise one's own, and no more.
fn browser(agent: &str) -> String {
    let named = |names: &[(&'static str, &'static str)]| {
        names
            .iter()
            .find(|(mark, _)| agent.contains(mark))
            .map(|(_, name)| *name)
    };
    let program = named(&[
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = named(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Macintosh", "Mac"),
        ("CrOS", "Chromebook"),
        ("Linux", "Linux"),
    ]);
    match (program, system) {
        (Some(program), Some(system)) => format!("{program} on {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "Unknown browser".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_header_counts_only_from_a_trusted_proxy() {
        let proxies = TrustedProxies(vec!["10.0.0.0/8".parse().unwrap(), "::1".parse().unwrap()]);
        let client = |socket, header| proxies.client(address(socket), header);
        assert_eq!(
            client("203.0.113.7", "198.51.100.1"),
            address("203.0.113.7")
        );
        assert_eq!(client("10.1.2.3", "198.51.100.1"), address("198.51.100.1"));
        assert_eq!(
            client("::ffff:10.1.2.3", "198.51.100.1"),
            address("198.51.100.1")
        );
        assert_eq!(
            client("::1", "192.0.2.66, 198.51.100.1, 10.0.0.9"),
            address("198.51.100.1")
        );
        assert_eq!(client("::1", ""), address("::1"));
        assert_eq!(client("::1", "198.51.100.1, nonsense"), address("::1"));
        let none = TrustedProxies::default();
        assert_eq!(
            none.client(address("127.0.0.1"), "198.51.100.1"),
            address("127.0.0.1")
        );
    }

    #[test]
    fn networks_are_read() {
        let network: Network = "2001:db8::/32".parse().unwrap();
        assert!(network.contains(address("2001:db8:ffff::1")));
        assert!(!network.contains(address("2001:db9::1")));
        assert!(
            "0.0.0.0/0"
                .parse::<Network>()
                .unwrap()
                .contains(address("8.8.8.8"))
        );
        for bad in ["", "10.0.0.0/33", "10.0.0/8", "x", "::/129", "10.0.0.0/"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
    }

    #[test]
    fn browsers_have_two_words() {
        let windows =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0";
        assert_eq!(browser(windows), "Firefox on Windows");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
        assert_eq!(browser(phone), "Safari on iPhone");
        assert_eq!(browser("curl/8.5.0"), "Unknown browser");
    }
}
