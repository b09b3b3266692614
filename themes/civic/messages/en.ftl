# The words of the theme in English. A site has its own in themes/<theme>/messages/en.ftl: a message there takes the place
# of the one of that name here.

## Dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-name-january = January
month-name-february = February
month-name-march = March
month-name-april = April
month-name-may = May
month-name-june = June
month-name-july = July
month-name-august = August
month-name-september = September
month-name-october = October
month-name-november = November
month-name-december = December

## Around every page

skip-link = Skip to main content

## The frame, the pieces and the templates of pages

main-navigation = Main
about-this-site = About this site
as-of = This site shows how things stood on <time datetime="{ $iso }">{ $date }</time>.
breadcrumb = Breadcrumb
on-this-page = On this page
cross-links = How this lines up with other plans
linked-from = Linked from
item-linked-from = Linked from:
within = in { $whole }
illustrative = Illustrative
planned = Planned
nothing-yet = There is nothing to show here yet.
items = Parts
timeline-body = Body
timeline-about = About
last-changed = Last changed <time datetime="{ $iso }">{ $date }</time>
review-due = Review due <time datetime="{ $iso }">{ $date }</time>
footer = Footer
contact = Contact
licence = The content of this site may be used again under { $licence }.
letters = Letters
years = Years
list-title = { $title }, page { $number } of { $count }
list-page = Page { $number } of { $count }
list-pages = Pages of this list
list-pages-count = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
list-from-to = { $first } to { $last }
document-contents = Contents
contents-of-document = Contents of this document
section-pager = Previous and next section
previous = Previous
next = Next
moved = This page has moved
moved-to = It is now at <a href="{ $href }">{ $title }</a>.
not-found-check = If you typed the address, check that it is right. If you pasted it, check that you copied all of it.
not-found-start = The page may have been moved or removed. You can <a href="{ $href }">start from the home page</a>.

## The accessibility statement

-guidelines = <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines, version 2.2</a>
statement-compliance = How accessible this website is
statement-fully-compliant = This website is <strong>fully compliant</strong> with level AA of the { -guidelines }{ $issues ->
        [0] .
       *[other] , because of what is listed below.
    }
statement-partially-compliant = This website is <strong>partially compliant</strong> with level AA of the { -guidelines }{ $issues ->
        [0] .
       *[other] , because of what is listed below.
    }
statement-not-compliant = This website is <strong>not compliant</strong> with level AA of the { -guidelines }{ $issues ->
        [0] .
       *[other] , because of what is listed below.
    }
statement-not-assessed = This website has not been assessed yet. Nobody has checked how far it meets level AA of the { -guidelines }, so no claim is made here.
statement-issues = Content that is not accessible
statement-issues-lead = These parts do not meet the guidelines:
statement-improvements = What is being done about it
statement-feedback = How to report a problem or ask for another format
statement-get-in-touch = Get in touch if you find a problem that is not listed on this page, or if you need something on this website in another form, such as large print, easy read, audio or braille.
statement-no-contact = No address, telephone number or form for this has been given yet.
statement-answer = { $days ->
        [one] You will get an answer within { $days } day.
       *[other] You will get an answer within { $days } days.
    }
statement-enforcement = If you are not happy with the answer
statement-law = In England, Scotland and Wales the Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not content with how a complaint about a public body’s website was dealt with, you can contact the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
statement-testing = How this website was tested
statement-tested = It was last tested on <time datetime="{ $iso }">{ $date }</time>.
statement-tested-by = It was tested by { $name }.
statement-tested-on-by = It was last tested on <time datetime="{ $iso }">{ $date }</time>, by { $name }.
statement-preparation = About this statement
statement-prepared = It was prepared on <time datetime="{ $iso }">{ $date }</time>.
statement-reviewed = It was last reviewed on <time datetime="{ $iso }">{ $date }</time>.

## Periods and lengths of time

# `from-form` and `until-form` are year, month or day: some languages put words before a month that they do not put before
# a year.
period-whole = { $from } to { $until }
period-from = from { $from }
period-until = until { $until }
length-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
length-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
length-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
length-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

## Kinds of record, one and several

