//! The files behind a number: which, what of each was kept and refused, and on which rows of it
//! the number stands.

use crate::analysis::results::{Occupation, Results, SourceView};
use crate::flows::balance::{Balance, Basis};
use crate::format;
use crate::i18n::Catalog;
use crate::model::{Fap, Kind, RowCount};
use crate::recommend::proposal::Proposal;
use crate::report::build::{Context, readings};
use crate::report::provenance::Subject;
use crate::report::provenance::actions;
use crate::report::provenance::recipes::{self, Part};
use std::collections::BTreeMap;

/// Rows listed at most in a text; the rest is counted.
const MOST_ROWS: usize = 12;

/// Lists of training.
const LISTS: [Kind; 4] =
    [Kind::CourseOffers, Kind::CarifOffers, Kind::TrainingCatalogue, Kind::ApprenticeshipCatalogue];

/// How much of a file a number stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Rows of the sheet.
    Rows,
    /// All that was kept of it.
    Whole,
    /// The same occupations in the levels above.
    Around,
}

impl Extent {
    /// In `--json`, and in the catalogs (`provenance-extent-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Whole => "whole",
            Self::Around => "around",
        }
    }
}

/// A file behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub file: String,
    pub sheet: Option<String>,
    /// Of the content, in hexadecimal.
    pub fingerprint: String,
    pub kind: Kind,
    pub vintage: Option<u16>,
    /// Of the months or quarters read, as written.
    pub period: Option<String>,
    /// Read, kept, refused, empty: of the whole sheet.
    pub count: RowCount,
    pub extent: Extent,
    /// Numbers of the rows of [`Extent::Rows`], in order.
    pub rows: Vec<u32>,
}

impl File {
    fn new(source: &SourceView, extent: Extent, rows: Vec<u32>, period: Option<String>) -> Self {
        Self {
            file: source.file.clone(),
            sheet: source.sheet.clone(),
            fingerprint: source.fingerprint.clone(),
            kind: source.kind,
            vintage: source.vintage,
            period,
            count: source.rows,
            extent,
            rows,
        }
    }

    /// Beginning of the fingerprint, as people compare it.
    pub fn mark(&self) -> &str {
        self.fingerprint.get(..12).unwrap_or(&self.fingerprint)
    }

    /// In a line: file, sheet, rows, then its fingerprint and what was kept of it.
    pub fn text(&self, catalog: &Catalog) -> String {
        let number = |n: u32| format::integer(f64::from(n), catalog.language());
        let mut file = self.file.clone();
        if let Some(sheet) = &self.sheet {
            file = catalog
                .with("provenance-sheet", &[("file", (&file).into()), ("sheet", sheet.into())]);
        }
        if let Some(period) = &self.period {
            file = format!("{file} ({period})");
        }
        let mut rows: Vec<String> = self.rows.iter().take(MOST_ROWS).map(u32::to_string).collect();
        if let Some(more) = self.rows.len().checked_sub(MOST_ROWS).filter(|more| *more > 0) {
            let count = more.to_string();
            rows.push(catalog.with("provenance-and-more", &[("count", (&count).into())]));
        }
        let rows = rows.join(", ");
        let key = format!("provenance-extent-{}", self.extent.id());
        let on = catalog.with(&key, &[("file", (&file).into()), ("rows", (&rows).into())]);
        let RowCount { read, kept, refused, empty } = self.count;
        let content = catalog.with(
            "provenance-content",
            &[
                ("mark", self.mark().into()),
                ("read", (&number(read)).into()),
                ("kept", (&number(kept)).into()),
                ("refused", (&number(refused)).into()),
                ("empty", (&number(empty)).into()),
            ],
        );
        format!("{on} {content}")
    }
}

/// The files being gathered, each once for each extent, in the order in which they come.
struct Gathered<'a> {
    context: &'a Context<'a>,
    order: Vec<(usize, Extent)>,
    found: BTreeMap<(usize, Extent), (Vec<u32>, Option<String>)>,
}

