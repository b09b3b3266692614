//! The colours of the theme: whether letters stand out from their ground (WCAG 2.2, criterion 1.4.3), and the marks of
//! links and fields from theirs (1.4.11). Nothing is drawn: the style sheets say which colours meet.
//!
//! Two colours meet where one block of a sheet gives both `color` and `background`, and where a comment of a sheet says so:
//! `/* contrast 4.5: --ink --quiet on --ground --panel; 3: --focus on --ground */`. Must not know disks.

mod sheet;
mod values;

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Family, Place, Rule, Severity};
use crate::model::colour::Colour;
use crate::model::settings::Settings;
use crate::sources::{LineIndex, Sources, Span};
use crate::{export, render::theme};
use sheet::{Declaration, Sheet, read};
use values::{Chosen, Shown, Values, Written};

/// Letters that can hardly be told from their ground.
pub static THEME_CONTRAST: Rule = Rule {
    code: "theme-contrast",
    family: Family::Page,
    severity: Severity::Error,
    explanation: "Letters have to stand out from their ground by 4.5 to 1, large ones and the marks of links and fields by 3 to 1 \
        (WCAG 2.2, criteria 1.4.3 and 1.4.11; the law asks it of public bodies). Two colours of the theme are closer than that, \
        in light, in dark or on paper. Make one of them darker or lighter. Which colours meet is read from the style sheets: \
        from blocks that give both `color` and `background`, and from a comment such as \
        `/* contrast 4.5: --ink --quiet on --ground; 3: --focus on --ground */`.",
    wrong: ".status { color: #999; background: #fff }",
    right: ".status { color: #595959; background: #fff }",
};

/// What letters need.
const TEXT: f64 = 4.5;
/// What large letters need.
const LARGE: f64 = 3.0;

/// Where a style sheet comes from.
enum Origin {
    /// A file of the theme.
    File(String, LineIndex, String),
    /// The colour in the settings.
    Setting(Span),
}

/// Colours that meet: letters or a mark, its ground, and what they need.
struct Meeting<'a> {
    front: Chosen<'a>,
    ground: Chosen<'a>,
    needed: f64,
    shown: Shown,
}

/// Every two colours of the theme that meet and are too close.
pub fn check(sources: &Sources, settings: &Settings) -> Vec<Diagnostic> {
    let name = settings.theme_name();
    let mut origins = Vec::new();
    let mut sheets = Vec::new();
    for (path, text) in theme::style_sheets(sources, name) {
        sheets.push(read(&text));
        origins.push(Origin::File(path, LineIndex::new(&text), text));
    }
    let colour = settings.brand.as_ref().and_then(|brand| brand.colour.as_ref());
    if let Some((colour, style)) =
        colour.and_then(|colour| Some((colour, export::brand_style(Some(&colour.value), None)?)))
    {
        // Pages load it after the style sheet of every page, and before what a template adds.
        let place = sheets.len().min(1);
        sheets.insert(place, read(&String::from_utf8_lossy(&style)));
        origins.insert(place, Origin::Setting(colour.span));
    }
    let mut told = HashSet::new();
    let mut all = Vec::new();
    for shown in Shown::ALL {
        for meeting in meetings(&sheets, &Values::new(&sheets, shown)) {
            let (front, ground) = (meeting.front, meeting.ground);
            // What is the same in dark and on paper as in light is told once.
            if is_too_close(&meeting) && told.insert((front.at.0, front.at.1.range.start, ground.colour.digits())) {
                all.push(finding(&meeting, &origins));
            }
        }
    }
    all
}

fn is_too_close(meeting: &Meeting<'_>) -> bool {
    let ground = meeting.ground.colour;
    meeting.front.colour.on(ground).contrast(ground) < meeting.needed
}

/// Every two colours that meet.
fn meetings<'a>(sheets: &'a [Sheet], values: &Values<'a>) -> Vec<Meeting<'a>> {
    let mut all = declared(sheets, values);
    for (index, sheet) in sheets.iter().enumerate() {
        // Both stand in one block, so not far from each other.
        let mut rest = sheet.declarations.as_slice();
        while let Some(first) = rest.first() {
            let length = rest.iter().take_while(|declaration| declaration.block == first.block).count();
            let (block, after) = rest.split_at(length);
            all.extend(in_block(index, block, values));
            rest = after;
        }
    }
    all
}