kind-document = Document
kind-document-plural = Documents
kind-organisation = Organisation
kind-organisation-plural = Organisations
kind-board = Board
kind-board-plural = Boards
kind-group = Group
kind-group-plural = Groups
kind-priority = Priority
kind-priority-plural = Priorities
kind-topic = Topic
kind-topic-plural = Topics
kind-plan = Plan
kind-plan-plural = Plans
kind-legislation = Law
kind-legislation-plural = Laws
kind-event = Event
kind-event-plural = Events
kind-consultation = Consultation
kind-consultation-plural = Consultations
kind-term = Term
kind-term-plural = Terms
kind-page = Page
kind-page-plural = Pages

## Types of record

document-type-strategy = Strategy
document-type-agreement = Agreement
document-type-report = Report
document-type-plan = Plan
document-type-assessment = Assessment
document-type-policy = Policy
document-type-terms-of-reference = Terms of reference
document-type-minutes = Minutes
document-type-other = Document
organisation-type-county-council = County council
organisation-type-district-council = District council
organisation-type-unitary-authority = Unitary authority
organisation-type-community-safety-partnership = Community safety partnership
organisation-type-police-force = Police force
organisation-type-police-and-crime-commissioner = Police and crime commissioner
organisation-type-fire-and-rescue = Fire and rescue
organisation-type-probation = Probation
organisation-type-health = Health
organisation-type-youth-justice = Youth justice
organisation-type-education = Education
organisation-type-council-service = Council service
organisation-type-government-department = Government department
organisation-type-voluntary-sector = Voluntary sector
organisation-type-other = Other
board-type-strategy-board = Strategy board
board-type-partnership-board = Partnership board
board-type-programme-board = Programme board
board-type-committee = Committee
board-type-full-council = Full council
group-type-delivery-group = Delivery group
group-type-network = Network
group-type-team = Team
priority-type-shared = Shared priority
priority-type-shared-plural = Shared priorities
priority-type-emerging-threat = Emerging threat
priority-type-emerging-threat-plural = Emerging threats
legislation-type-act = Act of Parliament
legislation-type-statutory-instrument = Statutory instrument
event-type-decision = Decision
event-type-meeting = Meeting
event-type-publication = Publication
event-type-consultation = Consultation
event-type-deadline = Deadline
event-type-other = Event

## Words of records

seat-role-chair = Chair
seat-role-vice-chair = Vice-chair
seat-role-member = Member
seat-role-adviser = Adviser
seat-role-observer = Observer
tier-national = National
tier-national-plan = National plan
tier-force = Police force area
tier-force-plan = Police force area plan
tier-county = County
tier-county-plan = County plan
tier-district = District
tier-district-plan = District plan
status-draft = Draft
status-consultation = Out for consultation
status-approved = Approved
status-current = Current
status-superseded = Superseded
status-withdrawn = Withdrawn
# Of what was approved or is current, once the last day of its period is past.
status-period-over = its period ended on { $day }
outcome-approved-for-consultation = Approved for consultation
outcome-considered = Considered
outcome-adopted = Adopted
outcome-deferred = Deferred

## Relations: over links on the page that carries them, over them on the other's page, and in a sentence with a priority

relation-based-on = Based on
relation-based-on-inverse = Basis of
relation-based-on-by-priority = The priority is based on it.
relation-based-on-by-plan = It is based on the priority.
relation-has-regard-to = Has regard to
relation-has-regard-to-inverse = Regard is had to it in
relation-has-regard-to-by-priority = The priority has regard to it.
relation-has-regard-to-by-plan = It has regard to the priority.
relation-copied-to = Copied to
relation-copied-to-inverse = Received a copy of
relation-copied-to-by-priority = The priority is copied to it.
relation-copied-to-by-plan = It is copied to the priority.
relation-supports = Supports
relation-supports-inverse = Supported by
relation-supports-by-priority = The priority supports it.
relation-supports-by-plan = It supports the priority.
relation-delivers = Delivers
relation-delivers-inverse = Delivered by
relation-delivers-by-priority = The priority delivers it.
relation-delivers-by-plan = It delivers the priority.
relation-contributes-to = Contributes to
relation-contributes-to-inverse = Receives a contribution from
relation-contributes-to-by-priority = The priority contributes to it.
relation-contributes-to-by-plan = It contributes to the priority.
relation-responds-to = Responds to
relation-responds-to-inverse = Answered by
relation-responds-to-by-priority = The priority responds to it.
relation-responds-to-by-plan = It responds to the priority.
relation-cites = Cites
relation-cites-inverse = Cited by
relation-cites-by-priority = The priority cites it.
relation-cites-by-plan = It cites the priority.
relation-same-topic = On the same topic as
relation-same-topic-inverse = On the same topic as
relation-same-topic-by-priority = The priority is on the same topic as it.
relation-same-topic-by-plan = It is on the same topic as the priority.
relation-replaces = Replaces
relation-replaces-inverse = Replaced by
relation-replaces-by-priority = The priority replaces it.
relation-replaces-by-plan = It replaces the priority.