impl Gathered<'_> {
    /// A survey that is read from several extracts is each of them, but for rows of one.
    fn add(&mut self, source: usize, extent: Extent, rows: impl IntoIterator<Item = u32>) {
        self.one(source, extent, rows);
        if extent != Extent::Rows {
            let pairs = self.context.results.together.iter();
            let more: Vec<usize> = pairs.filter_map(|pair| pair.completes(source)).collect();
            for other in more {
                self.one(other, extent, []);
            }
        }
    }

    fn one(&mut self, source: usize, extent: Extent, rows: impl IntoIterator<Item = u32>) {
        let place = (source, extent);
        if !self.found.contains_key(&place) {
            self.order.push(place);
        }
        self.found.entry(place).or_default().0.extend(rows);
    }

    fn whole(&mut self, source: usize) {
        self.add(source, Extent::Whole, []);
    }

    fn period(&mut self, source: usize, period: &str) {
        self.whole(source);
        if let Some((_, of)) = self.found.get_mut(&(source, Extent::Whole)) {
            *of = Some(period.to_owned());
        }
    }

    /// Those of these kinds that count; all of them where none is said to.
    fn kinds(&mut self, kinds: &[Kind]) {
        let sources = &self.context.results.sources;
        let mut found = Vec::new();
        for kind in kinds {
            let of_kind = || sources.iter().enumerate().filter(|(_, one)| one.kind == *kind);
            let some = of_kind().any(|(_, one)| one.usage.is_used());
            found.extend(
                of_kind().filter(|(_, one)| one.usage.is_used() || !some).map(|(at, _)| at),
            );
        }
        for at in found {
            self.whole(at);
        }
    }

    fn surveys(&mut self, keep: impl Fn(Option<u16>) -> bool) {
        let sources = self.context.results.sources.iter().enumerate();
        let kept = sources
            .filter(|(_, one)| one.usage.is_used() && one.kind == Kind::Bmo && keep(one.vintage));
        let kept: Vec<usize> = kept.map(|(at, _)| at).collect();
        for at in kept {
            self.whole(at);
        }
    }

    fn rows_of<'o>(&mut self, occupations: impl IntoIterator<Item = &'o Occupation>) {
        for occupation in occupations {
            for (source, row) in &occupation.rows {
                self.add(*source, Extent::Rows, [*row]);
            }
        }
    }

    fn offers(&mut self, occupation: &Occupation) {
        for offer in &occupation.supply.offers {
            self.add(offer.source, Extent::Rows, [offer.row]);
        }
    }

    fn answers(&mut self) {
        self.kinds(&[
            Kind::SurveyEstablishments,
            Kind::SurveyOccupations,
            Kind::SurveyWishes,
            Kind::SurveyAnswers,
            Kind::EstablishmentRegister,
        ]);
    }

    fn finished(self) -> Vec<File> {
        let Self { context, order, mut found } = self;
        let made = order.into_iter().filter_map(|place| {
            let (mut rows, period) = found.remove(&place)?;
            rows.sort_unstable();
            rows.dedup();
            let source = context.results.sources.get(place.0)?;
            // A place without a file holds what is not to be told.
            let told = !source.file.is_empty();
            told.then(|| File::new(source, place.1, rows, period))
        });
        made.collect()
    }
}

/// The files that the parts of a number name, for what its row is about.
pub fn of(subject: &Subject<'_>, parts: &[Part]) -> Vec<File> {
    let context = &subject.context;
    let mut gathered = Gathered { context, order: Vec::new(), found: BTreeMap::new() };
    for part in parts {
        part_of(&mut gathered, subject, *part);
    }
    gathered.finished()
}

