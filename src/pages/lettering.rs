//! How wide a text is drawn, and where it breaks into lines, for drawings whose boxes are sized before any browser is asked.
//!
//! Must not know what is drawn.

/// The size that text is drawn at, in units of a drawing.
pub(super) const SIZE: i32 = 16;

/// The distance between the base lines of two lines of text.
pub(super) const LINE: i32 = 20;

/// The room between two letters that readers may ask for, in thousandths of the size of the type.
const APART: i32 = 120;

/// The room between two words that they may ask for beyond that.
const WORDS_APART: i32 = 160;

/// The width of a text at the size of drawings. Widths are those of a broad common face and rounded up, since nobody knows
/// which of the reader's faces will be used; what is too wide for its box would be worse than some air beside it. Each letter
/// has the room besides that readers may ask for between letters and words (WCAG 2.2, 1.4.12).
pub(super) fn width(text: &str) -> i32 {
    let room = |letter: char| letter_thousandths(letter) + APART + if letter == ' ' { WORDS_APART } else { 0 };
    let thousandths: i64 = text.chars().map(|letter| i64::from(room(letter))).sum();
    i32::try_from((thousandths * i64::from(SIZE)).div_euclid(1000) + 1).unwrap_or(i32::MAX)
}

/// The width of a letter in thousandths of the size of the type.
fn letter_thousandths(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '\'' | '’' | '.' | ',' | ':' | ';' | '|' | '!' => 320,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '“' | '”' => 420,
        'm' | 'M' | 'W' | '@' | '%' | '—' | '…' => 1000,
        'w' | 'A'..='Z' | '&' => 800,
        'a'..='z' | '0'..='9' => 640,
        _ if letter.is_ascii() => 660,
        // Of other scripts some have letters as wide as they are high.
        _ if letter.is_alphabetic() && u32::from(letter) > 0x2e7f => 1050,
        _ => 800,
    }
}

/// The text in lines none of which is wider than `most`; a word that is wider alone is cut where it must be.
pub(super) fn wrap(text: &str, most: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        for (place, piece) in pieces(word, most).into_iter().enumerate() {
            match lines.last_mut() {
                Some(line) if place == 0 && width(&format!("{line} {piece}")) <= most => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                _ => lines.push(piece),
            }
        }
    }
    lines
}

/// A word in pieces that fit.
fn pieces(word: &str, most: i32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let Some(last) = pieces.last_mut() else { break };
        if !last.is_empty() && width(&format!("{last}{letter}")) > most {
            pieces.push(letter.to_string());
        } else {
            last.push(letter);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_breaks_between_words() {
        let lines = wrap("Leicestershire Safer Communities Strategy Board", 232);
        assert_eq!(lines, ["Leicestershire Safer", "Communities", "Strategy Board"]);
        assert!(lines.iter().all(|line| width(line) <= 232));
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_wider_than_asked_and_no_letter_is_lost(text in "\\PC{0,120}") {
            let lines = wrap(&text, 120);
            proptest::prop_assert!(lines.iter().all(|line| width(line) <= 120));
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(letters(&lines.join(" ")), letters(&text));
        }
    }
}
