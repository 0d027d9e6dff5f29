//! What a plan of action says of itself: who does what and where nobody does, what is late, what
//! was said twice, what changed since it was decided.
//!
//! Pure: it knows neither window, disk, clock nor document. Figures come to it as they were
//! published; it never says that an action caused what is seen in them.

pub mod alike;
pub mod cycle;
pub mod decisions;
pub mod due;
pub mod follow;
pub mod matrix;
pub mod places;
pub mod propose;
pub mod table;
pub mod workshop;