/// The surveys of the year that is analysed.
fn of_year(results: &Results) -> impl Iterator<Item = usize> {
    let sources = results.sources.iter().enumerate();
    let of_year = sources.filter(|(_, one)| {
        one.usage.is_used() && one.kind == Kind::Bmo && one.vintage == Some(results.year)
    });
    of_year.map(|(at, _)| at)
}

#[expect(clippy::too_many_lines, reason = "one arm a part")]
fn part_of(into: &mut Gathered<'_>, subject: &Subject<'_>, part: Part) {
    match (part, subject.of_series()) {
        (Part::Rows, Some(reading)) => return into.whole(reading.source),
        (Part::Around | Part::Past, Some(reading)) => {
            return into.add(reading.source, Extent::Around, []);
        }
        _ => {}
    }
    let results = subject.context.results;
    let occupation = subject.occupation();
    match part {
        Part::Rows => match (subject.is_elsewhere(), subject.about()) {
            (true, _) => part_of(into, subject, Part::Around),
            (false, Some(occupations)) => into.rows_of(occupations),
            (false, None) => into.surveys(|year| year == Some(results.year)),
        },
        Part::Around => {
            // Of all occupations together, every row.
            let all = subject.about().is_none();
            for at in of_year(results) {
                if all { into.whole(at) } else { into.add(at, Extent::Around, []) }
            }
        }
        Part::Survey => into.surveys(|year| year == Some(results.year)),
        Part::Past => match subject.before() {
            Some(reading) => into.add(reading.source, Extent::Around, []),
            None => into.surveys(|year| year < Some(results.year)),
        },
        Part::Years => {
            let validation = subject.validation();
            into.surveys(|year| match validation {
                Some(pair) => year == Some(pair.before) || year == Some(pair.after),
                None => true,
            });
        }
        // One reading among several: the row of the file is that of the row of the table.
        Part::Anchor if subject.asked.table == readings::ID => {
            if let Some((source, row)) = subject.origin {
                into.add(source, Extent::Rows, [row]);
            }
        }
        Part::Anchor => match occupation.and_then(|one| one.anchor.as_ref()) {
            Some(anchor) => into.add(anchor.source, Extent::Rows, [anchor.row]),
            None => into.kinds(&[Kind::DaresTension]),
        },
        Part::Exits => {
            if let Some((source, period)) = &results.exits {
                into.period(*source, period);
            }
        }
        Part::Registrations => {
            if let Some((source, period)) = &results.registrations {
                into.period(*source, period);
                into.kinds(&[Kind::JobOffers]);
            }
        }
        Part::Answers => into.answers(),
        Part::Register => into.kinds(&[Kind::EstablishmentRegister]),
        Part::Opinions => into.kinds(&[Kind::ActorOpinions]),
        Part::Hirings => into.kinds(&[Kind::RomeNafHirings]),
        Part::LocalOffers => into.kinds(&[Kind::JobOffers]),
        Part::Seekers => into.kinds(&[Kind::JobSeekers]),
        Part::LinkedOffers => {
            if let Some(occupation) = occupation {
                into.offers(occupation);
                // None was found in any of them.
                if occupation.supply.offers.is_empty() {
                    into.kinds(&LISTS);
                }
            }
        }
        Part::Origin => {
            if let Some((source, row)) = subject.origin {
                into.add(source, Extent::Rows, [row]);
            }
        }
        Part::Merged => {
            let merge = results.merged_offers.iter();
            let merge = merge.clone().find(|one| Some(one.left) == subject.origin);
            for (source, row) in merge.into_iter().flat_map(|one| [one.kept, one.left]) {
                into.add(source, Extent::Rows, [row]);
            }
        }
        Part::Balance => {
            if let Some(occupation) = occupation {
                balance(into, occupation, results.balances.get(&occupation.code));
            }
        }
        Part::Candidate => {
            if let Some(occupation) = occupation {
                balance(into, occupation, results.balances.get(&occupation.code));
                into.offers(occupation);
            }
            if let Some(proposal) = subject.proposal() {
                precedents(into, proposal);
            }
            into.kinds(&LISTS);
        }
        Part::Choice => {
            let proposals = subject.plan.map(|plan| plan.proposals.as_slice()).unwrap_or_default();
            let by_code: BTreeMap<Fap, &Occupation> =
                results.occupations.iter().map(|one| (one.code, one)).collect();
            for proposal in proposals {
                if let Some(occupation) = by_code.get(&proposal.key.occupation) {
                    balance(into, occupation, results.balances.get(&occupation.code));
                    into.offers(occupation);
                }
                precedents(into, proposal);
            }
            into.kinds(&LISTS);
        }
        Part::Frozen => frozen(into, subject),
        Part::Loaded => {
            let used = results.sources.iter().enumerate().filter(|(_, one)| one.usage.is_used());
            for (at, _) in used {
                into.whole(at);
            }
        }
        Part::Itself => {
            if let Some(source) = subject.source() {
                into.whole(source);
            }
        }
    }
}

