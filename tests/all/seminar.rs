//! The plan that a seminar leads to, on the sample territory: five levers, targets, four times of
//! work, two questions with what the tables wrote; a year that is closed, and the one after it.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use bassin::actions::cycle::start;
use bassin::analysis::{Request, analyse};
use bassin::i18n::Catalog;
use bassin::inquiry::{Asked, inquiry};
use bassin::matching::label::dictionary::Dictionary;
use bassin::model::action::decided::{Decided, FigureKey};
use bassin::model::action::edit::By;
use bassin::model::action::indicator::{Direction, Indicator, IndicatorKind, Measure};
use bassin::model::action::journal::Event;
use bassin::model::action::sheet::{
    Action, Milestone, Money, Outcome, Partner, Places, Practice, ProgrammeLink, Reached, Realised,
    Role, Status,
};
use bassin::model::action::workshop::{Contribution, Question};
use bassin::model::action::{ActionPlan, Actor, ActorKind, Id};
use bassin::model::planning::Planning;
use bassin::model::{Date, Groups, Language};
use bassin::outputs::Ground;
use bassin::project::{Project, Weighting};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::reference::actions::Start;
use bassin::reference::params::Parameters;
use bassin::report::build::frozen::Freezer;
use bassin::report::build::store::store;
use bassin::report::build::{Comparison, Context};
use bassin::sample;
use std::sync::{Arc, LazyLock};

/// Made once for all tests.
pub static SEMINAR: LazyLock<ActionPlan> = LazyLock::new(plan);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn by(text: &str) -> By {
    By { date: day(text), who: "Comité de pilotage".to_owned() }
}

/// What is decided on the files of 2024 alone: the survey of that year, and answers of employers.
fn decided_in_2024(keys: &[(&str, &str, &str)]) -> Decided {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let catalog = Catalog::new(Language::French).unwrap();
    let inputs: Vec<_> = sample::FILES
        .iter()
        .filter(|(name, _)| !name.starts_with("BMO_2025"))
        .flat_map(|(name, bytes)| read(name, bytes, &reference, Control::none()).unwrap())
        .map(Arc::new)
        .collect();
    let territory = sample::TERRITORY.parse().unwrap();
    let request = Request { territory, year: None, as_of: day("2025-01-20") };
    let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    let (labels, log) = (Dictionary::default(), Project::default().log());
    let asked = Asked {
        territory,
        version: results.fap_version,
        labels: &labels,
        weighting: Weighting::default(),
        groups: &Groups::new(),
        log: &log,
    };
    let inquiry = inquiry(&inputs, &reference, &parameters, &asked);
    let context = Context {
        results: &results,
        catalog: &catalog,
        reference: &reference,
        parameters: &parameters,
        comparison: Comparison::default(),
        inquiry: inquiry.as_ref(),
        perceived: None,
        actions: None,
    };
    let ground = Ground::new(&context, &Planning::default(), &|| true);
    let context = Context { results: &ground.results, ..context };
    let document = store(&ground.planned(context));
    let freezer = Freezer { context, document: &document, plan: Some(&ground.plan), let_out: true };
    let keys: Vec<FigureKey> = keys
        .iter()
        .map(|(table, row, column)| FigureKey {
            table: (*table).to_owned(),
            row: (*row).to_owned(),
            column: (*column).to_owned(),
        })
        .collect();
    let decided = freezer.decided(&keys, day("2025-01-20"), "Comité de pilotage");
    assert_eq!(decided.figures.len(), keys.len(), "{:?}", decided.figures);
    decided
}

fn milestone(name: &str, due: &str, done: Option<&str>) -> Milestone {
    Milestone {
        name: name.to_owned(),
        due: Some(day(due)),
        done: done.map(day),
        ..Milestone::default()
    }
}

fn money(funder: &str, euros: u32, secured: bool) -> Money {
    Money { funder: funder.to_owned(), euros, secured }
}

fn partner(actor: &Id, role: Role, does: &str) -> Partner {
    Partner { actor: actor.clone(), role, does: does.to_owned() }
}

/// The register, in the order of [`actors`].
struct Known {
    agglomeration: Id,
    chamber: Id,
    employment: Id,
    region: Id,
    opco: Id,
    body: Id,
    company: Id,
    youth: Id,
}

