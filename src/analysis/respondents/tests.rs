use crate::analysis::disagreement::disagreements;
use crate::analysis::employers::weigh::Choices;
use crate::analysis::employers::{Survey, survey};
use crate::analysis::inputs::prepare;
use crate::analysis::stacking::{Link, Pair, pairs};
use crate::model::{FapVersion, Groups, Kind, Territory};
use crate::readers::mapping::{Field, From, Manner, Mapping, Question};
use crate::readers::{Control, Knowing, ReadTable, read, read_with};
use crate::reference::Reference;
use std::sync::Arc;

fn table(name: &str, text: &str) -> Arc<ReadTable> {
    let reference = Reference::embedded().unwrap();
    let mut tables = read(name, text.as_bytes(), &reference, Control::none()).unwrap();
    let table = tables.remove(0);
    assert_eq!(table.rows.refused, 0, "{:?}", table.issues);
    Arc::new(table)
}

/// Establishments by identifier, day, status and headcount.
fn establishments(name: &str, rows: &[(&str, &str, &str, u32)]) -> Arc<ReadTable> {
    let header =
        "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;effectif_total";
    let row = |(id, day, status, headcount): &(&str, &str, &str, u32)| {
        format!("{id};15014;1051C;{day};{status};{headcount}\n")
    };
    let rows: String = rows.iter().map(row).collect();
    table(name, &format!("{header}\n{rows}"))
}

fn occupations(name: &str, rows: &[(&str, &str, u32)]) -> Arc<ReadTable> {
    let header = "id_etablissement;libelle_metier;code_rome;effectif_metier;projets_12m";
    let row =
        |(id, label, projects): &(&str, &str, u32)| format!("{id};{label};J1501;3;{projects}\n");
    let rows: String = rows.iter().map(row).collect();
    table(name, &format!("{header}\n{rows}"))
}

fn survey_of(inputs: &[Arc<ReadTable>]) -> Survey {
    let reference = Reference::embedded().unwrap();
    let none = Groups::new();
    let choices = Choices::default();
    let version = FapVersion::Fap2021;
    survey(inputs, Territory::France, version, &reference, choices, (&|_| None, &none)).unwrap()
}

/// Those asked, with the headcount that counts.
fn asked(inputs: &[Arc<ReadTable>]) -> Vec<(String, f64)> {
    let list = survey_of(inputs).list;
    let mut list: Vec<(String, f64)> =
        list.into_iter().map(|one| (one.id, one.headcount.unwrap())).collect();
    list.sort_by(|a, b| a.0.cmp(&b.0));
    list
}

fn projects(inputs: &[Arc<ReadTable>]) -> f64 {
    use crate::analysis::employers::answers::Asked;
    let told = survey_of(inputs).weighing.unwrap();
    let said = told.answers.said.iter().flat_map(|said| said.values());
    said.filter_map(|said| said.get(Asked::projects)).sum()
}

fn links(inputs: &[Arc<ReadTable>]) -> Vec<(Link, usize, usize)> {
    let told = pairs(inputs).into_iter().filter(Pair::is_of_respondents);
    told.map(|pair| (pair.link, pair.before, pair.after)).collect()
}

const MAY: &str = "10/05/2026";
const JUNE: &str = "12/06/2026";

#[test]
fn the_same_survey_in_two_forms_counts_once() {
    let rows = [("E1", MAY, "répondant", 12), ("E2", MAY, "refus", 30)];
    let one = establishments("etablissements.csv", &rows);
    // Another order, and another way to write the same day: no byte is the same.
    let two = establishments(
        "enquete.csv",
        &[("E2", "2026-05-10", "refus", 30), ("E1", "2026-05-10", "répondant", 12)],
    );
    let answers = [("E1", "Aide-soignant", 2)];
    let (own, other) = (
        occupations("metiers.csv", &answers),
        occupations("enquete_metiers.csv", &[("E1", "Aide-Soignant ", 2)]),
    );
    let inputs = [one, own, two, other];
    assert_eq!(asked(&inputs), [("E1".to_owned(), 12.0), ("E2".to_owned(), 30.0)]);
    assert!((projects(&inputs) - (2.0)).abs() < 1e-9, "and not twice two");
    let same = |count| Link::SameAnswers { count, whole: true };
    let told = links(&inputs);
    assert_eq!(told[0], (same(2), 0, 2));
    assert_eq!(told[1], (same(1), 1, 3));
    assert_eq!(prepare(&inputs).inputs[2].kind, Kind::Unknown, "nothing of it counts");
    assert_eq!(pairs(&inputs)[0].set_aside(), Some(2));
}

