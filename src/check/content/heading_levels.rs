//! Headings that skip a level (WCAG 2.2, criterion 1.3.1). The title of a page is its only heading of level 1.
//!
//! Must not know what headings say.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::tree::{Block, Heading, HtmlPiece};

/// A heading too far below the one before it.
pub(super) static SKIPPED_HEADING_LEVEL: Rule = Rule {
    code: "skipped-heading-level",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "Headings are the table of contents of a page: a part of a part has a heading one level lower. One that skips a \
        level leaves people who find their way by headings looking for what is missing (WCAG 2.2, criterion 1.3.1). The title \
        of the page is level 1, `##` level 2, `###` level 3. Choose the level by what the text is about, not by its size.",
    wrong: "## The board\n\n#### Members",
    right: "## The board\n\n### Members",
};

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    let mut headings = Vec::new();
    collect(&page.text.body.blocks, &mut headings);
    let marks = |heading: &Heading| {
        let written = page.sources.slice(heading.span);
        u8::try_from(written.bytes().take_while(|byte| *byte == b'#').count()).unwrap_or(u8::MAX)
    };
    // Where a heading of the first level is left beside the title, all have become one level lower than they are written.
    let lowered =
        headings.iter().any(|(level, heading)| heading.is_some_and(|heading| (1..*level).contains(&marks(heading))));
    // The title of the page stands over all.
    let mut before = 1;
    for (level, heading) in headings {
        let level = level - u8::from(lowered && level > 1);
        if level > before + 1
            && let Some(heading) = heading
        {
            let help = if marks(heading) > 0 {
                format!("Begin it with `{}`.", "#".repeat(usize::from(before + 1)))
            } else {
                format!("Make it a heading of level {}.", before + 1)
            };
            let what = if before == 1 { "the title of the page".to_owned() } else { format!("one of level {before}") };
            let message = format!("This heading is of level {level}, but stands right below {what}.");
            all.push(Diagnostic::new(&SKIPPED_HEADING_LEVEL, heading.span, message).help(help));
        }
        before = level;
    }
}

/// The level of every heading in order; those of raw HTML without their place. Headings in quotations are others'.
fn collect<'a>(blocks: &'a [Block], all: &mut Vec<(u8, Option<&'a Heading>)>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => all.push((heading.level, Some(heading))),
            Block::Alert(_, inner) => collect(inner, all),
            Block::List { items, .. } => items.iter().for_each(|item| collect(&item.blocks, all)),
            Block::Html(pieces) => {
                for piece in pieces {
                    let HtmlPiece::Markup(markup) = piece else { continue };
                    let levels = markup.match_indices("<h").filter_map(|(at, _)| markup[at + 2..].chars().next());
                    all.extend(
                        levels
                            .filter_map(|c| c.to_digit(10))
                            .filter_map(|level| u8::try_from(level).ok().map(|level| (level, None))),
                    );
                }
            }
            _ => {}
        }
    }
}
