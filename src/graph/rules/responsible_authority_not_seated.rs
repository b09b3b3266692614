//! A board that brings the responsible authorities together seats each of them.

use std::collections::HashSet;

use super::seats::boards;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::{Graph, Record, RecordIndex};
use crate::model::board::{Board, BoardType};
use crate::model::organisation::{Area, Organisation};
use crate::model::record::Data;

/// A responsible authority without a seat.
pub(super) static RESPONSIBLE_AUTHORITY_NOT_SEATED: Rule = Rule {
    code: "responsible-authority-not-seated",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "Section 5 of the Crime and Disorder Act 1998 names the authorities that are responsible for an area: its \
                  councils, the chief officer of police, the fire and rescue authority, providers of probation services and \
                  the health body. Section 6 makes them draw up and carry out strategies together; a strategy board or \
                  partnership board whose seats are listed has a place for each. An authority is seated by itself, by a \
                  service that is `part_of` it, or by a partnership of which it is one of the `members`. It belongs to the \
                  board where the two have an area in common, or where it names no areas and the site has no other such \
                  board. Since 2011 the authorities settle among themselves whom they appoint (regulation 3 of SI 2007/1830, \
                  as substituted by SI 2011/1230), so a seat that is left out on purpose is accepted with that reason.",
    wrong: "seats:\n  - role: chair\n    organisation: county-council",
    right: "seats:\n  - role: chair\n    organisation: county-council\n  - role: member\n    organisation: police",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let bringing_together: Vec<(&Record, &Board)> = boards(graph)
        .filter(|(_, board)| {
            let kind = board.board_type.map(|kind| kind.value);
            matches!(kind, Some(BoardType::StrategyBoard | BoardType::PartnershipBoard)) && !board.seats.is_empty()
        })
        .collect();
    let is_only = bringing_together.len() == 1;
    bringing_together.into_iter().filter_map(|(record, board)| fault(graph, record, board, is_only)).collect()
}

fn fault(graph: &Graph, record: &Record, board: &Board, is_only: bool) -> Option<Diagnostic> {
    const NAMED: usize = 24;
    // A seat without an organisation may be that of any.
    if board.seats.iter().any(|seat| seat.value.organisation.is_none()) {
        return None;
    }
    let seated = seated(graph, board);
    let missing: Vec<&Record> = graph
        .records()
        .filter(|(index, other)| match &other.data {
            Data::Organisation(organisation) => {
                organisation.responsible_authority
                    && organisation.merged_into.is_none()
                    && graph.successor(*index).is_none()
                    && belongs(organisation, board, is_only)
                    && !is_represented(graph, *index, &seated)
            }
            _ => false,
        })
        .map(|(_, authority)| authority)
        .collect();
    let first = missing.first()?;
    let titles: Vec<String> = missing.iter().take(NAMED).map(|authority| format!("“{}”", authority.title)).collect();
    let more = missing.len().saturating_sub(NAMED);
    let named = match &titles[..] {
        [before @ .., last] if !before.is_empty() && more == 0 => format!("{} and {last}", before.join(", ")),
        _ if more > 0 => format!("{} and {more} more", titles.join(", ")),
        _ => titles.join(", "),
    };
    let what = if missing.len() == 1 {
        "is a responsible authority, but has"
    } else {
        "are responsible authorities, but have"
    };
    let message = format!("{named} {what} no seat on “{}”.", record.title);
    let help = format!(
        "Add a seat under `seats:` with `role: member` and `organisation: {}`; if it is left out on purpose, \
         `accept: [{{code: responsible-authority-not-seated, reason: …}}]`.",
        first.id.slug
    );
    let finding = Diagnostic::new(&RESPONSIBLE_AUTHORITY_NOT_SEATED, record.span, message).help(help);
    let related = missing.iter().take(NAMED);
    Some(related.fold(finding, |finding, authority| {
        finding.related(authority.span, "It is told here that this is a responsible authority.")
    }))
}

/// Whether the authority is responsible for a part of what the board covers, as far as the records say.
fn belongs(organisation: &Organisation, board: &Board, is_only: bool) -> bool {
    let same = |one: &Area, other: &Area| match (&one.code, &other.code) {
        (Some(one), Some(other)) => one.value.eq_ignore_ascii_case(&other.value),
        _ => one.name.to_lowercase() == other.name.to_lowercase(),
    };
    let in_common = || organisation.areas.iter().any(|one| board.areas.iter().any(|other| same(one, other)));
    if organisation.areas.is_empty() { is_only } else { in_common() }
}

/// The organisations with a seat, with those that they are parts of and those that are members of them.
fn seated(graph: &Graph, board: &Board) -> HashSet<RecordIndex> {
    let seats = board.seats.iter().filter_map(|seat| graph.follow(seat.value.organisation.as_ref()?));
    let mut waiting: Vec<RecordIndex> = seats.map(|(index, _)| index).collect();
    let mut seated = HashSet::new();
    while let Some(index) = waiting.pop() {
        if !seated.insert(index) {
            continue;
        }
        let Data::Organisation(organisation) = &graph.record(index).data else { continue };
        let wider =
            organisation.part_of.iter().chain(&organisation.merged_into).filter_map(|whole| graph.follow(whole));
        waiting.extend(wider.map(|(index, _)| index));
        waiting.extend(organisation.members.iter().filter_map(|member| graph.follow(member)).map(|(index, _)| index));
    }
    seated
}

/// Whether the authority, or the body that it is a part of, has a seat.
fn is_represented(graph: &Graph, authority: RecordIndex, seated: &HashSet<RecordIndex>) -> bool {
    let mut seen = HashSet::new();
    let mut next = Some(authority);
    while let Some(index) = next.filter(|index| seen.insert(*index)) {
        if seated.contains(&index) {
            return true;
        }
        next = match &graph.record(index).data {
            Data::Organisation(organisation) => {
                organisation.part_of.as_ref().and_then(|whole| graph.follow(whole)).map(|(index, _)| index)
            }
            _ => None,
        };
    }
    false
}
