//! What is told in the end: findings as grave as the settings say, without those that are accepted; and what is accepted
//! without need.

use super::inputs::{Depth, Inputs, Reach};
use super::weigh::{Accepted, weigh};
use crate::check;
use crate::diagnostic::{Diagnostic, arrange};
use crate::model::settings::Settings;
use crate::parse::baseline;

/// What a site says of its findings.
pub(super) struct Terms<'a> {
    pub(super) settings: &'a Settings,
    pub(super) today: jiff::civil::Date,
    pub(super) accepted: &'a [Accepted],
}

/// The findings that are told, in order.
pub(super) fn settle(
    all: Vec<Diagnostic>,
    terms: Option<&Terms<'_>>,
    reach: Reach,
    inputs: &Inputs<'_>,
) -> Vec<Diagnostic> {
    let mut findings = all;
    if let Some(terms) = terms {
        let Terms { settings, today, accepted } = *terms;
        let weighed = weigh(findings, settings, accepted, today, inputs.depth);
        findings = weighed.findings;
        if inputs.depth == Depth::Check {
            let could_find = |rule: &_| reach.could_find(rule);
            let judge = |(given, is_needed): (&Accepted, &bool)| {
                check::acceptances::outlived(&given.acceptance, *is_needed, today, inputs.rules, &could_find)
            };
            let mut late: Vec<Diagnostic> = accepted.iter().zip(&weighed.needed).filter_map(judge).collect();
            if let Some(id) = inputs.baseline {
                // Fingerprints count what is alike in the order of places.
                arrange(&mut findings, inputs.sources);
                let list = baseline::parse(inputs.sources.get(id), id).collect_into(&mut late);
                let ground = check::baseline::Ground {
                    sources: inputs.sources,
                    rules: inputs.rules,
                    today: inputs.day(),
                    could_find: &could_find,
                };
                findings = check::baseline::apply(findings, &list, &ground, &mut late);
            }
            findings.extend(weigh(late, settings, &[], today, inputs.depth).findings);
        }
    }
    arrange(&mut findings, inputs.sources);
    findings
}
