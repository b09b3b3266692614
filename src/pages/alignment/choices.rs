//! What the links between priorities and plans can be narrowed by, of these priorities.
//!
//! Must not know words.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::sort_key;
use crate::graph::{Graph, RecordIndex};
use crate::model::plan::Tier;
use crate::model::relation::Relation;
use crate::pages::alignment::line::line;

/// What there is to choose among.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    /// The tiers of the plans that are linked, in order; nothing stands for plans of no tier.
    pub(super) tiers: Vec<Option<Tier>>,
    /// The relations.
    pub(super) relations: BTreeSet<Relation>,
    /// The topics of the priorities, in the order of their titles.
    pub(super) topics: Vec<RecordIndex>,
    /// Whether some link is stated in a source.
    pub(super) is_stated: bool,
    /// Whether some link is illustrative.
    pub(super) is_illustrative: bool,
}

impl Choices {
    /// What these priorities and their links leave to choose.
    pub(crate) fn new(graph: &Graph, priorities: impl Iterator<Item = RecordIndex>) -> Self {
        let mut found = Self::default();
        let mut tiers: Vec<bool> = vec![false; Tier::ALL.len() + 1];
        let mut topics = BTreeMap::new();
        for line in priorities.filter_map(|index| line(graph, index)) {
            for pair in &line.pairs {
                let place = pair.tier.and_then(|tier| Tier::ALL.iter().position(|known| *known == tier));
                tiers[place.unwrap_or(Tier::ALL.len())] = true;
                found.relations.insert(pair.link.relation.value);
                found.is_stated |= !pair.link.illustrative;
                found.is_illustrative |= pair.link.illustrative;
            }
            for (index, topic) in line.topics {
                topics.insert((sort_key(&topic.title), &topic.id.slug), index);
            }
        }
        let all = Tier::ALL.iter().copied().map(Some).chain([None]);
        found.tiers = all.zip(tiers).filter(|(_, is_used)| *is_used).map(|(tier, _)| tier).collect();
        found.topics = topics.into_values().collect();
        found
    }
}
