//! The front page of the reference.

use super::Pages;
use super::sheet::Sheet;

pub(super) fn pages() -> Pages {
    let summary =
        "Every kind of record, field, setting, command, finding and template, each with what it does and an example.";
    let mut sheet = Sheet::new("Reference", summary);
    sheet.say("All that Folkmoot reads, says and makes, to be looked up. These pages are drawn from the code, and a test holds that they agree with it.");
    sheet.heading(2, "What you write");
    sheet.list(
        [
            "[Kinds of record](kinds/index.md): which folder holds what, and the fields of each.",
            "[Fields of every record](kinds/every-record.md): title, summary, links and others.",
            "[Fixed words](words.md): relations, statuses and every other list.",
            "[Values](values.md): how dates, lengths of time, numbers and lists are written.",
            "[References](references.md): links between records, to parts of them, and embeds.",
            "[Settings](settings.md): all that `folkmoot.yaml` may say.",
        ]
        .map(str::to_owned),
    );
    sheet.heading(2, "What Folkmoot says and does");
    sheet.list(
        [
            "[Commands](commands/index.md): usage, options and exit codes.",
            "[Findings](findings/index.md): everything that can be wrong, with a wrong and a right example.",
            "[Baseline](baseline.md): how a site with many findings is mended in turn.",
        ]
        .map(str::to_owned),
    );
    sheet.heading(2, "What a theme is made of");
    sheet.list(
        ["[Templates](templates/index.md): which there are, their blocks, and the data that each is given."]
            .map(str::to_owned),
    );
    [("index.md".to_owned(), sheet.finish())].into()
}
