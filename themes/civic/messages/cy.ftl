# Geiriau’r thema yn Gymraeg. Mae gan safle ei eiriau ei hun yn themes/<thema>/messages/cy.ftl.

## Dyddiadau

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-name-january = Ionawr
month-name-february = Chwefror
month-name-march = Mawrth
month-name-april = Ebrill
month-name-may = Mai
month-name-june = Mehefin
month-name-july = Gorffennaf
month-name-august = Awst
month-name-september = Medi
month-name-october = Hydref
month-name-november = Tachwedd
month-name-december = Rhagfyr

## O gwmpas pob tudalen

skip-link = Neidio i’r prif gynnwys

## Y ffrâm, y darnau a thempledi’r tudalennau

main-navigation = Prif ddewislen
about-this-site = Ynghylch y wefan hon
as-of = Mae’r wefan hon yn dangos y sefyllfa fel yr oedd ar <time datetime="{ $iso }">{ $date }</time>.
breadcrumb = Briwsion bara
on-this-page = Ar y dudalen hon
cross-links = Sut mae hyn yn cyd-fynd â chynlluniau eraill
linked-from = Tudalennau sy’n cyfeirio yma
item-linked-from = Tudalennau sy’n cyfeirio at hwn:
within = o fewn { $whole }
illustrative = Enghreifftiol
planned = Arfaethedig
nothing-yet = Does dim byd i’w ddangos yma eto.
items = Rhannau
timeline-body = Corff
timeline-about = Ynghylch
last-changed = Newidiwyd ddiwethaf ar <time datetime="{ $iso }">{ $date }</time>
review-due = I’w adolygu erbyn <time datetime="{ $iso }">{ $date }</time>
footer = Troedyn
contact = Cysylltu â ni
licence = Gellir ailddefnyddio cynnwys y wefan hon o dan { $licence }.
letters = Llythrennau
years = Blynyddoedd
list-title = { $title }, tudalen { $number } o { $count }
list-page = Tudalen { $number } o { $count }
list-pages = Tudalennau’r rhestr hon
list-pages-count = { $count ->
    [one] { $count } dudalen
    [two] { $count } dudalen
   *[other] { $count } tudalen
}
list-from-to = { $first } hyd at { $last }
document-contents = Cynnwys
contents-of-document = Cynnwys y ddogfen hon
section-pager = Yr adran flaenorol a’r adran nesaf
previous = Blaenorol
next = Nesaf
moved = Mae’r dudalen hon wedi symud
moved-to = Mae hi bellach yn <a href="{ $href }">{ $title }</a>.
not-found-check = Os gwnaethoch deipio’r cyfeiriad, gwnewch yn siŵr ei fod yn gywir. Os gwnaethoch ei ludo, gwnewch yn siŵr eich bod wedi copïo’r cyfan ohono.
not-found-start = Mae’n bosibl bod y dudalen wedi’i symud neu ei dileu. Gallwch <a href="{ $href }">ddechrau o’r hafan</a>.

## Y datganiad hygyrchedd

-guidelines = <a href="https://www.w3.org/TR/WCAG22/">Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn 2.2</a>
statement-compliance = Pa mor hygyrch yw’r wefan hon
statement-fully-compliant = Mae’r wefan hon yn <strong>cydymffurfio’n llawn</strong> â lefel AA y { -guidelines }{ $issues ->
        [0] .
       *[other] , oherwydd yr hyn a restrir isod.
    }
statement-partially-compliant = Mae’r wefan hon yn <strong>cydymffurfio’n rhannol</strong> â lefel AA y { -guidelines }{ $issues ->
        [0] .
       *[other] , oherwydd yr hyn a restrir isod.
    }
statement-not-compliant = <strong>Nid yw’r wefan hon yn cydymffurfio</strong> â lefel AA y { -guidelines }{ $issues ->
        [0] .
       *[other] , oherwydd yr hyn a restrir isod.
    }
