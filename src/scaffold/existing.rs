//! Whether a site has a record of a name already, in whichever file.

use crate::model::reference::RecordId;
use crate::parse::draft;
use crate::parse::place::{Place, places};
use crate::sources::Sources;

/// Where the record of this name stands: its file, and its line where the file holds several. Capitals do not count, since
/// to many disks they do not either.
pub fn find(sources: &Sources, id: &RecordId) -> Option<String> {
    let paths: Vec<&str> = sources.content.iter().map(|file| sources.content_path(*file)).collect();
    let places = places(&paths, |index| draft::has_fields(sources.get(sources.content[index])));
    let wanted = id.slug.to_lowercase();
    let is_wanted = |slug: &str| slug.to_lowercase() == wanted;
    sources.content.iter().zip(places).find_map(|(file, place)| {
        let source = sources.get(*file);
        match &place {
            Place::Record { kind, slug, .. } => (*kind == id.kind && is_wanted(slug)).then(|| source.path.clone()),
            Place::Data { kind, .. } if *kind == id.kind => {
                let drafts = draft::parse(source, *file, &place).value.records;
                let found = drafts.iter().find(|draft| is_wanted(&draft.id.slug))?;
                let line = sources.start(found.span).line;
                Some(if drafts.len() > 1 { format!("{}, line {line}", source.path) } else { source.path.clone() })
            }
            Place::Data { .. } | Place::Section { .. } => None,
        }
    })
}
