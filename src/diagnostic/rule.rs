//! The declaration of a rule: what a code means, how grave it is, what wrong and right look like.
//!
//! Each rule is declared once, as a `static` in the file that finds the fault; `crate::rules` lists them all.

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; somebody should look.
    Warning,
}

impl Severity {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What a rule is about: the groups that the manual and the formats show the codes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Files, and how YAML, Markdown and templates are written.
    Source,
    /// The settings.
    Settings,
    /// Records and their fields.
    Record,
    /// References between records.
    Reference,
    /// Relative links and anchors in running text. A dead one is a warning in a build and an error in a check.
    Link,
    /// How the text reads, and whether everybody can use it.
    Content,
    /// Addresses that pages and files get.
    Address,
    /// The pages as they are written, whatever made them.
    Page,
    /// Links out of the site.
    Web,
    /// Facts of a plan that must agree with each other, the law and the calendar.
    Plan,
    /// The list of accepted findings.
    Baseline,
}

impl Family {
    /// Every family, in the order in which the manual shows them.
    pub const ALL: [Self; 11] = [
        Self::Source,
        Self::Settings,
        Self::Record,
        Self::Reference,
        Self::Link,
        Self::Content,
        Self::Address,
        Self::Page,
        Self::Web,
        Self::Plan,
        Self::Baseline,
    ];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Settings => "settings",
            Self::Record => "record",
            Self::Reference => "reference",
            Self::Link => "link",
            Self::Content => "content",
            Self::Address => "address",
            Self::Page => "page",
            Self::Web => "web",
            Self::Plan => "plan",
            Self::Baseline => "baseline",
        }
    }
}

/// One kind of fault.
#[derive(Debug)]
pub struct Rule {
    /// Readable and stable: `unresolved-reference`.
    pub code: &'static str,
    /// What it is about.
    pub family: Family,
    /// How grave it is unless the settings say otherwise.
    pub severity: Severity,
    /// What the rule holds and why, and how to mend a fault, for `explain` and the manual.
    pub explanation: &'static str,
    /// A few lines that break the rule.
    pub wrong: &'static str,
    /// The same lines, right.
    pub right: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl Rule {
    /// Whether settings may lower it or switch it off: a site can be made from what it finds. Beside warnings, these are
    /// errors that on ordinary pages are warnings, and errors that only a check finds.
    pub fn may_be_lowered(&self) -> bool {
        const MILD_ON_PAGES: [&str; 3] = ["front-matter-open", "unknown-field", "unknown-scheme"];
        self.severity == Severity::Warning || self.is_found_by_check_alone() || MILD_ON_PAGES.contains(&self.code)
    }

    /// Whether it looks at a site that could be made, so that a build does not ask it.
    pub fn is_found_by_check_alone(&self) -> bool {
        matches!(self.family, Family::Content | Family::Page | Family::Web | Family::Plan | Family::Baseline)
    }

    /// Whether what is a warning in a build is an error in a check.
    pub fn is_error_in_check(&self) -> bool {
        self.family == Family::Link
    }
}
