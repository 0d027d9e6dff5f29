//! An occupation in a paragraph, made from its figures: what the window, the documents and the
//! command line all say. What is masked, missing or not computable is said as such.
//!
//! Its figures are the cells of its own rows in the tables, under their short names: the paragraph
//! cannot say another number than they do.

use crate::analysis::results::Occupation;
use crate::format;
use crate::indicators::anchor::Cause;
use crate::indicators::pressure::{Posterior, Status};
use crate::indicators::trend::Trend;
use crate::model::adjust::Cut;
use crate::model::{Count, Value};
use crate::report::build::{Context, causes, diagnosis, evolution, facts, flows, references};
use crate::report::document::{Cell, Part, whole};
use crate::report::paper::cite::{self, Fill, form, listed, say, together};
use crate::report::paper::{Inline, text};

/// A portrait while it is made: the occupation, and its row in the diagnosis as far as it is there.
struct Telling<'t, 'a> {
    context: &'t Context<'a>,
    occupation: &'t Occupation,
    cells: &'t [Cell],
}

impl Context<'_> {
    /// Projects, share, sign, rank, classes, change, causes and lever, one sentence each.
    pub fn portrait(&self, occupation: &Occupation) -> String {
        text(&self.cited_portrait(occupation))
    }

    /// The same with the figures of the tables under their short names.
    pub fn cited_portrait(&self, occupation: &Occupation) -> Vec<Inline> {
        self.portrait_of(occupation, &diagnosis::cells(self, occupation))
    }

    /// The same, from cells of its row.
    pub(super) fn portrait_of(&self, occupation: &Occupation, cells: &[Cell]) -> Vec<Inline> {
        let telling = Telling { context: self, occupation, cells };
        together(vec![telling.reading(), telling.causes(), telling.lever(), telling.survey()])
    }

    /// What the figures say of it, without its causes nor what is to be done.
    pub fn cited_reading(&self, occupation: &Occupation) -> Vec<Inline> {
        let cells = diagnosis::cells(self, occupation);
        let telling = Telling { context: self, occupation, cells: &cells };
        together(vec![telling.reading(), telling.survey()])
    }

    /// What the territory's share is set against: « l’ensemble des métiers en France (57 %) ».
    pub fn cut_words(&self) -> String {
        text(&self.cited_cut())
    }

    /// The same with its figure under its short name.
    pub fn cited_cut(&self) -> Vec<Inline> {
        let key = match self.parameters.cut() {
            Cut::France => "cut-france",
            Cut::Region => "cut-region",
            Cut::Fixed(_) => "cut-fixed",
        };
        let share = self.cut().and_then(|cut| {
            let cell = Cell::figure(cut, Part::Point);
            cite::figure(&cell, ("reperes", references::CUT, "level-value"), self.catalog)
        });
        say(self.catalog, key, &[("share", fill(share))])
    }

    /// Published causes of class 4 or 5 with their classes; empty where none is.
    pub fn cited_causes(&self, occupation: &Occupation) -> Vec<Inline> {
        let causes = occupation.anchor.map(|anchor| anchor.causes).unwrap_or_default();
        self.causes_with_classes(occupation, causes.aggravating().map(|(cause, _)| cause))
    }

    /// Causes with their classes: « conditions de travail contraignantes (5), … ».
    pub fn causes_with_classes(
        &self,
        occupation: &Occupation,
        named: impl Iterator<Item = Cause>,
    ) -> Vec<Inline> {
        let published = occupation.anchor.map(|anchor| anchor.causes).unwrap_or_default();
        let one = |cause: Cause| {
            let name = self.catalog.text(&format!("cause-{}", cause.id()));
            let cell = Cell::figure(self.cause(published.get(cause)), Part::Point);
            let place = (causes::ID, occupation.code.code(), causes::column(cause));
            let class = cite::figure(&cell, place, self.catalog);
            let mut said = vec![Inline::Words(format!("{name} ("))];
            said.push(class.unwrap_or_else(|| Inline::Words("—".to_owned())));
            said.push(Inline::Words(")".to_owned()));
            said
        };
        listed(named.map(one).collect(), ", ")
    }
}

fn fill(inline: Option<Inline>) -> Fill {
    Fill::With(inline.unwrap_or_else(|| Inline::Words("—".to_owned())))
}

impl Telling<'_, '_> {
    fn say(&self, message: &str, fills: &[(&str, Fill)]) -> Vec<Inline> {
        say(self.context.catalog, message, fills)
    }

