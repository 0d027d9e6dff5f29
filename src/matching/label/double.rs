//! The double form of job titles, « Conducteur / Conductrice de bus », read into its two genders.
//!
//! The published form repeats only what changes: « Chef boulanger / boulangère », « Agent /
//! Agente de voirie manuel / manuelle », « Adjoint / Adjointe du directeur / de la directrice ».
//! Words on the two sides are lined up from the slash; what does not line up is an alternative
//! (« TV / Radio »), not a gender.

/// What a double form says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Double {
    pub masculine: Vec<String>,
    pub feminine: Vec<String>,
    /// Feminine → masculine words that were lined up, those that differ only.
    pub pairs: Vec<(String, String)>,
    /// Words on the two sides of a slash that are not two genders of one word.
    pub alternatives: Vec<Vec<String>>,
}

/// Longest run of words looked for on each side of a slash.
const LONGEST_RUN: usize = 8;

/// Pairs whose letters do not resemble each other, masculine first.
const UNLIKE: [(&str, &str); 11] = [
    ("le", "la"),
    ("un", "une"),
    ("homme", "femme"),
    ("man", "woman"),
    ("barman", "barmaid"),
    ("garcon", "fille"),
    ("steward", "hotesse"),
    ("valet", "femme"),
    ("beau", "belle"),
    ("nouveau", "nouvelle"),
    ("roi", "reine"),
];

/// Feminines that line up but teach nothing: « femme » is the woman of several men.
const UNTAUGHT: [&str; 3] = ["la", "une", "femme"];

/// Whether the second word is the feminine of the first: same beginning, feminine ending.
pub fn is_pair(masculine: &str, feminine: &str) -> bool {
    if UNLIKE.contains(&(masculine, feminine)) {
        return true;
    }
    let same = masculine.bytes().zip(feminine.bytes()).take_while(|(a, b)| a == b).count();
    let (tail_m, tail_f) = (masculine.len() - same, feminine.len() - same);
    let feminine_ending = ["e", "es", "woman", "a"].iter().any(|end| feminine.ends_with(end));
    masculine != feminine
        && same >= 2
        && tail_m <= 4
        && (1..=5).contains(&tail_f)
        && same * 2 >= masculine.len()
        && feminine_ending
        && !is_derived(masculine, feminine)
}

/// « boulanger », « boulangerie »: the shop, not the woman.
fn is_derived(masculine: &str, feminine: &str) -> bool {
    feminine.ends_with("rie") && !masculine.ends_with("ri")
}

/// Number of words lined up on both sides of a slash; 0 when they are not two genders.
fn run(left: &[String], right: &[String]) -> usize {
    let longest = left.len().min(right.len()).min(LONGEST_RUN);
    (1..=longest)
        .rev()
        .find(|&n| {
            let tail = left.get(left.len() - n..).unwrap_or_default();
            let head = right.get(..n).unwrap_or_default();
            let mut changed = false;
            let aligned = tail.iter().zip(head).all(|(m, f)| {
                changed |= m != f;
                m == f || is_pair(m, f)
            });
            aligned && changed
        })
        .unwrap_or(0)
}

/// Reads the parts of a label between its slashes.
pub fn read(parts: &[Vec<String>]) -> Double {
    let mut double = Double::default();
    let Some((first, others)) = parts.split_first() else { return double };
    double.masculine.clone_from(first);
    double.feminine.clone_from(first);
    for part in others {
        let n = run(&double.masculine, part);
        if n == 0 {
            let base = double.masculine.clone();
            double.alternatives.push(swapped(&base, part));
            if base.len() == 1 && part.len() > 1 {
                double.alternatives.push(base.iter().chain(part.iter().skip(1)).cloned().collect());
            }
            double.masculine.extend(part.iter().cloned());
            double.feminine.extend(part.iter().cloned());
            continue;
        }
        let kept = double.masculine.len() - n;
        let tail = double.masculine.get(kept..).unwrap_or_default();
        let changed =
            tail.iter().zip(part).filter(|(m, f)| m != f && !UNTAUGHT.contains(&f.as_str()));
        double.pairs.extend(changed.map(|(m, f)| (f.clone(), m.clone())));
        double.masculine.extend(part.iter().skip(n).cloned());
        // Either « Chef boulanger / boulangère » or a full restart: what stood before stays.
        double.feminine.truncate(kept);
        double.feminine.extend(part.iter().cloned());
    }
    double
}

/// « vendeur pain » and « pâtisserie » → « vendeur pâtisserie ».
fn swapped(base: &[String], part: &[String]) -> Vec<String> {
    let kept = base.len().saturating_sub(1);
    base.iter().take(kept).chain(part).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, masculine: &str, feminine: &str) {
        let parts: Vec<Vec<String>> = text
            .split('/')
            .map(|part| part.split_whitespace().map(str::to_owned).collect())
            .collect();
        let double = read(&parts);
        assert_eq!(double.masculine.join(" "), masculine, "{text}");
        assert_eq!(double.feminine.join(" "), feminine, "{text}");
    }

    #[test]
    fn double_forms() {
        check("conducteur / conductrice de bus", "conducteur de bus", "conductrice de bus");
        check("chef boulanger / boulangere", "chef boulanger", "chef boulangere");
        check(
            "ouvrier mecanicien / ouvriere mecanicienne de la marine",
            "ouvrier mecanicien de la marine",
            "ouvriere mecanicienne de la marine",
        );
        check(
            "agent / agente de voirie manuel / manuelle",
            "agent de voirie manuel",
            "agente de voirie manuelle",
        );
        check(
            "adjoint / adjointe de le directeur / de la directrice en hotellerie",
            "adjoint de le directeur en hotellerie",
            "adjointe de la directrice en hotellerie",
        );
        check("layout man / woman", "layout man", "layout woman");
        check(
            "chroniqueur / chroniqueuse tv / radio",
            "chroniqueur tv radio",
            "chroniqueuse tv radio",
        );
        check("equilibriste", "equilibriste", "equilibriste");
    }

    #[test]
    fn pairs_of_words() {
        let check = |m, f, expected| assert_eq!(is_pair(m, f), expected, "{m} {f}");
        check("charge", "chargee", true);
        check("hote", "hotesse", true);
        check("sportif", "sportive", true);
        check("coiffeur", "coiffeuse", true);
        check("homme", "femme", true);
        check("boulanger", "boulangerie", false);
        check("plombier", "chauffagiste", false);
        check("agent", "agent", false);
    }
}
