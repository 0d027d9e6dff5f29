//! How numbers are made: which files they stand on, and which parameters of the method.

use crate::report::build::{
    body, budget, company, devices, facts, notes, returned, terms, verdicts,
};
use crate::report::map::cells as map;
use crate::report::provenance::actions;
use Part::{
    Anchor, Answers, Around, Balance, Candidate, Choice, Exits, Hirings, Itself, LinkedOffers,
    Loaded, LocalOffers, Merged, Opinions, Origin, Past, Register, Registrations, Rows, Seekers,
    Survey, Years,
};

/// What of the sources a number stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The rows of the territory, in the survey of the year: of an occupation, or of all those of
    /// a group or a sector.
    Rows,
    /// The same occupation in the levels above, in the same file.
    Around,
    /// All occupations of the survey of the year, wherever they are.
    Survey,
    /// The survey of an earlier year.
    Past,
    /// The surveys of a pair of years.
    Years,
    /// The official ladder.
    Anchor,
    Exits,
    Registrations,
    /// The own survey, and the register that it stands for.
    Answers,
    /// The register alone.
    Register,
    Opinions,
    Hirings,
    LocalOffers,
    /// Files of job seekers.
    Seekers,
    /// Training linked to the occupation.
    LinkedOffers,
    /// The row of a file that the row of the table stands on.
    Origin,
    /// Two rows that are one offer.
    Merged,
    /// What a need, its entrants and its pool stand on.
    Balance,
    /// The same, and what costs and outcomes of a candidate are taken from.
    Candidate,
    /// The same of every candidate: they are chosen together.
    Choice,
    /// The source that the row is about.
    Itself,
    /// Every source that was used.
    Loaded,
    /// Of the files that a decision was taken on, those that are loaded still; and what the same
    /// figure stands on now.
    Frozen,
}

/// Parts and parameters of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    pub parts: &'static [Part],
    groups: Parameters,
}

impl Recipe {
    /// Of a number that nothing is known of.
    pub const NONE: Self = recipe(&[], &[]);

    /// Names of parameters of the method.
    pub fn parameters(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.groups.iter().flat_map(|group| group.iter().copied())
    }
}

