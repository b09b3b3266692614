//! Which numbers of computers are public: reachable by everybody, from everywhere.
//!
//! Must not know names, nor what the settings allow.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What is wrong with a number that is not public, to follow it in a sentence; nothing where it is public. The
/// ranges are those of the special-purpose registries of the IANA (RFC 6890).
pub(super) fn not_public(ip: IpAddr) -> Option<&'static str> {
    match ip {
        IpAddr::V4(ip) => not_public_v4(ip),
        IpAddr::V6(ip) => not_public_v6(ip),
    }
}

const THIS_COMPUTER: &str = "means the reader's own computer";
const PRIVATE: &str = "lies in a private network";
const RESERVED: &str = "is reserved and no part of the public web";

fn not_public_v4(ip: Ipv4Addr) -> Option<&'static str> {
    let [a, b, c, _] = ip.octets();
    match (a, b, c) {
        (0 | 127, ..) => Some(THIS_COMPUTER),
        (10, ..) | (172, 16..=31, _) | (192, 168, _) | (100, 64..=127, _) | (169, 254, _) => Some(PRIVATE),
        (192, 0, 0 | 2) | (192, 88, 99) | (198, 18..=19, _) | (198, 51, 100) | (203, 0, 113) | (224.., ..) => {
            Some(RESERVED)
        }
        _ => None,
    }
}

fn not_public_v6(ip: Ipv6Addr) -> Option<&'static str> {
    let parts = ip.segments();
    let embedded = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        not_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match parts {
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] => Some(THIS_COMPUTER),
        // An IPv4 number in the clothes of IPv6 (RFC 4291, 2.5.5), through a translator (RFC 6052), through a tunnel (RFC 3056).
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            embedded(high, low)
        }
        [0x64, 0xff9b, 1, ..] | [0xfc00..=0xfdff | 0xfe80..=0xfeff, ..] => Some(PRIVATE),
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => Some(RESERVED),
        [0x2000..=0x3fff, ..] => None,
        _ => Some(RESERVED),
    }
}

#[cfg(test)]
mod tests {
    use super::not_public;

    #[test]
    fn only_what_everybody_can_reach_is_public() {
        for ip in
            ["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.0.3.1", "223.1.1.1"]
                .into_iter()
                .chain(["2606:4700::1", "2a00::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"])
        {
            assert_eq!(not_public(ip.parse().expect("a number")), None, "{ip}");
        }
        for ip in ["0.0.0.0", "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"]
            .into_iter()
            .chain([
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
            ])
            .chain(["224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1"])
            .chain([
                "::ffff:10.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2002:a00:1::",
                "fc00::1",
            ])
            .chain([
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "100::1",
                "4000::1",
            ])
        {
            assert!(not_public(ip.parse().expect("a number")).is_some(), "{ip}");
        }
    }
}
