//! What is wrong, where, and how bad: a list that every reader fills as it goes on.
//!
//! No sentence here: `crate::i18n` makes one from an [`IssueKind`].

use serde::{Deserialize, Serialize};
use std::fmt;

/// Where in a file; every part may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub sheet: Option<String>,
    /// Row as a spreadsheet shows it, from 1.
    pub row: Option<u32>,
    /// Column name as written in the file.
    pub column: Option<String>,
}

impl Place {
    pub fn row(sheet: &str, row: u32) -> Self {
        Self { sheet: non_empty(sheet), row: Some(row), column: None }
    }

    pub fn cell(sheet: &str, row: u32, column: &str) -> Self {
        Self { sheet: non_empty(sheet), row: Some(row), column: Some(column.to_owned()) }
    }

    pub fn sheet(sheet: &str) -> Self {
        Self { sheet: non_empty(sheet), ..Self::default() }
    }
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Told, nothing is lost.
    Notice,
    /// Something was read with a doubt.
    Warning,
    /// A row or a file was refused.
    Error,
}

/// What happened. One variant, one sentence in each catalog (`issue-…`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum IssueKind {
    // The file as a whole.
    EmptyFile,
    TooLarge {
        limit_mib: u32,
    },
    NotAWorkbook,
    /// A file compressed with gzip.
    Gzip,
    /// A text in UTF-32.
    Utf32,
    /// Bytes of a text in UTF-8 that are none of it, and the line of the first.
    BadBytes {
        count: u32,
        line: u32,
    },
    PasswordProtected,
    Damaged {
        detail: String,
    },
    Unrecognised,
    ReadPanicked,
    DocumentationOnly,
    LockFile,
    TooManyMembers {
        limit: u32,
    },
    /// An archive within an archive.
    NestedArchive,
    /// A page of the web under the name of a workbook.
    WebPage,
    /// A document that is no table: of another program, or of another structure.
    NotATable,
    /// A member that an archive of this kind should hold.
    MemberMissing {
        member: String,
    },
    /// A second member that says the same.
    MemberAgain {
        member: String,
    },
    /// Identifier of the failure (`error-…` in the catalogs), and what the system says.
    Unopened {
        failure: String,
        detail: String,
    },
    HiddenSheet,
    EmptySheet,
    NoUsableRow,
    SheetTooWide {
        columns: u32,
    },
    /// Cells below the last row of a spreadsheet.
    SheetTooLong {
        rows: u32,
    },
    SameContent {
        file: String,
    },
    MissingColumn {
        column: String,
    },
    /// A question of the form that a mapping was confirmed on, which this file does not ask.
    MissingQuestion {
        question: String,
    },
    /// A column that the form of a mapping did not have, kept as a question, in words.
    NewQuestion {
        column: String,
    },
    /// The same, left aside.
    NewColumn {
        column: String,
    },
    /// The header of a form that is mapped, but for columns that a table needs.
    NearlyMapped {
        file: String,
        columns: String,
    },
    /// The header of a kind of table (`kind-…`) but for one column.
    LacksColumn {
        kind: String,
        column: String,
    },
    DuplicateColumn {
        column: String,
    },
    SharedColumn {
        column: String,
    },
    YearUnknown,
    /// The year of the rows is not the one that the name of a column ends with (`BE24`).
    YearContradicted {
        column: String,
        year: u16,
    },
    FapVersionUnclear {
        fap2009: u32,
        fap2021: u32,
        of: u32,
    },
    CodesUnknown {
        system: String,
        count: u32,
        examples: String,
    },
    // Shapes.
    /// Why a shape is not read (`shape-…` in the catalogs).
    ShapeRefused {
        why: String,
    },
    /// No property of the shapes holds codes that are known.
    ShapesWithoutCode,
    /// The codes of a property exist in two divisions (`level-…`).
    ShapeCodesUnclear {
        column: String,
        first: String,
        second: String,
    },
    TooManyPoints {
        limit: u32,
    },
    RingsClosed {
        count: u32,
    },
    RingsWithoutArea {
        count: u32,
    },
    // One row or one cell.
    NotANumber {
        text: String,
    },
    NotACode {
        system: String,
        text: String,
    },
    NotADate {
        text: String,
    },
    NotAnOption {
        text: String,
    },
    /// Not one of these words.
    NotOneOf {
        text: String,
        known: String,
    },
    /// A number, beyond what a share may be.
    NotAShare {
        text: String,
    },
    NotAPeriod {
        text: String,
    },
    /// Neither a letter, a code nor the label of a section of NAF.
    NotASection {
        text: String,
    },
    NotASizeClass {
        text: String,
    },
    /// A number that a spreadsheet abridged: its last digits are lost.
    Abridged {
        text: String,
    },
    /// Nine digits, which name a company and none of its establishments.
    SirenAlone {
        text: String,
    },
    Required,
    /// A mark of a missing value where one is needed.
    RequiredUnknown {
        text: String,
    },
    Negative {
        text: String,
    },
    Impossible {
        rule: String,
    },
    DuplicateKey {
        key: String,
    },
    /// A row of a member about something that the list does not have.
    Orphan {
        key: String,
    },
    CellError {
        text: String,
    },
    /// A row of a delimited text that has more cells than its header has columns.
    CellsBeyond {
        cells: u32,
        columns: u32,
    },
    /// A number with decimals where a whole one is expected: a thousands mark may stand there.
    FractionOfCount {
        text: String,
    },
    /// `1.500` hours or euros: decimals, or thousands.
    CellTwoReadings {
        text: String,
    },
    TooLong {
        length: u32,
    },
    // Coercions worth telling, counted for a whole column.
    LeadingZeros {
        count: u32,
    },
    CodesShaped {
        count: u32,
    },
    CellsRefused {
        count: u32,
    },
    ClassesDated {
        count: u32,
    },
    ClassesWorded {
        count: u32,
    },
    PeriodsShaped {
        count: u32,
    },
    PostalOnly {
        count: u32,
    },
    /// Numbers of a question whose point or comma may be that of their thousands: read in decimals.
    TwoReadings {
        count: u32,
    },
    /// Numbers whose unit was taken off.
    UnitsTaken {
        count: u32,
    },
    /// Cells of a Parquet file that are no number (`NaN`) or infinite: unknown.
    NotFinite {
        count: u32,
    },
    /// A column of a Parquet file whose cells are lists or records: none is read.
    CellsOfParts,
    MissingMarks {
        count: u32,
    },
    Recoded {
        count: u32,
    },
    SerialDates {
        count: u32,
    },
    MonthsOnly {
        count: u32,
    },
    Trimmed {
        count: u32,
    },
    ZeroIsUnknown {
        count: u32,
    },
    DerivedFrom {
        count: u32,
        from: String,
    },
    Defaulted {
        count: u32,
        value: String,
    },
}

