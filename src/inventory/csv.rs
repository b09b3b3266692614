//! A list of records as comma-separated values (RFC 4180), for spreadsheets.
//!
//! A spreadsheet takes a cell that begins with one of a few signs for a formula, and runs it: a title from elsewhere could so send
//! the sheet away. Such a cell gets an apostrophe before it, which spreadsheets take for “this is text” (OWASP, CSV Injection).
//! Who needs the letters as they were written takes JSON.

use super::record::RecordLine;

/// The names of the columns.
const COLUMNS: [&str; 12] =
    ["id", "kind", "title", "status", "draft", "from", "until", "owner", "owner_title", "path", "file", "line"];

/// What a spreadsheet may take for the beginning of a formula, in the forms of wide letters too.
const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The list, with a line of names at its head. Every line ends with CR LF, as the RFC wants it.
pub fn csv(records: &[RecordLine]) -> String {
    let mut text = row(&COLUMNS);
    for record in records {
        let (from, until) = record.span();
        let owner = record.owner.as_ref();
        text.push_str(&row(&[
            &record.id,
            record.kind,
            &record.title,
            record.status.unwrap_or_default(),
            if record.draft { "yes" } else { "no" },
            from.unwrap_or_default(),
            until.unwrap_or_default(),
            owner.map_or("", |owner| &owner.id),
            owner.and_then(|owner| owner.title.as_deref()).unwrap_or_default(),
            &record.path,
            &record.file,
            &record.line.to_string(),
        ]));
    }
    text
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&harmless(cell))).collect();
    cells.join(",") + "\r\n"
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    let first = cell.trim_start_matches(' ').chars().next();
    let is_formula = first.is_some_and(|first| FORMULA_SIGNS.contains(&first));
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell in quotes where it needs them (RFC 4180, 2.6 and 2.7).
fn quoted(cell: &str) -> String {
    let is_plain = !cell.contains(['"', ',', '\r', '\n']) && cell.trim() == cell;
    if is_plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_harmless() {
        for (cell, written) in [
            ("Knife crime", "Knife crime"),
            ("Drugs, alcohol", "\"Drugs, alcohol\""),
            ("The “plan”", "The “plan”"),
            ("The \"plan\"", "\"The \"\"plan\"\"\""),
            ("Two\nlines", "\"Two\nlines\""),
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"a\",B1)", "\"'=HYPERLINK(\"\"a\"\",B1)\""),
            (" -2", "' -2"),
            (" 2", "\" 2\""),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+44", "'+44"),
            ("＝1", "'＝1"),
            ("\t=1", "'\t=1"),
            ("'quoted'", "'quoted'"),
            ("2019-11-06", "2019-11-06"),
            ("", ""),
        ] {
            assert_eq!(row(&[cell]), format!("{written}\r\n"));
        }
    }
}