fn actors(plan: &mut ActionPlan) -> Known {
    let mut actor = |name: &str, kind: ActorKind, can: &str, capacity: Option<u8>| {
        plan.add_actor(Actor {
            name: name.to_owned(),
            kind,
            can: can.to_owned(),
            capacity,
            ..Actor::default()
        })
    };
    Known {
        agglomeration: actor(
            "Communauté d’agglomération",
            ActorKind::Local,
            "réunit les acteurs, accueille les nouveaux arrivants",
            Some(1),
        ),
        chamber: actor(
            "Chambre de commerce et d’industrie",
            ActorKind::Chamber,
            "mobilise les entreprises",
            Some(2),
        ),
        employment: actor(
            "France Travail, agence locale",
            ActorKind::FranceTravail,
            "oriente les demandeurs d’emploi",
            None,
        ),
        region: actor("Région", ActorKind::Region, "finance des places", None),
        opco: actor("OPCO Santé", ActorKind::Opco, "finance les contrats", None),
        body: actor("Greta", ActorKind::TrainingBody, "forme aux métiers du soin", Some(3)),
        company: actor(
            "Fonderie du Val",
            ActorKind::Company,
            "ouvre ses ateliers, prend des apprentis",
            None,
        ),
        youth: actor("Mission locale", ActorKind::Association, "suit les jeunes", Some(2)),
    }
}

/// The seminar, the year that followed, and the one under way.
fn plan() -> ActionPlan {
    let started = Start::embedded().unwrap();
    let mut plan = started.plan(Language::French);
    plan.year = Some(2025);
    let known = actors(&mut plan);
    let levers: Vec<Id> = plan.levers.iter().map(|one| one.id.clone()).collect();
    workshop(&mut plan, &levers);
    first_year(&mut plan, &known, &levers);
    let evaluation = "Le forum a réuni plus de monde que prévu ; l’offre de formation reste à \
                      ajuster, et une action passe à l’année suivante.";
    let mut plan = start(&plan, 2026, evaluation, &by("2025-12-15")).unwrap();
    second_year(&mut plan, &known, &levers);
    plan
}

fn first_year(plan: &mut ActionPlan, known: &Known, levers: &[Id]) {
    let targets: Vec<Id> = plan.targets.iter().map(|one| one.id.clone()).collect();
    let waves: Vec<Id> = plan.waves.iter().map(|one| one.id.clone()).collect();
    let places = plan.add_indicator(Indicator {
        name: "Places ouvertes d’aide-soignant".to_owned(),
        kind: IndicatorKind::Achievement,
        definition: "Places de formation certifiante ouvertes sur le bassin.".to_owned(),
        source: "organismes de formation".to_owned(),
        unit: "places".to_owned(),
        baseline: "0".parse().ok(),
        baseline_on: Some(day("2025-01-01")),
        target: "12".parse().ok(),
        target_on: Some(day("2026-12-31")),
        owner: Some(known.body.clone()),
        every_months: Some(6),
        ..Indicator::default()
    });
    let difficult = plan.add_indicator(Indicator {
        name: "Projets difficiles, aides-soignants".to_owned(),
        kind: IndicatorKind::Result,
        definition: "Part lissée des projets jugés difficiles.".to_owned(),
        source: "enquête BMO".to_owned(),
        unit: "%".to_owned(),
        baseline: "71,5".parse().ok(),
        baseline_on: Some(day("2025-01-20")),
        target: "60".parse().ok(),
        target_on: Some(day("2027-01-31")),
        direction: Direction::Down,
        owner: Some(known.employment.clone()),
        every_months: Some(12),
        ..Indicator::default()
    });
    let training = Action {
        title: "Ouvrir une session certifiante d’aide-soignant".to_owned(),
        objective: "Former sur place des personnes qui resteront sur le bassin.".to_owned(),
        lever: levers.get(3).cloned(),
        targets: targets.get(2).cloned().into_iter().collect(),
        occupations: vec!["fap2021:V0X60".to_owned()],
        sectors: vec!["Q".to_owned()],
        wave: waves.get(1).cloned(),
        lead: vec![known.body.clone()],
        partners: vec![
            partner(&known.employment, Role::Responsible, "oriente les candidats"),
            partner(&known.opco, Role::Consulted, "finance une part des places"),
            partner(&known.region, Role::Informed, ""),
        ],
        group: vec!["A. Martin (Greta)".to_owned(), "L. Roux (France Travail)".to_owned()],
        milestones: vec![
            milestone("Cahier des charges", "2025-09-30", Some("2025-09-22")),
            milestone("Première session", "2026-03-15", None),
            milestone("Bilan à six mois", "2026-10-31", None),
        ],
        begins: Some(day("2025-09-01")),
        ends: Some(day("2026-12-31")),
        budget: vec![money("Région", 60_000, true), money("OPCO Santé", 24_000, false)],
        indicators: vec![places, difficult],
        risks: "Peu de candidats mobiles ; stages à trouver.".to_owned(),
        practice: Practice::Existing,
        programme: Some(ProgrammeLink {
            key: "fap2021:V0X60/certifying/job-seekers".to_owned(),
            name: "Aides-soignants, certifiant, demandeurs d’emploi".to_owned(),
        }),
        planned: Places::from_steps([Some(12), Some(12), Some(10), Some(8), Some(6)]),
        ..Action::default()
    };
    let training = plan.add_action(training, Event::Adopted, &by("2025-01-20"));
    let figures = [
        ("diagnostic", "V0X60", "posterior"),
        ("diagnostic", "V0X60", "projects"),
        ("chiffres", "flagged", "fact"),
        ("besoins", "all/need-projects", "need-value"),
    ];
    plan.decide(&training, decided_in_2024(&figures));
    plan.set_status(&training, Status::Running, &by("2025-09-01"));
    let forum = Action {
        title: "Forum des métiers qui recrutent".to_owned(),
        lever: levers.get(2).cloned(),
        lead: vec![known.youth.clone()],
        begins: Some(day("2025-03-01")),
        ends: Some(day("2025-10-31")),
        planned: Places::default(),
        ..Action::default()
    };
    let forum = plan.add_action(forum, Event::Added, &by("2025-02-03"));
    plan.set_status(&forum, Status::Done, &by("2025-11-05"));
    let mut closed = plan.action(&forum).unwrap().clone();
    closed.outcome = Outcome {
        reached: Some(Reached::Yes),
        done: "Un forum d’une journée, dans les ateliers.".to_owned(),
        hindered: "Les transports depuis les lycées.".to_owned(),
        follows: "À refaire chaque année.".to_owned(),
    };
    plan.put_action(closed);
}

