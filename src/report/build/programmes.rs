//! The recommended list: what to run, for whom, with whom; or the plain word that training is
//! not the first lever.

use crate::analysis::results::Occupation;
use crate::matching::supply::Offer;
use crate::model::{Unit, Value};
use crate::recommend::programme::{Format, Places, Programme, TrainingPlan};
use crate::report::build::{Context, three};
use crate::report::document::{Cell, Part, Row, Shown, Table};
use crate::secrecy::Published;

use Shown::{Everywhere, File, Screen};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "programmes";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("rank", 6, Everywhere),
    ("code", 8, Everywhere),
    ("label", 38, Everywhere),
    ("lever", 46, Everywhere),
    ("basis", 24, File),
    ("grade", 10, Everywhere),
    ("projects-shown", 15, Screen),
    ("projects", 12, File),
    ("projects-low", 10, File),
    ("projects-high", 10, File),
    ("posterior", 10, File),
    ("probability", 12, File),
    ("diagnosis", 32, File),
    ("reason", 70, File),
    ("format", 30, Everywhere),
    ("audiences", 36, File),
    ("commitment", 14, File),
    ("places-shown", 15, Screen),
    ("places-order", 12, File),
    ("places-low", 10, File),
    ("places-high", 10, File),
    ("hours-least", 10, File),
    ("hours-median", 10, File),
    ("hours-most", 10, File),
    ("certifications", 60, File),
    ("providers", 60, File),
    ("financing", 50, File),
    ("lead", 40, File),
    ("follow-up", 50, File),
];

/// One row per flagged occupation, best first.
pub fn table(context: &Context<'_>) -> Table {
    let programmes = &context.results.programmes;
    let rows: Vec<Row> =
        programmes.iter().filter_map(|programme| row(context, programme)).collect();
    Table {
        id: ID,
        title: context.catalog.text("table-programmes"),
        about: context.said("table-programmes-about"),
        columns: context.columns(COLUMNS),
        chart: None,
        rows,
    }
}

fn row(context: &Context<'_>, programme: &Programme) -> Option<Row> {
    let mut found = context.results.occupations.iter();
    let occupation = found.find(|occupation| occupation.code == programme.occupation)?;
    let tally = &occupation.benchmarks.territory;
    let projects = context.count("projects", &tally.projects);
    let pressure = &occupation.pressure;
    let programme = context.told(programme);
    let training = programme.training.as_ref();
    let mut cells = vec![
        Cell::Whole(programme.rank),
        Cell::text(occupation.code.code()),
        Cell::text(&occupation.label),
        Cell::text(context.lever(occupation)),
        context.words("basis", programme.basis.id()),
        Context::grade(pressure),
        Cell::figure(projects, Part::Whole),
    ];
    cells.extend(three(projects));
    cells.extend([
        Cell::figure(context.posterior(pressure, &tally.projects), Part::Point),
        Cell::figure(context.probability(pressure, &tally.projects), Part::Point),
        context.words("diagnosis", programme.diagnosis.id()),
        Cell::text(context.reason(occupation)),
        Cell::text(context.format(training)),
        training.map_or(Cell::Blank, |plan| Cell::text(context.audiences(plan))),
        training.map_or(Cell::Blank, |plan| context.yes_no(Some(plan.employer_commitment))),
    ]);
    let places = training.and_then(|plan| Some(context.places(plan.places.as_ref()?)));
    cells.push(places.map_or(Cell::Blank, |places| Cell::figure(places, Part::Whole)));
    cells.extend(places.map_or([Cell::Blank, Cell::Blank, Cell::Blank], three));
    let hours = training.and_then(|plan| plan.hours);
    let hour = |value| Cell::figure(context.exact("course-hours", Unit::Hours, value), Part::Point);
    cells.extend([
        hour(hours.map(|(least, ..)| least)),
        hour(hours.map(|(_, median, _)| median)),
        hour(hours.map(|(.., most)| most)),
        Cell::text(training.map(|p| context.certifications(occupation, p)).unwrap_or_default()),
        Cell::text(training.map(|p| context.providers(occupation, p)).unwrap_or_default()),
        Cell::text(training.map(|p| context.financing(p)).unwrap_or_default()),
        context.words("lead", &programme.lead),
        Cell::text(context.follow_up(&programme)),
    ]);
    Some(Row::new(occupation.code.code(), Some(occupation.code), cells))
}

