//! How each type of the plan is written: dates and numbers as text, words of a list by their
//! identifiers, so that a file is read by people and by versions to come.

use crate::model::action::ActorKind;
use crate::model::action::decided::Spread;
use crate::model::action::indicator::{Direction, IndicatorKind};
use crate::model::action::journal::Event;
use crate::model::action::sheet::{Practice, Reached, Role, Status};
use crate::model::decimal::Decimal;
use crate::model::{Date, Grade, Unit};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// What has a saved form.
pub trait Kept: Sized {
    type Form: Form;

    fn keep(&self) -> Self::Form;

    /// # Errors
    /// With the text that is not what it should be.
    fn back(form: Self::Form) -> Result<Self, String>;
}

/// A saved form; the empty one is left out of files.
pub trait Form: Serialize + DeserializeOwned + Default + PartialEq {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl<T: Serialize + DeserializeOwned + Default + PartialEq> Form for T {}

/// The saved form of structs, field by field: names in files are those written here.
macro_rules! kept {
    ($($of:ident as $form:ident { $($field:ident: $type:ty,)* })*) => {
        $(
            #[derive(Default, PartialEq, Serialize, Deserialize)]
            pub struct $form {
                $(
                    #[serde(default, skip_serializing_if = "Form::is_empty")]
                    $field: <$type as Kept>::Form,
                )*
            }

            impl Kept for $of {
                type Form = $form;

                fn keep(&self) -> $form {
                    $form { $($field: self.$field.keep(),)* }
                }

                fn back(form: $form) -> Result<Self, String> {
                    Ok(Self { $($field: <$type as Kept>::back(form.$field)?,)* })
                }
            }
        )*
    };
}
pub(super) use kept;

/// Written as they are.
macro_rules! plain {
    ($($type:ty),*) => {
        $(impl Kept for $type {
            type Form = Self;

            fn keep(&self) -> Self {
                self.clone()
            }

            fn back(form: Self) -> Result<Self, String> {
                Ok(form)
            }
        })*
    };
}
plain!(String, bool, u8, u16, u32, BTreeMap<String, String>);

impl<T: Kept> Kept for Option<T> {
    type Form = Option<T::Form>;

    fn keep(&self) -> Self::Form {
        self.as_ref().map(T::keep)
    }

    fn back(form: Self::Form) -> Result<Self, String> {
        form.map(T::back).transpose()
    }
}

impl<T: Kept> Kept for Vec<T> {
    type Form = Vec<T::Form>;

    fn keep(&self) -> Self::Form {
        self.iter().map(T::keep).collect()
    }

    fn back(form: Self::Form) -> Result<Self, String> {
        form.into_iter().map(T::back).collect()
    }
}

/// Written as texts that read back.
macro_rules! text {
    ($($type:ty),*) => {
        $(impl Kept for $type {
            type Form = String;

            fn keep(&self) -> String {
                self.to_string()
            }

            fn back(form: String) -> Result<Self, String> {
                form.parse().map_err(|_| form)
            }
        })*
    };
}
text!(Date, Decimal);

/// Written by identifier; `or` gives what stands for none.
macro_rules! named {
    ($($type:ty),* ; or $empty:expr) => {
        $(impl Kept for $type {
            type Form = String;

            fn keep(&self) -> String {
                self.id().to_owned()
            }

            fn back(form: String) -> Result<Self, String> {
                match Self::from_id(&form) {
                    Some(known) => Ok(known),
                    None if form.is_empty() => $empty.ok_or(form),
                    None => Err(form),
                }
            }
        })*
    };
}
named!(ActorKind, IndicatorKind, Direction, Status, Practice, Role; or Some(Self::default()));
named!(Event, Reached; or None);

impl Kept for Unit {
    type Form = String;

    fn keep(&self) -> String {
        self.id().to_owned()
    }

    fn back(form: String) -> Result<Self, String> {
        Self::ALL.into_iter().find(|unit| unit.id() == form).ok_or(form)
    }
}

impl Kept for Grade {
    type Form = String;

    fn keep(&self) -> String {
        self.to_string()
    }

    fn back(form: String) -> Result<Self, String> {
        [Self::A, Self::B, Self::C].into_iter().find(|one| one.to_string() == form).ok_or(form)
    }
}

/// `none`, `masking`, or the per cent of an interval.
impl Kept for Spread {
    type Form = String;

    fn keep(&self) -> String {
        match self {
            Self::None => "none".to_owned(),
            Self::Masking => "masking".to_owned(),
            Self::Interval(level) => level.to_string(),
        }
    }

    fn back(form: String) -> Result<Self, String> {
        match form.as_str() {
            "none" => Ok(Self::None),
            "masking" => Ok(Self::Masking),
            other => other.parse().map(Self::Interval).map_err(|_| form),
        }
    }
}
