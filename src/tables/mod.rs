//! The tables Bassin works on: one file per kind, each a checked polars frame.
//!
//! A table that exists has its columns with their types; nobody checks again after `new`.
//! Codes are stored as canonical text and parsed by whoever needs them typed.

pub mod basin_tension;
pub mod bmo;
pub mod catalogue;
pub mod certification;
pub mod commune;
pub mod course_offer;
pub mod employment;
pub mod establishment;
pub mod experience;
pub mod headcount;
pub mod job_offer;
pub mod job_seeker;
mod kept;
pub(crate) mod kind;
pub mod nomenclature;
pub mod parquet;
pub mod register;
pub mod series;
pub mod shape;
pub mod survey;
pub mod tension;
pub mod travel_time;

pub use kind::{Cell, TableError};
/// The frame behind a table.
pub use polars::prelude::DataFrame;
use polars::prelude::{BooleanChunked, PolarsError, PolarsResult};
use std::collections::BTreeSet;
use std::io::Write;

macro_rules! any_table {
    ($( $(#[$doc:meta])* $name:ident($($path:ident)::+) ),+ $(,)?) => {
        /// Any table that a file may hold.
        #[derive(Clone, Debug)]
        pub enum Table {
            $( $(#[$doc])* $name($($path)::+), )+
            /// Recognised, but nothing to compute with: documentation, information.
            None,
        }

        impl Table {
            /// Writes its frame, some rows at a time; gives the name to read it by.
            ///
            /// # Errors
            /// When the frame cannot be written, or the flag is set.
            pub fn write(
                &self,
                into: &mut dyn Write,
                cancelled: &dyn Fn() -> bool,
            ) -> PolarsResult<&'static str> {
                match self {
                    $( Self::$name(table) => {
                        kept::write(table.frame(), into, cancelled)?;
                        Ok(stringify!($name))
                    } )+
                    Self::None => Ok(""),
                }
            }

            /// Adds the rows of another table of its kind below its own.
            ///
            /// # Errors
            /// When it is of another kind, or polars refuses the columns.
            pub fn append(&mut self, other: &Self) -> Result<(), TableError> {
                match (self, other) {
                    $( (Self::$name(table), Self::$name(other)) => table.append(other), )+
                    (Self::None, Self::None) => Ok(()),
                    _ => {
                        let source = PolarsError::SchemaMismatch("another table".into());
                        Err(TableError { table: "append", source })
                    }
                }
            }

            /// The same without the rows at these places.
            ///
            /// # Errors
            /// When polars refuses the mask.
            pub fn without(&self, places: &BTreeSet<usize>) -> Result<Self, TableError> {
                match self {
                    $( Self::$name(table) => {
                        let kept = (0..table.len()).map(|place| !places.contains(&place));
                        let mask: BooleanChunked = kept.collect();
                        let frame = table.frame().filter(&mask);
                        let failed = |source| TableError { table: stringify!($name), source };
                        <$($path)::+>::new(frame.map_err(failed)?).map(Self::$name)
                    } )+
                    Self::None => Ok(Self::None),
                }
            }

            /// Reads a frame back; its columns are checked anew.
            ///
            /// # Errors
            /// When the name is of no table, or the frame is not of that table.
            pub fn read(name: &str, from: &[u8]) -> Result<Self, TableError> {
                let failed = |source| TableError { table: "cache", source };
                match name {
                    "" => Ok(Self::None),
                    $( stringify!($name) => {
                        let frame = kept::read(from).map_err(failed)?;
                        <$($path)::+>::new(frame).map(Self::$name)
                    } )+
                    other => {
                        let detail = PolarsError::NoData(other.to_owned().into());
                        Err(failed(detail))
                    }
                }
            }
        }
    };
}

any_table! {
    Bmo(bmo::Bmo),
    Tension(tension::Tension),
    BasinTension(basin_tension::BasinTension),
    Certifications(certification::Certifications),
    CourseOffers(course_offer::CourseOffers),
    Catalogue(catalogue::Catalogue),
    SurveyEstablishments(survey::establishment::Establishments),
    SurveyOccupations(survey::occupation::Occupations),
    SurveyWishes(survey::wish::Wishes),
    SurveyAnswers(survey::answer::Answers),
    Opinions(survey::opinion::Opinions),
    Register(register::Register),
    JobOffers(job_offer::JobOffers),
    JobSeekers(job_seeker::JobSeekers),
    Employment(employment::Employment),
    Communes(commune::Communes),
    Series(series::Series),
    Stock(establishment::Stock),
    TravelTimes(travel_time::TravelTimes),
    Experiences(experience::Experiences),
    Headcounts(headcount::Headcounts),
    Shapes(shape::Shapes),
    /// One of the code lists: `crate::model::Kind` says which.
    Nomenclature(nomenclature::Nomenclature),
}
