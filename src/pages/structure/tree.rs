//! Who reports to whom as a nested list: every body below each that it reports to.
//!
//! Must not know the drawing.

use crate::graph::address::Address;
use crate::pages::overview::Branch;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::structure::columns::from_the_top;
use crate::pages::structure::picture::Picture;

/// How deep the list goes before it goes on from the top.
const MOST_LEVELS: usize = 12;

/// The list in the making.
struct Tree<'a> {
    site: &'a Site<'a>,
    from: &'a Address,
    picture: &'a Picture,
    /// The bodies whose own list is written or being written.
    listed: Vec<bool>,
    /// Bodies too deep for the list, which get a place of their own at its top.
    too_deep: Vec<usize>,
}

/// The bodies that report to none, each with those below it. Of those that report to each other in a circle, the first
/// stands at the top.
pub(super) fn branches(site: &Site<'_>, from: &Address, picture: &Picture) -> Vec<Branch> {
    let count = picture.bodies.len();
    let mut tree = Tree { site, from, picture, listed: vec![false; count], too_deep: Vec::new() };
    let mut branches = Vec::new();
    for body in from_the_top(count, &picture.reports) {
        if !tree.listed[body] {
            branches.push(tree.branch(body, None, 0));
            while let Some(deep) = tree.too_deep.pop() {
                if !tree.listed[deep] {
                    branches.push(tree.branch(deep, None, 0));
                }
            }
        }
    }
    branches
}

impl Tree<'_> {
    /// A body below `above`. Its recursion is as deep as the list.
    fn branch(&mut self, body: usize, above: Option<usize>, level: usize) -> Branch {
        let below: Vec<usize> = self.reporting_to(body);
        let again = self.listed[body];
        let goes_on = level >= MOST_LEVELS && !below.is_empty();
        let mut notes = self.notes(body, above);
        let mut branches = Vec::new();
        if again || goes_on {
            if !below.is_empty() {
                notes.push(self.site.say("structure-listed-elsewhere"));
            }
            if goes_on && !again {
                self.too_deep.push(body);
            }
        } else {
            self.listed[body] = true;
            branches = below.into_iter().map(|next| self.branch(next, Some(body), level + 1)).collect();
        }
        let own = &self.picture.bodies[body];
        let note = (!notes.is_empty()).then(|| notes.join(" "));
        Branch { body: Part { tag: own.sort.clone(), note, ..self.site.to_record(self.from, own.index) }, branches }
    }

    fn reporting_to(&self, body: usize) -> Vec<usize> {
        self.picture.reports.iter().filter(|(from, to)| *to == body && from != to).map(|(from, _)| *from).collect()
    }

    /// What the place in the list does not say: to whom else the body reports.
    fn notes(&self, body: usize, above: Option<usize>) -> Vec<String> {
        let own = self.picture.reports.iter().filter(|(from, _)| *from == body).map(|(_, to)| *to);
        let others: Vec<&str> = own
            .clone()
            .filter(|to| Some(*to) != above && *to != body)
            .map(|to| self.picture.bodies[to].title.as_str())
            .collect();
        let mut notes = Vec::new();
        if !others.is_empty() {
            let message = if above.is_some() { "structure-also-reports-to" } else { "structure-reports-to-named" };
            notes.push(self.site.tell(message, &[("bodies", (&others.join(", ")).into())]));
        }
        if own.into_iter().any(|to| to == body) {
            notes.push(self.site.say("structure-reports-to-itself"));
        }
        notes
    }
}
