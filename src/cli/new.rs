//! `folkmoot new`: a new record with its fields laid out.

use std::path::Path;

use clap::Args;

use super::exit::{CLEAN, FAULT, USAGE};
use super::global::Global;
use super::reading::{sources, today};
use super::report::print;
use super::say::{fail, tell};
use crate::diagnostic::nearest;
use crate::load::{SETTINGS, THEMES};
use crate::model::kind::Kind;
use crate::model::reference::RecordId;
use crate::parse::draft::with_article;
use crate::scaffold::{self, Wanted};
use crate::write::{FreshError, put_fresh};

/// Options of `folkmoot new`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// What it is: priority, plan, board, page …
    #[arg(value_name = "KIND")]
    kind: String,
    /// Its name, in small letters, digits and hyphens: the name of its file, and part of its address
    #[arg(value_name = "NAME")]
    name: String,
    /// What it is called; drawn from its name where not given
    #[arg(long, value_name = "TITLE", allow_hyphen_values = true)]
    title: Option<String>,
}

/// Folders that are none of the content where the whole site is.
const NOT_CONTENT: [&str; 2] = ["site", THEMES];

/// Makes the record and prints its path.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    match make(global, options) {
        Ok(path) => {
            let whole = global.root.join(&path);
            let shown = whole.strip_prefix(".").unwrap_or(&whole).display();
            if let Err(sentence) = print(&format!("{shown}\n")) {
                return fail(FAULT, &sentence);
            }
            if !global.quiet {
                tell("Open it in your editor; `folkmoot check` says what is still to be filled in.");
            }
            CLEAN
        }
        Err((code, sentence)) => fail(code, &sentence),
    }
}

/// The path of the record, relative to the root. A sentence says why there is none.
fn make(global: &Global, options: &Options) -> Result<String, (u8, String)> {
    let usage = |sentence: String| (USAGE, sentence);
    let kind = kind(&options.kind).map_err(usage)?;
    let slug = scaffold::slug(kind, &options.name).map_err(usage)?;
    let title = options.title.as_deref().map(|title| scaffold::line(title, "title")).transpose().map_err(usage)?;
    let sources = sources(global, global.root.join("site")).map_err(|error| usage(error.to_string()))?.value;
    if sources.settings.is_none() {
        let name = global.config.as_deref().unwrap_or(Path::new(SETTINGS)).display();
        return Err(usage(format!(
            "There is no site here: \"{name}\" is missing. Name the folder of the site with --root, or begin one with \
             `folkmoot init`."
        )));
    }
    let id = RecordId { kind, slug };
    if let Some(place) = scaffold::find(&sources, &id) {
        return Err(usage(format!(
            "There is already {} `{}`, in {place}. Choose another name.",
            with_article(kind),
            id.slug
        )));
    }
    let first = id.slug.split('/').next().unwrap_or_default();
    if sources.content_folder.is_empty() && first != id.slug && NOT_CONTENT.contains(&first) {
        return Err(usage(format!("The folder `{first}` is no part of the content. Choose another.")));
    }
    let wanted = Wanted {
        kind,
        slug: &id.slug,
        title: title.as_deref(),
        content: &sources.content_folder,
        today: global.today.unwrap_or_else(today),
    };
    let file = scaffold::record(&wanted);
    put_fresh(&global.root, &[(&file.path, file.text.as_bytes())]).map_err(|error| {
        let advice = if matches!(error, FreshError::There(_)) { " Choose another name." } else { "" };
        (if error.is_usage() { USAGE } else { FAULT }, format!("{error}{advice}"))
    })?;
    Ok(file.path)
}

/// The kind of this name, or of its folder's: `priorities` too.
fn kind(word: &str) -> Result<Kind, String> {
    let lower = word.trim().to_lowercase();
    let known = Kind::from_name(&lower).or_else(|| Kind::from_folder(&lower));
    known.ok_or_else(|| {
        let names = || Kind::ALL.iter().map(|kind| kind.name());
        let advice = nearest(&lower, names()).map_or_else(
            || format!("The kinds are: {}.", names().collect::<Vec<_>>().join(", ")),
            |near| format!("Did you mean `{near}`?"),
        );
        format!("`{word}` is not a kind of record. {advice}")
    })
}