statement-not-assessed = Nid yw’r wefan hon wedi’i hasesu eto. Does neb wedi gwirio i ba raddau y mae’n bodloni lefel AA y { -guidelines }, felly nid oes unrhyw honiad yn cael ei wneud yma.
statement-issues = Cynnwys nad yw’n hygyrch
statement-issues-lead = Nid yw’r rhannau hyn yn bodloni’r canllawiau:
statement-improvements = Yr hyn sy’n cael ei wneud i wella hygyrchedd
statement-feedback = Sut i roi gwybod am broblem neu ofyn am fformat arall
statement-get-in-touch = Cysylltwch â ni os byddwch yn dod o hyd i broblem nad yw wedi’i rhestru ar y dudalen hon, neu os oes angen rhywbeth ar y wefan hon arnoch mewn fformat gwahanol, fel print bras, fersiwn hawdd ei ddeall, recordiad sain neu braille.
statement-no-contact = Nid oes cyfeiriad, rhif ffôn na ffurflen ar gyfer hyn wedi’u rhoi eto.
statement-answer = { $days ->
        [two] Byddwch yn cael ateb o fewn { $days } ddiwrnod.
       *[other] Byddwch yn cael ateb o fewn { $days } diwrnod.
    }
statement-enforcement = Os nad ydych yn fodlon ar yr ateb
statement-law = Yng Nghymru, Lloegr a’r Alban, y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gyfrifol am orfodi Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018. Os nad ydych yn fodlon ar y ffordd yr ymatebwyd i gŵyn am wefan corff cyhoeddus, gallwch gysylltu â’r <a href="https://www.equalityadvisoryservice.com/">Gwasanaeth Cynghori a Chymorth Cydraddoldeb</a>.
statement-testing = Sut y profwyd y wefan hon
statement-tested = Cafodd ei phrofi ddiwethaf ar <time datetime="{ $iso }">{ $date }</time>.
statement-tested-by = Cafodd ei phrofi gan { $name }.
statement-tested-on-by = Cafodd ei phrofi ddiwethaf ar <time datetime="{ $iso }">{ $date }</time>, gan { $name }.
statement-preparation = Ynghylch y datganiad hwn
statement-prepared = Paratowyd y datganiad hwn ar <time datetime="{ $iso }">{ $date }</time>.
statement-reviewed = Fe’i hadolygwyd ddiwethaf ar <time datetime="{ $iso }">{ $date }</time>.


## Cyfnodau a hydoedd

period-whole =
    { $from-form ->
        [month] o fis { $from }
       *[other] o { $from }
    } { $until-form ->
        [month] tan fis { $until }
       *[other] tan { $until }
    }
period-from =
    { $from-form ->
        [month] o fis { $from }
       *[other] o { $from }
    } ymlaen
period-until =
    { $until-form ->
        [month] tan fis { $until }
       *[other] tan { $until }
    }
length-days = { $count ->
    [two] { $count } ddiwrnod
   *[other] { $count } diwrnod
}
length-weeks = { $count } wythnos
length-months = { $count ->
    [two] { $count } fis
   *[other] { $count } mis
}
length-years = { $count ->
    [1] { $count } flwyddyn
    [2] { $count } flynedd
    [3] { $count } blynedd
    [4] { $count } blynedd
    [6] { $count } blynedd
   *[other] { $count } mlynedd
}

## Mathau o gofnod, un a sawl un

kind-document = Dogfen
kind-document-plural = Dogfennau
kind-organisation = Sefydliad
kind-organisation-plural = Sefydliadau
kind-board = Bwrdd
kind-board-plural = Byrddau
kind-group = Grŵp
kind-group-plural = Grwpiau
kind-priority = Blaenoriaeth
kind-priority-plural = Blaenoriaethau
kind-topic = Pwnc
kind-topic-plural = Pynciau
kind-plan = Cynllun
kind-plan-plural = Cynlluniau
kind-legislation = Deddfwriaeth
kind-legislation-plural = Deddfwriaeth
kind-event = Digwyddiad
kind-event-plural = Digwyddiadau
kind-consultation = Ymgynghoriad
kind-consultation-plural = Ymgyngoriadau
kind-term = Term
kind-term-plural = Termau
kind-page = Tudalen
kind-page-plural = Tudalennau