    fn code(&self) -> &str {
        self.occupation.code.code()
    }

    /// What a cell of its row among offers and job seekers shows.
    fn of_flows(&self, column: &str) -> Fill {
        let cells = flows::cells(self.context, self.occupation);
        let cell = flows::place(column).and_then(|place| cells.get(place));
        let place = (flows::ID, self.code(), column);
        fill(cell.and_then(|cell| cite::whole(cell, place, self.context.catalog)))
    }

    /// What a cell of the row shows.
    fn figure(&self, column: &str) -> Fill {
        let cell = diagnosis::place(column).and_then(|place| self.cells.get(place));
        let place = (diagnosis::ID, self.code(), column);
        fill(cell.and_then(|cell| cite::figure(cell, place, self.context.catalog)))
    }

    /// The figure of a cell of the row with its bounds.
    fn whole(&self, column: &str) -> Fill {
        let cell = diagnosis::place(column).and_then(|place| self.cells.get(place));
        let place = (diagnosis::ID, self.code(), column);
        fill(cell.and_then(|cell| cite::whole(cell, place, self.context.catalog)))
    }

    /// Projects, share, sign, rank, classes, change.
    fn reading(&self) -> Vec<Inline> {
        let others = self.context.cited_readings(self.occupation);
        let classes = together(vec![self.classes(), others]);
        if self.context.results.bmo.is_none() {
            let none = self.say("portrait-unsurveyed", &[]);
            return together(vec![none, classes, self.flows()]);
        }
        together(vec![
            self.projects(),
            self.secret(),
            self.share(),
            self.sign(),
            classes,
            self.change(),
        ])
    }

    /// « 83 projets de recrutement, dont 63 jugés difficiles par les employeurs (76 %). »
    fn projects(&self) -> Vec<Inline> {
        let projects = &self.occupation.benchmarks.territory.projects;
        let year = ("year", self.context.results.year.to_string().into());
        let (least, most) = (self.figure("projects-low"), self.figure("projects-high"));
        match projects.shown() {
            Value::Unknown => self.say("portrait-projects-none", &[year]),
            Value::Exact(value) if value <= 0.0 => self.say("portrait-projects-none", &[year]),
            Value::Masked { .. } | Value::RangeOnly { .. } => {
                self.say("portrait-projects-masked", &[year, ("least", least), ("most", most)])
            }
            Value::Exact(value) => self.say(
                "portrait-projects",
                &[
                    year,
                    ("count", Fill::Count(form(value))),
                    ("shown", self.figure("projects")),
                    ("difficult", self.difficult().into()),
                ],
            ),
            Value::Interval { .. } => self.say(
                "portrait-projects-partly",
                &[
                    year,
                    ("shown", self.figure("projects")),
                    ("least", least),
                    ("most", most),
                    ("difficult", self.difficult().into()),
                ],
            ),
        }
    }

    /// That a number of difficult projects may be hidden for another reason than being small.
    fn secret(&self) -> Vec<Inline> {
        match self.occupation.benchmarks.territory.large_masked {
            0 => Vec::new(),
            _ => self.say("portrait-large-masked", &[]),
        }
    }

    /// Posts offered per registration, exits, posts: what there is where no survey tells projects.
    fn flows(&self) -> Vec<Inline> {
        let raw = self.occupation.pressure.raw;
        let told = |message: &str, column: &str, known: bool| {
            if known { self.say(message, &[("shown", self.of_flows(column))]) } else { Vec::new() }
        };
        let seekers = self.occupation.seekers.is_some();
        let posts = self.occupation.local_offers.is_some();
        together(vec![
            told("portrait-posts", "local-posts", posts),
            told("portrait-seekers", "job-seekers", seekers),
            told(
                "portrait-offers-per-seeker",
                "offers-per-seeker",
                raw.offers_per_seeker.is_some(),
            ),
            told("portrait-exit-rate", "exit-rate", raw.exit_rate.is_some()),
        ])
    }

    fn difficult(&self) -> Vec<Inline> {
        let difficult: &Count = &self.occupation.benchmarks.territory.difficult;
        let share = self.whole("share");
        match difficult.shown() {
            Value::Exact(value) => self.say(
                "portrait-difficult",
                &[
                    ("count", Fill::Count(form(value))),
                    ("shown", self.figure("difficult")),
                    ("share", share),
                ],
            ),
            Value::Interval { .. } => self.say(
                "portrait-difficult-partly",
                &[
                    ("least", self.figure("difficult-low")),
                    ("most", self.figure("difficult-high")),
                    ("share", share),
                ],
            ),
            Value::Masked { .. } | Value::RangeOnly { .. } | Value::Unknown => {
                self.say("portrait-difficult-masked", &[("most", self.figure("difficult-high"))])
            }
        }
    }

