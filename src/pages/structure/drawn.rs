//! The drawing of who reports to whom: a box for each body, a line to each that it reports to; below them the bodies that
//! are linked with none.

use crate::model::kind::Kind;
use crate::pages::drawing::{Drawing, Shape, arrow_head, line, lines};
use crate::pages::lettering::{LINE, SIZE, wrap};
use crate::pages::site::Site;
use crate::pages::structure::grid::{BOX_WIDTH, Plan, STEP};
use crate::pages::structure::layout::layout;
use crate::pages::structure::picture::{Body, Picture};

/// The room around everything.
const MARGIN: i32 = 8;
/// The room between a box's edge and its text.
const PADDING: i32 = 12;
/// The room between two boxes of the bodies that are linked with none.
const APART: i32 = 16;
/// Fewest boxes side by side of the bodies that are linked with none.
const FEWEST_ABREAST: i32 = 3;
/// The most bodies that a reader finds the way among; of more there is the list alone.
const MOST_DRAWN: usize = 200;

/// A box with its text.
struct Lettered {
    title: Vec<String>,
    more: Vec<String>,
    height: i32,
    kind: Kind,
}

/// The drawing; nothing where nobody reports to anybody, or where there are more bodies than a drawing can show.
pub(super) fn drawing(site: &Site<'_>, picture: &Picture, caption: &str, place: &str) -> Option<Drawing> {
    let is_linked = |body: usize| picture.reports.iter().any(|(from, to)| from != to && (*from == body || *to == body));
    let (linked, alone): (Vec<usize>, Vec<usize>) = (0..picture.bodies.len()).partition(|body| is_linked(*body));
    if linked.is_empty() || picture.bodies.len() > MOST_DRAWN {
        return None;
    }
    let lettered = |bodies: &[usize]| bodies.iter().map(|body| letter(site, picture, *body)).collect::<Vec<_>>();
    let (boxes, others) = (lettered(&linked), lettered(&alone));
    let place_of = |body: &usize| linked.binary_search(body).ok();
    let reports = picture.reports.iter().filter_map(|(from, to)| Some((place_of(from)?, place_of(to)?))).collect();
    let layout = layout(&Plan { heights: boxes.iter().map(|own| own.height).collect(), reports });
    let mut shapes = Vec::new();
    for route in &layout.routes {
        let points: Vec<(i32, i32)> = route.points.iter().map(|(x, y)| (x + MARGIN, y + MARGIN)).collect();
        shapes.push(line(&points, if route.against { "dashed" } else { "line" }));
        let end = if route.against { points.last() } else { points.first() };
        shapes.extend(end.map(|end| arrow_head(*end, !route.against, "full")));
    }
    for (own, (x, y)) in boxes.iter().zip(&layout.boxes) {
        shapes.extend(own.shapes(x + MARGIN, y + MARGIN));
    }
    let (mut width, mut height) = (layout.size.0 + 2 * MARGIN, layout.size.1 + 2 * MARGIN);
    if !others.is_empty() {
        let reached = beside(site, &others, (width, height), &mut shapes);
        (width, height) = (width.max(reached.0), reached.1);
    }
    let about = site.say("structure-drawing");
    Some(Drawing::new(place.to_owned(), (caption.to_owned(), about), (width, height), shapes))
}

/// Draws the bodies that are linked with none in rows, below what is there; how far it reaches to the right and down.
fn beside(site: &Site<'_>, others: &[Lettered], (width, top): (i32, i32), shapes: &mut Vec<Shape>) -> (i32, i32) {
    let step = BOX_WIDTH + APART;
    let abreast = ((width - 2 * MARGIN + APART) / step).max(FEWEST_ABREAST);
    let abreast = usize::try_from(abreast).unwrap_or(1).min(others.len());
    let reach = i32::try_from(abreast).unwrap_or(1) * step - APART + 2 * MARGIN;
    let heading = wrap(&site.say("structure-reports-to-none"), reach.max(width) - 2 * MARGIN);
    let mut y = top + STEP + SIZE;
    shapes.extend(lines(MARGIN, y, &heading, "strong"));
    y += i32::try_from(heading.len()).unwrap_or(1) * LINE - 4;
    for row in others.chunks(abreast) {
        for (own, x) in row.iter().zip((0..).map(|place| MARGIN + place * step)) {
            shapes.extend(own.shapes(x, y));
        }
        y += row.iter().map(|own| own.height).max().unwrap_or(0) + APART;
    }
    (reach, y - APART + MARGIN)
}

fn letter(site: &Site<'_>, picture: &Picture, body: usize) -> Lettered {
    let own: &Body = &picture.bodies[body];
    let room = BOX_WIDTH - 2 * PADDING;
    let title = wrap(&own.title, room);
    let mut more: Vec<String> = own.sort.iter().flat_map(|sort| wrap(sort, room)).collect();
    if picture.reports.contains(&(body, body)) {
        more.extend(wrap(&site.say("structure-reports-to-itself"), room));
    }
    let rows = i32::try_from(title.len() + more.len()).unwrap_or(1).max(1);
    let height = rows * LINE + 2 * PADDING;
    let height = ((height + STEP - 1).div_euclid(STEP) * STEP).max(3 * STEP);
    Lettered { title, more, height, kind: own.kind }
}

impl Lettered {
    fn shapes(&self, x: i32, y: i32) -> Vec<Shape> {
        let (round, class) = match self.kind {
            Kind::Board => (0, "panel"),
            Kind::Group => (16, "panel"),
            _ => (0, "panel dashed"),
        };
        let mut shapes = vec![Shape::Box { x, y, width: BOX_WIDTH, height: self.height, round, class }];
        let rows = i32::try_from(self.title.len() + self.more.len()).unwrap_or(1);
        let first = y + (self.height - rows * LINE) / 2 + SIZE - 1;
        let below = first + i32::try_from(self.title.len()).unwrap_or(1) * LINE;
        shapes.extend(lines(x + PADDING, first, &self.title, "strong"));
        shapes.extend(lines(x + PADDING, below, &self.more, "quiet"));
        shapes
    }
}
