//! What is said of each fault: a sentence without its full stop, and what to type.
//!
//! Must not know where a fault stands.

use super::address::Malformed;
use super::document::InlineKind;
use super::fault::{Address, Fault, Wrong};
use super::files::FileId;
use super::links::{Ground, nearest_id};
use super::role::Role;
use crate::graph::address::encode;
use crate::model::settings::UrlStyle;

/// What is said of a fault.
pub(super) struct Words {
    /// The sentence without its full stop.
    pub(super) message: String,
    /// What to type.
    pub(super) help: Option<String>,
    /// Whether most readers will get where they want all the same.
    pub(super) is_mild: bool,
}

/// Says what is wrong; what was meant instead is looked for where `is_advised`.
pub(super) fn words(fault: &Fault, is_advised: bool, ground: &Ground<'_>) -> Words {
    let sharp = |message: String, help: &str| Words { message, help: Some(help.to_owned()), is_mild: false };
    match &fault.wrong {
        Wrong::Address { written, role, what } => address(fault.file, written.trim(), *role, what, ground, is_advised),
        Wrong::DuplicateId { name, .. } => {
            let message =
                format!("Two parts of this page have the id `{name}`, so a link can reach only the first of them");
            sharp(message, "Give one of the two another id.")
        }
        Wrong::Orphan => sharp(
            "No page of the site links to this one, so nobody finds it".to_owned(),
            "Link to it from a page that readers come through, or take it out.",
        ),
        Wrong::Base => sharp(
            "A `<base>` sends the relative links of the page to other places than the site gives them".to_owned(),
            "Take it out; in a template, write `{{ page.root }}` before a path.",
        ),
        Wrong::Refresh(seconds) => sharp(
            format!("The page turns into another by itself after {seconds} seconds, before some have read it"),
            "Make the time 0, or offer a link instead.",
        ),
        Wrong::Inline(kind) => inline(*kind),
        Wrong::Language => sharp(
            "The page does not say in which language it is, which a screen reader has to know".to_owned(),
            "Write `<html lang=\"{{ page.language }}\">`.",
        ),
        Wrong::Title { count: 0 } => sharp(
            "The page has no `<title>`, which names it in tabs, bookmarks and searches".to_owned(),
            "Write `<title>{{ page.title }}</title>` in its head.",
        ),
        Wrong::Title { count: 1 } => {
            sharp("The title of the page is empty".to_owned(), "Write `<title>{{ page.title }}</title>`.")
        }
        Wrong::Title { count } => {
            sharp(format!("The page has {count} titles, of which only the first counts"), "Keep one `<title>`.")
        }
        Wrong::Headings { count: 0 } => sharp(
            "The page has no heading of the first level, so a screen reader cannot say what it is about".to_owned(),
            "Write `<h1>{{ page.title }}</h1>`.",
        ),
        Wrong::Headings { count } => sharp(
            format!("The page has {count} headings of the first level, so that none says what it is about"),
            "Make all but one an `<h2>`.",
        ),
        Wrong::Alternative => sharp(
            "A picture does not say what it shows to those who cannot see it".to_owned(),
            "Add `alt=\"what it shows\"`; for mere decoration, `alt=\"\"`.",
        ),
    }
}

fn inline(kind: InlineKind) -> Words {
    let (what, where_to) = match kind {
        InlineKind::Script => ("A script stands in the page itself", "a file of the theme's `static/` folder"),
        InlineKind::Style => ("A style sheet stands in the page itself", "a file of the theme's `static/` folder"),
        InlineKind::StyleAttribute => {
            ("A style stands on an element of the page", "a class of the theme's style sheet")
        }
        InlineKind::Handler => ("A script stands on an element of the page", "a file of the theme's `static/` folder"),
    };
    let message = format!("{what}, which a host with a strict security policy does not let work");
    Words { message, help: Some(format!("Move it to {where_to}.")), is_mild: false }
}

fn address(file: FileId, written: &str, role: Role, what: &Address, ground: &Ground<'_>, is_advised: bool) -> Words {
    let leads = leads(role);
    let is_mild = matches!(what, Address::Folder(_) | Address::FolderWithoutSlash(_));
    let (message, help) = match what {
        Address::Dead(_) | Address::DeadAnchor(..) | Address::Alike(_) => {
            missing(&leads, written, file, what, ground, is_advised)
        }
        Address::Bare(_) | Address::Folder(_) | Address::FolderWithoutSlash(_) | Address::FileWithSlash(_) => {
            folder(&leads, written, what, ground)
        }
        Address::Leaves => (
            format!("{leads} `{written}`, which climbs above the first page of the site"),
            "Name a file of the site, or give the full address on the web.".to_owned(),
        ),
        Address::Rooted(Some(full)) => {
            (format!("{leads} `{written}`, which is no part of this site"), format!("Give its full address: `{full}`."))
        }
        Address::Rooted(None) => (
            format!(
                "{leads} `{written}`, which works only where the site lies at the root of a host, not in a folder or on a disk"
            ),
            format!(
                "Give the way from the page; in a template, `{{{{ page.root }}}}{}`.",
                written.trim_start_matches(['/', '\\'])
            ),
        ),
        Address::WithoutScheme(full) => (
            format!("{leads} `{written}`, which has no http or https and works on no site opened from a disk"),
            format!("Write `{full}`."),
        ),
        Address::Malformed(why) => malformed(&leads, written, *why),
        Address::Scheme(scheme) => of_scheme(&leads, role, scheme),
        Address::Elsewhere => (
            format!("{leads} another host, `{written}`, which learns of everybody who opens the page"),
            "Keep a copy among the files of the site and name that.".to_owned(),
        ),
    };
    Words { message, help: Some(help), is_mild }
}

