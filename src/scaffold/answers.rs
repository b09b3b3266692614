//! What a new site is told about itself, and what stands for what nobody said.

use jiff::civil::Date;

use crate::model::language::{is_same_language, tag_of};

/// A language that a new site can be begun in: one that the theme has words in, and example text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Welsh.
    Welsh,
}

/// What stands in a new site in the words of its language.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) organisation: &'static str,
    pub(super) summary: &'static str,
    pub(super) notice: &'static str,
    pub(super) team: &'static str,
}

const ENGLISH: Words = Words {
    title: "Exampleshire community safety strategy",
    organisation: "Exampleshire Community Safety Partnership",
    summary: "What the partners in Exampleshire agreed to do together to cut crime and disorder.",
    notice: "This is an example to begin with. Exampleshire does not exist, and all that is said of it is made up.",
    team: "Community safety team",
};

const WELSH: Words = Words {
    title: "Strategaeth diogelwch cymunedol Sir Enghraifft",
    organisation: "Partneriaeth Diogelwch Cymunedol Sir Enghraifft",
    summary: "Beth y cytunodd y partneriaid yn Sir Enghraifft i'w wneud gyda'i gilydd i leihau troseddau ac anhrefn.",
    notice: "Enghraifft i ddechrau yw hon. Nid yw Sir Enghraifft yn bod, a dychmygol yw popeth a ddywedir amdani.",
    team: "Tîm diogelwch cymunedol",
};

impl Language {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::English, Self::Welsh];

    /// The language of this tag or name: `en-GB`, `cy`, `Welsh`.
    ///
    /// # Errors
    /// A sentence, where it is no language that a site can be begun in.
    pub fn named(text: &str) -> Result<Self, String> {
        let tag = tag_of(text);
        let is_meant = |language: &Self| tag.as_ref().is_some_and(|tag| is_same_language(tag, language.tag()));
        Self::ALL.into_iter().find(is_meant).ok_or_else(|| {
            let shown = text.trim();
            format!("A site cannot be begun in `{shown}`. Write `en-GB` for English or `cy` for Welsh.")
        })
    }

    /// As the settings say it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Welsh => "cy",
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::English => Self::Welsh,
            Self::Welsh => Self::English,
        }
    }

    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::Welsh => &WELSH,
        }
    }

    /// What a site in this language is called where nobody says.
    pub fn default_title(self) -> &'static str {
        self.words().title
    }

    /// Who publishes it where nobody says.
    pub fn default_organisation(self) -> &'static str {
        self.words().organisation
    }
}

/// What a new site is told about itself.
#[derive(Debug, Clone)]
pub struct Answers {
    /// What it is called; a [`line`].
    pub title: String,
    /// Who publishes it; a [`line`].
    pub organisation: String,
    /// Its language.
    pub language: Language,
    /// Where it will be published, where that is known: an address of the web.
    pub base_url: Option<String>,
    /// The day on which it is begun.
    pub today: Date,
}

/// A text that can be a title: one line, with single spaces and something to see. `what` names it in the sentence.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub fn line(text: &str, what: &str) -> Result<String, String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_seen = |c: char| c.is_alphanumeric() || c.is_ascii_punctuation();
    if line.chars().any(char::is_control) {
        return Err(format!("The {what} holds a character that cannot be shown. Type it again, in one line."));
    }
    if line.chars().any(is_seen) { Ok(line) } else { Err(format!("The {what} is empty. Write at least one word.")) }
}
