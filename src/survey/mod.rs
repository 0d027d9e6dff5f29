//! Statistics on slices and scalars: nothing here knows a table or a territory.

pub mod beta;
pub mod bootstrap;
pub mod calibrate;
pub mod coverage;
pub mod design;
pub mod diagnostics;
pub mod dominance;
pub mod estimate;
pub mod gamma;
pub mod gap;
pub mod interval;
pub mod ipf;
pub mod kinds;
pub mod linalg;
pub mod margins;
pub mod poisson;
pub mod quantile;
pub mod random;
pub mod simulate;
pub mod strata;
pub mod student;
