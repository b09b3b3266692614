//! A text of any person's, put where it means nothing but itself: into YAML, into Markdown.

use std::fmt::Write;

/// Words that YAML, or a reader of an older one, takes for something other than a text.
const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

/// The text as a value of YAML: as it is where nobody could take it for something else, in quotes otherwise.
pub(super) fn yaml(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || " -,.'’()/&–".contains(c);
    let begins = text.starts_with(char::is_alphabetic);
    let is_word = WORDS.iter().any(|word| text.eq_ignore_ascii_case(word));
    if begins && !is_word && !text.ends_with(' ') && text.chars().all(is_plain) {
        return text.to_owned();
    }
    let escaped = text.chars().fold(String::new(), |mut all, c| {
        match c {
            '"' | '\\' => all.extend(['\\', c]),
            // What nobody sees, and YAML does not take as it is.
            c if c.is_control() || matches!(c, '\u{2028}'..='\u{202E}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}') => {
                let _ = write!(all, "\\U{:08X}", u32::from(c));
            }
            c => all.push(c),
        }
        all
    });
    format!("\"{escaped}\"")
}

/// The text within a line of Markdown.
pub(super) fn markdown(text: &str) -> String {
    let escape = |c: char| c.is_ascii_punctuation() && !",.;:'()-/".contains(c);
    text.chars().flat_map(|c| escape(c).then_some('\\').into_iter().chain([c])).collect()
}

/// Puts what each name stands for in place of `<<name>>`. A name that stands for nothing is left, for a test to find.
pub(super) fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("<<") {
        let named = after.split_once(">>").and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        filled.push_str(before);
        if let Some((value, after)) = named {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push_str("<<");
            rest = after;
        }
    }
    filled + rest
}