/// Names of parameters, in groups that numbers share.
type Parameters = &'static [&'static [&'static str]];

const STAR: &[&str] = &["star_max"];
const BAYES: &[&str] = &["star_max", "effective_share", "prior_strength"];
const FLAG: &[&str] = &["flag_probability"];
const SAME_OFFER: Parameters = &[&["same_offer_days", "same_offer_title"]];

const MASK: Parameters = &[STAR];
const SHRUNK: Parameters = &[BAYES];
const FLAGGED: Parameters = &[BAYES, FLAG];
const SECRECY: Parameters = &[&["minimum_respondents", "dominance"]];

const fn recipe(parts: &'static [Part], groups: Parameters) -> Recipe {
    Recipe { parts, groups }
}

/// Of an indicator of the registry; `None` for one that is not of it.
pub fn of_indicator(id: &str) -> Option<Recipe> {
    Some(match id {
        "projects" | "difficult-projects" | "seasonal-projects" | "difficult-share" => {
            recipe(&[Rows], MASK)
        }
        "difficult-share-posterior" => recipe(&[Rows, Around], SHRUNK),
        "difficult-share-before" => recipe(&[Past], SHRUNK),
        "share-cut" => recipe(&[Survey], &[]),
        "projects-median" => recipe(&[Rows], MASK),
        "flag-probability" => recipe(&[Rows, Around], FLAGGED),
        "location-quotient" => {
            recipe(&[Rows, Around], &[&["star_max", "effective_share", "quotient_minimum"]])
        }
        "sector-projects" => recipe(&[Rows, Hirings], MASK),
        "sector-share" => recipe(&[Rows, Around, Hirings], SHRUNK),
        "exit-rate" => recipe(&[Exits], &[]),
        "offers-per-seeker" => recipe(&[Registrations], SAME_OFFER),
        "pressure-score" | "pressure-class" => {
            const WEIGHTS: &[&str] =
                &["weight_difficulty", "weight_offers", "weight_exits", "reference_minimum"];
            recipe(&[Rows, Around, Registrations, Exits], &[BAYES, WEIGHTS])
        }
        "pressure-rank" => recipe(&[Rows, Around], &[BAYES, &["rank_draws", "rank_seed"]]),
        "flag-precision" | "flag-recall" | "flag-kappa" => recipe(&[Years], VALIDATION),
        "official-tension" | "official-tension-class" | "official-cause-class" => {
            recipe(&[Anchor], &[])
        }
        "training-offers" | "course-hours" => recipe(&[LinkedOffers], &[]),
        "link-share" | "offer-hours" | "offer-places" | "offer-price" => recipe(&[Origin], &[]),
        "places-order" => {
            recipe(&[Rows, Around, Anchor], &[BAYES, TRAINED, &["projection_refusal"]])
        }
        "survey-perception" | "perception-gap" => recipe(&[Opinions], SECRECY),
        "survey-coverage" | "survey-coverage-headcount" => recipe(&[Answers], &[]),
        "local-posts" => recipe(&[LocalOffers], SAME_OFFER),
        "job-seekers" => recipe(&[Seekers], MASK),
        id if id.starts_with("survey-") || id.starts_with("need-") => recipe(&[Answers], SECRECY),
        _ => return None,
    })
}

const VALIDATION: Parameters =
    &[BAYES, FLAG, &["passage_minimum", "validation_minimum", "validation_draws"]];

const REGIONAL: &[&str] = &["departure_rate", "growth_rate_low", "growth_rate_high"];
const TRAINED: &[&str] = &[
    "trained_share_5",
    "trained_share_4",
    "trained_share_3",
    "trained_share_low",
    "trained_share_unknown_low",
    "trained_share_unknown_high",
];
const LEAVING: Parameters = &[&[
    "leaving_rate_under_50",
    "leaving_rate_50",
    "leaving_rate_55",
    "leaving_rate_60",
    "departure_rate",
]];
const DRAWS: &[&str] = &["gap_draws", "gap_seed"];
const OUTCOMES: &[&str] =
    &["rate_denominator_minimum", "retention_low", "retention_high", "destinations_minimum"];
const SEEKERS: &[&str] =
    &["pool_qualified_low", "pool_qualified_high", "pool_return_low", "pool_return_high"];

const NEED: Parameters = &[REGIONAL, TRAINED, DRAWS];
const ENTRANTS: Parameters = &[OUTCOMES];
const POOL: Parameters = &[SEEKERS];
const GAP: Parameters = &[REGIONAL, TRAINED, OUTCOMES, SEEKERS, &["projection_refusal"], DRAWS];

const COST: Parameters = &[&[
    "adaptation_hours_low",
    "adaptation_hours",
    "adaptation_hours_high",
    "access_hours_low",
    "access_hours",
    "access_hours_high",
    "comparable_minimum",
]];

const STAYS: Parameters = &[&[
    "completion_low",
    "completion_high",
    "access_to_work_low",
    "access_to_work_high",
    "retention_low",
    "retention_high",
    "mixed_stay_low",
    "mixed_stay_high",
    "comparable_minimum",
]];

const CHOSEN: Parameters = &[&[
    "group_minimum",
    "group_maximum",
    "lead_weeks_certifying",
    "lead_weeks_adaptation",
    "lead_weeks_access",
]];

/// A number that is no indicator: what it is in the catalogs (`number-…`), its formula in symbols,
/// and what it stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub id: &'static str,
    pub formula: &'static str,
    pub recipe: Recipe,
}

pub const fn count(
    id: &'static str,
    formula: &'static str,
    parts: &'static [Part],
    groups: Parameters,
) -> Count {
    Count { id, formula, recipe: recipe(parts, groups) }
}

