skip-link = Skip to the text
our-own = Made by us
