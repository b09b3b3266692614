//! References by kind and slug: to the record they mean, or a finding with the nearest match.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::anchors::{Anchors, Found};
use super::furniture::Furniture;
use super::{Link, Record, RecordIndex};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity, Wanted, nearest};
use crate::model::kind::Kind;
use crate::model::record::Data;
use crate::model::reference::{RecordId, Reference};
use crate::model::settings::Settings;
use crate::parse::draft::with_article;
use crate::sources::{Sources, Span};

/// A reference to nothing.
pub(super) static UNRESOLVED_REFERENCE: Rule = Rule {
    code: "unresolved-reference",
    family: Family::Reference,
    severity: Severity::Error,
    explanation: "A reference names a record that does not exist. Its name is misspelt, or its file was renamed or \
                  removed, so that the page would lead nowhere. Correct the name, or add the record; the finding \
                  offers the nearest name that there is.",
    wrong: "[knife crime](priority:knive-crime)",
    right: "[knife crime](priority:knife-crime)",
};

/// A bare name that several records have.
pub(super) static AMBIGUOUS_REFERENCE: Rule = Rule {
    code: "ambiguous-reference",
    family: Family::Reference,
    severity: Severity::Error,
    explanation: "A reference fits more than one record or part, so that nobody can tell which is meant. Two records \
                  of different kinds may have one name, and two sections of a document one heading. Write the kind \
                  before the name, as in `board:safer-communities`; to lead to a section, link to its file.",
    wrong: "owner: safer-communities",
    right: "owner: board:safer-communities",
};

/// A reference to a record of a kind that the field does not take.
pub(super) static WRONG_KIND: Rule = Rule {
    code: "wrong-kind",
    family: Family::Reference,
    severity: Severity::Error,
    explanation: "A reference leads to a record of a kind that does not belong here. The record exists, but a plan, \
                  say, can own nothing; the page would say what cannot be. Name a record of a kind that the finding \
                  lists.",
    wrong: "owner: plan:strategic-plan",
    right: "owner: organisation:county-council",
};

/// A reference to a part that a record does not have.
pub(super) static UNKNOWN_PART: Rule = Rule {
    code: "unknown-part",
    family: Family::Reference,
    severity: Severity::Error,
    explanation: "A reference names a part that the record does not have. After the `#` stands a numbered paragraph, \
                  a heading, an item of a plan or a section of an Act. Correct the part, or leave out the `#` and \
                  what follows to refer to the whole; the finding offers the nearest part, or lists them.",
    wrong: "[paragraph 40](document:report#p40)",
    right: "[paragraph 10](document:report#p10)",
};

/// A reference to a record that is not published.
pub(super) static DRAFT_REFERENCE: Rule = Rule {
    code: "draft-reference",
    family: Family::Reference,
    severity: Severity::Error,
    explanation: "A reference leads to a draft, which has no page on the published site. Readers would be sent to \
                  what is not there. Take the reference out until the draft is published, or take `draft: true` out \
                  of the draft. With `--drafts` drafts are shown, and the reference is fine.",
    wrong: "[the new plan](plan:next-year)   # which says `draft: true`",
    right: "the new plan",
};

/// What references can lead to.
pub(super) struct Known<'a> {
    pub(super) sources: &'a Sources,
    pub(super) settings: &'a Settings,
    pub(super) records: &'a [Record],
    pub(super) ids: &'a HashMap<RecordId, RecordIndex>,
    /// Records that could not be read; a finding at their own place says why.
    pub(super) broken: &'a HashSet<RecordId>,
    /// Records that are not published.
    pub(super) drafts: &'a HashSet<RecordId>,
    pub(super) anchors: &'a Anchors<'a>,
    /// What each record may be called by mistake, made when the first suggestion is asked for.
    pub(super) names: OnceLock<Vec<[String; 3]>>,
}

impl Known<'_> {
    /// Whether the site has a page of its furniture.
    pub(super) fn has(&self, page: Furniture) -> bool {
        page.is_made(self.settings, |is| self.records.iter().any(|record| is(&record.shared, &record.data)))
    }
}

/// Finds what a reference means. `kinds` are the kinds that are allowed, any where empty; `field` names the place for
/// messages. Nothing where it leads nowhere; a finding says so.
pub(super) fn resolve(
    known: &Known<'_>,
    reference: &Reference,
    kinds: &[Kind],
    (span, field): (Span, Option<&str>),
    all: &mut Vec<Diagnostic>,
) -> Option<Link> {
    if let Some(kind) = reference.kind
        && !kinds.is_empty()
        && !kinds.contains(&kind)
    {
        all.push(wrong_kind(reference, kind, kinds, span, field));
        return None;
    }
    let candidates: Vec<RecordId> = allowed(reference, kinds)
        .map(|kind| RecordId { kind, slug: reference.slug.clone() })
        .filter(|id| known.ids.contains_key(id) || known.broken.contains(id) || known.drafts.contains(id))
        .collect();
    let id = match &candidates[..] {
        [] => return furniture(known, reference, kinds).or_else(|| unresolved(known, reference, kinds, span, all)),
        [id] => id,
        several => {
            all.push(ambiguous(known, reference, several, span));
            return None;
        }
    };
    let Some(index) = known.ids.get(id).copied() else {
        if known.drafts.contains(id) {
            let message = format!("`{id}` is a draft, so the published site has no page for it.");
            let help = "Take the reference out until it is published, or show drafts with `--drafts`.";
            all.push(Diagnostic::new(&DRAFT_REFERENCE, span, message).help(help));
        }
        return None;
    };
    match &reference.part {
        None => Some(Link::Record { record: index, section: None, anchor: None }),
        Some(part) => resolve_part(known, index, part, span, all),
    }
}

