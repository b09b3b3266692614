//! Organisations: councils, forces, partnerships and every other body that takes part.

use super::field::{Url, choices, fields};
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of body an organisation is.
    pub enum OrganisationType {
        /// The upper tier of two-tier local government.
        CountyCouncil = "county-council";
        /// The lower tier of two-tier local government, boroughs among them.
        DistrictCouncil = "district-council";
        /// A council that does the work of both tiers.
        UnitaryAuthority = "unitary-authority";
        /// A partnership under section 6 of the Crime and Disorder Act 1998.
        CommunitySafetyPartnership = "community-safety-partnership";
        /// A police force.
        PoliceForce = "police-force";
        /// A police and crime commissioner.
        PoliceAndCrimeCommissioner = "police-and-crime-commissioner";
        /// A fire and rescue authority or service.
        FireAndRescue = "fire-and-rescue";
        /// A provider of probation services.
        Probation = "probation";
        /// A health body.
        Health = "health";
        /// A youth offending or youth justice service.
        YouthJustice = "youth-justice";
        /// Schools and other education.
        Education = "education";
        /// A department or service within a council.
        CouncilService = "council-service";
        /// A department of the government.
        GovernmentDepartment = "government-department";
        /// A charity or community group.
        VoluntarySector = "voluntary-sector";
        /// Any other.
        Other = "other";
    }
}

fields! {
    /// An area that a body covers, by its name and code in the registers of the Office for National Statistics.
    pub struct Area {
        /// Name of the area.
        pub name: String,
        /// Its nine-character code, such as `E07000130`.
        pub code: Option<Spanned<String>>,
    }
}

fields! {
    /// A body that takes part.
    pub struct Organisation {
        /// A shorter name or its initials.
        pub short_name: Option<Spanned<String>>,
        /// What sort of body it is.
        pub organisation_type as "type": Option<Spanned<OrganisationType>>,
        /// `true` if it is a responsible authority under section 5 of the Crime and Disorder Act 1998.
        pub responsible_authority: bool,
        /// The areas it covers.
        pub areas: Vec<Area>,
        /// Its own website.
        pub website: Option<Spanned<Url>>,
        /// The organisation that it belongs to.
        pub part_of: Option<Ref<(to::Organisation,)>>,
        /// The organisations that are its members, of a partnership.
        pub members: Vec<Ref<(to::Organisation,)>>,
        /// The organisation that took its place.
        pub merged_into: Option<Ref<(to::Organisation,)>>,
    }
}
