//! A drawing as plain data: shapes and texts at whole numbers, which a template writes as SVG.
//!
//! Must not know what is drawn, or how it looks: a shape names its class, and the style sheet the rest.

use std::fmt::Write as _;

use serde::Serialize;

use crate::pages::lettering::LINE;

/// A drawing. What it shows is also told in words beside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Drawing {
    /// What the ids within it begin with; no other drawing on the page has the same.
    pub id: String,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub description: String,
    /// Its width in units of a sixteenth of the size of the type.
    pub width: i32,
    /// Its height in the same units.
    pub height: i32,
    /// Its width in sizes of the type, so that it grows with the reader's letters.
    pub width_em: i32,
    /// Its height in sizes of the type.
    pub height_em: i32,
    /// What is drawn, from the ground up.
    pub shapes: Vec<Shape>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub enum Shape {
    /// A rectangle.
    Box {
        /// Its left edge.
        x: i32,
        /// Its upper edge.
        y: i32,
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// How round its corners are.
        round: i32,
        /// Its class.
        class: &'static str,
    },
    /// A disc or ring.
    Circle {
        /// Its centre from the left.
        x: i32,
        /// Its centre from above.
        y: i32,
        /// Its radius.
        radius: i32,
        /// Its class.
        class: &'static str,
    },
    /// Lines or an outline, as an SVG path.
    Path {
        /// The path.
        path: String,
        /// Its class.
        class: &'static str,
    },
    /// A line of text.
    Text {
        /// The place of its anchor from the left.
        x: i32,
        /// Its base line.
        y: i32,
        /// `start`, `middle` or `end`: which part of the text stands at `x`.
        anchor: &'static str,
        /// What it says.
        text: String,
        /// Its class.
        class: &'static str,
    },
}

/// Units of a drawing in the size of the type.
const UNITS_PER_EM: i32 = 16;

impl Drawing {
    /// A drawing of at least this size, which is rounded up to whole sizes of the type.
    pub(super) fn new(
        id: String,
        (title, description): (String, String),
        size: (i32, i32),
        shapes: Vec<Shape>,
    ) -> Self {
        let in_em = |units: i32| (units.max(1) + UNITS_PER_EM - 1) / UNITS_PER_EM;
        let (width_em, height_em) = (in_em(size.0), in_em(size.1));
        let (width, height) = (width_em * UNITS_PER_EM, height_em * UNITS_PER_EM);
        Self { id, title, description, width, height, width_em, height_em, shapes }
    }
}

/// A straight line, or several that follow each other.
pub(super) fn line(points: &[(i32, i32)], class: &'static str) -> Shape {
    let mut path = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        let _ = write!(path, "{}{x} {y}", if place == 0 { "M" } else { "L" });
    }
    Shape::Path { path, class }
}

/// The head of an arrow with its point here, which points to the left or to the right.
pub(super) fn arrow_head((x, y): (i32, i32), to_the_left: bool, class: &'static str) -> Shape {
    let back = if to_the_left { x + 9 } else { x - 9 };
    Shape::Path { path: format!("M{x} {y}L{back} {}L{back} {}Z", y - 5, y + 5), class }
}

/// A line of text that begins at `x`.
pub(super) fn text(x: i32, y: i32, text: impl Into<String>, class: &'static str) -> Shape {
    Shape::Text { x, y, anchor: "start", text: text.into(), class }
}

/// Lines of text below each other, the first with its base line at `y`.
pub(super) fn lines(x: i32, y: i32, written: &[String], class: &'static str) -> Vec<Shape> {
    let at = (0..).map(|place| y + place * LINE);
    written.iter().zip(at).map(|(line, y)| text(x, y, line, class)).collect()
}
