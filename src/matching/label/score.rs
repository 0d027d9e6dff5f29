//! Scored retrieval: words in common weighted by rarity, letters in common, one best form a card.
//!
//! The likeness of a label and a form is Tversky's contrast with weights: what the label says
//! and the form does not counts in full, what the form adds counts for less, since employers
//! write less than ROME does. The groups of three letters complete it.

use crate::matching::label::Reason;
use crate::matching::label::index::{Form, Index};
use crate::matching::label::normalise::{Normalised, Reading};
use crate::matching::label::vocabulary::Match;
use std::collections::BTreeMap;

/// Weight of what a form says and the label does not.
const EXTRA: f64 = 0.35;
/// Part of the words in the likeness; the rest is for the letters.
const WORDS: f64 = 0.75;
/// A form that begins with the same word as the label names the same kind of job.
const HEAD: f64 = 0.06;
/// At equal likeness, the label of a card is the usual name of its job.
const CARD_LABEL: f64 = 0.02;
/// At equal likeness, the card where most forms hold all the words of the label.
const SUPPORT: f64 = 0.10;
/// The titles of a card speak for each other: what they hold together of the label.
const CONTEXT: f64 = 0.12;
/// Stands for the share of a card where no form holds the whole label, whose spread is unknown.
const UNCOVERED: f64 = 0.5;
/// An occupation that is only a part of the label: never accepted in bulk.
pub(crate) const PART: f64 = 0.85;

/// A card found for a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hit {
    pub card: u32,
    pub title: u32,
    pub score: f64,
    pub reason: Reason,
    /// The lemmas come in the order of the label.
    pub same_order: bool,
}

impl Hit {
    /// A form that is the label itself; less safe the more was folded.
    pub const fn certain(card: u32, title: u32, reason: Reason) -> Self {
        let score = match reason {
            Reason::Exact | Reason::OwnDictionary => 1.0,
            Reason::SameWords => 0.99,
            Reason::Inflection => 0.98,
            _ => 0.96,
        };
        Self { card, title, score, reason, same_order: true }
    }
}

/// One hit a card, the safest; cards that share a form share its score.
///
/// Where cards disagree, a title weighs a quarter when it is the label of a newer card, known by
/// its parent only, when its words come in another order, or when more was folded to reach it.
pub(crate) fn shared(index: &Index, mut hits: Vec<Hit>) -> Vec<Hit> {
    let safest = hits.iter().map(|hit| hit.reason).min();
    let weight = |hit: &Hit| {
        let title = index.titles.get(hit.title as usize);
        let own = title.is_some_and(|title| title.ogr.is_some());
        [own, hit.same_order, Some(hit.reason) == safest]
            .into_iter()
            .map(|sure| if sure { 1.0 } else { 0.25 })
            .product::<f64>()
    };
    hits.sort_by(|a, b| {
        let by_weight = weight(b).total_cmp(&weight(a));
        a.card.cmp(&b.card).then(by_weight).then(a.title.cmp(&b.title))
    });
    hits.dedup_by_key(|hit| hit.card);
    let total: f64 = hits.iter().map(weight).sum();
    for hit in &mut hits {
        hit.score *= weight(hit) / total;
    }
    order(&mut hits);
    hits
}

fn order(hits: &mut [Hit]) {
    hits.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then(a.reason.cmp(&b.reason)).then(a.card.cmp(&b.card))
    });
}

/// A word of the label with the lemmas it may stand for and its weight.
struct Term {
    matches: Vec<Match>,
    weight: f64,
    cut: bool,
}

/// Best likeness of a card, with the form that has it.
#[derive(Clone, Copy)]
struct Best {
    likeness: f64,
    form: u32,
    reason: Reason,
    /// Part of the forms that hold the whole label which belong to the card, 0–1; 1 when the
    /// form and the label say the same.
    share: f64,
}

