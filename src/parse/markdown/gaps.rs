//! The gaps of a prepared body, in few bytes: a page has dozens, a site may have a hundred thousand pages.

use super::numbers::{push, take};
use super::tree::{EmbedId, LinkId};

/// A place where something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Its place in [`super::prepared::Prepared::html`].
    pub at: usize,
    /// What goes there.
    pub filling: Filling,
}

/// What goes into a gap. Lengths are bytes of what follows in [`super::prepared::Prepared::html`] and goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    /// `<a` with the address; the rest of the tag follows, and is left out where the link leads nowhere.
    LinkStart {
        /// Which.
        link: LinkId,
        /// How long the rest of the tag is.
        rest: usize,
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
        rest: usize,
    },
    /// `<img` with the address; the rest of the tag follows, ` alt="` first. Where it leads nowhere its text stands instead.
    Image {
        /// Which.
        link: LinkId,
        /// How long the rest of the tag is.
        rest: usize,
        /// How long the text that stands for it is, escaped.
        alternative: usize,
    },
    /// The value of an attribute of raw HTML. A link that leads nowhere loses the attribute, an image gives way to its text,
    /// for which [`super::parse`] writes the address of an image as its last attribute.
    Address(LinkId),
    /// What an embed shows, on lines of its own.
    Embed(EmbedId),
    /// What the theme says.
    Phrase(Message, Number),
    /// A new line, unless one has begun.
    LineEnd,
}

/// A message of the theme within a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// The name of a footnote's mark.
    Footnote,
    /// The name of the way back to a mark.
    FootnoteBack,
    /// The heading over the footnotes.
    Footnotes,
    /// The name of a numbered paragraph.
    Paragraph,
    /// The name of a table without caption.
    Table,
    /// The name of a further one.
    TableNumber,
    /// Before a task that is done.
    Done,
    /// Before one that is not.
    ToDo,
    /// Over a warning.
    Warning,
}

impl Message {
    const ALL: [Self; 9] = [
        Self::Footnote,
        Self::FootnoteBack,
        Self::Footnotes,
        Self::Paragraph,
        Self::Table,
        Self::TableNumber,
        Self::Done,
        Self::ToDo,
        Self::Warning,
    ];
}

/// The number in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// There is none.
    None,
    /// One that is counted, which a language may write with signs between its digits.
    Count(u32),
    /// One that names something, and which of several of that name: `3`, `3-2`.
    Name(u32, u32),
    /// A label, by its place in [`super::prepared::Prepared::labels`].
    Label(u32),
}

/// Gaps in the order in which they stand.
#[derive(Debug, Clone, Default)]
pub struct Gaps {
    bytes: Vec<u8>,
    /// How many there are.
    count: usize,
    /// Where the last one is.
    at: usize,
}

impl Gaps {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Adds a gap, which stands at or after the one before.
    pub fn push(&mut self, gap: Gap) {
        let mut add = |numbers: &[usize]| numbers.iter().for_each(|number| push(&mut self.bytes, *number));
        add(&[gap.at.saturating_sub(self.at)]);
        let of = |id: u32| id as usize;
        match gap.filling {
            Filling::LineEnd => add(&[0]),
            Filling::LinkStart { link, rest } => add(&[1, of(link.0), rest]),
            Filling::LinkEnd { link } => add(&[2, of(link.0)]),
            Filling::Autolink { link, rest } => add(&[3, of(link.0), rest]),
            Filling::Image { link, rest, alternative } => add(&[4, of(link.0), rest, alternative]),
            Filling::Address(link) => add(&[5, of(link.0)]),
            Filling::Embed(embed) => add(&[6, of(embed.0)]),
            Filling::Phrase(message, number) => {
                add(&[7, message as usize]);
                match number {
                    Number::None => add(&[0]),
                    Number::Count(count) => add(&[1, of(count)]),
                    Number::Name(number, which) => add(&[2, of(number), of(which)]),
                    Number::Label(label) => add(&[3, of(label)]),
                }
            }
        }
        self.at = gap.at;
        self.count += 1;
    }

    /// Lets go of the room that is not needed.
    pub fn fit(&mut self) {
        self.bytes.shrink_to_fit();
    }

    /// Each gap, in order.
    pub fn iter(&self) -> impl Iterator<Item = Gap> {
        let mut rest = self.bytes.as_slice();
        let mut at = 0;
        std::iter::from_fn(move || {
            at += take(&mut rest)?;
            Some(Gap { at, filling: filling(&mut rest)? })
        })
    }
}

fn filling(bytes: &mut &[u8]) -> Option<Filling> {
    let form = take(bytes)?;
    let mut short = || u32::try_from(take(bytes)?).ok();
    Some(match form {
        0 => Filling::LineEnd,
        1 => Filling::LinkStart { link: LinkId(short()?), rest: take(bytes)? },
        2 => Filling::LinkEnd { link: LinkId(short()?) },
        3 => Filling::Autolink { link: LinkId(short()?), rest: take(bytes)? },
        4 => Filling::Image { link: LinkId(short()?), rest: take(bytes)?, alternative: take(bytes)? },
        5 => Filling::Address(LinkId(short()?)),
        6 => Filling::Embed(EmbedId(short()?)),
        _ => {
            let message = *Message::ALL.get(short()? as usize)?;
            let number = match short()? {
                0 => Number::None,
                1 => Number::Count(short()?),
                2 => Number::Name(short()?, short()?),
                _ => Number::Label(short()?),
            };
            Filling::Phrase(message, number)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_filling() -> impl Strategy<Value = Filling> {
        let link = || any::<u32>().prop_map(LinkId);
        let length = || 0_usize..1_000_000;
        let number = prop_oneof![
            Just(Number::None),
            any::<u32>().prop_map(Number::Count),
            any::<(u32, u32)>().prop_map(|(number, which)| Number::Name(number, which)),
            any::<u32>().prop_map(Number::Label),
        ];
        prop_oneof![
            Just(Filling::LineEnd),
            (link(), length()).prop_map(|(link, rest)| Filling::LinkStart { link, rest }),
            link().prop_map(|link| Filling::LinkEnd { link }),
            (link(), length()).prop_map(|(link, rest)| Filling::Autolink { link, rest }),
            (link(), length(), length()).prop_map(|(link, rest, alternative)| Filling::Image {
                link,
                rest,
                alternative
            }),
            link().prop_map(Filling::Address),
            any::<u32>().prop_map(|embed| Filling::Embed(EmbedId(embed))),
            (prop::sample::select(Message::ALL.to_vec()), number)
                .prop_map(|(message, number)| Filling::Phrase(message, number)),
        ]
    }

    proptest! {
        #[test]
        fn gaps_come_back_as_they_were(steps in prop::collection::vec((0_usize..100_000, any_filling()), 0..40)) {
            let (mut gaps, mut at, mut all) = (Gaps::default(), 0, Vec::new());
            for (step, filling) in steps {
                at += step;
                gaps.push(Gap { at, filling });
                all.push(Gap { at, filling });
            }
            prop_assert_eq!(gaps.count(), all.len());
            prop_assert_eq!(gaps.iter().collect::<Vec<_>>(), all);
        }
    }
}
