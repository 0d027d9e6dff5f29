use super::*;
use crate::model::action::decided::WITHHELD;
use crate::model::action::sheet::Action;

/// `value low high level grade year`, with `-` for what is not there.
fn figure(text: &str) -> FrozenFigure {
    let parts: Vec<&str> = text.split(' ').collect();
    let number = |at: usize| parts.get(at).and_then(|text| text.parse::<Decimal>().ok());
    let part = |at: usize| parts.get(at).copied().unwrap_or("-");
    FrozenFigure {
        key: FigureKey {
            table: "diagnostic".to_owned(),
            row: "V0X60".to_owned(),
            column: "posterior".to_owned(),
        },
        mark: "K7Q2XA-9F".to_owned(),
        indicator: "difficult-share-posterior".to_owned(),
        label: "Part lissée".to_owned(),
        territory: "be:9601".to_owned(),
        occupation: Some("fap2021:V0X60".to_owned()),
        unit: Some(Unit::ShareOfProjects),
        value: number(0),
        words: String::new(),
        low: number(1),
        high: number(2),
        spread: match part(3) {
            "-" => Spread::None,
            "m" => Spread::Masking,
            level => Spread::Interval(level.parse().unwrap()),
        },
        n: Some(4),
        grade: match part(4) {
            "A" => Some(Grade::A),
            "B" => Some(Grade::B),
            "C" => Some(Grade::C),
            _ => None,
        },
        hidden: None,
        of_respondents: false,
        source: "BMO.xlsx".to_owned(),
        year: part(5).parse().ok(),
    }
}

fn decided(figure: FrozenFigure) -> Decided {
    Decided {
        date: "2024-06-01".parse().unwrap(),
        who: String::new(),
        figures: vec![figure],
        fingerprints: Vec::new(),
        method: String::new(),
        edition: "fap2021".to_owned(),
    }
}

fn present(figure: Option<FrozenFigure>) -> Present {
    Present {
        figures: figure.into_iter().map(|one| (one.key.clone(), one)).collect(),
        year: Some(2025),
        edition: "fap2021".to_owned(),
        method: String::new(),
        files: Vec::new(),
    }
}

fn followed(then: FrozenFigure, present: Option<&Present>) -> Followed {
    follow(&decided(then), present).remove(0)
}

fn check(then: &str, now: &str, difference: Option<&str>, expect: Change) {
    let found = followed(figure(then), Some(&present(Some(figure(now)))));
    let shown = found.difference.map(|number| number.to_string());
    assert_eq!((shown.as_deref(), found.change), (difference, expect), "{then} / {now}");
    assert_eq!(found.now, Some(figure(now)));
}

fn cannot(why: Why) -> Change {
    Change::CannotSay(why)
}

#[test]
fn a_change_is_larger_than_the_noise_where_intervals_lie_apart() {
    let then = "0.5 0.4 0.6 80 A 2024";
    check(then, "0.7 0.61 0.8 80 A 2025", Some("0.2"), Change::Up);
    check(then, "0.3 0.2 0.39 80 B 2025", Some("-0.2"), Change::Down);
    check(then, "0.65 0.55 0.75 80 A 2025", Some("0.15"), Change::WithinNoise);
    // Ends that touch overlap.
    check(then, "0.7 0.6 0.8 80 A 2025", Some("0.2"), Change::WithinNoise);
    // One end that moved is noise; nothing that moved is nothing.
    check(then, "0.5 0.4 0.61 80 A 2026", Some("0"), Change::WithinNoise);
    check(then, "0.5 0.4 0.6 80 A 2026", Some("0"), Change::Unchanged);
    // As they are read: nobody sees that the ends moved.
    check(then, "0.502 0.398 0.601 80 A 2025", Some("0.002"), Change::Unchanged);
    check("- 0.32 0.68 80 A 2024", "- 0.32 0.68 80 A 2025", None, Change::Unchanged);
}

