//! Programmes as tables: candidates, the choice among them, occupations where another lever comes
//! first, supply that feeds no need, and what each occupation lacks. What stands on the own survey
//! is made of its published figures alone, and so are these.

use crate::analysis::planning::{Answer, Plan};
use crate::analysis::results::Occupation;
use crate::flows::Horizon;
use crate::flows::balance::Balance;
use crate::flows::gap::Sign;
use crate::flows::spread::Span;
use crate::format::{integer, percent, percent_range};
use crate::i18n::Catalog;
use crate::matching::supply::Offer;
use crate::model::{Fap, Language};
use crate::recommend::choice::Taken;
use crate::recommend::choice::explain::Left;
use crate::recommend::programme::Programme;
use crate::recommend::proposal::{Key, Proposal};
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::{Conclusion, Verdict};
use crate::report::build::Context;
use crate::report::document::{Cell, Form, Row, Shown, Table};
use crate::words::{choice as choices, plan as words, supply};
use std::collections::BTreeMap;

use Shown::{Everywhere, File};

/// What the tables are made of.
#[derive(Clone, Copy)]
pub struct Planned<'a> {
    /// Of results that hold their balances.
    pub context: Context<'a>,
    pub verdicts: &'a BTreeMap<Fap, Conclusion>,
    pub unfed: &'a [(Offer, Unfed)],
    pub plan: &'a Plan,
}

/// A table of candidates, with the identifier of each row.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub table: Table,
    pub ids: Vec<String>,
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    pub candidates: Listed,
    /// `None` where nothing could be chosen, or nothing was asked.
    pub choice: Option<Listed>,
    pub levers: Table,
    pub unfed: Table,
    pub balances: Table,
}

pub fn tables(planned: &Planned<'_>) -> Tables {
    Tables {
        candidates: candidates(planned),
        choice: planned.plan.chosen().map(|answer| choice(planned, answer)),
        levers: levers(planned),
        unfed: unfed(planned),
        balances: balances(planned),
    }
}

const CANDIDATES: &[(&str, u16, Shown)] = &[
    ("label", 24, Everywhere),
    ("format", 15, Everywhere),
    ("audience", 15, Everywhere),
    ("chosen-places", 9, Everywhere),
    ("place-cost", 11, Everywhere),
    ("place-cost-low", 11, File),
    ("place-cost-high", 11, File),
    ("year-need", 13, Everywhere),
    ("year-need-low", 11, File),
    ("year-need-high", 11, File),
    ("stays", 15, Everywhere),
    ("stays-low", 11, File),
    ("stays-high", 11, File),
    ("verdict", 22, Everywhere),
    ("risks", 8, Everywhere),
    ("candidate-state", 14, File),
];

const CHOICE: &[(&str, u16, Shown)] = &[
    ("label", 24, Everywhere),
    ("decision", 11, Everywhere),
    ("places", 7, Everywhere),
    ("format", 15, Everywhere),
    ("audience", 15, Everywhere),
    ("cost", 12, Everywhere),
    ("people", 15, Everywhere),
    ("people-low", 11, File),
    ("people-high", 11, File),
    ("survival", 13, Everywhere),
    ("sessions", 9, Everywhere),
    ("why", 60, Everywhere),
];

const LEVERS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 34, Everywhere),
    ("verdict", 26, Everywhere),
    ("lever", 48, Everywhere),
    ("why", 60, Everywhere),
    ("lead", 34, Everywhere),
];

const UNFED: &[(&str, u16, Shown)] = &[
    ("title", 46, Everywhere),
    ("provider", 34, Everywhere),
    ("place", 18, Everywhere),
    ("ring", 18, Everywhere),
    ("places", 9, Everywhere),
    ("why", 60, Everywhere),
];

const BALANCES: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 28, Everywhere),
    ("gap-3y", 15, Everywhere),
    ("gap-sign", 13, Everywhere),
    ("verdict", 24, Everywhere),
    ("need-3y", 14, Everywhere),
    ("need-3y-value", 10, File),
    ("need-3y-low", 10, File),
    ("need-3y-high", 10, File),
    ("entrants-1y", 12, Everywhere),
    ("entrants-1y-low", 10, File),
    ("entrants-1y-high", 10, File),
    ("entrants-3y", 14, File),
    ("entrants-3y-value", 10, File),
    ("entrants-3y-low", 10, File),
    ("entrants-3y-high", 10, File),
    ("pool", 12, Everywhere),
    ("pool-value", 10, File),
    ("pool-low", 10, File),
    ("pool-high", 10, File),
    ("gap-3y-span", 15, File),
    ("gap-3y-value", 10, File),
    ("gap-3y-low", 10, File),
    ("gap-3y-high", 10, File),
    ("gap-coverage", 11, Everywhere),
    ("need-basis", 34, Everywhere),
    ("offers-rings", 40, Everywhere),
    ("why", 60, Everywhere),
];

