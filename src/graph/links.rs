//! Links in running text: to records by kind and slug, to files by relative path, to the web; and what is embedded.

use super::anchors::said;
use super::dead_link::{self, DEAD_LINK, OWN_COMPUTER_HELP, is_of_own_computer};
use super::furniture::{Furniture, View};
use super::relative::{Paths, Reached};
use super::resolve::{Known, resolve, resolve_part};
use super::{Embed, Link, RecordIndex};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity, nearest};
use crate::model::kind::Kind;
use crate::parse::markdown::body::Body;
use crate::parse::markdown::tree::{LinkUse, WrittenEmbed, WrittenLink};
use crate::parse::reference::{self, canonical};
use crate::sources::Span;

/// A link of a scheme that is not allowed.
pub(super) static UNKNOWN_SCHEME: Rule = Rule {
    code: "unknown-scheme",
    family: Family::Reference,
    severity: Severity::Error,
    explanation: "A link begins with a word and a colon that no link can begin with. The word is a kind of record, or \
                  one of http, https, mailto and tel; an address that begins with `javascript:` or `data:` could even \
                  run a program in the reader's browser. Correct the word, or take the link out. On ordinary pages, \
                  which may come from other tools, a word that is like none of these is a warning, and only the text \
                  of the link is kept.",
    wrong: "[knife crime](prioirty:knife-crime)",
    right: "[knife crime](priority:knife-crime)",
};

/// A link to a part of a page that is not there.
pub(super) static DEAD_ANCHOR: Rule = Rule {
    code: "dead-anchor",
    family: Family::Link,
    severity: Severity::Warning,
    explanation: "A link leads to a place that its page does not have. The page exists, but nothing on it has the \
                  name after the `#`, so readers would land at its top. Perhaps the heading was changed: correct the \
                  name, or leave out the `#` and what follows to link to the page as a whole.",
    wrong: "[purpose](the-board.md#purpos)",
    right: "[purpose](the-board.md#purpose)",
};

/// An embed of something that cannot be drawn.
pub(super) static UNKNOWN_VIEW: Rule = Rule {
    code: "unknown-view",
    family: Family::Reference,
    severity: Severity::Error,
    explanation: "A view is named that does not exist, that has nothing to show, or that cannot be drawn here. A view \
                  is drawn from many records, such as `view:alignment` from priorities and plans. Correct the name, \
                  add the records that it shows, or take it out.",
    wrong: "![How the plans line up](view:alignement)",
    right: "![How the plans line up](view:alignment)",
};

/// Schemes that a link may have beside the kinds of record.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The page that a text stands on.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    /// The record; nothing where it has faults of its own and gets no page.
    pub(super) record: Option<RecordIndex>,
    /// Its section.
    pub(super) section: Option<usize>,
    /// The path of the file, relative to the content folder.
    pub(super) path: &'a str,
    /// Whether it is plain Markdown of any origin, where what cannot be honoured is a warning.
    pub(super) plain: bool,
}

/// Resolves every link of a body.
pub(super) fn links(
    known: &Known<'_>,
    paths: &Paths,
    here: Here<'_>,
    body: &Body,
    all: &mut Vec<Diagnostic>,
) -> Vec<Link> {
    let nowhere = |link: &WrittenLink| Link::Nowhere(link.destination.as_str().into());
    body.links.iter().map(|link| follow(known, paths, here, link, all).unwrap_or_else(|| nowhere(link))).collect()
}

/// Resolves every embed of a body.
pub(super) fn embeds(known: &Known<'_>, here: Here<'_>, body: &Body, all: &mut Vec<Diagnostic>) -> Vec<Embed> {
    body.embeds.iter().map(|embed| drawn(known, here, embed, all)).collect()
}

fn follow(
    known: &Known<'_>,
    paths: &Paths,
    here: Here<'_>,
    link: &WrittenLink,
    all: &mut Vec<Diagnostic>,
) -> Option<Link> {
    let destination = link.destination.trim();
    if let Some(rest) = destination.strip_prefix("//") {
        return Some(Link::External(format!("https://{rest}")));
    }
    if let Some(anchor) = destination.strip_prefix('#') {
        return within(known, here, anchor, link.span, all);
    }
    // Documentation of programs links to names in them, which its own tools look up.
    if here.plain && destination.contains("::") && !destination.contains('/') {
        let message = format!("`{destination}` is a name in a program and no address, so nothing can lead to it.");
        let help = "Give the full address of its page on the web.";
        all.push(Diagnostic::new(&DEAD_LINK, link.span, message).help(help));
        return None;
    }
    match scheme(destination) {
        Some(word) if SCHEMES.iter().any(|scheme| word.eq_ignore_ascii_case(scheme)) => {
            Some(Link::External(destination.to_owned()))
        }
        Some(word) if link.usage == LinkUse::Image && word.eq_ignore_ascii_case("data") => {
            let severity = if here.plain { Severity::Warning } else { Severity::Error };
            let message = "A picture cannot be written out in its address; only the text that stands for it is kept.";
            let help = "Save the picture as a file of its own and name that.";
            all.push(Diagnostic::new(&UNKNOWN_SCHEME, link.span, message).help(help).severity(severity));
            None
        }
        Some(word) => by_kind(known, here, word, destination, link.span, all),
        None => relative(known, paths, here, destination, link, all),
    }
}