## Mathau o fewn y cofnodion

document-type-strategy = Strategaeth
document-type-agreement = Cytundeb
document-type-report = Adroddiad
document-type-plan = Cynllun
document-type-assessment = Asesiad
document-type-policy = Polisi
document-type-terms-of-reference = Cylch gorchwyl
document-type-minutes = Cofnodion
document-type-other = Dogfen
organisation-type-county-council = Cyngor sir
organisation-type-district-council = Cyngor dosbarth
organisation-type-unitary-authority = Awdurdod unedol
organisation-type-community-safety-partnership = Partneriaeth diogelwch cymunedol
organisation-type-police-force = Heddlu
organisation-type-police-and-crime-commissioner = Comisiynydd heddlu a throseddu
organisation-type-fire-and-rescue = Tân ac achub
organisation-type-probation = Gwasanaeth prawf
organisation-type-health = Iechyd
organisation-type-youth-justice = Cyfiawnder ieuenctid
organisation-type-education = Addysg
organisation-type-council-service = Gwasanaeth cyngor
organisation-type-government-department = Adran o’r llywodraeth
organisation-type-voluntary-sector = Sector gwirfoddol
organisation-type-other = Arall
board-type-strategy-board = Bwrdd strategaeth
board-type-partnership-board = Bwrdd partneriaeth
board-type-programme-board = Bwrdd rhaglen
board-type-committee = Pwyllgor
board-type-full-council = Cyngor llawn
group-type-delivery-group = Grŵp cyflawni
group-type-network = Rhwydwaith
group-type-team = Tîm
priority-type-shared = Blaenoriaeth a rennir
priority-type-shared-plural = Blaenoriaethau a rennir
priority-type-emerging-threat = Bygythiad sy’n dod i’r amlwg
priority-type-emerging-threat-plural = Bygythiadau sy’n dod i’r amlwg
legislation-type-act = Deddf Senedd y DU
legislation-type-statutory-instrument = Offeryn statudol
event-type-decision = Penderfyniad
event-type-meeting = Cyfarfod
event-type-publication = Cyhoeddiad
event-type-consultation = Ymgynghoriad
event-type-deadline = Dyddiad cau
event-type-other = Digwyddiad

## Geiriau’r cofnodion

seat-role-chair = Cadeirydd
seat-role-vice-chair = Is-gadeirydd
seat-role-member = Aelod
seat-role-adviser = Aelod cynghorol
seat-role-observer = Arsylwr
tier-national = Cenedlaethol
tier-national-plan = Cynllun cenedlaethol
tier-force = Ardal heddlu
tier-force-plan = Cynllun ardal heddlu
tier-county = Sir
tier-county-plan = Cynllun sirol
tier-district = Dosbarth
tier-district-plan = Cynllun dosbarth
status-draft = Drafft
status-consultation = Yn destun ymgynghoriad
status-approved = Wedi’i gymeradwyo
status-current = Cyfredol
status-superseded = Wedi’i ddisodli
status-withdrawn = Wedi’i dynnu’n ôl
status-period-over = daeth ei gyfnod i ben ar { $day }
outcome-approved-for-consultation = Cymeradwywyd ar gyfer ymgynghori
outcome-considered = Ystyriwyd
outcome-adopted = Mabwysiadwyd
outcome-deferred = Gohiriwyd

## Perthnasau: uwchben dolenni ar y dudalen sy’n eu cynnal, uwchben dolenni ar dudalen y llall, ac mewn brawddeg â blaenoriaeth

