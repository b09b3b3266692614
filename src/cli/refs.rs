//! `folkmoot refs`: who refers to a record, a part of one or a page; which pages show it; what it refers to itself.

use std::fmt::Write as _;

use clap::{Args, ValueEnum};

use super::exit::{CLEAN, FAULT, USAGE};
use super::global::Global;
use super::progress::Progress;
use super::reading::Wanted;
use super::report::print;
use super::say::fail;
use super::surveying::{self, Survey};
use crate::check::output::linking_pages;
use crate::graph::{Asked, Graph, Link, Record, is_draft};
use crate::inventory::{self, How, Mention, References};
use crate::model::settings::UrlStyle;
use crate::output::OutputPath;
use crate::pipeline::{self, Depth, Inputs};
use crate::rules;

/// Options of `folkmoot refs`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// A record, such as `priority:knife-crime`; a part of one, such as `document:report#p10`; or the path of a page or a file
    #[arg(value_name = "REFERENCE")]
    reference: String,
    /// How to write the answer
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// How the answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// JSON of a stable shape.
    Json,
}

/// Prints what was asked for.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    let mut survey = match surveying::survey(global, Depth::Check) {
        Ok(survey) => survey,
        Err(code) => return code,
    };
    let asked = match survey.graph.asked(&survey.reading.sources, &options.reference) {
        Asked::One(link) => link,
        other => return fail(USAGE, &refusal(&options.reference, &other)),
    };
    let mut answer = inventory::references(&survey.graph, &survey.reading.sources, &asked);
    answer.pages = pages(global, &mut survey, &asked);
    let text = match options.format {
        Format::Text => Ok(in_words(&answer, hidden(&survey.graph, &asked))),
        Format::Json => serde_json::to_string_pretty(&answer).map(|text| text + "\n"),
    };
    let printed =
        text.map_err(|error| format!("The answer cannot be written down: {error}.")).and_then(|text| print(&text));
    match printed {
        Ok(()) => CLEAN,
        Err(sentence) => fail(FAULT, &sentence),
    }
}

/// Why a question has no answer.
fn refusal(reference: &str, asked: &Asked) -> String {
    /// How many are named of those that may be meant.
    const SHOWN: usize = 12;
    match asked {
        Asked::Several(names) => {
            let shown: Vec<String> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
            let more = names.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("`{reference}` may be any of these: {}{more}. Write the one that is meant.", shown.join(", "))
        }
        Asked::Nothing(Some(near)) => {
            format!("There is no record, part or page called `{reference}`. Did you mean `{near}`?")
        }
        Asked::Nothing(None) | Asked::One(_) => format!(
            "There is no record, part or page called `{reference}`. `folkmoot list` has the names of all records."
        ),
    }
}

/// The record that was asked about, where it is a draft, of which the site has no page.
fn hidden<'a>(graph: &'a Graph, asked: &Link) -> Option<&'a Record> {
    let Link::Record { record, .. } = asked else { return None };
    Some(graph.record(*record)).filter(|record| is_draft(Some(&record.shared), Some(&record.data)))
}

/// The pages that show a link to what was asked about; nothing where the site cannot be made.
fn pages(global: &Global, survey: &mut Survey, asked: &Link) -> Option<Vec<String>> {
    let Survey { reading, graph, memory, .. } = survey;
    let progress = Progress::new(false);
    let wanted = Wanted { base_url: None, drafts: false, depth: Depth::Build };
    let rules = rules::all();
    let inputs = Inputs { searches_later: true, ..reading.inputs(global, &wanted, &progress, &rules) };
    let built = pipeline::build(inputs, memory).value;
    let output = built.output?;
    let base = graph.settings.base_url.as_ref().map(|base| base.value.0.as_str());
    let fragment = match asked {
        Link::Record { anchor, .. } => anchor.as_deref(),
        _ => None,
    };
    Some(linking_pages(&output, base, &targets(graph, asked), fragment))
}

