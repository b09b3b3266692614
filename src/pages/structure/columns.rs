//! In which column each box stands: one further right than the furthest of those it reports to.
//!
//! Must not know heights or places.

use crate::pages::structure::grid::Link;

/// The column of each box, and the reports as links from left to right. A report that would close a circle is turned round.
pub(super) fn columns(count: usize, reports: &[(usize, usize)]) -> (Vec<usize>, Vec<Link>) {
    let (order, turned) = walk(&below(count, reports), from_the_top(count, reports));
    let mut links: Vec<Link> = reports
        .iter()
        .map(|(from, to)| {
            let against = turned.contains(&(*to, *from));
            let (left, right) = if against { (*from, *to) } else { (*to, *from) };
            Link { left, right, against }
        })
        .collect();
    links.sort_unstable();
    let mut column_of = vec![0; count];
    // In this order no link leads back, so each column is final when it is passed on.
    for body in order {
        for link in links.iter().filter(|link| link.left == body) {
            column_of[link.right] = column_of[link.right].max(column_of[body] + 1);
        }
    }
    (column_of, links)
}

/// Where to begin so that few beginnings reach every body: those that report to none, then those from which the most of a
/// circle can be reached.
pub(super) fn from_the_top(count: usize, reports: &[(usize, usize)]) -> Vec<usize> {
    let reports_to_another = |body: usize| reports.iter().any(|(from, to)| *from == body && to != from);
    let (tops, others): (Vec<usize>, Vec<usize>) = (0..count).partition(|body| !reports_to_another(*body));
    // What a walk finishes last reaches everything that the walk began with before it and that hangs together with it.
    let (order, _) = walk(&below(count, reports), others);
    let is_top = |body: &usize| tops.binary_search(body).is_ok();
    let circles: Vec<usize> = order.into_iter().filter(|body| !is_top(body)).collect();
    tops.iter().copied().chain(circles).collect()
}

/// Those who report to each body.
fn below(count: usize, reports: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (from, to) in reports.iter().filter(|(from, to)| from != to) {
        below[*to].push(*from);
    }
    below
}

/// The bodies that can be reached, in an order in which each comes after those it reports to, and the steps down that
/// would lead back up. The walk keeps its own stack, since a chain of bodies may be as long as it likes.
fn walk(below: &[Vec<usize>], starts: Vec<usize>) -> (Vec<usize>, Vec<(usize, usize)>) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut state = vec![State::New; below.len()];
    let mut turned = Vec::new();
    let mut finished = Vec::new();
    for start in starts {
        if state[start] != State::New {
            continue;
        }
        state[start] = State::Open;
        let mut open = vec![(start, 0)];
        while let Some((body, next)) = open.last_mut() {
            let Some(child) = below[*body].get(*next).copied() else {
                state[*body] = State::Done;
                finished.push(*body);
                open.pop();
                continue;
            };
            *next += 1;
            match state[child] {
                State::New => {
                    state[child] = State::Open;
                    open.push((child, 0));
                }
                State::Open => turned.push((*body, child)),
                State::Done => {}
            }
        }
    }
    finished.reverse();
    (finished, turned)
}
