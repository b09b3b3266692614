//! The words of one language.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use crate::model::board::MonthName;
use crate::model::date::PartialDate;
use crate::model::word::FixedWord;

/// The language in which every message is there.
pub const ENGLISH: &str = "en";

/// What is put into a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument<'a> {
    /// A text, as it is.
    Text(&'a str),
    /// A number, which also chooses between forms of the plural.
    Number(i64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The words of one language.
pub struct Lexicon {
    /// Its tag, in small letters: `en`, `cy`.
    pub(super) language: String,
    pub(super) bundle: FluentBundle<Arc<FluentResource>>,
    /// Messages without arguments, ready to be said.
    pub(super) plain: HashMap<String, String>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("language", &self.language).finish_non_exhaustive()
    }
}

static EMPTY: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::new(ENGLISH, &[])));

impl Lexicon {
    /// One of messages, of which later ones stand before earlier ones of the same name.
    pub(super) fn new(language: &str, resources: &[Arc<FluentResource>]) -> Self {
        let tag: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks that set texts apart by their direction would end up in titles and file formats.
        bundle.set_use_isolating(false);
        for resource in resources {
            bundle.add_resource_overriding(Arc::clone(resource));
        }
        let mut lexicon = Self { language: language.to_owned(), bundle, plain: HashMap::new() };
        lexicon.plain = lexicon.without_arguments(resources);
        lexicon
    }

    /// One without any words, which says the names of messages.
    pub(super) fn empty() -> &'static Arc<Self> {
        &EMPTY
    }

    /// The tag of its language, in small letters.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether there is a message of this name.
    pub fn has(&self, message: &str) -> bool {
        self.bundle.get_message(message).is_some_and(|found| found.value().is_some())
    }

    /// A message without arguments. One that is not there is said by its name, so that it is seen and not lost.
    pub fn say(&self, message: &str) -> String {
        self.plain.get(message).cloned().unwrap_or_else(|| self.tell(message, &[]))
    }

    /// A message with what is put into it.
    pub fn tell(&self, message: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let given: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, fluent(value))).collect();
        self.format(message, Some(&given)).unwrap_or_else(|| message.to_owned())
    }

    /// `6 November 2019`, in the manner of GOV.UK's style guide, as the language writes it.
    pub fn day(&self, date: jiff::civil::Date) -> String {
        let (day, month, year) = (date.day().to_string(), self.month(date.month()), date.year().to_string());
        let parts = [("day", day.as_str().into()), ("month", (&month).into()), ("year", year.as_str().into())];
        self.tell("date-day", &parts)
    }

    /// `2019`, `November 2019` or `6 November 2019`.
    pub fn partial_date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month(year, month) => {
                let (year, month) = (year.to_string(), self.month(month));
                self.tell("date-month", &[("month", (&month).into()), ("year", (&year).into())])
            }
            PartialDate::Day(date) => self.day(date),
        }
    }

    /// The name of a month, from 1.
    pub fn month(&self, number: i8) -> String {
        let index = usize::try_from(i32::from(number) - 1).ok();
        index.and_then(|index| MonthName::ALL.get(index)).map_or_else(String::new, |month| self.say(&month.message()))
    }

    fn format(&self, message: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(message)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned())
    }

    /// The messages that need no arguments, said once.
    fn without_arguments(&self, resources: &[Arc<FluentResource>]) -> HashMap<String, String> {
        let names = resources.iter().flat_map(|resource| message_names(resource));
        let said = names.filter_map(|name| {
            let pattern = self.bundle.get_message(name)?.value()?;
            let mut errors = Vec::new();
            let text = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
            errors.is_empty().then(|| (name.to_owned(), text))
        });
        said.collect()
    }
}

fn fluent<'a>(value: &Argument<'a>) -> FluentValue<'a> {
    match value {
        Argument::Text(text) => FluentValue::from(*text),
        Argument::Number(number) => FluentValue::from(*number),
    }
}

/// The names of the messages in a file.
fn message_names(resource: &FluentResource) -> impl Iterator<Item = &str> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        _ => None,
    })
}
