//! How the priorities line up with the plans of every tier: one table for each sort of priority, a column for each tier,
//! and what the links can be narrowed by.

pub(super) mod choices;
mod line;

use crate::graph::address::Address;
use crate::graph::{Link, Record};
use crate::model::plan::Tier;
use crate::model::priority::PriorityType;
use crate::model::relation::Relation;
use crate::model::word::FixedWord;
use crate::pages::alignment::choices::Choices;
use crate::pages::alignment::line::{Line, Pair, line};
use crate::pages::directory::entry::Entry;
use crate::pages::overview::{AlignmentLink, AlignmentRow, AlignmentTable, AlignmentView, Choice, Filter};
use crate::pages::parts::Part;
use crate::pages::site::Site;

/// Fewest choices that make a filter worth its room.
const FEWEST_CHOICES: usize = 2;

/// The view of these priorities; `caption` stands over each table.
pub(super) fn alignment(site: &Site<'_>, from: &Address, caption: &str, priorities: &[Entry]) -> AlignmentView {
    let found = priorities.iter().filter_map(Entry::record);
    let lines: Vec<Line<'_>> = found.filter_map(|index| line(site.graph, index)).collect();
    let mut tiers: Vec<Option<Tier>> = Tier::ALL.iter().copied().map(Some).collect();
    // Every part of a long list has the same columns, and is narrowed by what it holds itself.
    tiers.extend(site.directory.choices.tiers.contains(&None).then_some(None));
    let choices = Choices::new(site.graph, priorities.iter().filter_map(Entry::record));
    let table = |kind: &PriorityType| {
        let rows: Vec<AlignmentRow> =
            lines.iter().filter(|line| line.kind == *kind).map(|line| row(site, from, line, &tiers)).collect();
        let sort = site.say(match kind {
            PriorityType::Shared => "alignment-shared",
            PriorityType::EmergingThreat => "alignment-emerging",
        });
        let caption = site.tell("alignment-caption", &[("caption", caption.into()), ("sort", (&sort).into())]);
        let columns = tiers.iter().map(|tier| column(site, *tier)).collect();
        (!rows.is_empty()).then_some(AlignmentTable { caption, columns, rows })
    };
    AlignmentView { tables: PriorityType::ALL.iter().filter_map(table).collect(), filters: filters(site, &choices) }
}

fn column(site: &Site<'_>, tier: Option<Tier>) -> Choice {
    match tier {
        Some(tier) => Choice { value: tier.name().to_owned(), label: site.label(tier) },
        None => Choice { value: "other".to_owned(), label: site.say("alignment-no-tier") },
    }
}

fn row(site: &Site<'_>, from: &Address, line: &Line<'_>, tiers: &[Option<Tier>]) -> AlignmentRow {
    let cell = |tier: &Option<Tier>| {
        line.pairs.iter().filter(|pair| pair.tier == *tier).map(|pair| to_plan(site, from, pair)).collect()
    };
    let topics: Vec<&str> = line.topics.iter().map(|(_, topic)| topic.id.slug.as_str()).collect();
    AlignmentRow {
        priority: site.to_record(from, line.index),
        topics: topics.join(" "),
        cells: tiers.iter().map(cell).collect(),
    }
}

fn to_plan(site: &Site<'_>, from: &Address, pair: &Pair<'_>) -> AlignmentLink {
    let record = site.graph.record(pair.plan);
    let target = Link::Record { record: pair.plan, section: None, anchor: pair.anchor.map(Into::into) };
    let (title, href) = site.destination(from, &target).unwrap_or_default();
    let plan = if title == record.title {
        site.to_record(from, pair.plan)
    } else {
        let text = format!("{}: {title}", record.title);
        Part { text, href: Some(href), language: site.other_language(record), ..Part::default() }
    };
    let carrier = if pair.outgoing { "by-priority" } else { "by-plan" };
    let relation = pair.link.relation.value;
    AlignmentLink {
        plan,
        sentence: site.say(&format!("{}-{carrier}", relation.message())),
        relation: relation.name(),
        illustrative: pair.link.illustrative,
    }
}

fn filters(site: &Site<'_>, choices: &Choices) -> Vec<Filter> {
    let relation = |relation: &Relation| Choice { value: relation.name().to_owned(), label: site.label(*relation) };
    let topic = |topic: &Record| Choice { value: topic.id.slug.clone(), label: topic.title.clone() };
    let standing = |name: &str, is_there: bool| {
        let label = site.say(&format!("alignment-{name}"));
        is_there.then(|| Choice { value: name.to_owned(), label })
    };
    let standings = [standing("stated", choices.is_stated), standing("illustrative", choices.is_illustrative)];
    let filter = |name: &'static str, choices: Vec<Choice>| Filter {
        name,
        label: site.say(&format!("alignment-by-{name}")),
        every: site.say(&format!("alignment-every-{name}")),
        choices,
    };
    let mut filters = vec![
        filter("tier", choices.tiers.iter().map(|tier| column(site, *tier)).collect()),
        filter("relation", choices.relations.iter().map(relation).collect()),
        filter("topic", choices.topics.iter().map(|index| topic(site.graph.record(*index))).collect()),
        filter("standing", standings.into_iter().flatten().collect()),
    ];
    filters.retain(|filter| filter.choices.len() >= FEWEST_CHOICES);
    filters
}