/// The colours that meet in a block which gives both letters and ground.
fn in_block<'a>(sheet: usize, block: &'a [Declaration], values: &Values<'a>) -> Vec<Meeting<'a>> {
    let last = |wanted: &[&str]| {
        block.iter().rfind(|declaration| wanted.contains(&declaration.name.as_str()) && values.shown.holds(declaration))
    };
    let (Some(front), Some(ground)) = (last(&["color"]), last(&["background", "background-color"])) else {
        return Vec::new();
    };
    // What cannot be used need not stand out (criterion 1.4.3).
    if front.selector.contains("disabled") || ground.value.contains("url(") || ground.value.contains("gradient") {
        return Vec::new();
    }
    let needed = if is_large(block) { LARGE } else { TEXT };
    let fronts = values.of_value(&front.value, (sheet, front), 0);
    let grounds = values.of_value(&ground.value, (sheet, ground), 0);
    pairs(&fronts, &grounds, needed, values.shown)
}

/// Whether a block makes its letters large: 24 pixels, or bold and 18.66 (WCAG 2.2, definition of large scale).
fn is_large(block: &[Declaration]) -> bool {
    let value =
        |name: &str| block.iter().rfind(|declaration| declaration.name == name).map(|found| found.value.as_str());
    let pixels = value("font-size").and_then(|size| {
        let number = |unit: &str| size.strip_suffix(unit).and_then(|number| number.parse::<f64>().ok());
        let in_pixels = number("px").or_else(|| number("rem").map(|size| size * 16.0));
        in_pixels.or_else(|| number("pt").map(|size| size * 4.0 / 3.0))
    });
    let is_bold = value("font-weight").is_some_and(|weight| matches!(weight, "bold" | "700" | "800" | "900"));
    pixels.is_some_and(|pixels| pixels >= 24.0 || (is_bold && pixels >= 18.66))
}

/// The colours of which a comment says that they meet.
fn declared<'a>(sheets: &'a [Sheet], values: &Values<'a>) -> Vec<Meeting<'a>> {
    let mut all = Vec::new();
    let comments = sheets.iter().flat_map(|sheet| &sheet.comments);
    for rules in comments.filter_map(|comment| comment.strip_prefix("contrast ")) {
        for rule in rules.split(';') {
            let Some((needed, names)) = rule.split_once(':') else { continue };
            let (Ok(needed), Some((fronts, grounds))) = (needed.trim().parse::<f64>(), names.split_once(" on ")) else {
                continue;
            };
            let of_names = |names: &str| -> Vec<Chosen<'a>> {
                names.split_whitespace().flat_map(|name| values.of_property(name)).collect()
            };
            all.extend(pairs(&of_names(fronts), &of_names(grounds), needed, values.shown));
        }
    }
    all
}

