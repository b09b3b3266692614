//! How one record stands to another across plans, and how the other's page says the same thing back.
//!
//! Pages show a relation by the messages `relation-supports` and, on the other's page, `relation-supports-inverse`.

use super::field::choices;

choices! {
    /// What a cross-plan link says of the record that carries it.
    pub enum Relation {
        /// Drawn up on the basis of the other; a community safety agreement is based on strategic assessments
        /// (SI 2007/1830, regulation 9).
        BasedOn = "based-on";
        /// Takes the other into account, as a community safety agreement must with the police and crime objectives
        /// (SI 2007/1830, regulation 9, as amended by SI 2012/2660).
        HasRegardTo = "has-regard-to";
        /// Sent to the other.
        CopiedTo = "copied-to";
        /// Helps the other to reach its aims.
        Supports = "supports";
        /// Puts the other into practice.
        Delivers = "delivers";
        /// Is one of several things that help the other along.
        ContributesTo = "contributes-to";
        /// Answers the other.
        RespondsTo = "responds-to";
        /// Names the other as a source.
        Cites = "cites";
        /// Deals with the same subject.
        SameTopic = "same-topic";
        /// Stands in the other's place.
        Replaces = "replaces";
    }
}
