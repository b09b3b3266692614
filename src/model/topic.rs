//! Themes that several plans have in common.

use super::field::fields;
use super::target::{Ref, to};

fields! {
    /// A theme common to several plans.
    pub struct Topic {
        /// The wider theme that it belongs to.
        pub broader: Option<Ref<(to::Topic,)>>,
    }
}
