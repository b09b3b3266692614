# The words of the theme in English. A site has its own in themes/<theme>/messages/en.ftl: a message there takes the place
# of the one of that name here.

## Dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

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
