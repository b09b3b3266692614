//! The views over many records, each by its name.

use crate::graph::RecordIndex;
use crate::graph::address::Address;
use crate::graph::furniture::View;
use crate::model::kind::Kind;
use crate::pages::overview::{Overview, OverviewSection};
use crate::pages::paging::{MOST_ROWS, first_part};
use crate::pages::site::Site;
use crate::pages::{alignment, measures, members, planning_cycle, reviews, structure, timeline};

/// A view for the page at `from`: of a long one the part with which it begins. `place` is what ids within it begin with: no other view on the page has the same.
pub(super) fn overview(site: &Site<'_>, from: &Address, view: View, caption: &str, place: &str) -> Overview {
    match view {
        View::Alignment => {
            let priorities = first_part(site.directory.index(Kind::Priority), MOST_ROWS);
            Overview::Alignment(alignment::alignment(site, from, caption, priorities))
        }
        View::Timeline => Overview::Timeline(timeline::timeline(site, from, caption, place)),
        View::Structure => Overview::Structure(structure::structure(site, from, caption, place)),
        View::Members => Overview::Members(members::members(site, from)),
        View::PlanningCycle => Overview::PlanningCycle(planning_cycle::planning_cycle(site, from, caption, place)),
        View::ReviewsDue => Overview::ReviewsDue(reviews::reviews_due(site, from, caption)),
        View::Measures => Overview::Measures(measures::measures(site, from, caption, place)),
    }
}

/// The views on the page of a record: of a board what is around it and its year, of a group what is around it, of a
/// priority its measures.
pub(super) fn of_record(site: &Site<'_>, from: &Address, index: RecordIndex) -> Vec<OverviewSection> {
    let section = |title: &str, anchor: &str, overview: Overview| OverviewSection {
        title: title.to_owned(),
        anchor: anchor.to_owned(),
        overview,
    };
    let around = || {
        let view = structure::around(site, from, index, "fm-drawing-structure")?;
        Some(section(&view.caption.clone(), "fm-structure", Overview::Structure(view)))
    };
    let year = || {
        let view = planning_cycle::of_board(site, from, index, "fm-drawing-cycle")?;
        Some(section(&view.table.caption.clone(), "fm-cycle", Overview::PlanningCycle(view)))
    };
    let measures = || {
        let view = measures::of_priority(site, from, index, "fm-drawing-measures")?;
        Some(section(&view.table.caption.clone(), "fm-measures", Overview::Measures(view)))
    };
    match site.graph.record(index).id.kind {
        Kind::Board => around().into_iter().chain(year()).collect(),
        Kind::Group => around().into_iter().collect(),
        Kind::Priority => measures().into_iter().collect(),
        _ => Vec::new(),
    }
}
