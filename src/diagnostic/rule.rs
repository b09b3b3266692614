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

/// One kind of fault.
#[derive(Debug)]
pub struct Rule {
    /// Readable and stable: `unresolved-reference`.
    pub code: &'static str,
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
