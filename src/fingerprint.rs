//! Fingerprints of bytes and of values: XXH3 with 128 bits, by which two things that differ are told apart for all practical
//! purposes. They guard against stale files, not against somebody who means harm.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use twox_hash::XxHash3_128;

/// A fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Fingerprint(u128);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u128::from_str_radix(text, 16).map(Self)
    }
}

/// The fingerprint of bytes.
pub fn of_bytes(bytes: &[u8]) -> Fingerprint {
    Fingerprint(XxHash3_128::oneshot(bytes))
}

/// The fingerprint of a value, which holds for one version of the program alone.
pub fn of_value(value: &impl Hash) -> Fingerprint {
    let mut hasher = ValueHasher(XxHash3_128::new());
    value.hash(&mut hasher);
    Fingerprint(hasher.0.finish_128())
}

/// Takes what a value feeds to a hasher.
struct ValueHasher(XxHash3_128);

impl Hasher for ValueHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    fn finish(&self) -> u64 {
        // The half is for maps, which nothing here makes.
        u64::try_from(self.0.finish_128() & u128::from(u64::MAX)).unwrap_or(0)
    }
}
