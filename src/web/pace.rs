//! How politely and how patiently the web is asked.

use std::time::Duration;

/// The limits of a run. Tests have their own, so that none waits.
#[derive(Debug, Clone)]
pub struct Pace {
    /// How many questions are under way at once.
    pub at_once: usize,
    /// How many of them at one host.
    pub at_once_per_host: usize,
    /// How long after a question the next one begins at the same host.
    pub spacing: Duration,
    /// How long a connection may take to be made.
    pub connect: Duration,
    /// How long a server may be silent.
    pub silence: Duration,
    /// How long one question and its answer may take.
    pub question: Duration,
    /// How long the whole run may take.
    pub run: Duration,
    /// How often an address is tried that gave no clear answer.
    pub tries: u8,
    /// How long until the second try; each further one waits twice as long.
    pub back_off: Duration,
    /// The longest wait that a server may ask for.
    pub longest_wait: Duration,
    /// After how many questions in a row without an answer a host is given up.
    pub silences: u32,
    /// How often in a run a host is tried again.
    pub retries_per_host: u32,
    /// How many redirects are followed.
    pub redirects: usize,
    /// How much of a page is read in search of its anchors, in bytes.
    pub page_bytes: u64,
    /// What the jitter of waits and ages grows from.
    pub seed: u64,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            at_once: 16,
            at_once_per_host: 2,
            spacing: Duration::from_millis(250),
            connect: Duration::from_secs(10),
            silence: Duration::from_secs(10),
            question: Duration::from_secs(20),
            run: Duration::from_mins(30),
            tries: 3,
            back_off: Duration::from_secs(1),
            longest_wait: Duration::from_mins(1),
            silences: 3,
            retries_per_host: 10,
            redirects: 10,
            page_bytes: 5 * 1024 * 1024,
            seed: 0,
        }
    }
}

/// A number from 0 up to 1 that is the same for the same words.
pub(super) fn jitter(seed: u64, words: &str, salt: u64) -> f64 {
    // FNV-1a, then the finisher of splitmix64, so that neighbours lie far apart.
    let mut hash = words
        .bytes()
        .fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash = hash.wrapping_add(salt.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    f64::from(u32::try_from(hash >> 32).unwrap_or(0)) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::jitter;

    #[test]
    fn jitter_is_steady_and_spread() {
        let drawn: Vec<f64> = (0..1000).map(|salt| jitter(1, "https://www.example.org/", salt)).collect();
        assert!(drawn.iter().all(|drawn| (0.0..1.0).contains(drawn)));
        for tenth in 0..10_u8 {
            let low = f64::from(tenth) / 10.0;
            assert!(drawn.iter().any(|drawn| (low..low + 0.1).contains(drawn)), "none near {low}");
        }
        assert_eq!(drawn[7].to_bits(), jitter(1, "https://www.example.org/", 7).to_bits());
        assert_ne!(drawn[7].to_bits(), jitter(2, "https://www.example.org/", 7).to_bits());
    }
}
