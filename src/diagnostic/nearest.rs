//! The known word that a misspelt one most likely means.
//!
//! A site may hold thousands of dead links and as many pages that each could have meant, so two words are compared in a
//! step for each letter of one, all letters of the other at once, as bits of a number (Hyyrö 2003, "A Bit-Vector Algorithm
//! for Computing Levenshtein and Damerau Edit Distances"). Must not know what the words name.

/// Longest word that is compared with others, in letters, for as many bits has the number. No name is as long.
const LONGEST_WORD: usize = 128;

/// How alike two words must be, from 0 to 1, before one is offered for the other.
const ALIKE: f64 = 0.70;

/// A word that is compared with many others. Case does not count; a word that begins or ends with the other is near.
#[derive(Debug)]
pub struct Wanted {
    /// In lower case.
    word: String,
    length: usize,
    /// For each letter of ASCII the places at which it stands, as bits.
    ascii: [u128; 128],
    /// The same for all others.
    others: Vec<(char, u128)>,
}

impl Wanted {
    /// Makes ready to compare `word`.
    pub fn new(word: &str) -> Self {
        let word = word.to_lowercase();
        let length = word.chars().count();
        let mut wanted = Self { word, length, ascii: [0; 128], others: Vec::new() };
        for (place, letter) in wanted.word.chars().enumerate().take(LONGEST_WORD) {
            let bit = 1 << place;
            match wanted.ascii.get_mut(letter as usize) {
                Some(places) => *places |= bit,
                None => match wanted.others.iter_mut().find(|(known, _)| *known == letter) {
                    Some((_, places)) => *places |= bit,
                    None => wanted.others.push((letter, bit)),
                },
            }
        }
        wanted
    }

    /// How alike the word and another are, from 0 to 1.
    pub fn likeness(&self, other: &str) -> f64 {
        let lower;
        let other = if other.bytes().any(|byte| !byte.is_ascii() || byte.is_ascii_uppercase()) {
            lower = other.to_lowercase();
            lower.as_str()
        } else {
            other
        };
        let length = if other.is_ascii() { other.len() } else { other.chars().count() };
        let (least, most) = (length.min(self.length), length.max(self.length));
        if least == 0 || most > LONGEST_WORD {
            return 0.0;
        }
        let (short, long) = if length < self.length { (other, &*self.word) } else { (&*self.word, other) };
        let parts_agree = least >= 4 && (long.starts_with(short) || long.ends_with(short));
        // Words of such different lengths cannot be alike.
        if !parts_agree && 10 * least < 7 * most {
            return 0.0;
        }
        let edits = self.by_edits(other, most);
        if parts_agree { edits.max(0.75) } else { edits }
    }

    /// The share of letters that need no edit to make one word of the other; `most` is the length of the longer.
    fn by_edits(&self, other: &str, most: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "both are far below 2^52")]
        let share = self.edits(other) as f64 / most as f64;
        1.0 - share
    }

    /// How many letters must be put in, taken out, replaced, or swapped with their neighbour, to make one word of the
    /// other. Neither may be empty or longer than the longest.
    fn edits(&self, other: &str) -> usize {
        let last = 1_u128 << (self.length - 1);
        let (mut more, mut less) = (u128::MAX, 0_u128);
        let (mut same, mut before) = (0_u128, 0_u128);
        let mut edits = self.length;
        for letter in other.chars() {
            let here = self.places(letter);
            let swapped = ((!same & here) << 1) & before;
            same = ((here & more).wrapping_add(more) ^ more) | here | less | swapped;
            let grows = less | !(same | more);
            let shrinks = same & more;
            edits += usize::from(grows & last != 0);
            edits -= usize::from(shrinks & last != 0);
            let grows = (grows << 1) | 1;
            more = (shrinks << 1) | !(same | grows);
            less = grows & same;
            before = here;
        }
        edits
    }

    fn places(&self, letter: char) -> u128 {
        let of_other = || self.others.iter().find(|(known, _)| *known == letter).map_or(0, |(_, places)| *places);
        self.ascii.get(letter as usize).copied().unwrap_or_else(of_other)
    }
}

/// The candidate nearest to `word`, if one is near enough.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = Wanted::new(word);
    candidates
        .into_iter()
        .map(|candidate| (wanted.likeness(candidate), candidate))
        .filter(|(score, _)| *score >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// The candidate that `word` is a misspelling of. A word that merely begins like another may well mean something else.
pub fn misspelt<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = nearest(word, candidates)?;
    let lower = near.to_lowercase();
    let wanted = Wanted::new(word);
    let most = lower.chars().count().max(wanted.length);
    (wanted.by_edits(&lower, most) >= ALIKE).then_some(near)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn offers_what_was_meant_and_nothing_far_fetched() {
        let fields = ["owner", "status", "period", "lead_group", "url"];
        assert_eq!(nearest("ownner", fields), Some("owner"));
        assert_eq!(nearest("Lead_Groups", fields), Some("lead_group"));
        assert_eq!(nearest("colour", fields), None);
        assert_eq!(nearest("", fields), None);
        assert_eq!(misspelt("approved", ["approved-for-consultation", "adopted"]), None);
        assert_eq!(misspelt("adoptd", ["approved-for-consultation", "adopted"]), Some("adopted"));
        assert_eq!(nearest("knife", ["knife-crime", "hate-crime"]), Some("knife-crime"));
    }

    #[test]
    fn takes_words_of_any_length_and_script() {
        assert_eq!(nearest("Café", ["CAFÉS", "cafe"]), Some("CAFÉS"));
        assert_eq!(nearest("gewalt-ÜBER", ["gewalt-üebr"]), Some("gewalt-üebr"));
        let (longest, too_long) = ("é".repeat(LONGEST_WORD), "é".repeat(LONGEST_WORD + 1));
        assert_eq!(nearest(&longest[2..], [longest.as_str()]), Some(longest.as_str()));
        assert_eq!(nearest(&too_long, [longest.as_str()]), None);
        assert_eq!(nearest(&longest, [too_long.as_str()]), None);
    }

    /// The same distance, cell by cell.
    fn plainly(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut cells = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                cells[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = cells[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let swaps = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    let swapped = if swaps { cells[i - 2][j - 2] + 1 } else { usize::MAX };
                    replaced.min(swapped).min(cells[i - 1][j] + 1).min(cells[i][j - 1] + 1)
                };
            }
        }
        cells[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn counts_edits_as_cell_by_cell(a in "[abcé]{1,128}", b in "[abcé]{1,128}", c in "[abé]{1,6}", d in "[abé]{1,6}") {
            prop_assert_eq!(Wanted::new(&a).edits(&b), plainly(&a, &b));
            prop_assert_eq!(Wanted::new(&c).edits(&d), plainly(&c, &d));
        }
    }
}
