use super::*;
use crate::readers::{Control, read};
use proptest::prelude::*;

const RULE: Rule = Rule { days: 30, title: 0.6 };
const HEADER: &str = "id_offre;source;intitule;code_rome;code_commune;date_creation;date_cloture;\
                      nb_postes;type_contrat;statut;siret;employeur;nature\n";

/// Identifier, origin, title, card, commune, day, SIRET, employer.
type Given<'a> = [&'a str; 8];

fn table(name: &str, text: &str) -> Arc<ReadTable> {
    let reference = Reference::embedded().unwrap();
    let found = read(name, text.as_bytes(), &reference, Control::none()).unwrap().remove(0);
    assert_eq!(found.rows.refused, 0, "{:?}", found.issues);
    Arc::new(found)
}

fn list(name: &str, rows: &[Given<'_>]) -> Arc<ReadTable> {
    let row = |[id, origin, title, rome, commune, day, siret, employer]: &Given<'_>| {
        format!("{id};{origin};{title};{rome};{commune};{day};;1;CDI;ouverte;{siret};{employer};\n")
    };
    table(name, &format!("{HEADER}{}", rows.iter().map(row).collect::<String>()))
}

fn lists(inputs: &[Arc<ReadTable>]) -> Lists {
    let reference = Reference::embedded().unwrap();
    Lists::new(inputs, "be:8450".parse().unwrap(), FapVersion::Fap2021, &reference, RULE)
}

const FIRST: Given<'static> = [
    "1",
    "France Travail",
    "Aide-soignant (H/F)",
    "J1501",
    "15014",
    "01/02/2026",
    "12345678900012",
    "Ehpad des Monts",
];

/// The first row in one list, another in a second list: whether they are one offer, and why.
fn same(change: impl Fn(&mut Given<'static>)) -> Option<Sameness> {
    let mut other = FIRST;
    other[0] = "x";
    other[1] = "Presse";
    change(&mut other);
    let found = lists(&[list("a.csv", &[FIRST]), list("b.csv", &[other])]);
    assert_eq!(found.offers.len() + found.merged.len(), 2, "none is lost");
    found.merged.first().map(|one| {
        assert_eq!((one.kept, one.left), ((0, 2), (1, 2)));
        one.sameness
    })
}

#[test]
fn the_same_work_of_the_same_employer_is_one_offer() {
    let like = |by_siret, days, title| Some(Sameness::Likeness { by_siret, days, title });
    assert_eq!(same(|_| ()), like(true, 0, 1.0));
    assert_eq!(same(|other| other[5] = "20/02/2026"), like(true, 19, 1.0));
    // Without a SIRET on one side, by the name, whatever its case and accents.
    assert_eq!(same(|other| (other[6], other[7]) = ("", "EHPAD DES MONTS")), like(false, 0, 1.0));
    assert!(matches!(
        same(|other| other[2] = "AIDE SOIGNANTE F/H"),
        Some(Sameness::Likeness { title, .. }) if (0.6..1.0).contains(&title)
    ));
    assert_eq!(
        same(|other| (other[0], other[1]) = ("1", "france travail")),
        Some(Sameness::Identifier)
    );
}

#[test]
fn what_differs_is_two_offers() {
    assert_eq!(same(|other| other[5] = "15/03/2026"), None, "six weeks later");
    assert_eq!(same(|other| other[3] = "K1302"), None, "another card");
    assert_eq!(same(|other| other[4] = "15012"), None, "another commune");
    assert_eq!(same(|other| other[2] = "Responsable des soins de nuit"), None, "another title");
    assert_eq!(same(|other| (other[6], other[7]) = ("98765432100019", "Autre")), None);
    assert_eq!(same(|other| (other[6], other[7]) = ("", "")), None, "an unknown employer");
    assert_eq!(same(|other| other[1] = "France Travail"), None, "two numbers of one origin");
}

/// One offer stands for one of each other origin: two posts offered twice stay two.
#[test]
fn two_of_one_origin_stay_two() {
    let mut second = FIRST;
    second[0] = "2";
    let press = |id: &'static str| {
        let mut row = FIRST;
        (row[0], row[1]) = (id, "Presse");
        row
    };
    let found = lists(&[
        list("a.csv", &[FIRST, second]),
        list("b.csv", &[press("7"), press("8"), press("9")]),
    ]);
    let told: Vec<_> = found.merged.iter().map(|one| (one.kept, one.left)).collect();
    assert_eq!(told, [((0, 2), (1, 2)), ((0, 3), (1, 3))]);
    assert_eq!(found.offers.len(), 3);
    assert_eq!(found.notes()[0], Note::LikeOffers { count: 2 });
}

