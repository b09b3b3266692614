//! Columns for a terminal: as wide as what stands in them where there is room, else cut, and the least important left out.
//!
//! Must not know what the columns hold.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Between two columns.
const GAP: &str = "  ";
/// How narrow each column may become before the last one is left out: a name is there to be copied, a title to be read.
const NARROWEST: [usize; 2] = [40, 28];
/// The same for all others.
const NARROWEST_OTHER: usize = 12;

/// Draws rows, the first of which names the columns, the most important column first. `width` is how many letters a line has;
/// nothing where it has no end, as in a file.
pub(super) fn table(rows: &[Vec<String>], width: Option<usize>) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<String>, column: usize| row.get(column).map(|cell| in_line(cell)).unwrap_or_default();
    let natural = |column: usize| rows.iter().map(|row| cell(row, column).width()).max().unwrap_or(0);
    // A column in which nothing stands but its name says nothing.
    let is_idle = |column: usize| rows.iter().skip(1).all(|row| cell(row, column).is_empty());
    let columns: Vec<usize> = (0..count).filter(|column| !is_idle(*column)).collect();
    let widths = fitted(columns.iter().map(|column| natural(*column)).collect(), width);
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (place, (column, width)) in columns.iter().zip(&widths).enumerate() {
            if place > 0 {
                line.push_str(GAP);
            }
            let cell = cut(&cell(row, *column), *width);
            line.push_str(&cell);
            line.push_str(&" ".repeat(width.saturating_sub(cell.width())));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The widths of the columns that there is room for.
fn fitted(mut widths: Vec<usize>, room: Option<usize>) -> Vec<usize> {
    let Some(room) = room else { return widths };
    let least = |(place, width): (usize, &usize)| NARROWEST.get(place).copied().unwrap_or(NARROWEST_OTHER).min(*width);
    let gaps = |widths: &[usize]| GAP.len() * widths.len().saturating_sub(1);
    while widths.len() > 1 && widths.iter().enumerate().map(least).sum::<usize>() + gaps(&widths) > room {
        widths.pop();
    }
    let floors: Vec<usize> = widths.iter().enumerate().map(least).collect();
    let mut excess = (widths.iter().sum::<usize>() + gaps(&widths)).saturating_sub(room);
    // The widest give way first, letter by letter.
    while excess > 0 {
        let can_give = widths.iter_mut().zip(&floors).filter(|(width, floor)| **width > **floor);
        let Some((widest, _)) = can_give.max_by_key(|(width, _)| **width) else { return vec![room] };
        *widest -= 1;
        excess -= 1;
    }
    widths
}

/// A text in one line, without what would move the cursor.
fn in_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As much of a text as has room, with a sign that there is more.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut room = width.saturating_sub(1);
    let kept = text.chars().take_while(|c| {
        let needed = c.width().unwrap_or(0);
        let fits = needed <= room;
        room = room.saturating_sub(needed);
        fits
    });
    let kept: String = kept.collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Vec<String>> {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        vec![
            row(["Name", "Title", "Status", "File"]),
            row(["priority:knife-crime", "Knife crime among people under 25", "", "content/a.md:1"]),
            row(["priority:cars", "Two\nlines \u{1b}[31mand 中文", "", "content/cars.md:12"]),
        ]
    }

    #[test]
    fn without_an_end_nothing_is_cut_and_idle_columns_are_left_out() {
        let expected = "Name                  Title                              File\n\
                        priority:knife-crime  Knife crime among people under 25  content/a.md:1\n\
                        priority:cars         Two lines [31mand 中文             content/cars.md:12\n";
        assert_eq!(table(&rows(), None), expected);
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in 1..90 {
            for line in table(&rows(), Some(width)).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
        assert_eq!(table(&rows(), Some(76)), table(&rows(), None));
        let expected = "Name                  Title                         File\n\
                        priority:knife-crime  Knife crime among people un…  content/a.md:1\n\
                        priority:cars         Two lines [31mand 中文        content/cars.…\n";
        assert_eq!(table(&rows(), Some(66)), expected);
        assert!(table(&rows(), Some(60)).starts_with("Name                  Title\n"), "{}", table(&rows(), Some(60)));
        assert!(table(&rows(), Some(10)).starts_with("Name\npriority:…\n"), "{}", table(&rows(), Some(10)));
    }
}
