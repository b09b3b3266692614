//! What each record is in the words of schema.org.
//!
//! Must not know pages.

use crate::graph::{Record, RecordIndex};
use crate::model::board::Board;
use crate::model::consultation::Consultation;
use crate::model::document::{Document, DocumentType};
use crate::model::event::Event;
use crate::model::group::Group;
use crate::model::kind::Kind;
use crate::model::legislation::Legislation;
use crate::model::organisation::{Area, Organisation, OrganisationType};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::record::Data;
use crate::model::target::{Ref, Target};
use crate::model::term::Term;
use crate::pages::metadata::schema::{Thing, Type, list};
use crate::pages::site::Site;
use crate::sources::Spanned;

/// What a record is, with all that schema.org has words for; nothing for one that is no more than its page.
pub(super) fn thing(site: &Site<'_>, record: &Record) -> Option<Thing> {
    let brief = brief(site, record)?;
    match &record.data {
        Data::Organisation(data) => Some(organisation(site, data, brief)),
        Data::Board(data) => Some(board(site, data, brief)),
        Data::Group(data) => Some(group(site, data, brief)),
        Data::Event(data) => Some(event(site, data, brief)),
        Data::Consultation(data) => Some(consultation(site, data, brief)),
        Data::Document(data) => Some(document(site, data, brief)),
        Data::Plan(data) => Some(plan(site, data, brief)),
        Data::Legislation(data) => Some(legislation(site, data, brief)),
        Data::Term(data) => Some(term(site, record, data, brief)),
        Data::Priority(_) | Data::Topic(_) | Data::Page(_) => None,
    }
}

/// What a record is and where it stands.
fn brief(site: &Site<'_>, record: &Record) -> Option<Thing> {
    let name = Some(record.title.clone());
    Some(Thing { name, url: site.full_address(&record.address), ..Thing::new(type_of(record)?) })
}

/// The type of an organisation that publishes the site, where it is a record of the site too. Of one that is not, nothing
/// but its name is known, and it is not called a part of the government.
pub(super) fn publisher(site: &Site<'_>, name: &str) -> Thing {
    let organisations = site.graph.records().map(|(_, record)| record).filter(|record| record.title == name);
    let known =
        organisations.filter(|record| record.id.kind == Kind::Organisation).find_map(|record| brief(site, record));
    known.unwrap_or_else(|| Thing { name: Some(name.to_owned()), ..Thing::new(Type::Organization) })
}

fn type_of(record: &Record) -> Option<Type> {
    Some(match &record.data {
        Data::Organisation(data) => match data.organisation_type.map(|kind| kind.value) {
            Some(OrganisationType::VoluntarySector) => Type::Ngo,
            Some(OrganisationType::Education) => Type::EducationalOrganization,
            None | Some(OrganisationType::Other) => Type::Organization,
            Some(_) => Type::GovernmentOrganization,
        },
        Data::Board(_) => Type::GovernmentOrganization,
        Data::Group(_) => Type::Organization,
        Data::Event(_) | Data::Consultation(_) => Type::Event,
        Data::Document(data) if data.document_type.is_some_and(|kind| kind.value == DocumentType::Report) => {
            Type::Report
        }
        Data::Document(_) | Data::Plan(_) => Type::CreativeWork,
        Data::Legislation(_) => Type::Legislation,
        Data::Term(_) => Type::DefinedTerm,
        Data::Priority(_) | Data::Topic(_) | Data::Page(_) => return None,
    })
}

/// What a reference in a field leads to.
fn to<T: Target>(site: &Site<'_>, reference: Option<&Ref<T>>) -> Option<Box<Thing>> {
    let (_, record) = site.graph.follow(reference?)?;
    brief(site, record).map(Box::new)
}

fn all<'a, T: Target + 'a>(site: &Site<'_>, references: impl Iterator<Item = &'a Ref<T>>) -> Option<Vec<Thing>> {
    let mut targets: Vec<RecordIndex> = Vec::new();
    for (index, _) in references.filter_map(|reference| site.graph.follow(reference)) {
        if !targets.contains(&index) {
            targets.push(index);
        }
    }
    list(targets.into_iter().filter_map(|index| brief(site, site.graph.record(index))))
}

fn text(text: Option<&Spanned<String>>) -> Option<String> {
    text.map(|text| text.value.clone())
}

fn areas(areas: &[Area]) -> Option<Vec<Thing>> {
    list(areas.iter().map(|area| Thing {
        name: Some(area.name.clone()),
        identifier: text(area.code.as_ref()),
        ..Thing::new(Type::AdministrativeArea)
    }))
}