relation-based-on = Yn seiliedig ar
relation-based-on-inverse = Yn sail i
relation-based-on-by-priority = Mae’r flaenoriaeth yn seiliedig arno.
relation-based-on-by-plan = Mae’n seiliedig ar y flaenoriaeth.
relation-has-regard-to = Yn rhoi sylw i
relation-has-regard-to-inverse = Rhoddir sylw iddo gan
relation-has-regard-to-by-priority = Mae’r flaenoriaeth yn rhoi sylw iddo.
relation-has-regard-to-by-plan = Mae’n rhoi sylw i’r flaenoriaeth.
relation-copied-to = Anfonwyd copi at
relation-copied-to-inverse = Wedi cael copi o
relation-copied-to-by-priority = Anfonwyd copi o’r flaenoriaeth ato.
relation-copied-to-by-plan = Anfonwyd copi ohono at y flaenoriaeth.
relation-supports = Yn cefnogi
relation-supports-inverse = Cefnogir gan
relation-supports-by-priority = Mae’r flaenoriaeth yn ei gefnogi.
relation-supports-by-plan = Mae’n cefnogi’r flaenoriaeth.
relation-delivers = Yn cyflawni
relation-delivers-inverse = Cyflawnir gan
relation-delivers-by-priority = Mae’r flaenoriaeth yn ei gyflawni.
relation-delivers-by-plan = Mae’n cyflawni’r flaenoriaeth.
relation-contributes-to = Yn cyfrannu at
relation-contributes-to-inverse = Yn cael cyfraniad gan
relation-contributes-to-by-priority = Mae’r flaenoriaeth yn cyfrannu ato.
relation-contributes-to-by-plan = Mae’n cyfrannu at y flaenoriaeth.
relation-responds-to = Yn ymateb i
relation-responds-to-inverse = Ymatebir iddo gan
relation-responds-to-by-priority = Mae’r flaenoriaeth yn ymateb iddo.
relation-responds-to-by-plan = Mae’n ymateb i’r flaenoriaeth.
relation-cites = Yn dyfynnu
relation-cites-inverse = Dyfynnir gan
relation-cites-by-priority = Mae’r flaenoriaeth yn ei ddyfynnu.
relation-cites-by-plan = Mae’n dyfynnu’r flaenoriaeth.
relation-same-topic = Ar yr un pwnc â
relation-same-topic-inverse = Ar yr un pwnc â
relation-same-topic-by-priority = Mae’r flaenoriaeth ar yr un pwnc ag ef.
relation-same-topic-by-plan = Mae ar yr un pwnc â’r flaenoriaeth.
relation-replaces = Yn disodli
relation-replaces-inverse = Disodlwyd gan
relation-replaces-by-priority = Mae’r flaenoriaeth yn ei ddisodli.
relation-replaces-by-plan = Mae’n disodli’r flaenoriaeth.

## Tudalennau sydd gan bob safle

view-alignment = Sut mae’r cynlluniau’n cyd-fynd
view-timeline = Amserlen penderfyniadau
view-structure = Sut mae’r byrddau a’r grwpiau’n gweithio gyda’i gilydd
view-members = Aelodau’r byrddau
furnishing-search = Chwilio
furnishing-a-to-z = A i Y
furnishing-site-map = Map o’r safle
furnishing-accessibility = Datganiad hygyrchedd

## Ffeithiau

