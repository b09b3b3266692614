//! How links out of the site are asked about: the `web` part of the settings.

use super::field::fields;
use crate::sources::Spanned;

fields! {
    /// Addresses that the web is not asked about.
    pub struct Skipped {
        /// A host, such as `www.example.org`, or the beginning of an address, such as `https://www.example.org/members/`.
        pub address: Spanned<String>,
        /// Why it is not asked about.
        pub reason: Option<String>,
    }
}

fields! {
    /// How `check --external` asks the web.
    #[derive(Default)]
    pub struct Web {
        /// Hosts that may be asked though they are not public: a name, an address or a range, each also with a port: `intranet.example.org`, `10.0.0.0/8`, `127.0.0.1:8080`.
        pub allow: Vec<Spanned<String>>,
        /// Addresses that are not asked about.
        pub skip: Vec<Skipped>,
        /// How many days an address that was found good is not asked about again; 7 where nothing is said.
        pub keep_days: Option<Spanned<i64>>,
        /// In how many runs in a row an address must fail to give a clear answer before that is a finding; 5 where nothing is said.
        pub unverified_runs: Option<Spanned<i64>>,
        /// Over how many days those runs must stretch; 7 where nothing is said.
        pub unverified_days: Option<Spanned<i64>>,
        /// How many minutes a run asks at most; 30 where nothing is said.
        pub minutes: Option<Spanned<i64>>,
    }
}
