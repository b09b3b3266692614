//! Plain Markdown of any origin is a site: that of the crates this one is built from, and folders made to be awkward.

mod crates;
mod folders;

use super::support::findings::Finding;
use super::support::{Run, Site, output_faults};

/// Stops the test unless the site built, with warnings only, each at a place that its file has, and every built page is
/// sound. Gives the run and its warnings.
fn built_with_warnings(site: &Site) -> (Run, Vec<Finding>) {
    let run = site.build().expect_exit(0);
    let findings = run.findings();
    for finding in &findings {
        assert_eq!(finding.severity, "warning", "{finding}");
        assert!(is_in_its_file(&finding.place, site), "no such place: {finding}");
    }
    let faults = output_faults(&run);
    assert!(faults.is_empty(), "{} faults of the built pages:\n{}", faults.len(), faults.join("\n"));
    (run, findings)
}

/// Whether `path:line:column` is a place of a file of the site, or the end of one of its lines.
fn is_in_its_file(place: &str, site: &Site) -> bool {
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
    let (Some(column), Some(line)) = (number(), number()) else { return false };
    let Some(text) = parts.next().and_then(|path| std::fs::read(site.root().join(path)).ok()) else { return false };
    let text = String::from_utf8_lossy(&text).into_owned();
    let found = text.split('\n').nth(line.wrapping_sub(1));
    found.is_some_and(|found| (1..=found.chars().count() + 1).contains(&column))
}