#[test]
fn where_an_error_is_not_known_nothing_is_said() {
    let then = "0.5 0.4 0.6 80 A 2024";
    check(then, "0.9 0.8 0.95 80 C 2025", Some("0.4"), cannot(Why::Weak));
    check("0.5 0.4 0.6 80 C 2024", "0.9 0.8 0.95 80 A 2025", Some("0.4"), cannot(Why::Weak));
    check(then, "0.9 - - - A 2025", Some("0.4"), cannot(Why::NoInterval));
    check("120 - - - - 2024", "300 - - - - 2025", Some("180"), cannot(Why::NoInterval));
    // Bounds of masked cells are certain, and silent on the error of the survey.
    check("120 121 124 m - 2024", "300 301 309 m - 2025", Some("180"), cannot(Why::Masking));
    check(then, "0.9 0.8 0.95 95 A 2025", Some("0.4"), cannot(Why::NoInterval));
    check("- 0.4 0.6 80 A 2024", "- 0.7 0.9 80 A 2025", None, Change::Up);
}

/// What a decision could not keep is no hidden figure: it is published since, whatever the year.
#[test]
fn what_was_not_kept_is_said_so_and_comes_with_the_next_decision() {
    let mut then = figure("- - - - - 2025");
    then.hidden = Some(WITHHELD.to_owned());
    for year in ["2025", "2026"] {
        let now = figure(&format!("0.3 0.14 0.53 80 A {year}"));
        let present = present(Some(now.clone()));
        let found = followed(then.clone(), Some(&present));
        assert_eq!((found.change, found.now), (cannot(Why::NotKept), Some(now)));
        let decided = decided(then.clone());
        assert_eq!(withheld(&decided, Some(&present)), (vec![&then], true));
        assert_eq!(withheld(&decided, None), (vec![&then], false));
    }
    let back = present(Some(then.clone()));
    assert_eq!(withheld(&decided(then.clone()), Some(&back)), (vec![&then], false));
    let kept = decided(figure("0.3 0.14 0.53 80 A 2025"));
    assert_eq!(withheld(&kept, Some(&back)), (Vec::new(), false));
}

#[test]
fn years_that_are_no_later_say_nothing() {
    let then = "0.5 0.4 0.6 80 A 2024";
    check(then, "0.9 0.8 0.95 80 A 2024", None, cannot(Why::SameYear));
    check(then, "0.9 0.8 0.95 80 A 2023", None, cannot(Why::Earlier));
    // Nor is a year said of what no file gives.
    check(then, "- - - - - 2024", None, cannot(Why::NotGiven));
    check("- - - - - 2024", "- - - - - 2024", None, cannot(Why::NotGiven));
}

#[test]
fn what_is_not_the_same_figure_is_not_compared() {
    let (then, now) = ("0.5 0.4 0.6 80 A 2024", "0.9 0.8 0.95 80 A 2025");
    let check = |change: &dyn Fn(&mut FrozenFigure, &mut Present), expect: Why| {
        let (mut then, mut present) = (figure(then), present(Some(figure(now))));
        change(&mut then, &mut present);
        let found = followed(then, Some(&present));
        assert_eq!((found.change, found.difference), (cannot(expect), None), "{expect:?}");
    };
    check(&|_, present| present.edition = "fap2009".to_owned(), Why::Broken);
    // Of a family, whose letter is in both editions, too.
    let of_family = |then: &mut FrozenFigure, present: &mut Present| {
        then.occupation = None;
        present.edition = "fap2009".to_owned();
    };
    check(&of_family, Why::Broken);
    check(&|then, _| then.unit = Some(Unit::Projects), Why::Broken);
    check(&|then, _| then.territory = "be:9602".to_owned(), Why::Territory);
    check(&|_, present| present.method = "prior_strength=5".to_owned(), Why::Method);
    check(&|_, present| present.figures.clear(), Why::Missing);
    check(&|then, _| then.hidden = Some("too-few".to_owned()), Why::Hidden);
    let hide = |why: &'static str| {
        move |_: &mut FrozenFigure, present: &mut Present| {
            for figure in present.figures.values_mut() {
                figure.hidden = Some(why.to_owned());
            }
        }
    };
    check(&hide("dominates"), Why::Hidden);
    check(&hide(WITHHELD), Why::Withheld);
}

