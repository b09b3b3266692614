//! What the theme's own properties, `--ink` and the like, stand for in light, in dark and on paper.
//!
//! Must not know which colours lie on which.

use std::cell::RefCell;
use std::collections::HashMap;

use super::sheet::{Declaration, Scheme, Sheet};
use crate::model::colour::Colour;

/// How a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// On a screen, in light colours.
    Light,
    /// On a screen, in dark colours.
    Dark,
    /// On paper.
    Print,
}

impl Shown {
    pub(super) const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// In words that follow a sentence.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Light => "",
            Self::Dark => " in the dark colours",
            Self::Print => " on paper",
        }
    }

    /// Whether a declaration holds in it.
    pub(super) fn holds(self, declaration: &Declaration) -> bool {
        let condition = declaration.condition;
        let in_scheme = match condition.scheme {
            None => true,
            Some(Scheme::Dark) => self == Self::Dark,
            Some(Scheme::Light) => self != Self::Dark,
        };
        let on_medium = if self == Self::Print { !condition.is_screen } else { !condition.is_print };
        in_scheme && on_medium && !condition.is_set_aside
    }
}

/// A declaration, and the sheet that it stands in.
pub(super) type Written<'a> = (usize, &'a Declaration);

/// A colour and where it was chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen<'a> {
    pub(super) colour: Colour,
    pub(super) at: Written<'a>,
}

/// How deep functions may lie in each other.
const MOST_STEPS: usize = 12;
/// The most colours that one property is taken to stand for.
const MOST_COLOURS: usize = 64;

/// What properties stand for, each worked out once.
pub(super) struct Values<'a> {
    sheets: &'a [Sheet],
    /// How the page is shown.
    pub(super) shown: Shown,
    known: RefCell<HashMap<String, Vec<Chosen<'a>>>>,
}

impl<'a> Values<'a> {
    /// Those of these sheets, the page being shown so.
    pub(super) fn new(sheets: &'a [Sheet], shown: Shown) -> Self {
        Self { sheets, shown, known: RefCell::default() }
    }

    /// The colours that a property of the theme stands for: the last that is given for the whole page, else every one that
    /// is given for a part of it.
    pub(super) fn of_property(&self, name: &str) -> Vec<Chosen<'a>> {
        if let Some(found) = self.known.borrow().get(name) {
            return found.clone();
        }
        // A property that refers to itself stands for nothing (CSS Custom Properties 1, 2.3).
        self.known.borrow_mut().insert(name.to_owned(), Vec::new());
        let each = self.sheets.iter().enumerate();
        let given: Vec<Written<'a>> = each
            .flat_map(|(sheet, read)| read.declarations.iter().map(move |declaration| (sheet, declaration)))
            .filter(|(_, declaration)| declaration.name == name && self.shown.holds(declaration))
            .collect();
        let of_page = given.iter().rfind(|(_, declaration)| is_of_page(&declaration.selector));
        let all = of_page.map_or_else(|| given.clone(), |last| vec![*last]);
        let colours = all.into_iter().flat_map(|at| self.of_value(&at.1.value, at, 0));
        let found: Vec<Chosen<'a>> = colours.take(MOST_COLOURS).collect();
        self.known.borrow_mut().insert(name.to_owned(), found.clone());
        found
    }

    /// The colours that a value stands for, which was written `at`.
    pub(super) fn of_value(&self, value: &str, at: Written<'a>, steps: usize) -> Vec<Chosen<'a>> {
        let value = value.trim();
        if steps > MOST_STEPS {
            return Vec::new();
        }
        if let Some(inner) = arguments(value, "light-dark(") {
            let Some((light, dark)) = split_at_comma(inner) else { return Vec::new() };
            let half = if self.shown == Shown::Dark { dark } else { light };
            return self.of_value(half, at, steps + 1);
        }
        if let Some(inner) = arguments(value, "var(") {
            let (name, otherwise) = split_at_comma(inner).map_or((inner, None), |(name, rest)| (name, Some(rest)));
            let found = self.of_property(name.trim());
            return match otherwise {
                Some(rest) if found.is_empty() => self.of_value(rest, at, steps + 1),
                _ => found,
            };
        }
        Colour::parse(value).map(|colour| Chosen { colour, at }).into_iter().collect()
    }
}

/// Whether a selector means the whole page.
fn is_of_page(selector: &str) -> bool {
    selector.split(',').any(|one| matches!(one.trim(), ":root" | "html" | "body" | "*" | ":host"))
}

/// What stands in the brackets, where the whole value is this function.
fn arguments<'a>(value: &'a str, function: &str) -> Option<&'a str> {
    let inner = value.strip_prefix(function)?.strip_suffix(')')?;
    let mut depth = 0_i32;
    let is_whole = inner.chars().all(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth >= 0
    });
    is_whole.then_some(inner)
}

/// The halves before and after the first comma outside of brackets.
fn split_at_comma(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_i32;
    let at = text.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        *c == ',' && depth == 0
    })?;
    Some((&text[..at.0], &text[at.0 + 1..]))
}
