//! Tables without headings of their columns, or without a caption (WCAG 2.2, criterion 1.3.1).
//!
//! Must not know what the cells say.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::tree::{Block, Inline, Table};
use crate::sources::Span;

/// A table whose columns have no names.
pub(super) static TABLE_WITHOUT_HEADER: Rule = Rule {
    code: "table-without-header",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "The first row of a table names its columns; a screen reader says the name with each cell (WCAG 2.2, criterion \
        1.3.1). In this table that row is empty.",
    wrong: "|  |  |\n| --- | --- |\n| Blaby | 101,000 |",
    right: "| District | People |\n| --- | --- |\n| Blaby | 101,000 |",
};

/// A table that is not named.
pub(super) static TABLE_WITHOUT_CAPTION: Rule = Rule {
    code: "table-without-caption",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "The caption says what a table shows before anybody goes through its cells (WCAG 2.2, criterion 1.3.1). It is a \
        paragraph right before the table, or right after it, that begins with `Table:`. Pages of plain Markdown, without \
        fields at the top, are not asked for one.",
    wrong: "| District | People |\n| --- | --- |\n| Blaby | 101,000 |",
    right: "Table: People by district, 2018\n\n| District | People |\n| --- | --- |\n| Blaby | 101,000 |",
};

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    in_blocks(&page.text.body.blocks, page, all);
}

fn in_blocks(blocks: &[Block], page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    for block in blocks {
        match block {
            Block::Table(table) => in_table(table, page, all),
            Block::Alert(_, inner) => in_blocks(inner, page, all),
            Block::List { items, .. } => items.iter().for_each(|item| in_blocks(&item.blocks, page, all)),
            _ => {}
        }
    }
}

fn in_table(table: &Table, page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    let first_line = page.sources.slice(table.span).lines().next().unwrap_or("").trim_end().len();
    let start = table.span.start as usize;
    let first_row = Span::new(table.span.source, start..start + first_line);
    if table.head.iter().all(|cell| says_nothing(cell)) {
        let message = "The columns of this table have no names.";
        let help = "Write what each column holds in the first row.";
        all.push(Diagnostic::new(&TABLE_WITHOUT_HEADER, first_row, message).help(help));
    }
    if table.caption.is_none() && !page.record.is_plain {
        let message = "This table has no caption that says what it shows.";
        let help = "Write a line `Table: …` before it, with an empty line between.";
        all.push(Diagnostic::new(&TABLE_WITHOUT_CAPTION, first_row, message).help(help));
    }
}

fn says_nothing(cell: &[Inline]) -> bool {
    cell.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Emphasis(inner) | Inline::Strong(inner) => says_nothing(inner),
        Inline::SoftBreak | Inline::HardBreak => true,
        _ => false,
    })
}
