//! The places that somebody stated by hand, against what the command told: `content/index.md:3:24 the-bord.md`.
//!
//! A report that is written anew could bless a wrong place; this cannot. Must not know what any rule says.

use crate::support::findings;

/// What differs between the places that are stated, each on a line, and those that `told` names for findings of `code`.
pub(super) fn faults(stated: &str, code: &str, told: &str) -> Option<String> {
    let found = findings::parse(told).into_iter().filter(|finding| finding.code == code);
    let found: Vec<String> = found.map(|finding| finding.place).collect();
    let marked = found.iter().map(|place| marked(told, place));
    let found: Vec<(String, Option<String>)> = found.iter().cloned().zip(marked).collect();
    let stated: Vec<(&str, Option<&str>)> = stated.lines().map(place_and_words).collect();
    // Where nothing is stated nothing is held.
    let agrees = !stated.is_empty()
        && stated.len() == found.len()
        && stated.iter().zip(&found).all(|(stated, found)| {
            stated.0 == found.0 && stated.1.is_none_or(|words| found.1.as_deref() == Some(words))
        });
    (!agrees).then(|| format!("`place` states {stated:?}, but told is {found:?}:\n{told}"))
}

/// A place, and the words there that must be marked; a file as a whole has none. A path may hold spaces, so the place ends
/// with its second number.
fn place_and_words(line: &str) -> (&str, Option<&str>) {
    let ends = line.match_indices(' ').map(|(at, _)| at).chain([line.len()]);
    let is_place = |text: &str| {
        let mut parts = text.rsplitn(3, ':');
        let mut number = || parts.next().is_some_and(|part| part.parse::<usize>().is_ok());
        number() && number()
    };
    let end = ends.into_iter().find(|end| is_place(&line[..*end])).unwrap_or(line.len());
    (&line[..end], line[end..].strip_prefix(' '))
}

/// What the carets of a report stand under, at the first excerpt of this place; nothing where there is no excerpt.
fn marked(told: &str, place: &str) -> Option<String> {
    let mut lines = told.lines().skip_while(|line| line.trim().strip_prefix("--> ") != Some(place));
    lines.next();
    let mut excerpt = lines.take_while(|line| !line.is_empty()).map(|line| line.chars().collect::<Vec<char>>());
    let (mut above, mut carets) = (excerpt.next()?, excerpt.next()?);
    // A line of the file has its number before it; the line of carets has none.
    while !carets.contains(&'^') || carets.iter().any(char::is_ascii_digit) {
        above = std::mem::replace(&mut carets, excerpt.next()?);
    }
    let start = carets.iter().position(|c| *c == '^')?;
    let end = carets.iter().rposition(|c| *c == '^')? + 1;
    Some(above[start.min(above.len())..end.min(above.len())].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::{faults, place_and_words};

    const TOLD: &str = "error[dead-link]: There is no file.\n --> content/a b.md:3:5\n  |\n3 | See [é](x.md).\n  |         ^^^^\n  |\n\
                        \x20 = help: Did you mean `y.md`?\n\nerror[other]: No.\n --> folkmoot.yaml:1:1\n";

    #[test]
    fn a_place_that_is_right_is_silent_and_any_other_is_told() {
        assert_eq!(faults("content/a b.md:3:5 x.md\n", "dead-link", TOLD), None);
        assert_eq!(faults("content/a b.md:3:5\n", "dead-link", TOLD), None);
        assert_eq!(faults("folkmoot.yaml:1:1", "other", TOLD), None);
        for wrong in ["content/a b.md:3:6", "content/a b.md:3:5 x.m", "", "content/a b.md:3:5 x.md\ncontent/a b.md:3:5"]
        {
            assert!(faults(wrong, "dead-link", TOLD).is_some(), "{wrong}");
        }
        assert!(faults("folkmoot.yaml:1:1 title", "other", TOLD).is_some());
        assert!(faults("folkmoot.yaml:1:1", "nothing-of-the-kind", TOLD).is_some());
        assert!(faults("", "nothing-of-the-kind", TOLD).is_some());
    }

    #[test]
    fn a_place_ends_with_its_second_number() {
        assert_eq!(place_and_words("a b.md:3:5 to: x:1"), ("a b.md:3:5", Some("to: x:1")));
        assert_eq!(place_and_words("a.md:1:1"), ("a.md:1:1", None));
    }
}
