//! The whole flow on one screen: sources, drafts, graph, pages, HTML, files.
//!
//! Must not know disks, clocks or terminals: everything comes in as a value, the site goes out as one.

mod assemble;
mod inputs;
mod memory;
mod origins;
mod prints;
mod reading;
mod retouch;
mod settle;
mod survey;
mod weigh;

pub use assemble::search_files;
pub use inputs::{AskTheWeb, Asked, Built, Depth, Inputs, Reach, Shelf, Watch};
pub use memory::Memory;
pub use origins::{PageOrigin, SearchedAs};
pub use prints::{KeptPages, Prints};
pub use survey::{Surveyed, survey};

use std::sync::Arc;

use crate::check;
use crate::check::earlier::Now;
use crate::check::output::Overview;
use crate::diagnostic::{Checked, Diagnostic, has_errors};
use crate::export::AddressList;
use crate::graph;
use crate::pages::directory::Directory;
use crate::pages::{Making, Pages, Site};
use assemble::Drawn;
use memory::{Ground, Made};
use settle::{Terms, settle};
use survey::Read;
use weigh::{acceptances, cannot_be_made};

/// Builds a site. What `memory` holds of earlier runs is made use of where it comes to the same, and is brought up to date.
pub fn build(mut inputs: Inputs<'_>, memory: &mut Memory) -> Checked<Built> {
    if let Some(built) = retouch::retouch(&inputs, memory) {
        return built;
    }
    let mut all = std::mem::take(&mut inputs.loaded);
    let inputs = &inputs;
    let sources = inputs.sources;
    let Read { graph, files, settings_fault, .. } = survey::read(inputs, memory, &mut all);
    let mut built = Built::nothing(settings_fault, inputs.day());
    let Some(graph) = graph else {
        return finish(built, all, None, inputs);
    };
    all.extend([check::settings::missing_pages(&graph), check::settings::languages_without_pages(&graph)].concat());
    let accepted = acceptances(&graph);
    all.extend(accepted.iter().filter_map(|given| check::acceptances::fault(&given.acceptance, inputs.rules)));
    let today = inputs.today.or(graph.settings.as_of.map(|day| day.value)).unwrap_or(inputs.clock);
    let whole = !has_errors(&all);
    let words = memory.words(sources, graph.settings.theme_name(), graph.settings.language()).collect_into(&mut all);
    let directory = Directory::new(&graph);
    let site = Site::new((&graph, &directory), sources, inputs.history, &words, (today, inputs.clock));
    if inputs.depth == Depth::Check {
        look_closer(&site, whole, inputs, &mut all);
    }
    let terms = Terms { settings: &graph.settings, today, accepted: &accepted };
    if cannot_be_made(&all) {
        all.extend(assemble::clashes(&site, inputs));
        return finish(built, all, Some(&terms), inputs);
    }

    let made = make(&site, memory, inputs, &mut all);
    if let Some(fresh) = made.as_ref().filter(|_| inputs.depth == Depth::Check) {
        (built.overview, built.reach) = look_further(&site, fresh, inputs).collect_into(&mut all);
    }
    let made = made.map(|Fresh { made, prints, .. }| {
        (built.output, built.origins) = (Some(Arc::clone(&made.output)), Arc::clone(&made.origins));
        built.prints = prints;
        made
    });
    let finished = finish(built, all, Some(&terms), inputs);
    let made = made.map(|made| Made { files, findings: finished.diagnostics.clone(), ..made });
    memory.take(made.filter(|_| finished.value.output.is_some()), inputs);
    finished
}

/// A site that has just been made.
struct Fresh {
    made: Made,
    /// What the pages show, where somebody keeps it.
    prints: Option<Prints>,
    /// The addresses that it serves, where it is held against an earlier build.
    list: Option<AddressList>,
}

/// Makes the pages and every file of the site; nothing where a template stands in the way.
fn make(site: &Site<'_>, memory: &mut Memory, inputs: &Inputs<'_>, all: &mut Vec<Diagnostic>) -> Option<Fresh> {
    inputs.watch.station("pages");
    let making = Making::new(site);
    // Where finished pages go away at once, so do those that they are drawn from.
    let pages = assemble::shelf(site, inputs).is_none().then(|| making.pages());
    inputs.watch.station("render");
    inputs.watch.pages(making.count());
    let theme = memory.theme(inputs.sources, &making.frames).collect_into(all)?;
    let drawn = Drawn { making: &making, pages: pages.as_deref(), theme: &theme };
    let assembled = assemble::output(site, &drawn, memory, inputs, all)?;
    let list = inputs.earlier.map(|_| assemble::address_list(site, &making.briefs));
    let pages = Pages { pages: pages.unwrap_or_default(), abbreviations: making.abbreviations };
    let made = Made {
        ground: Ground::new(inputs),
        files: Vec::new(),
        numbered: memory::numbered(site.graph),
        theme,
        pages,
        drawn: assembled.drawn,
        output: Arc::new(assembled.output),
        origins: Arc::new(assembled.origins),
        style: site.style,
        findings: Vec::new(),
    };
    Some(Fresh { made, prints: assembled.prints, list })
}

/// What the records say, and the colours and words of the theme.
fn look_closer(site: &Site<'_>, whole: bool, inputs: &Inputs<'_>, all: &mut Vec<Diagnostic>) {
    inputs.watch.station("rules");
    let &Site { graph, sources, today, .. } = site;
    all.extend(graph::rules::check(&graph::rules::Asked { graph, sources, today, whole }));
    all.extend(check::content::check(graph, sources));
    all.extend(check::windows::unkept(graph, sources));
    all.extend(check::contrast::check(sources, &graph.settings));
    all.extend(check::languages::without_words(graph, site.words));
}

/// What the pages as they are written show, and the web where it is asked.
fn look_further(site: &Site<'_>, fresh: &Fresh, inputs: &Inputs<'_>) -> Checked<(Overview, Reach)> {
    let Made { pages, output, .. } = &fresh.made;
    inputs.watch.station("check");
    let mut reach = Reach { pages: true, web: false, earlier: inputs.earlier.is_some() };
    let mut diagnostics = Vec::new();
    let overview = check::output::check(site, pages, output).collect_into(&mut diagnostics);
    if let Some((earlier, list)) = inputs.earlier.zip(fresh.list.as_ref()) {
        let now = Now { list, pages: &pages.pages, style: site.style, sources: site.sources };
        diagnostics.extend(check::earlier::gone(earlier, &now));
    }
    if let Some(ask) = inputs.ask_the_web {
        inputs.watch.station("web");
        let asked = ask(&overview, &site.graph.settings);
        reach.web = asked.is_complete;
        diagnostics.extend(asked.findings);
    }
    Checked { value: (overview, reach), diagnostics }
}

fn finish(built: Built, all: Vec<Diagnostic>, terms: Option<&Terms<'_>>, inputs: &Inputs<'_>) -> Checked<Built> {
    let diagnostics = settle(all, terms, built.reach, inputs);
    // What only a check finds does not stand in the way of a site that could be made.
    let stands_in_the_way = inputs.depth == Depth::Build && has_errors(&diagnostics);
    let output = built.output.filter(|_| !stands_in_the_way);
    Checked { value: Built { output, ..built }, diagnostics }
}