fn terms(index: &Index, reading: &Reading) -> Vec<Term> {
    let genders = &index.normaliser.genders;
    let mut seen: Vec<String> = Vec::new();
    let mut terms = Vec::new();
    for word in &reading.words {
        let bare = word.trim_end_matches('.');
        let lemma = genders.lemma(bare);
        if seen.contains(&lemma) {
            continue;
        }
        let matches = index.vocabulary.matches(word, &lemma);
        let weight = match matches.first() {
            Some(first) if terms.is_empty() => index.vocabulary.head(first.lemma),
            Some(first) => index.vocabulary.rarity(first.lemma),
            // An unknown word may be the name of a firm or of a town as well as of a job.
            None if bare.len() <= 2 => 0.1,
            None => 0.4 * index.vocabulary.most_rare(),
        };
        let cut = word.ends_with('.') && matches.first().is_some_and(|m| m.likeness < 1.0);
        terms.push(Term { matches, weight, cut });
        seen.push(lemma);
    }
    terms
}

/// Matched weights of a label.
struct Overlap {
    /// What each form holds of the label.
    label: Vec<f64>,
    /// What the label holds of each form.
    form: Vec<f64>,
    /// What all the forms of each card hold together of the label.
    card: Vec<f64>,
}

fn overlap(index: &Index, terms: &[Term]) -> Overlap {
    let n = index.forms.len();
    let cards = vec![0.0; index.cards.len()];
    let mut overlap = Overlap { label: vec![0.0; n], form: vec![0.0; n], card: cards };
    let mut seen = vec![0_u32; n];
    let mut seen_cards = vec![0_u32; index.cards.len()];
    for (rank, term) in (1_u32..).zip(terms) {
        // Matches come likeliest first: a form takes the best it holds.
        for one in &term.matches {
            let rarity = index.vocabulary.rarity(one.lemma);
            for &at in index.postings.get(one.lemma as usize).into_iter().flatten() {
                let at = at as usize;
                let (Some(mark), Some(label), Some(own), Some(form)) = (
                    seen.get_mut(at),
                    overlap.label.get_mut(at),
                    overlap.form.get_mut(at),
                    index.forms.get(at),
                ) else {
                    continue;
                };
                if *mark == rank {
                    continue;
                }
                *mark = rank;
                *label += one.likeness * term.weight;
                let opens = form.lemmas.first() == Some(&one.lemma);
                *own += if opens { index.vocabulary.head(one.lemma) } else { rarity };
                let card = form.card as usize;
                if let (Some(mark), Some(sum)) =
                    (seen_cards.get_mut(card), overlap.card.get_mut(card))
                    && *mark != rank
                {
                    *mark = rank;
                    *sum += one.likeness * term.weight;
                }
            }
        }
    }
    overlap
}

fn best_by_card(index: &Index, reading: &Reading) -> BTreeMap<u32, Best> {
    let terms = terms(index, reading);
    let total: f64 = terms.iter().map(|term| term.weight).sum();
    let overlap = overlap(index, &terms);
    let cosines = index.grams.cosines(&reading.lemmas.join(" "));
    let heads: Vec<u32> = match terms.first() {
        Some(term) => term.matches.iter().map(|m| m.lemma).collect(),
        None => Vec::new(),
    };
    let mut best: Vec<Option<(f64, u32)>> = vec![None; index.cards.len()];
    let mut covering = vec![0_u32; index.cards.len()];
    let mut all_covering = 0_u32;
    let rows = index.forms.iter().zip(&overlap.label).zip(&overlap.form).zip(&cosines);
    for (at, (((form, &label), &own), &cosine)) in (0_u32..).zip(rows) {
        let cosine = f64::from(cosine);
        if label <= 0.0 && cosine < 0.2 {
            continue;
        }
        let words = label / (total + EXTRA * (form.mass - own).max(0.0)).max(f64::MIN_POSITIVE);
        let head = form.lemmas.first().is_some_and(|lemma| heads.contains(lemma));
        let card_label = index.titles.get(form.title as usize).is_some_and(|t| t.ogr.is_none());
        let likeness = WORDS * words
            + (1.0 - WORDS) * cosine
            + if head { HEAD } else { 0.0 }
            + if card_label { CARD_LABEL } else { 0.0 };
        if total > 0.0 && label >= 0.85 * total {
            all_covering += 1;
            if let Some(n) = covering.get_mut(form.card as usize) {
                *n += 1;
            }
        }
        if let Some(slot) = best.get_mut(form.card as usize)
            && slot.is_none_or(|(known, _)| likeness > known)
        {
            *slot = Some((likeness, at));
        }
    }
    let part = if reading.part { PART } else { 1.0 };
    let full = 1.0 + HEAD + CARD_LABEL + SUPPORT + CONTEXT;
    (0_u32..)
        .zip(best.into_iter().zip(covering).zip(&overlap.card))
        .filter_map(|(card, ((best, n), held))| {
            let (likeness, form) = best?;
            let support = f64::from(n) / f64::from(all_covering.max(1));
            let context = held / total.max(f64::MIN_POSITIVE);
            let likeness = likeness + SUPPORT * support + CONTEXT * context;
            let likeness = part * likeness / full;
            let reason = reason(index.forms.get(form as usize)?, &terms);
            let share = match reason {
                Reason::Similar if all_covering == 0 => UNCOVERED,
                Reason::Similar => support,
                _ => 1.0,
            };
            Some((card, Best { likeness, form, reason, share }))
        })
        .collect()
}