#[test]
fn a_later_answer_replaces_and_a_new_respondent_is_added() {
    let may = establishments(
        "etablissements_mai.csv",
        &[("E1", MAY, "répondant", 12), ("E2", MAY, "non joint", 5), ("E3", MAY, "répondant", 7)],
    );
    let june = establishments(
        "etablissements_juin.csv",
        &[("E2", JUNE, "répondant", 6), ("E3", MAY, "répondant", 7), ("E4", JUNE, "répondant", 9)],
    );
    let expect: Vec<(String, f64)> = [("E1", 12.0), ("E2", 6.0), ("E3", 7.0), ("E4", 9.0)]
        .map(|(id, n)| (id.to_owned(), n))
        .into();
    // Whatever the order of the files.
    for inputs in [[Arc::clone(&may), Arc::clone(&june)], [Arc::clone(&june), Arc::clone(&may)]] {
        assert_eq!(asked(&inputs), expect);
    }
    let newer = Link::NewerAnswers { count: 1, whole: false };
    let same = Link::SameAnswers { count: 1, whole: false };
    assert_eq!(links(&[Arc::clone(&may), Arc::clone(&june)]), [(same, 0, 1), (newer, 0, 1)]);
    assert_eq!(disagreements(&[may, june]), [], "a later answer contradicts nothing");
}

/// What a respondent says of its occupations follows the collection that it counts in, by the names
/// of the files.
#[test]
fn occupations_follow_the_collection_of_their_establishment() {
    let inputs = [
        establishments("etablissements_mai.csv", &[("E1", MAY, "répondant", 12)]),
        occupations("metiers_mai.csv", &[("E1", "Aide-soignant", 2), ("E1", "Infirmier", 5)]),
        establishments("etablissements_juin.csv", &[("E1", JUNE, "répondant", 12)]),
        occupations("metiers_juin.csv", &[("E1", "Aide-soignant", 3)]),
    ];
    assert!((projects(&inputs) - (3.0)).abs() < 1e-9, "those of June alone");
    // Labels written anew are the same respondent all the same.
    let mut other = inputs.clone();
    other[3] = occupations("metiers_juin.csv", &[("E1", "Aides-soignants", 4)]);
    assert!((projects(&other) - (4.0)).abs() < 1e-9);
    // Two files of one collection that tell of other occupations complete each other.
    let parts = [
        establishments("etablissements.csv", &[("E1", MAY, "répondant", 12)]),
        occupations("metiers_soin.csv", &[("E1", "Aide-soignant", 2)]),
        occupations("metiers_autres.csv", &[("E1", "Infirmier", 5)]),
    ];
    assert!((projects(&parts) - (2.0 + 5.0)).abs() < 1e-9);
    assert_eq!(links(&parts), []);
}

#[test]
fn rows_that_differ_are_set_side_by_side_and_one_is_chosen() {
    let one = establishments("a.csv", &[("E1", MAY, "répondant", 12), ("E2", MAY, "refus", 3)]);
    let two = establishments("b.csv", &[("E2", MAY, "refus", 3), ("E1", MAY, "répondant", 21)]);
    let check = |inputs: [&Arc<ReadTable>; 2], kept: f64, rows: (u32, u32)| {
        let inputs = inputs.map(Arc::clone);
        assert!((asked(&inputs)[0].1 - kept).abs() < 1e-9, "the first, which the user prefers");
        let found = disagreements(&inputs);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].first, found[0].second, found[0].n_differing()), (0, 1, 1));
        let cell = &found[0].cells[0];
        assert_eq!((cell.column, cell.rows), ("headcount", rows));
        assert_eq!(
            (cell.first.value(), cell.second.value()),
            (None, None),
            "no figure to be shown"
        );
        let answers = cell.answers.clone().unwrap();
        assert_eq!(answers[0], kept.to_string());
    };
    check([&one, &two], 12.0, (2, 3));
    check([&two, &one], 21.0, (3, 2));
}

