//! The two catalogs say the same things, and every identifier of the core has its words.

use bassin::actions::due::What;
use bassin::actions::follow::{Change, Why};
use bassin::actions::matrix::Finding;
use bassin::actions::table::Fault;
use bassin::analysis::body::{Move, Stance};
use bassin::analysis::borders::Cause as Broken;
use bassin::analysis::company::{Counted, Pooling};
use bassin::analysis::couples::Nearness;
use bassin::analysis::offers::Nature;
use bassin::analysis::results::Usage;
use bassin::analysis::series::MoveKind;
use bassin::analysis::validation::Verdict;
use bassin::flows::Horizon;
use bassin::flows::allocation::Rule;
use bassin::flows::balance::{Basis as Stood, Creating, Leaving, Missing};
use bassin::flows::gap::Sign;
use bassin::geo::{Division, Frame};
use bassin::i18n::Catalog;
use bassin::indicators::ALL;
use bassin::indicators::anchor::{Cause, Rung};
use bassin::indicators::pressure::Status;
use bassin::indicators::trend::Trend;
use bassin::matching::label::Reason;
use bassin::matching::supply::{LinkKind, Modality, Ring};
use bassin::model::action::ActorKind;
use bassin::model::action::edit::step;
use bassin::model::action::indicator::{Direction, IndicatorKind};
use bassin::model::action::journal::Event;
use bassin::model::action::sheet::{Places, Practice, Reached, Role, Status as Stand};
use bassin::model::planning::{Part, Way};
use bassin::model::{Audience, Grade, Language, Unit};
use bassin::outputs::Format as Written;
use bassin::recommend::choice::Objective;
use bassin::recommend::diagnosis::Diagnosis;
use bassin::recommend::duplication::{Criterion, Kinship};
use bassin::recommend::programme::{Basis, Format};
use bassin::recommend::proposal::{Measure as Indicator, Risk};
use bassin::recommend::stop::Unfed;
use bassin::recommend::verdict::{TABLE, Verdict as OnTraining};
use bassin::reference::financing::{Content, Contract, Measure};
use bassin::reference::params::Parameters;
use bassin::report::build::Comparison;
use bassin::report::paper::Kind as Paper;
use bassin::secrecy::Hidden;
use bassin::settings::Theme;
use bassin::ui::Step;
use std::collections::BTreeSet;

const FRENCH: &str = include_str!("../../assets/i18n/fr.ftl");
const ENGLISH: &str = include_str!("../../assets/i18n/en.ftl");

/// Keys, and the variables each uses.
fn keys(text: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines() {
        if let Some((key, _)) = line.split_once(" =")
            && !line.starts_with([' ', '#'])
        {
            found.push((key.to_owned(), BTreeSet::new()));
        }
        if let Some((_, variables)) = found.last_mut() {
            variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>()
            }));
        }
    }
    found.into_iter().collect()
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (french, english) = (keys(FRENCH), keys(ENGLISH));
    assert_eq!(french.difference(&english).collect::<Vec<_>>(), Vec::<&_>::new());
    assert_eq!(english.difference(&french).collect::<Vec<_>>(), Vec::<&_>::new());
    assert!(french.len() > 100);
}

