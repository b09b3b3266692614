//! The facts of other bodies' plans are checked from time to time.

use jiff::civil::Date;

use super::standing::is_in_use;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::{Length, Unit, day_in_words};
use crate::model::record::Data;

/// Facts that nobody has looked at for long.
pub(super) static PLAN_UNVERIFIED: Rule = Rule {
    code: "plan-unverified",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "Other bodies change their plans without telling. `last_verified` of a plan is the day on which somebody last \
                  checked what the site says of it; that is longer ago than `verify_plans_every` of the settings, twelve \
                  months where they say nothing. A plan without `last_verified` is told once the settings name a time or \
                  another plan of the site has one.",
    wrong: "last_verified: 2017-03-23   # and today is in 2019",
    right: "last_verified: 2019-10-01",
};

/// How often where the settings do not say.
const EVERY: Length = Length { amount: 12, unit: Unit::Months };

pub(super) fn check(graph: &Graph, today: Date) -> Vec<Diagnostic> {
    let every = graph.settings.verify_plans_every.map_or(EVERY, |every| every.value);
    let plans = || graph.records().filter(|(_, record)| is_in_use(record));
    let verified = |data: &Data| match data {
        Data::Plan(plan) => plan.last_verified,
        _ => None,
    };
    let is_kept =
        graph.settings.verify_plans_every.is_some() || plans().any(|(_, plan)| verified(&plan.data).is_some());
    let mut all = Vec::new();
    for (_, record) in plans().filter(|(_, record)| matches!(record.data, Data::Plan(_))) {
        let help = format!("Look it up, correct what has changed, and write `last_verified: {today}`.");
        match verified(&record.data) {
            Some(day) if every.after(day.value) < today => {
                let on = day_in_words(day.value);
                let message =
                    format!("Nobody has checked the facts of “{}” since {on}, more than {every} ago.", record.title);
                all.push(Diagnostic::new(&PLAN_UNVERIFIED, day.span, message).help(help));
            }
            None if is_kept => {
                let message = format!("Nothing says when somebody last checked the facts of “{}”.", record.title);
                all.push(Diagnostic::new(&PLAN_UNVERIFIED, record.span, message).help(help));
            }
            _ => {}
        }
    }
    all
}
