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
