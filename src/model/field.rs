//! How a record's fields are declared: each field's name, shape and meaning stand once, in the struct of its kind, and the
//! decoder, the schema and the manual are drawn from there.
//!
//! Must not know how a file is written.

use std::collections::BTreeMap;

use super::date::{CalendarDate, Length, PartialDate};
use super::kind::Kind;
use super::reference::Reference;
use crate::sources::{Span, Spanned};

/// What may stand in a field.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Any text on one or more lines.
    Text,
    /// An absolute address of the web: `https://…` or `http://…`.
    Url,
    /// A day: `2019-11-06`.
    Date,
    /// A year, a month or a day: `2019`, `2019-11`, `2019-11-06`.
    PartialDate,
    /// A length of time: `8 weeks`.
    Length,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// One of these words.
    Choice(&'static [Choice]),
    /// A reference to a record of one of these kinds; of any kind where the list is empty.
    Reference(&'static [Kind]),
    /// A list of such values.
    List(&'static Shape),
    /// Named values.
    Group(&'static [Field]),
    /// Values under names of the author's choosing.
    Table(&'static Shape),
}

/// One word of a fixed set.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// As written in a file, kebab-case.
    pub name: &'static str,
    /// In plain words, where the written form does not say enough in a finding.
    pub plain: Option<&'static str>,
    /// What it means.
    pub meaning: &'static str,
}

/// One field of a record or group.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// As written in a file, `snake_case`.
    pub name: &'static str,
    /// Another name that is taken for the same.
    pub also: Option<&'static str>,
    /// What may stand in it.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it says.
    pub meaning: &'static str,
}

/// A value of a known shape.
#[derive(Debug, Clone)]
pub enum Value {
    /// Of [`Shape::Text`] and [`Shape::Url`].
    Text(String),
    /// Of [`Shape::Date`].
    Date(CalendarDate),
    /// Of [`Shape::PartialDate`].
    PartialDate(PartialDate),
    /// Of [`Shape::Length`].
    Length(Length),
    /// Of [`Shape::Flag`].
    Flag(bool),
    /// Of [`Shape::Integer`].
    Integer(i64),
    /// Of [`Shape::Number`], as written.
    Number(String),
    /// Of [`Shape::Choice`]: the place in the list of words.
    Choice(usize),
    /// Of [`Shape::Reference`].
    Reference(Reference),
    /// Of [`Shape::List`].
    List(Vec<Spanned<Value>>),
    /// Of [`Shape::Group`].
    Group(Group),
    /// Of [`Shape::Table`].
    Table(Vec<(Spanned<String>, Spanned<Value>)>),
}

/// The values of a group by the names of its fields.
#[derive(Debug, Clone)]
pub struct Group {
    /// Where the group stands.
    pub span: Span,
    /// What was given, each of its field's shape.
    pub values: BTreeMap<&'static str, Spanned<Value>>,
}

/// A type that is read from a value of its shape.
pub trait FromValue: Sized {
    /// What must be written for it.
    const SHAPE: Shape;
    /// Whether a field of this type must be given.
    const REQUIRED: bool = true;
    /// The typed value; nothing when a part of it was missing or wrong, which has been told by then.
    fn from_value(value: Spanned<Value>) -> Option<Self>;
    /// What stands for a field that was not given.
    fn absent() -> Option<Self> {
        None
    }
}

/// A struct of declared fields.
pub trait Fields: Sized {
    /// What it is.
    const ABOUT: &'static str;
    /// Its fields in the order of the manual.
    const FIELDS: &'static [Field];
    /// Built from decoded values; nothing when a required one is missing.
    fn from_group(group: Group) -> Option<Self>;
}

impl<T: FromValue> FromValue for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;
    fn from_value(value: Spanned<Value>) -> Option<Self> {
        Some(T::from_value(value))
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const REQUIRED: bool = false;
    fn from_value(value: Spanned<Value>) -> Option<Self> {
        let Value::List(items) = value.value else { return None };
        Some(items.into_iter().filter_map(T::from_value).collect())
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

impl<T: FromValue> FromValue for Spanned<T> {
    const SHAPE: Shape = T::SHAPE;
    fn from_value(value: Spanned<Value>) -> Option<Self> {
        let span = value.span;
        Some(Spanned::new(T::from_value(value)?, span))
    }
}

/// A value under a name of the author's choosing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry<T> {
    /// The name.
    pub key: Spanned<String>,
    /// The value.
    pub value: T,
}

/// Values under names of the author's choosing, in the order written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Table<T>(pub Vec<Entry<T>>);

impl<T: FromValue> FromValue for Table<T> {
    const SHAPE: Shape = Shape::Table(&T::SHAPE);
    const REQUIRED: bool = false;
    fn from_value(value: Spanned<Value>) -> Option<Self> {
        let Value::Table(entries) = value.value else { return None };
        let typed = entries.into_iter().filter_map(|(key, value)| Some(Entry { key, value: T::from_value(value)? }));
        Some(Self(typed.collect()))
    }
    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

macro_rules! plain_value {
    ($($type:ty => $shape:ident),+ $(,)?) => {$(
        impl FromValue for $type {
            const SHAPE: Shape = Shape::$shape;
            fn from_value(value: Spanned<Value>) -> Option<Self> {
                if let Value::$shape(value) = value.value { Some(value) } else { None }
            }
        }
    )+};
}

plain_value! {
    String => Text,
    CalendarDate => Date,
    PartialDate => PartialDate,
    Length => Length,
    i64 => Integer,
}

/// A yes or no that is `false` where nothing is said.
impl FromValue for bool {
    const SHAPE: Shape = Shape::Flag;
    const REQUIRED: bool = false;
    fn from_value(value: Spanned<Value>) -> Option<Self> {
        if let Value::Flag(value) = value.value { Some(value) } else { None }
    }
    fn absent() -> Option<Self> {
        Some(false)
    }
}

/// An absolute address of the web.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Url(pub String);

impl FromValue for Url {
    const SHAPE: Shape = Shape::Url;
    fn from_value(value: Spanned<Value>) -> Option<Self> {
        if let Value::Text(value) = value.value { Some(Self(value)) } else { None }
    }
}

/// A decimal number, kept as it was written so that nothing is rounded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number(pub String);

impl FromValue for Number {
    const SHAPE: Shape = Shape::Number;
    fn from_value(value: Spanned<Value>) -> Option<Self> {
        if let Value::Number(value) = value.value { Some(Self(value)) } else { None }
    }
}

/// Declares a struct whose fields are read from files: name, type and doc comment are the declaration.
macro_rules! fields {
    (
        $(#[doc = $about:literal])+
        $(#[derive($($derive:ident),+)])?
        pub struct $name:ident {
            $(
                $(#[doc = $meaning:literal])+
                pub $field:ident $(as $written:literal)? $(or $also:literal)? : $type:ty,
            )*
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        $(#[derive($($derive),+)])?
        pub struct $name {
            $(
                $(#[doc = $meaning])+
                pub $field: $type,
            )*
        }

        impl $crate::model::field::Fields for $name {
            const ABOUT: &'static str = concat!($($about),+);
            const FIELDS: &'static [$crate::model::field::Field] = &[$(
                $crate::model::field::Field {
                    name: $crate::model::field::fields!(@name $field $($written)?),
                    also: $crate::model::field::fields!(@also $($also)?),
                    shape: <$type as $crate::model::field::FromValue>::SHAPE,
                    required: <$type as $crate::model::field::FromValue>::REQUIRED,
                    meaning: concat!($($meaning),+),
                },
            )*];

            fn from_group(mut group: $crate::model::field::Group) -> Option<Self> {
                $(
                    let $field = match group.values.remove($crate::model::field::fields!(@name $field $($written)?)) {
                        Some(value) => <$type as $crate::model::field::FromValue>::from_value(value),
                        None => <$type as $crate::model::field::FromValue>::absent(),
                    };
                )*
                Some(Self { $($field: $field?,)* })
            }
        }

        impl $crate::model::field::FromValue for $name {
            const SHAPE: $crate::model::field::Shape =
                $crate::model::field::Shape::Group(<$name as $crate::model::field::Fields>::FIELDS);
            fn from_value(value: $crate::sources::Spanned<$crate::model::field::Value>) -> Option<Self> {
                if let $crate::model::field::Value::Group(group) = value.value {
                    <$name as $crate::model::field::Fields>::from_group(group)
                } else {
                    None
                }
            }
        }
    };
    (@name $field:ident $written:literal) => { $written };
    (@name $field:ident) => { stringify!($field) };
    (@also $also:literal) => { Some($also) };
    (@also) => { None };
}
pub(crate) use fields;

/// Declares a fixed set of words: the written form, for findings a plainer one where that does not say enough, and the
/// meaning. What pages show is a message of the theme.
macro_rules! choices {
    (
        $(#[doc = $about:literal])+
        pub enum $name:ident {
            $( $(#[doc = $meaning:literal])+ $variant:ident = $written:literal $(, $plain:literal)?; )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[doc = $meaning])+ $variant, )+
        }

        impl $name {
            /// Every value in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The words with their meanings.
            pub const CHOICES: &'static [$crate::model::field::Choice] = &[$(
                $crate::model::field::Choice {
                    name: $written,
                    plain: $crate::model::field::choices!(@plain $($plain)?),
                    meaning: concat!($($meaning),+),
                },
            )+];

            /// As written in a file.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $written),+ }
            }
        }

        impl $crate::model::word::FixedWord for $name {
            const SET: &'static str = stringify!($name);
            fn written(self) -> &'static str {
                self.name()
            }
        }

        impl $crate::model::field::FromValue for $name {
            const SHAPE: $crate::model::field::Shape = $crate::model::field::Shape::Choice(Self::CHOICES);
            fn from_value(value: $crate::sources::Spanned<$crate::model::field::Value>) -> Option<Self> {
                if let $crate::model::field::Value::Choice(index) = value.value {
                    Self::ALL.get(index).copied()
                } else {
                    None
                }
            }
        }
    };
    (@plain $plain:literal) => { Some($plain) };
    (@plain) => { None };
}
pub(crate) use choices;
