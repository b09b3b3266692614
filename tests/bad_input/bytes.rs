//! Files that are no UTF-8, or hold bytes that no text should.

use super::{good, spoilt, told};

fn utf_16(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn a_byte_order_mark_shifts_no_position() {
    let run = spoilt(|site| {
        site.file("folkmoot.yaml", "\u{FEFF}title: A\nfoo: 1\n")
            .file("content/terms/t.yaml", "\u{FEFF}titel: T\n")
            .file("content/priorities/p.md", "\u{FEFF}---\ntitle: P\nfoo: 1\n---\n")
    });
    let expected = [
        "unknown-field content/priorities/p.md:3:1",
        "missing-field content/terms/t.yaml:1:1",
        "unknown-field content/terms/t.yaml:1:1",
        "unknown-field folkmoot.yaml:2:1",
    ];
    assert_eq!(told(&run.expect_exit(2)), expected);
}

#[test]
fn every_ending_of_lines_gives_the_same_positions() {
    for end in ["\n", "\r\n", "\r"] {
        let with = |text: &str| text.replace('\n', end);
        let run = spoilt(|site| {
            site.file("content/terms/t.yaml", &with("title: é\nfoo: 1\nmeaning: é ü\nbar: 2\n"))
                .file("content/priorities/p.md", &with("---\ntitle: P\nfoo: 1\n---\n\nText\n\né <priority:q>\n"))
        });
        let expected = [
            "unknown-field content/priorities/p.md:3:1",
            "unresolved-reference content/priorities/p.md:8:4",
            "unknown-field content/terms/t.yaml:2:1",
            "unknown-field content/terms/t.yaml:4:1",
        ];
        assert_eq!(told(&run.expect_exit(1)), expected, "{end:?}");
    }
}

#[test]
fn control_characters_are_told_and_never_reach_a_terminal() {
    let run = spoilt(|site| {
        site.file("content/a.md", "# A\0b\u{7}c\u{1b}[31m\n")
            .file("content/terms/t.yaml", "title: T\0x\n")
            .file("content/terms/u.yaml", "title: \"\\e[31m\"\n")
    });
    let expected = [
        "control-character content/a.md:1:4",
        "control-character content/a.md:1:6",
        "control-character content/a.md:1:8",
        "control-character content/terms/t.yaml:1:9",
        "yaml-syntax content/terms/u.yaml:1:8",
    ];
    assert!(!run.stderr().contains(['\0', '\u{7}', '\u{1b}']), "{:?}", run.stderr());
    assert_eq!(told(&run.expect_exit(1)), expected);
}

#[test]
fn other_encodings_are_named() {
    let run = spoilt(|site| {
        site.bytes_file("content/a.md", b"# A \xA320\n")
            .bytes_file("content/terms/t.yaml", b"title: caf\xE9\n")
            .bytes_file("content/wide.md", &utf_16("# Wide\n"))
    });
    assert!(run.stderr().contains("in Windows-1252 it would be £"), "{}", run.stderr());
    let expected =
        ["not-utf-8 content/a.md:1:5", "not-utf-8 content/terms/t.yaml:1:11", "not-utf-8 content/wide.md:1:1"];
    assert_eq!(told(&run.expect_exit(1)), expected);
}

#[test]
fn settings_in_another_encoding_are_one_finding() {
    for settings in [utf_16("title: A\n"), b"title: caf\xE9\n".to_vec()] {
        let run = spoilt(|site| site.bytes_file("folkmoot.yaml", &settings)).expect_exit(2);
        assert_eq!(run.findings().len(), 1, "{}", run.stderr());
        assert_eq!(run.findings()[0].code, "not-utf-8");
    }
}

#[test]
fn files_of_nothing_are_pages_of_nothing() {
    let run = good().file("content/a.md", "").file("content/terms/t.yaml", "").file("content/b.md", "\u{FEFF}").build();
    assert_eq!(told(&run.expect_exit(0)), [""; 0]);
}

#[test]
fn a_control_character_before_a_byte_of_another_encoding_shifts_no_position() {
    let run = spoilt(|site| site.bytes_file("content/a.md", b"# A\n\n\x01\x00Caf\xe9 \xe9\n"));
    assert_eq!(told(&run.expect_exit(1)), ["not-utf-8 content/a.md:3:6"]);
}
