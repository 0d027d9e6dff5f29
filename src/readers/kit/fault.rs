//! What is wrong with a cell or a file that came back, and what was mended without a doubt.

use crate::model::Date;

/// Why a cell or a file is not taken. The cell is left unknown: never guessed, never zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    // The file as a whole.
    /// Beyond the size of any kit.
    TooLarge,
    PasswordProtected,
    /// Not a workbook, or a damaged one.
    Unreadable {
        detail: String,
    },
    /// No mark of a kit in any sheet.
    NotAKit,
    /// The sheet of the establishment is gone.
    NoForm,
    /// Nothing was answered.
    Empty,
    /// Of another round than the one collected.
    OtherWave {
        wave: String,
    },
    // A sheet.
    /// The same sheet again, with answers: only the first is read.
    SecondSheet,
    /// The sheet is gone: none of its answers is known.
    SheetGone,
    // A cell.
    Required,
    /// The line or column of a needed answer is gone.
    Gone,
    NotANumber,
    NotWhole,
    /// Bounds, both allowed.
    OutOfBounds {
        min: u32,
        max: u32,
    },
    NotADate,
    DateOutOfBounds {
        from: Date,
        to: Date,
    },
    NotYesOrNo,
    NotAnOption,
    /// `siret`, `naf`, `insee`, `rome` or `respondent`.
    NotACode {
        system: &'static str,
    },
    /// Well-formed, but no list knows it.
    UnknownCode {
        system: &'static str,
    },
    /// A number shown as `1,2E+13`: its last digits are lost.
    DigitsLost,
    /// The check digit of a SIRET does not agree.
    CheckDigit,
    /// Not in the list of communes of the kit, or more than one bears that name.
    NotInList,
    /// A survey number that would name the establishment: a SIRET, an address.
    Identifies,
    /// Another establishment answered with that survey number.
    NumberTaken,
    /// Characters at most.
    TooLong {
        max: u32,
    },
    /// An error of a formula.
    CellError,
    /// The parts add up to more than the total.
    MoreThan {
        total: String,
        sum: u64,
        most: u64,
    },
    /// A training need is denied, yet a course is wished for that occupation.
    WishedYetDenied,
}

impl Fault {
    /// Key of its sentence in the catalogs.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::PasswordProtected => "password-protected",
            Self::Unreadable { .. } => "unreadable",
            Self::NotAKit => "not-a-kit",
            Self::NoForm => "no-form",
            Self::Empty => "empty",
            Self::OtherWave { .. } => "other-wave",
            Self::SecondSheet => "second-sheet",
            Self::SheetGone => "sheet-gone",
            Self::Required => "required",
            Self::Gone => "gone",
            Self::NotANumber => "not-a-number",
            Self::NotWhole => "not-whole",
            Self::OutOfBounds { .. } => "out-of-bounds",
            Self::NotADate => "not-a-date",
            Self::DateOutOfBounds { .. } => "date-out-of-bounds",
            Self::NotYesOrNo => "not-yes-or-no",
            Self::NotAnOption => "not-an-option",
            Self::NotACode { .. } => "not-a-code",
            Self::UnknownCode { .. } => "unknown-code",
            Self::DigitsLost => "digits-lost",
            Self::CheckDigit => "check-digit",
            Self::NotInList => "not-in-list",
            Self::Identifies => "identifies",
            Self::NumberTaken => "number-taken",
            Self::TooLong { .. } => "too-long",
            Self::CellError => "cell-error",
            Self::MoreThan { .. } => "more-than",
            Self::WishedYetDenied => "wished-yet-denied",
        }
    }
}

/// What was read otherwise than written, without a doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mending {
    /// A code whose first zeros a spreadsheet had removed.
    LeadingZeros,
    /// `1.2345678900013E+13`, every digit there.
    Scientific,
    /// The days of a workbook's calendar.
    SerialDate,
    /// `15/03/26`.
    ShortYear,
}

impl Mending {
    /// Key of its sentence in the catalogs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::LeadingZeros => "leading-zeros",
            Self::Scientific => "scientific",
            Self::SerialDate => "serial-date",
            Self::ShortYear => "short-year",
        }
    }
}

/// A cell with what was told of it; a file as a whole has neither sheet nor cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told<T> {
    pub file: String,
    /// Name of the tab as it came back.
    pub sheet: String,
    /// `C12`.
    pub cell: String,
    /// Id of the question, with its option: `causes_difficulte/salaire`.
    pub question: String,
    /// The cell as written, at most forty characters.
    pub found: String,
    pub what: T,
}

/// An answer that is not taken.
pub type Reject = Told<Fault>;
/// An answer that was mended.
pub type Mended = Told<Mending>;
