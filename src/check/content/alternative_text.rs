//! Pictures without words that stand for them, or with words that say nothing (WCAG 2.2, criterion 1.1.1).
//!
//! Must not know what a picture shows.

use super::text::{Page, plain_words};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};

/// A picture that nothing stands for.
pub(super) static MISSING_ALTERNATIVE: Rule = Rule {
    code: "missing-alternative-text",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "People who cannot see a picture are read the words that stand for it (WCAG 2.2, criterion 1.1.1). Write between \
        the square brackets what the picture tells, as you would on the telephone. Of a picture that only decorates, say so: \
        `<img src=\"border.png\" alt=\"\">`.",
    wrong: "![](burglary-2019.png)",
    right: "![Burglaries fell by a tenth between 2018 and 2019](burglary-2019.png)",
};

/// A picture for which a file name or the word “picture” stands.
pub(super) static VAGUE_ALTERNATIVE: Rule = Rule {
    code: "vague-alternative-text",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "The words that stand for a picture have to tell what it shows (WCAG 2.2, criterion 1.1.1). The name of its file, \
        or a word such as “image” or “photo”, tells a listener nothing.",
    wrong: "![IMG_2041.jpg](IMG_2041.jpg)",
    right: "![Two officers speak with a shopkeeper in Melton Mowbray](IMG_2041.jpg)",
};

/// Words that tell only that there is a picture.
const SAY_NOTHING: [&str; 16] = [
    "image",
    "an image",
    "picture",
    "a picture",
    "photo",
    "a photo",
    "photograph",
    "graphic",
    "img",
    "alt",
    "alt text",
    "image description",
    "untitled",
    "placeholder",
    "image alt text",
    "alternative text",
];

/// Endings of files that are pictures.
const ENDINGS: [&str; 10] = ["apng", "avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "tiff", "webp"];

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    for picture in &page.prose.pictures {
        let Some(said) = &picture.alternative else {
            let message = "Nothing stands for this picture where it cannot be seen.";
            let help = "Add `alt=\"…\"` with what the picture tells, or `alt=\"\"` if it only decorates.";
            all.push(Diagnostic::new(&MISSING_ALTERNATIVE, picture.span, message).help(help));
            continue;
        };
        // With an empty `alt` raw HTML says that a picture only decorates.
        if said.trim().is_empty() && !picture.is_raw {
            let message = "Nothing stands for this picture where it cannot be seen.";
            let address = &picture.address;
            let help = format!("Write what the picture tells between the square brackets: `![…]({address})`.");
            all.push(Diagnostic::new(&MISSING_ALTERNATIVE, picture.span, message).help(help));
        } else if says_nothing(said) {
            let message = format!("“{}” does not tell what this picture shows.", said.trim());
            let help = "Write what the picture tells, as you would say it on the telephone.";
            let place = picture.words.unwrap_or(picture.span);
            all.push(Diagnostic::new(&VAGUE_ALTERNATIVE, place, message).help(help));
        }
    }
}

fn says_nothing(said: &str) -> bool {
    let said = said.trim();
    let is_file = said
        .rsplit_once('.')
        .is_some_and(|(name, ending)| ENDINGS.contains(&ending.to_lowercase().as_str()) && !name.contains(' '));
    is_file || SAY_NOTHING.contains(&plain_words(said).as_str())
}
