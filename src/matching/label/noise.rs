//! What employers write around an occupation: contract, hours, mentions, places as numbers.
//!
//! Only typed labels lose these words, and only once the whole label is known to be no job title
//! as it stands: « recherche » and « intérim » belong to published titles too.

/// Runs of content words, small words taken out; abbreviations are already expanded.
const PHRASES: [&[&str]; 37] = [
    // What EHPAD stands for: a place, as below.
    &["etablissement", "hebergement", "personnes", "agees", "dependantes"],
    &["contrat", "duree", "indeterminee", "intermittent"],
    &["contrat", "duree", "indeterminee"],
    &["contrat", "duree", "determinee"],
    &["contrat", "travail", "temporaire"],
    &["contrat", "unique", "insertion"],
    &["contrat", "accompagnement", "emploi"],
    &["contrat", "professionnalisation"],
    &["contrat", "pro"],
    &["contrat", "apprentissage"],
    &["certificat", "aptitude", "conduite", "securite"],
    &["certificat", "aptitude", "professionnelle"],
    &["formation", "initiale", "minimale", "obligatoire"],
    &["formation", "continue", "obligatoire"],
    &["brevet", "technicien", "superieur"],
    &["brevet", "etudes", "professionnelles"],
    &["prise", "poste", "immediate"],
    &["poste", "pourvoir"],
    &["equivalent", "temps", "plein"],
    &["temps", "plein"],
    &["temps", "complet"],
    &["temps", "partiel"],
    &["temps", "choisi"],
    &["plein", "temps"],
    &["mi", "temps"],
    &["longue", "duree"],
    &["courte", "duree"],
    &["moyenne", "duree"],
    &["debutant", "accepte"],
    &["debutants", "acceptes"],
    &["femme", "homme"],
    &["homme", "femme"],
    &["offre", "emploi"],
    &["job", "ete"],
    &["permis", "b"],
    &["permis", "c"],
    &["permis", "ce"],
];

/// Words that say nothing of the occupation wherever they stand.
#[rustfmt::skip]
const ANYWHERE: [&str; 13] = [
    "cdi", "cdd", "urgent", "urgente", "asap", "recherchons", "cherche", "cherchons", "recrute",
    "recrutons", "embauche", "offre", "besoin",
];

/// Words dropped at the head only: « poste de maçon », but « chef de poste ».
const AT_HEAD: [&str; 3] = ["recherche", "poste", "postes"];

/// Words dropped after the first word kept: alone, they are what the label has to say.
#[rustfmt::skip]
const AFTER_HEAD: [&str; 14] = [
    "interim", "interimaire", "remplacement", "alternance", "apprentissage", "saison", "debutant",
    "debutante", "experimente", "experimentee", "motive", "motivee", "homme", "femme",
];

/// Where it is done, dropped after the first word kept: « aide-soignante EHPAD » says no more of the
/// occupation. Titles that name a place are found with it before it is dropped.
#[rustfmt::skip]
const PLACES: [&str; 8] = [
    "ehpad", "hopital", "clinique", "ecole", "lycee", "mairie", "mas", "foyer",
];

/// Words dropped before a number: « dept 15 », but « chef de département ».
const BEFORE_NUMBER: [&str; 4] = ["dept", "dpt", "dep", "departement"];

/// Numbers (départements, hours, head counts), « 35h », « x2 », « 2a ».
fn is_number(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits > 0
        && (digits == word.len()
            || word.strip_suffix('h').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
            || word.strip_prefix('x').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
            || matches!(word, "2a" | "2b"))
}

/// The content words without noise; all of them when nothing else would be left.
pub fn without_noise(words: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest = words.get(at..).unwrap_or_default();
        let phrase = PHRASES.iter().find(|phrase| {
            phrase.len() <= rest.len()
                && phrase.iter().zip(rest).all(|(a, b)| *a == b.trim_end_matches('.'))
        });
        if let Some(phrase) = phrase {
            at += phrase.len();
            continue;
        }
        at += 1;
        let bare = word.trim_end_matches('.');
        let next = words.get(at).map(|next| next.trim_end_matches('.'));
        let dropped = ANYWHERE.contains(&bare)
            || (kept.is_empty() && AT_HEAD.contains(&bare))
            || (!kept.is_empty() && (AFTER_HEAD.contains(&bare) || PLACES.contains(&bare)))
            || (BEFORE_NUMBER.contains(&bare) && next.is_some_and(is_number));
        if !dropped && !is_number(bare) {
            kept.push(word.clone());
        }
    }
    if kept.is_empty() { words.to_vec() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        assert_eq!(without_noise(&words).join(" "), expected, "{text}");
    }

    #[test]
    fn noise_goes() {
        check("serveur homme femme", "serveur");
        check("homme femme serveur", "serveur");
        check("macon contrat duree indeterminee temps plein", "macon");
        check("urgent cuisinier 15", "cuisinier");
        check("recherche plombier 35h", "plombier");
        check("2 postes vendeur", "vendeur");
        check("vendeur dept 15", "vendeur");
        check("aide soignant ehpad", "aide soignant");
        check("ehpad", "ehpad");
    }

    #[test]
    fn what_names_the_occupation_stays() {
        check("femme menage", "femme menage");
        check("homme toutes mains", "homme toutes mains");
        check("veilleur 2d", "veilleur 2d");
        check("interim", "interim");
        check("chef departement frais", "chef departement frais");
        check("charge recherche", "charge recherche");
    }
}
