//! Places of a text, in order and apart, in few bytes.

use super::numbers::{push, take};

/// Places of a text: of each the distance from the end of the one before and its length.
#[derive(Debug, Clone, Default)]
pub struct Runs {
    bytes: Vec<u8>,
    /// Where the last one ends.
    end: usize,
}

impl Runs {
    /// Adds `start..end`, which begins at or after the end of the one before.
    pub fn push(&mut self, start: usize, end: usize) {
        push(&mut self.bytes, start.saturating_sub(self.end));
        push(&mut self.bytes, end.saturating_sub(start));
        self.end = end;
    }

    /// Lets go of the room that is not needed.
    pub fn fit(&mut self) {
        self.bytes.shrink_to_fit();
    }

    /// Each place, in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize)> {
        let mut rest = self.bytes.as_slice();
        let mut end = 0;
        std::iter::from_fn(move || {
            let start = end + take(&mut rest)?;
            end = start + take(&mut rest)?;
            Some((start, end))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn runs_come_back_as_they_were(steps in prop::collection::vec((0_usize..100_000, 0_usize..100_000), 0..50)) {
            let (mut runs, mut end, mut places) = (Runs::default(), 0, Vec::new());
            for (gap, length) in steps {
                places.push((end + gap, end + gap + length));
                runs.push(end + gap, end + gap + length);
                end += gap + length;
            }
            prop_assert_eq!(runs.iter().collect::<Vec<_>>(), places);
        }
    }
}
