//! Likeness by groups of three letters: cosine of TF-IDF vectors.
//!
//! It catches what words miss: compounds written together, endings no rule folds, families of
//! words (« boulangerie », « boulanger »).

/// Groups of three over 37 signs: letters, digits, and one for all else.
const N_GROUPS: usize = 37 * 37 * 37;

fn sign(byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' => u32::from(byte - b'a') + 1,
        b'0'..=b'9' => u32::from(byte - b'0') + 27,
        _ => 0,
    }
}

/// The groups of a folded text, each with its number of occurrences, in order.
fn groups(text: &str) -> Vec<(u32, f64)> {
    let signs: Vec<u32> =
        std::iter::once(0).chain(text.bytes().map(sign)).chain(std::iter::once(0)).collect();
    let mut codes: Vec<u32> = signs
        .windows(3)
        .filter_map(|window| match window {
            [a, b, c] => Some((a * 37 + b) * 37 + c),
            _ => None,
        })
        .collect();
    codes.sort_unstable();
    let mut counted: Vec<(u32, f64)> = Vec::with_capacity(codes.len());
    for code in codes {
        match counted.last_mut() {
            Some((last, n)) if *last == code => *n += 1.0,
            _ => counted.push((code, 1.0)),
        }
    }
    counted
}

/// Which texts hold each group, with their normalised weights.
#[derive(Clone, Debug, Default)]
pub struct Grams {
    rarity: Vec<f64>,
    postings: Vec<Vec<(u32, f32)>>,
    n_texts: usize,
}

impl Grams {
    /// Indexes texts; they are named by their rank.
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let counted: Vec<Vec<(u32, f64)>> = texts.map(groups).collect();
        let mut frequency = vec![0_u32; N_GROUPS];
        for (code, _) in counted.iter().flatten() {
            if let Some(n) = frequency.get_mut(*code as usize) {
                *n += 1;
            }
        }
        let n_texts = crate::matching::label::count(counted.len());
        let rarity: Vec<f64> = frequency
            .iter()
            .map(|&n| if n == 0 { 0.0 } else { (1.0 + n_texts / f64::from(n)).ln() })
            .collect();
        let mut postings: Vec<Vec<(u32, f32)>> = vec![Vec::new(); N_GROUPS];
        for (text, groups) in (0..).zip(&counted) {
            let weighted = weights(groups, &rarity);
            let norm = norm(&weighted);
            for (code, weight) in weighted {
                if let Some(list) = postings.get_mut(code as usize) {
                    list.push((text, narrow(weight / norm)));
                }
            }
        }
        Self { rarity, postings, n_texts: counted.len() }
    }

    /// Cosine of a text with every indexed one, 0–1, by rank.
    pub fn cosines(&self, text: &str) -> Vec<f32> {
        let weighted = weights(&groups(text), &self.rarity);
        let norm = norm(&weighted);
        let mut cosines = vec![0.0_f32; self.n_texts];
        for (code, weight) in weighted {
            let weight = narrow(weight / norm);
            for (text, own) in self.postings.get(code as usize).into_iter().flatten() {
                if let Some(sum) = cosines.get_mut(*text as usize) {
                    *sum += weight * own;
                }
            }
        }
        cosines
    }
}

fn weights(groups: &[(u32, f64)], rarity: &[f64]) -> Vec<(u32, f64)> {
    let weight = |code: u32| rarity.get(code as usize).copied().unwrap_or(0.0);
    groups
        .iter()
        .map(|&(code, n)| (code, n.sqrt() * weight(code)))
        .filter(|(_, w)| *w > 0.0)
        .collect()
}

/// Never 0, so that a text of unknown groups divides by something.
fn norm(weighted: &[(u32, f64)]) -> f64 {
    let squares: f64 = weighted.iter().map(|(_, w)| w * w).sum();
    if squares > 0.0 { squares.sqrt() } else { 1.0 }
}

#[expect(clippy::cast_possible_truncation, reason = "weights of 0–1, a third of the memory")]
const fn narrow(weight: f64) -> f32 {
    weight as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 3] = ["boulanger", "boulanger patissier", "conducteur bus"];

    #[test]
    fn a_text_is_its_own_nearest() {
        let grams = Grams::new(TEXTS.into_iter());
        for (rank, text) in TEXTS.iter().enumerate() {
            let cosines = grams.cosines(text);
            assert!((cosines[rank] - 1.0).abs() < 1e-5, "{text}: {cosines:?}");
            assert!(cosines.iter().enumerate().all(|(i, c)| i == rank || *c < 0.99));
        }
    }

    /// The second road: vectors written out and multiplied.
    #[test]
    fn two_roads_to_one_cosine() {
        let grams = Grams::new(TEXTS.into_iter());
        let vector = |text: &str| weights(&groups(text), &grams.rarity);
        let (a, b) = (vector("boulangerie"), vector(TEXTS[1]));
        let dot: f64 = a
            .iter()
            .map(|(code, w)| b.iter().filter(|(c, _)| c == code).map(|(_, v)| w * v).sum::<f64>())
            .sum();
        let expected = dot / (norm(&a) * norm(&b));
        let found = f64::from(grams.cosines("boulangerie")[1]);
        assert!((found - expected).abs() < 1e-5, "{found} {expected}");
    }

    #[test]
    fn nothing_in_common_is_zero() {
        let grams = Grams::new(TEXTS.into_iter());
        assert!(grams.cosines("zzz").iter().all(|c| *c == 0.0));
    }
}
