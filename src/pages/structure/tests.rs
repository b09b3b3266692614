//! The layout holds for any graph: it ends, no boxes overlap, every line runs from box to box and through none.

use proptest::prelude::*;

use crate::pages::structure::grid::{BOX_WIDTH, Layout, Plan, STEP};
use crate::pages::structure::layout::layout;

fn plan(steps: &[i32], reports: &[(usize, usize)]) -> Plan {
    Plan { heights: steps.iter().map(|steps| steps * STEP).collect(), reports: reports.to_vec() }
}

/// Left, upper, right and lower edge of a box.
fn edges(plan: &Plan, layout: &Layout, body: usize) -> (i32, i32, i32, i32) {
    let (x, y) = layout.boxes[body];
    (x, y, x + BOX_WIDTH, y + plan.heights[body])
}

/// Whether a straight line touches the inside of a box.
fn runs_through(line: &[(i32, i32)], (left, top, right, bottom): (i32, i32, i32, i32)) -> bool {
    let (xs, ys) =
        ((line[0].0.min(line[1].0), line[0].0.max(line[1].0)), (line[0].1.min(line[1].1), line[0].1.max(line[1].1)));
    xs.0 < right && xs.1 > left && ys.0 < bottom && ys.1 > top
}

fn faults(plan: &Plan) -> Vec<String> {
    let layout = layout(plan);
    let count = plan.heights.len();
    let mut faults = Vec::new();
    let each = |body: usize| edges(plan, &layout, body);
    for one in 0..count {
        for other in one + 1..count {
            let (a, b) = (each(one), each(other));
            if a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3 {
                faults.push(format!("boxes {one} and {other} overlap"));
            }
        }
    }
    for route in &layout.routes {
        let (left, right) = if route.against { (route.from, route.to) } else { (route.to, route.from) };
        let (left, right) = (each(left), each(right));
        let (first, last) = (route.points[0], route.points[route.points.len() - 1]);
        if first.0 != left.2 || first.1 <= left.1 || first.1 >= left.3 {
            faults.push(format!("{route:?} does not begin at {left:?}"));
        }
        if last.0 != right.0 || last.1 <= right.1 || last.1 >= right.3 {
            faults.push(format!("{route:?} does not end at {right:?}"));
        }
        let through = |line: &[(i32, i32)]| (0..count).any(|body| runs_through(line, each(body)));
        if route.points.windows(2).any(through) {
            faults.push(format!("{route:?} runs through a box"));
        }
    }
    let mut drawn: Vec<(usize, usize)> = layout.routes.iter().map(|route| (route.from, route.to)).collect();
    drawn.sort_unstable();
    let mut wanted: Vec<(usize, usize)> = plan.reports.iter().copied().filter(|(from, to)| from != to).collect();
    wanted.sort_unstable();
    wanted.dedup();
    if drawn != wanted {
        faults.push(format!("drawn are {drawn:?}, wanted {wanted:?}"));
    }
    faults
}

#[test]
fn a_body_stands_on_the_left_level_with_the_first_who_reports_to_it() {
    let layout = layout(&plan(&[3, 3, 3, 3], &[(1, 0), (2, 0), (3, 0)]));
    let columns: Vec<bool> = layout.boxes.iter().map(|(x, _)| *x == 0).collect();
    assert_eq!(columns, [true, false, false, false]);
    assert_eq!(layout.boxes[0].1, layout.boxes[1].1);
}

#[test]
fn two_who_report_to_each_other_are_drawn_once_each_way() {
    let layout = layout(&plan(&[3, 3], &[(0, 1), (1, 0)]));
    let ways: Vec<(usize, usize, bool)> =
        layout.routes.iter().map(|route| (route.from, route.to, route.against)).collect();
    assert_eq!(ways.len(), 2);
    assert!(ways.contains(&(1, 0, false)) && ways.contains(&(0, 1, true)));
}

#[test]
fn a_body_that_reports_to_itself_has_no_line() {
    assert_eq!(layout(&plan(&[3], &[(0, 0)])).routes, []);
}

#[test]
fn lines_of_different_boxes_never_run_in_one() {
    // Two trees beside each other, whose boxes are of one height.
    let plan = plan(&[3, 3, 3, 3, 3], &[(2, 0), (3, 1), (3, 0), (4, 1), (2, 1)]);
    let layout = layout(&plan);
    let upright = |body: usize| {
        let own = layout.routes.iter().filter(move |route| route.to == body);
        own.flat_map(|route| route.points.windows(2)).filter(|line| line[0].0 == line[1].0).map(|line| line[0].0).max()
    };
    assert_ne!(upright(0), upright(1));
}

#[test]
fn sixty_bodies_and_long_chains_are_laid_out() {
    let star: Vec<(usize, usize)> = (1..60).map(|body| (body, 0)).collect();
    assert_eq!(faults(&plan(&[4; 60], &star)), Vec::<String>::new());
    let chain: Vec<(usize, usize)> = (1..1000).map(|body| (body, body - 1)).collect();
    assert_eq!(layout(&plan(&[3; 1000], &chain)).routes.len(), 999);
}

proptest! {
    #[test]
    fn any_graph_is_laid_out(
        steps in prop::collection::vec(3..9_i32, 1..25),
        reports in prop::collection::vec((0..25_usize, 0..25_usize), 0..60),
    ) {
        let count = steps.len();
        let reports: Vec<(usize, usize)> = reports.iter().map(|(from, to)| (from % count, to % count)).collect();
        prop_assert_eq!(faults(&plan(&steps, &reports)), Vec::<String>::new());
    }
}