    fn share(&self) -> Vec<Inline> {
        let said = self.say(
            "portrait-share",
            &[
                ("share", self.whole("posterior")),
                ("cut", self.context.cited_cut().into()),
                ("probability", self.figure("probability")),
            ],
        );
        let pressure = &self.occupation.pressure;
        let borrowed = pressure.is_borrowed() && pressure.status != Status::NoProject;
        let whence = if borrowed { self.say("portrait-share-borrowed", &[]) } else { Vec::new() };
        together(vec![said, whence])
    }

    fn sign(&self) -> Vec<Inline> {
        let pressure = &self.occupation.pressure;
        let key = match pressure.status {
            Status::Flagged if pressure.presumed() => "portrait-presumed",
            Status::Flagged => "portrait-flagged",
            Status::ToCheck => "portrait-to-check",
            Status::NotFlagged => "portrait-not-flagged",
            Status::NoProject => return self.say("portrait-no-project", &[]),
            Status::Unread => return Vec::new(),
        };
        let of = Cell::Whole(self.occupation.rank.of);
        let of = cite::figure(&of, (facts::ID, "occupations", facts::VALUE), self.context.catalog);
        self.say(
            key,
            &[
                ("grade", pressure.grade.to_string().into()),
                ("rank", self.whole("pressure-rank")),
                ("of", fill(of)),
            ],
        )
    }

    /// The two readings side by side, and whether they say the same.
    fn classes(&self) -> Vec<Inline> {
        let pressure = &self.occupation.pressure;
        let class = pressure.class;
        let grade = pressure.confidence.to_string();
        let shown = || ("class", self.figure("class"));
        let sure = || ("grade", grade.clone().into());
        let Some(anchor) = &self.occupation.anchor else {
            return match class {
                Some(_) => self.say("portrait-class-alone", &[shown(), sure()]),
                None => self.say("portrait-class-none", &[]),
            };
        };
        let rung = self.context.anchor_place(anchor);
        let [official, rung, year] = [
            ("official", self.figure("official")),
            ("rung", rung.into()),
            ("year", anchor.year.to_string().into()),
        ];
        let Some(class) = class else {
            let said = self.say("portrait-class-official", &[official, rung, year]);
            return together(vec![said, self.tension()]);
        };
        let key = match (class >= 4, anchor.class >= 4) {
            // Its share is that of the rungs above: it confirms nothing of them.
            _ if pressure.is_borrowed() && pressure.components.difficulty.is_some() => {
                "portrait-class-borrowed"
            }
            (true, true) | (false, false) => "portrait-class-agree",
            (true, false) => "portrait-class-here-only",
            (false, true) => "portrait-class-official-only",
        };
        together(vec![self.say(key, &[shown(), sure(), official, rung, year]), self.tension()])
    }

    /// The published value behind the official class, where it has one.
    fn tension(&self) -> Vec<Inline> {
        if self.occupation.anchor.is_none_or(|anchor| anchor.tension.is_none()) {
            return Vec::new();
        }
        self.say("portrait-class-tension", &[("tension", self.figure("official-tension"))])
    }

    fn change(&self) -> Vec<Inline> {
        let change = &self.occupation.change;
        match (change.trend, change.before.as_ref()) {
            (Trend::Broken, _) => self.say("portrait-change-broken", &[]),
            (Trend::Alone, _) | (_, None) => Vec::new(),
            (trend, Some(reading)) => {
                let cell = Cell::figure(self.context.before(reading), Part::Whole);
                let key = evolution::key_of(self.occupation);
                let place = (evolution::ID, key.as_str(), "before");
                let share = fill(cite::whole(&cell, place, self.context.catalog));
                let year = reading.year.to_string();
                let of = [("year", year.into()), ("share", share)];
                let mut said = self.say(&format!("portrait-change-{}", trend.id()), &of);
                let results = self.context.results;
                if results.series.borders(reading.year, results.year).next().is_some() {
                    said.push(Inline::Words(" ".to_owned()));
                    said.extend(self.say("portrait-change-borders", &[]));
                }
                said
            }
        }
    }

