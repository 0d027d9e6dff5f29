//! The published titles, indexed once: exact forms, lemmas, rarities, groups of letters.

use crate::matching::label::abbreviation::Abbreviations;
use crate::matching::label::fold::{Token, tokens};
use crate::matching::label::grams::Grams;
use crate::matching::label::inflect::Genders;
use crate::matching::label::normalise::{Normalised, Normaliser, Reading};
use crate::matching::label::score::{self, Hit};
use crate::matching::label::titles::{self, Title};
use crate::matching::label::vocabulary::Vocabulary;
use crate::matching::label::{Candidate, LEAST_SCORE, LabelError, N_CANDIDATES, Reason};
use crate::model::Rome;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A written form of a title, as lemmas.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub title: u32,
    /// Rank of its card in the list of cards.
    pub card: u32,
    /// Lemmas in the order of the form, each once.
    pub lemmas: Vec<u32>,
    /// Sum of the rarities of its lemmas, the first one as a head.
    pub mass: f64,
}

/// Everything needed to match labels; built once, then only read.
#[derive(Clone, Debug)]
pub struct Index {
    pub(crate) normaliser: Normaliser,
    pub(crate) titles: Vec<Title>,
    pub(crate) forms: Vec<Form>,
    /// The cards in the order of their codes.
    pub(crate) cards: Vec<Rome>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) grams: Grams,
    /// Forms that hold each lemma, in order.
    pub(crate) postings: Vec<Vec<u32>>,
    surfaces: BTreeMap<String, Vec<u32>>,
    keys: BTreeMap<Vec<u32>, Vec<u32>>,
}

/// What is proposed for a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub normalised: Normalised,
    /// At most five cards, best first; ties by reason, then by code.
    pub candidates: Vec<Candidate>,
}

