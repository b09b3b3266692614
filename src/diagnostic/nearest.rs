//! The known word that a misspelt one most likely means.

/// Longest word that is compared with others, in bytes; the cost grows with its square, and no name is as long.
const LONGEST_WORD_BYTES: usize = 256;

/// How alike two words must be, from 0 to 1, before one is offered for the other.
const ALIKE: f64 = 0.70;

/// The candidate nearest to `word`, if one is near enough. Case does not count; a word that begins or ends with the other
/// is near.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST_WORD_BYTES {
        return None;
    }
    let wanted = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (likeness(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(score, _)| *score >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// The candidate that `word` is a misspelling of. A word that merely begins like another may well mean something else.
pub fn misspelt<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = nearest(word, candidates)?;
    (strsim::normalized_damerau_levenshtein(&word.to_lowercase(), &near.to_lowercase()) >= ALIKE).then_some(near)
}

/// How alike two lower-case words are, from 0 to 1.
pub fn likeness(a: &str, b: &str) -> f64 {
    if a.is_empty() || b.is_empty() || a.len().max(b.len()) > LONGEST_WORD_BYTES {
        return 0.0;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let parts_agree = short.len() >= 4 && (long.starts_with(short) || long.ends_with(short));
    // Words of such different lengths cannot be alike, and comparing them letter by letter is slow.
    if !parts_agree && 10 * short.len() < 7 * long.len() {
        return 0.0;
    }
    let edits = strsim::normalized_damerau_levenshtein(a, b);
    if parts_agree { edits.max(0.75) } else { edits }
}

#[cfg(test)]
mod tests {
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
}
