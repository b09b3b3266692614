//! A page of the reference as Markdown that reads well on a code host too: what is said at its top, headings, code, tables.
//!
//! Must not know what the page is about.

use std::fmt::Write as _;

use folkmoot::diagnostic::explanation;

/// What every page that is made says of itself.
pub(super) const MARK: &str =
    "# Made from the code by `FOLKMOOT_UPDATE=1 cargo test --test folkmoot reference`: change the code, not this file.";

/// The most characters that a summary may have.
const SUMMARY_LIMIT: usize = 160;

/// A page that is being written.
pub(super) struct Sheet {
    text: String,
}

impl Sheet {
    /// A page under a heading; its summary stands for it in lists.
    pub(super) fn new(title: &str, summary: &str) -> Self {
        Self::ordered(title, summary, None)
    }

    /// The same, with its place among its neighbours in lists.
    pub(super) fn ordered(title: &str, summary: &str, order: Option<usize>) -> Self {
        let mut text = format!("---\n{MARK}\n");
        if !summary.is_empty() {
            let _ = writeln!(text, "summary: {}", quoted(&shortened(summary)));
        }
        if let Some(order) = order {
            let _ = writeln!(text, "order: {order}");
        }
        let _ = write!(text, "---\n\n# {title}\n");
        Self { text }
    }

    /// A heading of a level from 2.
    pub(super) fn heading(&mut self, level: usize, title: &str) {
        let _ = write!(self.text, "\n{} {title}\n", "#".repeat(level));
    }

    /// Markdown that stands by itself: a paragraph, a list.
    pub(super) fn say(&mut self, markdown: &str) {
        let _ = write!(self.text, "\n{}\n", markdown.trim_end());
    }

    /// A list of lines.
    pub(super) fn list(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().map(|line| format!("- {line}")).collect();
        if !lines.is_empty() {
            self.say(&lines.join("\n"));
        }
    }

    /// What stands in a file or on a terminal.
    pub(super) fn code(&mut self, text: &str) {
        self.say(&explanation::fenced(text.trim_end()));
    }

    /// A table under a caption.
    pub(super) fn table(&mut self, caption: &str, columns: &[&str], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        self.say(&format!("Table: {caption}"));
        let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let columns: Vec<String> = columns.iter().map(ToString::to_string).collect();
        let rule = vec!["---".to_owned(); columns.len()];
        let cell = |cell: &String| cell.replace('|', "\\|").replace('\n', " ");
        let rows = rows.iter().map(|row| line(&row.iter().map(cell).collect::<Vec<_>>()));
        let lines: Vec<String> = [line(&columns), line(&rule)].into_iter().chain(rows).collect();
        self.say(&lines.join("\n"));
    }

    /// The whole page.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// A text in double quotes, as YAML takes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// As many whole clauses or words as a summary may have; without the signs of Markdown, which a summary shows as they are.
fn shortened(text: &str) -> String {
    let text = text.replace('`', "");
    if text.chars().count() <= SUMMARY_LIMIT {
        return text;
    }
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + word.chars().count() + 2 > SUMMARY_LIMIT {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short.trim_end_matches([',', ';', ':', '.']).to_owned() + "…"
}

/// Words with commas and a last `or`.
pub(super) fn either(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} or {last}", others.join(", ")),
    }
}

/// Words with commas and a last `and`.
pub(super) fn all_of(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// Prose in which `<` opens no tag and `_` and `*` mean nothing, outside of code.
pub(super) fn prose(text: &str) -> String {
    explanation::prose(text.trim())
}

#[test]
fn a_summary_is_cut_between_words() {
    assert_eq!(shortened("It is `so`."), "It is so.");
    let long = "word, ".repeat(40);
    let short = shortened(&long);
    assert!(short.chars().count() <= SUMMARY_LIMIT && short.ends_with("word…"), "{short}");
}
