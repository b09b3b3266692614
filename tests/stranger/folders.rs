//! Folders made to be awkward: what a stranger's Markdown may hold, each thing once.