/// Each of `fronts` on each of `grounds` that covers what lies behind it.
fn pairs<'a>(fronts: &[Chosen<'a>], grounds: &[Chosen<'a>], needed: f64, shown: Shown) -> Vec<Meeting<'a>> {
    let grounds = grounds.iter().filter(|ground| ground.colour.alpha >= 1.0);
    grounds
        .flat_map(|ground| fronts.iter().map(|front| Meeting { front: *front, ground: *ground, needed, shown }))
        .collect()
}

fn finding(meeting: &Meeting<'_>, origins: &[Origin]) -> Diagnostic {
    let Meeting { front, ground, needed, shown } = meeting;
    let ratio = front.colour.on(ground.colour).contrast(ground.colour);
    // Cut off and not rounded, for 4.499 is less than 4.5.
    let ratio = (ratio * 100.0).floor() / 100.0;
    let (where_shown, at) = (shown.words(), &front.at.1.value);
    let message = format!(
        "The colour `{at}` has a contrast of {ratio} to 1 with the `{}` behind it{where_shown}; {needed} to 1 is needed.",
        ground.at.1.value
    );
    let nearest = passing(front.colour.on(ground.colour), ground.colour, *needed);
    let help = match nearest {
        Some(colour) => format!("Write `{}`, or another colour that stands out as much.", colour.digits()),
        None => "Choose another ground: no colour stands out enough from this one.".to_owned(),
    };
    let finding = Diagnostic::new(&THEME_CONTRAST, place(front.at, origins), message).help(help);
    finding.related(place(ground.at, origins), "This is the colour behind it.")
}

/// The colour nearest to `front` that stands out enough from `ground`, made darker or lighter.
fn passing(front: Colour, ground: Colour, needed: f64) -> Option<Colour> {
    const STEPS: u32 = 256;
    let outermost =
        if ground.contrast(Colour::BLACK) >= ground.contrast(Colour::WHITE) { Colour::BLACK } else { Colour::WHITE };
    (1..=STEPS)
        .map(|step| front.mixed(outermost, f64::from(step) / f64::from(STEPS)).rounded())
        .find(|colour| colour.contrast(ground) >= needed)
}

fn place((sheet, declaration): Written<'_>, origins: &[Origin]) -> Place {
    match origins.get(sheet) {
        Some(Origin::File(path, lines, text)) => {
            let position = lines.position(text, declaration.range.start);
            Place::File { path: path.clone(), line: position.line, column: position.column }
        }
        Some(Origin::Setting(span)) => Place::Span(*span),
        None => Place::file(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(css: &str) -> Vec<String> {
        let sheets = [read(css)];
        let close = |shown| {
            let all = meetings(&sheets, &Values::new(&sheets, shown)).into_iter().filter(is_too_close);
            all.map(|meeting| format!("{} {} {:?}", meeting.front.at.1.value, meeting.ground.at.1.value, meeting.shown))
                .collect::<Vec<_>>()
        };
        Shown::ALL.into_iter().flat_map(close).collect()
    }

    #[test]
    fn colours_that_meet_are_compared() {
        for (css, expected) in [
            ("a { color: #999; background: #fff }", "#999 #fff Light|#999 #fff Dark|#999 #fff Print"),
            ("a { color: #777; background: #fff; font-size: 24px }", ""),
            ("a { color: #777; background: #fff; font-size: 20px; font-weight: bold }", ""),
            ("a:disabled { color: #999; background: #fff }", ""),
            ("a { color: #999; background: url(x.png) #fff }", ""),
            ("a { color: #999; background: none }", ""),
            ("@media (forced-colors: active) { a { color: #999; background: #fff } }", ""),
            (
                ":root { --a: light-dark(#000, #222); --b: light-dark(#fff, #000) } a { color: var(--a); background: var(--b) }",
                "light-dark(#000, #222) light-dark(#fff, #000) Dark",
            ),
            (
                "/* contrast 4.5: --a on --b */ :root { --a: #000; --b: #fff } \
              @media (prefers-color-scheme: dark) { :root { --b: #111 } }",
                "#000 #111 Dark",
            ),
            (
                "/* contrast 3: --a on --b */ :root { --a: #777; --b: #fff } @media print { :root { --a: #ccc } }",
                "#ccc #fff Print",
            ),
            (
                ".x { --c: #fff } .y { --c: #000 } .z { color: #fff; background: var(--c) }",
                "#fff #fff Light|#fff #fff Dark|#fff #fff Print",
            ),
            (":root { --a: var(--b); --b: var(--a) } a { color: var(--a); background: #fff }", ""),
            ("@media print { a { color: var(--none, #eee); background: #fff } }", "var(--none, #eee) #fff Print"),
            (
                "@media screen { a { color: rgb(0 0 0 / 20%); background: #fff } }",
                "rgb(0 0 0 / 20%) #fff Light|rgb(0 0 0 / 20%) #fff Dark",
            ),
        ] {
            let said = told(css).join("|");
            assert_eq!(said, expected, "{css}");
        }
    }

    #[test]
    fn a_colour_that_passes_is_offered() {
        let colour = |text: &str| Colour::parse(text).unwrap_or(Colour::WHITE);
        let offered = |front: &str, ground: &str| passing(colour(front), colour(ground), TEXT).map(Colour::digits);
        assert_eq!(offered("#999", "#fff").as_deref(), Some("#767676"));
        assert!(offered("#555", "#111").is_some_and(|found| colour(&found).contrast(colour("#111")) >= TEXT));
        assert_eq!(passing(Colour::WHITE, colour("#777"), 7.0), None);
    }

    #[test]
    fn the_built_in_theme_passes() {
        let sheets: Vec<Sheet> =
            theme::style_sheets(&Sources::default(), "civic").iter().map(|(_, text)| read(text)).collect();
        for shown in Shown::ALL {
            let all = meetings(&sheets, &Values::new(&sheets, shown));
            assert!(all.len() > 20, "only {} colours meet", all.len());
            for meeting in all {
                let (front, ground) = (meeting.front, meeting.ground);
                assert!(!is_too_close(&meeting), "{} on {} {shown:?}", front.at.1.value, ground.at.1.value);
            }
        }
    }
}
