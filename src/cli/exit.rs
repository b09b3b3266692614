//! Exit codes.

/// Nothing was found.
pub(crate) const CLEAN: u8 = 0;
/// Findings.
pub(crate) const FINDINGS: u8 = 1;
/// Wrong usage or settings.
pub(crate) const USAGE: u8 = 2;
/// A fault of the tool's own, or of the machine.
pub(crate) const FAULT: u8 = 3;
