//! Where the lines run once the boxes stand: out of a box on its right, up or down in the gap behind its column, into the
//! next on its left. Lines of one box share their way; those of different boxes never run in one.
//!
//! Must not know what the boxes stand for.

use std::collections::BTreeMap;

use crate::pages::structure::grid::{BOX_WIDTH, Layout, Link, Plan, Route, STEP};
use crate::pages::structure::order::Slot;

/// The room on either side of the upright lines in a gap.
const BESIDE: i32 = 24;
/// The distance between two upright lines.
const APART: i32 = 12;

/// The lines of one box that run the same way.
type Bundle = (usize, bool);

/// Where everything stands.
struct Ground<'a> {
    columns: &'a [Vec<Slot>],
    tops: &'a [Vec<i32>],
    heights: &'a [i32],
    /// The column and the place in it of each box.
    places: Vec<(usize, usize)>,
}

/// Boxes and lines.
pub(super) fn routes(plan: &Plan, columns: &[Vec<Slot>], tops: &[Vec<i32>], links: &[Link]) -> Layout {
    let mut places = vec![(0, 0); plan.heights.len()];
    for (column, slots) in columns.iter().enumerate() {
        for (place, slot) in slots.iter().enumerate() {
            if let Slot::Body(body) = slot {
                places[*body] = (column, place);
            }
        }
    }
    let ground = Ground { columns, tops, heights: &plan.heights, places };
    let tracks: Vec<(BTreeMap<Bundle, i32>, i32)> =
        (0..columns.len()).map(|column| tracks(&ground, column, links)).collect();
    let mut left_edges = Vec::new();
    let mut x = 0;
    for (_, count) in &tracks {
        left_edges.push(x);
        x += BOX_WIDTH + 2 * BESIDE + APART * (count - 1).max(0);
    }
    let width = left_edges.last().map_or(0, |left| left + BOX_WIDTH);
    let slots = columns.iter().flatten().zip(tops.iter().flatten());
    let height = slots.map(|(slot, top)| top + slot.height(&plan.heights)).max().unwrap_or(0);
    Layout {
        boxes: ground.places.iter().map(|(column, place)| (left_edges[*column], tops[*column][*place])).collect(),
        routes: links.iter().map(|link| route(&ground, *link, &tracks, &left_edges)).collect(),
        size: (width, height),
    }
}

impl Ground<'_> {
    fn slot_top(&self, column: usize, slot: Slot) -> i32 {
        let place = self.columns[column].iter().position(|other| *other == slot).unwrap_or(0);
        self.tops[column].get(place).copied().unwrap_or(0)
    }

    /// Where lines reach a box: a whole step, near its middle.
    fn entry(&self, body: usize) -> i32 {
        let (column, place) = self.places[body];
        self.tops[column][place] + Slot::Body(body).entry(self.heights)
    }

    /// Where lines leave a box; those that point against the others leave it lower.
    fn exit(&self, body: usize, against: bool) -> i32 {
        self.entry(body) + if against { STEP + STEP / 2 } else { STEP / 2 }
    }

    /// Where a bundle enters the gap behind a column.
    fn start(&self, column: usize, (left, against): Bundle) -> i32 {
        if self.places[left].0 == column {
            self.exit(left, against)
        } else {
            self.slot_top(column, Slot::Pass { left, against }) + STEP / 2
        }
    }

    /// Where a link leaves the gap behind a column. A line that could run straight does: nothing but that box and what
    /// the line comes from lies at its height.
    fn end(&self, column: usize, link: Link) -> i32 {
        let start = self.start(column, (link.left, link.against));
        let entry = if self.places[link.right].0 == column + 1 {
            self.entry(link.right)
        } else {
            self.slot_top(column + 1, Slot::Pass { left: link.left, against: link.against })
        };
        if start == entry + STEP / 2 { start } else { entry }
    }
}

/// Which upright line each bundle takes in the gap behind a column, and how many there are: two whose lines would touch
/// take different ones.
fn tracks(ground: &Ground<'_>, column: usize, links: &[Link]) -> (BTreeMap<Bundle, i32>, i32) {
    let mut reach: BTreeMap<Bundle, (i32, i32)> = BTreeMap::new();
    for link in links {
        let (first, last) = (ground.places[link.left].0, ground.places[link.right].0);
        if first <= column && column < last {
            let bundle = (link.left, link.against);
            let (start, end) = (ground.start(column, bundle), ground.end(column, *link));
            let reach = reach.entry(bundle).or_insert((start, start));
            *reach = (reach.0.min(end), reach.1.max(end));
        }
    }
    let mut by_top: Vec<((i32, i32), Bundle)> = reach.into_iter().map(|(bundle, reach)| (reach, bundle)).collect();
    by_top.sort_unstable();
    let mut ends: Vec<i32> = Vec::new();
    let mut taken = BTreeMap::new();
    for ((top, bottom), bundle) in by_top {
        let free = ends.iter().position(|end| *end < top);
        let track = free.unwrap_or(ends.len());
        match ends.get_mut(track) {
            Some(end) => *end = bottom,
            None => ends.push(bottom),
        }
        taken.insert(bundle, i32::try_from(track).unwrap_or(0));
    }
    (taken, i32::try_from(ends.len()).unwrap_or(0))
}

fn route(ground: &Ground<'_>, link: Link, tracks: &[(BTreeMap<Bundle, i32>, i32)], left_edges: &[i32]) -> Route {
    let (first, last) = (ground.places[link.left].0, ground.places[link.right].0);
    let bundle = (link.left, link.against);
    let mut points = Vec::new();
    for column in first..last {
        let track = tracks[column].0.get(&bundle).copied().unwrap_or(0);
        let right_edge = left_edges[column] + BOX_WIDTH;
        let upright = right_edge + BESIDE + APART * track;
        let (start, end) = (ground.start(column, bundle), ground.end(column, link));
        points.extend([(right_edge, start), (upright, start), (upright, end), (left_edges[column + 1], end)]);
    }
    let (from, to) = if link.against { (link.left, link.right) } else { (link.right, link.left) };
    Route { from, to, against: link.against, points }
}
