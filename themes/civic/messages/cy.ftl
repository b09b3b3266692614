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