/// The word before the first colon, where it could be a scheme (RFC 3986, 3.1).
fn scheme(destination: &str) -> Option<&str> {
    let (word, _) = destination.split_once(':')?;
    let mut letters = word.chars();
    let sound = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    sound.then_some(word)
}

fn by_kind(
    known: &Known<'_>,
    here: Here<'_>,
    word: &str,
    destination: &str,
    span: Span,
    all: &mut Vec<Diagnostic>,
) -> Option<Link> {
    let decoded = super::address::decode(destination);
    if let Ok(reference) = reference::parse(decoded.as_deref().unwrap_or(destination)) {
        return resolve(known, &reference, &[], (span, None), all);
    }
    let rest = &destination[word.len()..];
    if word == "view" {
        let link = view(rest.trim_start_matches(':'), span, all).map(Furniture::View)?;
        if known.has(link) {
            return Some(Link::Furniture(link));
        }
        let message = format!("There is nothing to show in the view `{}`, so the site has none.", link.name());
        all.push(
            Diagnostic::new(&UNKNOWN_VIEW, span, message).help("Add the records that it shows, or take the link out."),
        );
        return None;
    }
    all.push(unknown_scheme(word, rest, here.plain, span));
    None
}

fn unknown_scheme(word: &str, rest: &str, plain: bool, span: Span) -> Diagnostic {
    let names = || Kind::ALL.iter().map(|kind| kind.name()).chain(SCHEMES);
    // What begins like an address of the web is no misspelt reference.
    let near = if rest.starts_with("://") { nearest(word, ["http", "https"]) } else { nearest(word, names()) };
    let dangerous = ["javascript", "data", "vbscript"].iter().any(|scheme| word.eq_ignore_ascii_case(scheme));
    let help = match near {
        Some(near) => format!("Write `{near}{rest}`."),
        None if is_of_own_computer(word) => OWN_COMPUTER_HELP.to_owned(),
        None if dangerous => "Take the link out; such addresses can run programs in the reader's browser.".to_owned(),
        None if plain => format!("Only its text is kept; links begin with {}.", SCHEMES.join(", ")),
        None => format!("Links begin with one of these: {}.", names().collect::<Vec<_>>().join(", ")),
    };
    let diagnostic = Diagnostic::new(&UNKNOWN_SCHEME, span, format!("A link cannot begin with `{word}:`."))
        .help(help)
        .instead(near.map(|near| format!("{near}{rest}")));
    let of_another_origin = plain && near.is_none() && !dangerous;
    if of_another_origin { diagnostic.severity(Severity::Warning) } else { diagnostic }
}

/// A link to a part of the same page, or of another section of the same document.
fn within(known: &Known<'_>, here: Here<'_>, anchor: &str, span: Span, all: &mut Vec<Diagnostic>) -> Option<Link> {
    let decoded = super::address::decode(anchor).unwrap_or_else(|| anchor.to_owned());
    let anchor = canonical(&decoded);
    // `#` and `#top` lead to the top of the page (HTML Living Standard, 7.4.6.4).
    let (part, directive) = parted(&anchor);
    if is_top(part) {
        return Some(Link::Here(anchor));
    }
    // The anchors of a text that gets no page were never gathered.
    let Some(record) = here.record else { return Some(Link::Here(anchor)) };
    if let Some(found) = known.anchors.on((record, here.section), part) {
        return Some(Link::Here(format!("{found}{directive}")));
    }
    let mut findings = Vec::new();
    if let Some(link) = resolve_part(known, record, part, span, &mut findings) {
        return Some(link);
    }
    all.extend(findings.into_iter().map(|finding| as_dead_anchor(finding, span)));
    None
}

/// What names a part of a page, and from `:~:` on the words that a browser is to show there, which need no part (URL Fragment
/// Text Directives, 3.1).
fn parted(anchor: &str) -> (&str, &str) {
    anchor.split_at(anchor.find(":~:").unwrap_or(anchor.len()))
}

/// Whether this leads to the top of a page, which need have no part of that name.
fn is_top(part: &str) -> bool {
    part.is_empty() || part.eq_ignore_ascii_case("top")
}

/// The same finding, as one about a link in running text.
fn as_dead_anchor(finding: Diagnostic, span: Span) -> Diagnostic {
    Diagnostic::new(&DEAD_ANCHOR, span, finding.message).maybe_help(finding.help).instead(finding.instead)
}

