//! What the YAML parser could not read, in an officer's words.
//!
//! Must not know the tree, nor what any field means.

use granit_parser::ErrorKind;

use super::DEEPEST_NESTING;

const SPACES: &str = "Indent with spaces instead of tabs.";
const COLON: &str =
    "If the colon belongs to the text, put quotes around the whole text, such as `\"Strategy: the draft\"`.";
const COLUMN: &str = "Let the fields of one group begin in the same column, and indent what belongs to a field by two \
                      spaces more than the field.";
const FIELD: &str = "Write `name: value`, with a colon and a space. Text that goes on from the line above is indented by \
                     two spaces.";
const PARTNER: &str = "Put a quotation mark at the end of the text. An apostrophe within single quotes is written twice, \
                       `''`; within double quotes it stands as it is.";
const BACKSLASH: &str = "Write two backslashes, `\\\\`, or put single quotes around the text.";
const BRACKETS: &str = "Close every bracket that is opened, and put a comma between one value and the next. A text that \
                        begins with a bracket needs quotes.";
const QUOTES: &str = "Put quotes around the whole text.";
const GENERAL: &str =
    "Check the indentation of this line and of the one before, and put quotes around texts with special signs.";

/// One sentence on what is wrong, and how to mend it. `line` is the line on which the parser stopped.
pub(super) fn words(kind: &ErrorKind, line: &str) -> (String, &'static str) {
    let indent = &line[..line.len() - line.trim_start().len()];
    let (message, help) = if indent.contains('\t') {
        ("A tab stands here, where only spaces can tell what belongs to what.".to_owned(), SPACES)
    } else {
        let found = of_layout(kind, line).or_else(|| of_quotes(kind)).or_else(|| of_brackets(kind));
        found.or_else(|| of_signs(kind)).unwrap_or_else(|| ("This line cannot be read as YAML.".to_owned(), GENERAL))
    };
    (message, help)
}

/// Where the fault stands, from the byte `at` of `text` at which the parser stopped: it names the text before a tab rather
/// than the tab.
pub(super) fn place(kind: &ErrorKind, text: &str, at: usize) -> usize {
    let is_tab = matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
    );
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let tab = text[line_start..].find('\t').map(|tab| line_start + tab);
    // The parser only sees at its colon that there can be no field.
    let line = text[line_start..].lines().next().unwrap_or("");
    let field = line_start + (line.len() - line.trim_start().len());
    match kind {
        _ if is_tab => tab.unwrap_or(at),
        ErrorKind::MappingValueNotAllowed if is_indented_field(line) => field.min(at),
        _ => at,
    }
}

type Words = Option<(String, &'static str)>;

/// Whether a line is one field that is indented.
fn is_indented_field(line: &str) -> bool {
    line.starts_with(' ') && line.matches(": ").count() < 2
}

/// Faults of columns, colons and hyphens: what belongs to what.
fn of_layout(kind: &ErrorKind, line: &str) -> Words {
    use ErrorKind as E;
    let (message, help) = match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar => ("A tab stands here, where only spaces can tell what belongs to what.", SPACES),
        E::MappingValueNotAllowed if is_indented_field(line) => {
            ("This field is indented, but the line above already has a value, to which nothing can belong.", COLUMN)
        }
        E::MappingValueNotAllowed
        | E::MappingKeyNotAllowed
        | E::InvalidMappingValueWhitespace
        | E::FlowMappingValueAdjacentCollection => ("A colon begins a field here, where there can be none.", COLON),
        E::SimpleKeyExpected | E::InvalidSimpleKey => {
            ("This is neither a field nor does it belong to the one above.", FIELD)
        }
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidBlockScalarIndent
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::UnexpectedEofBlockMapping
        | E::UnexpectedEofBlockSequence => ("The indentation of this line does not fit the lines above.", COLUMN),
        E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection | E::InvalidBlockEntryWhitespace => (
            "A hyphen and a space begin an entry of a list here, where there can be none.",
            "Put every entry on a line of its own below the field, or put quotes around the text.",
        ),
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => (
            "After `|` or `>` the text begins on the next line, but something else stands behind the sign.",
            "Begin the text on the line below, or put quotes around it.",
        ),
        _ => return None,
    };
    Some((message.to_owned(), help))
}