/// A form without identifiers: its rows are numbered, and files number theirs alike.
#[test]
fn an_export_that_grew_counts_its_rows_once() {
    let column = |header: &str| From::Column(header.to_owned());
    let plain = |name: &str, from: From| {
        let (name, manner) = (name.to_owned(), Manner::Plain);
        Field { name, from, manner, recodes: Vec::new() }
    };
    let mapping = Mapping {
        confirmed_on: "form.csv".to_owned(),
        kind: Kind::SurveyEstablishments,
        two_rows: false,
        fields: vec![
            plain("id", From::RowNumber),
            plain("status", From::Constant("répondant".to_owned())),
            plain("commune", column("Lieu")),
            plain("naf", column("Code APE")),
            plain("headcount", column("Combien êtes-vous ?")),
        ],
        questions: vec![Question {
            label: "Votre avis".to_owned(),
            from: column("Votre avis"),
            manner: Manner::Scale,
            recodes: Vec::new(),
        }],
        seen: Vec::new(),
        none: Vec::new(),
    };
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings: std::slice::from_ref(&mapping) };
    let form = |name: &str, rows: &[&str]| -> Vec<Arc<ReadTable>> {
        let header = "Lieu;Code APE;Combien êtes-vous ?;Votre avis\n";
        let text = format!("{header}{}\n", rows.join("\n"));
        let tables = read_with(name, text.as_bytes(), knowing, Control::none()).unwrap();
        tables.into_iter().map(Arc::new).collect()
    };
    let counted = |first: &[Arc<ReadTable>], second: &[Arc<ReadTable>]| {
        let inputs: Vec<_> = first.iter().chain(second).map(Arc::clone).collect();
        let survey = survey_of(&inputs);
        let answered = survey.weighing.unwrap().questions[0].answered.len();
        (survey.list.len(), answered)
    };
    let may = form("mai.csv", &["15014;1051C;12;4", "15014;4520A;3;2", "15187;8690D;7;4"]);
    // Newest first, as forms export: rows have other numbers.
    let june = form(
        "juin.csv",
        &["15187;4711F;5;5", "15014;1051C;12;4", "15014;4520A;3;2", "15187;8690D;7;4"],
    );
    assert_eq!(counted(&may, &june), (4, 4));
    assert_eq!(counted(&june, &may), (4, 4));
    // One that changed is one of the same activity and commune.
    let edited = form(
        "juin.csv",
        &["15187;4711F;5;5", "15014;1051C;12;4", "15014;4520A;4;1", "15187;8690D;7;4"],
    );
    assert_eq!(counted(&may, &edited), (4, 4));
    // Another form of the same columns is of others.
    let others = form("autre.csv", &["15014;1051C;80;1", "15120;4520A;9;2", "15187;8690D;2;1"]);
    assert_eq!(counted(&may, &others), (3 + 3, 3 + 3));
}

#[test]
fn actors_of_one_collection_count_once() {
    use crate::analysis::employers::perception::perception;
    let opinions = |name: &str, rows: &[&str]| {
        let text = format!("id_repondant;college;question;reponse\n{}\n", rows.join("\n"));
        table(name, &text)
    };
    let rows = [
        "1;Entreprises;Mobilité ?;Oui",
        "2;Entreprises;Mobilité ?;Non",
        "1;Organismes de formation;Mobilité ?;Oui",
    ];
    let one = opinions("acteurs.csv", &rows);
    assert_eq!(one.kind, Kind::ActorOpinions);
    let mut more = rows.to_vec();
    more.push("3;Entreprises;Mobilité ?;Oui");
    let two = opinions("acteurs_juin.csv", &more);
    let answered = |inputs: &[Arc<ReadTable>]| {
        let found = perception(inputs).unwrap();
        found.questions[0].answered.iter().map(std::collections::BTreeSet::len).collect::<Vec<_>>()
    };
    assert_eq!(answered(&[Arc::clone(&one), two]), [3, 1]);
    // Two colleges, or two rounds of others, may number their respondents alike.
    let others =
        opinions("autres.csv", &["1;Entreprises;Mobilité ?;Non", "2;Entreprises;Mobilité ?;Oui"]);
    assert_eq!(answered(&[one, others]), [4, 1]);
}