fact-abbreviation = Byrfodd
fact-about = Ynghylch
fact-also-known-as = Enw arall
fact-amends = Yn diwygio
fact-approved-by = Cymeradwywyd gan
fact-area = Ardal
fact-body = Corff
fact-chair = Cadeirydd
fact-citation = Cyfeirnod
fact-closes = Yn cau
fact-date = Dyddiad
fact-how-to-respond = Sut i ymateb
fact-last-verified = Gwiriwyd ddiwethaf
fact-lead-group = Grŵp arweiniol
fact-meaning = Ystyr
fact-members = Aelodau
fact-merged-into = Unwyd â
fact-on = Ymgynghori ar
fact-opens = Yn agor
fact-outcome = Canlyniad
fact-owner = Perchennog
fact-part-of = Rhan o
fact-period = Cyfnod
fact-presented-to = Cyflwynwyd i
fact-published = Cyhoeddwyd
fact-purpose = Diben
fact-read-it-at = Ar gael yn
fact-replaced-by = Disodlwyd gan
fact-reported-at = Adroddwyd yn
fact-reports-to = Yn adrodd i
fact-reports-to-it = Yn adrodd iddo
fact-respond-at = Ymatebwch yn
fact-responses = Ymatebion
fact-responsible-authority = Awdurdod cyfrifol
fact-see-also = Gweler hefyd
fact-set-up = Sefydlwyd
fact-state = Statws
fact-stated-length = Hyd a nodwyd
fact-takes-the-place-of = Yn disodli
fact-terms-of-reference = Cylch gorchwyl
fact-tier = Haen
fact-topics = Pynciau
fact-type = Math
fact-website = Gwefan
fact-year = Blwyddyn
responsible-authority-yes = Ydy, o dan adran 5 o Ddeddf Trosedd ac Anhrefn 1998
event-to-come = Eto i ddod
consultation-opens-on = yn agor ar { $day }
consultation-open-until = ar agor tan { $day }
consultation-closed-on = wedi cau ar { $day }

## Penawdau a chapsiynau

title-home = Hafan
title-not-found = Heb ddod o hyd i’r dudalen
title-folder = Yn y ffolder hwn
title-overviews = Trosolygon
title-others = Eraill
title-digits = 0 i 9
title-decisions = Penderfyniadau a dyddiadau
title-meetings = Cyfarfodydd a phenderfyniadau
title-members = Aelodau
title-aims = Nodau
title-funding = Cyllid
title-seats = Seddi ar fyrddau
title-items = Yr hyn y mae’n ei nodi
title-provisions = Darpariaethau
title-topic-priorities = Blaenoriaethau ar y pwnc hwn
title-narrower-topics = Pynciau culach
title-methods = Sut y cesglir barn
title-consultees = Â phwy yr ymgynghorir

## Colofnau tablau

column-board = Bwrdd
column-role = Rôl
column-office = Swydd
column-amount = Swm
column-from = Gan
column-to = I
column-period = Cyfnod
column-purpose = Diben

## Yr enw ar ddolenni at ran

part-paragraph = paragraff { $number }

## Testunau

text-paragraph = Paragraff { $number }
text-footnotes = Troednodiadau
text-footnote = Troednodyn { $number }
text-footnote-back = Yn ôl at gyfeiriad { $number }
text-warning = Rhybudd
text-done = Wedi’i wneud:
text-to-do = I’w wneud:
text-table = Tabl
text-table-number = Tabl { $number }

## Baneri, ieithoedd ac argraffu

replaced-by = gan { $link }
languages = Ieithoedd
printed = Argraffwyd o { $address }
printed-as-of = Argraffwyd o { $address }; fel yr oedd ar { $date }
printed-changed = Argraffwyd o { $address }; newidiwyd ddiwethaf ar { $date }

## Yr hafan

call = Ymgynghoriad agored
call-closes = Mae’n cau ar <time datetime="{ $iso }">{ $date }</time>.
consultation-to-come = Heb agor eto
consultation-open = Ar agor
consultation-closed = Wedi cau
consultation-until = tan { $day }
consultation-on = ar { $day }
call-respond = Sut i ymateb
coming = Beth sy’n digwydd nesaf
home-more = Mwy ar y wefan hon

## Metadata

