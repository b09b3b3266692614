//! The orders in which lists show records other than by day and title: by the place that a page asks for, by type.
//!
//! Must not know words or addresses.

use crate::graph::Record;
use crate::model::board::BoardType;
use crate::model::document::DocumentType;
use crate::model::group::GroupType;
use crate::model::legislation::LegislationType;
use crate::model::organisation::OrganisationType;
use crate::model::plan::Tier;
use crate::model::priority::PriorityType;
use crate::model::record::Data;
use crate::model::word::FixedWord;

/// The place among its neighbours that a page asks for; those that ask for none come last.
pub(super) fn place_of(record: &Record) -> i64 {
    match &record.data {
        Data::Page(page) => page.order.map_or(i64::MAX, |order| order.value),
        _ => i64::MAX,
    }
}

/// The group that a record belongs to in its kind's index: its place among the groups, and the message that heads it; none
/// where the kind has no types.
pub(super) fn type_of(data: &Data) -> (usize, Option<String>) {
    macro_rules! by_type {
        ($given:expr, $all:expr) => {{
            let given = $given.map(|given| given.value);
            let place = given.and_then(|given| $all.iter().position(|known| *known == given));
            let others = || (usize::MAX, Some("title-others".to_owned()));
            place.zip(given).map_or_else(others, |(place, given)| (place, Some(given.message())))
        }};
    }
    match data {
        Data::Document(data) => by_type!(data.document_type, DocumentType::ALL),
        Data::Organisation(data) => by_type!(data.organisation_type, OrganisationType::ALL),
        Data::Board(data) => by_type!(data.board_type, BoardType::ALL),
        Data::Group(data) => by_type!(data.group_type, GroupType::ALL),
        Data::Plan(data) => by_type!(data.tier, Tier::ALL),
        Data::Legislation(data) => by_type!(data.legislation_type, LegislationType::ALL),
        Data::Priority(data) => {
            let sort = data.priority_type.map_or(PriorityType::Shared, |sort| sort.value);
            let place = PriorityType::ALL.iter().position(|known| *known == sort);
            (place.unwrap_or(usize::MAX), Some(format!("{}-plural", sort.message())))
        }
        _ => (0, None),
    }
}
