use super::*;
use crate::actions::follow::{Present, follow};
use crate::actions::{due, matrix};
use crate::model::action::Actor;
use crate::model::action::decided::{Decided, FigureKey, Spread};
use crate::model::action::edit::By;
use crate::model::action::sheet::{Action, Milestone, Status};
use crate::model::{Date, Grade, Language};

fn catalog(language: Language) -> Catalog {
    Catalog::new(language).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn by() -> By {
    By { date: day("2025-03-01"), who: "Comité".to_owned() }
}

fn frozen(unit: Option<Unit>, numbers: [Option<f64>; 3], spread: Spread) -> FrozenFigure {
    let [value, low, high] = numbers.map(|number| number.and_then(Decimal::new));
    FrozenFigure {
        key: FigureKey::default(),
        mark: String::new(),
        indicator: "difficult-share-posterior".to_owned(),
        label: "Part difficile".to_owned(),
        territory: "be:9601".to_owned(),
        occupation: None,
        unit,
        value,
        words: String::new(),
        low,
        high,
        spread,
        n: None,
        grade: Some(Grade::A),
        hidden: None,
        of_respondents: false,
        source: String::new(),
        year: Some(2024),
    }
}

#[test]
fn a_kept_figure_reads_as_in_the_document() {
    let french = catalog(Language::French);
    let check = |unit, numbers, expect: &str| {
        let text = figure(&frozen(unit, numbers, Spread::Interval(80)), &french);
        assert_eq!(text, expect);
    };
    let share = Some(Unit::ShareOfProjects);
    check(share, [Some(0.58), Some(0.41), Some(0.73)], "58\u{202f}% (41–73\u{202f}%)");
    check(share, [None, Some(0.41), Some(0.73)], "41–73\u{202f}%");
    check(share, [None, None, None], "—");
    check(Some(Unit::Projects), [Some(1200.0), None, None], "1\u{202f}200");
    check(Some(Unit::Projects), [Some(120.0), Some(121.0), Some(124.0)], "120 publiés (121–124)");
    check(Some(Unit::Projects), [Some(12.0), Some(12.0), Some(12.0)], "12");
    check(None, [Some(7.0), None, None], "7");
    check(Some(Unit::Probability), [Some(0.999), Some(0.995), Some(0.9995)], ">\u{a0}99\u{202f}%");
    let hidden = |why: &str| {
        let mut one = frozen(share, [None; 3], Spread::None);
        one.hidden = Some(why.to_owned());
        figure(&one, &french)
    };
    assert_eq!(hidden("too-few"), french.text("hidden-too-few"));
    assert_eq!(hidden("withheld"), french.text("plan-withheld"));
    assert_eq!(hidden("raison d’une autre version"), "masqué");
}

#[test]
fn a_computed_number_has_one_decimal_and_a_written_one_its_own() {
    let french = catalog(Language::French);
    let check = |text: &str, expect: &str| {
        assert_eq!(number(text.parse().unwrap(), &french), expect);
    };
    check("73,6825", "73,7");
    check("12,75", "12,75");
    check("1200", "1\u{202f}200");
}

#[test]
fn then_now_the_difference_and_whether_it_is_noise() {
    let french = catalog(Language::French);
    let share = Some(Unit::ShareOfProjects);
    let check = |now: Option<[Option<f64>; 3]>, year: u16, expect: &str| {
        let then = frozen(share, [Some(0.5), Some(0.4), Some(0.6)], Spread::Interval(80));
        let now = now.map(|numbers| FrozenFigure {
            year: Some(year),
            ..frozen(share, numbers, Spread::Interval(80))
        });
        let decided = Decided {
            date: day("2024-06-01"),
            who: String::new(),
            figures: vec![then],
            fingerprints: Vec::new(),
            method: String::new(),
            edition: String::new(),
        };
        let figures = now.map(|one| (one.key.clone(), one)).into_iter().collect();
        let present = Present { figures, ..Present::default() };
        let found = follow(&decided, Some(&present)).remove(0);
        let text = followed(&found, &french);
        assert_eq!(text.replace(['\u{a0}', '\u{202f}'], "~"), expect);
    };
    check(
        Some([Some(0.7), Some(0.65), Some(0.8)]),
        2025,
        "Part difficile~: 50~% (40–60~%) en 2024, 70~% (65–80~%) en 2025~; +20 points, hausse plus grande que le bruit~: les deux intervalles à 80~% sont disjoints",
    );
    check(
        Some([Some(0.51), Some(0.4), Some(0.6)]),
        2025,
        "Part difficile~: 50~% (40–60~%) en 2024, 51~% (40–60~%) en 2025~; +1 point, pas plus que le bruit~: les deux intervalles à 80~% se recouvrent",
    );
    check(
        None,
        2025,
        "Part difficile~: 50~% (40–60~%) en 2024~; on ne peut rien dire du changement~: les fichiers lus n’ont plus ce chiffre",
    );
    check(
        Some([Some(0.5), Some(0.4), Some(0.6)]),
        2024,
        "Part difficile~: 50~% (40–60~%) en 2024, 50~% (40–60~%) en 2024~; on ne peut rien dire du changement~: les fichiers lus sont de l’année de la décision",
    );
}

#[test]
fn holes_and_delays_are_said_plainly() {
    let french = catalog(Language::French);
    let mut plan = ActionPlan::default();
    let actor = plan.add_actor(Actor { name: "Greta".to_owned(), ..Actor::default() });
    let milestone = Milestone {
        name: "Première session".to_owned(),
        due: Some(day("2025-02-27")),
        ..Milestone::default()
    };
    let action = Action {
        title: "Former des soudeurs".to_owned(),
        status: Status::Running,
        lead: vec![actor.clone()],
        milestones: vec![milestone],
        ends: Some(day("2025-02-28")),
        ..Action::default()
    };
    plan.add_action(action, Event::Added, &by());
    plan.add_action(Action { title: "Loger".to_owned(), ..Action::default() }, Event::Added, &by());
    plan.remove(&actor, &by());
    let bare = |text: String| text.replace(['\u{a0}', '\u{202f}'], "~");
    let found: Vec<String> =
        matrix::findings(&plan, 4).iter().map(|one| bare(finding(&plan, one, &french))).collect();
    let expect = [
        "«~Loger~» n’a pas de chef de file",
        "«~Former des soudeurs~»~: son chef de file n’est plus dans le registre, Greta (supprimé)",
    ];
    assert_eq!(found, expect);
    let late: Vec<String> = due::late(&plan, day("2025-03-01"))
        .iter()
        .map(|one| bare(due(&plan, one, &french)))
        .collect();
    let expect = [
        "jalon «~Première session~» de «~Former des soudeurs~»~: attendu le 27/02/2025, 2 jours de retard",
        "fin de «~Former des soudeurs~»~: attendu le 28/02/2025, 1 jour de retard",
    ];
    assert_eq!(late, expect);
    let entries: Vec<String> = plan.journal.iter().map(|one| bare(entry(one, &french))).collect();
    let expect = [
        "01/03/2025, Comité — action écrite~: Former des soudeurs",
        "01/03/2025, Comité — action écrite~: Loger",
        "01/03/2025, Comité — suppression~: Greta",
    ];
    assert_eq!(entries, expect);
}

#[test]
fn a_change_of_status_is_told_in_words() {
    let english = catalog(Language::English);
    let mut plan = ActionPlan::default();
    let id = plan.add_action(Action::default(), Event::Added, &by());
    plan.set_status(&id, Status::Running, &by());
    let last = plan.journal.last().unwrap();
    assert_eq!(entry(last, &english), "2025-03-01, Comité — change of status: idea → running");
}
