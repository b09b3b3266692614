//! Sentences in plain English, put together from short lists by a sum that starts from the number of the page.

/// The next number of a series that looks without order: Marsaglia's xorshift.
pub(crate) struct Series(u64);

const WHO: [&str; 12] = [
    "The board",
    "The partnership",
    "The county council",
    "Each district",
    "The police",
    "The fire service",
    "The delivery group",
    "The scrutiny panel",
    "The probation service",
    "The youth service",
    "A small team",
    "The chair",
];
const DOES: [&str; 12] = [
    "reads",
    "agrees",
    "reviews",
    "publishes",
    "discusses",
    "checks",
    "explains",
    "collects",
    "compares",
    "plans",
    "reports",
    "weighs",
];
const WHAT: [&str; 12] = [
    "the figures of the last quarter",
    "what residents said in the spring survey",
    "the list of places where people feel least safe",
    "the work that schools and health visitors share",
    "the terms on which the grant was given",
    "the steps that were agreed in the autumn",
    "the advice that victims are given",
    "the reasons for each change to the plan",
    "the cost of street lighting and cameras",
    "the measures that stand beside each priority",
    "the notes of the meeting before",
    "the risks that were found and who looks after them",
];
const WHEN: [&str; 12] = [
    "before it decides",
    "at its meeting in June",
    "twice in each year",
    "and says so in public",
    "together with its neighbours",
    "when the year ends",
    "so that nobody is left out",
    "with help from volunteers",
    "as the law requires",
    "where there is time",
    "and writes down what follows",
    "once the budget is known",
];

impl Series {
    /// The series of this number; another for each.
    pub(crate) fn new(number: usize) -> Self {
        let mut series = Self((number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        series.next();
        series
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from((self.next() >> 11) % limit.max(1) as u64).unwrap_or_default()
    }

    fn pick(&mut self, words: &[&'static str; 12]) -> &'static str {
        words[self.below(words.len())]
    }

    /// What somebody does, without an end.
    pub(crate) fn clause(&mut self) -> String {
        format!("{} {} {}", self.pick(&WHO), self.pick(&DOES), self.pick(&WHAT))
    }

    /// Something that is spoken of.
    pub(crate) fn thing(&mut self) -> &'static str {
        self.pick(&WHAT)
    }

    /// Somebody who acts.
    pub(crate) fn actor(&mut self) -> &'static str {
        self.pick(&WHO)
    }

    /// A whole sentence.
    pub(crate) fn sentence(&mut self) -> String {
        format!("{} {}.", self.clause(), self.pick(&WHEN))
    }

    /// Some sentences in a row.
    pub(crate) fn sentences(&mut self, count: usize) -> String {
        (0..count).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }
}