#[test]
fn without_files_the_figures_of_then_stay() {
    let then = figure("0.5 0.4 0.6 80 A 2024");
    let found = followed(then.clone(), None);
    assert_eq!((found.then, found.now, found.change), (then, None, cannot(Why::NotLoaded)));
}

#[test]
fn an_indicator_is_measured_again_once_and_a_share_in_per_cent() {
    let now = figure("0.417 0.3 0.5 80 A 2025");
    let today: Date = "2025-12-01".parse().unwrap();
    let mut indicator = Indicator { from: Some(now.key.clone()), ..Indicator::default() };
    let present = present(Some(now));
    let plan = ActionPlan::default();
    let again =
        |indicator: &Indicator, today: Date| measure_again(&plan, indicator, &present, today);
    let measure = again(&indicator, today).unwrap();
    // It is of the year of its survey, whenever it is read, and keeps its interval.
    assert_eq!(
        (measure.value.to_string(), measure.date.to_string()),
        ("42".to_owned(), "2025-01-01".to_owned())
    );
    assert_eq!((measure.year, measure.level), (Some(2025), Some(80)));
    let ends = (measure.low.map(|one| one.to_string()), measure.high.map(|one| one.to_string()));
    assert_eq!(ends, (Some("30".to_owned()), Some("50".to_owned())));
    assert_eq!(measure.source, "BMO.xlsx (2025)");
    indicator.measures.push(measure);
    let later: Date = "2026-01-01".parse().unwrap();
    assert_eq!(again(&indicator, later), None);
    indicator.from = None;
    assert_eq!(again(&indicator, later), None);
}

/// What `follow` does not compare measures nothing.
#[test]
fn an_indicator_is_measured_by_the_same_figure_alone() {
    let then = figure("0.5 0.4 0.6 80 A 2024");
    let basis = Basis::of(&then, &decided(then.clone()));
    let tied = Indicator {
        from: Some(then.key.clone()),
        basis: Some(basis),
        baseline: Decimal::new(50.0),
        ..Indicator::default()
    };
    let plan = ActionPlan::default();
    let today: Date = "2025-12-01".parse().unwrap();
    let check = |change: &dyn Fn(&mut Present, &mut FrozenFigure), expect: bool| {
        let mut now = figure("0.417 0.3 0.5 80 A 2025");
        let mut present = present(None);
        change(&mut present, &mut now);
        present.figures.insert(then.key.clone(), now);
        let found = measure_again(&plan, &tied, &present, today);
        assert_eq!(found.is_some(), expect, "{present:?}");
    };
    check(&|_, _| {}, true);
    check(&|_, now| now.territory = "be:9602".to_owned(), false);
    check(&|_, now| now.unit = Some(Unit::Projects), false);
    check(&|_, now| now.indicator = "difficult-share".to_owned(), false);
    check(&|present, _| present.edition = "fap2009".to_owned(), false);
    check(&|present, _| present.method = "prior_strength=5".to_owned(), false);
    check(&|_, now| now.hidden = Some("too-few".to_owned()), false);
    // The year of its baseline, and those before.
    check(&|_, now| now.year = Some(2024), false);
    check(&|_, now| now.year = Some(2023), false);
}