## Pages that every site has

view-alignment = How the plans line up
view-timeline = Timetable of decisions
view-structure = How the boards and groups fit together
view-members = Members of the boards
furnishing-search = Search
furnishing-a-to-z = A to Z
furnishing-site-map = Site map
furnishing-accessibility = Accessibility statement

## Facts

fact-abbreviation = Abbreviation
fact-about = About
fact-also-known-as = Also known as
fact-amends = Amends
fact-approved-by = Approved by
fact-area = Area
fact-body = Body
fact-chair = Chair
fact-citation = Citation
fact-closes = Closes
fact-date = Date
fact-how-to-respond = How to respond
fact-last-verified = Last verified
fact-lead-group = Lead group
fact-meaning = Meaning
fact-members = Members
fact-merged-into = Merged into
fact-on = On
fact-opens = Opens
fact-outcome = Outcome
fact-owner = Owner
fact-part-of = Part of
fact-period = Period
fact-presented-to = Presented to
fact-published = Published
fact-purpose = Purpose
fact-read-it-at = Read it at
fact-replaced-by = Replaced by
fact-reported-at = Reported at
fact-reports-to = Reports to
fact-reports-to-it = Reports to it
fact-respond-at = Respond at
fact-responses = Responses
fact-responsible-authority = Responsible authority
fact-see-also = See also
fact-set-up = Set up
fact-state = State
fact-stated-length = Stated length
fact-takes-the-place-of = Takes the place of
fact-terms-of-reference = Terms of reference
fact-tier = Tier
fact-topics = Topics
fact-type = Type
fact-website = Website
fact-year = Year
responsible-authority-yes = Yes, under section 5 of the Crime and Disorder Act 1998
event-to-come = Still to come
consultation-opens-on = opens on { $day }
consultation-open-until = open until { $day }
consultation-closed-on = closed on { $day }

## Headings and captions

title-home = Home
title-not-found = Page not found
title-folder = In this folder
title-overviews = Overviews
title-others = Others
title-digits = 0 to 9
title-decisions = Decisions and dates
title-meetings = Meetings and decisions
title-members = Members
title-aims = Aims
title-funding = Funding
title-seats = Seats on boards
title-items = What it sets out
title-provisions = Provisions
title-topic-priorities = Priorities on this topic
title-narrower-topics = Narrower topics
title-methods = How views are gathered
title-consultees = Who is asked

## Columns of tables

column-board = Board
column-role = Role
column-office = Office
column-amount = Amount
column-from = From
column-to = To
column-period = Period
column-purpose = Purpose

## What links to a part are called

part-paragraph = paragraph { $number }

## Texts

text-paragraph = Paragraph { $number }
text-footnotes = Footnotes
text-footnote = Footnote { $number }
text-footnote-back = Back to reference { $number }
text-warning = Warning
text-done = Done:
text-to-do = To do:
text-table = Table
text-table-number = Table { $number }

## Banners, languages and print

replaced-by = by { $link }
languages = Languages
printed = Printed from { $address }
printed-as-of = Printed from { $address }; as of { $date }
printed-changed = Printed from { $address }; last changed { $date }

## The home page

call = Open consultation
call-closes = It closes on <time datetime="{ $iso }">{ $date }</time>.
consultation-to-come = Not open yet
consultation-open = Open
consultation-closed = Closed
consultation-until = until { $day }
consultation-on = on { $day }
call-respond = How to respond
coming = What happens next
home-more = More on this site

## Metadata