fn relative(
    known: &Known<'_>,
    paths: &Paths,
    here: Here<'_>,
    destination: &str,
    link: &WrittenLink,
    all: &mut Vec<Diagnostic>,
) -> Option<Link> {
    if destination.is_empty() {
        all.push(
            Diagnostic::new(&DEAD_LINK, link.span, "This link has no address.")
                .help("Write the address between the brackets."),
        );
        return None;
    }
    match paths.follow(here.path, destination) {
        Reached::Target(target, anchor) => Some(at_anchor(known, target, anchor, link.span, all)),
        reached => {
            all.extend(dead_link::told(&reached, paths, here.path, destination, link));
            None
        }
    }
}

/// Adds the anchor to a link that was reached by its path.
fn at_anchor(known: &Known<'_>, target: Link, anchor: Option<String>, span: Span, all: &mut Vec<Diagnostic>) -> Link {
    let Some(anchor) = anchor else { return target };
    let (part, directive) = parted(&anchor);
    let Link::Record { record, section, .. } = &target else {
        if let Link::File { path, .. } = target {
            return Link::File { path, fragment: Some(anchor) };
        }
        if is_top(part) {
            return target;
        }
        let message = format!("A link can lead to that page as a whole only, not to `#{anchor}`.");
        all.push(Diagnostic::new(&DEAD_ANCHOR, span, message).help("Leave out the `#` and what follows."));
        return target;
    };
    let found = known.anchors.on((*record, *section), part).or_else(|| is_top(part).then_some(""));
    if let Some(found) = found {
        return Link::Record { record: *record, section: *section, anchor: said(&format!("{found}{directive}")) };
    }
    let parts = known.anchors.parts(*record, &known.records[record.place()]);
    let id = &known.records[record.place()].id;
    let near = parts.and_then(|parts| nearest(part, parts));
    let help = near.map(|near| {
        // What is there to the letter stands in another section of the same document.
        let is_elsewhere = near == part;
        if is_elsewhere {
            format!("Write `{id}#{near}`, which finds it in whichever section it stands.")
        } else {
            format!("Write `#{near}`.")
        }
    });
    let title = section
        .map_or(&known.records[record.place()].title, |place| &known.records[record.place()].sections[place].title);
    let message = format!("“{title}” has no part `#{part}`.");
    let help = help.unwrap_or_else(|| "Leave out the `#` and what follows to link to the page.".to_owned());
    let meant = near.filter(|near| *near != part);
    let before = known.sources.slice(span).rsplit_once('#').map(|(before, _)| before);
    let whole = before.zip(meant).map(|(before, near)| format!("{before}#{near}"));
    all.push(Diagnostic::new(&DEAD_ANCHOR, span, message).help(help).instead(whole));
    target
}

fn drawn(known: &Known<'_>, here: Here<'_>, embed: &WrittenEmbed, all: &mut Vec<Diagnostic>) -> Embed {
    let destination = embed.destination.trim();
    if let Some(name) = destination.strip_prefix("view:") {
        return view(name, embed.span, all).map_or(Embed::Nothing, Embed::View);
    }
    match reference::parse(destination) {
        Ok(reference) => match resolve(known, &reference, &[], (embed.span, None), all) {
            Some(Link::Record { record, section: None, anchor: None }) => Embed::Record(record),
            Some(Link::Furniture(Furniture::View(view))) => Embed::View(view),
            None => Embed::Nothing,
            Some(_) => {
                let message = format!("`{destination}` cannot be drawn here.");
                let help = "Link to it instead, or draw a whole record, such as `![Members](board:its-name)`.";
                all.push(Diagnostic::new(&UNKNOWN_VIEW, embed.span, message).help(help));
                Embed::Nothing
            }
        },
        Err(word) => {
            all.push(unknown_scheme(word, &destination[word.len()..], here.plain, embed.span));
            Embed::Nothing
        }
    }
}

/// The view of this name.
fn view(name: &str, span: Span, all: &mut Vec<Diagnostic>) -> Option<View> {
    let found = View::ALL.iter().find(|view| view.name() == name).copied();
    if found.is_none() {
        let names = || View::ALL.iter().map(|view| view.name());
        let near = nearest(name, names());
        let help = match near {
            Some(near) => format!("Write `view:{near}`."),
            None => format!("The views are: {}.", names().collect::<Vec<_>>().join(", ")),
        };
        let message = match name {
            "" => "The name of the view is missing after the colon.".to_owned(),
            _ => format!("There is no view called `{name}`."),
        };
        let meant = near.map(|near| format!("view:{near}"));
        all.push(Diagnostic::new(&UNKNOWN_VIEW, span, message).help(help).instead(meant));
    }
    found
}
