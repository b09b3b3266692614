//! Where the boxes of a drawing of who reports to whom stand, and where the lines between them run: columns from left to
//! right by the longest way from a body that reports to none, so that a drawing grows downwards, as a page does.
//!
//! Must not know what the boxes stand for.

use crate::pages::structure::columns::columns;
use crate::pages::structure::grid::{Layout, Link, Plan, STEP};
use crate::pages::structure::order::{Slot, in_columns};
use crate::pages::structure::routes::routes;

/// The least room below a box.
const BELOW: i32 = STEP;

/// Lays out any graph. Reports of a body to itself, or to one that is not there, are left out.
pub(super) fn layout(plan: &Plan) -> Layout {
    let count = plan.heights.len();
    let mut reports = plan.reports.clone();
    reports.retain(|(from, to)| from != to && *from < count && *to < count);
    reports.sort_unstable();
    reports.dedup();
    let (column_of, links) = columns(count, &reports);
    let ordered = in_columns(&column_of, &links);
    let tops = tops(&ordered, &links, &plan.heights);
    routes(plan, &ordered, &tops, &links)
}

/// The upper edge of each slot: in the order of its column, level with the first of those it is linked with wherever there
/// is room. Slots are only ever pushed down: bodies to those who report to them, those to the bodies, and both once more. Where
/// lines cross, each push could call for another, so that is all.
fn tops(ordered: &[Vec<Slot>], links: &[Link], heights: &[i32]) -> Vec<Vec<i32>> {
    let mut tops: Vec<Vec<i32>> = ordered.iter().map(|slots| vec![0; slots.len()]).collect();
    let last = ordered.len().saturating_sub(1);
    let from_right: Vec<(usize, usize)> = (0..=last).rev().map(|column| (column, (column + 1).min(last))).collect();
    let from_left: Vec<(usize, usize)> = (0..=last).map(|column| (column, column.saturating_sub(1))).collect();
    for (column, beside) in from_right.iter().chain(&from_left).chain(&from_right).chain(&from_left) {
        let mut free = 0;
        for (place, slot) in ordered.get(*column).into_iter().flatten().enumerate() {
            let level = slot
                .linked(&ordered[*beside], links)
                .map(|other| tops[*beside][other] + ordered[*beside][other].entry(heights))
                .min();
            let wanted = level.map_or(0, |level| level - slot.entry(heights));
            tops[*column][place] = tops[*column][place].max(wanted).max(free);
            free = tops[*column][place] + slot.height(heights) + BELOW;
        }
    }
    let highest = tops.iter().flatten().min().copied().unwrap_or(0);
    tops.iter_mut().flatten().for_each(|top| *top -= highest);
    tops
}
