//! The words of the domain: codes, territories, counts with their bounds, issues with their place.
//!
//! Nothing here knows a window, a disk, a language or a table.

pub mod action;
pub mod adjust;
pub mod audience;
pub mod code;
pub mod decimal;
pub mod figure;
pub mod group;
pub mod issue;
pub mod language;
pub mod papers;
pub mod perimeter;
pub mod period;
pub mod planning;
pub mod size;
pub mod source;
pub mod territory;
pub mod text;

pub use audience::Audience;
pub use code::{Fap, FapLevel, FapVersion, Formacode, Naf, Nsf, Rncp, Rome};
pub use figure::{Count, Figure, Grade, Origin, Share, Unit, Value};
pub use group::{Groups, OccupationGroup, Scope};
pub use issue::{Issue, IssueKind, Issues, Place, Severity};
pub use language::Language;
pub use perimeter::{Benchmark, Perimeter};
pub use period::Date;
pub use size::SizeClass;
pub use source::{Custody, Kind, Reason, RowCount};
pub use territory::Territory;
pub use text::fold;
