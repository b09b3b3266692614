//! What became different between two readings of a site.
//!
//! Compares the texts themselves, never times or sizes of files. Must not know what a difference means.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::{SourceId, Sources};

/// How many changed texts are looked for one by one.
const FEW: usize = 16;

impl Sources {
    /// The texts of the content that read differently than `before`; nothing where something else differs as well: which
    /// files there are, the settings, the theme, a picture.
    pub fn changed_content(&self, before: &Self) -> Option<Vec<SourceId>> {
        let alike = self.content_folder == before.content_folder
            && self.settings == before.settings
            && self.content == before.content
            && self.unpublished == before.unpublished
            && self.templates == before.templates
            && self.messages == before.messages
            && same_files(&self.assets, &before.assets)
            && same_files(&self.theme_files, &before.theme_files)
            && self.texts.len() == before.texts.len();
        if !alike {
            return None;
        }
        let mut changed = Vec::new();
        for (place, (now, then)) in self.texts.iter().zip(&before.texts).enumerate() {
            if Arc::ptr_eq(now, then) {
                continue;
            }
            if now.path != then.path {
                return None;
            }
            if !same_text(now.text(), then.text()) {
                changed.push(SourceId(u32::try_from(place).ok()?));
            }
        }
        // An edit changes one; a set is worth its making where a whole branch was changed for another.
        let content: HashSet<SourceId> = self.content.iter().filter(|_| changed.len() > FEW).copied().collect();
        let is_content =
            |id: &SourceId| if changed.len() > FEW { content.contains(id) } else { self.content.contains(id) };
        changed.iter().all(is_content).then_some(changed)
    }

    /// Whether the templates, messages and other files of the site's own themes are the same as `before`.
    pub fn has_same_themes(&self, before: &Self) -> bool {
        let same_texts = |now: &BTreeMap<String, SourceId>, then: &BTreeMap<String, SourceId>| {
            now == then && now.values().all(|id| same_text(self.get(*id).text(), before.get(*id).text()))
        };
        same_texts(&self.templates, &before.templates)
            && same_texts(&self.messages, &before.messages)
            && same_files(&self.theme_files, &before.theme_files)
    }
}

/// Whether two texts are the same; most are one text kept twice.
fn same_text(now: &Arc<str>, then: &Arc<str>) -> bool {
    Arc::ptr_eq(now, then) || now == then
}

fn same_files(now: &BTreeMap<String, Arc<[u8]>>, then: &BTreeMap<String, Arc<[u8]>>) -> bool {
    let same = |(one, other): (&Arc<[u8]>, &Arc<[u8]>)| Arc::ptr_eq(one, other) || one == other;
    now.len() == then.len() && now.keys().eq(then.keys()) && now.values().zip(then.values()).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Source;

    fn site(settings: &str, page: &str, template: &str, picture: &[u8]) -> Sources {
        let mut sources = Sources { content_folder: "content".into(), ..Sources::default() };
        let page = sources.add(Source::new("content/a.md", page));
        sources.content.push(page);
        let template = sources.add(Source::new("themes/civic/templates/page.html", template));
        sources.templates.insert("themes/civic/templates/page.html".into(), template);
        sources.settings = Some(sources.add(Source::new("folkmoot.yaml", settings)));
        sources.assets.insert("content/map.png".into(), Arc::from(picture));
        sources
    }

    #[test]
    fn texts_of_the_content_are_named_and_nothing_else_passes_for_one() {
        let before = site("title: A", "# A", "{{ body }}", b"1");
        assert_eq!(site("title: A", "# A", "{{ body }}", b"1").changed_content(&before), Some(vec![]));
        let edited = site("title: A", "# B", "{{ body }}", b"1");
        assert_eq!(edited.changed_content(&before), Some(vec![SourceId(0)]));
        for other in [
            site("title: B", "# A", "{{ body }}", b"1"),
            site("title: A", "# A", "{{ page }}", b"1"),
            site("title: A", "# A", "{{ body }}", b"2"),
        ] {
            assert_eq!(other.changed_content(&before), None);
        }
        assert!(edited.has_same_themes(&before));
        assert!(!site("title: A", "# A", "{{ page }}", b"1").has_same_themes(&before));
    }
}
