//! What a message names: the variables that are put into it, and other messages, terms and functions.
//!
//! Must not know which of them there are.

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};

/// Something that a message names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mention<'a> {
    /// What is put into it: `$title`.
    Variable(&'a str),
    /// Another message.
    Message(&'a str),
    /// A term: `-guidelines`.
    Term(&'a str),
    /// A function: `NUMBER()`.
    Function(&'a str),
}

/// Everything that a pattern names, in order.
pub(super) fn mentions<'a>(pattern: &Pattern<&'a str>) -> Vec<Mention<'a>> {
    let mut all = Vec::new();
    of_pattern(pattern, &mut all);
    all
}

fn of_pattern<'a>(pattern: &Pattern<&'a str>, all: &mut Vec<Mention<'a>>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, all);
        }
    }
}

fn of_expression<'a>(expression: &Expression<&'a str>, all: &mut Vec<Mention<'a>>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, all),
        Expression::Select { selector, variants } => {
            of_inline(selector, all);
            for variant in variants {
                of_pattern(&variant.value, all);
            }
        }
    }
}

fn of_inline<'a>(inline: &InlineExpression<&'a str>, all: &mut Vec<Mention<'a>>) {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => all.push(Mention::Variable(id.name)),
        InlineExpression::MessageReference { id, .. } => all.push(Mention::Message(id.name)),
        InlineExpression::TermReference { id, arguments, .. } => {
            all.push(Mention::Term(id.name));
            if let Some(arguments) = arguments {
                of_arguments(arguments, all);
            }
        }
        InlineExpression::FunctionReference { id, arguments } => {
            all.push(Mention::Function(id.name));
            of_arguments(arguments, all);
        }
        InlineExpression::Placeable { expression } => of_expression(expression, all),
    }
}

fn of_arguments<'a>(arguments: &CallArguments<&'a str>, all: &mut Vec<Mention<'a>>) {
    for argument in &arguments.positional {
        of_inline(argument, all);
    }
    for argument in &arguments.named {
        of_inline(&argument.value, all);
    }
}
