//! Why: the published causes, and what the local survey says, under secrecy.

use crate::analysis::results::{Listed, Occupation};
use crate::indicators::anchor::Cause;
use crate::model::Unit;
use crate::recommend::diagnosis::Contradiction;
use crate::recommend::local::LocalCause;
use crate::report::build::Context;
use crate::report::build::diagnosis::ranked;
use crate::report::document::{Cell, Part, Row, Shown, Table, whole};
use crate::report::paper::cite::{self, say, together};
use crate::report::paper::{Inline, text};
use crate::secrecy::Published;
use crate::words::survey as words;

use Shown::{Everywhere, File};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "causes";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("diagnosis", 38, Everywhere),
    ("cause-hiring-intensity", 12, Everywhere),
    ("cause-training-link", 12, Everywhere),
    ("cause-labour-shortage", 12, Everywhere),
    ("cause-precariousness", 12, Everywhere),
    ("cause-working-conditions", 12, Everywhere),
    ("cause-geographic-mismatch", 12, Everywhere),
    ("cause-unattractive-pay", 12, Everywhere),
    ("causes-aggravating", 50, File),
    ("causes-rung", 24, Everywhere),
    ("causes-national", 30, Everywhere),
    ("reason", 70, File),
    ("contradictions", 50, File),
    ("rome-readings", 30, Everywhere),
    ("regulatory", 44, File),
    ("survey-establishments", 14, File),
    ("survey-projects", 14, File),
    ("survey-difficult", 14, File),
    ("survey-need", 14, File),
    ("survey-causes", 50, File),
];

/// One row per occupation with a sign of tension or published causes.
pub fn table(context: &Context<'_>) -> Table {
    let occupations = ranked(context).into_iter().filter(|occupation| {
        let causes = occupation.anchor.map(|anchor| anchor.causes).unwrap_or_default();
        !causes.is_empty() || occupation.pressure.flagged() || occupation.survey.is_some()
    });
    Table {
        id: ID,
        title: context.catalog.text("table-causes"),
        about: context.catalog.text("table-causes-about"),
        columns: context.columns(COLUMNS),
        rows: occupations.map(|occupation| row(context, occupation)).collect(),
        chart: None,
    }
}

fn row(context: &Context<'_>, occupation: &Occupation) -> Row {
    let anchor = occupation.anchor.as_ref();
    let causes = anchor.map(|anchor| anchor.causes).unwrap_or_default();
    let mut cells = vec![
        Cell::text(occupation.code.code()),
        Cell::text(&occupation.label),
        Cell::text(context.diagnosis(occupation)),
    ];
    cells.extend(
        Cause::ALL.map(|cause| Cell::figure(context.cause(causes.get(cause)), Part::Point)),
    );
    cells.push(Cell::Causes(causes));
    let rung = anchor.and_then(|anchor| anchor.causes_rung);
    cells.push(rung.map_or(Cell::Blank, |rung| context.words("rung", rung.id())));
    let of_nation = anchor.map(|anchor| context.national_causes(anchor).join(", "));
    cells.push(Cell::text(of_nation.unwrap_or_default()));
    cells.push(Cell::text(context.reason(occupation)));
    cells.push(Cell::text(context.contradictions(occupation)));
    cells.push(Cell::text(readings(occupation)));
    let listed = occupation.regulatory.as_ref();
    cells.push(listed.map_or(Cell::Blank, |listed| Cell::text(context.regulatory(listed))));
    cells.extend(survey(context, occupation));
    Row::new(occupation.code.code(), Some(occupation.code), cells)
}

/// The column of the classes of a cause.
pub const fn column(cause: Cause) -> &'static str {
    match cause {
        Cause::HiringIntensity => "cause-hiring-intensity",
        Cause::TrainingLink => "cause-training-link",
        Cause::LabourShortage => "cause-labour-shortage",
        Cause::Precariousness => "cause-precariousness",
        Cause::WorkingConditions => "cause-working-conditions",
        Cause::GeographicMismatch => "cause-geographic-mismatch",
        Cause::UnattractivePay => "cause-unattractive-pay",
    }
}

fn readings(occupation: &Occupation) -> String {
    let readings = occupation.rome_readings.iter();
    readings
        .map(|reading| format!("{} {}", reading.rome, reading.class))
        .collect::<Vec<_>>()
        .join(", ")
}

fn survey(context: &Context<'_>, occupation: &Occupation) -> Vec<Cell> {
    let Some(survey) = context.view(occupation) else { return vec![Cell::Blank; 5] };
    let causes = context.told_causes(occupation).into_iter().map(|cited| {
        let name = words::stated_cause(&cited.cause, context.catalog);
        format!("{name} {}", whole(&cited.weighted, context.catalog))
    });
    let causes: Vec<String> = causes.collect();
    let base = survey.projects.n().map_or(Cell::Blank, Cell::Whole);
    vec![
        base,
        Cell::figure(survey.projects, Part::Point),
        Cell::figure(survey.difficult, Part::Point),
        Cell::figure(survey.training_need, Part::Point),
        Cell::text(causes.join(", ")),
    ]
}

