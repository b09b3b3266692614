//! The plan rules: facts of records that must agree with each other, with the law and with the calendar. One file a rule;
//! `seats`, `outgoing`, `runs` and `standing` are what several of them look at.
//!
//! Must not know HTML.

mod adopted_during_consultation;
mod approved_without_decision;
mod board_without_chair;
mod consultation_dates_differ;
mod consultation_length_differs;
mod consultation_without_outcome;
mod decision_without_outcome;
mod decisions_out_of_order;
mod document_without_status;
mod ends_before_it_begins;
mod first_number_without_numbers;
mod initials;
mod organisation_gone;
mod outgoing;
mod past_its_period;
mod plan_unverified;
mod priority_without_measure;
mod priority_without_owner;
mod priority_without_plan;
mod responsible_authority_not_seated;
pub(crate) mod review_overdue;
mod runs;
mod seat_term_ended;
mod seats;
pub(crate) mod standing;
mod superseded_target;
mod superseded_without_successor;
mod two_chairs;
mod unexplained_abbreviation;
mod vacant_seat_with_holder;
mod withdrawn_target;
mod wrong_paragraph_number;

use jiff::civil::Date;

use super::Graph;
use crate::diagnostic::{Diagnostic, Rule};
use crate::sources::Sources;

/// Every plan rule.
pub(super) static RULES: [&Rule; 27] = [
    &adopted_during_consultation::ADOPTED_DURING_CONSULTATION,
    &approved_without_decision::APPROVED_WITHOUT_DECISION,
    &board_without_chair::BOARD_WITHOUT_CHAIR,
    &consultation_dates_differ::CONSULTATION_DATES_DIFFER,
    &consultation_length_differs::CONSULTATION_LENGTH_DIFFERS,
    &consultation_without_outcome::CONSULTATION_WITHOUT_OUTCOME,
    &decision_without_outcome::DECISION_WITHOUT_OUTCOME,
    &decisions_out_of_order::DECISIONS_OUT_OF_ORDER,
    &document_without_status::DOCUMENT_WITHOUT_STATUS,
    &ends_before_it_begins::ENDS_BEFORE_IT_BEGINS,
    &first_number_without_numbers::FIRST_NUMBER_WITHOUT_NUMBERS,
    &organisation_gone::ORGANISATION_GONE,
    &past_its_period::PAST_ITS_PERIOD,
    &plan_unverified::PLAN_UNVERIFIED,
    &priority_without_measure::PRIORITY_WITHOUT_MEASURE,
    &priority_without_owner::PRIORITY_WITHOUT_OWNER,
    &priority_without_plan::PRIORITY_WITHOUT_PLAN,
    &responsible_authority_not_seated::RESPONSIBLE_AUTHORITY_NOT_SEATED,
    &review_overdue::REVIEW_OVERDUE,
    &seat_term_ended::SEAT_TERM_ENDED,
    &superseded_target::SUPERSEDED_TARGET,
    &superseded_without_successor::SUPERSEDED_WITHOUT_SUCCESSOR,
    &two_chairs::TWO_CHAIRS,
    &unexplained_abbreviation::UNEXPLAINED_ABBREVIATION,
    &vacant_seat_with_holder::VACANT_SEAT_WITH_HOLDER,
    &withdrawn_target::WITHDRAWN_TARGET,
    &wrong_paragraph_number::WRONG_PARAGRAPH_NUMBER,
];

/// What the plan rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Everything that the site says.
    pub graph: &'a Graph,
    /// The texts, for the place of a word within a paragraph.
    pub sources: &'a Sources,
    /// The day that decides what is past.
    pub today: Date,
    /// Whether every record could be read. Where one could not, nothing is said to be missing: it may stand there.
    pub whole: bool,
}

/// What the plan rules find.
pub fn check(asked: &Asked<'_>) -> Vec<Diagnostic> {
    let &Asked { graph, sources, today, whole } = asked;
    let mut all = adopted_during_consultation::check(graph);
    all.extend(board_without_chair::check(graph));
    all.extend(consultation_dates_differ::check(graph));
    all.extend(consultation_length_differs::check(graph));
    all.extend(consultation_without_outcome::check(graph, today));
    all.extend(decision_without_outcome::check(graph, today));
    all.extend(decisions_out_of_order::check(graph));
    all.extend(ends_before_it_begins::check(graph));
    all.extend(first_number_without_numbers::check(graph));
    all.extend(organisation_gone::check(graph));
    all.extend(past_its_period::check(graph, today));
    all.extend(plan_unverified::check(graph, today));
    all.extend(review_overdue::check(graph, today));
    all.extend(seat_term_ended::check(graph, today));
    all.extend(superseded_target::check(graph, sources));
    all.extend(two_chairs::check(graph));
    all.extend(vacant_seat_with_holder::check(graph));
    all.extend(withdrawn_target::check(graph));
    all.extend(wrong_paragraph_number::check(graph, sources));
    if whole {
        all.extend(approved_without_decision::check(graph));
        all.extend(document_without_status::check(graph));
        all.extend(priority_without_measure::check(graph));
        all.extend(priority_without_owner::check(graph));
        all.extend(priority_without_plan::check(graph));
        all.extend(responsible_authority_not_seated::check(graph));
        all.extend(superseded_without_successor::check(graph));
        all.extend(unexplained_abbreviation::check(graph, sources));
    }
    all
}
