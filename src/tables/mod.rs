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
pub mod establishment;
pub mod job_offer;
pub mod job_seeker;
pub(crate) mod kind;
pub mod nomenclature;
pub mod register;
pub mod series;
pub mod survey;
pub mod tension;

pub use kind::{Cell, TableError};

/// Any table that a file may hold.
#[derive(Clone, Debug)]
pub enum Table {
    Bmo(bmo::Bmo),
    Tension(tension::Tension),
    BasinTension(basin_tension::BasinTension),
    Certifications(certification::Certifications),
    CourseOffers(course_offer::CourseOffers),
    Catalogue(catalogue::Catalogue),
    SurveyEstablishments(survey::establishment::Establishments),
    SurveyOccupations(survey::occupation::Occupations),
    SurveyAnswers(survey::answer::Answers),
    Register(register::Register),
    JobOffers(job_offer::JobOffers),
    JobSeekers(job_seeker::JobSeekers),
    Communes(commune::Communes),
    Series(series::Series),
    Stock(establishment::Stock),
    /// One of the code lists: `crate::model::Kind` says which.
    Nomenclature(nomenclature::Nomenclature),
    /// Recognised, but nothing to compute with: documentation, map, information.
    None,
}
