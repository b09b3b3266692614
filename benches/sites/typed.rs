//! Typed records in the proportions of the example at the root of this repository: counties, each with its bodies, its
//! priorities, plans, laws, events and documents, and the links among them. A county comes to a hundred pages.
//!
//! Left out are the fields that few records have: drafts, aliases, translations, holders of seats.

mod papers;

use std::fmt::Write as _;

use super::prose::Series;
use super::{BASE_URL, File};

/// How many pages a county comes to, views and lists aside.
pub(crate) const PAGES_A_COUNTY: usize = 100;

const DISTRICTS: usize = 7;
const TOPICS: usize = 9;
const PRIORITIES: usize = 6;
const THREATS: usize = 2;
const LAWS: usize = 5;
const TERMS: usize = 12;
const MEETINGS: usize = 8;
const SECTIONS: usize = 9;
const NATIONAL_PLANS: usize = 5;
const RELATIONS: [&str; 4] = ["supports", "contributes-to", "has-regard-to", "delivers"];

/// Every file of a site of about so many pages, in whole counties.
pub(crate) fn files(pages: usize) -> impl Iterator<Item = File> + Send {
    let counties = pages.div_ceil(PAGES_A_COUNTY).max(1);
    [settings(counties), home(counties)].into_iter().chain((0..counties).flat_map(|number| County { number }.files()))
}

fn settings(counties: usize) -> File {
    let text = format!(
        "title: Community safety in {counties} counties\nsummary: Who works together, and on what.\norganisation: The makers of \
         the benches\nlanguage: en-GB\nbase_url: {BASE_URL}\nsearch: off\nas_of: 2019-11-06\nnavigation:\n  \
         - {{to: document:strategy-000, title: Strategy}}\n  - {{page: priorities, title: Priorities}}\n  \
         - {{page: alignment, title: How plans line up}}\n  - {{page: boards, title: Who decides}}\n  \
         - {{page: timeline, title: Timetable}}\n  - {{page: a-to-z, title: A to Z}}\n\
         contact: {{name: The makers of the benches, email: benches@example.org}}\n"
    );
    File::new("folkmoot.yaml", text)
}

fn home(counties: usize) -> File {
    let mut text = "---\ntitle: Community safety\nsummary: Who works together, and on what.\n---\n\n".to_owned();
    text.push_str("Public bodies work together to cut crime. These are the strategies of the first counties:\n\n");
    for county in 0..counties.min(40) {
        let _ = writeln!(text, "- <document:strategy-{county:03}>");
    }
    File::new("content/index.md", text)
}

/// One of many, told from the others by its number.
#[derive(Debug, Clone, Copy)]
struct County {
    number: usize,
}

impl County {
    fn files(self) -> Vec<File> {
        let mut files = vec![
            self.one("organisations", "bodies.yaml", self.organisations()),
            self.one("topics", "topics.yaml", self.topics()),
            self.one("legislation", "acts.yaml", self.laws()),
            self.one("events", "meetings.yaml", self.events()),
            self.one("plans", "national.yaml", self.national_plans()),
            self.one("terms", "terms.yaml", self.terms()),
            self.one("boards", "strategy-board.md", self.strategy_board()),
            self.one("boards", "cabinet.md", self.committee("Cabinet")),
            self.one("boards", "scrutiny.md", self.committee("Scrutiny commission")),
            self.one("groups", "team.md", self.group("Community safety team", "team")),
            self.one("groups", "delivery.md", self.group("Delivery group", "delivery-group")),
            self.one("plans", "force.md", self.force_plan()),
            self.one("consultations", "consultation.md", self.consultation()),
        ];
        let priorities = (0..PRIORITIES + THREATS).map(|which| ("priorities/priority", which, self.priority(which)));
        let plans = (0..DISTRICTS).map(|which| ("plans/local", which, self.district_plan(which)));
        let many = priorities
            .chain(plans)
            .map(|(name, which, text)| File::new(format!("content/{name}-{:03}-{which}.md", self.number), text));
        files.extend(many);
        files.extend(self.document("strategy", "consultation"));
        files.extend(self.document("agreement", "current"));
        files
    }

    /// A file whose name begins so and ends with the number of the county: records are called as their files are.
    fn one(self, folder: &str, name: &str, text: String) -> File {
        let (stem, ending) = name.split_once('.').unwrap_or((name, "md"));
        File::new(format!("content/{folder}/{stem}-{:03}.{ending}", self.number), text)
    }

    fn words(self, what: usize) -> Series {
        Series::new(self.number * 1000 + what)
    }

