//! `folkmoot list` and `folkmoot refs`: what a site holds and who refers to what, asked from outside.

mod listed;
mod referred;

use super::support::{Run, Site};

/// A site of a few records that refer to each other, one of them a draft, in files of every sort.
fn small() -> Site {
    Site::new()
        .file("folkmoot.yaml", "title: A site\nnavigation:\n  - to: document:plan\n    title: Plan\n  - page: priorities\n")
        .file("content/index.md", "# Welcome\n\nFirst comes <priority:knives>, then [the police](organisation:police).\n")
        .file(
            "content/organisations/all.yaml",
            "- id: police\n  title: Police\n- id: council\n  title: \"=Council, \\\"County\\\"\"\n",
        )
        .file(
            "content/boards/board.md",
            "---\ntitle: Board\norganisation: council\nestablished: 2009\nseats:\n  - {role: chair, organisation: council}\n---\n\nWe meet.\n",
        )
        .file(
            "content/priorities/knives.md",
            "---\ntitle: Knives\nowner: board:board\nperiod: {from: 2019, until: 2021-03}\nstatus: current\nlinks:\n  - {to: plan:force#aim, relation: supports, note: Both.}\n---\n\nMore in [the plan](document:plan#aims).\n",
        )
        .file("content/priorities/cars.md", "---\ntitle: Cars\nstatus: current\ndraft: true\nowner: organisation:police\n---\n")
        .file("content/plans/force.yaml", "title: Force plan\nowner: organisation:police\ntier: force\nitems:\n  - {id: aim, title: An aim}\n  - {id: hope, title: A hope}\n")
        .file("content/events/meeting.yaml", "title: Meeting\ndate: 2019-11-06\ntype: meeting\nbody: board:board\n")
        .file("content/documents/plan/index.md", "---\ntitle: Plan\nstatus: draft\nnumbered: true\n---\n")
        .file("content/documents/plan/01-aims.md", "# Aims\n\nWe deal with knives first.\n\n## How\n\nSee [above](#aims) and [the first](document:plan#p1).\n")
        .file("content/consultations/asked.yaml", "title: Asked\nopens: 2019-09-01\ncloses: 2019-11-30\nmethods: [A form]\n")
}

/// What was printed, line by line.
fn lines(run: &Run) -> Vec<&str> {
    run.stdout().lines().collect()
}