/// What is acted on and who could lead, and the levers that name it.
fn of_remedies() -> Vec<String> {
    let parameters = Parameters::embedded().unwrap();
    let mut wanted = Vec::new();
    for remedy in parameters.remedies() {
        wanted.push(format!("remedy-{}", remedy.id));
        wanted.push(format!("lead-{}", remedy.lead));
        for lever in &remedy.under {
            wanted.extend(["lever", "portrait-lever"].map(|key| format!("{key}-{lever}-on")));
        }
    }
    for lever in ["job-quality", "mobility"] {
        wanted.push(format!("lever-first-{lever}-on"));
    }
    wanted
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of all identifiers")]
fn every_identifier_has_its_words() {
    let mut wanted: Vec<String> = of_actions();
    for indicator in ALL {
        wanted.extend(
            ["name", "definition", "nulls"].map(|p| format!("indicator-{}-{p}", indicator.id)),
        );
    }
    for diagnosis in Diagnosis::ALL {
        wanted.push(format!("diagnosis-{}", diagnosis.id()));
        wanted.push(format!("lever-{}", diagnosis.lever().id()));
    }
    wanted.extend(of_remedies());
    wanted.extend(
        [Status::Flagged, Status::ToCheck, Status::NotFlagged, Status::NoProject, Status::Unread]
            .map(|s| format!("status-{}", s.id())),
    );
    wanted.push(format!("status-{}", Status::Flagged.word(Grade::C)));
    wanted.extend(
        [Basis::Evidence, Basis::Presumed, Basis::Official].map(|b| format!("basis-{}", b.id())),
    );
    wanted.extend(
        [Nature::Flow, Nature::Stock, Nature::Unknown].map(|n| format!("nature-{}", n.id())),
    );
    wanted.extend(Broken::ALL.map(|cause| format!("borders-{}", cause.id())));
    wanted.extend(Rung::ALL.map(|rung| format!("rung-{}", rung.id())));
    wanted.extend(Usage::ALL.map(|usage| format!("usage-{}", usage.id())));
    wanted.extend(Trend::ALL.map(|trend| format!("trend-{}", trend.id())));
    wanted.extend(MoveKind::ALL.map(|kind| format!("movement-{}", kind.id())));
    wanted.extend(Verdict::ALL.map(|verdict| format!("reliability-{}", verdict.id())));
    wanted.extend(Nearness::ALL.map(|nearness| format!("nearness-{}", nearness.id())));
    wanted.extend(Unit::ALL.map(|unit| format!("unit-{}", unit.id())));
    wanted.extend(Cause::ALL.map(|cause| format!("cause-{}", cause.id())));
    wanted.extend(Ring::ALL.map(|ring| format!("ring-{}", ring.id())));
    wanted.extend(OnTraining::ALL.map(|verdict| format!("verdict-{}", verdict.id())));
    wanted.extend(TABLE.map(|row| format!("verdict-why-{}", row.id)));
    wanted.extend(Missing::ALL.map(|missing| format!("balance-missing-{}", missing.id())));
    wanted.extend(Stance::ALL.map(|stance| format!("stance-{}-title", stance.id())));
    wanted.extend(Move::ALL.map(|to_do| format!("move-{}", to_do.id())));
    wanted.extend(Criterion::ALL.map(|criterion| format!("criterion-{}", criterion.id())));
    wanted.extend([Kinship::Same, Kinship::Domain].map(|kin| format!("kinship-{}", kin.id())));
    wanted.extend(
        [Counted::Ages, Counted::Rate, Counted::Nothing]
            .map(|counted| format!("departures-by-{}", counted.id())),
    );
    wanted.extend(Horizon::ALL.map(|horizon| format!("horizon-{}", horizon.id())));
    wanted.extend(Rule::ALL.map(|rule| format!("allocation-{}", rule.id())));
    wanted.extend(Stood::ALL.map(|b| format!("need-basis-{}", b.id())));
    wanted.extend(Pooling::ALL.map(|one| format!("pooling-{}", one.id())));
    wanted.extend(Pooling::ALL.map(|one| format!("company-pooling-{}", one.id())));
    wanted.extend(Way::ALL.map(|way| format!("way-{}", way.id())));
    wanted.extend(Part::ALL.map(|part| format!("planned-part-{}", part.id())));
    wanted.extend(Creating::ALL.map(|from| format!("creating-{}", from.id())));
    wanted.extend(Leaving::ALL.map(|from| format!("leaving-{}", from.id())));
    wanted.extend(
        [Sign::Lack, Sign::Surplus, Sign::Undetermined].map(|sign| format!("gap-{}", sign.id())),
    );
    wanted.extend(
        [Modality::OnSite, Modality::Mixed, Modality::Remote]
            .map(|modality| format!("modality-{}", modality.id())),
    );
    wanted.extend(
        [Unfed::NoHires, Unfed::Surplus(Vec::new())].map(|why| format!("unfed-{}", why.id())),
    );
    let text = LinkKind::Text { score: 1.0, reason: Reason::Exact };
    let kinds = [LinkKind::Decided, LinkKind::Code, LinkKind::Card, text];
    for kind in
        kinds.into_iter().chain([LinkKind::Field { share: 1.0 }, LinkKind::Named { score: 1.0 }])
    {
        wanted.extend(["link", "link-kind"].map(|prefix| format!("{prefix}-{}", kind.id())));
    }
    wanted.extend(Hidden::ALL.map(|hidden| format!("hidden-{}", hidden.id())));
    wanted.extend(
        [
            Reason::OwnDictionary,
            Reason::Exact,
            Reason::SameWords,
            Reason::Inflection,
            Reason::Abbreviation,
            Reason::Typo { distance: 1 },
            Reason::Similar,
        ]
        .map(|reason| format!("label-reason-{}", reason.id())),
    );
    wanted.extend(Diagnosis::ALL.map(|diagnosis| format!("diagnosis-{}-why", diagnosis.id())));
    wanted.extend(Comparison::ALL.map(|comparison| format!("place-{}", comparison.id())));
    wanted.extend(Comparison::ALL.map(|comparison| format!("comparison-{}", comparison.id())));
    wanted.extend(Paper::ALL.map(|kind| format!("documents-about-{}", kind.id())));
    wanted.extend(Written::ALL.map(|format| format!("documents-format-{}", format.id())));
    wanted.extend(Step::ALL.map(|step| format!("step-{}", step.id())));
    wanted.extend(Theme::ALL.map(|theme| format!("theme-{}", theme.id())));
    wanted.extend(Frame::ALL.map(|frame| format!("frame-{}", frame.id())));
    wanted.extend(Audience::ALL.map(|audience| format!("audience-{}", audience.id())));
    wanted.extend(Content::ALL.map(|content| format!("content-{}", content.id())));
    wanted.extend(Contract::ALL.map(|contract| format!("contract-{}", contract.id())));
    wanted.extend(Measure::ALL.map(|measure| format!("funding-amount-{}", measure.id())));
    wanted.extend(Risk::ALL.map(|risk| format!("risk-{}", risk.id())));
    let measures = Indicator::ACHIEVEMENT.into_iter().chain(Indicator::RESULT);
    wanted.extend(measures.map(|measure| format!("measure-{}", measure.id())));
    for format in [Format::Certifying, Format::ShortAdaptation, Format::ShortAccess] {
        wanted.push(format!("proposal-format-{}", format.id()));
    }
    for kind in ["departures", "posts", "places", "lifted", "budget"] {
        wanted.push(format!("scenarios-kind-{kind}"));
    }
    wanted.extend(
        ["chosen", "conditional", "left", "unpriced", "unconfirmed", "set-aside"]
            .map(|decision| format!("decision-{decision}")),
    );
    wanted.extend(Objective::ALL.map(|objective| format!("choice-objective-{}", objective.id())));
    wanted.extend(Division::ALL.map(|division| format!("level-{}", division.id())));
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        for key in &wanted {
            assert!(catalog.has(key), "{language}: {key}");
        }
    }
}

