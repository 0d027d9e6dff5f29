//! An occupation in a paragraph, made from its figures: what the window, the documents and the
//! command line all say. What is masked, missing or not computable is said as such.

use crate::analysis::results::Occupation;
use crate::format;
use crate::indicators::pressure::Status;
use crate::indicators::rank::Rank;
use crate::indicators::trend::Trend;
use crate::model::adjust::Cut;
use crate::model::{Count, Value};
use crate::recommend::diagnosis::Lever;
use crate::report::build::Context;
use crate::report::document::{aggravating, whole};

impl Context<'_> {
    /// Projects, share, sign, rank, classes, change, causes and lever, one sentence each.
    pub fn portrait(&self, occupation: &Occupation) -> String {
        let sentences = [
            self.told_projects(occupation),
            self.told_share(occupation),
            self.told_sign(occupation),
            self.told_classes(occupation),
            self.told_change(occupation),
            self.causes_sentence(occupation),
            self.told_lever(occupation),
            self.told_survey(occupation),
        ];
        let said: Vec<String> = sentences.into_iter().filter(|said| !said.is_empty()).collect();
        said.join(" ")
    }

    fn integer(&self, value: f64) -> String {
        format::integer(value, self.catalog.language())
    }

    fn percent(&self, share: f64) -> String {
        format::percent(share, 0, self.catalog.language())
    }

    /// « 83 projets de recrutement, dont 63 jugés difficiles par les employeurs (76 %). »
    fn told_projects(&self, occupation: &Occupation) -> String {
        let tally = &occupation.benchmarks.territory;
        let Count { value, low, high, .. } = tally.projects;
        let year = self.results.year.to_string();
        let (least, most) = (self.integer(low), self.integer(high));
        match tally.projects.shown() {
            Value::Unknown => {
                self.catalog.with("portrait-projects-none", &[("year", (&year).into())])
            }
            Value::Masked { .. } | Value::RangeOnly { .. } => self.catalog.with(
                "portrait-projects-masked",
                &[("year", (&year).into()), ("least", (&least).into()), ("most", (&most).into())],
            ),
            Value::Exact(_) => self.catalog.with(
                "portrait-projects",
                &[
                    ("year", (&year).into()),
                    ("count", whole_number(value).into()),
                    ("shown", (&self.integer(value)).into()),
                    ("difficult", (&self.told_difficult(occupation)).into()),
                ],
            ),
            Value::Interval { .. } => self.catalog.with(
                "portrait-projects-partly",
                &[
                    ("year", (&year).into()),
                    ("shown", (&self.integer(value)).into()),
                    ("least", (&least).into()),
                    ("most", (&most).into()),
                    ("difficult", (&self.told_difficult(occupation)).into()),
                ],
            ),
        }
    }

    fn told_difficult(&self, occupation: &Occupation) -> String {
        let tally = &occupation.benchmarks.territory;
        let Count { value, low, high, .. } = tally.difficult;
        let share = self.share(self.here(), tally);
        let share = whole(&share, self.catalog);
        match tally.difficult.shown() {
            Value::Exact(_) => self.catalog.with(
                "portrait-difficult",
                &[
                    ("count", whole_number(value).into()),
                    ("shown", (&self.integer(value)).into()),
                    ("share", (&share).into()),
                ],
            ),
            Value::Interval { .. } => self.catalog.with(
                "portrait-difficult-partly",
                &[
                    ("least", (&self.integer(low)).into()),
                    ("most", (&self.integer(high)).into()),
                    ("share", (&share).into()),
                ],
            ),
            Value::Masked { .. } | Value::RangeOnly { .. } | Value::Unknown => {
                let most = self.integer(high);
                self.catalog.with("portrait-difficult-masked", &[("most", (&most).into())])
            }
        }
    }

    /// What the territory's share is set against: « l’ensemble des métiers en France (57 %) ».
    pub fn cut_words(&self) -> String {
        let key = match self.parameters.cut() {
            Cut::France => "cut-france",
            Cut::Region => "cut-region",
            Cut::Fixed(_) => "cut-fixed",
        };
        let share = self.percent(self.results.cut);
        self.catalog.with(key, &[("share", (&share).into())])
    }

    fn told_share(&self, occupation: &Occupation) -> String {
        let posterior = &occupation.pressure.posterior;
        let language = self.catalog.language();
        self.catalog.with(
            "portrait-share",
            &[
                ("share", (&self.percent(posterior.mean)).into()),
                (
                    "range",
                    (&format::percent_range(posterior.low, posterior.high, 0, language)).into(),
                ),
                ("cut", (&self.cut_words()).into()),
                ("probability", (&format::probability(posterior.probability, language)).into()),
            ],
        )
    }

    fn told_sign(&self, occupation: &Occupation) -> String {
        let pressure = &occupation.pressure;
        let key = match pressure.status {
            Status::Flagged if pressure.presumed() => "portrait-presumed",
            Status::Flagged => "portrait-flagged",
            Status::ToCheck => "portrait-to-check",
            Status::NotFlagged => "portrait-not-flagged",
        };
        let Rank { rank, low, high, of } = occupation.rank;
        let [rank, low, high, of] = [rank, low, high, of].map(|n| self.integer(f64::from(n)));
        self.catalog.with(
            key,
            &[
                ("grade", (&pressure.grade.to_string()).into()),
                ("rank", (&rank).into()),
                ("low", (&low).into()),
                ("high", (&high).into()),
                ("of", (&of).into()),
            ],
        )
    }

    /// The two readings side by side, and whether they say the same.
    fn told_classes(&self, occupation: &Occupation) -> String {
        let class = occupation.pressure.class;
        let Some(anchor) = &occupation.anchor else {
            return match class {
                Some(class) => self
                    .catalog
                    .with("portrait-class-alone", &[("class", (&class.to_string()).into())]),
                None => self.catalog.text("portrait-class-none"),
            };
        };
        let rung = self.catalog.text(&format!("rung-{}", anchor.rung.id()));
        let official = anchor.class.to_string();
        let year = anchor.year.to_string();
        let args =
            [("official", (&official).into()), ("rung", (&rung).into()), ("year", (&year).into())];
        let Some(class) = class else {
            return self.catalog.with("portrait-class-official", &args);
        };
        let shown = class.to_string();
        let [official, rung, year] = args;
        let key = match (class >= 4, anchor.class >= 4) {
            (true, true) | (false, false) => "portrait-class-agree",
            (true, false) => "portrait-class-here-only",
            (false, true) => "portrait-class-official-only",
        };
        self.catalog.with(key, &[("class", (&shown).into()), official, rung, year])
    }

    fn told_change(&self, occupation: &Occupation) -> String {
        let change = &occupation.change;
        let before = change.before.as_ref().map(|reading| {
            let share = whole(&self.before(reading), self.catalog);
            (reading.year.to_string(), share)
        });
        match (change.trend, before) {
            (Trend::Broken, _) => self.catalog.text("portrait-change-broken"),
            (Trend::Alone, _) | (_, None) => String::new(),
            (trend, Some((year, share))) => self.catalog.with(
                &format!("portrait-change-{}", trend.id()),
                &[("year", (&year).into()), ("share", (&share).into())],
            ),
        }
    }

    fn causes_sentence(&self, occupation: &Occupation) -> String {
        let Some(anchor) = &occupation.anchor else { return String::new() };
        if anchor.causes.is_empty() {
            return String::new();
        }
        if anchor.causes.aggravating().next().is_none() {
            return self.catalog.text("portrait-causes-none");
        }
        let list = aggravating(&anchor.causes, self.catalog);
        self.catalog.with("portrait-causes", &[("list", (&list).into())])
    }

    /// The lever, and who could lead it; « la formation n’est pas le premier levier » where it
    /// is not.
    fn told_lever(&self, occupation: &Occupation) -> String {
        let lever = occupation.finding.lever;
        if lever == Lever::None {
            return String::new();
        }
        let words = self.catalog.text(&format!("portrait-lever-{}", lever.id()));
        if self.is_official_only(occupation) {
            return self.catalog.with("portrait-lever-unflagged", &[("lever", (&words).into())]);
        }
        let Some(lead) = self.parameters.lead(lever.id()) else { return words };
        let lead = self.catalog.text(&format!("lead-{}", lead.id));
        let lead = self.catalog.with("portrait-lead", &[("lead", (&lead).into())]);
        format!("{words} {lead}")
    }

    /// What the own survey says of it, as far as it may be shown.
    fn told_survey(&self, occupation: &Occupation) -> String {
        let Some(view) = self.view(occupation) else { return String::new() };
        let told = |figure: crate::secrecy::Published| {
            let name = self.catalog.text(&format!("indicator-{}-name", figure.indicator()));
            format!("{name}{}{}", self.catalog.text("colon"), whole(&figure, self.catalog))
        };
        let shown = [view.projects, view.difficult, view.training_need];
        let shown: Vec<String> = shown
            .into_iter()
            .filter(|figure| figure.hidden().is_none() && figure.bounds().is_some())
            .map(told)
            .collect();
        if shown.is_empty() {
            return self.catalog.text("portrait-survey-hidden");
        }
        let list = shown.join(&self.catalog.text("list-separator"));
        self.catalog.with("portrait-survey", &[("list", (&list).into())])
    }

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
        let (a, b) = (&first.pressure.posterior, &second.pressure.posterior);
        let (more, less, apart) = if a.low > b.high {
            (first, second, true)
        } else if b.low > a.high {
            (second, first, true)
        } else {
            (first, second, false)
        };
        let language = self.catalog.language();
        let range = |one: &Occupation| {
            let posterior = &one.pressure.posterior;
            format::percent_range(posterior.low, posterior.high, 0, language)
        };
        let key = if apart { "difference-apart" } else { "difference-none" };
        let share = self.catalog.with(
            key,
            &[
                ("first", (&more.label).into()),
                ("second", (&less.label).into()),
                ("higher", (&range(more)).into()),
                ("lower", (&range(less)).into()),
            ],
        );
        format!("{share} {}", self.difference_of_volume(first, second))
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

/// For plural forms only.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of projects")]
const fn whole_number(value: f64) -> u32 {
    value.round() as u32
}
