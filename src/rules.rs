//! The list of all rules: what can be found, each declared where it is found.

use crate::diagnostic::Rule;
use crate::parse::markdown;
use crate::parse::yaml::{self, decode};
use crate::parse::{draft, front_matter, settings, toml};
use crate::render::theme;
use crate::{check, graph, load, web, words};

/// Every rule, in the order of their codes.
pub fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = vec![
        &yaml::YAML_SYNTAX,
        &yaml::DUPLICATE_KEY,
        &yaml::HIDDEN_BY_COMMENT,
        &decode::UNKNOWN_FIELD,
        &decode::MISSING_FIELD,
        &decode::WRONG_TYPE,
        &decode::INVALID_DATE,
        &decode::INVALID_CHOICE,
        &decode::INVALID_VALUE,
        &decode::UNKNOWN_KIND,
        &draft::INVALID_ID,
        &front_matter::FRONT_MATTER_OPEN,
        &toml::TOML_FIELDS,
        &settings::SETTINGS_EMPTY,
        &theme::TEMPLATE_FAULT,
        &words::MESSAGE_FAULT,
        &words::UNKNOWN_MESSAGE,
        &words::MISSING_MESSAGES,
        &check::languages::LANGUAGE_WITHOUT_WORDS,
        &settings::SETTINGS_MISSING,
        &check::settings::UNKNOWN_SETTING,
        &check::accessibility::ACCESSIBILITY_CONTRADICTION,
        &check::acceptances::ACCEPTANCE_EXPIRED,
        &check::acceptances::ACCEPTANCE_UNUSED,
        &check::baseline::BASELINE_EXPIRED,
        &check::baseline::BASELINE_INCOMPLETE,
        &check::baseline::BASELINE_UNUSED,
        &check::contrast::THEME_CONTRAST,
        &check::folders::MISPLACED_FILE,
        &check::search::NO_SEARCH,
        &check::paths::SAME_OUTPUT,
        &check::security::SECURITY_EXPIRY,
        &check::paths::ADDRESS_TOO_LONG,
        &check::windows::NAME_NOT_FOR_WINDOWS,
    ];
    rules.extend(markdown::RULES);
    rules.extend(check::output::RULES);
    rules.extend(check::earlier::RULES);
    rules.extend(load::rules::RULES);
    rules.extend(graph::rules());
    rules.extend(check::content::RULES);
    rules.extend(web::RULES);
    rules.sort_by_key(|rule| rule.code);
    rules
}