/// Faults of texts in quotes.
fn of_quotes(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    let (message, help) = match kind {
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => {
            ("A text is opened with a quotation mark that has no partner.", PARTNER)
        }
        E::InvalidTrailingSingleQuotedScalar => (
            "Something follows the text after its closing quotation mark.",
            "Put the quotation marks around the whole text. An apostrophe within single quotes is written twice, `''`.",
        ),
        E::InvalidTrailingDoubleQuotedScalar => (
            "Something follows the text after its closing quotation mark.",
            "Put the quotation marks around the whole text. A double quotation mark within it is written `\\\"`.",
        ),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => {
            ("A backslash between double quotes begins a special sign, and there is none of this name.", BACKSLASH)
        }
        _ => return None,
    };
    Some((message.to_owned(), help))
}

/// Faults of lists and groups in brackets, and of depth.
fn of_brackets(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    let message = match kind {
        E::UnclosedFlowCollection { open } => format!("The bracket `{open}` is never closed."),
        E::MismatchedFlowCollectionEnd { open, close } => {
            format!("The bracket `{open}` is closed by `{close}`, which is of another sort.")
        }
        E::MisplacedFlowCollectionEnd => "This bracket closes nothing.".to_owned(),
        E::InvalidColonPlacement
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => {
            "A list or group in brackets is open here, and neither a comma nor the closing bracket comes.".to_owned()
        }
        E::RecursionLimitExceeded => {
            let message = format!("Lists and groups lie more than {DEEPEST_NESTING} deep in each other here.");
            return Some((message, "No field needs that: take out the brackets or levels that are too many."));
        }
        _ => return None,
    };
    Some((message, BRACKETS))
}

/// Faults of signs that mean something to YAML and nothing to an officer.
fn of_signs(kind: &ErrorKind) -> Words {
    use ErrorKind as E;
    let (message, help) = match kind {
        E::UnexpectedCharacter { character: '`' } => ("A text without quotes cannot begin with a backtick.", QUOTES),
        E::UnexpectedCharacter { character } => {
            return Some((format!("A text without quotes cannot begin with `{character}`."), QUOTES));
        }
        E::MissingAnchorOrAliasName | E::UnknownAnchor => (
            "A text without quotes cannot begin with `*` or `&`.",
            "Put quotes around the whole text. An entry of a list begins with a hyphen and a space.",
        ),
        E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::UndeclaredTagHandle
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => ("A text without quotes cannot begin with `!`.", QUOTES),
        E::PlainScalarStartsWithDashFlowIndicator => {
            ("A text without quotes cannot begin with a hyphen and a bracket or comma.", QUOTES)
        }
        E::CommentNotSeparated => (
            "The sign `#` begins a remark, and needs a space before it.",
            "Put a space before it, or quotes around the text.",
        ),
        E::CommentInterceptedScalar => (
            "A remark, begun by `#`, stands in the middle of a text.",
            "Take the remark out, or put quotes around the text.",
        ),
        E::BomInsideDocument => {
            ("An invisible sign, a byte order mark, stands here.", "Delete it: type the line again.")
        }
        E::InvalidDocumentEnd | E::ExpectedDocumentStart | E::MissingDocumentEndBeforeDirective => {
            ("The fields have ended before this line, and nothing can follow them.", COLUMN)
        }
        E::DuplicateVersionDirective
        | E::UnsupportedYamlMajorVersion
        | E::DuplicateTagDirective
        | E::ExpectedTagDirectiveBang
        | E::InvalidDirectiveTerminator
        | E::DirectiveDisallowed
        | E::MissingYamlVersionSeparator
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::YamlVersionTooLong
        | E::MissingYamlVersion
        | E::InvalidTagDirectiveTerminator => {
            ("A line that begins with `%` cannot be read here.", "Take the line out, or put quotes around the text.")
        }
        _ => return None,
    };
    Some((message.to_owned(), help))
}
