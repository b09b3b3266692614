//! What is wrong with a file of messages of the site's own, beside lines that cannot be read: names that nothing asks for,
//! variables that nothing gives, what is said twice or not at all.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Message};

use super::circles::{Within, circles, within};
use super::mentions::{Mention, mentions};
use crate::diagnostic::{Diagnostic, Family, Place, Rule, Severity, misspelt};
use crate::model::language::{is_language_tag, tag_of};
use crate::sources::{SourceId, Sources, Span};

/// Messages of the site's own that cannot be read or would not say what was meant.
pub static MESSAGE_FAULT: Rule = Rule {
    code: "message-fault",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A file of messages has a mistake. Each message stands on a line of its own: its name, an equals sign, \
                  what it says; a longer one goes on in lines that begin with spaces. What is put into it stands in \
                  curly brackets after a dollar sign, under the names that the built-in message has. Each is said once, and \
                  none says itself. Mend the line where the finding stands.",
    wrong: "skip-link: Skip to the text",
    right: "skip-link = Skip to the text",
};

/// A message that nothing asks for.
pub static UNKNOWN_MESSAGE: Rule = Rule {
    code: "unknown-message",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "A file of messages has a message that no page shows: the theme has none of this name, and no template of \
                  yours asks for it. Most likely the name is misspelt, so that pages go on saying what they said. Correct \
                  the name, or take the message out.",
    wrong: "skip-lnk = Skip to the text",
    right: "skip-link = Skip to the text",
};

/// Messages that a language of the site's own has not.
pub static MISSING_MESSAGES: Rule = Rule {
    code: "missing-messages",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "The site has words of its own in a language that the theme has none in, and they are not all there. What \
                  is missing is said in English on pages in that language, and read aloud as if it were none. Add the \
                  messages that the finding names; `themes/civic/messages/en.ftl` of Folkmoot has them all in English.",
    wrong: "# themes/civic/messages/pl.ftl\nskip-link = Przejdź do treści",
    right: "# themes/civic/messages/pl.ftl\nskip-link = Przejdź do treści\ncontact = Kontakt\n# and so on",
};

/// Most names that one finding lists.
const MOST_NAMES: usize = 5;

/// The messages that the theme has built in, with the variables that each is given, and its terms.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) messages: BTreeMap<String, BTreeSet<String>>,
    terms: BTreeSet<String>,
    /// What each says within it.
    pub(super) within: Within,
}

impl Known {
    /// Takes what a built-in file has.
    pub(super) fn add(&mut self, resource: &FluentResource) {
        self.within.extend(within(resource));
        for entry in resource.entries() {
            match entry {
                Entry::Message(message) => {
                    let given = self.messages.entry(message.id.name.to_owned()).or_default();
                    given.extend(mentioned(message).into_iter().filter_map(|mention| match mention {
                        Mention::Variable(name) => Some(name.to_owned()),
                        _ => None,
                    }));
                }
                Entry::Term(term) => {
                    self.terms.insert(term.id.name.to_owned());
                }
                _ => {}
            }
        }
    }
}

fn mentioned<'a>(message: &Message<&'a str>) -> Vec<Mention<'a>> {
    message.value.as_ref().map(mentions).unwrap_or_default()
}

/// A file of messages with its place.
pub(super) struct Written<'a> {
    pub(super) id: SourceId,
    pub(super) resource: &'a FluentResource,
}

impl Written<'_> {
    /// Where a name stands that was read from the file.
    pub(super) fn span(&self, name: &str) -> Span {
        let start = name.as_ptr().addr().saturating_sub(self.resource.source().as_ptr().addr());
        Span::new(self.id, start..start + name.len())
    }
}

/// The finding for a file whose name is no language.
pub(super) fn of_name(path: &str, language: &str) -> Option<Diagnostic> {
    (!is_language_tag(language)).then(|| {
        let message = format!("`{language}` is not the tag of a language, so nothing is said in these words.");
        let meant = tag_of(language).unwrap_or_else(|| "cy".to_owned());
        let help = format!("Name the file after its language, such as `{meant}.ftl`.");
        Diagnostic::new(&MESSAGE_FAULT, Place::file(path), message).help(help)
    })
}

/// What is wrong with the messages of a file.
pub(super) fn of_messages(written: &Written<'_>, known: &Known, sources: &Sources) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    let own: BTreeSet<&str> = names(written.resource).collect();
    for entry in written.resource.entries() {
        let (name, said) = match entry {
            Entry::Message(message) => (message.id.name, message.value.as_ref().map(mentions)),
            Entry::Term(term) => (term.id.name, Some(mentions(&term.value))),
            _ => continue,
        };
        let span = written.span(name);
        if let Some(first) = seen.insert(name, span) {
            let message = format!("`{name}` is said twice.");
            let finding = Diagnostic::new(&MESSAGE_FAULT, span, message);
            all.push(finding.help("Keep the one that is right.").related(first, "It is said here first."));
        }
        let Some(said) = said else {
            let message = format!("The message `{name}` says nothing.");
            all.push(Diagnostic::new(&MESSAGE_FAULT, span, message).help("Write what it says after the equals sign."));
            continue;
        };
        let given = if let Entry::Message(_) = entry { known.messages.get(name) } else { None };
        all.extend(said.into_iter().filter_map(|mention| of_mention(written, mention, given, known, &own)));
        let is_message = matches!(entry, Entry::Message(_));
        if is_message && given.is_none() && !own_templates_ask(sources, name) && !is_told_within(written, name) {
            all.push(unknown(written, name, known));
        }
    }
    all.extend(
        circles(written.resource, &known.within).iter().map(|(place, circle)| of_circle(written, place, circle)),
    );
    all
}