    fn causes(&self) -> Vec<Inline> {
        let anchor = self.occupation.anchor.filter(|anchor| !anchor.causes.is_empty());
        if anchor.is_none() {
            return Vec::new();
        }
        let list = self.context.cited_causes(self.occupation);
        if list.is_empty() {
            return self.say("portrait-causes-none", &[]);
        }
        self.say("portrait-causes", &[("list", list.into())])
    }

    fn lever(&self) -> Vec<Inline> {
        let said = self.context.lever_sentence(self.occupation);
        if said.is_empty() { Vec::new() } else { vec![Inline::Words(said)] }
    }

    /// What the own survey says of it, as far as it may be shown.
    fn survey(&self) -> Vec<Inline> {
        let Some(view) = self.context.view(self.occupation) else { return Vec::new() };
        let catalog = self.context.catalog;
        let told = |(column, figure): (&str, crate::secrecy::Published)| {
            let name = catalog.text(&format!("indicator-{}-name", figure.indicator()));
            let cell = Cell::figure(figure, Part::Point);
            let shown = cite::whole(&cell, (causes::ID, self.code(), column), catalog);
            let mut said = vec![Inline::Words(format!("{name}{}", catalog.text("colon")))];
            said.extend(shown);
            said
        };
        let figures = [
            ("survey-projects", view.projects),
            ("survey-difficult", view.difficult),
            ("survey-need", view.training_need),
        ];
        let shown = figures
            .into_iter()
            .filter(|(_, figure)| figure.hidden().is_none() && figure.bounds().is_some())
            .map(told);
        let shown: Vec<Vec<Inline>> = shown.collect();
        if shown.is_empty() {
            return self.say("portrait-survey-hidden", &[]);
        }
        let list = listed(shown, &catalog.text("list-separator"));
        self.say("portrait-survey", &[("list", list.into())])
    }
}

impl Context<'_> {
    /// Where the occupations looked at together differ, and where nobody can tell, by pair.
    pub fn differences(&self, occupations: &[&Occupation]) -> Vec<String> {
        let mut sentences = Vec::new();
        for (place, first) in occupations.iter().enumerate() {
            for second in occupations.iter().skip(place + 1) {
                sentences.push(self.difference(first, second));
            }
        }
        sentences
    }

    fn difference(&self, first: &Occupation, second: &Occupation) -> String {
        let known = first.pressure.posterior.zip(second.pressure.posterior);
        let Some((a, b)) = known else { return self.difference_of_classes(first, second) };
        let ((more, higher), (less, lower), apart) = if a.low > b.high {
            ((first, a), (second, b), true)
        } else if b.low > a.high {
            ((second, b), (first, a), true)
        } else {
            ((first, a), (second, b), false)
        };
        let language = self.catalog.language();
        let range = |of: &Posterior| format::percent_range(of.low, of.high, 0, language);
        let key = if apart { "difference-apart" } else { "difference-none" };
        let share = self.catalog.with(
            key,
            &[
                ("first", (&more.label).into()),
                ("second", (&less.label).into()),
                ("higher", (&range(&higher)).into()),
                ("lower", (&range(&lower)).into()),
            ],
        );
        format!("{share} {}", self.difference_of_volume(first, second))
    }

    /// Without a survey of projects, by the official class alone.
    fn difference_of_classes(&self, first: &Occupation, second: &Occupation) -> String {
        let class = |one: &Occupation| match one.anchor {
            Some(anchor) => self.anchor_line(&anchor),
            None => self.catalog.text("unsurveyed-no-class"),
        };
        self.catalog.with(
            "difference-official",
            &[
                ("first", (&first.label).into()),
                ("second", (&second.label).into()),
                ("here", (&class(first)).into()),
                ("there", (&class(second)).into()),
            ],
        )
    }

    fn difference_of_volume(&self, first: &Occupation, second: &Occupation) -> String {
        let bounds = |one: &Occupation| {
            let projects = &one.benchmarks.territory.projects;
            (projects.low, projects.high)
        };
        let (a, b) = (bounds(first), bounds(second));
        let (more, less) = if a.0 > b.1 {
            (first, second)
        } else if b.0 > a.1 {
            (second, first)
        } else {
            return self.catalog.text("difference-volume-none");
        };
        let shown = |one: &Occupation| {
            whole(&self.count("projects", &one.benchmarks.territory.projects), self.catalog)
        };
        self.catalog.with(
            "difference-volume",
            &[
                ("first", (&more.label).into()),
                ("more", (&shown(more)).into()),
                ("less", (&shown(less)).into()),
            ],
        )
    }
}
