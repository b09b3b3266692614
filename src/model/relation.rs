//! How one record stands to another across plans, and how the other's page says the same thing back.

use super::field::choices;

choices! {
    /// What a cross-plan link says of the record that carries it.
    pub enum Relation {
        /// Drawn up on the basis of the other; a community safety agreement is based on strategic assessments
        /// (SI 2007/1830, regulation 9).
        BasedOn = "based-on", "Based on";
        /// Takes the other into account, as a community safety agreement must with the police and crime objectives
        /// (SI 2007/1830, regulation 9, as amended by SI 2012/2660).
        HasRegardTo = "has-regard-to", "Has regard to";
        /// Sent to the other.
        CopiedTo = "copied-to", "Copied to";
        /// Helps the other to reach its aims.
        Supports = "supports", "Supports";
        /// Puts the other into practice.
        Delivers = "delivers", "Delivers";
        /// Is one of several things that help the other along.
        ContributesTo = "contributes-to", "Contributes to";
        /// Answers the other.
        RespondsTo = "responds-to", "Responds to";
        /// Names the other as a source.
        Cites = "cites", "Cites";
        /// Deals with the same subject.
        SameTopic = "same-topic", "On the same topic as";
        /// Stands in the other's place.
        Replaces = "replaces", "Replaces";
    }
}

impl Relation {
    /// What the record that carries the link does, as the verb of a sentence.
    pub fn verb(self) -> &'static str {
        match self {
            Self::BasedOn => "is based on",
            Self::HasRegardTo => "has regard to",
            Self::CopiedTo => "is copied to",
            Self::Supports => "supports",
            Self::Delivers => "delivers",
            Self::ContributesTo => "contributes to",
            Self::RespondsTo => "responds to",
            Self::Cites => "cites",
            Self::SameTopic => "is on the same topic as",
            Self::Replaces => "replaces",
        }
    }

    /// What the other record's page says.
    pub fn inverse_label(self) -> &'static str {
        match self {
            Self::BasedOn => "Basis of",
            Self::HasRegardTo => "Regard is had to it in",
            Self::CopiedTo => "Received a copy of",
            Self::Supports => "Supported by",
            Self::Delivers => "Delivered by",
            Self::ContributesTo => "Receives a contribution from",
            Self::RespondsTo => "Answered by",
            Self::Cites => "Cited by",
            Self::SameTopic => "On the same topic as",
            Self::Replaces => "Replaced by",
        }
    }
}
