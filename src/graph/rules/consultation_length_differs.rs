//! A consultation lasts as long as it is said to.

use jiff::civil::{Date, Weekday};

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::date::{Length, Unit, day_in_words};
use crate::model::record::Data;

/// Dates and a length that cannot both be true.
pub(super) static CONSULTATION_LENGTH_DIFFERS: Rule = Rule {
    code: "consultation-length-differs",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "The days on which a consultation opens and closes disagree with the length that is stated. The last day may \
                  be counted or not, and a week may end with its Friday: eight weeks from Monday 16 September 2019 are over on \
                  Friday 8, Sunday 10 or Monday 11 November.",
    wrong: "opens: 2019-09-16\ncloses: 2019-11-18\nstated_length: 8 weeks",
    right: "opens: 2019-09-16\ncloses: 2019-11-11\nstated_length: 8 weeks",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        let Data::Consultation(consultation) = &record.data else { continue };
        let (Some(closes), Some(stated)) = (consultation.closes, consultation.stated_length) else { continue };
        let opens = consultation.opens;
        if closes.value < opens.value || agree(opens.value, closes.value, stated.value) {
            continue;
        }
        let days = opens.value.until(closes.value).map_or(0, |span| span.get_days());
        let lasts = match (days / 7, days % 7) {
            (0, days) => counted(days, "day"),
            (weeks, 0) => counted(weeks, "week"),
            (weeks, days) => format!("{} and {}", counted(weeks, "week"), counted(days, "day")),
        };
        let (from, until) = (day_in_words(opens.value), day_in_words(closes.value));
        let stated_length = stated.value;
        let message = format!("The length is stated as {stated_length}, but from {from} to {until} it is {lasts}.");
        let help = match stated_length.after(opens.value) {
            Date::MAX => "Correct `stated_length`.".to_owned(),
            closes => format!("Write `closes: {closes}` for {stated_length}, or correct `stated_length`."),
        };
        let finding = Diagnostic::new(&CONSULTATION_LENGTH_DIFFERS, stated.span, message).help(help);
        all.push(finding.related(opens.span, "It opens here.").related(closes.span, "It closes here."));
    }
    all
}

/// `1 day`, `8 weeks`.
fn counted(number: i32, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn agree(opens: Date, closes: Date, stated: Length) -> bool {
    let over = stated.after(opens);
    let last = over.yesterday().unwrap_or(over);
    let friday_before = |day: Date| day.nth_weekday(-1, Weekday::Friday).unwrap_or(day);
    let in_weeks = stated.unit == Unit::Weeks && closes == friday_before(over) && opens.weekday() == Weekday::Monday;
    closes == over || closes == last || in_weeks
}

#[test]
fn the_last_day_may_be_counted_or_not() {
    let day = |month, day| Date::new(2019, month, day).unwrap_or(Date::MIN);
    let weeks = Length { amount: 8, unit: Unit::Weeks };
    for (closes, agrees) in [(7, false), (8, true), (9, false), (10, true), (11, true), (12, false)] {
        assert_eq!(agree(day(9, 16), day(11, closes), weeks), agrees, "{closes} November");
    }
    let month = Length { amount: 1, unit: Unit::Months };
    assert!(agree(day(1, 31), day(2, 28), month) && agree(day(3, 1), day(3, 31), month));
    let days = Length { amount: 1, unit: Unit::Days };
    assert!(agree(day(3, 1), day(3, 1), days) && !agree(day(3, 1), day(3, 3), days));
}
