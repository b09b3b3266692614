//! The text as people read it: whether everybody can use it, and whether it reads well on the web. One rule a file.
//!
//! Must not know the pages that are made of it.

mod alternative_text;
mod bare_addresses;
mod capitals;
mod dates;
mod empty_headings;
mod fake_headings;
mod fake_lists;
mod foreign_scripts;
mod heading_levels;
mod link_texts;
mod picture_files;
mod pictures_alone;
mod same_link_texts;
mod summaries;
mod tables;
mod text;
mod titles;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Rule};
use crate::graph::Graph;
use crate::sources::Sources;
use text::{Page, pages};

/// The rules on content.
pub static RULES: [&Rule; 21] = [
    &alternative_text::MISSING_ALTERNATIVE,
    &alternative_text::VAGUE_ALTERNATIVE,
    &bare_addresses::BARE_ADDRESS,
    &capitals::HEADING_IN_CAPITALS,
    &dates::DATE_FORM,
    &empty_headings::EMPTY_HEADING,
    &fake_headings::FAKE_HEADING,
    &fake_lists::FAKE_LIST,
    &foreign_scripts::UNMARKED_LANGUAGE,
    &heading_levels::SKIPPED_HEADING_LEVEL,
    &link_texts::EMPTY_LINK_TEXT,
    &link_texts::VAGUE_LINK_TEXT,
    &picture_files::NOT_A_PICTURE,
    &pictures_alone::ONLY_PICTURES,
    &same_link_texts::SAME_LINK_TEXT,
    &summaries::LONG_SUMMARY,
    &summaries::REPEATED_SUMMARY,
    &tables::TABLE_WITHOUT_CAPTION,
    &tables::TABLE_WITHOUT_HEADER,
    &titles::LONG_TITLE,
    &titles::TITLE_NOT_FRONT_LOADED,
];

/// What one text is asked.
const RULES_OF_A_PAGE: [fn(&Page<'_>, &mut Vec<Diagnostic>); 14] = [
    alternative_text::find,
    bare_addresses::find,
    capitals::find,
    dates::find,
    empty_headings::find,
    fake_headings::find,
    fake_lists::find,
    foreign_scripts::find,
    heading_levels::find,
    link_texts::find,
    picture_files::find,
    pictures_alone::find,
    same_link_texts::find,
    tables::find,
];

/// What is wrong with the texts of a site.
pub fn check(graph: &Graph, sources: &Sources) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = pages(graph)
        .into_par_iter()
        .flat_map_iter(|place| {
            let page = Page::read(graph, sources, place);
            let mut found = Vec::new();
            for rule in RULES_OF_A_PAGE {
                rule(&page, &mut found);
            }
            found
        })
        .collect();
    all.extend(summaries::find(graph));
    all.extend(titles::find(graph, sources));
    all
}