description-page = { $title }. Un o dudalennau { $site }.
description-index = { $title }: y rhestr lawn. O { $site }.
description-part = { $title }: rhan o’r rhestr lawn. O { $site }.
description-search = Chwiliwch { $site } yn ôl geiriau, math o dudalen a statws.
description-a-to-z = Pob tudalen o { $site } yn ôl llythyren gyntaf ei theitl.
description-site-map = Pob tudalen o { $site } yn ôl ei lle ar y wefan.
description-accessibility = I ba raddau y gall pawb ddefnyddio { $site }, ac â phwy i gysylltu yn ei gylch.
description-alignment = Sut mae pob blaenoriaeth yn cyd-fynd â chynlluniau cenedlaethol, heddlu, sirol a dosbarth. O { $site }.
description-timeline = Penderfyniadau, cyfarfodydd ac ymgynghoriadau yn nhrefn eu dyddiadau. O { $site }.
description-structure = Y byrddau a’r grwpiau, a phwy sy’n adrodd i bwy. O { $site }.
description-members = Pwy sy’n eistedd ar ba fwrdd, yn ôl sefydliad a rôl. O { $site }.
description-planning-cycle = Beth mae pob bwrdd yn ei wneud ym mha fis o’r flwyddyn. O { $site }.
description-reviews-due = Beth y dylai rhywun ei adolygu, ac erbyn pryd. O { $site }.
description-measures = Sut mae pob blaenoriaeth yn cael ei mesur: y man cychwyn, y nod a’r ffigur diweddaraf. O { $site }.
description-not-found = Nid oes tudalen o { $site } yn y cyfeiriad hwn.
description-moved = Mae’r dudalen hon o { $site } wedi symud: { $title }.
description-of = { $title }: { $description }
footer-calendar = Calendr dyddiadau
footer-feed = Ffrwd newyddion
feed = Ffrwd newyddion
feed-subtitle = Beth sydd wedi newid a beth sydd i ddod
feed-decision = { $title }: { $outcome }
feed-published = Cyhoeddwyd: { $title }
feed-coming = { $date }: { $title }
date-opens = { $title }: yn agor
date-closes = { $title }: yn cau
date-period-ends = { $title }: daw ei gyfnod i ben
date-review-due = { $title }: angen ei adolygu
date-term-ends = { $board }: daw tymor i ben ({ $seat })

## Chwilio

search-label = Chwilio’r wefan hon
search-submit = Chwilio
search-query = Chwilio am
search-hint = Lle, pwnc, cynllun neu sefydliad
search-filters = Cyfyngu’r chwiliad
search-kind = Math o dudalen
search-kind-all = Pob math
search-overview = Trosolwg
search-status = Statws
search-status-all = Unrhyw statws
search-language = Iaith
search-language-all = Pob iaith
search-results = Canlyniadau
search-more = Rhagor o ganlyniadau
search-busy = Wrthi’n chwilio…
search-empty = Teipiwch air i chwilio amdano.
# Dewisir yn ôl categori lluosog y rhif yn Gymraeg.
search-found = { $category ->
    [zero] { $count } canlyniad ar gyfer “{ $query }”
    [one] { $count } canlyniad ar gyfer “{ $query }”
    [two] { $count } ganlyniad ar gyfer “{ $query }”
    [few] { $count } chanlyniad ar gyfer “{ $query }”
    [many] { $count } chanlyniad ar gyfer “{ $query }”
   *[other] { $count } canlyniad ar gyfer “{ $query }”
}
search-shown = Yn dangos { $shown } o { $count } canlyniad
search-more-failed = Ni ellid llwytho rhagor o ganlyniadau. Rhowch gynnig arall arni yn nes ymlaen.
search-none = Dim canlyniadau ar gyfer “{ $query }”
search-advice-spelling = Gwiriwch y sillafu.
search-advice-words = Defnyddiwch lai o eiriau, neu eiriau eraill am yr un peth.
search-clear = Chwilio pob tudalen
search-a-to-z = Gallwch hefyd <a href="{ $link }">ddod o hyd i dudalennau yn y rhestr A i Y</a>.
search-no-script = Nid yw’r chwiliad yn gweithio yma, gan fod angen JavaScript arno. <a href="{ $link }">Dewch o hyd i dudalennau yn y rhestr A i Y</a> yn lle hynny.
search-from-disk = Nid yw’r chwiliad yn gweithio yma, gan eich bod wedi agor y wefan hon o ffolder ar gyfrifiadur yn hytrach nag o’r we. <a href="{ $link }">Dewch o hyd i dudalennau yn y rhestr A i Y</a> yn lle hynny.
search-failed = Ni ellid llwytho’r chwiliad. Rhowch gynnig arall arni yn nes ymlaen, neu <a href="{ $link }">dewch o hyd i dudalennau yn y rhestr A i Y</a>.

