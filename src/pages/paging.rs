//! How a list that is too long for one page is cut into parts, and which of very many parts each leads to.
//!
//! Must not know what is listed.

use std::ops::Range;

/// Most links that a list has on one page: about ten screens, which a reader still looks through and a browser finds in
/// with its own search, in less than 100 kB.
pub(super) const MOST_LINKS: usize = 500;

/// Most priorities that are held against plans on one page: each is a row with all its links, as much as some ten links of
/// another list.
pub(super) const MOST_ROWS: usize = 100;

/// Most dates of the timetable on one page, those counted that say for how long something runs.
pub(super) const MOST_DATES: usize = 200;

/// Most pages of a sequence of which each leads to every other.
const MOST_PAGES: usize = 20;

/// How near the pages are, in a sequence of more, to which each leads on both sides.
const NEAR: usize = 5;

/// The entries of one part of a list of `count`, by its place; nothing past the last. No part has more than `most`, and all
/// are as even as can be, so that no page has a few left over.
pub(super) fn part(count: usize, most: usize, place: usize) -> Option<Range<usize>> {
    let parts = count.div_ceil(most);
    (place < parts).then(|| count * place / parts..count * (place + 1) / parts)
}

/// The first part of a list.
pub(super) fn first_part<T>(entries: &[T], most: usize) -> &[T] {
    part(entries.len(), most, 0).map_or(&[], |part| &entries[part])
}

/// The places of the pages to which the one at a place leads, in a sequence of `count`: all of a few; of many the first, the
/// last, the nearest, and on each side others at distances that double, so that a few steps lead to any.
pub(super) fn shown(at: usize, count: usize) -> impl Iterator<Item = usize> {
    (0..count).filter(move |place| {
        let distance = place.abs_diff(at);
        let is_landmark = distance.is_multiple_of(NEAR) && (distance / NEAR).is_power_of_two();
        count <= MOST_PAGES || distance <= NEAR || is_landmark || *place == 0 || place + 1 == count
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(count: usize, most: usize) -> Vec<Range<usize>> {
        (0..).map_while(|place| part(count, most, place)).collect()
    }

    #[test]
    fn a_list_within_the_bound_stays_whole() {
        assert!(cut(0, 500).is_empty());
        assert_eq!(cut(500, 500).len(), 1);
        assert_eq!(cut(501, 500), [0..250, 250..501]);
        assert_eq!(first_part(&[1, 2, 3], 2), [1]);
        assert_eq!(first_part::<u8>(&[], 2), [0; 0]);
    }

    #[test]
    fn a_page_among_very_many_leads_to_a_few() {
        assert_eq!(shown(3, 20).collect::<Vec<_>>(), (0..20).collect::<Vec<_>>());
        let near = [0, 10, 30, 40, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 60, 70, 90, 130, 199];
        assert_eq!(shown(50, 200).collect::<Vec<_>>(), near);
    }

    proptest::proptest! {
        #[test]
        fn every_entry_is_in_one_part_in_order(count in 0..5_000_usize, most in 1..700_usize) {
            let parts = cut(count, most);
            let joined: Vec<usize> = parts.iter().flat_map(Clone::clone).collect();
            proptest::prop_assert_eq!(joined, (0..count).collect::<Vec<_>>());
            proptest::prop_assert!(parts.iter().all(|part| !part.is_empty() && part.len() <= most));
            let (least, longest) = (parts.iter().map(Range::len).min(), parts.iter().map(Range::len).max());
            proptest::prop_assert!(longest.unwrap_or(0) - least.unwrap_or(0) <= 1);
        }

        #[test]
        fn from_any_page_any_other_is_a_few_steps_away(count in 1..2_000_usize, at in 0..2_000_usize, to in 0..2_000_usize) {
            let (mut at, to) = (at % count, to % count);
            let most = 15 + 2 * count.ilog2() as usize;
            let mut steps = 0;
            while at != to {
                let places: Vec<usize> = shown(at, count).collect();
                proptest::prop_assert!(places.len() <= most.max(MOST_PAGES));
                at = places.into_iter().min_by_key(|place| place.abs_diff(to)).unwrap_or(at);
                steps += 1;
                proptest::prop_assert!(steps <= 2 + count.ilog2());
            }
        }
    }
}