    fn organisations(self) -> String {
        let n = self.number;
        let mut text = String::new();
        let singles = [
            ("council", "county-council", true),
            ("police", "police-force", true),
            ("commissioner", "police-and-crime-commissioner", false),
            ("fire", "fire-and-rescue", true),
            ("probation", "probation", true),
            ("health", "health", true),
        ];
        for (name, kind, is_responsible) in singles {
            let title = title_of(name);
            let _ = writeln!(
                text,
                "- id: {name}-{n:03}\n  title: {title} of county {n}\n  summary: {title} for the whole of county {n}.\n  \
                 type: {kind}\n  responsible_authority: {is_responsible}\n  areas: [{{name: County {n}, code: E1{n:07}}}]\n  \
                 website: https://{name}-{n}.example.org/"
            );
        }
        for which in 0..DISTRICTS {
            let area = n * DISTRICTS + which;
            let _ = writeln!(
                text,
                "- id: district-{n:03}-{which}\n  title: District council {which} of county {n}\n  summary: The council for district {which} \
                 of county {n}.\n  type: district-council\n  responsible_authority: true\n  areas: [{{name: District \
                 {area}, code: E0{area:07}}}]\n  website: https://district-{area}.example.org/\n- id: partnership-{n:03}-{which}\n  \
                 title: Partnership {which} of county {n}\n  summary: The community safety partnership of district {which} of county {n}.\n  type: \
                 community-safety-partnership\n  areas: [{{name: District {area}, code: E0{area:07}}}]\n  members: \
                 [district-{n:03}-{which}, police-{n:03}]"
            );
        }
        text
    }

    fn topics(self) -> String {
        let n = self.number;
        let mut text = String::new();
        for which in 0..TOPICS {
            let broader = if which > 5 { format!(", broader: topic-{n:03}-{}", which - 5) } else { String::new() };
            let _ = writeln!(
                text,
                "- {{id: topic-{n:03}-{which}, title: Topic {which} of county {n}, summary: What many plans of county {n} speak of as \
                 number {which}.{broader}}}"
            );
        }
        text
    }

    fn laws(self) -> String {
        let n = self.number;
        let mut text = String::new();
        for which in 0..LAWS {
            let year = 1990 + (n + which * 5) % 29;
            let _ = writeln!(
                text,
                "- id: act-{n:03}-{which}\n  title: Order of Council {which} of County {n}\n  summary: The order that gives county \
                 {n} duty {which}.\n  type: act\n  citation: {year} c. {which}\n  year: {year}\n  url: \
                 https://laws.example.org/{n}/{which}\n  sections:"
            );
            for section in [5, 6, 17] {
                let _ = writeln!(
                    text,
                    "    - id: s{section}\n      title: \"Section {section}: duties of the bodies\"\n      url: \
                     https://laws.example.org/{n}/{which}/{section}\n      note: Says who must work together."
                );
            }
        }
        text
    }

    fn events(self) -> String {
        let n = self.number;
        let mut text = String::new();
        for which in 0..MEETINGS {
            let (year, month) = (2017 + which / 4, 1 + which % 4 * 3);
            let _ = writeln!(
                text,
                "- {{id: meeting-{n:03}-{which}, title: Board meeting {which} of county {n}, summary: Meeting {which} of the board \
                 of county {n}., date: {year}-{month:02}-14, type: meeting, body: board:strategy-board-{n:03}}}"
            );
        }
        let _ = writeln!(
            text,
            "- id: approval-{n:03}\n  title: Cabinet of county {n} approves the draft strategy\n  summary: The draft for county {n} may go out for \
             consultation.\n  date: 2019-09-13\n  type: decision\n  body: board:cabinet-{n:03}\n  document: \
             document:strategy-{n:03}\n  outcome: approved-for-consultation\n- id: adoption-{n:03}\n  title: Cabinet of county {n} \
             considers the strategy\n  summary: The results of the consultation in county {n} are weighed.\n  date: 2019-12-17\n  type: \
             decision\n  body: board:cabinet-{n:03}\n  document: document:strategy-{n:03}"
        );
        text
    }

    fn terms(self) -> String {
        let n = self.number;
        let mut text = String::new();
        for which in 0..TERMS {
            let meaning = self.words(400 + which).sentence();
            let _ = writeln!(
                text,
                "- {{id: term-{n:03}-{which}, title: term {which} of county {n}, meaning: \"{meaning}\"}}"
            );
        }
        text
    }

    fn national_plans(self) -> String {
        let n = self.number;
        let mut text = String::new();
        for which in 0..NATIONAL_PLANS {
            let topic = (n + which) % TOPICS;
            let _ = writeln!(
                text,
                "- id: national-{n:03}-{which}\n  title: National strategy {which} for county {n}\n  summary: Strategy {which} of the \
                 government that county {n} has regard to.\n  owner: organisation:police-{n:03}\n  tier: national\n  published: \
                 2018-04-09\n  status: current\n  url: https://government.example.org/{n}/{which}\n  items:\n    - {{id: \
                 prevention, title: Prevention}}\n    - {{id: partnership, title: Partnership}}\n    - {{id: pursuit, title: \
                 Pursuit}}\n  links:\n    - {{to: \"topic:topic-{n:03}-{topic}\", relation: same-topic, illustrative: true, note: \
                 The title of the strategy is about this.}}"
            );
        }
        text
    }

