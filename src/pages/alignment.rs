//! How the priorities line up with the plans of every tier: one table for each sort of priority, a column for each tier,
//! and what the links can be narrowed by.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::address::Address;
use crate::graph::{Link, Manner, Record, RecordIndex};
use crate::model::kind::Kind;
use crate::model::plan::Tier;
use crate::model::priority::PriorityType;
use crate::model::record::{CrossLink, Data};
use crate::model::relation::Relation;
use crate::model::word::FixedWord;
use crate::pages::overview::{AlignmentLink, AlignmentRow, AlignmentTable, AlignmentView, Choice, Filter};
use crate::pages::parts::Part;
use crate::pages::site::{Site, sort_key};

/// Fewest choices that make a filter worth its room.
const FEWEST_CHOICES: usize = 2;

/// A link between a priority and a plan, seen from the priority.
struct Pair<'a> {
    plan: RecordIndex,
    tier: Option<Tier>,
    anchor: Option<&'a str>,
    link: &'a CrossLink,
    /// Whether the priority carries the link, and not the plan.
    outgoing: bool,
}

/// A priority with its links to plans.
struct Line<'a> {
    index: RecordIndex,
    kind: PriorityType,
    topics: Vec<&'a Record>,
    pairs: Vec<Pair<'a>>,
}

/// The view; `caption` stands over each table.
pub(super) fn alignment(site: &Site<'_>, from: &Address, caption: &str) -> AlignmentView {
    let lines: Vec<Line<'_>> = site.of_kind(Kind::Priority).into_iter().filter_map(|found| line(site, found)).collect();
    let mut tiers: Vec<Option<Tier>> = Tier::ALL.iter().copied().map(Some).collect();
    if lines.iter().flat_map(|line| &line.pairs).any(|pair| pair.tier.is_none()) {
        tiers.push(None);
    }
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
    AlignmentView {
        tables: PriorityType::ALL.iter().filter_map(table).collect(),
        filters: filters(site, &lines, &tiers),
    }
}

fn line<'a>(site: &Site<'a>, (index, record): (RecordIndex, &'a Record)) -> Option<Line<'a>> {
    let Data::Priority(priority) = &record.data else { return None };
    let outgoing = record.shared.links.iter().filter_map(|link| {
        let Some(Link::Record { record, anchor, .. }) = site.graph.link(&link.to) else { return None };
        let tier = tier_of(site, *record)?;
        Some(Pair { plan: *record, tier, anchor: anchor.as_deref(), link, outgoing: true })
    });
    let incoming = site.graph.backlinks(index).iter().filter_map(|back| {
        let Manner::CrossLink(place) = back.manner else { return None };
        let tier = tier_of(site, back.from)?;
        let link = site.graph.record(back.from).shared.links.get(place)?;
        Some(Pair { plan: back.from, tier, anchor: None, link, outgoing: false })
    });
    let topics = priority.topics.iter().filter_map(|topic| site.graph.follow(topic)).map(|(_, topic)| topic);
    Some(Line {
        index,
        kind: priority.priority_type.map_or(PriorityType::Shared, |kind| kind.value),
        topics: topics.collect(),
        pairs: outgoing.chain(incoming).collect(),
    })
}

/// The tier of a plan, where it has one; nothing of what is no plan.
#[expect(clippy::option_option, reason = "a plan without a tier is not the same as what is no plan")]
fn tier_of(site: &Site<'_>, index: RecordIndex) -> Option<Option<Tier>> {
    match &site.graph.record(index).data {
        Data::Plan(plan) => Some(plan.tier.map(|tier| tier.value)),
        _ => None,
    }
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
    let topics: Vec<&str> = line.topics.iter().map(|topic| topic.id.slug.as_str()).collect();
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

fn filters(site: &Site<'_>, lines: &[Line<'_>], tiers: &[Option<Tier>]) -> Vec<Filter> {
    let pairs = || lines.iter().flat_map(|line| &line.pairs);
    let used = |tier: &&Option<Tier>| pairs().any(|pair| pair.tier == **tier);
    let relations: BTreeSet<Relation> = pairs().map(|pair| pair.link.relation.value).collect();
    let relation = |relation: Relation| Choice { value: relation.name().to_owned(), label: site.label(relation) };
    let topics = lines.iter().flat_map(|line| &line.topics);
    let topics: BTreeMap<_, _> = topics.map(|topic| ((sort_key(&topic.title), &topic.id.slug), *topic)).collect();
    let topic = |topic: &Record| Choice { value: topic.id.slug.clone(), label: topic.title.clone() };
    let standing = |name: &str, illustrative: bool| {
        let label = site.say(&format!("alignment-{name}"));
        pairs().any(|pair| pair.link.illustrative == illustrative).then(|| Choice { value: name.to_owned(), label })
    };
    let filter = |name: &'static str, choices: Vec<Choice>| Filter {
        name,
        label: site.say(&format!("alignment-by-{name}")),
        every: site.say(&format!("alignment-every-{name}")),
        choices,
    };
    let mut filters = vec![
        filter("tier", tiers.iter().filter(used).map(|tier| column(site, *tier)).collect()),
        filter("relation", relations.into_iter().map(relation).collect()),
        filter("topic", topics.into_values().map(topic).collect()),
        filter("standing", [standing("stated", false), standing("illustrative", true)].into_iter().flatten().collect()),
    ];
    filters.retain(|filter| filter.choices.len() >= FEWEST_CHOICES);
    filters
}
