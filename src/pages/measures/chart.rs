//! The figures of a measure as bars on one scale, each with its name and number above it; narrow enough for any screen.

use crate::model::priority::Measure;
use crate::pages::drawing::{Drawing, Shape, line, lines};
use crate::pages::lettering::{LINE, SIZE, wrap};
use crate::pages::measures::comparison::comparison;
use crate::pages::measures::figures::{figure, number};
use crate::pages::site::Site;

/// The width of the scale.
const LENGTH: i32 = 256;
/// The room on either side.
const MARGIN: i32 = 8;
/// The height of a bar.
const BAR: i32 = 12;
/// The room below a bar.
const BELOW: i32 = 14;

/// The chart; nothing where there are not two figures to compare.
pub(super) fn chart(site: &Site<'_>, measure: &Measure, place: &str) -> Option<Drawing> {
    let written = [
        ("baseline", &measure.baseline, "hollow"),
        ("latest", &measure.latest, "full"),
        ("target", &measure.target, "panel"),
    ];
    let figures: Vec<(&str, f64, String, &'static str)> = written
        .into_iter()
        .filter_map(|(name, written, class)| {
            let value = number(written.as_ref())?;
            Some((name, value, figure(measure, written.as_ref())?, class))
        })
        .collect();
    if figures.len() < 2 {
        return None;
    }
    let most = figures.iter().map(|(_, value, ..)| *value).fold(0.0, f64::max);
    let least = figures.iter().map(|(_, value, ..)| *value).fold(0.0, f64::min);
    let at = |value: f64| MARGIN + share(value - least, most - least);
    let mut shapes = Vec::new();
    let mut said = Vec::new();
    let mut y = 0;
    for (name, value, figure, class) in &figures {
        let name = site.say(&format!("measures-{name}"));
        let text = site.tell("measures-figure", &[("name", (&name).into()), ("figure", figure.into())]);
        let text_lines = wrap(&text, LENGTH);
        shapes.extend(lines(MARGIN, y + SIZE, &text_lines, ""));
        y += i32::try_from(text_lines.len()).unwrap_or(1) * LINE + 2;
        let (from, to) = (at(0.0).min(at(*value)), at(0.0).max(at(*value)));
        shapes.push(Shape::Box { x: from, y, width: (to - from).max(1), height: BAR, round: 0, class });
        // Zero is marked at each bar alone: a line through all would run through the words.
        shapes.push(line(&[(at(0.0), y - 2), (at(0.0), y + BAR + 2)], "line"));
        y += BAR + BELOW;
        said.push(text);
    }
    said.extend(comparison(measure).map(|how| site.say(how.message())));
    let title = site.tell("measures-chart", &[("measure", (&measure.title).into())]);
    let about = format!("{}.", said.join(". "));
    Some(Drawing::new(place.to_owned(), (title, about), (LENGTH + 2 * MARGIN, y), shapes))
}

/// How much of the scale a part of the whole takes.
#[expect(clippy::cast_possible_truncation, reason = "a share of the scale lies between nothing and its length")]
fn share(part: f64, whole: f64) -> i32 {
    if whole > 0.0 { (part / whole * f64::from(LENGTH)).round().clamp(0.0, f64::from(LENGTH)) as i32 } else { 0 }
}