fn second_year(plan: &mut ActionPlan, known: &Known, levers: &[Id]) {
    let training = plan.actions[0].id.clone();
    let session = plan.actions[0].milestones[0].id.clone();
    plan.milestone_done(&training, &session, &by("2026-04-02"));
    let realised = Realised {
        date: day("2026-06-30"),
        source: "Greta, feuilles d’émargement".to_owned(),
        places: Places::from_steps([Some(12), Some(9), Some(7), None, None]),
        reason: "trois abandons, faute de transport".to_owned(),
    };
    plan.realise(&training, realised, &by("2026-07-02"));
    let [places, difficult] =
        [0, 1].map(|at| plan.indicators.get(at).map(|one| one.id.clone()).unwrap());
    let measure = |date: &str, value: &str, source: &str| {
        Measure::by_hand(day(date), value.parse().unwrap(), source.to_owned(), String::new())
    };
    let greta = "Greta, décompte des inscrits";
    plan.measure(&places, measure("2026-04-02", "12", greta), &by("2026-04-02"));
    let survey = "BMO_2025_territoire_fictif.xlsx (2025)";
    plan.measure(&difficult, measure("2026-05-04", "68,5", survey), &by("2026-05-04"));
    let desk = Action {
        title: "Guichet unique des nouveaux arrivants".to_owned(),
        objective: "Un seul lieu pour le logement, l’école et l’emploi du conjoint.".to_owned(),
        lever: levers.get(1).cloned(),
        // Each says that it is the other’s.
        lead: vec![known.agglomeration.clone(), known.chamber.clone()],
        partners: vec![partner(
            &known.company,
            Role::Consulted,
            "dit ce que demandent ses recrues",
        )],
        begins: Some(day("2026-02-01")),
        ends: Some(day("2026-12-31")),
        milestones: vec![milestone("Ouverture du guichet", "2026-09-01", None)],
        budget: vec![money("Communauté d’agglomération", 18_000, true)],
        ..Action::default()
    };
    let desk = plan.add_action(desk, Event::Added, &by("2026-01-12"));
    plan.set_status(&desk, Status::Running, &by("2026-02-02"));
    let ritual = Action {
        title: "Rituel de communication sur les besoins des entreprises".to_owned(),
        lever: levers.first().cloned(),
        begins: Some(day("2026-03-01")),
        ..Action::default()
    };
    let ritual = plan.add_action(ritual, Event::Added, &by("2026-01-12"));
    plan.set_status(&ritual, Status::Decided, &by("2026-01-12"));
    let visits = |title: &str, lead: &Id| Action {
        title: title.to_owned(),
        lever: levers.get(2).cloned(),
        targets: plan_target(0),
        lead: vec![lead.clone()],
        ends: Some(day("2027-01-15")),
        ..Action::default()
    };
    let schools = visits("Visites d’entreprises pour les lycéens", &known.youth);
    let workshops =
        visits("Visites d’entreprises pour les lycéens et apprentis", &known.agglomeration);
    let schools = plan.add_action(schools, Event::Added, &by("2026-01-12"));
    plan.add_action(workshops, Event::Added, &by("2026-02-09"));
    plan.sign_off(&schools, &by("2026-02-16"));
    let brand = Action {
        title: "Marque employeur du groupe pilote".to_owned(),
        lever: levers.get(4).cloned(),
        lead: vec![known.agglomeration.clone()],
        ..Action::default()
    };
    plan.add_action(brand, Event::Added, &by("2026-02-16"));
    let offers = Action {
        title: "Référencer les offres d’emploi locales".to_owned(),
        lever: levers.first().cloned(),
        lead: vec![known.employment.clone()],
        outcome: Outcome {
            reached: Some(Reached::Partly),
            done: "Les offres de deux sites sur trois sont réunies.".to_owned(),
            hindered: "Un site refuse l’extraction.".to_owned(),
            follows: "Une convention est demandée.".to_owned(),
        },
        ..Action::default()
    };
    let offers = plan.add_action(offers, Event::Added, &by("2026-01-12"));
    plan.set_status(&offers, Status::Done, &by("2026-10-05"));
    plan.remark(None, "Le comité se réunit chaque trimestre.", &by("2026-10-05"));
}