# What stands for a page that says nothing of itself. Each page of the site's furniture has one of its own.
description-page = { $title }. A page of { $site }.
description-index = { $title }: the full list. From { $site }.
description-part = { $title }: part of the full list. From { $site }.
description-search = Search { $site } by words, kind of page and status.
description-a-to-z = Every page of { $site } by the first letter of its title.
description-site-map = Every page of { $site } by where it belongs.
description-accessibility = How far { $site } can be used by everyone, and whom to ask about it.
description-alignment = How each priority lines up with national, police force, county and district plans. From { $site }.
description-timeline = Decisions, meetings and consultations in the order of their dates. From { $site }.
description-structure = The boards and groups, and who reports to whom. From { $site }.
description-members = Who sits on which board, by organisation and role. From { $site }.
description-planning-cycle = What each board does in which month of the year. From { $site }.
description-reviews-due = What somebody should look at again, and by when. From { $site }.
description-measures = How each priority is measured: where it began, where it should be and where it is. From { $site }.
description-not-found = There is no page of { $site } at this address.
description-moved = This page of { $site } has moved: { $title }.
description-of = { $title }: { $description }
footer-calendar = Calendar of dates
footer-feed = News feed
feed = News feed
feed-subtitle = What changed and what is to come
feed-decision = { $title }: { $outcome }
feed-published = Published: { $title }
feed-coming = { $date }: { $title }
date-opens = { $title }: opens
date-closes = { $title }: closes
date-period-ends = { $title }: its period ends
date-review-due = { $title }: review due
date-term-ends = { $board }: a term ends ({ $seat })

## Search

search-label = Search this site
search-submit = Search
search-query = Search for
search-hint = A place, a topic, a plan or an organisation
search-filters = Narrow the search
search-kind = Kind of page
search-kind-all = All kinds
search-overview = Overview
search-status = Status
search-status-all = Any status
search-language = Language
search-language-all = All languages
search-results = Results
search-more = More results
search-busy = Searching…
search-empty = Type a word to search for.
# Chosen by the category of the plural that the number belongs to in this language.
search-found = { $category ->
    [one] { $count } result for “{ $query }”
   *[other] { $count } results for “{ $query }”
}
search-shown = { $shown } of { $count } results shown
search-more-failed = More results could not be loaded. Try again later.
search-none = No results for “{ $query }”
search-advice-spelling = Check the spelling.
search-advice-words = Use fewer words, or other words for the same thing.
search-clear = Search all pages
search-a-to-z = You can also <a href="{ $link }">find pages in the A to Z</a>.
search-no-script = Search does not work here, because it needs JavaScript. <a href="{ $link }">Find pages in the A to Z</a> instead.
search-from-disk = Search does not work here, because you opened this site from a folder on a computer and not from the web. <a href="{ $link }">Find pages in the A to Z</a> instead.
search-failed = Search could not be loaded. Try again later, or <a href="{ $link }">find pages in the A to Z</a>.

## Views

view-planning-cycle = Planning cycle
view-reviews-due = Reviews due
view-measures = Measures

label-within = { $whole }: { $part }
drawing-elsewhere = A drawing shows on wider screens. It says the same as the words here.
drawing-of = Drawing: { $title }

alignment-caption = { $caption }: { $sort }
alignment-shared = shared priorities
alignment-emerging = emerging threats
alignment-priority = Priority
alignment-no-tier = Other plans
alignment-no-link = None linked
alignment-filter = Show part of the tables
alignment-by-tier = Tier
alignment-by-relation = Relation
alignment-by-topic = Topic
alignment-by-standing = Kind of link
alignment-every-tier = All tiers
alignment-every-relation = All relations
alignment-every-topic = All topics
alignment-every-standing = All links
alignment-stated = Stated in a source
alignment-illustrative = Illustrative only
alignment-show-all = Show all
alignment-all = See all { $count } priorities
alignment-shown = Priorities shown: { $rows } of { $all }. Links shown: { $links }.

