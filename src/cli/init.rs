//! `folkmoot init`: a new site that builds, checks clean, and is checked and published at every change.

use std::io::{IsTerminal, stderr, stdin};
use std::path::{Path, PathBuf};

use clap::Args;

use super::asking::Asking;
use super::exit::{CLEAN, FAULT, USAGE};
use super::global::Global;
use super::reading::{base_url_fault, today};
use super::report::print;
use super::say::{fail, tell};
use crate::scaffold::{Answers, Language, line, paths, site};
use crate::write::{Fresh, FreshError, check_fresh, put_fresh};

/// Options of `folkmoot init`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The folder of the new site, which is made where it is missing; the present one where not given
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// What the site is called
    #[arg(long, value_name = "TITLE", allow_hyphen_values = true)]
    title: Option<String>,
    /// Who publishes it
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    organisation: Option<String>,
    /// Its language: en-GB for English, cy for Welsh
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Where the site will be published, such as <https://www.example.org/plan/>
    #[arg(short = 'u', long, value_name = "URL")]
    base_url: Option<String>,
    /// Ask nothing, and take the usual answer wherever none is given
    #[arg(short, long)]
    yes: bool,
}

/// What was given on the command line, as far as it was.
struct Given {
    title: Option<String>,
    organisation: Option<String>,
    language: Option<Language>,
    /// Empty where somebody said that there is none.
    base_url: Option<String>,
}

/// Makes the site and says what to do next.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    if global.config.is_some() {
        return fail(USAGE, "A new site has its settings in folkmoot.yaml. Leave out `--config`.");
    }
    let folder = options.folder.as_ref().map_or_else(|| global.root.clone(), |folder| global.root.join(folder));
    let given = match given(options) {
        Ok(given) => given,
        Err(sentence) => return fail(USAGE, &sentence),
    };
    // Nobody should answer questions for nothing.
    if let Err(error) = check_fresh(&folder, &paths(given.language.unwrap_or(Language::English))) {
        return refuse(&error);
    }
    let day = global.today.unwrap_or_else(today);
    let answers = if !options.yes && stdin().is_terminal() && stderr().is_terminal() {
        let mut asking = Asking { input: &mut stdin().lock(), output: &mut stderr().lock() };
        match ask(&mut asking, given, day) {
            Ok(Some(answers)) => answers,
            Ok(None) => return fail(USAGE, "There was no answer. Nothing was written."),
            Err(error) => return fail(FAULT, &format!("The answer cannot be read: {error}. Nothing was written.")),
        }
    } else {
        usual(given, day)
    };
    let files = site(&answers);
    let fresh: Vec<Fresh<'_>> = files.iter().map(|file| (file.path.as_str(), file.text.as_bytes())).collect();
    if let Err(error) = put_fresh(&folder, &fresh) {
        return refuse(&error);
    }
    let listed = files.iter().fold(String::new(), |all, file| all + &file.path + "\n");
    if let Err(sentence) = print(&listed) {
        return fail(FAULT, &sentence);
    }
    if !global.quiet {
        conclude(&folder, files.len());
    }
    CLEAN
}

fn refuse(error: &FreshError) -> u8 {
    let advice = match error {
        FreshError::There(_) => " Move that away, or name another folder: `folkmoot init my-site`.",
        FreshError::NotAFolder(_) | FreshError::Link(_) => " Name another folder: `folkmoot init my-site`.",
        FreshError::Io { .. } => "",
    };
    fail(if error.is_usage() { USAGE } else { FAULT }, &format!("{error}{advice}"))
}

/// Reads what the command line says of the site.
fn given(options: &Options) -> Result<Given, String> {
    Ok(Given {
        title: options.title.as_deref().map(title).transpose()?,
        organisation: options.organisation.as_deref().map(organisation).transpose()?,
        language: options.language.as_deref().map(Language::named).transpose()?,
        base_url: options.base_url.as_deref().map(base_url).transpose()?,
    })
}

fn title(text: &str) -> Result<String, String> {
    line(text, "name of the site")
}

fn organisation(text: &str) -> Result<String, String> {
    line(text, "name of the organisation")
}

/// An address, or nothing.
fn base_url(text: &str) -> Result<String, String> {
    let address = text.trim();
    base_url_fault(Some(address).filter(|address| !address.is_empty())).map_or_else(|| Ok(address.to_owned()), Err)
}

fn answers(
    (title, organisation): (String, String),
    language: Language,
    base_url: Option<String>,
    today: jiff::civil::Date,
) -> Answers {
    let base_url = base_url.filter(|address| !address.is_empty());
    Answers { title, organisation, language, base_url, today }
}

