//! The raw HTML elements that are open among the blocks of one container, or the inlines of one run: keeps what is written
//! well-formed, whatever tags come.
//!
//! Must not know tokens or attributes.

use std::collections::BTreeMap;

use super::allow_list::{Element, Holds, Place};

/// How deep raw elements may lie in each other.
const MAX_OPEN: usize = 48;

/// The elements that are open.
#[derive(Debug)]
pub(super) struct OpenTags {
    base: Holds,
    /// What was met, where there was any raw HTML: most runs of text have none.
    met: Option<Box<Met>>,
}

/// The raw HTML that was met.
#[derive(Debug, Default)]
struct Met {
    open: Vec<&'static Element>,
    /// How many end tags of each name have lost their start and are to be passed over.
    refused: BTreeMap<String, u32>,
    /// The element that is being left out with its content.
    dropping: Option<Dropping>,
}

/// An element that is being left out with its content.
#[derive(Debug)]
pub(super) struct Dropping {
    /// Its name.
    pub(super) name: String,
    /// How many of that name lie in each other.
    pub(super) depth: u32,
    /// How many inlines stood before it.
    pub(super) inlines_before: usize,
    /// How many elements were open before it: none of these ends within.
    open_before: usize,
}

impl OpenTags {
    /// Nothing open among blocks.
    pub(super) fn among_blocks() -> Self {
        Self::within(Holds::Flow)
    }

    /// Nothing open in running text.
    pub(super) fn in_text() -> Self {
        Self::within(Holds::Phrasing)
    }

    fn within(base: Holds) -> Self {
        Self { base, met: None }
    }

    /// Whether nothing is open.
    pub(super) fn is_empty(&self) -> bool {
        self.open().is_empty()
    }

    /// The element that is being left out with its content.
    pub(super) fn dropping(&mut self) -> Option<&mut Dropping> {
        self.met.as_mut()?.dropping.as_mut()
    }

    fn open(&self) -> &[&'static Element] {
        self.met.as_ref().map_or(&[], |met| &met.open)
    }

    fn met(&mut self) -> &mut Met {
        self.met.get_or_insert_default()
    }

    /// How many elements were open before the one that is being left out: none of these ends within it.
    fn floor(&self) -> usize {
        self.met.as_ref().and_then(|met| met.dropping.as_ref()).map_or(0, |dropping| dropping.open_before)
    }

