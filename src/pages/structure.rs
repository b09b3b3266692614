//! Boards and groups: what each is, what it belongs to, to whom it reports.

use crate::graph::address::Address;
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::pages::content::{RowView, TableView};
use crate::pages::facts::text;
use crate::pages::parts::Part;
use crate::pages::site::Site;

/// A row for every board, then for every group.
pub(super) fn table(site: &Site<'_>, from: &Address, caption: &str) -> TableView {
    let mut rows = Vec::new();
    for (index, record) in site.of_kind(Kind::Board).into_iter().chain(site.of_kind(Kind::Group)) {
        let (sort, part_of, reports_to) = match &record.data {
            Data::Board(board) => (
                board.board_type.map(|sort| site.label(sort.value)),
                board.organisation.as_ref().map(|of| site.to_target(from, of)),
                board.reports_to.iter().map(|to| site.to_target(from, to)).collect::<Vec<Part>>(),
            ),
            Data::Group(group) => (
                group.group_type.map(|sort| site.label(sort.value)),
                group.organisation.as_ref().map(|of| site.to_target(from, of)),
                group.reports_to.iter().map(|to| site.to_target(from, to)).collect(),
            ),
            _ => continue,
        };
        let cells = vec![
            vec![site.to_record(from, index)],
            sort.map(text).into_iter().collect(),
            part_of.into_iter().collect(),
            reports_to,
        ];
        rows.push(RowView { cells });
    }
    TableView {
        caption: caption.to_owned(),
        columns: ["Body", "Type", "Part of", "Reports to"].map(str::to_owned).to_vec(),
        rows,
    }
}
