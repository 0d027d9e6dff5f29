//! Labels made from the published job titles, as an employer might have typed them.

use bassin::matching::label::fold::letters;
use bassin::matching::label::titles::Title;
use bassin::matching::label::{double, index::Index};
use bassin::model::Rome;
use std::collections::{BTreeMap, BTreeSet};

/// A label, and the cards that are right for it.
pub struct Case {
    pub label: String,
    pub right: BTreeSet<Rome>,
}

/// What the published titles of a set are typed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    Full,
    Masculine,
    Feminine,
    Plural,
    Upper,
    Typo {
        seed: u64,
    },
    /// One word of four letters or more, not the first, left out of several.
    Shorter {
        seed: u64,
    },
}

/// splitmix64, Steele, Lea and Flood 2014.
pub struct Random(u64);

impl Random {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        usize::try_from(z % n.max(1) as u64).unwrap_or(0)
    }
}

/// The two genders of a published label, in its own letters; `None` where a slash is no gender.
fn genders(label: &str) -> Option<(String, String)> {
    let parts: Vec<Vec<String>> = label
        .split(" /")
        .map(|part| part.split_whitespace().map(str::to_owned).collect())
        .collect();
    let double = double::read(&parts);
    double.alternatives.is_empty().then(|| (double.masculine.join(" "), double.feminine.join(" ")))
}

fn plural(label: &str) -> String {
    let mut words: Vec<String> = label.split(' ').map(str::to_owned).collect();
    if let Some(first) = words.first_mut() {
        *first = first.split('-').map(plural_word).collect::<Vec<_>>().join("-");
    }
    words.join(" ")
}

fn plural_word(word: &str) -> String {
    match word {
        _ if word.ends_with(['s', 'x', 'z', '\'', ')']) => word.to_owned(),
        _ if word.ends_with("eau") => format!("{word}x"),
        _ => {
            word.strip_suffix("al").map_or_else(|| format!("{word}s"), |stem| format!("{stem}aux"))
        }
    }
}

/// One deletion, insertion, substitution or transposition at a letter drawn among all.
pub fn typo(label: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = label.chars().collect();
    let letters: Vec<usize> =
        chars.iter().enumerate().filter(|(_, c)| c.is_alphabetic()).map(|(i, _)| i).collect();
    let Some(&at) = letters.get(random.below(letters.len())) else { return label.to_owned() };
    let any = u8::try_from(random.below(26)).map_or('a', |rank| char::from(b'a' + rank));
    let is_letter = |at: usize| chars.get(at).is_some_and(|c| c.is_alphabetic());
    let (before, after) = (at > 0 && is_letter(at.saturating_sub(1)), is_letter(at + 1));
    match random.below(4) {
        0 => drop(chars.remove(at)),
        1 => chars.insert(at, any),
        3 if after => chars.swap(at, at + 1),
        3 if before => chars.swap(at - 1, at),
        _ => chars.iter_mut().skip(at).take(1).for_each(|c| *c = any),
    }
    chars.into_iter().collect()
}

fn shorter(label: &str, random: &mut Random) -> Option<String> {
    let words: Vec<&str> = label.split(' ').collect();
    let long: Vec<usize> = words
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, word)| word.chars().count() >= 4)
        .map(|(rank, _)| rank)
        .collect();
    let dropped = *long.get(random.below(long.len()))?;
    let kept: Vec<&str> =
        words.iter().enumerate().filter(|(i, _)| *i != dropped).map(|(_, w)| *w).collect();
    (long.len() > 1).then(|| kept.join(" "))
}

/// Cards of each written form (full, masculine, feminine), folded to letters.
pub fn cards_of_forms(titles: &[Title]) -> BTreeMap<String, BTreeSet<Rome>> {
    let mut cards: BTreeMap<String, BTreeSet<Rome>> = BTreeMap::new();
    for title in titles {
        let mut forms = vec![title.label.clone()];
        forms.extend(genders(&title.label).into_iter().flat_map(|(m, f)| [m, f]));
        for form in forms {
            cards.entry(letters(&form)).or_default().insert(title.rome);
        }
    }
    cards
}

/// The labels of a set, one a job title, every `step`-th title.
pub fn cases(index: &Index, variant: Variant, step: usize) -> Vec<Case> {
    let shared = cards_of_forms(index.titles());
    let mut cases = Vec::new();
    let job_titles = index.titles().iter().filter(|title| title.ogr.is_some());
    for (rank, title) in job_titles.enumerate().step_by(step) {
        let (masculine, feminine) =
            genders(&title.label).unwrap_or((title.label.clone(), title.label.clone()));
        let random = |seed: u64| Random::new(seed.wrapping_mul(0x1_0000_0001) ^ rank as u64);
        let (base, label) = match variant {
            Variant::Full => (title.label.clone(), Some(title.label.clone())),
            Variant::Masculine => (masculine.clone(), Some(masculine)),
            Variant::Feminine => (feminine.clone(), Some(feminine)),
            Variant::Plural => (feminine.clone(), Some(plural(&feminine))),
            Variant::Upper => (masculine.clone(), Some(masculine.to_uppercase())),
            Variant::Typo { seed } => {
                let label = typo(&masculine, &mut random(seed));
                (masculine, Some(label))
            }
            Variant::Shorter { seed } => {
                let label = shorter(&masculine, &mut random(seed));
                (masculine, label)
            }
        };
        let mut right = shared.get(&letters(&base)).cloned().unwrap_or_default();
        right.insert(title.rome);
        cases.extend(label.map(|label| Case { label, right }));
    }
    cases
}