/// The first target, by the identifier that the start gives it.
fn plan_target(at: usize) -> Vec<Id> {
    let start = Start::embedded().unwrap().plan(Language::French);
    start.targets.get(at).map(|one| one.id.clone()).into_iter().collect()
}

/// Question, table, occurrences, sticker, existing, lever, text.
type Said = (usize, u16, u32, bool, bool, Option<usize>, &'static str);

/// What the tables wrote to two questions, as the minutes tell it.
fn workshop(plan: &mut ActionPlan, levers: &[Id]) {
    let questions = [
        "Comment attirer et garder de nouveaux habitants ?",
        "Comment former aux métiers qui recrutent ici ?",
    ]
    .map(|text| plan.add_question(Question { text: text.to_owned(), ..Question::default() }));
    // Question, table, occurrences, sticker, existing, lever, text.
    let said: [Said; 11] = [
        (0, 1, 2, true, false, Some(1), "Travail du conjoint : accompagner les deux carrières"),
        (0, 2, 1, false, false, Some(1), "Accompagner le travail du conjoint"),
        (0, 4, 1, true, false, None, "Aider le conjoint à trouver du travail"),
        (0, 3, 1, false, true, Some(1), "Guichet unique pour les nouveaux arrivants"),
        (0, 5, 1, false, false, None, "Arrêter le « c’est pas nous » !"),
        (1, 1, 2, true, false, Some(3), "Recentrer les moyens de formation sur quelques métiers"),
        (1, 2, 1, false, false, None, "Recentrer la formation sur quelques métiers en tension"),
        (1, 3, 1, false, true, Some(3), "Formation fibre à dupliquer"),
        (
            1,
            4,
            1,
            true,
            false,
            Some(2),
            "Plus de dialogue entre centres de formation et entreprises",
        ),
        (1, 5, 1, false, false, None, "Dialogue des centres de formation avec les entreprises"),
        (1, 5, 1, false, false, None, "Former différemment : à distance, sur le poste"),
    ];
    let ids: Vec<Id> = said
        .iter()
        .map(|(question, table, occurrences, priority, existing, lever, text)| {
            plan.add_contribution(Contribution {
                question: questions.get(*question).cloned(),
                table: Some(*table),
                text: (*text).to_owned(),
                occurrences: *occurrences,
                priority: *priority,
                practice: if *existing { Practice::Existing } else { Practice::New },
                lever: lever.and_then(|at| levers.get(at).cloned()),
                occupation: (*text == "Formation fibre à dupliquer")
                    .then(|| "fap2021:B2X33".to_owned()),
                ..Contribution::default()
            })
        })
        .collect();
    plan.merge(&ids[0], &ids[1..3]);
    plan.merge(&ids[5], &ids[6..7]);
}