    fn strategy_board(self) -> String {
        let n = self.number;
        let mut text = format!(
            "---\ntitle: Strategy board of county {n}\nsummary: The board that agrees the shared priorities of county {n}.\ntype: \
             strategy-board\npurpose: To help agencies work together, and to bring their plans into line.\nareas: [{{name: County \
             {n}, code: E1{n:07}}}]\nestablished: 2009\nseats:\n  - {{role: chair, organisation: council-{n:03}, office: Lead \
             member}}\n"
        );
        for which in 0..DISTRICTS {
            let _ = writeln!(
                text,
                "  - {{role: member, organisation: partnership-{n:03}-{which}, office: Chair of the partnership}}"
            );
            let _ =
                writeln!(text, "  - {{role: member, organisation: district-{n:03}-{which}, office: Chief executive}}");
        }
        for name in ["police", "commissioner", "fire", "probation", "health"] {
            let _ = writeln!(text, "  - {{role: member, organisation: {name}-{n:03}, office: Senior representative}}");
        }
        text.push_str("planning_cycle:\n");
        for month in ["march", "june", "september", "december"] {
            let _ = writeln!(text, "  - {{month: {month}, step: The board of county {n} meets}}");
        }
        let _ = write!(
            text,
            "---\n\n{}\n\n## What it agreed\n\nThe [draft strategy](document:strategy-{n:03}) names what comes first: \
             <priority:priority-{n:03}-0> and <priority:priority-{n:03}-1>.\n\n{}\n",
            self.words(0).sentences(3),
            self.words(1).sentences(4)
        );
        text
    }

    fn committee(self, name: &str) -> String {
        let n = self.number;
        format!(
            "---\ntitle: {name} of county {n}\nsummary: Councillors of county {n} who deal with the strategy as its {name}.\ntype: \
             committee\norganisation: council-{n:03}\nseats:\n  - {{role: chair, organisation: council-{n:03}, office: Leader of \
             the council}}\n  - {{role: member, organisation: council-{n:03}, office: Lead member for safety}}\n---\n\n{}\n\n- It \
             [approved the draft](event:approval-{n:03}).\n- It will [consider the results](event:adoption-{n:03}).\n",
            self.words(2 + name.len()).sentences(2)
        )
    }

    fn group(self, name: &str, kind: &str) -> String {
        let n = self.number;
        format!(
            "---\ntitle: {name} of county {n}\nsummary: People who work across county {n} as its {name}.\ntype: \
             {kind}\nestablished: 2017\naims:\n  - Share information between the agencies.\n  - Bring work in different places \
             together.\nchair: police-{n:03}\nmembers:\n  - organisation:police-{n:03}\n  - organisation:probation-{n:03}\n  - \
             organisation:district-{n:03}-1\nreports_to: [board:strategy-board-{n:03}]\n---\n\n{} It works on [a \
             threat](priority:priority-{n:03}-{PRIORITIES}), and knows [a word for it](term:term-{n:03}-1).\n",
            self.words(40 + name.len()).sentences(3)
        )
    }

    fn priority(self, which: usize) -> String {
        let n = self.number;
        let kind = if which < PRIORITIES { "shared" } else { "emerging-threat" };
        let mut words = self.words(100 + which);
        let (topic, other) = (which % TOPICS, (which + 3) % TOPICS);
        let mut text = format!(
            "---\ntitle: Priority {which} of county {n}\nsummary: What the partners of county {n} want to change as number {which}.\ntype: {kind}\n\
             topics: [topic-{n:03}-{topic}, topic-{n:03}-{other}]\nowner: board:strategy-board-{n:03}\nlead_group: \
             group:delivery-{n:03}\nmeasures:\n"
        );
        for measure in 0..3 {
            let [baseline, target, latest] = [200, 180, 190].map(|limit| words.below(limit));
            let _ = writeln!(
                text,
                "  - {{title: \"Offences of sort {measure}\", unit: cases, baseline: {baseline}, target: {target}, latest: \
                 {latest}, source: Police records}}"
            );
        }
        text.push_str("links:\n");
        for (link, relation) in RELATIONS.iter().take(2).enumerate() {
            let plan = (which + link) % NATIONAL_PLANS;
            let _ = writeln!(
                text,
                "  - {{to: \"plan:national-{n:03}-{plan}#prevention\", relation: {relation}, illustrative: true, note: The title of \
                 the plan is about this.}}"
            );
        }
        let _ = write!(
            text,
            "---\n\n{}\n\n## Who works on it\n\nThe [group](group:delivery-{n:03}) and the [team](group:team-{n:03}) share the work. \
             {}\n\n## Where to read more\n\n{} It stands in [section 2](document:strategy-{n:03}#p2).\n\n> [!NOTE]\n> {}\n",
            words.sentences(2),
            words.sentences(2),
            words.sentences(2),
            words.sentence()
        );
        text
    }
}

fn title_of(name: &str) -> String {
    name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect()
}