/// Those of the plan of action.
fn of_actions() -> Vec<String> {
    let mut wanted: Vec<String> = Vec::new();
    wanted.extend(ActorKind::ALL.map(|kind| format!("actor-kind-{}", kind.id())));
    wanted.extend(Stand::ALL.map(|status| format!("action-status-{}", status.id())));
    wanted.extend(Stand::ALL.map(|status| format!("plan-status-{}", status.id())));
    wanted.extend(Role::ALL.map(|role| format!("action-role-{}", role.id())));
    wanted.extend(Practice::ALL.map(|practice| format!("practice-{}", practice.id())));
    wanted.extend(IndicatorKind::ALL.map(|kind| format!("indicator-kind-{}", kind.id())));
    wanted.extend(Direction::ALL.map(|way| format!("direction-{}", way.id())));
    wanted.extend(Reached::ALL.map(|reached| format!("reached-{}", reached.id())));
    wanted.extend(Places::STEPS.map(|step| format!("places-{step}")));
    wanted.extend(Event::ALL.map(|event| format!("plan-event-{}", event.id())));
    wanted.extend(step::ALL.map(|step| format!("edit-{step}")));
    wanted.extend(Finding::IDS.map(|finding| format!("plan-finding-{finding}")));
    wanted.extend(What::IDS.map(|what| format!("plan-due-{what}")));
    wanted.extend(Change::IDS.map(|change| format!("plan-change-{change}")));
    wanted.extend(Why::ALL.map(|why| format!("plan-why-{}", why.id())));
    wanted.extend(Fault::ALL.map(|fault| format!("plan-paste-{}", fault.id())));
    wanted.extend(Diagnosis::ALL.map(|one| format!("plan-adopt-title-{}", one.lever().id())));
    wanted
}

/// A number and the word that it counts agree: by a selector, or by `FORM`.
#[test]
fn words_agree_with_their_numbers() {
    // Constants of the program, always many; and numbers that count something else.
    let fine = [
        "issue-too-many-members",
        "issue-too-many-points",
        "error-many-communes",
        "kit-fault-too-long",
        "error-replicates",
        "choice-error-funders",
        // Parameters of the method, years of a file that holds several, rows of a longer list.
        "paper-method-shrink",
        "paper-method-secrecy",
        "provenance-weighting",
        "provenance-secrecy-rule",
        "provenance-redraws",
        "chart-rows",
        "reason-year-of",
    ];
    let mut messages: Vec<String> = Vec::new();
    for line in FRENCH.lines().filter(|line| !line.starts_with('#')) {
        match messages.last_mut() {
            Some(last) if line.starts_with([' ', '}']) => last.push_str(line),
            _ => messages.push(line.to_owned()),
        }
    }
    for message in messages {
        assert!(!message.contains("(s)"), "{message}");
        let Some((key, text)) = message.split_once(" =") else { continue };
        if text.contains("->") || fine.contains(&key) {
            continue;
        }
        for (before, after) in text.match_indices('}').map(|(at, _)| text.split_at(at)) {
            // The word right after a variable, where it is a plural noun or participle.
            let is_variable =
                before.rsplit('{').next().is_some_and(|name| name.trim().starts_with('$'));
            let Some(rest) = after[1..].strip_prefix([' ', '\u{a0}', '\u{202f}']) else { continue };
            let word: String = rest.chars().take_while(|c| c.is_lowercase()).collect();
            let invariable =
                ["dans", "alors", "fois", "des", "sans", "mois", "refus", "plus", "depuis"];
            let plural =
                word.len() > 3 && word.ends_with('s') && !invariable.contains(&word.as_str());
            assert!(!(is_variable && plural), "{key}: « {word} » does not agree with its number");
        }
    }
}

#[test]
fn french_typography() {
    for (number, line) in FRENCH.lines().enumerate().filter(|(_, line)| line.contains(" = ")) {
        let value = line.split_once(" = ").unwrap().1;
        for mark in [" ;", " :", " !", " ?", " %", " »", "« "] {
            assert!(!value.contains(mark), "line {}: {line}", number + 1);
        }
        assert!(!value.contains('\''), "line {}: straight apostrophe: {line}", number + 1);
    }
}
