//! The words of the theme in templates: `{{ "skip-link" | t }}`, `{{ "answer-days" | t(days=3) }}`, and for messages that
//! hold markup `{{ "statement-law" | markup(link="…") }}`.
//!
//! Must not know which pages there are.

use std::sync::Arc;

use tera::{Error, Filter, Kwargs, State, Tera, TeraResult, Value};

use crate::words::{Argument, Lexicon};

/// Gives templates the words of a language.
pub(super) fn register(tera: &mut Tera, lexicon: &Arc<Lexicon>) {
    tera.register_filter("t", Plain(Arc::clone(lexicon)));
    tera.register_filter("markup", Markup(Arc::clone(lexicon)));
}

/// A message of the theme, by its name, in the language of the page. Values that it asks for are given by name, as in
/// `{{ "answer-days" | t(days=3) }}`. What it says is escaped like any text.
struct Plain(Arc<Lexicon>);

impl Filter<&str, TeraResult<String>> for Plain {
    fn call(&self, message: &str, given: Kwargs, _state: &State) -> TeraResult<String> {
        said(&self.0, message, &given, str::to_owned)
    }
}

/// A message of the theme that holds markup, by its name, in the language of the page. What is put into it is escaped, unless it
/// is HTML already.
struct Markup(Arc<Lexicon>);

impl Filter<&str, TeraResult<String>> for Markup {
    fn call(&self, message: &str, given: Kwargs, _state: &State) -> TeraResult<String> {
        said(&self.0, message, &given, escaped)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

fn said(lexicon: &Lexicon, message: &str, given: &Kwargs, prepared: fn(&str) -> String) -> TeraResult<String> {
    if !lexicon.has(message) {
        return Err(Error::message(format!("there is no message `{message}` among the words of the theme")));
    }
    let values: Vec<(&str, Given)> =
        given.iter().filter_map(|(name, value)| Some((name.as_str()?, Given::new(value, prepared)))).collect();
    let arguments: Vec<(&str, Argument<'_>)> = values.iter().map(|(name, value)| (*name, value.argument())).collect();
    Ok(if arguments.is_empty() { lexicon.say(message) } else { lexicon.tell(message, &arguments) })
}

/// What a template puts into a message.
enum Given {
    Text(String),
    Number(i64),
}

impl Given {
    fn new(value: &Value, prepared: fn(&str) -> String) -> Self {
        let number = value.as_i64().map(Self::Number);
        number.unwrap_or_else(|| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            Self::Text(if value.is_safe() { text } else { prepared(&text) })
        })
    }

    fn argument(&self) -> Argument<'_> {
        match self {
            Self::Text(text) => Argument::Text(text),
            Self::Number(number) => Argument::Number(*number),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