timeline-all = See all dates
timeline-opens = { $title }: opens
timeline-closes = { $title }: closes
timeline-date = Date
timeline-event = Event
timeline-outcome = Outcome
timeline-periods = How long each runs
timeline-name = Name
timeline-kind = Kind
timeline-from = From
timeline-until = Until
timeline-not-given = Not given
timeline-key = A full mark or bar has happened or begun, an empty one is planned. An arrow stands where no day is given.
timeline-drawing = A scale of time from { $first } to { $last }. A row for each sort of event has a mark for each day. Below, a bar shows how long each consultation, document, priority or plan runs. The list and the table say the same.

structure-around = Who reports to whom
structure-list = The same as a list: those who report to a body stand below it.
structure-drawing = Boxes from left to right. Each body reports to the one on its left that a line joins it to. A dashed line runs the other way: the body on the left reports to the one on the right. The list says the same.
structure-key = An arrow points to the body that is reported to. Boards have square corners, groups round ones.
structure-reports-to-none = No line of reporting is recorded for:
structure-reports-to-named = Reports to { $bodies }.
structure-also-reports-to = Also reports to { $bodies }.
structure-reports-to-itself = Reports to itself.
structure-listed-elsewhere = Those who report to it are listed under its other entry.
structure-table = What each belongs to
structure-body = Body
structure-type = Type
structure-part-of = Part of
structure-reports-to = Reports to

members-seats = There { $seats ->
        [one] is 1 seat
       *[other] are { $seats } seats
    } on { $boards ->
        [one] 1 board
       *[other] { $boards } boards
    }.
members-vacant = { $count ->
        [0] No seat is recorded as vacant.
        [one] 1 seat is vacant.
       *[other] { $count } seats are vacant.
    }
members-ending = { $count ->
        [0] No recorded term ends by { $day }.
        [one] 1 term has ended or ends by { $day }.
       *[other] { $count } terms have ended or end by { $day }.
    }
members-vacant-seats = Vacant seats
members-ending-terms = Terms that have ended or end within 6 months
members-board = Board
members-organisation = Organisation
members-seat = Seat
members-role = Role
members-term = Term
members-seat-vacant = Vacant
members-term-ended = Ended
members-term-ends-soon = Ends soon
members-compared = Organisations with seats on more than one board
members-no-seat = No seat
members-several = { $count } seats: { $role }

cycle-of-board = Planning cycle
cycle-month = Month
cycle-step = Step
cycle-board = Board
cycle-this-month = This month
cycle-key = A mark stands in each month with a step. The dashed frame is round the month that this site shows.
cycle-drawing = The twelve months side by side, with a row for each board. A mark stands in each month with a step, and a number where there are several. The table says what the steps are.
cycle-month-1 = Jan
cycle-month-2 = Feb
cycle-month-3 = Mar
cycle-month-4 = Apr
cycle-month-5 = May
cycle-month-6 = Jun
cycle-month-7 = Jul
cycle-month-8 = Aug
cycle-month-9 = Sep
cycle-month-10 = Oct
cycle-month-11 = Nov
cycle-month-12 = Dec

reviews-summary = { $overdue ->
        [0] Nothing is overdue.
        [one] 1 review is overdue.
       *[other] { $overdue } reviews are overdue.
    } { $soon ->
        [0] Nothing is due in the next 3 months.
        [one] 1 is due in the next 3 months.
       *[other] { $soon } are due in the next 3 months.
    } { $later ->
        [0] Nothing is due later.
        [one] 1 is due later.
       *[other] { $later } are due later.
    }
reviews-overdue = { $title }: overdue
reviews-soon = { $title }: in the next 3 months
reviews-later = { $title }: later
reviews-record = Record
reviews-due = Due
reviews-why = Why
reviews-owner = Owner
reviews-no-day = No day given
reviews-no-owner = Not given
reviews-named = The day set for its review
reviews-since-change = Last changed on { $day }
reviews-verified = Facts last verified on { $day }
reviews-never-verified = No day given on which its facts were verified

measures-of-priority = Measures
measures-measure = Measure
measures-priority = Priority
measures-baseline = Baseline
measures-target = Target
measures-latest = Latest
measures-comparison = Latest against target
measures-period = Period
measures-source = Source
measures-at = At the target
measures-better = Better than the target
measures-worse = Worse than the target
measures-above = Above the target
measures-below = Below the target
measures-figure = { $name }: { $figure }
measures-chart = Bars for { $measure }