impl IssueKind {
    /// Key of the sentence in the catalogs and stable identifier in `--json`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::EmptyFile => "empty-file",
            Self::TooLarge { .. } => "too-large",
            Self::NotAWorkbook => "not-a-workbook",
            Self::Gzip => "gzip",
            Self::Utf32 => "utf-32",
            Self::BadBytes { .. } => "bad-bytes",
            Self::PasswordProtected => "password-protected",
            Self::Damaged { .. } => "damaged",
            Self::Unrecognised => "unrecognised",
            Self::ReadPanicked => "read-panicked",
            Self::DocumentationOnly => "documentation-only",
            Self::LockFile => "lock-file",
            Self::TooManyMembers { .. } => "too-many-members",
            Self::NestedArchive => "nested-archive",
            Self::WebPage => "web-page",
            Self::NotATable => "not-a-table",
            Self::MemberMissing { .. } => "member-missing",
            Self::MemberAgain { .. } => "member-again",
            Self::Orphan { .. } => "orphan",
            Self::Unopened { .. } => "unopened",
            Self::HiddenSheet => "hidden-sheet",
            Self::EmptySheet => "empty-sheet",
            Self::NoUsableRow => "no-usable-row",
            Self::SheetTooWide { .. } => "sheet-too-wide",
            Self::SheetTooLong { .. } => "sheet-too-long",
            Self::SameContent { .. } => "same-content",
            Self::LacksColumn { .. } => "lacks-column",
            Self::MissingColumn { .. } => "missing-column",
            Self::MissingQuestion { .. } => "missing-question",
            Self::NewQuestion { .. } => "new-question",
            Self::NewColumn { .. } => "new-column",
            Self::NearlyMapped { .. } => "nearly-mapped",
            Self::DuplicateColumn { .. } => "duplicate-column",
            Self::SharedColumn { .. } => "shared-column",
            Self::YearUnknown => "year-unknown",
            Self::YearContradicted { .. } => "year-contradicted",
            Self::FapVersionUnclear { .. } => "fap-version-unclear",
            Self::CodesUnknown { .. } => "codes-unknown",
            Self::ShapeRefused { .. } => "shape-refused",
            Self::ShapesWithoutCode => "shapes-without-code",
            Self::ShapeCodesUnclear { .. } => "shape-codes-unclear",
            Self::TooManyPoints { .. } => "too-many-points",
            Self::RingsClosed { .. } => "rings-closed",
            Self::RingsWithoutArea { .. } => "rings-without-area",
            Self::NotANumber { .. } => "not-a-number",
            Self::NotACode { .. } => "not-a-code",
            Self::NotADate { .. } => "not-a-date",
            Self::NotAnOption { .. } => "not-an-option",
            Self::NotOneOf { .. } => "not-one-of",
            Self::NotAShare { .. } => "not-a-share",
            Self::NotAPeriod { .. } => "not-a-period",
            Self::NotASection { .. } => "not-a-section",
            Self::NotASizeClass { .. } => "not-a-size-class",
            Self::Abridged { .. } => "abridged",
            Self::SirenAlone { .. } => "siren-alone",
            Self::Required => "required",
            Self::RequiredUnknown { .. } => "required-unknown",
            Self::Negative { .. } => "negative",
            Self::Impossible { .. } => "impossible",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::CellError { .. } => "cell-error",
            Self::CellsBeyond { .. } => "cells-beyond",
            Self::FractionOfCount { .. } => "fraction-of-count",
            Self::CellTwoReadings { .. } => "cell-two-readings",
            Self::TooLong { .. } => "too-long",
            Self::LeadingZeros { .. } => "leading-zeros",
            Self::CodesShaped { .. } => "codes-shaped",
            Self::CellsRefused { .. } => "cells-refused",
            Self::ClassesDated { .. } => "classes-dated",
            Self::ClassesWorded { .. } => "classes-worded",
            Self::PeriodsShaped { .. } => "periods-shaped",
            Self::PostalOnly { .. } => "postal-only",
            Self::TwoReadings { .. } => "two-readings",
            Self::UnitsTaken { .. } => "units-taken",
            Self::NotFinite { .. } => "not-finite",
            Self::CellsOfParts => "cells-of-parts",
            Self::MissingMarks { .. } => "missing-marks",
            Self::Recoded { .. } => "recoded",
            Self::SerialDates { .. } => "serial-dates",
            Self::MonthsOnly { .. } => "months-only",
            Self::Trimmed { .. } => "trimmed",
            Self::ZeroIsUnknown { .. } => "zero-is-unknown",
            Self::DerivedFrom { .. } => "derived-from",
            Self::Defaulted { .. } => "defaulted",
        }
    }
}

