# The words of our council.
skip-link: Skip to the text
licence = You may use this again under { $license }.
moved-to = Go to <a href="{ $href }">{ -page }</a>.
contact = Write to us
contact = Ring us
previous =
    .title = The page before
next = { UPPER($title) }
