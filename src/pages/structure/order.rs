//! In which order the boxes of a column stand, so that few lines cross: by the mean place of what each is linked with, from
//! the left and from the right in turn (barycentres, after Sugiyama); the order with the fewest crossings is kept.
//!
//! Must not know heights or places.

use std::collections::BTreeSet;

use crate::pages::structure::grid::{Link, STEP};

/// How often the columns are put in order.
const ROUNDS: usize = 6;
/// Beyond so many links between two columns crossings are not counted, and the last order is as good as any.
const MOST_COUNTED: usize = 600;

/// Something that takes room in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// A box.
    Body(usize),
    /// The lines of a box further left that pass on to boxes further right.
    Pass {
        /// The box on the left.
        left: usize,
        /// Whether it reports to those on the right.
        against: bool,
    },
}

impl Slot {
    /// The room that it takes.
    pub(super) fn height(self, heights: &[i32]) -> i32 {
        match self {
            Self::Body(body) => heights.get(body).copied().unwrap_or(STEP),
            Self::Pass { .. } => STEP,
        }
    }

    /// How far below its upper edge lines reach it: a whole step, near the middle of a box.
    pub(super) fn entry(self, heights: &[i32]) -> i32 {
        match self {
            Self::Body(_) => (self.height(heights) / 2).div_euclid(STEP) * STEP,
            Self::Pass { .. } => 0,
        }
    }

    /// Whether a line runs from this slot to one in the next column on the right.
    fn leads_to(self, next: Self, links: &[Link]) -> bool {
        match (self, next) {
            (_, Self::Body(right)) => links.iter().any(|link| link.right == right && self.carries(link)),
            (Self::Body(body), Self::Pass { left, .. }) => body == left,
            (Self::Pass { .. }, Self::Pass { .. }) => self == next,
        }
    }

    fn carries(self, link: &Link) -> bool {
        match self {
            Self::Body(body) => link.left == body,
            Self::Pass { left, against } => link.left == left && link.against == against,
        }
    }

    /// The places of what it is linked with in a column beside its own.
    pub(super) fn linked<'a>(self, beside: &'a [Self], links: &'a [Link]) -> impl Iterator<Item = usize> + 'a {
        let linked = move |other: &Self| self.leads_to(*other, links) || other.leads_to(self, links);
        beside.iter().enumerate().filter(move |(_, other)| linked(other)).map(|(place, _)| place)
    }
}

/// The slots of each column in order.
pub(super) fn in_columns(column_of: &[usize], links: &[Link]) -> Vec<Vec<Slot>> {
    let mut columns = filled(column_of, links);
    let mut best = (crossings(&columns, links), columns.clone());
    for round in 0..ROUNDS {
        if best.0 == Some(0) {
            break;
        }
        let last = columns.len().saturating_sub(1);
        if round % 2 == 0 {
            (1..=last).for_each(|column| sort(&mut columns, column, column - 1, links));
        } else {
            (0..last).rev().for_each(|column| sort(&mut columns, column, column + 1, links));
        }
        let now = crossings(&columns, links);
        if now <= best.0 {
            best = (now, columns.clone());
        }
    }
    best.1
}

/// The slots of each column in the order of a walk from the top down, in which no lines of a tree cross.
fn filled(column_of: &[usize], links: &[Link]) -> Vec<Vec<Slot>> {
    let count = column_of.iter().max().map_or(0, |last| last + 1);
    let mut columns: Vec<Vec<Slot>> = vec![Vec::new(); count];
    let mut seen = BTreeSet::new();
    let tops = (0..column_of.len()).filter(|body| column_of[*body] == 0);
    let mut open: Vec<usize> = tops.rev().collect();
    while let Some(body) = open.pop() {
        if !seen.insert(body) {
            continue;
        }
        columns[column_of[body]].push(Slot::Body(body));
        for against in [false, true] {
            let own = links.iter().filter(|link| link.left == body && link.against == against);
            let furthest = own.map(|link| column_of[link.right]).max().unwrap_or(0);
            for column in columns.iter_mut().take(furthest).skip(column_of[body] + 1) {
                column.push(Slot::Pass { left: body, against });
            }
        }
        open.extend(links.iter().rev().filter(|link| link.left == body).map(|link| link.right));
    }
    columns
}

/// Puts a column in the order of the mean places of what each slot is linked with beside it; what is linked with nothing
/// there keeps its place.
fn sort(columns: &mut [Vec<Slot>], column: usize, beside: usize, links: &[Link]) {
    let key = |(place, slot): (usize, &Slot)| {
        let places: Vec<usize> = slot.linked(&columns[beside], links).collect();
        let mean = (places.iter().sum::<usize>() * 1000).checked_div(places.len());
        (mean.unwrap_or(place * 1000), place)
    };
    let mut keyed: Vec<((usize, usize), Slot)> =
        columns[column].iter().enumerate().map(|(place, slot)| (key((place, slot)), *slot)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    columns[column] = keyed.into_iter().map(|(_, slot)| slot).collect();
}

/// How many pairs of lines cross; nothing where there are too many lines to count.
fn crossings(columns: &[Vec<Slot>], links: &[Link]) -> Option<usize> {
    let mut sum = 0;
    for pair in columns.windows(2) {
        let [left, right] = pair else { continue };
        let ends = |(place, slot): (usize, &Slot)| {
            let to = right.iter().enumerate().filter(|(_, next)| slot.leads_to(**next, links));
            to.map(|(end, _)| (place, end)).collect::<Vec<_>>()
        };
        let between: Vec<(usize, usize)> = left.iter().enumerate().flat_map(ends).collect();
        if between.len() > MOST_COUNTED {
            return None;
        }
        let cross = |one: &(usize, usize), other: &(usize, usize)| {
            one.0 != other.0 && one.1 != other.1 && (one.0 < other.0) != (one.1 < other.1)
        };
        let crossing =
            |(at, one): (usize, &(usize, usize))| between.iter().skip(at + 1).filter(|other| cross(one, other)).count();
        sum += between.iter().enumerate().map(crossing).sum::<usize>();
    }
    Some(sum)
}
