//! References in typed fields: the type says which kinds of record the field may lead to.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use super::field::{FromValue, Shape, Value};
use super::kind::{Kind, for_each_kind};
use super::reference::Reference;
use crate::sources::{Span, Spanned};

/// What a reference may lead to: one kind, several, or any.
pub trait Target {
    /// The kinds that are allowed; empty for any.
    const KINDS: &'static [Kind];
}

/// A single kind that a reference may lead to.
pub trait OneKind {
    /// Which.
    const KIND: Kind;
}

macro_rules! declare_targets {
    ($($variant:ident, $name:literal, $folder:literal;)+) => {
        /// Names of kinds for the type of a reference: `Ref<(to::Board, to::Group)>`.
        pub mod to {
            use super::{Kind, OneKind, Target};

            $(
                #[doc = concat!("To a ", $name, ".")]
                #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
                pub enum $variant {}

                impl OneKind for $variant {
                    const KIND: Kind = Kind::$variant;
                }
            )+

            /// To a record of any kind.
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            pub enum Anything {}

            impl Target for Anything {
                const KINDS: &'static [Kind] = &[];
            }
        }
    };
}
for_each_kind!(declare_targets);

/// A reference in a typed field, to a record of the kinds that `T` allows. The graph knows where it leads.
pub struct Ref<T> {
    /// As written.
    pub reference: Reference,
    /// Where; the graph finds the target by it.
    pub span: Span,
    target: PhantomData<fn() -> T>,
}

impl<T: Target> FromValue for Ref<T> {
    const SHAPE: Shape = Shape::Reference(T::KINDS);
    fn from_value(value: Spanned<Value>) -> Option<Self> {
        let Value::Reference(reference) = value.value else { return None };
        Some(Self { reference, span: value.span, target: PhantomData })
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ref({})", self.reference)
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self { reference: self.reference.clone(), span: self.span, target: PhantomData }
    }
}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.reference == other.reference
    }
}

impl<T> Eq for Ref<T> {}

impl<T> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.reference.hash(state);
    }
}

macro_rules! several_kinds {
    ($($name:ident),+) => {
        impl<$($name: OneKind),+> Target for ($($name,)+) {
            const KINDS: &'static [Kind] = &[$($name::KIND),+];
        }
    };
}
several_kinds!(A);
several_kinds!(A, B);
several_kinds!(A, B, C);
several_kinds!(A, B, C, D);