/// Of a column of a table; `None` where the column holds no such number.
pub fn of_column(table: &str, column: &str) -> Option<Count> {
    Some(match (table, column) {
        ("diagnostic" | "levels", "masked") | ("diagnostic", "masked-difficult") => {
            count("masked", "n*", &[Rows], MASK)
        }
        ("levels", "level-occupations") => count("level-occupations", "n", &[Rows], &[]),
        ("causes", "survey-establishments")
        | ("questions", "answers")
        | ("sectors", "sector-survey-n") => count("answers", "n", &[Answers], SECRECY),
        ("couverture", "establishments") => count("register", "N", &[Register], &[]),
        ("couverture", "asked") => count("asked", "n", &[Answers], &[]),
        ("couverture", "answered") => count("answered", "n", &[Answers], &[]),
        ("couverture", "refused-to") => count("refused-to", "n", &[Answers], &[]),
        ("couverture", "not-reached") => count("not-reached", "n", &[Answers], &[]),
        ("besoins" | "besoins_secteurs", "need-answers") => {
            count("answers", "n", &[Answers], SECRECY)
        }
        ("besoins" | "besoins_secteurs", "respondents") => {
            count("concerned", "n", &[Answers], SECRECY)
        }
        ("besoins" | "besoins_secteurs", "establishments") => {
            count("having", "n", &[Answers], SECRECY)
        }
        ("causes_citees" | "causes_citees_secteurs", "stated-answers") => {
            count("stated-answers", "n", &[Answers], SECRECY)
        }
        ("causes_citees" | "causes_citees_secteurs", "stated-base") => {
            count("stated-base", "n", &[Answers], SECRECY)
        }
        ("questions", "respondents") => count("respondents", "n", &[Answers], &[]),
        ("perceptions", "answers") => count("college-answers", "n", &[Opinions], SECRECY),
        ("poids", "weights-value") => count("weights", "w", &[Answers], &[]),
        ("formation", "level") => count("offer-level", "", &[Origin], &[]),
        ("formation", "distance") => count("offer-distance", "", &[Origin], &[]),
        ("formation", "row") => count("row", "", &[Origin], &[]),
        ("unfed", "places") => count("offer-places", "", &[Origin], &[]),
        ("merged-offers", "kept-row" | "left-row") => count("row", "", &[Merged], SAME_OFFER),
        ("sources", "rows-read" | "rows-kept" | "rows-refused" | "rows-empty") => {
            count(of_source(column)?, "read = kept + refused + empty", &[Itself], &[])
        }
        ("methode", "formula") => count("parameter", "", &[], &[]),
        (notes::ID, notes::SAID) => count("note", "", &[Loaded], &[]),
        (facts::ID, "fact-shown" | facts::VALUE) => of_fact(""),
        _ => {
            return planned(table, column)
                .or_else(|| of_candidates(table, column))
                .or_else(|| of_one_reader(table, column))
                .or_else(|| compared(table, column))
                .or_else(|| actions::of_column(table, column))
                .or_else(|| of_end(table, column));
        }
    })
}

/// An end of a number is made as the number is.
fn of_end(table: &str, column: &str) -> Option<Count> {
    let whole = ["-value", "-low", "-high"].iter().find_map(|end| column.strip_suffix(end))?;
    of_column(table, whole)
}

/// Of a row of the figures of the territory that is a count.
pub fn of_fact(key: &str) -> Count {
    if key.starts_with("survey-") {
        return count("fact", "n", &[Answers], SECRECY);
    }
    if key.starts_with("moves-") {
        return count("fact", "n", &[Past, Rows], FLAGGED);
    }
    match key {
        "masked" | "masked-difficult" | "masked-large" | "occupations" => {
            count("fact", "n", &[Rows], MASK)
        }
        "communes" | "communes-inside" | "communes-of" | "communes-unplaced" => {
            count("fact", "n", &[Rows], &[])
        }
        _ => count("fact", "n", &[Rows, Around, Anchor], FLAGGED),
    }
}

fn of_source(column: &str) -> Option<&'static str> {
    ["rows-read", "rows-kept", "rows-refused", "rows-empty"]
        .into_iter()
        .find(|known| *known == column)
}

fn planned(table: &str, column: &str) -> Option<Count> {
    Some(match (table, column) {
        ("candidates", "chosen-places") | ("choice", "places") => {
            count("chosen-places", "max Σ gain, Σ cost ≤ budget", &[Choice], CHOSEN)
        }
        ("candidates", "place-cost") => count("place-cost", "€ / place", &[Candidate], COST),
        ("candidates", "year-need") => {
            count("year-need", "gap₃ / 3 | met × D × κ", &[Balance], GAP)
        }
        ("candidates", "stays") => {
            count("stays", "completion × access to work × ρ", &[Candidate], STAYS)
        }
        ("candidates", "risks") => count("risks", "n", &[Candidate], STAYS),
        ("choice", "cost") => count("cost", "sessions × € + places × €", &[Choice], COST),
        ("choice", "people") => count("people", "places × stays", &[Choice], STAYS),
        ("choice", "survival") => count("survival", "n / draws", &[Choice], CHOSEN),
        ("choice", "sessions") => count("sessions", "⌈places / group⌉", &[Choice], CHOSEN),
        ("balances", "gap-3y" | "gap-3y-span" | "gap-3y-value" | "gap-3y-low" | "gap-3y-high") => {
            count("gap", "need₃ − 3 entrants − pool", &[Balance], GAP)
        }
        ("balances", "need-3y" | "need-3y-value" | "need-3y-low" | "need-3y-high") => {
            count("need", "C + D + κ R | ≤ 3 κ (met − smet)", &[Balance], NEED)
        }
        ("balances", "entrants-1y") => {
            count("entrants", "Σ people × rate × ρ × share", &[Balance], ENTRANTS)
        }
        (
            "balances",
            "entrants-3y" | "entrants-3y-value" | "entrants-3y-low" | "entrants-3y-high",
        ) => count("entrants-3y", "3 Σ people × rate × ρ × share", &[Balance], ENTRANTS),
        ("balances", "pool" | "pool-value" | "pool-low" | "pool-high") => {
            count("pool", "seekers × qualified × return", &[Balance], POOL)
        }
        ("balances", "gap-coverage") => {
            count("gap-coverage", "3 entrants / need₃", &[Balance], GAP)
        }
        _ => return None,
    })
}

