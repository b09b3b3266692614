//! The names of texts over several readings: what was known keeps its name, so that what was found out about it holds.
//!
//! Must not know how texts are read.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Source, SourceId, Sources};

/// Gives names to the texts of a reading.
#[derive(Debug, Default)]
pub struct Names<'a> {
    known: HashMap<&'a str, SourceId>,
    /// Names of texts that are gone, the next one last.
    free: Vec<SourceId>,
    next: u32,
}

impl<'a> Names<'a> {
    /// Names after an earlier reading; `is_there` tells which of its texts there still are.
    pub fn after(before: &'a Sources, is_there: impl Fn(&str) -> bool) -> Self {
        let mut names = Self { next: u32::try_from(before.texts.len()).unwrap_or(u32::MAX), ..Self::default() };
        for (source, id) in before.texts.iter().zip((0..).map(SourceId)) {
            if !source.path.is_empty() && is_there(&source.path) {
                names.known.insert(&source.path, id);
            } else {
                names.free.push(id);
            }
        }
        names.free.reverse();
        names
    }

    /// The name of the text at `path`: the one that it had, else one that is free.
    pub fn name(&mut self, path: &str) -> SourceId {
        self.known.get(path).copied().or_else(|| self.free.pop()).unwrap_or_else(|| {
            let id = SourceId(self.next);
            self.next = self.next.saturating_add(1);
            id
        })
    }
}

impl Sources {
    /// Puts a text under a name. What lies between is filled up with texts of nothing, which no list of files names.
    pub fn put(&mut self, id: SourceId, source: Source) {
        let place = id.0 as usize;
        if self.texts.len() <= place {
            let nothing = Arc::new(Source::new("", ""));
            self.texts.resize(place + 1, nothing);
        }
        self.texts[place] = Arc::new(source);
    }

    /// The text at `path`, where there is one.
    pub fn find(&self, path: &str) -> Option<SourceId> {
        let at = self.texts.iter().position(|source| source.path == path && !path.is_empty())?;
        Some(SourceId(u32::try_from(at).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(paths: &[&str], before: &Sources) -> Sources {
        let mut names = Names::after(before, |path| paths.contains(&path));
        let mut sources = Sources::default();
        for path in paths {
            sources.put(names.name(path), Source::new(*path, *path));
        }
        sources
    }

    #[test]
    fn what_was_known_keeps_its_name_and_the_new_take_those_of_the_gone() {
        let first = reading(&["a", "b", "c"], &Sources::default());
        let names = |sources: &Sources, paths: &[&str]| {
            paths.iter().map(|path| sources.find(path).map(|id| id.0)).collect::<Vec<_>>()
        };
        assert_eq!(names(&first, &["a", "b", "c"]), [Some(0), Some(1), Some(2)]);
        let second = reading(&["a0", "b", "c", "d"], &first);
        assert_eq!(names(&second, &["a0", "b", "c", "d", "a"]), [Some(0), Some(1), Some(2), Some(3), None]);
        let third = reading(&["c"], &second);
        assert_eq!(names(&third, &["c", "b", ""]), [Some(2), None, None]);
        assert_eq!(reading(&["c", "x"], &third).find("x"), Some(SourceId(0)));
    }
}
