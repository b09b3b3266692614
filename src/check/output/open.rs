//! The start tag that is being read: its element, and those of its attributes that matter.
//!
//! Must not know what an element means.

use std::borrow::Cow;
use std::ops::Range;

use super::document::{Document, Written, small};
use super::names::{Attribute, Tag};
use super::role::Role;

/// A value of an attribute, character references undone, and where it stands.
#[derive(Debug)]
pub(super) struct Value<'a> {
    pub(super) attribute: Attribute,
    pub(super) text: Cow<'a, str>,
    pub(super) range: Range<usize>,
}

/// A start tag.
#[derive(Debug, Default)]
pub(super) struct Open<'a> {
    /// Its element.
    pub(super) tag: Tag,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// Its attributes that matter, in order: of two of a name the first counts.
    pub(super) values: Vec<Value<'a>>,
    /// Whether it stands in a drawing, where some elements mean something else.
    pub(super) in_drawing: bool,
}

impl<'a> Open<'a> {
    /// The value of an attribute of the element, where it has one.
    pub(super) fn value(&self, attribute: Attribute) -> Option<&Value<'a>> {
        self.values.iter().find(|value| value.attribute == attribute)
    }

    /// Whether an attribute is one of these words.
    pub(super) fn is(&self, attribute: Attribute, words: &[&str]) -> bool {
        let value = self.value(attribute).map_or("", |value| value.text.trim());
        words.iter().any(|word| value.eq_ignore_ascii_case(word))
    }

    /// Takes the address in an attribute.
    pub(super) fn address(&self, attribute: Attribute, role: Role, document: &mut Document<'a>) {
        let Some(value) = self.value(attribute) else { return };
        let written = Written { text: value.text.clone(), range: small(value.range.clone()), role };
        document.addresses.push(written);
    }

    /// Takes the part of an attribute that is an address.
    pub(super) fn part(&self, attribute: Attribute, part: Range<usize>, role: Role, document: &mut Document<'a>) {
        let Some(value) = self.value(attribute) else { return };
        let (text, range) = match &value.text {
            Cow::Borrowed(text) => {
                let within = value.range.start + part.start..value.range.start + part.end;
                (Cow::Borrowed(&text[part]), within)
            }
            Cow::Owned(text) => (Cow::Owned(text[part].to_owned()), value.range.clone()),
        };
        document.addresses.push(Written { text, range: small(range), role });
    }
}
