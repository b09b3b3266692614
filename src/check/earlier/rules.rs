//! What can be wrong with addresses that were served before.

use crate::diagnostic::{Family, Rule, Severity};

/// A page or file that was served before and is not any more.
pub static ADDRESS_GONE: Rule = Rule {
    code: "address-gone",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A page or file of an earlier build, which `--against` names, is gone, and nothing leads on from its address. \
                  Printed letters, minutes and other websites still point to it. A page that moved or was merged into \
                  another lists its former address under `aliases`, and whoever comes there is led on; a file stays under \
                  its name.",
    wrong: "content/priorities/knives.md, which was content/priorities/knife-crime.md:\ntitle: Knives",
    right: "content/priorities/knives.md:\ntitle: Knives\naliases: [priorities/knife-crime]",
};

/// An anchor that was served before and is not any more.
pub static ANCHOR_GONE: Rule = Rule {
    code: "anchor-gone",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "A part of a page of an earlier build, which `--against` names, cannot be linked to any more: its heading was \
                  rewritten or taken out, or its paragraph has no number now. Links from elsewhere then lead to the top of \
                  the page. Give the heading that took its place the former anchor.",
    wrong: "## What we want to reach   (before: ## Our aims)",
    right: "## What we want to reach {#our-aims}",
};

/// A paragraph number that stands for another text than before.
pub static PARAGRAPH_NUMBER_MOVED: Rule = Rule {
    code: "paragraph-number-moved",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "Paragraphs of a document have other numbers than in an earlier build, which `--against` names: one was put in \
                  or taken out, and those after it moved. Whoever cites paragraph 12 now cites another text. New text goes to \
                  the end, or into a list or quotation, which take no number; where a paragraph was taken out, one stays in \
                  its place that says so. A paragraph whose words alone changed is no fault.",
    wrong: "1. What was paragraph 1\n2. A new paragraph\n3. What was paragraph 2",
    right: "1. What was paragraph 1\n2. What was paragraph 2\n3. A new paragraph",
};

/// All of these: they are asked only where there is an earlier build.
pub const RULES: [&Rule; 3] = [&ADDRESS_GONE, &ANCHOR_GONE, &PARAGRAPH_NUMBER_MOVED];