    /// Whether an element of this name is open.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.open().iter().any(|element| element.name == name)
    }

    /// The name of the innermost open element.
    pub(super) fn innermost(&self) -> Option<&'static str> {
        self.open().last().map(|element| element.name)
    }

    /// Opens `element`, first writing to `out` the end tags it implies. False where it cannot stand here.
    pub(super) fn enter(&mut self, element: &'static Element, out: &mut String) -> bool {
        let floor = self.floor();
        let mut depth = self.open().len();
        while !self.admits(depth, element) {
            let Some(around) = self.open()[..depth].last() else { return false };
            if !around.implied_end || depth <= floor {
                return false;
            }
            depth -= 1;
        }
        if depth >= MAX_OPEN {
            return false;
        }
        self.close_to(depth, out);
        if element.holds != Holds::Nothing {
            self.met().open.push(element);
        }
        true
    }

    /// Closes the innermost element of this name with all that is open in it. False where none is open.
    pub(super) fn leave(&mut self, name: &str, out: &mut String) -> bool {
        let floor = self.floor();
        match self.open().iter().rposition(|element| element.name == name) {
            Some(at) if at >= floor => {
                self.close_to(at + 1, out);
                self.met().open.pop();
                end_tag(name, out);
                true
            }
            _ => false,
        }
    }

    /// Notes that a start tag of this name was left out, so that its end tag is no news.
    pub(super) fn refuse(&mut self, name: &str) {
        *self.met().refused.entry(name.to_owned()).or_default() += 1;
    }

    /// Whether an end tag of this name is no news.
    pub(super) fn pass_over(&mut self, name: &str) -> bool {
        match self.met.as_mut().and_then(|met| met.refused.get_mut(name)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// Begins to leave out an element with its content, `inlines_before` being there.
    pub(super) fn drop_content(&mut self, name: &str, inlines_before: usize) {
        let open_before = self.open().len();
        self.met().dropping = Some(Dropping { name: name.to_owned(), depth: 1, inlines_before, open_before });
    }

    /// The element that was left out has ended: how many inlines stood before it.
    pub(super) fn end_of_dropped(&mut self) -> Option<usize> {
        let met = self.met.as_mut()?;
        let dropping = met.dropping.take()?;
        met.open.truncate(dropping.open_before);
        Some(dropping.inlines_before)
    }

    /// Closes what cannot hold text.
    pub(super) fn room_for_text(&mut self, out: &mut String) {
        let mut depth = self.open().len();
        while depth > 0 && self.held_at(depth) == Holds::Parts {
            depth -= 1;
        }
        self.close_to(depth, out);
    }

    /// Closes what cannot hold a block made from Markdown: running text, links, and the frame of lists and tables.
    pub(super) fn room_for_block(&mut self, out: &mut String) {
        let closed = |element: &&Element| matches!(element.holds, Holds::Phrasing | Holds::AsParent);
        let mut depth = self.open().iter().position(closed).unwrap_or(self.open().len());
        while depth > 0 && self.held_at(depth) != Holds::Flow {
            depth -= 1;
        }
        self.close_to(depth, out);
    }

    /// Closes everything.
    pub(super) fn close_all(&mut self, out: &mut String) {
        if let Some(met) = &mut self.met {
            met.dropping = None;
        }
        self.close_to(0, out);
        self.met = None;
    }

    fn close_to(&mut self, depth: usize, out: &mut String) {
        while self.open().len() > depth {
            if let Some(element) = self.met().open.pop() {
                end_tag(element.name, out);
                self.refuse(element.name);
            }
        }
    }

    fn admits(&self, depth: usize, element: &Element) -> bool {
        let around = self.open()[..depth].last().map(|element| element.name);
        let held = self.held_at(depth);
        match element.place {
            Place::Phrasing => matches!(held, Holds::Phrasing | Holds::Flow),
            Place::Flow => held == Holds::Flow,
            Place::Heading => held == Holds::Flow || around == Some("summary"),
            Place::Part(of) => around.is_some_and(|around| of.contains(&around)),
        }
    }

    /// What the innermost of the first `depth` open elements holds.
    fn held_at(&self, depth: usize) -> Holds {
        let own = |element: &&&'static Element| element.holds != Holds::AsParent;
        self.open()[..depth].iter().rev().find(own).map_or(self.base, |element| element.holds)
    }
}

fn end_tag(name: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::allow_list::element;

    fn enter(tags: &mut OpenTags, name: &str) -> Option<String> {
        let mut out = String::new();
        element(name).filter(|element| tags.enter(element, &mut out)).map(|_| out)
    }

    #[test]
    fn ends_that_may_be_left_out_are_written() {
        let mut tags = OpenTags::among_blocks();
        for name in ["ul", "li", "p"] {
            assert_eq!(enter(&mut tags, name).as_deref(), Some(""));
        }
        assert_eq!(enter(&mut tags, "li").as_deref(), Some("</p></li>"));
        assert_eq!(enter(&mut tags, "td"), None);
        let mut out = String::new();
        assert!(tags.leave("ul", &mut out));
        assert_eq!(out, "</li></ul>");
        assert!(!tags.leave("ul", &mut out));
    }

    #[test]
    fn running_text_holds_no_blocks() {
        let mut tags = OpenTags::in_text();
        assert_eq!(enter(&mut tags, "a").as_deref(), Some(""));
        assert_eq!(enter(&mut tags, "div"), None);
        let mut tags = OpenTags::among_blocks();
        assert_eq!(enter(&mut tags, "a").as_deref(), Some(""));
        assert_eq!(enter(&mut tags, "div").as_deref(), Some(""));
        let mut out = String::new();
        tags.room_for_block(&mut out);
        assert_eq!(out, "</div></a>");
    }

    #[test]
    fn depth_is_bounded() {
        let mut tags = OpenTags::among_blocks();
        let entered = (0..1000).filter(|_| enter(&mut tags, "div").is_some()).count();
        assert_eq!(entered, MAX_OPEN);
    }
}