impl Planned<'_> {
    const fn catalog(&self) -> &Catalog {
        self.context.catalog
    }

    pub fn occupation(&self, code: Fap) -> Option<&Occupation> {
        self.context.results.occupations.iter().find(|one| one.code == code)
    }

    fn label(&self, code: Fap) -> &str {
        self.occupation(code).map_or("", |one| one.label.as_str())
    }

    fn table(
        &self,
        id: &'static str,
        columns: &[(&'static str, u16, Shown)],
        rows: Vec<Row>,
    ) -> Table {
        Table {
            id,
            title: self.catalog().text(&format!("table-{id}")),
            about: self.context.said(&format!("table-{id}-about")),
            columns: self.context.columns(columns),
            rows,
            chart: None,
        }
    }

    /// Occupation, what it is, and for whom.
    fn named(&self, key: &Key) -> [Cell; 3] {
        [
            Cell::text(self.label(key.occupation)),
            self.context.words("proposal-format", key.format.id()),
            self.context.words("audience", key.audience.id()),
        ]
    }

    fn name_of(&self, id: &str) -> String {
        let found = self.plan.proposal(id);
        found.map_or_else(
            || id.to_owned(),
            |one| words::name(&one.key, self.label(one.key.occupation), self.catalog()),
        )
    }
}

/// A number that is not known, as it is said.
fn unknown(catalog: &Catalog, form: Form) -> Cell {
    Cell::bounded(catalog.text("supply-unknown"), (None, None), form)
}

/// `12 (8 à 20)`, or the bounds alone.
fn between(value: Option<f64>, low: f64, high: f64, catalog: &Catalog) -> String {
    let bounds = words::interval(low, high, 0, catalog);
    match value {
        Some(value) if low < high => {
            format!("{} ({bounds})", integer(value, catalog.language()))
        }
        _ => bounds,
    }
}

fn candidates(planned: &Planned<'_>) -> Listed {
    let proposals = &planned.plan.proposals;
    let rows = proposals.iter().map(|one| candidate(planned, one)).collect();
    Listed {
        table: planned.table("candidates", CANDIDATES, rows),
        ids: proposals.iter().map(Proposal::id).collect(),
    }
}

fn candidate(planned: &Planned<'_>, proposal: &Proposal) -> Row {
    let catalog = planned.catalog();
    let language = catalog.language();
    let mut cells: Vec<Cell> = planned.named(&proposal.key).into();
    let chosen = planned.plan.chosen().and_then(|answer| answer.choice.taken(&proposal.id()));
    let state = match chosen {
        Some(_) => Some("chosen"),
        None if proposal.changes.set_aside => Some("set-aside"),
        None if proposal.is_unconfirmed() => Some("unconfirmed"),
        None => None,
    };
    let state = state.map(|id| catalog.text(&format!("decision-{id}")));
    cells.push(match (chosen, &state) {
        (Some(taken), _) => Cell::Whole(taken.places),
        // Of one that is not chosen, its state stands where its places would.
        (None, Some(state)) => Cell::bounded(state, (None, None), Form::Count),
        (None, None) => Cell::Blank,
    });
    let euros = |sum: f64| words::money(sum, catalog);
    match proposal.terms.place_cost {
        Some(cost) => {
            let shown = words::marked(cost.value, proposal.terms.assumption.is_some(), catalog);
            cells.push(Cell::amount(shown, cost.value, Form::Euros));
            cells.extend(
                [cost.low, cost.high].map(|end| Cell::amount(euros(end), end, Form::Euros)),
            );
        }
        None => cells.extend([unknown(catalog, Form::Euros), Cell::Blank, Cell::Blank]),
    }
    let need = &proposal.need;
    let middle = f64::midpoint(need.low, need.high);
    let shown = between(need.value, need.low, need.high, catalog);
    let known = need.value.or_else(|| (need.low >= need.high).then_some(need.low));
    cells.push(Cell::bounded(shown, (known, Some(need.value.unwrap_or(middle))), Form::Count));
    cells.extend(
        [need.low, need.high].map(|end| Cell::amount(integer(end, language), end, Form::Count)),
    );
    let brings = proposal.terms.brings;
    let mut stays = percent(brings.value, 0, language);
    if brings.low < brings.high {
        let bounds = percent_range(brings.low, brings.high, 0, language);
        stays = format!("{stays} ({bounds})");
    }
    cells.push(Cell::amount(stays, brings.value, Form::Share));
    cells.extend(
        [brings.low, brings.high]
            .map(|end| Cell::amount(percent(end, 0, language), end, Form::Share)),
    );
    cells.push(planned.context.words("verdict", proposal.verdict.id()));
    cells.push(Cell::Whole(u32::try_from(proposal.risks.len()).unwrap_or(u32::MAX)));
    cells.push(state.map_or(Cell::Blank, Cell::text));
    Row::new(proposal.id(), Some(proposal.key.occupation), cells)
}

/// Chosen first, then what is left, with why; what cannot be set against others last.
fn choice(planned: &Planned<'_>, answer: &Answer) -> Listed {
    let plan = planned.plan;
    let mut listed: Vec<(Row, String)> = Vec::new();
    for taken in &answer.choice.taken {
        let Some(proposal) = plan.proposal(&taken.id) else { continue };
        listed.push((chosen(planned, proposal, (taken, answer)), taken.id.clone()));
    }
    for left in &answer.left {
        let why = left_because(planned, left);
        listed.extend(not_chosen(planned, &left.id, ("left", why), answer));
    }
    for proposal in plan.selection.kept_out().iter().filter_map(|id| plan.proposal(id)) {
        let why = words::place_cost(&proposal.terms, planned.catalog());
        listed.extend(not_chosen(planned, &proposal.id(), ("unpriced", why), answer));
    }
    for proposal in plan.selection.unconfirmed.iter().filter_map(|id| plan.proposal(id)) {
        let why = words::unconfirmed(proposal, planned.catalog());
        listed.extend(not_chosen(planned, &proposal.id(), ("unconfirmed", why), answer));
    }
    for id in &plan.selection.set_aside {
        let why = planned.catalog().text("plan-set-aside");
        listed.extend(not_chosen(planned, id, ("set-aside", why), answer));
    }
    let (rows, ids) = listed.into_iter().unzip();
    Listed { table: planned.table("choice", CHOICE, rows), ids }
}

fn left_because(planned: &Planned<'_>, left: &Left) -> String {
    let catalog = planned.catalog();
    let reason = choices::reason(&left.reason, &|id: &str| planned.name_of(id), catalog);
    match left.loss.filter(|loss| loss.at_most.is_none_or(|most| most > 0.0)) {
        Some(loss) => format!("{reason} ({})", choices::loss(&loss, catalog)),
        None => reason,
    }
}

fn chosen(planned: &Planned<'_>, proposal: &Proposal, (taken, answer): (&Taken, &Answer)) -> Row {
    let catalog = planned.catalog();
    let [label, format, audience] = planned.named(&proposal.key);
    let brings = taken.brings;
    let bounds = words::interval(brings.low, brings.high, 1, catalog);
    let people = words::people(brings.value, catalog);
    let paid: Vec<String> =
        taken.paid.iter().map(|(who, sum)| words::paid(who, *sum, catalog)).collect();
    let paid = paid.join(&catalog.text("list-separator"));
    let people_end = |end: f64| Cell::amount(words::people(end, catalog), end, Form::People);
    let cells = vec![
        label,
        planned.context.words(
            "decision",
            match proposal.conditions().as_slice() {
                [] => "chosen",
                _ => "conditional",
            },
        ),
        Cell::Whole(taken.places),
        format,
        audience,
        match planned.plan.cost_of(taken) {
            Some(cost) => {
                let assumed = proposal.terms.assumption.is_some();
                Cell::amount(words::marked(cost, assumed, catalog), cost, Form::Euros)
            }
            None => Cell::bounded(catalog.text("plan-sum-unknown"), (None, None), Form::Euros),
        },
        Cell::amount(format!("{people} ({bounds})"), brings.value, Form::People),
        people_end(brings.low),
        people_end(brings.high),
        survives(&taken.id, answer, catalog),
        Cell::Whole(taken.sessions),
        Cell::text(match choices::unpaid(&planned.plan.selection, catalog) {
            Some(unpaid) => unpaid,
            None => catalog.with("plan-paid", &[("list", (&paid).into())]),
        }),
    ];
    Row::new(proposal.id(), Some(proposal.key.occupation), cells)
}

fn not_chosen(
    planned: &Planned<'_>,
    id: &str,
    (decision, why): (&str, String),
    answer: &Answer,
) -> Option<(Row, String)> {
    let proposal = planned.plan.proposal(id)?;
    let [label, format, audience] = planned.named(&proposal.key);
    let decision = planned.context.words("decision", decision);
    let survival = survives(id, answer, planned.catalog());
    let cells = vec![
        label,
        decision,
        Cell::Blank,
        format,
        audience,
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        survival,
        Cell::Blank,
        Cell::text(why),
    ];
    Some((Row::new(id, Some(proposal.key.occupation), cells), id.to_owned()))
}

/// Share of the redraws in which a candidate is chosen.
fn survives(id: &str, answer: &Answer, catalog: &Catalog) -> Cell {
    let share = answer.survival.chosen.get(id);
    let text = |share| percent(share, 0, catalog.language());
    Cell::end(text, share.copied(), Form::Share)
}

/// Flagged occupations without a line of training, with the lever that is.
fn levers(planned: &Planned<'_>) -> Table {
    let trained = |code: Fap| planned.plan.proposals.iter().any(|one| one.key.occupation == code);
    let programmes = planned.context.results.programmes.iter();
    // Without a survey of projects no line of training is sized: only what is no matter of training.
    let surveyed = planned.context.results.bmo.is_some();
    let listed = |one: &&Programme| surveyed || !one.lever.includes_training();
    let rows = programmes.filter(|one| !trained(one.occupation)).filter(listed).map(|one| {
        let conclusion = planned.verdicts.get(&one.occupation);
        let verdict = conclusion.map(|found| found.verdict.id());
        let context = planned.context;
        let found = planned.occupation(one.occupation);
        let told = |words: &dyn Fn(&Occupation) -> String| {
            found.map_or(Cell::Blank, |occupation| Cell::text(words(occupation)))
        };
        let cells = vec![
            Cell::text(one.occupation.code()),
            Cell::text(planned.label(one.occupation)),
            verdict.map_or(Cell::Blank, |id| planned.context.words("verdict", id)),
            told(&|occupation| context.other_lever(occupation)),
            conclusion
                .map_or(Cell::Blank, |found| Cell::text(supply::why(found, planned.catalog()))),
            told(&|occupation| context.leads(occupation)),
        ];
        Row::new(one.occupation.code(), Some(one.occupation), cells)
    });
    planned.table("levers", LEVERS, rows.collect())
}

fn unfed(planned: &Planned<'_>) -> Table {
    let catalog = planned.catalog();
    let rows = planned.unfed.iter().map(|(offer, why)| {
        let department = offer.department.and_then(|one| planned.context.reference.label(one));
        let place = offer.commune.as_deref().or(department);
        let cells = vec![
            Cell::text(&offer.title),
            Cell::text(&offer.provider),
            place.map_or(Cell::Blank, Cell::text),
            planned.context.words("ring", offer.ring.id()),
            offer.places.map_or_else(
                || unknown(catalog, Form::Count),
                |places| Cell::amount(integer(places, catalog.language()), places, Form::Count),
            ),
            Cell::text(supply::unfed(why, catalog)),
        ];
        let key = planned.context.row_key(offer.source, offer.row);
        Row::new(key, None, cells).on(offer.source, offer.row)
    });
    planned.table("unfed", UNFED, rows.collect())
}

/// Those where training is asked for first, then by the size of the gap.
fn balances(planned: &Planned<'_>) -> Table {
    let all = &planned.context.results.balances;
    let verdict = |one: &Occupation| planned.verdicts.get(&one.code).map(|found| found.verdict);
    let lack = |one: &Occupation| {
        let gap = all.get(&one.code).and_then(Balance::gap);
        gap.and_then(|gap| gap.span?.high).unwrap_or(f64::MAX)
    };
    let mut occupations: Vec<&Occupation> = planned.context.results.occupations.iter().collect();
    occupations.sort_by(|a, b| {
        let training = |one: &Occupation| verdict(one).is_some_and(Verdict::is_training);
        training(b).cmp(&training(a)).then(lack(b).total_cmp(&lack(a))).then(a.code.cmp(&b.code))
    });
    let rows = occupations.iter().filter_map(|one| {
        let balance = all.get(&one.code)?;
        Some(Row::new(one.code.code(), Some(one.code), balance_cells(planned, one, balance)))
    });
    planned.table("balances", BALANCES, rows.collect())
}

fn balance_cells(planned: &Planned<'_>, one: &Occupation, balance: &Balance) -> Vec<Cell> {
    let catalog = planned.catalog();
    let language = catalog.language();
    let conclusion = planned.verdicts.get(&one.code);
    let spanned = |span: Option<Span>| spanned(span, catalog);
    let need = balance.needs.and_then(|needs| needs.get(1).copied());
    let gap = balance.gap();
    let sign = balance.sign();
    let coverage = gap.and_then(|gap| gap.coverage);
    let shown = gap.and_then(|gap| gap.span);
    // Where the sign cannot be told, no number is put forward for it.
    let lacking = match sign {
        Sign::Undetermined => Cell::bounded("—", (None, None), Form::Count),
        Sign::Lack | Sign::Surplus => spanned(shown),
    };
    let words = |prefix: &str, id: &str| planned.context.words(prefix, id);
    let entrants = supply::people(balance);
    // Of a gap without a sign, the interval alone.
    let gap =
        shown.map(|span| Span { value: span.value.filter(|_| sign != Sign::Undetermined), ..span });
    let mut cells = vec![
        Cell::text(one.code.code()),
        Cell::text(&one.label),
        lacking,
        words("gap", sign.id()),
        conclusion.map_or(Cell::Blank, |found| words("verdict", found.verdict.id())),
        spanned(need),
    ];
    cells.extend(ends(need, language));
    cells.push(spanned(Some(entrants)));
    let [_, low, high] = ends(Some(entrants), language);
    cells.extend([low, high]);
    let entrants = over(entrants, Horizon::ThreeYears);
    cells.push(spanned(Some(entrants)));
    cells.extend(ends(Some(entrants), language));
    cells.push(spanned(balance.pool));
    cells.extend(ends(balance.pool, language));
    let told = supply::gap(gap, catalog);
    cells.push(Cell::Said { text: told, order: middle(gap) });
    cells.extend(ends(gap, language));
    cells.extend([
        Cell::end(|share| percent(share, 0, language), coverage, Form::Share),
        Cell::text(supply::basis(balance, catalog)),
        Cell::text(supply::rings(one, catalog)),
        conclusion.map_or(Cell::Blank, |found| Cell::text(supply::why(found, catalog))),
    ]);
    cells
}

/// A span as it is told, with its number where it has one: its value, or its ends where they are
/// the same.
pub fn spanned(span: Option<Span>, catalog: &Catalog) -> Cell {
    let text = supply::span(span, catalog, catalog.language());
    let [known, ..] = rounded(span);
    Cell::bounded(text, (known, middle(span)), Form::Count)
}

/// What a span is sorted by.
fn middle(span: Option<Span>) -> Option<f64> {
    let span = span?;
    let ends = span.low.zip(span.high).map(|(low, high)| f64::midpoint(low, high));
    span.value.or(ends).or(span.low).or(span.high)
}

/// People of every year, over a horizon.
fn over(each_year: Span, horizon: Horizon) -> Span {
    let times = |people: Option<f64>| people.map(|people| people * horizon.years());
    let Span { value, low, high } = each_year;
    Span { value: times(value), low: times(low), high: times(high) }
}

/// Value, low and high end as the words of a span round them; blank where nothing bounds it.
pub fn ends(span: Option<Span>, language: Language) -> [Cell; 3] {
    rounded(span).map(|end| Cell::end(|end| integer(end, language), end, Form::Count))
}

/// Value, low and high end in whole people, the interval never narrower than it is.
fn rounded(span: Option<Span>) -> [Option<f64>; 3] {
    let Span { value, low, high } = span.unwrap_or_default();
    let (low, high) = (low.map(f64::floor), high.map(f64::ceil));
    let one = low.filter(|low| high == Some(*low));
    [value.map(f64::round).or(one), low, high]
}