fn organisation(site: &Site<'_>, data: &Organisation, brief: Thing) -> Thing {
    Thing {
        alternate_name: text(data.short_name.as_ref()),
        same_as: data.website.as_ref().map(|url| url.value.0.clone()),
        parent_organization: all(site, data.part_of.iter()),
        member: all(site, data.members.iter()),
        area_served: areas(&data.areas),
        ..brief
    }
}

/// A board with the organisations that have a seat on it; no person is named.
fn board(site: &Site<'_>, data: &Board, brief: Thing) -> Thing {
    Thing {
        alternate_name: text(data.short_name.as_ref()),
        parent_organization: all(site, data.organisation.iter()),
        member: all(site, data.seats.iter().filter_map(|seat| seat.value.organisation.as_ref())),
        area_served: areas(&data.areas),
        founding_date: data.established.map(|day| day.value.to_string()),
        ..brief
    }
}

fn group(site: &Site<'_>, data: &Group, brief: Thing) -> Thing {
    Thing {
        alternate_name: text(data.short_name.as_ref()),
        parent_organization: all(site, data.organisation.iter()),
        member: all(site, data.members.iter()),
        founding_date: data.established.map(|day| day.value.to_string()),
        ..brief
    }
}

fn event(site: &Site<'_>, data: &Event, brief: Thing) -> Thing {
    let day = data.date.value.to_string();
    Thing {
        start_date: Some(day.clone()),
        end_date: Some(day),
        organizer: to(site, data.body.as_ref()),
        about: to(site, data.document.as_ref()),
        same_as: data.url.as_ref().map(|url| url.value.0.clone()),
        ..brief
    }
}

/// A consultation as long as it is open; it is held by whoever answers for what views are asked on.
fn consultation(site: &Site<'_>, data: &Consultation, brief: Thing) -> Thing {
    let about = data.document.as_ref().and_then(|document| site.graph.follow(document));
    let organizer = about.and_then(|(_, record)| match &record.data {
        Data::Document(document) => to(site, document.owner.as_ref()),
        Data::Plan(plan) => to(site, plan.owner.as_ref()),
        _ => None,
    });
    Thing {
        start_date: Some(data.opens.value.to_string()),
        end_date: data.closes.map(|day| day.value.to_string()),
        organizer,
        about: to(site, data.document.as_ref()),
        same_as: data.url.as_ref().map(|url| url.value.0.clone()),
        ..brief
    }
}

fn document(site: &Site<'_>, data: &Document, brief: Thing) -> Thing {
    Thing {
        publisher: to(site, data.owner.as_ref()),
        date_published: data.published.map(|day| day.value.to_string()),
        temporal_coverage: data.period.as_ref().and_then(|period| coverage(&period.value)),
        creative_work_status: data.status.map(|status| status.value.name().to_owned()),
        ..brief
    }
}

fn plan(site: &Site<'_>, data: &Plan, brief: Thing) -> Thing {
    Thing {
        alternate_name: text(data.short_name.as_ref()),
        publisher: to(site, data.owner.as_ref()),
        date_published: data.published.map(|day| day.value.to_string()),
        temporal_coverage: data.period.as_ref().and_then(|period| coverage(&period.value)),
        creative_work_status: data.status.map(|status| status.value.name().to_owned()),
        same_as: data.url.as_ref().map(|url| url.value.0.clone()),
        ..brief
    }
}

/// A law has its own page elsewhere, and that is its address.
fn legislation(site: &Site<'_>, data: &Legislation, brief: Thing) -> Thing {
    Thing {
        alternate_name: text(data.short_name.as_ref()),
        legislation_identifier: data.citation.clone(),
        legislation_date: data.year.map(|year| format!("{:04}", year.value)),
        legislation_changes: all(site, data.amends.iter()),
        url: data.url.as_ref().map(|url| url.value.0.clone()).or_else(|| brief.url.clone()),
        ..brief
    }
}

fn term(site: &Site<'_>, record: &Record, data: &Term, brief: Thing) -> Thing {
    let summary = record.shared.summary.as_ref().map(|summary| summary.value.clone());
    let name = Some(site.graph.settings.title.value.clone());
    Thing {
        term_code: text(data.abbreviation.as_ref()),
        description: data.meaning.clone().or(summary),
        in_defined_term_set: Some(Box::new(Thing { name, ..Thing::new(Type::DefinedTermSet) })),
        ..brief
    }
}

/// A span of time as ISO 8601 writes it, with `..` for an end that is open: `2019/2021-03`.
fn coverage(period: &Period) -> Option<String> {
    let end = |end: Option<Spanned<crate::model::date::PartialDate>>| {
        end.map_or_else(|| "..".to_owned(), |day| day.value.to_string())
    };
    (period.from.is_some() || period.until.is_some()).then(|| format!("{}/{}", end(period.from), end(period.until)))
}
