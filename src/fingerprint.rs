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
    let mut hasher = ValueHasher { whole: None, waiting: Vec::with_capacity(WAITING_BYTES) };
    value.hash(&mut hasher);
    Fingerprint(hasher.print())
}

/// How much is gathered before it is taken in: values feed a hasher with a few bytes at a time.
const WAITING_BYTES: usize = 4096;

/// Takes what a value feeds to a hasher.
struct ValueHasher {
    /// What was taken in, where it is more than waits.
    whole: Option<Box<XxHash3_128>>,
    waiting: Vec<u8>,
}

impl ValueHasher {
    fn print(&self) -> u128 {
        let Some(whole) = &self.whole else { return XxHash3_128::oneshot(&self.waiting) };
        let mut whole = whole.clone();
        whole.write(&self.waiting);
        whole.finish_128()
    }
}

impl Hasher for ValueHasher {
    fn write(&mut self, bytes: &[u8]) {
        if self.waiting.len() + bytes.len() > WAITING_BYTES {
            let whole = self.whole.get_or_insert_with(|| Box::new(XxHash3_128::new()));
            whole.write(&self.waiting);
            self.waiting.clear();
            if bytes.len() > WAITING_BYTES {
                return whole.write(bytes);
            }
        }
        self.waiting.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        // The half is for maps, which nothing here makes.
        u64::try_from(self.print() & u128::from(u64::MAX)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fed_in_pieces_counts_as_one() {
        for length in [0, 1, 100, WAITING_BYTES - 1, WAITING_BYTES, WAITING_BYTES + 1, 3 * WAITING_BYTES + 7] {
            let bytes: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap_or(0)).collect();
            for piece in [1, 7, 1000, WAITING_BYTES, WAITING_BYTES + 1] {
                let mut hasher = ValueHasher { whole: None, waiting: Vec::new() };
                bytes.chunks(piece).for_each(|piece| hasher.write(piece));
                assert_eq!(Fingerprint(hasher.print()), of_bytes(&bytes), "{length} in pieces of {piece}");
            }
        }
    }
}