/// Need, entrants and pool: hires, what employers said, offers that count, job seekers.
fn balance(into: &mut Gathered<'_>, occupation: &Occupation, balance: Option<&Balance>) {
    into.rows_of([occupation]);
    let Some(balance) = balance else { return };
    if balance.basis == Basis::Survey {
        into.answers();
    }
    if balance.basis == Basis::Employment
        && let Some(employed) = &occupation.employed
    {
        into.add(employed.source, Extent::Rows, employed.rows.iter().copied());
        if let Some((_, source, row)) = employed.ages_of {
            into.add(source, Extent::Rows, [row]);
        }
    }
    for counted in &balance.programmes {
        into.add(counted.at.0, Extent::Rows, [counted.at.1]);
    }
    if let Some(anchor) = &occupation.anchor {
        into.add(anchor.source, Extent::Rows, [anchor.row]);
    }
    if let Some(seekers) = occupation.seekers.as_ref().filter(|_| balance.pool.is_some()) {
        into.period(seekers.source, &seekers.period);
    }
}

/// The files of a decision that are loaded still, by their content; of a difference, those that the
/// figure stands on now too.
fn frozen(into: &mut Gathered<'_>, subject: &Subject<'_>) {
    let Some((figure, on)) = actions::frozen(subject) else {
        // The journal keeps names of files, and not what was in them.
        let sources = subject.context.results.sources.iter().enumerate();
        let kept = actions::kept(subject);
        let named = sources.filter(|(_, source)| {
            !source.file.is_empty() && kept.iter().any(|one| one.source.contains(&source.file))
        });
        let named: Vec<usize> = named.map(|(at, _)| at).collect();
        for at in named {
            into.whole(at);
        }
        return;
    };
    let sources = subject.context.results.sources.iter().enumerate();
    let of_then = sources.filter(|(_, source)| {
        let is_kept = on.fingerprints.iter().any(|one| one.sha256 == source.fingerprint);
        is_kept && figure.source.contains(&source.file)
    });
    let of_then: Vec<usize> = of_then.map(|(at, _)| at).collect();
    for at in of_then {
        into.whole(at);
    }
    if subject.asked.column == "figure-difference" {
        let recipe = recipes::of_indicator(&figure.indicator).or_else(|| {
            recipes::of_column(&figure.key.table, &figure.key.column).map(|c| c.recipe)
        });
        for part in recipe.map(|recipe| recipe.parts).unwrap_or_default() {
            part_of(into, subject, *part);
        }
    }
}

fn precedents(into: &mut Gathered<'_>, proposal: &Proposal) {
    let library = &into.context.results.library;
    let rows = proposal.precedents.iter().filter_map(|one| library.get(one.at));
    let rows: Vec<(usize, u32)> = rows.map(|one| (one.source, one.row)).collect();
    for (source, row) in rows {
        into.add(source, Extent::Rows, [row]);
    }
}
