//! How long to wait before the next try.
//!
//! Must not know why.

use std::time::Duration;

use jiff::Timestamp;

use super::pace::{Pace, jitter};

/// What `Retry-After` asks for (RFC 9110, 10.2.3): seconds, or a date. Nothing where it cannot be read.
pub(super) fn asked_for(header: &str, now: Timestamp) -> Option<Duration> {
    let header = header.trim();
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(header.parse().unwrap_or(u64::MAX)));
    }
    let date = jiff::fmt::rfc2822::parse(header).ok()?.timestamp();
    let seconds = date.as_second().saturating_sub(now.as_second()).max(0);
    Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
}

/// How long to wait after the `tried`th try at `url`, from half to one and a half times the doubled back-off.
pub(super) fn back_off(pace: &Pace, url: &str, tried: u8) -> Duration {
    let doubled = pace.back_off.saturating_mul(1 << tried.saturating_sub(1).min(10));
    doubled.mul_f64(0.5 + jitter(pace.seed, url, u64::from(tried))).min(pace.longest_wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_seconds_and_dates() {
        let now: Timestamp = "2019-11-06T12:00:00Z".parse().expect("a time");
        for (header, seconds) in [
            ("120", Some(120)),
            (" 0 ", Some(0)),
            ("99999999999999999999999", Some(u64::MAX)),
            ("Wed, 06 Nov 2019 12:00:30 GMT", Some(30)),
            ("Wed, 06 Nov 2019 11:00:00 GMT", Some(0)),
            ("-5", None),
            ("1.5", None),
            ("soon", None),
            ("", None),
            ("\u{1f600}", None),
        ] {
            assert_eq!(asked_for(header, now), seconds.map(Duration::from_secs), "{header:?}");
        }
    }

    #[test]
    fn waits_longer_each_time_within_bounds() {
        let pace = Pace::default();
        let url = "https://www.example.org/";
        for tried in 1..=20 {
            let wait = back_off(&pace, url, tried);
            let doubled = 2_f64.powi(i32::from(tried.min(11)) - 1);
            assert!(wait <= pace.longest_wait && wait.as_secs_f64() >= (0.5 * doubled).min(60.0), "{tried}: {wait:?}");
            assert_eq!(wait, back_off(&pace, url, tried));
        }
    }
}