/// What is said of a file or a part that is not there, or not by that name.
fn missing(
    leads: &str,
    written: &str,
    file: FileId,
    what: &Address,
    ground: &Ground<'_>,
    is_advised: bool,
) -> (String, String) {
    match what {
        Address::DeadAnchor(target, name) => {
            let ids = &ground.ids[target.index()];
            let near = if is_advised { nearest_id(ids, name) } else { None };
            let near = near.map(|near| format!("Write `#{}`.", encode(near)));
            let help = near.unwrap_or_else(|| {
                format!("Give the part that is meant `id=\"{name}\"`, or leave out the `#` and what follows.")
            });
            let path = ground.files.path(*target);
            let place = if *target == file { "this page".to_owned() } else { format!("`{path}`") };
            (format!("{leads} `{written}`, and no part of {place} has the id `{name}`"), help)
        }
        Address::Alike(target) => (
            format!("{leads} `{written}`, but the file is called `{}`", ground.files.path(*target)),
            "Write it in the same letters; most hosts tell capital from small.".to_owned(),
        ),
        Address::Dead(path) => {
            let near = if is_advised { ground.files.nearest(path) } else { None };
            let near = near.map(|near| format!("Did you mean `{}`?", encode(near)));
            let help = near.unwrap_or_else(|| "Take it out, or add the file.".to_owned());
            (format!("{leads} `{written}`, where the site has no file"), help)
        }
        _ => (String::new(), String::new()),
    }
}

/// What is said of an address that takes a folder for a file, or a file for a folder.
fn folder(leads: &str, written: &str, what: &Address, ground: &Ground<'_>) -> (String, String) {
    let (way, rest) = before_query(written);
    match what {
        Address::Folder(index) => (
            format!(
                "{leads} the folder `{written}` and not its page, which does not work on a site opened from a disk"
            ),
            format!("Write `{way}{}{rest}`.", index_name(ground, *index)),
        ),
        Address::FolderWithoutSlash(index) => {
            let name = if ground.style == UrlStyle::Directories { "" } else { index_name(ground, *index) };
            (format!("{leads} `{written}`, which is a folder and no file"), format!("Write `{way}/{name}{rest}`."))
        }
        Address::FileWithSlash(_) => (
            format!("{leads} `{written}`, whose slash makes it a folder, and it is a file"),
            format!("Write `{}{rest}`.", way.trim_end_matches(['/', '\\'])),
        ),
        _ => (
            format!("{leads} the folder `{written}`, which has no page of its own"),
            "Name a file in it, or add an `index.md` to the folder.".to_owned(),
        ),
    }
}

/// How a sentence about an address begins.
fn leads(role: Role) -> String {
    let words = role.words();
    let mut characters = words.chars();
    let first = characters.next().map(|c| c.to_ascii_uppercase()).unwrap_or_default();
    let verb = if role.is_fetched() { "is to come from" } else { "leads to" };
    format!("{first}{} {verb}", characters.as_str())
}

fn malformed(leads: &str, written: &str, why: Malformed) -> (String, String) {
    match why {
        Malformed::Empty => {
            (format!("{leads} nowhere, for its address is empty"), "Write the address, or take it out.".to_owned())
        }
        Malformed::Unreadable => (
            format!("{leads} `{written}`, of which no browser can make an address"),
            "Write it in full, such as `https://www.example.org/plan`.".to_owned(),
        ),
        Malformed::Percent => (
            format!("{leads} `{written}`, in which a `%` is not followed by the digits of a letter"),
            "Write `%25` for a `%` that stands for itself.".to_owned(),
        ),
    }
}

fn of_scheme(leads: &str, role: Role, scheme: &str) -> (String, String) {
    let message = format!("{leads} an address that begins with `{scheme}:`");
    let help = match scheme {
        "javascript" | "vbscript" | "data" if role == Role::Link => {
            "Take it out; it can run programs in the reader's browser."
        }
        "javascript" | "vbscript" | "data" => "Save it as a file of the site and name that.",
        "file" => "Take it out; it names a file on one person's computer.",
        _ => "Addresses begin with http, https, mailto or tel.",
    };
    (message, help.to_owned())
}

/// An address without its query and fragment, and those.
fn before_query(written: &str) -> (&str, &str) {
    written.split_at(written.find(['#', '?']).unwrap_or(written.len()))
}

fn index_name<'a>(ground: &Ground<'a>, index: FileId) -> &'a str {
    let path = ground.files.path(index);
    path.rsplit('/').next().unwrap_or(path)
}
