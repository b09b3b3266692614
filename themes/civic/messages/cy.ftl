# Geiriau'r thema yn Gymraeg. Mae gan safle ei eiriau ei hun yn themes/<thema>/messages/cy.ftl.

## Dyddiadau

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

## O gwmpas pob tudalen

skip-link = Neidio i'r prif gynnwys

## Y ffrâm, y darnau a thempledi'r tudalennau

main-navigation = Prif ddewislen
about-this-site = Ynghylch y wefan hon
as-of = Mae'r wefan hon yn dangos y sefyllfa fel yr oedd ar <time datetime="{ $iso }">{ $date }</time>.
breadcrumb = Briwsion bara
on-this-page = Ar y dudalen hon
cross-links = Sut mae hyn yn cyd-fynd â chynlluniau eraill
linked-from = Tudalennau sy'n cyfeirio yma
item-linked-from = Tudalennau sy'n cyfeirio at hwn:
within = o fewn { $whole }
illustrative = Enghreifftiol
planned = Arfaethedig
nothing-yet = Does dim byd i'w ddangos yma eto.
items = Rhannau
timeline-body = Corff
timeline-about = Ynghylch
last-changed = Newidiwyd ddiwethaf ar <time datetime="{ $iso }">{ $date }</time>
review-due = I'w adolygu erbyn <time datetime="{ $iso }">{ $date }</time>
footer = Troedyn
contact = Cysylltu â ni
licence = Gellir ailddefnyddio cynnwys y wefan hon o dan { $licence }.
letters = Llythrennau
document-contents = Cynnwys
contents-of-document = Cynnwys y ddogfen hon
section-pager = Yr adran flaenorol a'r adran nesaf
previous = Blaenorol
next = Nesaf
moved = Mae'r dudalen hon wedi symud
moved-to = Mae hi bellach yn <a href="{ $href }">{ $title }</a>.
not-found-check = Os gwnaethoch deipio'r cyfeiriad, gwnewch yn siŵr ei fod yn gywir. Os gwnaethoch ei ludo, gwnewch yn siŵr eich bod wedi copïo'r cyfan ohono.
not-found-start = Mae'n bosibl bod y dudalen wedi'i symud neu ei dileu. Gallwch <a href="{ $href }">ddechrau o'r hafan</a>.

## Y datganiad hygyrchedd

-guidelines = <a href="https://www.w3.org/TR/WCAG22/">Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn 2.2</a>
statement-compliance = Pa mor hygyrch yw'r wefan hon
statement-fully-compliant = Mae'r wefan hon yn <strong>cydymffurfio'n llawn</strong> â lefel AA y { -guidelines }{ $issues ->
        [0] .
       *[other] , oherwydd yr hyn a restrir isod.
    }
statement-partially-compliant = Mae'r wefan hon yn <strong>cydymffurfio'n rhannol</strong> â lefel AA y { -guidelines }{ $issues ->
        [0] .
       *[other] , oherwydd yr hyn a restrir isod.
    }
statement-not-compliant = <strong>Nid yw'r wefan hon yn cydymffurfio</strong> â lefel AA y { -guidelines }{ $issues ->
        [0] .
       *[other] , oherwydd yr hyn a restrir isod.
    }
statement-not-assessed = Nid yw'r wefan hon wedi'i hasesu eto. Does neb wedi gwirio i ba raddau y mae'n bodloni lefel AA y { -guidelines }, felly nid oes unrhyw honiad yn cael ei wneud yma.
statement-issues = Cynnwys nad yw'n hygyrch
statement-issues-lead = Nid yw'r rhannau hyn yn bodloni'r canllawiau:
statement-improvements = Yr hyn sy'n cael ei wneud i wella hygyrchedd
statement-feedback = Sut i roi gwybod am broblem neu ofyn am fformat arall
statement-get-in-touch = Cysylltwch â ni os byddwch yn dod o hyd i broblem nad yw wedi'i rhestru ar y dudalen hon, neu os oes angen rhywbeth ar y wefan hon arnoch mewn fformat gwahanol, fel print bras, fersiwn hawdd ei ddeall, recordiad sain neu braille.
statement-no-contact = Nid oes cyfeiriad, rhif ffôn na ffurflen ar gyfer hyn wedi'u rhoi eto.
statement-answer = { $days ->
        [two] Byddwch yn cael ateb o fewn { $days } ddiwrnod.
       *[other] Byddwch yn cael ateb o fewn { $days } diwrnod.
    }
statement-enforcement = Os nad ydych yn fodlon ar yr ateb
statement-law = Yng Nghymru, Lloegr a'r Alban, y Comisiwn Cydraddoldeb a Hawliau Dynol sy'n gyfrifol am orfodi Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018. Os nad ydych yn fodlon ar y ffordd yr ymatebwyd i gŵyn am wefan corff cyhoeddus, gallwch gysylltu â'r <a href="https://www.equalityadvisoryservice.com/">Gwasanaeth Cynghori a Chymorth Cydraddoldeb</a>.
statement-testing = Sut y profwyd y wefan hon
statement-tested = Cafodd ei phrofi ddiwethaf ar <time datetime="{ $iso }">{ $date }</time>.
statement-tested-by = Cafodd ei phrofi gan { $name }.
statement-tested-on-by = Cafodd ei phrofi ddiwethaf ar <time datetime="{ $iso }">{ $date }</time>, gan { $name }.
statement-preparation = Ynghylch y datganiad hwn
statement-prepared = Paratowyd y datganiad hwn ar <time datetime="{ $iso }">{ $date }</time>.
statement-reviewed = Fe'i hadolygwyd ddiwethaf ar <time datetime="{ $iso }">{ $date }</time>.