/// One thing to tell the user.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Issue {
    pub severity: Severity,
    pub place: Place,
    pub kind: IssueKind,
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {} {:?}", self.severity, self.kind.id(), self.place)
    }
}

/// A sink for issues. Bounded: a million faulty rows are counted, a thousand are kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Issues {
    kept: Vec<Issue>,
    beyond: u32,
}

impl Issues {
    /// Issues of rows kept with their place, at most; further ones are only counted.
    pub const MAX_KEPT: usize = 1_000;
    /// Issues beyond which a doubt about a cell of a row that is kept is only counted: rows that are
    /// refused are told before.
    const MOST_DOUBTS: usize = 500;
    /// Issues of columns and of the file, which come last, have room of their own.
    const OF_FILE: usize = 200;

    pub fn push(&mut self, severity: Severity, place: Place, kind: IssueKind) {
        let most = match (place.row, severity) {
            (None, _) => Self::MAX_KEPT + Self::OF_FILE,
            (Some(_), Severity::Error) => Self::MAX_KEPT,
            (Some(_), Severity::Warning | Severity::Notice) => Self::MOST_DOUBTS,
        };
        if self.kept.len() < most {
            self.kept.push(Issue { severity, place, kind });
        } else {
            self.beyond += 1;
        }
    }

    pub fn error(&mut self, place: Place, kind: IssueKind) {
        self.push(Severity::Error, place, kind);
    }