/// The files that what was asked about is shown in.
fn targets(graph: &Graph, asked: &Link) -> Vec<OutputPath> {
    let style = graph.settings.urls.map_or(UrlStyle::Files, |style| style.value);
    match asked {
        Link::Record { record, section, anchor } => {
            let record = graph.record(*record);
            let is_whole = section.is_none() && anchor.is_none();
            let own = std::iter::once(&record.address).filter(|_| section.is_none());
            let sections = record.sections.iter().enumerate().filter(|(place, _)| is_whole || *section == Some(*place));
            own.chain(sections.map(|(_, section)| &section.address))
                .filter_map(|address| address.output_path(style))
                .collect()
        }
        Link::Furniture(page) => page.address().output_path(style).into_iter().collect(),
        Link::Folder(address) => address.output_path(style).into_iter().collect(),
        Link::File { path, .. } => OutputPath::new(path.as_str()).into_iter().collect(),
        Link::External(_) | Link::Here(_) | Link::Nowhere(_) => Vec::new(),
    }
}

fn in_words(answer: &References, hidden: Option<&Record>) -> String {
    let mut text = answer.reference.clone();
    if let Some(title) = &answer.title {
        let _ = write!(text, " “{title}”");
    }
    if let Some(written) = &answer.written {
        let _ = write!(text, ", written in {}:{}", written.file, written.line);
    }
    text.push('\n');
    list(&mut text, "Referred to", &answer.referred_to_by, Some(&answer.reference));
    if !answer.refers_to.is_empty() {
        list(&mut text, "Refers to others", &answer.refers_to, None);
    }
    text.push('\n');
    match &answer.pages {
        _ if hidden.is_some() => text.push_str("It is a draft, so the site has no page of it.\n"),
        None => text.push_str("Which pages show a link to it can be told once the site can be built.\n"),
        Some(pages) if pages.is_empty() => text.push_str("No page shows a link to it.\n"),
        Some(pages) => {
            let shows = if pages.len() == 1 { "1 page shows" } else { &format!("{} pages show", pages.len()) };
            let _ = writeln!(text, "{shows} a link to it:");
            for page in pages {
                let _ = writeln!(text, "  {page}");
            }
        }
    }
    text
}

/// A heading, and each place under it with what it says. `asked` is what the places refer to; nothing where they are those of
/// what was asked about.
fn list(text: &mut String, heading: &str, mentions: &[Mention], asked: Option<&str>) {
    let count = match mentions.len() {
        0 => "nowhere in the sources".to_owned(),
        1 => "in 1 place:".to_owned(),
        many => format!("in {many} places:"),
    };
    let _ = writeln!(text, "\n{heading} {count}");
    for mention in mentions {
        let position = &mention.position;
        let place = format!("{}:{}:{}", position.file, position.line, position.column);
        let _ = writeln!(text, "  {place}  {}", manner(mention, asked));
        let _ = writeln!(text, "      {}", mention.words);
    }
}

/// How a place refers: `the field owner of priority:knives`, and to what, where that is not what was asked about.
fn manner(mention: &Mention, asked: Option<&str>) -> String {
    let field = mention.field.unwrap_or_default();
    let how = match (mention.how, mention.relation) {
        (How::Field, _) => format!("the field `{field}`"),
        (How::CrossLink, Some(relation)) => format!("a cross-plan link (`{relation}`)"),
        (How::CrossLink, None) => "a cross-plan link".to_owned(),
        (How::Text, _) => "the text".to_owned(),
        (How::Embed, _) => "a block drawn in the text".to_owned(),
        (How::Settings, _) => format!("the field `{field}` of the settings"),
    };
    let of = mention.from.as_ref().filter(|_| asked.is_some()).map(|from| format!(" of {from}")).unwrap_or_default();
    let to = Some(&mention.to).filter(|to| asked != Some(to)).map(|to| format!(" → {to}")).unwrap_or_default();
    format!("{how}{of}{to}")
}