/// What was given, and the usual for the rest.
fn usual(given: Given, today: jiff::civil::Date) -> Answers {
    let language = given.language.unwrap_or(Language::English);
    let title = given.title.unwrap_or_else(|| language.default_title().to_owned());
    let organisation = given.organisation.unwrap_or_else(|| language.default_organisation().to_owned());
    answers((title, organisation), language, given.base_url, today)
}

/// Asks for what was not given. The language comes first, because the usual answers are in it.
fn ask(asking: &mut Asking<'_>, given: Given, today: jiff::civil::Date) -> std::io::Result<Option<Answers>> {
    writeln!(asking.output, "The return key takes what stands in brackets; everything can be changed later.")?;
    let tag = Language::English.tag();
    let question = "Language of the site, en-GB for English or cy for Welsh";
    let language = match given.language {
        Some(language) => Some(language),
        None => asking.ask(question, tag, Language::named)?,
    };
    let Some(language) = language else { return Ok(None) };
    let name = match given.title {
        Some(title) => Some(title),
        None => asking.ask("Name of the site", language.default_title(), title)?,
    };
    let Some(name) = name else { return Ok(None) };
    let publisher = match given.organisation {
        Some(organisation) => Some(organisation),
        None => asking.ask("Organisation that publishes it", language.default_organisation(), organisation)?,
    };
    let Some(publisher) = publisher else { return Ok(None) };
    let question = "Address at which it will be published, in full; leave it empty if you do not know yet";
    let address = match given.base_url {
        Some(address) => Some(address),
        None => asking.ask(question, "", base_url)?,
    };
    Ok(address.map(|address| answers((name, publisher), language, Some(address), today)))
}

/// What to do next, in three lines.
fn conclude(folder: &Path, files: usize) {
    let is_here = folder.components().all(|part| part == std::path::Component::CurDir);
    let (place, root) = if is_here {
        ("this folder".to_owned(), String::new())
    } else {
        let shown = folder.strip_prefix(".").unwrap_or(folder).display().to_string();
        let is_simple = shown.chars().all(|c| c.is_alphanumeric() || "-_./\\:~".contains(c));
        let quoted = if is_simple { shown } else { format!("\"{shown}\"") };
        (quoted.clone(), format!(" --root {quoted}"))
    };
    tell(&format!("Made a site of {files} files in {place}. What to do next:"));
    tell(&format!("  folkmoot serve --open{root}    shows it in your browser while you write"));
    tell(&format!("  folkmoot check{root}           says what is wrong with it"));
    tell("  README.md says what is where, and how the site is published");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(given: Given, typed: &str) -> (Option<Answers>, String) {
        let mut said = Vec::new();
        let mut asking = Asking { input: &mut typed.as_bytes(), output: &mut said };
        let answers = ask(&mut asking, given, jiff::civil::date(2026, 11, 27)).unwrap();
        (answers, String::from_utf8(said).unwrap())
    }

    fn nothing() -> Given {
        Given { title: None, organisation: None, language: None, base_url: None }
    }

    #[test]
    fn the_return_key_gives_the_usual_answers_in_the_language() {
        let (answers, said) = answered(nothing(), "cy\n\n\n\n");
        let answers = answers.unwrap();
        assert_eq!(answers.language, Language::Welsh);
        assert_eq!(answers.title, Language::Welsh.default_title());
        assert_eq!(answers.organisation, Language::Welsh.default_organisation());
        assert_eq!(answers.base_url, None);
        assert!(said.contains(Language::Welsh.default_title()), "{said}");
    }

    #[test]
    fn a_wrong_answer_is_told_and_asked_for_again() {
        let (answers, said) =
            answered(nothing(), "fr\nWelsh\n \u{7} \nOur plan\r\nUs\nexample.org\nhttps://example.org/\n");
        let answers = answers.unwrap();
        assert_eq!((answers.title.as_str(), answers.organisation.as_str()), ("Our plan", "Us"));
        assert_eq!(answers.base_url.as_deref(), Some("https://example.org/"));
        for sentence in ["cannot be begun in `fr`", "cannot be shown", "`example.org` is not the address"] {
            assert!(said.contains(sentence), "{sentence}\n{said}");
        }
    }

    #[test]
    fn what_was_given_is_not_asked_and_no_answer_ends_it() {
        let given = Given { title: Some("T".into()), language: Some(Language::English), ..nothing() };
        let (answers, said) = answered(given, "Us\n");
        assert!(answers.is_none());
        assert!(!said.contains("Name of the site") && !said.contains("Language"), "{said}");
        let all = Given {
            title: Some("T".into()),
            organisation: Some("O".into()),
            language: Some(Language::English),
            base_url: Some(String::new()),
        };
        let (answers, said) = answered(all, "");
        assert!(answers.is_some() && !said.contains(':'), "{said}");
    }
}
