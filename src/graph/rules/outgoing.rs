//! Every place from which one record leads to another: cross-plan links, fields, the navigation, links and embeds in texts.

use std::collections::HashSet;

use crate::graph::{Embed, Graph, Link, Manner, Record, RecordIndex, Text};
use crate::model::record::Data;
use crate::model::relation::Relation;
use crate::model::target::{Ref, Target};
use crate::sources::Span;

/// A place that leads to a record.
pub(super) struct Outgoing<'a> {
    /// The record that it stands in; none for the settings.
    pub(super) from: Option<RecordIndex>,
    /// What it leads to.
    pub(super) to: RecordIndex,
    /// The part of it.
    pub(super) part: Option<&'a str>,
    /// Where what it leads to is written.
    pub(super) span: Span,
    /// Whether it is a field that takes the bare name.
    pub(super) is_bare: bool,
    /// Whether another link could stand beside it.
    pub(super) may_have_company: bool,
}

/// The records that name this one in a field, such as the consultations on a document.
pub(super) fn fields_about(graph: &Graph, index: RecordIndex) -> impl Iterator<Item = &Record> {
    let backlinks = graph.backlinks(index).iter();
    backlinks.filter(|back| matches!(back.manner, Manner::Field(_))).map(|back| graph.record(back.from))
}

/// The places that send a reader of today somewhere. What is itself past, events and consultations as well as records that
/// have been replaced, may speak of its own time, and what replaces may name what it replaced.
pub(super) fn outgoing(graph: &Graph) -> Vec<Outgoing<'_>> {
    let mut all = Vec::new();
    let navigation = graph.settings.navigation.iter().filter_map(|entry| entry.value.to.as_ref());
    all.extend(navigation.filter_map(|to| field(graph, None, to, true)));
    for (index, record) in graph.records() {
        if super::standing::is_over(record) || matches!(record.data, Data::Event(_) | Data::Consultation(_)) {
            continue;
        }
        let from = Some(index);
        let links = record.shared.links.iter().filter(|link| link.relation.value != Relation::Replaces);
        all.extend(links.filter_map(|link| field(graph, from, &link.to, true)));
        match &record.data {
            Data::Board(board) => {
                all.extend(board.terms_of_reference.iter().filter_map(|to| field(graph, from, to, false)));
            }
            Data::Term(term) => all.extend(term.see.iter().filter_map(|to| field(graph, from, to, false))),
            _ => {}
        }
        let texts = record.text.iter().chain(record.sections.iter().map(|section| &section.text));
        all.extend(texts.flat_map(|text| in_text(index, text)));
    }
    all
}

fn field<'a, T: Target>(
    graph: &'a Graph,
    from: Option<RecordIndex>,
    to: &'a Ref<T>,
    may_have_company: bool,
) -> Option<Outgoing<'a>> {
    let Some(Link::Record { record, anchor, .. }) = graph.link(to) else { return None };
    let is_bare = to.reference.kind.is_none();
    Some(Outgoing { from, to: *record, part: anchor.as_deref(), span: to.span, is_bare, may_have_company })
}

fn in_text(index: RecordIndex, text: &Text) -> impl Iterator<Item = Outgoing<'_>> {
    let links = text.body.links.iter().zip(&text.links).filter_map(move |(written, link)| match link {
        Link::Record { record, anchor, .. } => Some(Outgoing {
            from: Some(index),
            to: *record,
            part: anchor.as_deref(),
            span: written.span,
            is_bare: false,
            may_have_company: true,
        }),
        _ => None,
    });
    let embeds = text.body.embeds.iter().zip(&text.embeds).filter_map(move |(written, embed)| match embed {
        Embed::Record(record) => Some(Outgoing {
            from: Some(index),
            to: *record,
            part: None,
            span: written.span,
            is_bare: false,
            may_have_company: true,
        }),
        _ => None,
    });
    links.chain(embeds).filter(move |place| place.to != index)
}

/// Which record leads to which, to tell a page that leads on to what applies now.
pub(super) fn pairs(places: &[Outgoing<'_>]) -> HashSet<(Option<RecordIndex>, RecordIndex)> {
    places.iter().map(|place| (place.from, place.to)).collect()
}