/// Why a form was found: every word on both sides matched, or only likeness.
fn reason(form: &Form, terms: &[Term]) -> Reason {
    let found: Vec<Option<(&Match, bool)>> = terms
        .iter()
        .map(|term| {
            let one = term.matches.iter().find(|m| form.lemmas.contains(&m.lemma));
            one.map(|one| (one, term.cut))
        })
        .collect();
    let all = found.iter().all(Option::is_some) && !found.is_empty();
    let held =
        form.lemmas.iter().all(|lemma| found.iter().flatten().any(|(one, _)| one.lemma == *lemma));
    if !all || !held {
        return Reason::Similar;
    }
    let distance: u8 = found.iter().flatten().map(|(one, _)| one.distance).sum();
    if distance > 0 {
        Reason::Typo { distance }
    } else if found.iter().flatten().any(|(_, cut)| *cut) {
        Reason::Abbreviation
    } else {
        Reason::Similar
    }
}

/// Certain hits first, then the likeliest other cards, their scores made confidences.
pub(crate) fn complete(index: &Index, normalised: &Normalised, hits: Vec<Hit>) -> Vec<Hit> {
    let trimmed =
        |part: bool| normalised.readings.iter().filter(move |reading| reading.part == part);
    let mut cards: BTreeMap<u32, Best> = BTreeMap::new();
    let any_trimmed = normalised.readings.iter().any(|r| r.trimmed && !r.part);
    let whole = trimmed(false).filter(|reading| reading.trimmed == any_trimmed);
    for reading in whole.chain(trimmed(true)) {
        for (card, best) in best_by_card(index, reading) {
            let known = cards.entry(card).or_insert(best);
            if best.likeness > known.likeness {
                *known = best;
            }
        }
    }
    let mut ranked: Vec<(u32, Best)> = cards.into_iter().collect();
    ranked.sort_by(|a, b| {
        b.1.likeness.total_cmp(&a.1.likeness).then(a.1.reason.cmp(&b.1.reason)).then(a.0.cmp(&b.0))
    });
    let certain: f64 = hits.iter().map(|hit| hit.score).sum();
    let left = (1.0 - certain).max(0.02);
    let likeliest = ranked.first().map_or(0.0, |(_, best)| best.likeness);
    let second = ranked.get(1).map_or(0.0, |(_, best)| best.likeness);
    let mut all = hits;
    for (card, best) in ranked {
        if all.len() >= 2 * crate::matching::label::N_CANDIDATES
            || all.iter().any(|hit| hit.card == card)
        {
            continue;
        }
        let rival = if best.likeness >= likeliest { second } else { likeliest };
        let score = left * confidence(best, rival);
        let title = index.forms.get(best.form as usize).map_or(0, |form| form.title);
        all.push(Hit { card, title, score, reason: best.reason, same_order: false });
    }
    order(&mut all);
    all
}

/// Likeness of a card and of its nearest rival → confidence.
///
/// A label that many cards complete in their own way (« agent d'entretien ») says too little,
/// however near the first form is: the share of the card among them lowers its confidence.
/// The weights were chosen on job titles with a typing error or with a word left out, so that
/// confidence is near the part of right answers.
fn confidence(best: Best, rival: f64) -> f64 {
    let margin = best.likeness - rival;
    let logit = 9.0 * (best.likeness - 0.62) + 14.0 * margin - 3.0 * (1.0 - best.share);
    1.0 / (1.0 + (-logit).exp())
}
