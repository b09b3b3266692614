//! Builds that remember: whatever is edited, in whatever order, the warm build comes to what a cold one does, byte for byte.
//!
//! `cargo bench --bench lasting -- --sequences 2000` makes many more sequences of edits than every run of the tests does.

mod edits;
mod folder;
mod runs;

use edits::{Edit, Random};
use folder::Folder;
use runs::{Desk, difference};

/// How many edits a sequence has at most.
const MOST_EDITS: u64 = 9;

#[cfg(test)]
#[test]
fn a_warm_build_is_what_a_cold_one_is() {
    println!("{}", sequences(1, 30));
}

/// Makes so many sequences of edits and tells what came of them; stops at the first difference.
pub(crate) fn sequences(first: u64, count: u64) -> String {
    let (mut edits, mut short, mut good) = (0, 0, 0);
    for seed in first..first + count {
        let told = sequence(seed);
        edits += told.edits;
        short += told.short;
        good += told.good;
    }
    assert!(good > edits / 3, "too few of these sites can be made to prove anything");
    assert!(short > edits / 20, "the short way was hardly taken");
    format!(
        "{count} sequences of {edits} edits: {good} times a site was made, {short} times by the short way; 0 differences"
    )
}

/// What a sequence came to.
#[derive(Default)]
struct Told {
    edits: u64,
    short: u64,
    good: u64,
}

/// Edits a site one step after another and holds each warm build against a cold one.
fn sequence(seed: u64) -> Told {
    let mut random = Random::new(seed);
    let mut folder = Folder::new();
    let mut desk = Desk::default();
    let mut told = Told::default();
    let mut story: Vec<Edit> = Vec::new();
    desk.build(&folder, &[]);
    for _ in 0..=random.below(MOST_EDITS) {
        let edit = edits::next(&mut random, &folder);
        let touched = edits::make(&edit, &mut folder, &mut desk);
        story.push(edit);
        let warm = desk.build(&folder, &touched);
        let cold = desk.build_cold(&folder);
        told.edits += 1;
        told.good += u64::from(warm.output.is_some());
        told.short += u64::from(warm.is_short);
        if let Some(difference) = difference(&warm, &cold) {
            panic!("seed {seed}: after these edits the warm build is another than the cold: {story:#?}\n{difference}");
        }
    }
    told
}