/// What is said of messages that say each other in a circle, at the first of them.
fn of_circle(written: &Written<'_>, place: &str, circle: &[String]) -> Diagnostic {
    let names: Vec<String> = circle.iter().map(|name| format!("`{name}`")).collect();
    let message = match names.as_slice() {
        [name, others @ ..] if !others.is_empty() => {
            format!("The message {name} says itself, by way of {}.", others.join(" and "))
        }
        _ => format!("The message {} says itself.", names.concat()),
    };
    let help = "Write out what it says in place of a name in curly brackets.";
    Diagnostic::new(&MESSAGE_FAULT, written.span(place), message).help(help)
}

fn unknown(written: &Written<'_>, name: &str, known: &Known) -> Diagnostic {
    let message = format!("The theme has no message `{name}`, so nothing shows it.");
    let near = misspelt(name, known.messages.keys().map(String::as_str));
    let help =
        near.map_or_else(|| "Correct the name, or take the message out.".to_owned(), |near| format!("Write `{near}`."));
    Diagnostic::new(&UNKNOWN_MESSAGE, written.span(name), message).help(help)
}

/// Whether a template of the site's own asks for a message, in whichever quotes templates allow.
fn own_templates_ask(sources: &Sources, name: &str) -> bool {
    let asked = ['"', '\'', '`'].map(|quote| format!("{quote}{name}{quote}"));
    sources.templates.values().any(|id| asked.iter().any(|asked| sources.get(*id).text().contains(asked)))
}

/// Whether another message of the file says it.
fn is_told_within(written: &Written<'_>, name: &str) -> bool {
    written.resource.entries().any(|entry| match entry {
        Entry::Message(message) => message.id.name != name && mentioned(message).contains(&Mention::Message(name)),
        Entry::Term(term) => mentions(&term.value).contains(&Mention::Message(name)),
        _ => false,
    })
}

/// What is wrong with what a message names. `given` are the variables that it is given, where that is known.
fn of_mention(
    written: &Written<'_>,
    mention: Mention<'_>,
    given: Option<&BTreeSet<String>>,
    known: &Known,
    own: &BTreeSet<&str>,
) -> Option<Diagnostic> {
    let (name, message, help) = match mention {
        Mention::Variable(name) => {
            let given = given.filter(|given| !given.contains(name))?;
            let listed: Vec<String> = given.iter().map(|name| format!("`${name}`")).collect();
            let help = match (misspelt(name, given.iter().map(String::as_str)), listed.is_empty()) {
                (Some(near), _) => format!("Write `${near}`."),
                (None, true) => "Nothing is put into this message; take it out.".to_owned(),
                (None, false) => format!("What is put into it: {}.", listed.join(", ")),
            };
            (name, format!("Nothing called `${name}` is put into this message."), help)
        }
        Mention::Message(name) => {
            let names = || known.messages.keys().map(String::as_str).chain(own.iter().copied());
            missing(name, "", names().any(|known| known == name), misspelt(name, names()))?
        }
        Mention::Term(name) => {
            let names = || known.terms.iter().map(String::as_str).chain(own.iter().copied());
            missing(name, "-", names().any(|known| known == name), misspelt(name, names()))?
        }
        Mention::Function(name) => {
            let help = "Take it out; what is put into a message is written as it is.";
            (name, format!("Messages cannot call functions such as `{name}()`."), help.to_owned())
        }
    };
    Some(Diagnostic::new(&MESSAGE_FAULT, written.span(name), message).help(help))
}

/// What is said of a message or term that is named and is not there.
fn missing<'a>(name: &'a str, sign: &str, is_known: bool, near: Option<&str>) -> Option<(&'a str, String, String)> {
    let help =
        near.map_or_else(|| "Correct the name, or take it out.".to_owned(), |near| format!("Write `{sign}{near}`."));
    (!is_known).then(|| (name, format!("There is no message `{sign}{name}`."), help))
}

/// The finding for a language that has some messages of the site's own and not all.
pub(super) fn of_language(path: &str, language: &str, has: &BTreeSet<&str>, known: &Known) -> Option<Diagnostic> {
    let missing: Vec<&str> = known.messages.keys().map(String::as_str).filter(|name| !has.contains(name)).collect();
    let first: Vec<String> = missing.iter().take(MOST_NAMES).map(|name| format!("`{name}`")).collect();
    let more = missing.len().saturating_sub(MOST_NAMES);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    (!missing.is_empty()).then(|| {
        let count = missing.len();
        let message = format!("The words in `{language}` lack {count} message{}.", if count == 1 { "" } else { "s" });
        Diagnostic::new(&MISSING_MESSAGES, Place::file(path), message).help(format!("Add {}{more}.", first.join(", ")))
    })
}

/// The names of the messages and terms of a file.
pub(super) fn names(resource: &FluentResource) -> impl Iterator<Item = &str> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        Entry::Term(term) => Some(term.id.name),
        _ => None,
    })
}
