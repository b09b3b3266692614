//! Boards, committees and councils: the bodies that meet and decide, and who sits on them.

use super::date::{CalendarDate, PartialDate};
use super::field::{choices, fields};
use super::organisation::Area;
use super::target::{Ref, to};
use crate::sources::Spanned;

choices! {
    /// What sort of body a board is.
    pub enum BoardType {
        /// Sets the strategy of a partnership, such as a county strategy group.
        StrategyBoard = "strategy-board";
        /// Brings partners together.
        PartnershipBoard = "partnership-board";
        /// Steers a programme.
        ProgrammeBoard = "programme-board";
        /// A committee of a council, a cabinet or a joint committee.
        Committee = "committee";
        /// The meeting of all members of a council.
        FullCouncil = "full-council";
    }
}

choices! {
    /// What a seat does on a board.
    pub enum SeatRole {
        /// Leads the meetings.
        Chair = "chair";
        /// Stands in for the chair.
        ViceChair = "vice-chair";
        /// Takes part in decisions.
        Member = "member";
        /// Advises without a vote.
        Adviser = "adviser";
        /// Attends.
        Observer = "observer";
    }
}

choices! {
    /// Why the name of a seat's holder may be public.
    pub enum PublicReason {
        /// The holder was elected to a public office.
        Elected = "elected";
        /// The holder has a senior post in a public body.
        SeniorPost = "senior-post";
    }
}

choices! {
    /// A month of any year.
    pub enum MonthName {
        /// January.
        January = "january";
        /// February.
        February = "february";
        /// March.
        March = "march";
        /// April.
        April = "april";
        /// May.
        May = "may";
        /// June.
        June = "june";
        /// July.
        July = "july";
        /// August.
        August = "august";
        /// September.
        September = "september";
        /// October.
        October = "october";
        /// November.
        November = "november";
        /// December.
        December = "december";
    }
}

fields! {
    /// The person in a seat; only where there is a reason for the name to be public.
    pub struct Holder {
        /// The person's name.
        pub name: String,
        /// Why the name is public.
        pub public_because: Spanned<PublicReason>,
        /// The last day on which the name is shown.
        pub publish_until: Option<Spanned<CalendarDate>>,
    }
}

fields! {
    /// A seat on a board: the organisation and the office first, a name only where it is public.
    pub struct Seat {
        /// The organisation that fills the seat.
        pub organisation: Option<Ref<(to::Organisation,)>>,
        /// What the seat does on the board.
        pub role: Spanned<SeatRole>,
        /// The office that comes with the seat, such as `Chief Constable`.
        pub office: Option<String>,
        /// The person in the seat.
        pub holder: Option<Spanned<Holder>>,
        /// When the term began.
        pub from: Option<Spanned<PartialDate>>,
        /// When the term ends.
        pub until: Option<Spanned<PartialDate>>,
        /// `true` while nobody fills the seat.
        pub vacant: bool,
        /// A sentence on the seat.
        pub note: Option<String>,
    }
}

fields! {
    /// A step of a board's year.
    pub struct CycleStep {
        /// The month in which it falls.
        pub month: Spanned<MonthName>,
        /// What happens.
        pub step: String,
        /// A sentence on it.
        pub note: Option<String>,
    }
}

fields! {
    /// A body that meets and decides.
    pub struct Board {
        /// A shorter name or its initials.
        pub short_name: Option<Spanned<String>>,
        /// What sort of body it is.
        pub board_type as "type": Option<Spanned<BoardType>>,
        /// What it is there for.
        pub purpose: Option<String>,
        /// The organisation that it is a body of, such as the council of a committee.
        pub organisation: Option<Ref<(to::Organisation,)>>,
        /// The areas it covers.
        pub areas: Vec<Area>,
        /// When it was set up.
        pub established: Option<Spanned<PartialDate>>,
        /// Who sits on it.
        pub seats: Vec<Spanned<Seat>>,
        /// The bodies that it reports to.
        pub reports_to: Vec<Ref<(to::Board, to::Group, to::Organisation)>>,
        /// The document that sets out what it may do.
        pub terms_of_reference: Option<Ref<(to::Document,)>>,
        /// What it does in which month.
        pub planning_cycle: Vec<CycleStep>,
    }
}

impl Seat {
    /// The holder's name, as long as it may be shown on a site that shows the state of one day and is built on another: while
    /// the term runs, and until the day on which it is to be withdrawn, on whichever of the two days that is.
    pub fn public_name(&self, shown: CalendarDate, built: CalendarDate) -> Option<&str> {
        let holder = &self.holder.as_ref()?.value;
        let ended = self.until.is_some_and(|until| until.value.last_day() < shown);
        // A name is withdrawn on its day even from a site that shows a past state.
        let hidden = holder.publish_until.is_some_and(|until| until.value < shown.max(built));
        let vacant = self.vacant || self.from.is_some_and(|from| from.value.first_day() > shown);
        (!ended && !hidden && !vacant).then_some(holder.name.as_str())
    }
}