impl Context<'_> {
    /// Order of size of places to open, an interval first of all.
    pub fn places(&self, places: &Places) -> Published {
        let Places { low, high, .. } = *places;
        let value = match places.value {
            Some(value) => Value::Interval { value, low, high },
            None => Value::RangeOnly { low, high },
        };
        self.public("places-order", self.here(), value, Unit::Places, (1, 0), None)
    }

    /// What to run; "in volume" only where an order of size can be given.
    pub fn format(&self, plan: Option<&TrainingPlan>) -> String {
        let key = match plan {
            None => "format-none".to_owned(),
            Some(plan)
                if plan.format == Format::Certifying
                    && plan.places.is_none_or(|places| places.value.is_none()) =>
            {
                "format-certifying-unsized".to_owned()
            }
            Some(plan) => format!("format-{}", plan.format.id()),
        };
        self.catalog.text(&key)
    }

    pub fn audiences(&self, plan: &TrainingPlan) -> String {
        let words =
            plan.audiences.iter().map(|a| self.catalog.text(&format!("audience-{}", a.id())));
        words.collect::<Vec<_>>().join(", ")
    }

    /// Candidate certifications, best first.
    pub fn certifications(&self, occupation: &Occupation, plan: &TrainingPlan) -> String {
        let found =
            plan.certifications.iter().filter_map(|i| occupation.supply.certifications.get(*i));
        let list: Vec<String> = found
            .map(|found| match found.register {
                Some(register) => format!("{} ({register})", found.label),
                None => found.label.clone(),
            })
            .collect();
        self.or_unknown(&list, occupation.supply.certifications_known)
    }

    /// Candidate providers, nearest first, each once.
    pub fn providers(&self, occupation: &Occupation, plan: &TrainingPlan) -> String {
        let mut seen: Vec<&Offer> = Vec::new();
        for offer in plan.providers.iter().filter_map(|i| occupation.supply.offers.get(*i)) {
            if seen.iter().all(|other| other.provider != offer.provider) {
                seen.push(offer);
            }
        }
        let list: Vec<String> = seen
            .iter()
            .map(|offer| {
                let ring = self.catalog.text(&format!("ring-{}", offer.ring.id()));
                format!("{} ({ring})", offer.provider)
            })
            .collect();
        self.or_unknown(&list, occupation.supply.offers_known)
    }

    /// "None found" and "no file loaded" are two things.
    fn or_unknown(&self, list: &[String], known: bool) -> String {
        match (list, known) {
            ([], true) => self.catalog.text("supply-none-found"),
            ([], false) => self.catalog.text("supply-not-loaded"),
            _ => list.join(&self.catalog.text("list-separator")),
        }
    }

    /// Devices worth checking, with whom to ask; never a promise.
    pub fn financing(&self, plan: &TrainingPlan) -> String {
        let list: Vec<String> = plan
            .financing
            .iter()
            .filter_map(|financing| {
                let mut devices = self.parameters.devices().iter();
                let device = devices.find(|device| device.id == financing.device)?;
                let date = crate::format::date(financing.verified_on, self.catalog.language());
                let key = if financing.stale { "financing-stale" } else { "financing-checked" };
                Some(self.catalog.with(
                    key,
                    &[
                        ("name", (&device.name).into()),
                        ("ask", (&device.confirm_with).into()),
                        ("date", (&date).into()),
                    ],
                ))
            })
            .collect();
        list.join(&self.catalog.text("list-separator"))
    }

    pub fn follow_up(&self, programme: &Programme) -> String {
        let names = programme.follow_up.iter();
        let names = names.map(|id| self.catalog.text(&format!("indicator-{id}-name")));
        names.collect::<Vec<_>>().join(", ")
    }
}