/// An indicator of before, whose basis was not kept, has that of the decision it came with; a year
/// that was noted already is not noted again, nor one before it.
#[test]
fn a_measure_is_never_of_an_older_year() {
    let then = figure("0.5 0.4 0.6 80 A 2023");
    let mut plan = ActionPlan::default();
    let indicator = Indicator { from: Some(then.key.clone()), ..Indicator::default() };
    let id = plan.add_indicator(indicator);
    plan.actions.push(Action {
        decided_on: Some(decided(then.clone())),
        indicators: vec![id],
        ..Action::default()
    });
    let today: Date = "2025-12-01".parse().unwrap();
    let of = |plan: &ActionPlan, text: &str| {
        let now = present(Some(figure(text)));
        measure_again(plan, &plan.indicators[0], &now, today)
    };
    let other = FrozenFigure { territory: "be:9602".to_owned(), ..figure("0.4 0.3 0.5 80 A 2025") };
    assert_eq!(measure_again(&plan, &plan.indicators[0], &present(Some(other)), today), None);
    let noted = of(&plan, "0.4 0.3 0.5 80 A 2025").unwrap();
    plan.indicators[0].measures.push(noted);
    assert_eq!(of(&plan, "0.45 0.3 0.5 80 A 2024"), None);
    assert_eq!(of(&plan, "0.45 0.3 0.5 80 A 2025"), None);
    assert!(of(&plan, "0.45 0.3 0.5 80 A 2026").is_some());
    // Noted before years were kept apart: its source names it.
    plan.indicators[0].measures[0].year = None;
    assert_eq!(of(&plan, "0.45 0.3 0.5 80 A 2024"), None);
}

#[test]
fn words_are_the_same_or_are_not() {
    let words = |text: &str, year: u16| FrozenFigure {
        words: text.to_owned(),
        year: Some(year),
        unit: None,
        ..figure("- - - - A 2024")
    };
    let told =
        |now: &str| followed(words("ouvrir", 2024), Some(&present(Some(words(now, 2025))))).change;
    assert_eq!((told("ouvrir"), told("rien")), (Change::SameWords, Change::OtherWords));
    let same_year = followed(words("a", 2024), Some(&present(Some(words("b", 2024)))));
    assert_eq!(same_year.change, cannot(Why::SameYear));
}

/// The file of a decision with something else in it, of the same year.
#[test]
fn a_file_of_the_same_year_and_other_content_is_told() {
    let file =
        |name: &str, sha256: &str| Fingerprint { file: name.to_owned(), sha256: sha256.to_owned() };
    let then = figure("0.5 0.4 0.6 80 A 2024");
    let mut decided = decided(then.clone());
    decided.fingerprints = vec![file("BMO.xlsx", "aa"), file("autre.csv", "bb")];
    let check = |files: Vec<Fingerprint>, expect: Why, states: [Content; 2]| {
        let present = Present { files, ..present(Some(figure("0.6 0.5 0.7 80 A 2024"))) };
        let found = follow(&decided, Some(&present)).remove(0);
        assert_eq!(found.change, cannot(expect));
        let of = decided.fingerprints.iter().map(|one| content(one, &present.files));
        assert_eq!(of.collect::<Vec<_>>(), states);
    };
    let same = vec![file("BMO.xlsx", "aa"), file("autre.csv", "bb")];
    check(same, Why::SameYear, [Content::Same, Content::Same]);
    check(vec![file("BMO.xlsx", "cc")], Why::OtherContent, [Content::Other, Content::Gone]);
    // Of a file that the figure does not come from, nothing is said of the figure.
    check(
        vec![file("BMO.xlsx", "aa"), file("autre.csv", "cc")],
        Why::SameYear,
        [Content::Same, Content::Other],
    );
    check(vec![file("BMO 2024.xlsx", "aa")], Why::SameYear, [Content::Renamed, Content::Gone]);
}

#[test]
fn every_figure_is_looked_up_once() {
    let then = figure("0.5 0.4 0.6 80 A 2024");
    let other = FigureKey { row: "A0X40".to_owned(), ..then.key.clone() };
    let on = || Some(decided(then.clone()));
    let of = || Action { decided_on: on(), ..Action::default() };
    let follows = |key: &FigureKey| Indicator { from: Some(key.clone()), ..Indicator::default() };
    let plan = ActionPlan {
        actions: vec![of(), of(), Action::default()],
        indicators: vec![follows(&then.key), follows(&other), Indicator::default()],
        ..ActionPlan::default()
    };
    assert_eq!(keys(&plan), [other, then.key.clone()]);
}
