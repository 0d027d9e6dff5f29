//! Measures the matcher on sets made from the job titles, then answers labels as typed:
//!
//! `cargo run --release --example measure [-- <number of wrong answers shown per set>]`

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a tool of ours: counts of labels as percentages"
)]

#[path = "../tests/all/variants/mod.rs"]
mod variants;

use bassin::matching::label::index::Index;
use bassin::matching::label::{BULK_SCORE, Reason};
use std::error::Error;
use std::time::Instant;
use variants::{Variant, cards_of_forms, cases};

/// Labels in the manner of employers' answers, with every kind of carelessness.
const TYPED: [&str; 60] = [
    "conducteur PL",
    "aide soig.",
    "chef de rang H/F",
    "technicien maintenance poids lourds",
    "serveuse",
    "IDE",
    "boulanger(ère)",
    "CONDUCTRICE DE BUS",
    "maçons",
    "AS de nuit",
    "Aide à domicile CDI temps partiel",
    "auxiliaire de vie",
    "AVS",
    "cuisinier / cuisinière",
    "commis de cuisine",
    "plongeur",
    "femme de chambre",
    "agent d'entretien",
    "femme de ménage",
    "ASH",
    "chauffeur SPL",
    "chauffeur livreur VL",
    "cariste CACES 1 3 5",
    "préparateur de cdes",
    "manutentionnaire",
    "magasinier cariste",
    "élec bâtiment",
    "plombier chauffagiste",
    "plombier, chauffagiste",
    "couvreur zingueur",
    "peintre en batiment",
    "conducteur d'engins TP",
    "resp. RH",
    "compta",
    "assistant(e) de gestion",
    "secrétaire médicale",
    "commercial BtoB",
    "vendeur en boulangerie",
    "caissière",
    "employé libre service",
    "boucher",
    "tech. CVC",
    "soudeur TIG",
    "usineur",
    "opérateur de production",
    "ouvrier agricole",
    "vacher",
    "fromager",
    "bucheron",
    "animateur periscolaire",
    "educ spé",
    "ATSEM",
    "moniteur educateur",
    "dev web",
    "ingénieur informatique",
    "kiné",
    "médecin généraliste",
    "pharmacien",
    "agent de sécurité SSIAP",
    "mécanicien agricole",
];

fn main() -> Result<(), Box<dyn Error>> {
    let shown = std::env::args().nth(1).map_or(Ok(0), |n| n.parse::<usize>())?;
    let start = Instant::now();
    let index = Index::embedded()?;
    println!("built in {:?}", start.elapsed());
    println!("{} feminine words learned", index.n_genders());
    let two = cards_of_forms(index.titles()).values().filter(|cards| cards.len() > 1).count();
    println!("{two} written forms belong to several cards");
    let typos = (1..=5).map(|seed| Variant::Typo { seed });
    let sets =
        [Variant::Full, Variant::Masculine, Variant::Feminine, Variant::Plural, Variant::Upper]
            .into_iter()
            .chain(typos)
            .chain([Variant::Shorter { seed: 1 }]);
    for variant in sets {
        measure(&index, variant, shown);
    }
    let start = Instant::now();
    for label in TYPED {
        println!("{label}");
        for one in index.propose(label).candidates {
            println!("    {:.2} {} {:?} {}", one.score, one.rome, one.reason, one.label);
        }
    }
    println!("{} labels in {:?}, printing included", TYPED.len(), start.elapsed());
    Ok(())
}

fn measure(index: &Index, variant: Variant, shown: usize) {
    let cases = cases(index, variant, 1);
    let start = Instant::now();
    let answers: Vec<_> = cases.iter().map(|case| index.propose(&case.label)).collect();
    let per_thousand = start.elapsed().as_secs_f64() * 1e6 / cases.len() as f64;
    let (mut first, mut five, mut bulk, mut bulk_right, mut ambiguous) = (0, 0, 0, 0, 0);
    let mut bins = [(0_u32, 0_u32); 10];
    let mut wrong = Vec::new();
    for (case, answer) in cases.iter().zip(&answers) {
        ambiguous += usize::from(case.right.len() > 1);
        five += usize::from(answer.candidates.iter().any(|c| case.right.contains(&c.rome)));
        let Some(best) = answer.candidates.first() else { continue };
        let right = case.right.contains(&best.rome);
        first += usize::from(right);
        if !right {
            wrong.push((case, best));
        }
        bulk += usize::from(best.score >= BULK_SCORE);
        bulk_right += usize::from(best.score >= BULK_SCORE && right);
        // What is a title as it stands is certain: the bins are for the rest.
        if best.reason <= Reason::Abbreviation {
            continue;
        }
        if let Some(bin) = bins.get_mut(((best.score * 10.0) as usize).min(9)) {
            bin.0 += 1;
            bin.1 += u32::from(right);
        }
    }
    let part = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
    let n = cases.len();
    println!(
        "{variant:?}: {n} labels, first {:.2} %, in five {:.2} %, bulk {:.1} % of which right \
         {:.2} %, {ambiguous} with several right cards, {per_thousand:.0} ms per 1,000",
        part(first, n),
        part(five, n),
        part(bulk, n),
        part(bulk_right, bulk),
    );
    let bins: Vec<String> = bins.iter().map(|(n, r)| format!("{r}/{n}")).collect();
    println!("    uncertain ones, right by tenth of score: {}", bins.join(" "));
    let step = (wrong.len() / shown.max(1)).max(1);
    for (case, best) in wrong.iter().step_by(step).take(shown) {
        println!(
            "    {} → {:.2} {} {:?} {} (right {:?})",
            case.label, best.score, best.rome, best.reason, best.label, case.right
        );
    }
}
