//! A priority says who answers for it.

use super::seats::boards;
use super::standing::is_in_use;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Graph;
use crate::model::board::BoardType;
use crate::model::kind::Kind;
use crate::model::record::Data;

/// A priority that is nobody's.
pub(super) static PRIORITY_WITHOUT_OWNER: Rule = Rule {
    code: "priority-without-owner",
    family: Family::Plan,
    severity: Severity::Warning,
    explanation: "Nobody answers for this priority. Its `owner` is the board, organisation or group that does; `lead_group` \
                  says who leads the work and is no answer to that. Nothing is asked of a site without any such body.",
    wrong: "title: Knife crime",
    right: "title: Knife crime\nowner: board:safer-communities",
};

pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let is_body = |kind: Kind| matches!(kind, Kind::Board | Kind::Organisation | Kind::Group);
    let Some(body) = graph.records().map(|(_, record)| record).find(|record| is_body(record.id.kind)) else {
        return Vec::new();
    };
    let sets_strategy = |kind: BoardType| kind == BoardType::StrategyBoard;
    let board = boards(graph).find(|(_, board)| board.board_type.is_some_and(|kind| sets_strategy(kind.value)));
    let likely = board.or_else(|| boards(graph).next()).map_or(body, |(record, _)| record);
    let mut all = Vec::new();
    for (_, record) in graph.records() {
        let Data::Priority(priority) = &record.data else { continue };
        if priority.owner.is_none() && is_in_use(record) {
            let message = format!("Nothing says who answers for “{}”.", record.title);
            let help =
                format!("Add `owner:` with a board, an organisation or a group, such as `owner: {}`.", likely.id);
            all.push(Diagnostic::new(&PRIORITY_WITHOUT_OWNER, record.span, message).help(help));
        }
    }
    all
}
