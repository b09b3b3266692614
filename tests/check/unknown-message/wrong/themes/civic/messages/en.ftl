skip-lnk = Skip to the text
our-own = Made by us
