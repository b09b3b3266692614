//! By when somebody should look whether other bodies' plans still say what the site says of them.
//!
//! Must not know how it is told.

use jiff::civil::Date;

use crate::graph::rules::standing::is_in_use;
use crate::graph::{Graph, Record};
use crate::model::date::{Length, Unit};
use crate::model::record::Data;

/// How often where the settings do not say.
const EVERY: Length = Length { amount: 12, unit: Unit::Months };

/// How often plans are to be verified.
pub fn every(graph: &Graph) -> Length {
    graph.settings.verify_plans_every.map_or(EVERY, |every| every.value)
}

/// The plans in use, each with the day on which its facts were last verified. None where the site keeps no account of it:
/// neither do its settings say how often, nor does a plan say when.
pub fn plans(graph: &Graph) -> Vec<(&Record, Option<Date>)> {
    let plans: Vec<(&Record, Option<Date>)> = graph
        .records()
        .filter_map(|(_, record)| match &record.data {
            Data::Plan(plan) if is_in_use(record) => Some((record, plan.last_verified.map(|day| day.value))),
            _ => None,
        })
        .collect();
    let is_kept = graph.settings.verify_plans_every.is_some() || plans.iter().any(|(_, day)| day.is_some());
    if is_kept { plans } else { Vec::new() }
}