fn allowed<'a>(reference: &Reference, kinds: &'a [Kind]) -> Box<dyn Iterator<Item = Kind> + 'a> {
    match reference.kind {
        Some(kind) => Box::new(std::iter::once(kind)),
        None if kinds.is_empty() => Box::new(Kind::ALL.iter().copied()),
        None => Box::new(kinds.iter().copied()),
    }
}

/// A page of the site's furniture, which `page:` leads to as well.
fn furniture(known: &Known<'_>, reference: &Reference, kinds: &[Kind]) -> Option<Link> {
    let may_be_page = reference.kind == Some(Kind::Page) && (kinds.is_empty() || kinds.contains(&Kind::Page));
    let page = Furniture::from_name(&reference.slug).filter(|_| may_be_page)?;
    known.has(page).then_some(Link::Furniture(page))
}

/// The name of the page of the site's furniture that was most likely meant by `page:`.
fn furniture_like(known: &Known<'_>, reference: &Reference) -> Option<&'static str> {
    let names = Furniture::all().filter(|page| known.has(*page)).map(Furniture::name);
    nearest(&reference.slug, names).filter(|_| reference.kind == Some(Kind::Page))
}

/// Finds a part of a record.
pub(super) fn resolve_part(
    known: &Known<'_>,
    index: RecordIndex,
    part: &str,
    span: Span,
    all: &mut Vec<Diagnostic>,
) -> Option<Link> {
    let record = &known.records[index.place()];
    match known.anchors.find(index, record, part) {
        Found::Here(section, anchor) => Some(Link::Record { record: index, section, anchor }),
        Found::Several(sections) => {
            let names: Vec<String> = sections
                .iter()
                .map(|section| {
                    section
                        .map_or("the document itself".to_owned(), |place| format!("“{}”", record.sections[place].title))
                })
                .collect();
            let message =
                format!("`#{part}` stands in more than one section of “{}”: {}.", record.title, names.join(", "));
            let help = "Link to the section's file, such as `02-the-board.md#purpose`.";
            all.push(Diagnostic::new(&AMBIGUOUS_REFERENCE, span, message).help(help));
            None
        }
        Found::Nowhere => {
            let parts = known.anchors.parts(index, record);
            let near = parts.as_ref().and_then(|parts| nearest(part, parts.iter().copied()));
            let help = match (near, &parts) {
                (Some(near), _) => format!("Write `#{near}`."),
                (None, None) => "See how the heading is written that was meant.".to_owned(),
                (None, Some(parts)) if parts.is_empty() => {
                    "It has no parts; leave out the `#` and what follows.".to_owned()
                }
                (None, Some(parts)) => format!("Its parts are: {}.", listed(parts)),
            };
            let message = format!("“{}” has no part `#{part}`.", record.title);
            // Of the words at fault the part is what follows the last `#`.
            let before = known.sources.slice(span).rsplit_once('#').map(|(before, _)| before);
            let whole = before.zip(near).map(|(before, near)| format!("{before}#{near}"));
            all.push(Diagnostic::new(&UNKNOWN_PART, span, message).help(help).instead(whole));
            None
        }
    }
}

/// The first dozen of a list, and how many more there are.
fn listed(parts: &[&str]) -> String {
    const SHOWN: usize = 12;
    let first: Vec<String> = parts.iter().take(SHOWN).map(|part| format!("`#{part}`")).collect();
    let more = parts.len().saturating_sub(SHOWN);
    if more == 0 { first.join(", ") } else { format!("{} and {more} more", first.join(", ")) }
}

fn unresolved(
    known: &Known<'_>,
    reference: &Reference,
    kinds: &[Kind],
    span: Span,
    all: &mut Vec<Diagnostic>,
) -> Option<Link> {
    if reference.slug.is_empty() {
        let message = "The name of the record is missing after the colon.";
        let help =
            format!("Write a name after it, such as `{}:its-name`.", reference.kind.unwrap_or(Kind::Page).name());
        all.push(Diagnostic::new(&UNRESOLVED_REFERENCE, span, message).help(help));
        return None;
    }
    let written = Reference { part: None, ..reference.clone() };
    let message = match (reference.kind, kinds) {
        (Some(kind), _) => format!("There is no {} called `{}`.", kind.name(), reference.slug),
        (None, []) => format!("There is no record called `{}`.", reference.slug),
        (None, kinds) => format!("There is no {} called `{}`.", either(kinds), reference.slug),
    };
    let with_kind =
        |id: &RecordId| if written.kind.is_some() || kinds.len() != 1 { id.to_string() } else { id.slug.clone() };
    let mut meant = None;
    let help = match suggestion(known, reference, kinds) {
        Some(id) if kinds.is_empty() || kinds.contains(&id.kind) => {
            let part = reference.part.as_ref().map(|part| format!("#{part}")).unwrap_or_default();
            let whole = format!("{}{part}", with_kind(id));
            let help = format!("Did you mean `{whole}`?");
            meant = Some(whole);
            help
        }
        Some(id) => format!("`{id}` exists, but here belongs {}.", with_articles(kinds)),
        None => {
            let kind = reference.kind.or(kinds.first().copied()).unwrap_or(Kind::Page);
            let place =
                if kind.folder().is_empty() { "content/".to_owned() } else { format!("content/{}/", kind.folder()) };
            furniture_like(known, reference).map_or_else(
                || format!("Check the name against the files in `{place}`, or add the record there."),
                |near| format!("Did you mean `page:{near}`?"),
            )
        }
    };
    all.push(Diagnostic::new(&UNRESOLVED_REFERENCE, span, message).help(help).instead(meant));
    None
}

/// The record that was most likely meant: by slug, by title, by short name; of an allowed kind first.
fn suggestion<'a>(known: &Known<'a>, reference: &Reference, kinds: &[Kind]) -> Option<&'a RecordId> {
    const LEAST: f64 = 0.70;
    // The name of a page has slashes where it lies in a folder, which Windows writes the other way round.
    let slug = reference.slug.replace('\\', "/");
    let wanted = Wanted::new(&slug);
    let wanted_kinds: Vec<Kind> = allowed(reference, kinds).collect();
    let mut best: Option<(f64, &RecordId)> = None;
    let all_names = known.names.get_or_init(|| known.records.iter().map(names_of).collect());
    for (record, names) in known.records.iter().zip(all_names) {
        let right_kind = wanted_kinds.contains(&record.id.kind);
        // A record of another kind is offered only when it has the very name.
        if !right_kind && record.id.slug != slug {
            continue;
        }
        let alike = names.iter().map(|name| wanted.likeness(name)).fold(0.0, f64::max);
        if alike < LEAST {
            continue;
        }
        let score = if right_kind { alike + 1.0 } else { alike };
        if best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, &record.id));
        }
    }
    best.map(|(_, id)| id)
}

