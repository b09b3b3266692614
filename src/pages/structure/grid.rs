//! What is laid out and what comes of it: boxes, lines and the grid that they stand on.
//!
//! Must not know what the boxes stand for.

/// The grid of all tops and heights. Lines leave a box half a step below where lines reach one, so that two never run in one.
pub(super) const STEP: i32 = 16;
/// The width of a box.
pub(super) const BOX_WIDTH: i32 = 256;

/// What is to be laid out.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The height of each box, in whole steps, at least three.
    pub(super) heights: Vec<i32>,
    /// Who reports to whom: the one who reports, then the one who is reported to.
    pub(super) reports: Vec<(usize, usize)>,
}

/// Where everything is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// The left and upper edge of each box.
    pub(super) boxes: Vec<(i32, i32)>,
    /// The lines, from the left end to the right.
    pub(super) routes: Vec<Route>,
    /// How wide and how high all of it is.
    pub(super) size: (i32, i32),
}

/// A line between two boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Route {
    /// The one who reports.
    pub(super) from: usize,
    /// The one who is reported to.
    pub(super) to: usize,
    /// Whether the one who is reported to stands on the right, because the reports go round in a circle.
    pub(super) against: bool,
    /// The corners of the line, from the box on the left to the box on the right.
    pub(super) points: Vec<(i32, i32)>,
}

/// A link between a box on the left and one further right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Link {
    pub(super) left: usize,
    pub(super) right: usize,
    /// Whether the one on the left reports to the one on the right.
    pub(super) against: bool,
}
