//! `folkmoot lsp`, by way of real sessions over its standard input and output.

mod asked;
mod client;
mod found;
mod offered;
mod renamed;

use super::support::Site;

/// A site of a few records that refer to each other in every way.
fn small() -> Site {
    Site::new()
        .file("folkmoot.yaml", "title: A site\nnavigation:\n  - to: document:plan\n    title: Plan\nchecks: {priority-without-measure: off, priority-without-plan: off}\n")
        .file("content/index.md", "# Welcome\n\nFirst comes <priority:knife-crime>, then [hate](priorities/hate-crime.md#why).\n\nSee [the list][l] and ![Board](pictures/board.svg).\n\n[l]: priority:knife-crime#why\n")
        .file("content/pictures/board.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n")
        .file(
            "content/organisations/all.yaml",
            "- id: police\n  title: Police 😀 force\n- id: council\n  title: County council\n  part_of: police\n",
        )
        .file(
            "content/boards/board.md",
            "---\ntitle: Board\nsummary: It decides.\norganisation: council\nseats:\n  - {role: chair, organisation: council}\n---\n\nWe meet.\n",
        )
        .file(
            "content/priorities/knife-crime.md",
            "---\ntitle: Knife crime\nsummary: Fewer knives.\nowner: organisation:police\nlinks:\n  - {to: plan:force#aim, relation: supports, note: Both.}\n---\n\n## Why\n\nMore in [the plan](document:plan#aims) and [hate](hate-crime.md).\n",
        )
        .file("content/priorities/hate-crime.md", "---\ntitle: Hate crime\nowner: board:board\n---\n\n## Why\n\nSee [knives](knife-crime.md#why).\n")
        .file("content/plans/force.yaml", "title: Force plan\nowner: organisation:police\ntier: force\nitems:\n  - {id: aim, title: An aim}\n")
        .file("content/documents/plan/index.md", "---\ntitle: Plan\nnumbered: true\n---\n")
        .file("content/documents/plan/01-aims.md", "# Aims\n\nWe deal with <priority:knife-crime> first.\n\n## How\n\nSee [the first](document:plan#p1) and [home](../../index.md).\n")
}
