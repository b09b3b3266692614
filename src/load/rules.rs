//! The rules that files keep before anybody looks at what they say: that they can be read, and are text.
//!
//! Must not know YAML or Markdown.

use crate::diagnostic::{Family, Rule, Severity};

/// Every rule of reading.
pub static RULES: &[&Rule] = &[
    &CONTROL_CHARACTER,
    &FILE_NAME_NOT_TEXT,
    &FILE_TOO_LARGE,
    &FILE_UNREADABLE,
    &NOT_UTF_8,
    &SAME_PATH,
    &SYMLINK_LOOP,
    &SYMLINK_OUTSIDE,
];

/// A character that nobody can see and no page can show.
pub static CONTROL_CHARACTER: Rule = Rule {
    code: "control-character",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A text holds a control character, which stands for no letter. Such characters come along when text \
                  is copied out of a PDF or a terminal; web pages may not hold them, and screen readers stumble over \
                  them. Tabs, line ends and form feeds are fine. Delete the character; in most editors it shows as a \
                  box or a question mark. Where a file is full of them it is no text at all, or was saved as UTF-16: \
                  save it as UTF-8.",
    wrong: "Knife\u{2400}crime   (a NUL character between the words)",
    right: "Knife crime",
};

/// A file name that cannot become an address.
pub static FILE_NAME_NOT_TEXT: Rule = Rule {
    code: "file-name-not-text",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "The name of a file or folder holds what cannot stand in a web address. The name becomes part of the \
                  address, so it must be ordinary text in UTF-8, without control characters and without a backslash. \
                  Such names mostly come out of old archives. Rename the file; small letters, digits and hyphens are \
                  safest.",
    wrong: "content/priorit\u{FFFD}s.md   (a byte that is no letter)",
    right: "content/priorities.md",
};

/// A text that is far longer than any text is.
pub static FILE_TOO_LARGE: Rule = Rule {
    code: "file-too-large",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A Markdown or YAML file, or a template, is larger than 64 MB. No page is as long as that: most \
                  likely something else was saved under the wrong name. Move the file out of the content, split it, \
                  or give it the ending of what it is.",
    wrong: "content/recording.md   (a video of 300 MB)",
    right: "content/recording.mp4",
};

/// A file that is there and cannot be read.
pub static FILE_UNREADABLE: Rule = Rule {
    code: "file-unreadable",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A file or folder of the site is there but cannot be read. Its permissions forbid it, it is a link \
                  to something that has gone, or it is no ordinary file, such as a pipe or a device. A site without \
                  it would lack a page, so nothing is published. Give yourself the right to read it, mend the link, \
                  or delete it.",
    wrong: "content/priorities/knife-crime.md -> ../drafts/knife.md   (no such file)",
    right: "content/priorities/knife-crime.md   (the file itself)",
};

/// A text in another encoding.
pub static NOT_UTF_8: Rule = Rule {
    code: "not-utf-8",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A file is not saved as UTF-8, the encoding of the web. From another encoding, mostly Windows-1252 \
                  or UTF-16, pounds, dashes, quotation marks and accents would come out as wrong signs. Open the file \
                  in your editor, choose Save as (or Save with encoding) and UTF-8; then see that the signs are still \
                  right.",
    wrong: "The budget is \u{FFFD}20,000.   (a pound sign saved in Windows-1252)",
    right: "The budget is £20,000.",
};

/// Two files that no reader can tell apart by name.
pub static SAME_PATH: Rule = Rule {
    code: "same-path",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "Two files have names that look the same and make the same address, but are spelt differently inside \
                  the computer. One has é as one character, the other as e and an accent, which is how Macs write it. \
                  Only one of them can be the page. Delete or rename one.",
    wrong: "content/caf\u{e9}.md   (é as one character)\ncontent/cafe\u{301}.md   (e and an accent)",
    right: "content/caf\u{e9}.md",
};

/// A link that leads to a folder it lies in.
pub static SYMLINK_LOOP: Rule = Rule {
    code: "symlink-loop",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A symbolic link leads back to a folder that it lies in, to itself, or through too many other links. \
                  To follow it would never end, or would make the same pages over and over. Delete the link, or let \
                  it lead to the one file or folder that is wanted.",
    wrong: "content/priorities/all -> ..",
    right: "content/priorities/background.md -> ../background.md",
};

/// A link that leads out of the site.
pub static SYMLINK_OUTSIDE: Rule = Rule {
    code: "symlink-outside",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A symbolic link leads out of the site's own folder, or into a hidden folder of it such as `.git`. \
                  What lies there is not kept with the site, is missing on other computers, and may be private, so it \
                  is not read. Copy the file into the site in place of the link, or delete the link.",
    wrong: "content/report.pdf -> /home/jo/report.pdf",
    right: "content/report.pdf   (the file itself)",
};
