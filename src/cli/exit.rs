//! Exit codes.

/// Nothing was found.
pub(crate) const CLEAN: u8 = 0;
/// Findings.
pub(crate) const FINDINGS: u8 = 1;
/// Wrong usage or settings.
pub(crate) const USAGE: u8 = 2;
/// A fault of the tool's own, or of the machine.
pub(crate) const FAULT: u8 = 3;

/// Every exit code with what it says of a command, for the manual.
pub const EXIT_CODES: [(u8, &str); 4] = [
    (CLEAN, "All is well, but for warnings."),
    (FINDINGS, "There are errors, or warnings where they were asked to count."),
    (USAGE, "The command or the settings are wrong."),
    (FAULT, "The machine or the tool has a fault."),
];
