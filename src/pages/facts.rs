//! Facts in two columns: a label and its values, left out where there is nothing to say.

use crate::graph::address::{Address, encode};
use crate::model::date::PartialDate;
use crate::model::field::Url;
use crate::model::period::Period;
use crate::model::target::{Ref, Target};
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::view::Fact;
use crate::pages::wording;
use crate::sources::Spanned;

/// Facts of one page, being gathered.
pub(super) struct Facts<'a> {
    site: &'a Site<'a>,
    from: &'a Address,
    gathered: Vec<Fact>,
}

/// A piece of plain text.
pub(super) fn text(text: impl Into<String>) -> Part {
    Part { text: text.into(), ..Part::default() }
}

/// A text in pieces, of which addresses of electronic mail lead to themselves; none where it holds no address.
fn pieces(written: &str) -> Vec<Part> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    for word in written.split_inclusive(char::is_whitespace) {
        let address = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let is_address = address.split_once('@').is_some_and(|(name, host)| {
            let is_of = |text: &str, signs: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c));
            !name.is_empty() && is_of(name, ".!#$%&'*+-_~=") && host.contains('.') && is_of(host, ".-")
        });
        match word.split_once(address).filter(|_| is_address) {
            Some((before, after)) => {
                plain.push_str(before);
                if !plain.is_empty() {
                    pieces.push(text(std::mem::take(&mut plain)));
                }
                pieces.push(Part { href: Some(format!("mailto:{}", encode(address))), ..text(address) });
                plain.push_str(after);
            }
            None => plain.push_str(word),
        }
    }
    if !pieces.is_empty() && !plain.is_empty() {
        pieces.push(text(plain));
    }
    pieces
}

impl<'a> Facts<'a> {
    /// For the page at `from`.
    pub(super) fn new(site: &'a Site<'a>, from: &'a Address) -> Self {
        Self { site, from, gathered: Vec::new() }
    }

    /// Some values under a label, which is a message.
    pub(super) fn parts(mut self, label: &str, values: Vec<Part>) -> Self {
        if !values.is_empty() {
            self.gathered.push(Fact { label: self.site.say(label), values });
        }
        self
    }

    /// A text in the language of the page.
    pub(super) fn text<S: AsRef<str>>(self, label: &str, value: Option<S>) -> Self {
        self.parts(label, value.map(|value| text(value.as_ref())).into_iter().collect())
    }

    /// A text from the record.
    pub(super) fn quoted<S: AsRef<str>>(self, label: &str, value: Option<S>) -> Self {
        let part = value.map(|value| self.site.quoted(value.as_ref()));
        self.parts(label, part.into_iter().collect())
    }

    /// A text from the record, in which addresses of electronic mail are links.
    pub(super) fn with_addresses(self, label: &str, value: Option<&String>) -> Self {
        let part = value.map(|value| Part { pieces: pieces(value), ..self.site.quoted(value) });
        self.parts(label, part.into_iter().collect())
    }

    /// A reference.
    pub(super) fn link<T: Target>(self, label: &str, reference: Option<&Ref<T>>) -> Self {
        let part = reference.map(|reference| self.site.to_target(self.from, reference));
        self.parts(label, part.into_iter().collect())
    }

    /// References.
    pub(super) fn links<T: Target>(self, label: &str, references: &[Ref<T>]) -> Self {
        let parts = references.iter().map(|reference| self.site.to_target(self.from, reference)).collect();
        self.parts(label, parts)
    }

    /// A day.
    pub(super) fn day(self, label: &str, date: Option<Spanned<jiff::civil::Date>>) -> Self {
        let part = date.map(|date| wording::date_part(wording::day(self.site, date.value)));
        self.parts(label, part.into_iter().collect())
    }

    /// A date known to the year, month or day.
    pub(super) fn date(self, label: &str, date: Option<Spanned<PartialDate>>) -> Self {
        let part = date.map(|date| wording::date_part(wording::partial(self.site, date.value)));
        self.parts(label, part.into_iter().collect())
    }

    /// A period.
    pub(super) fn period(self, label: &str, period: Option<&Spanned<Period>>) -> Self {
        let period = period.and_then(|period| wording::period(self.site, &period.value));
        self.text(label, period)
    }

    /// An address of the web, shown without its scheme.
    pub(super) fn url(self, label: &str, url: Option<&Spanned<Url>>) -> Self {
        let part = url.map(|url| {
            let address = &url.value.0;
            let shown = address.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
            Part { text: shown.to_owned(), href: Some(address.clone()), ..Part::default() }
        });
        self.parts(label, part.into_iter().collect())
    }

    /// What was gathered.
    pub(super) fn finish(self) -> Vec<Fact> {
        self.gathered
    }
}