/// Of what candidates stand on, and of what training can do for an occupation.
fn of_candidates(table: &str, column: &str) -> Option<Count> {
    Some(match (table, column) {
        (budget::ID, budget::VALUE) => count("plan", "Σ", &[Choice], CHOSEN),
        (terms::ID, "need-told") => count("year-need", "gap₃ / 3 | met × D × κ", &[Balance], GAP),
        (terms::ID, "hours-told" | "hours") => count("hours", "", &[Candidate], COST),
        (terms::ID, "group-told" | "group-least" | "group-most") => {
            count("group", "", &[Candidate], CHOSEN)
        }
        (terms::ID, "cost-told") => count("place-cost", "€ / place", &[Candidate], COST),
        (terms::ID, "session-cost") => count("session-cost", "€ / session", &[Candidate], COST),
        (terms::ID, "stays-told") => {
            count("stays", "completion × access to work × ρ", &[Candidate], STAYS)
        }
        (terms::ID, "precedent-told") => count("precedent", "Σ w·c / Σ w", &[Candidate], &[]),
        (terms::ID, "lead-weeks") => count("lead-weeks", "", &[Candidate], CHOSEN),
        (devices::ID, "device-because" | "device-open" | "device-amounts" | "device-payers") => {
            count("device", "", &[Candidate], &[])
        }
        (verdicts::ID, "gap-told") => count("gap", "need₃ − 3 entrants − pool", &[Balance], GAP),
        (verdicts::ID, "offers-local" | "offers-beyond" | "offers-remote" | "offers-rings") => {
            count("offers", "n", &[LinkedOffers], &[])
        }
        (verdicts::ID, "places-taken") => {
            count("places-taken", "entered / places", &[LinkedOffers], &[])
        }
        _ => return None,
    })
}

/// Of the tables that one reader alone is given.
fn of_one_reader(table: &str, column: &str) -> Option<Count> {
    Some(match (table, column) {
        (body::ID, "own-offers" | "other-offers" | "own-beyond") => {
            count("offers", "n", &[LinkedOffers], &[])
        }
        (body::ID, "need-3y") => {
            count("need", "C + D + κ R | ≤ 3 κ (met − smet)", &[Balance], NEED)
        }
        (body::ID, "own-entrants") => {
            count("entrants", "Σ people × rate × ρ × share", &[Balance], ENTRANTS)
        }
        (body::ID, "own-coverage") => count("gap-coverage", "3 entrants / need₃", &[Balance], GAP),
        (body::ID, "gap-told" | "gap-3y" | "gap-alone") => {
            count("gap", "need₃ − 3 entrants − pool", &[Balance], GAP)
        }
        (returned::ID, "returned-own") => count("own-answer", "", &[Answers], &[]),
        (company::ID, "company-headcount" | "known-12m" | "known-36m" | "planned-hires") => {
            count("company-said", "", &[], &[])
        }
        (company::ID, "leaving-1y" | "leaving-3y" | "leaving-5y") => {
            count("company-leaving", "said | by age | D", &[], LEAVING)
        }
        (company::ID, "yearly") => count("company-yearly", "", &[], LEAVING),
        (company::ID, "class") => {
            count("company-class", "", &[Rows, Around, Registrations, Exits], SHRUNK)
        }
        (company::ID, "official") => count("company-official", "", &[Anchor], &[]),
        (company::ID, "local-offers") => count("offers", "n", &[LinkedOffers], &[]),
        _ => return None,
    })
}

fn compared(table: &str, column: &str) -> Option<Count> {
    Some(match (table, column) {
        ("programmes", "rank") => {
            count("programme-rank", "P ↓, met × D ↓", &[Rows, Around], SHRUNK)
        }
        ("fiabilite", "compared") => count("compared", "n", &[Years], VALIDATION),
        ("fiabilite", "came") => count("came", "n", &[Years], VALIDATION),
        ("fiabilite", "said") => count("said", "n", &[Years], VALIDATION),
        ("fiabilite", "said-and-came") => count("said-and-came", "n", &[Years], VALIDATION),
        (map::ID | map::CLASSES, "map-class") | (map::CLASSES, "map-count") => {
            count("map-class", "n", &[Survey], MASK)
        }
        (map::CLASSES, "map-from" | "map-to") => count("map-bound", "", &[Survey], MASK),
        ("sectors", "sector-offers") => count("sector-offers", "n", &[LocalOffers], SAME_OFFER),
        _ => return None,
    })
}
