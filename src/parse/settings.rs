//! The settings file becomes typed settings.

use crate::diagnostic::{Checked, Diagnostic, Family, Rule, Severity};
use crate::model::field::Fields;
use crate::model::settings::Settings;
use crate::parse::limits;
use crate::parse::yaml::decode::{WrittenReference, decode};
use crate::parse::yaml::{self, NodeData};
use crate::sources::{Source, SourceId, Span, Spanned};

/// No settings.
pub static SETTINGS_MISSING: Rule = Rule {
    code: "settings-missing",
    family: Family::Settings,
    severity: Severity::Error,
    explanation: "There is no settings file, `folkmoot.yaml`, in the root of the site. It says what the site is \
                  called, and that this folder is a site at all. One line is enough. If the site lies elsewhere, name \
                  its folder with `--root`.",
    wrong: "",
    right: "title: Our community safety strategy",
};

/// Settings without content.
pub static SETTINGS_EMPTY: Rule = Rule {
    code: "settings-empty",
    family: Family::Settings,
    severity: Severity::Error,
    explanation: "The settings file is empty. It needs at least the title of the site, which stands on every page. \
                  Write `title:` and what the site is called.",
    wrong: "",
    right: "title: Our community safety strategy",
};

/// The settings with the references in them still as written.
#[derive(Debug, Clone)]
pub struct SettingsDraft {
    /// The settings; nothing where a required one is missing or wrong.
    pub settings: Option<Settings>,
    /// Every reference in them.
    pub references: Vec<WrittenReference>,
}

/// Reads the settings.
pub fn parse(source: &Source, id: SourceId) -> Checked<SettingsDraft> {
    let mut diagnostics = Vec::new();
    let parsed = yaml::parse(source.text(), id, 0).collect_into(&mut diagnostics);
    let root = parsed.root.filter(|node| !matches!(node.data, NodeData::Null));
    let Some(root) = root else {
        if diagnostics.is_empty() {
            let message = "The settings file is empty.";
            let finding = Diagnostic::new(&SETTINGS_EMPTY, Span::new(id, 0..0), message);
            diagnostics.push(finding.help("Write `title:` and what the site is called."));
        }
        return Checked { value: SettingsDraft { settings: None, references: Vec::new() }, diagnostics };
    };
    let decoded = decode(&root, &[Settings::FIELDS], "the settings", parsed.complete).collect_into(&mut diagnostics);
    let settings = Settings::from_group(decoded.group);
    if let Some(given) = &settings {
        diagnostics.extend(languages(given).filter_map(limits::language));
    }
    Checked { value: SettingsDraft { settings, references: decoded.references }, diagnostics }
}

/// Every language that the settings name.
fn languages(settings: &Settings) -> impl Iterator<Item = &Spanned<String>> {
    settings.language.iter().chain(settings.languages.0.iter().map(|entry| &entry.key))
}