## Views

view-planning-cycle = Cylch cynllunio
view-reviews-due = Adolygiadau i ddod
view-measures = Mesurau

label-within = { $whole }: { $part }
drawing-elsewhere = Mae llun i’w weld ar sgriniau lletach. Mae’n dweud yr un peth â’r geiriau yma.
drawing-of = Llun: { $title }

alignment-caption = { $caption }: { $sort }
alignment-shared = blaenoriaethau a rennir
alignment-emerging = bygythiadau sy’n dod i’r amlwg
alignment-priority = Blaenoriaeth
alignment-no-tier = Cynlluniau eraill
alignment-no-link = Dim cyswllt
alignment-filter = Dangos rhan o’r tablau
alignment-by-tier = Haen
alignment-by-relation = Perthynas
alignment-by-topic = Pwnc
alignment-by-standing = Math o gyswllt
alignment-every-tier = Pob haen
alignment-every-relation = Pob perthynas
alignment-every-topic = Pob pwnc
alignment-every-standing = Pob cyswllt
alignment-stated = Wedi’i nodi mewn ffynhonnell
alignment-illustrative = Enghreifftiol yn unig
alignment-show-all = Dangos popeth
alignment-all = Gweld pob un o’r { $count } o flaenoriaethau
alignment-shown = Blaenoriaethau a ddangosir: { $rows } o { $all }. Cysylltau a ddangosir: { $links }.

timeline-all = Gweld pob dyddiad
timeline-opens = { $title }: yn agor
timeline-closes = { $title }: yn cau
timeline-date = Dyddiad
timeline-event = Digwyddiad
timeline-outcome = Canlyniad
timeline-periods = Pa mor hir y mae pob un yn para
timeline-name = Enw
timeline-kind = Math
timeline-from = O
timeline-until = Hyd at
timeline-not-given = Heb ei nodi
timeline-key = Mae marc neu far llawn wedi digwydd neu wedi dechrau; mae un gwag wedi’i drefnu. Mae saeth lle na nodir diwrnod.
timeline-drawing = Graddfa amser o { $first } i { $last }. Mae rhes ar gyfer pob math o ddigwyddiad, gyda marc ar gyfer pob diwrnod. Oddi tanynt, mae bar yn dangos pa mor hir y mae pob ymgynghoriad, dogfen, blaenoriaeth neu gynllun yn para. Mae’r rhestr a’r tabl yn dweud yr un peth.

structure-around = Pwy sy’n adrodd i bwy
structure-list = Yr un peth ar ffurf rhestr: mae’r rhai sy’n adrodd i gorff oddi tano.
structure-drawing = Blychau o’r chwith i’r dde. Mae pob corff yn adrodd i’r un ar y chwith y mae llinell yn ei gysylltu ag ef. Mae llinell doredig yn rhedeg y ffordd arall: mae’r corff ar y chwith yn adrodd i’r un ar y dde. Mae’r rhestr yn dweud yr un peth.
structure-key = Mae saeth yn pwyntio at y corff yr adroddir iddo. Mae corneli sgwâr gan fyrddau a chorneli crwn gan grwpiau.
structure-reports-to-none = Nid oes llinell adrodd wedi’i chofnodi ar gyfer:
structure-reports-to-named = Yn adrodd i { $bodies }.
structure-also-reports-to = Hefyd yn adrodd i { $bodies }.
structure-reports-to-itself = Yn adrodd iddo’i hun.
structure-listed-elsewhere = Rhestrir y rhai sy’n adrodd iddo o dan ei gofnod arall.
structure-table = Yr hyn y mae pob un yn perthyn iddo
structure-body = Corff
structure-type = Math
structure-part-of = Rhan o
structure-reports-to = Yn adrodd i