    pub fn warning(&mut self, place: Place, kind: IssueKind) {
        self.push(Severity::Warning, place, kind);
    }

    pub fn notice(&mut self, place: Place, kind: IssueKind) {
        self.push(Severity::Notice, place, kind);
    }

    /// Gives those of a kind another weight.
    pub fn weigh(&mut self, kind: &IssueKind, severity: Severity) {
        for issue in self.kept.iter_mut().filter(|issue| issue.kind == *kind) {
            issue.severity = severity;
        }
    }

    /// Takes back those of a kind.
    pub fn remove(&mut self, kind: &IssueKind) {
        self.retain(|issue| issue.kind != *kind);
    }

    pub fn retain(&mut self, wanted: impl FnMut(&Issue) -> bool) {
        self.kept.retain(wanted);
    }

    /// Adds those of rows that were read apart, after its own.
    pub fn append(&mut self, other: Self) {
        self.beyond += other.beyond;
        for Issue { severity, place, kind } in other.kept {
            self.push(severity, place, kind);
        }
    }

    /// Counts issues that there is no room for.
    pub const fn pass_over(&mut self, count: u32) {
        self.beyond += count;
    }

    pub fn as_slice(&self) -> &[Issue] {
        &self.kept
    }

    /// Issues that were counted but not kept.
    pub const fn beyond(&self) -> u32 {
        self.beyond
    }

    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sink_is_bounded_and_counts_on() {
        let mut issues = Issues::default();
        for row in 0..1_005 {
            issues.error(Place::row("", row), IssueKind::Required);
        }
        assert_eq!(issues.as_slice().len(), Issues::MAX_KEPT);
        assert_eq!(issues.beyond(), 5);
        // What is of the file has room left.
        issues.notice(Place::default(), IssueKind::YearUnknown);
        assert_eq!((issues.as_slice().len(), issues.beyond()), (Issues::MAX_KEPT + 1, 5));
    }

    #[test]
    fn doubts_leave_room_for_rows_that_are_refused() {
        let mut issues = Issues::default();
        for row in 0..2_000 {
            issues.warning(Place::row("", row), IssueKind::Required);
        }
        issues.error(Place::row("", 2_000), IssueKind::Required);
        let errors = issues.as_slice().iter().filter(|one| one.severity == Severity::Error);
        assert_eq!((errors.count(), issues.beyond()), (1, 1_500));
        // Those of two pieces, as if they were of one.
        let mut other = Issues::default();
        other.append(issues.clone());
        other.append(issues.clone());
        assert_eq!((other.as_slice().len(), other.beyond()), (502, 3_500));
    }
}
