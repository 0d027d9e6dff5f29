//! What a contract of apprenticeship is supported with, by certification: the yearly levels
//! (*niveaux de prise en charge*, NPEC) that each branch pays the training centre.
//!
//! Such a level is no price of a training: it is right for this contract alone, for one year of it.

use crate::model::Rncp;
use std::collections::BTreeMap;

/// The yearly level of a certification, over the branches that set one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Support {
    /// Table, and its first row of the certification.
    pub source: usize,
    pub row: u32,
    /// € a year: the least, the middle and the most of the branches.
    pub low: f64,
    pub value: f64,
    pub high: f64,
    /// Branches that set one.
    pub n_branches: u32,
    /// Year of the list.
    pub year: Option<u16>,
}

/// By certification.
pub type Supports = BTreeMap<Rncp, Support>;