impl Context<'_> {
    /// The published class of a cause.
    pub fn cause(&self, class: Option<u8>) -> Published {
        self.exact("official-cause-class", Unit::Class, class.map(f64::from))
    }

    /// What the causes say; where only the official class calls them, with that said.
    pub fn diagnosis(&self, occupation: &Occupation) -> String {
        let diagnosis = occupation.finding.diagnosis;
        let words = self.catalog.text(&format!("diagnosis-{}", diagnosis.id()));
        if self.is_official_only(occupation) {
            return self.catalog.with("diagnosis-official-only", &[("words", (&words).into())]);
        }
        words
    }

    /// Why the decision table says what it says, with the classes it read.
    pub fn reason(&self, occupation: &Occupation) -> String {
        text(&self.cited_reason(occupation))
    }

    /// The same, its figures under their short names.
    pub fn cited_reason(&self, occupation: &Occupation) -> Vec<Inline> {
        let finding = &occupation.finding;
        let catalog = self.catalog;
        let plain = |key: &str| vec![Inline::Words(catalog.text(key))];
        let mut sentences = vec![plain(&format!("diagnosis-{}-why", finding.diagnosis.id()))];
        let causes = occupation.anchor.map(|anchor| anchor.causes).unwrap_or_default();
        if !finding.aggravating.is_empty() {
            let list = self.causes_with_classes(occupation, finding.aggravating.iter().copied());
            sentences.push(say(catalog, "reason-aggravating", &[("list", list.into())]));
        }
        if !finding.missing.is_empty() && !causes.is_empty() {
            let absent = finding.missing.iter().map(|c| catalog.text(&format!("cause-{}", c.id())));
            let list = absent.collect::<Vec<_>>().join(", ");
            sentences.push(say(catalog, "reason-missing", &[("list", list.into())]));
        }
        if causes.is_empty() {
            sentences.push(plain("reason-no-cause"));
        }
        if let Some(anchor) = &occupation.anchor
            && let Some(rung) = anchor.causes_rung
        {
            let place = anchor.causes_territory.unwrap_or(anchor.territory);
            let rung = self.rung_place(rung, place);
            let args = [("rung", rung.into()), ("year", anchor.year.to_string().into())];
            sentences.push(say(catalog, "reason-rung", &args));
        }
        if let Some(anchor) = &occupation.anchor {
            let constant = self.constants_told(anchor);
            sentences.extend((!constant.is_empty()).then(|| vec![Inline::Words(constant)]));
        }
        if finding.short_adaptation && self.is_told(occupation, LocalCause::Skills) {
            sentences.push(plain("reason-short-adaptation"));
        }
        together(sentences)
    }

    /// That the occupation is on the legal list, and that this measures nothing.
    pub fn regulatory(&self, listed: &Listed) -> String {
        let key = match listed.converted {
            None => "regulatory-listed",
            Some(_) => "regulatory-listed-converted",
        };
        self.catalog.with(key, &[("file", self.file(listed.source).into())])
    }

    /// Where the local survey says otherwise than the national classes, as far as its share is
    /// shown.
    pub fn contradictions(&self, occupation: &Occupation) -> String {
        text(&self.cited_contradictions(occupation))
    }

    /// The same, its figures under their short names: shares as the table of stated causes has
    /// them.
    pub fn cited_contradictions(&self, occupation: &Occupation) -> Vec<Inline> {
        let catalog = self.catalog;
        let sentence = |said: &Contradiction| {
            let stated = self.stated(occupation).iter();
            let of = Some(said.said.cause);
            let mut stated = stated.filter(|one| LocalCause::of(&one.cause) == of);
            let stated = stated.find(|one| one.weighted.point().is_some())?;
            let row = format!("{}/{}", occupation.code.code(), stated.cause);
            let cell = Cell::figure(stated.weighted, Part::Point);
            let share = cite::whole(&cell, ("causes_citees", &row, "share-point"), catalog)?;
            let cell = Cell::figure(self.cause(Some(said.official_class)), Part::Point);
            let place = (ID, occupation.code.code(), column(said.cause));
            let class = cite::figure(&cell, place, catalog)?;
            let key = if said.said.weighted {
                "reason-contradiction-weighted"
            } else {
                "reason-contradiction"
            };
            let cause = catalog.text(&format!("cause-{}", said.cause.id()));
            let of = [("share", share.into()), ("cause", cause.into()), ("class", class.into())];
            Some(say(catalog, key, &of))
        };
        let said = occupation.finding.contradictions.iter().filter_map(sentence);
        together(said.chain([self.cited_other_levers(occupation)]).collect())
    }
}