/// The slug, the title as a slug where it is another, the short name as a slug.
pub(super) fn names_of(record: &Record) -> [String; 3] {
    let slug = record.id.slug.to_lowercase();
    let title = Some(slug_of(&record.title)).filter(|title| *title != slug).unwrap_or_default();
    let short = short_name(&record.data).map(slug_of).unwrap_or_default();
    [slug, title, short]
}

fn slug_of(title: &str) -> String {
    let lower = title.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The short name of the kinds that have one.
pub(crate) fn short_name(data: &Data) -> Option<&str> {
    let name = match data {
        Data::Organisation(organisation) => organisation.short_name.as_ref(),
        Data::Board(board) => board.short_name.as_ref(),
        Data::Group(group) => group.short_name.as_ref(),
        Data::Plan(plan) => plan.short_name.as_ref(),
        Data::Legislation(law) => law.short_name.as_ref(),
        Data::Term(term) => term.abbreviation.as_ref(),
        _ => None,
    };
    name.map(|name| name.value.as_str())
}

fn ambiguous(known: &Known<'_>, reference: &Reference, candidates: &[RecordId], span: Span) -> Diagnostic {
    let names: Vec<String> = candidates.iter().map(|id| format!("`{id}`")).collect();
    let message = format!("`{}` may be {}.", reference.slug, listed_with_or(&names));
    let help = format!("Write the one that is meant: {}.", listed_with_or(&names));
    let mut diagnostic = Diagnostic::new(&AMBIGUOUS_REFERENCE, span, message).help(help);
    for id in candidates {
        if let Some(index) = known.ids.get(id) {
            diagnostic = diagnostic.related(known.records[index.place()].span, format!("`{id}` stands here."));
        }
    }
    diagnostic
}

fn wrong_kind(reference: &Reference, kind: Kind, kinds: &[Kind], span: Span, field: Option<&str>) -> Diagnostic {
    let here = field.map_or("This place".to_owned(), |field| format!("`{field}`"));
    let message = format!("{here} takes {}, but `{reference}` is {}.", with_articles(kinds), with_article(kind));
    let examples: Vec<String> = kinds.iter().map(|kind| format!("`{}:its-name`", kind.name())).collect();
    let help = format!("Name a record of the kind that belongs here: {}.", listed_with_or(&examples));
    Diagnostic::new(&WRONG_KIND, span, message).help(help)
}

fn either(kinds: &[Kind]) -> String {
    listed_with_or(&kinds.iter().map(|kind| kind.name().to_owned()).collect::<Vec<_>>())
}

fn with_articles(kinds: &[Kind]) -> String {
    listed_with_or(&kinds.iter().map(|kind| with_article(*kind)).collect::<Vec<_>>())
}

/// `a, b or c`.
fn listed_with_or(words: &[String]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}
