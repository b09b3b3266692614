//! The facts of other bodies' plans are checked from time to time.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, verification};
use crate::model::date::day_in_words;
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

pub(super) fn check(graph: &Graph, today: Date) -> Vec<Diagnostic> {
    let every = verification::every(graph);
    let mut all = Vec::new();
    for (record, _) in verification::plans(graph) {
        let Data::Plan(plan) = &record.data else { continue };
        let help = format!("Look it up, correct what has changed, and write `last_verified: {today}`.");
        match plan.last_verified {
            Some(day) if every.after(day.value) < today => {
                let on = day_in_words(day.value);
                let message =
                    format!("Nobody has checked the facts of “{}” since {on}, more than {every} ago.", record.title);
                all.push(Diagnostic::new(&PLAN_UNVERIFIED, day.span, message).help(help));
            }
            None => {
                let message = format!("Nothing says when somebody last checked the facts of “{}”.", record.title);
                all.push(Diagnostic::new(&PLAN_UNVERIFIED, record.span, message).help(help));
            }
            Some(_) => {}
        }
    }
    all
}
