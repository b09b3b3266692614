//! Reads Rust text just well enough: code without comments and strings, tokens, and where braces close.
//!
//! Must not know the house rules.

/// `text` with each character of a comment, a string or a character literal replaced by a space; lines stay where they are.
pub(super) fn code(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        if let Some(end) = literal_end(&chars, at) {
            kept.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        } else {
            kept.push(chars[at]);
            at += 1;
        }
    }
    kept
}

/// Where the comment, string or character that opens at `at` ends; nothing where none opens.
fn literal_end(chars: &[char], at: usize) -> Option<usize> {
    let next = |offset: usize| chars.get(at + offset).copied();
    match chars[at] {
        '/' if next(1) == Some('/') => Some(find(chars, at, |c| c == '\n')),
        '/' if next(1) == Some('*') => Some(block_comment_end(chars, at)),
        '"' => Some(string_end(chars, at + 1)),
        'r' | 'b' | 'c' if at == 0 || !is_word(chars[at - 1]) => prefixed_end(chars, at),
        '\'' => character_end(chars, at),
        _ => None,
    }
}

fn find(chars: &[char], from: usize, wanted: impl Fn(char) -> bool) -> usize {
    (from..chars.len()).find(|at| wanted(chars[*at])).unwrap_or(chars.len())
}

fn block_comment_end(chars: &[char], at: usize) -> usize {
    let mut depth = 0;
    let mut here = at;
    while here < chars.len() {
        match (chars[here], chars.get(here + 1)) {
            ('/', Some('*')) => (depth, here) = (depth + 1, here + 2),
            ('*', Some('/')) => (depth, here) = (depth - 1, here + 2),
            _ => here += 1,
        }
        if depth == 0 {
            break;
        }
    }
    here.min(chars.len())
}

fn string_end(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`, `c"…"`; nothing for a word that only begins so, such as `r#type`.
fn prefixed_end(chars: &[char], at: usize) -> Option<usize> {
    let quote = find(chars, at, |c| !matches!(c, 'r' | 'b' | 'c'));
    let opening = find(chars, quote, |c| c != '#');
    if chars.get(opening) != Some(&'"') || quote - at > 2 {
        return None;
    }
    if !chars[at..quote].contains(&'r') {
        return (opening == quote).then(|| string_end(chars, opening + 1));
    }
    let hashes = opening - quote;
    let closes =
        |end: &usize| chars[*end] == '"' && chars[end + 1..].iter().take_while(|c| **c == '#').count() >= hashes;
    let end = (opening + 1..chars.len()).find(closes).unwrap_or(chars.len());
    Some((end + 1 + hashes).min(chars.len()))
}

/// `'a'` or `'\n'`; nothing for a lifetime.
fn character_end(chars: &[char], at: usize) -> Option<usize> {
    if chars.get(at + 1) == Some(&'\\') {
        return Some((find(chars, at + 3, |c| c == '\'') + 1).min(chars.len()));
    }
    (chars.get(at + 2) == Some(&'\'')).then_some(at + 3)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A word or a mark of code, and its line from 1. `::` is one token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) line: usize,
}

impl Token {
    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub(super) fn is_word(&self) -> bool {
        self.text.starts_with(is_word)
    }
}

/// The tokens of a text, comments and strings left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let code = code(text);
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match first {
                _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                _ => first.len_utf8(),
            };
            found.push(Token { text: rest[..length].to_owned(), line: index + 1 });
            rest = rest[length..].trim_start();
        }
    }
    found
}

/// The tokens of a text without what stands under `#[cfg(test)]` and without modules called `tests`.
pub(super) fn shipped_tokens(text: &str) -> Vec<Token> {
    let all = tokens(text);
    let mut kept = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let starts =
            |words: &[&str]| words.iter().zip(&all[at..]).filter(|(word, token)| token.is(word)).count() == words.len();
        if starts(&["#", "[", "cfg", "(", "test", ")", "]"]) {
            at = item_end(&all, at + 7);
        } else if starts(&["mod", "tests"]) {
            at = item_end(&all, at);
        } else {
            kept.push(all[at].clone());
            at += 1;
        }
    }
    kept
}

/// One past the item that begins at `at`: its `;`, or the brace that closes its first.
fn item_end(tokens: &[Token], at: usize) -> usize {
    let end = (at..tokens.len()).find(|at| tokens[*at].is(";") || tokens[*at].is("{"));
    match end {
        Some(end) if tokens[end].is("{") => closing(tokens, end) + 1,
        Some(end) => end + 1,
        None => tokens.len(),
    }
}

/// The token that closes the `{` at `opening`; the last one where none does.
pub(super) fn closing(tokens: &[Token], opening: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(opening) {
        if token.is("{") {
            depth += 1;
        } else if token.is("}") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len().saturating_sub(1)
}

/// A function with a body.
pub(super) struct Function {
    pub(super) name: String,
    /// The line of its `fn`.
    pub(super) line: usize,
    /// Lines from its `fn` to its closing brace.
    pub(super) length_lines: usize,
}

/// Every function of a text that has a body, those within others too.
pub(super) fn functions(text: &str) -> Vec<Function> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    for at in 0..tokens.len().saturating_sub(1) {
        if !tokens[at].is("fn") || !tokens[at + 1].is_word() {
            continue;
        }
        let Some(opening) = body(&tokens, at) else { continue };
        let length_lines = tokens[closing(&tokens, opening)].line - tokens[at].line + 1;
        found.push(Function { name: tokens[at + 1].text.clone(), line: tokens[at].line, length_lines });
    }
    found
}

/// The brace that opens the body of the function at `at`; nothing for one that is only declared.
fn body(tokens: &[Token], at: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (here, token) in tokens.iter().enumerate().skip(at) {
        match token.text.as_str() {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            "{" if depth == 0 => return Some(here),
            ";" if depth == 0 => return None,
            _ => {}
        }
    }
    None
}