members-seats = Nifer y seddi: { $seats }. Nifer y byrddau: { $boards }.
members-vacant = { $count ->
        [0] Nid oes sedd wag wedi’i chofnodi.
       *[other] Nifer y seddi gwag: { $count }.
    }
members-ending = { $count ->
        [0] Nid oes tymor a gofnodwyd yn dod i ben erbyn { $day }.
       *[other] Nifer y tymhorau sydd wedi dod i ben, neu a fydd yn dod i ben erbyn { $day }: { $count }.
    }
members-vacant-seats = Seddi gwag
members-ending-terms = Tymhorau sydd wedi dod i ben, neu a fydd yn dod i ben o fewn 6 mis
members-board = Bwrdd
members-organisation = Sefydliad
members-seat = Sedd
members-role = Rôl
members-term = Tymor
members-seat-vacant = Gwag
members-term-ended = Wedi dod i ben
members-term-ends-soon = Yn dod i ben yn fuan
members-compared = Sefydliadau sydd â seddi ar fwy nag un bwrdd
members-no-seat = Dim sedd
members-several = { $role }: { $count }

cycle-of-board = Cylch cynllunio
cycle-month = Mis
cycle-step = Cam
cycle-board = Bwrdd
cycle-this-month = Y mis hwn
cycle-key = Mae marc ym mhob mis sydd â cham. Mae’r ffrâm doredig o amgylch y mis y mae’r wefan hon yn ei ddangos.
cycle-drawing = Y deuddeg mis ochr yn ochr, gyda rhes ar gyfer pob bwrdd. Mae marc ym mhob mis sydd â cham, a rhif lle mae sawl un. Mae’r tabl yn dweud beth yw’r camau.
cycle-month-1 = Ion
cycle-month-2 = Chwe
cycle-month-3 = Maw
cycle-month-4 = Ebr
cycle-month-5 = Mai
cycle-month-6 = Meh
cycle-month-7 = Gor
cycle-month-8 = Awst
cycle-month-9 = Medi
cycle-month-10 = Hyd
cycle-month-11 = Tach
cycle-month-12 = Rhag

reviews-summary = Nifer yr adolygiadau hwyr: { $overdue }. I’w gwneud o fewn y 3 mis nesaf: { $soon }. I’w gwneud yn ddiweddarach: { $later }.
reviews-overdue = { $title }: yn hwyr
reviews-soon = { $title }: o fewn y 3 mis nesaf
reviews-later = { $title }: yn ddiweddarach
reviews-record = Cofnod
reviews-due = Erbyn
reviews-why = Pam
reviews-owner = Perchennog
reviews-no-day = Heb nodi diwrnod
reviews-no-owner = Heb ei nodi
reviews-named = Y diwrnod a bennwyd ar gyfer ei adolygu
reviews-since-change = Newidiwyd ddiwethaf ar { $day }
reviews-verified = Cadarnhawyd y ffeithiau ddiwethaf ar { $day }
reviews-never-verified = Heb nodi diwrnod pan gadarnhawyd y ffeithiau

measures-of-priority = Mesurau
measures-measure = Mesur
measures-priority = Blaenoriaeth
measures-baseline = Llinell sylfaen
measures-target = Targed
measures-latest = Diweddaraf
measures-comparison = Y diweddaraf o’i gymharu â’r targed
measures-period = Cyfnod
measures-source = Ffynhonnell
measures-at = Ar y targed
measures-better = Yn well na’r targed
measures-worse = Yn waeth na’r targed
measures-above = Uwchlaw’r targed
measures-below = Islaw’r targed
measures-figure = { $name }: { $figure }
measures-chart = Bariau ar gyfer { $measure }