impl Index {
    /// The index of the built-in lists, made once for the whole program and only when it is
    /// needed: it takes longer than an analysis. `None` if a list is faulty, which a test refuses.
    pub fn shared() -> Option<&'static Self> {
        static INDEX: OnceLock<Option<Index>> = OnceLock::new();
        INDEX.get_or_init(|| Self::embedded().ok()).as_ref()
    }

    /// The index of the built-in lists.
    ///
    /// # Errors
    /// When a built-in list is faulty; a test holds that none is.
    pub fn embedded() -> Result<Self, LabelError> {
        Self::new(
            include_str!("../../../assets/reference/appellation.csv"),
            include_str!("../../../assets/reference/rome.csv"),
            include_str!("../../../assets/reference/abbreviation.csv"),
        )
    }

    /// `ogr;rome;label` rows of job titles, `code;parent;label` rows of cards, and
    /// `short;long;comment` rows of abbreviations.
    ///
    /// # Errors
    /// When a row has not three fields, or a code is not one.
    pub fn new(appellations: &str, cards: &str, abbreviations: &str) -> Result<Self, LabelError> {
        let titles = titles::read(appellations, cards)?;
        let typed: Vec<Vec<Token>> = titles.iter().map(|title| tokens(&title.label)).collect();
        let pairs: Vec<(String, String)> = typed.iter().flat_map(|t| titles::pairs(t)).collect();
        let normaliser = Normaliser {
            abbreviations: Abbreviations::new(abbreviations)?,
            genders: Genders::learn(pairs.iter()),
        };
        let mut cards: Vec<Rome> = titles.iter().map(|title| title.rome).collect();
        cards.sort_unstable();
        cards.dedup();
        let mut index = Self {
            normaliser,
            titles,
            forms: Vec::new(),
            cards,
            vocabulary: Vocabulary::default(),
            grams: Grams::default(),
            postings: Vec::new(),
            surfaces: BTreeMap::new(),
            keys: BTreeMap::new(),
        };
        index.add_forms(&typed);
        index.weigh();
        Ok(index)
    }

    fn add_forms(&mut self, typed: &[Vec<Token>]) {
        for ((rank, title), typed) in (0_u32..).zip(&self.titles).zip(typed) {
            let card = self.cards.binary_search(&title.rome).unwrap_or_default();
            let card = u32::try_from(card).unwrap_or(u32::MAX);
            let mut known: Vec<Vec<u32>> = Vec::new();
            for form in titles::forms(title, typed, &self.normaliser.abbreviations) {
                let holders = self.surfaces.entry(form.surface).or_default();
                if holders.last() != Some(&rank) {
                    holders.push(rank);
                }
                let lemmas = lemmas(&form.words, &mut self.vocabulary, &self.normaliser.genders);
                let key = sorted(&lemmas);
                if known.contains(&key) {
                    continue;
                }
                let at = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
                self.keys.entry(key.clone()).or_default().push(at);
                known.push(key);
                self.forms.push(Form { title: rank, card, lemmas, mass: 0.0 });
            }
        }
    }

    fn weigh(&mut self) {
        self.vocabulary.weigh(self.forms.iter().map(|form| form.lemmas.as_slice()));
        self.postings = vec![Vec::new(); self.vocabulary.n_lemmas()];
        for (at, form) in (0_u32..).zip(&mut self.forms) {
            let others = form.lemmas.iter().skip(1).map(|&lemma| self.vocabulary.rarity(lemma));
            let head = form.lemmas.first().map_or(0.0, |&lemma| self.vocabulary.head(lemma));
            form.mass = head + others.sum::<f64>();
            for &lemma in &form.lemmas {
                if let Some(list) = self.postings.get_mut(lemma as usize) {
                    list.push(at);
                }
            }
        }
        let names = self.vocabulary.names();
        let texts: Vec<String> = self
            .forms
            .iter()
            .map(|form| {
                let words = form.lemmas.iter().filter_map(|&l| names.get(l as usize).copied());
                words.collect::<Vec<_>>().join(" ")
            })
            .collect();
        self.grams = Grams::new(texts.iter().map(String::as_str));
    }

    /// The job titles and card labels, in the order of the lists.
    pub fn titles(&self) -> &[Title] {
        &self.titles
    }

    /// Number of feminine words learned from the double forms.
    pub fn n_genders(&self) -> usize {
        self.normaliser.genders.len()
    }

    /// Reads a label without matching it.
    pub fn normalise(&self, label: &str) -> Normalised {
        self.normaliser.read(label)
    }

    /// Proposes cards for a label; none when no published title resembles it enough
    /// ([`LEAST_SCORE`]).
    pub fn propose(&self, label: &str) -> Answer {
        let normalised = self.normaliser.read(label);
        let hits = self.hits(&normalised);
        let hits = score::complete(self, &normalised, hits);
        let near = hits.iter().take(N_CANDIDATES).filter(|hit| hit.score >= LEAST_SCORE);
        let candidates = near.filter_map(|hit| self.candidate(hit));
        Answer { candidates: candidates.collect(), normalised }
    }

    fn candidate(&self, hit: &Hit) -> Option<Candidate> {
        let title = self.titles.get(hit.title as usize)?;
        Some(Candidate {
            rome: title.rome,
            score: hit.score,
            reason: hit.reason,
            label: title.label.clone(),
            ogr: title.ogr,
        })
    }

    /// A card as a candidate without a score: its label, else its first job title.
    pub(crate) fn of_card(&self, rome: Rome) -> Option<Candidate> {
        let mut own = self.titles.iter().filter(|title| title.rome == rome);
        let title = own.clone().find(|title| title.ogr.is_none()).or_else(|| own.next())?;
        let (label, ogr) = (title.label.clone(), title.ogr);
        Some(Candidate { rome, score: 0.0, reason: Reason::Similar, label, ogr })
    }

    fn card_of(&self, title: u32) -> Option<u32> {
        let rome = self.titles.get(title as usize)?.rome;
        self.cards.binary_search(&rome).ok().and_then(|card| u32::try_from(card).ok())
    }

    /// The cards a form of which is the label itself, by the safest road that gives any.
    fn hits(&self, normalised: &Normalised) -> Vec<Hit> {
        let exact: Vec<Hit> = self
            .surfaces
            .get(&normalised.surface)
            .into_iter()
            .flatten()
            .filter_map(|&title| Some(Hit::certain(self.card_of(title)?, title, Reason::Exact)))
            .collect();
        if !exact.is_empty() {
            return score::shared(self, exact);
        }
        let whole = |trimmed: bool| {
            normalised.readings.iter().filter(move |r| !r.part && r.trimmed == trimmed)
        };
        for trimmed in [false, true] {
            let found: Vec<Hit> = whole(trimmed).flat_map(|r| self.same_lemmas(r)).collect();
            if !found.is_empty() {
                return score::shared(self, found);
            }
        }
        let parts = normalised.readings.iter().filter(|reading| reading.part);
        let mut found = score::shared(self, parts.flat_map(|r| self.same_lemmas(r)).collect());
        for hit in &mut found {
            hit.score *= score::PART;
        }
        found
    }

    fn same_lemmas(&self, reading: &Reading) -> Vec<Hit> {
        let ids: Option<Vec<u32>> =
            reading.lemmas.iter().map(|lemma| self.vocabulary.lemma(lemma)).collect();
        let Some(ids) = ids else { return Vec::new() };
        let forms = self.keys.get(&sorted(&ids)).into_iter().flatten();
        let forms = forms.filter_map(|&at| self.forms.get(at as usize));
        forms
            .map(|form| {
                let reason = if reading.expanded {
                    Reason::Abbreviation
                } else if self.holds_words(form.title, &reading.words) {
                    Reason::SameWords
                } else {
                    Reason::Inflection
                };
                let hit = Hit::certain(form.card, form.title, reason);
                Hit { same_order: form.lemmas == ids, ..hit }
            })
            .collect()
    }

    /// Whether a form of the title is made of these very words, in any order.
    fn holds_words(&self, title: u32, words: &[String]) -> bool {
        let bare = |words: &[String]| {
            let mut words: Vec<String> =
                words.iter().map(|word| word.trim_end_matches('.').to_owned()).collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        let wanted = bare(words);
        self.titles.get(title as usize).is_some_and(|title| {
            let forms = titles::forms(title, &tokens(&title.label), &self.normaliser.abbreviations);
            forms.iter().any(|form| bare(&form.words) == wanted)
        })
    }
}

fn lemmas(words: &[String], vocabulary: &mut Vocabulary, genders: &Genders) -> Vec<u32> {
    let mut lemmas = Vec::with_capacity(words.len());
    for word in words {
        let lemma = vocabulary.intern(word.trim_end_matches('.'), genders);
        if !lemmas.contains(&lemma) {
            lemmas.push(lemma);
        }
    }
    lemmas
}

fn sorted(lemmas: &[u32]) -> Vec<u32> {
    let mut key = lemmas.to_vec();
    key.sort_unstable();
    key
}