#[test]
fn what_a_list_is_of() {
    let check = |rows: &[(&str, &str, &str)], expected: (Nature, bool)| {
        let rows: Vec<String> = rows
            .iter()
            .zip(1..)
            .map(|((status, closed, nature), id)| {
                format!("{id};x;Métier;J1501;15014;01/02/2026;{closed};1;CDI;{status};;;{nature}\n")
            })
            .collect();
        let rows = rows.concat();
        let found = lists(&[table("a.csv", &format!("{HEADER}{rows}"))]);
        assert_eq!((found.lists[0].nature, found.lists[0].said), expected, "{rows}");
    };
    check(&[("ouverte", "", ""), ("pourvue", "", "")], (Nature::Flow, false));
    check(&[("inconnue", "10/02/2026", "")], (Nature::Flow, false));
    check(&[("ouverte", "", ""), ("ouverte", "", "")], (Nature::Stock, false));
    check(&[("ouverte", "", ""), ("inconnue", "", "")], (Nature::Unknown, false));
    check(&[("ouverte", "", "flux"), ("ouverte", "", "flux")], (Nature::Flow, true));
    check(&[("pourvue", "", "Stock")], (Nature::Stock, true));
    check(&[("ouverte", "", "flux"), ("ouverte", "", "stock")], (Nature::Unknown, true));
    check(&[("ouverte", "", "flux"), ("ouverte", "", "")], (Nature::Unknown, true));
}

/// A flow and a stock are never added up; the flow counts, the other is told.
#[test]
fn flow_and_stock_stay_apart() {
    let of = |name: &str, nature: &str| {
        let rows: Vec<String> = (0..3)
            .map(|id| {
                format!("{id};{name};Soins;J1501;15014;01/02/2026;;1;CDI;ouverte;;;{nature}\n")
            })
            .collect();
        let rows = rows.concat();
        table(name, &format!("{HEADER}{rows}"))
    };
    let found = lists(&[of("stock.csv", "stock"), of("flux.csv", "flux"), of("autre.csv", "")]);
    assert_eq!(found.counted(), Some(Nature::Flow));
    assert_eq!(
        found.notes(),
        [
            Note::OffersNotAFlow { source: 0, nature: Nature::Stock },
            Note::OffersApart { source: 0, count: 3 },
            Note::OffersNotAFlow { source: 2, nature: Nature::Stock },
            Note::OffersApart { source: 2, count: 3 },
        ]
    );
    assert_eq!(lists(&[]).counted(), None);
}

proptest! {
    /// Kept and left are all rows, a row is left once, and for one that counts; more days or less
    /// likeness never make fewer.
    #[test]
    fn a_trace_accounts_for_every_row(
        rows in prop::collection::vec((0_usize..3, 0_usize..2, 1_u8..28, 0_usize..3), 1..30)
    ) {
        let origins = ["FT", "Presse", "Intérim"];
        let titles = ["Aide-soignant", "Aide soignante H/F", "Cuisinier"];
        let sirets = ["12345678900012", "98765432100019"];
        let inputs: Vec<_> = (0..3)
            .map(|of| {
                let own = rows.iter().enumerate().filter(|(_, row)| row.0 == of);
                let text: Vec<String> = own
                    .map(|(id, (origin, siret, day, title))| {
                        format!(
                            "{id};{};{};J1501;15014;{day:02}/02/2026;;1;CDI;ouverte;{};;\n",
                            origins[*origin], titles[*title], sirets[*siret]
                        )
                    })
                    .collect();
                let text = text.concat();
                table("a.csv", &format!("{HEADER}999;Vide;x;J1501;15014;01/01/2020;;1;CDI;ouverte;;;\n{text}"))
            })
            .collect();
        let reference = Reference::embedded().unwrap();
        let read = |rule| {
            Lists::new(&inputs, Territory::France, FapVersion::Fap2021, &reference, rule)
        };
        let found = read(RULE);
        // The row of no origin of interest has one identifier: it is there once.
        prop_assert_eq!(found.offers.len() + found.merged.len(), rows.len() + 3);
        let left: BTreeSet<(usize, u32)> = found.merged.iter().map(|one| one.left).collect();
        prop_assert_eq!(left.len(), found.merged.len());
        prop_assert!(found.merged.iter().all(|one| !left.contains(&one.kept)));
        let strict = read(Rule { days: 0, title: 1.0 });
        let exact = |one: &Merge| match one.sameness {
            Sameness::Likeness { days, title, .. } => days == 0 && title >= 1.0,
            Sameness::Identifier => true,
        };
        prop_assert!(strict.merged.iter().all(exact));
    }
}
