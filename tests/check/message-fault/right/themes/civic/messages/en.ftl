# The words of our council.
skip-link = Skip to the text
licence = You may use this again under { $licence }.
moved-to = Go to <a href="{ $href }">{ $title }</a>.
contact = Ring us
previous = The page before
next = The page after
