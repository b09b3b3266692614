//! What a county has written down: its plans, its consultation, and its documents with their numbered paragraphs.

use std::fmt::Write as _;

use super::{County, DISTRICTS, File, NATIONAL_PLANS, PRIORITIES, SECTIONS};

impl County {
    pub(super) fn force_plan(self) -> String {
        let n = self.number;
        let mut text = format!(
            "---\ntitle: Police and crime plan of county {n}\nsummary: The plan of the commissioner for county {n}.\nowner: \
             organisation:commissioner-{n:03}\ntier: force\npublished: 2017-03-23\nperiod: {{from: 2017, until: 2021}}\nstatus: \
             current\nitems:\n"
        );
        for (id, title) in
            [("policing", "Visible policing"), ("victims", "Services for victims"), ("value", "Value for money")]
        {
            let _ = writeln!(text, "  - {{id: {id}, title: {title}}}");
        }
        let _ = write!(
            text,
            "links:\n  - {{to: \"legislation:act-{n:03}-0#s5\", relation: responds-to, note: The order asks for a plan.}}\n---\n\n{}\n",
            self.words(200).sentences(4)
        );
        text
    }

    pub(super) fn district_plan(self, which: usize) -> String {
        let n = self.number;
        let mut text = format!(
            "---\ntitle: Plan {which} of county {n}\nsummary: The local plan of partnership {which} of county {n}.\nowner: \
             organisation:partnership-{n:03}-{which}\ntier: district\npublished: 2019-04-01\nperiod: {{from: 2019, until: \
             2021}}\nstatus: current\nlinks:\n"
        );
        for priority in 0..4 {
            let to = (which + priority) % PRIORITIES;
            let _ = writeln!(
                text,
                "  - {{to: \"priority:priority-{n:03}-{to}\", relation: contributes-to, illustrative: true, note: The report says \
                 that local plans are linked to the priorities.}}"
            );
        }
        let _ = write!(
            text,
            "---\n\n{} The partnership has a seat on the [board](board:strategy-board-{n:03}).\n\n{} [The strategy says \
             so](document:strategy-{n:03}#p4).\n",
            self.words(210 + which).sentences(2),
            self.words(220 + which).sentences(2)
        );
        text
    }

    pub(super) fn consultation(self) -> String {
        let n = self.number;
        let mut text = format!(
            "---\ntitle: Consultation on the strategy of county {n}\nsummary: Partners of county {n} are asked for their \
             views.\ndocument: document:strategy-{n:03}\nopens: 2019-09-16\ncloses: 2019-11-11\nstated_length: 8 weeks\nmethods: \
             [Meetings, Letters]\nconsultees:\n  - board:strategy-board-{n:03}\n"
        );
        for which in 0..DISTRICTS {
            let _ = writeln!(text, "  - organisation:partnership-{n:03}-{which}");
        }
        let _ = write!(
            text,
            "---\n\n{} The results go to the [Cabinet](board:cabinet-{n:03}) on [its day](event:adoption-{n:03}).\n",
            self.words(300).sentences(3)
        );
        text
    }

    /// A document: its own page and its sections.
    pub(super) fn document(self, name: &str, status: &str) -> Vec<File> {
        let n = self.number;
        let period = if name == "strategy" { "period: {from: 2019, until: 2021}\n" } else { "" };
        let mut text = format!(
            "---\ntitle: The {name} of county {n}\nsummary: What the partners of county {n} want to do, in their {name}.\ntype: {name}\nowner: \
             board:strategy-board-{n:03}\n{period}status: {status}\nnumbered: true\nlinks:\n  - {{to: \
             \"plan:force-{n:03}#policing\", relation: supports, note: Both put officers where people feel least safe.}}\n  - {{to: \
             \"legislation:act-{n:03}-1#s6\", relation: responds-to, note: The order asks for it.}}\n"
        );
        for plan in 0..NATIONAL_PLANS - 1 {
            let _ = writeln!(
                text,
                "  - {{to: \"plan:national-{n:03}-{plan}\", relation: cites, note: The text names it.}}"
            );
        }
        let seed = 500 + name.len() * 20;
        let _ = write!(text, "---\n\n{}\n", self.words(seed).sentences(3));
        let folder = format!("content/documents/{name}-{n:03}");
        let mut files = vec![File::new(format!("{folder}/index.md"), text)];
        files.extend((0..SECTIONS).map(|section| {
            File::new(format!("{folder}/{}", section_file(section)), self.section(name, section, seed + section + 1))
        }));
        files
    }

    fn section(self, name: &str, section: usize, seed: usize) -> String {
        let n = self.number;
        let mut words = self.words(seed);
        let (topic, term, priority) = (section, section, section % PRIORITIES);
        let next = section_file((section + 1) % SECTIONS);
        let mut text = format!(
            "---\ntitle: Section {section} of the {name} of county {n}\nsummary: What section {section} of the {name} of county {n} says.\n---\n\n{} See [the section \
             after this]({next}#who-does-what).\n\n## Who does what\n\n",
            words.sentences(2)
        );
        let _ = write!(
            text,
            "The [board](board:strategy-board-{n:03}) leads. It speaks of [a theme](topic:topic-{n:03}-{topic}) and uses [a \
             word](term:term-{n:03}-{term}) for it. {}\n\n- the [police](organisation:police-{n:03})\n- the [fire \
             service](organisation:fire-{n:03})\n- a [district](organisation:district-{n:03}-{})\n\n## What comes first\n\n{} The \
             priority is <priority:priority-{n:03}-{priority}>, as [the order](legislation:act-{n:03}-2#s17) asks.\n\n{}\n",
            words.sentences(2),
            section % DISTRICTS,
            words.sentences(2),
            words.sentences(3)
        );
        text
    }
}

fn section_file(section: usize) -> String {
    format!("{:02}-section-{section}.md", section + 1)
}
