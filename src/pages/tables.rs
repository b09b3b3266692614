//! Tables as templates see them.
//!
//! Must not know templates or HTML.

use serde::Serialize;

use crate::pages::parts::Part;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TableView {
    /// Its caption.
    pub caption: String,
    /// The header of each column.
    pub columns: Vec<String>,
    /// The rows; the first cell of each is its header.
    pub rows: Vec<RowView>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RowView {
    /// Its cells, each of some parts.
    pub cells: Vec<Vec<Part>>,
}
