//! A body as HTML, with gaps where something goes that only the whole site knows: where a link leads, what an embed shows,
//! what the theme says. A page is then drawn from a text that lies in one piece, and the tree need not be kept for it.
//!
//! Must not know how it is written or filled in.

use super::tree::{EmbedId, LinkId};

/// A body as HTML, but for its gaps.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    /// What is written whatever the site says.
    pub html: Box<str>,
    /// What goes between, in the order in which it stands.
    pub gaps: Box<[Gap]>,
    /// What the theme says in some gaps.
    pub phrases: Box<[Phrase]>,
    /// Where running text stands in `html`, in which abbreviations are explained.
    pub running: Runs,
}

/// A place where something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Its place in [`Prepared::html`].
    pub at: u32,
    /// What goes there.
    pub filling: Filling,
}

/// What goes into a gap. Lengths are bytes of what follows in [`Prepared::html`] and goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    /// `<a` with the address; the rest of the tag follows, and is left out where the link leads nowhere.
    LinkStart {
        /// Which.
        link: LinkId,
        /// How long the rest of the tag is.
        rest: u32,
    },
    /// `</a>`, which follows, and is left out where the link leads nowhere.
    LinkEnd {
        /// Which.
        link: LinkId,
    },
    /// A whole link whose text is the title of what it leads to.
    Autolink {
        /// Which.
        link: LinkId,
        /// How long the rest of its tag is.
        rest: u32,
    },
    /// `<img` with the address; the rest of the tag follows, ` alt="` first. Where it leads nowhere its text stands instead.
    Image {
        /// Which.
        link: LinkId,
        /// How long the rest of the tag is.
        rest: u32,
        /// How long the text that stands for it is, escaped.
        alternative: u32,
    },
    /// The value of an attribute of raw HTML. A link that leads nowhere loses the attribute, an image gives way to its text,
    /// for which [`super::parse`] writes the address of an image as its last attribute.
    Address(LinkId),
    /// What an embed shows, on lines of its own.
    Embed(EmbedId),
    /// What the theme says, by its place in [`Prepared::phrases`].
    Phrase(u32),
    /// A new line, unless one has begun.
    LineEnd,
}

/// A message of the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its name.
    pub message: &'static str,
    /// The number in it.
    pub number: Option<Number>,
}

/// A number as a message is given it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// One that is counted.
    Count(u32),
    /// A label that is shown as it stands.
    Label(Box<str>),
}

/// Places of a text, in order and apart, in few bytes: of each the distance from the end of the one before and its length.
#[derive(Debug, Clone, Default)]
pub struct Runs(Vec<u8>);

impl Runs {
    /// Adds `start..end`, which begins at or after `before`, the end of what was added last. Gives the new end.
    pub fn push(&mut self, before: usize, start: usize, end: usize) -> usize {
        self.push_number(start.saturating_sub(before));
        self.push_number(end.saturating_sub(start));
        end
    }

    /// Lets go of the room that is not needed.
    pub fn fit(&mut self) {
        self.0.shrink_to_fit();
    }

    /// Each place, in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize)> {
        let mut rest = self.0.as_slice();
        let mut end = 0;
        std::iter::from_fn(move || {
            let start = end + number(&mut rest)?;
            end = start + number(&mut rest)?;
            Some((start, end))
        })
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow (LEB128).
    fn push_number(&mut self, mut number: usize) {
        loop {
            let low = u8::try_from(number & 0x7F).unwrap_or(0);
            number >>= 7;
            self.0.push(if number == 0 { low } else { low | 0x80 });
            if number == 0 {
                return;
            }
        }
    }
}

fn number(bytes: &mut &[u8]) -> Option<usize> {
    let (mut value, mut shift) = (0_usize, 0_u32);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= usize::from(byte & 0x7F).checked_shl(shift)?;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some(value);
        }
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
                end = runs.push(end, end + gap, end + gap + length);
            }
            prop_assert_eq!(runs.iter().collect::<Vec<_>>(), places);
        }
    }
}
