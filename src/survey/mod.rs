//! Statistics on slices and scalars: nothing here knows a table or a territory.

pub mod beta;
pub mod quantile;
