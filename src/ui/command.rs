//! What the user can ask for. Screens send commands; the app runs them after drawing.

use crate::analysis::mapped::Question;
use crate::archive::With;
use crate::model::adjust::Adjustments;
use crate::model::{Fap, Language};
use crate::project::{Edit, Origin};
use crate::report::chart::Kind;
use crate::report::citation::FigureId;
use crate::report::provenance::Asked;
use crate::settings::Theme;
use crate::ui::desk::{About, Order};
use std::path::PathBuf;

/// The rail, in the order of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    #[default]
    Sources,
    Survey,
    Diagnosis,
    Training,
    Programmes,
    Documents,
    Actions,
}

impl Step {
    pub const ALL: [Self; 7] = [
        Self::Sources,
        Self::Survey,
        Self::Diagnosis,
        Self::Training,
        Self::Programmes,
        Self::Documents,
        Self::Actions,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Survey => "survey",
            Self::Diagnosis => "diagnosis",
            Self::Training => "training",
            Self::Programmes => "programmes",
            Self::Documents => "documents",
            Self::Actions => "actions",
        }
    }
}

/// A file dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    AddFiles,
    AddFolder,
    OpenProject,
    SaveProject,
    ExportFolder,
    KitFolder,
    CollectFolder,
    Perimeter,
    Devices,
    MapPicture,
    /// Of the territory, or of an occupation.
    ChartPicture(Kind, Option<Fap>),
    Headcount,
    Logo,
    /// Where the project's archive is written, with what was chosen.
    Archive(With),
    /// Where the archive looked at is opened.
    RestoreFolder,
}

/// What an action is begun from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It is written by hand.
    Nothing,
    /// What the diagnosis says of an occupation.
    Occupation(Fap),
    /// A candidate programme, by its identifier.
    Programme(String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Go(Step),
    Do(Edit),
    Undo,
    Redo,
    New,
    Sample,
    Recover,
    ForgetRecovery,
    Ask(Dialog),
    Add(Vec<PathBuf>),
    Open(PathBuf),
    Save,
    SaveAs(PathBuf),
    /// What goes into an archive of the project is to be chosen.
    ChooseArchive,
    ArchiveTo(With, PathBuf),
    /// The archive looked at is opened into a folder of its own below this one.
    RestoreInto(PathBuf),
    ReadAgain(Origin),
    CancelReading,
    /// Documents being written are given up: none of their files is there.
    CancelExport,
    /// The columns of a spreadsheet of the user's own are to be chosen.
    MapColumns(Origin),
    /// The table of all basins is looked at.
    WantAtlas,
    /// Settings of the method are tried, and not decided yet.
    Try(Adjustments),
    /// A list of communes becomes a territory of the project and a benchmark.
    Perimeter(PathBuf),
    /// A file of financing devices of the user's own enters the project.
    Devices(PathBuf),
    /// The headcount of a company is looked at, or no longer.
    Headcount(PathBuf),
    ForgetHeadcount,
    /// The logo of documents.
    Logo(PathBuf),
    /// A document about this is to be made.
    Prepare(About),
    /// The occupation looked at.
    Select(Fap),
    /// No occupation is looked at any more.
    CloseSheet,
    /// The values of a map.
    AskMap(Question),
    /// "Where does this figure come from?"
    Explain(Box<Asked>),
    /// The same of a figure of the document looked at.
    Trace(FigureId),
    Copy(String),
    /// Names and blanks of a table, without a figure.
    CopyWords(String),
    /// Text with figures of the own survey among it: it leaves as an export does.
    CopySurvey(String),
    /// The map on the screen, as a picture.
    MapTo(PathBuf),
    /// A chart of the occupations that the screen keeps, as a picture.
    ChartTo(Kind, Option<Fap>, PathBuf),
    /// The map under way is given up, or begun again.
    StopMap,
    ResumeMap,
    ExportTo(PathBuf),
    Export(Order),
    /// CSV with comma and point, whatever the language.
    CsvInternational(bool),
    /// Writes the questionnaire as described on the screen of the survey.
    KitTo(PathBuf),
    /// Collects the filled questionnaires of a folder.
    CollectFrom(PathBuf),
    Language(Language),
    Theme(Theme),
    Zoom(f32),
    /// Others look at this screen, or no longer.
    Sharing(bool),
    /// An explanation that was asked for, by its key in the catalogs.
    Tell(&'static str),
    /// A label is to leave the user's own dictionary.
    Unlearn(String),
    /// The sampling errors are to be computed again, or no longer.
    Resample(bool),
    /// The best use of a budget is to be searched again, or no longer.
    Choose(bool),
    /// Scenarios set beside each other.
    Compare([Option<String>; 2]),
    /// An action is put in the plan, and its sheet opened.
    BeginAction(Begun),
    /// The same, from what is looked at.
    BeginActionHere,
    /// Who decides in this window, for the journal of the plan.
    Who(String),
    Find,
}
