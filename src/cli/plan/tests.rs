use super::*;
use crate::cli::supply;
use crate::files;
use crate::model::Language;
use serde_json::Value;

#[derive(clap::Parser)]
struct Line {
    #[command(flatten)]
    asked: Asked,
}

#[derive(clap::Parser)]
struct SupplyLine {
    #[command(flatten)]
    asked: supply::Asked,
}

fn catalog() -> Catalog {
    Catalog::new(Language::French).unwrap()
}

fn today() -> Date {
    "2026-11-24".parse().unwrap()
}

fn parsed<L: clap::Parser>(verb: &str, words: &[&str]) -> L {
    let words = [verb].into_iter().chain(words.iter().copied());
    L::try_parse_from(words).unwrap()
}

/// The sample's files in a folder.
fn sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in crate::sample::FILES {
        files::write_atomic(&folder.path().join(name), bytes, false).unwrap();
    }
    folder
}

/// What the verb prints, or its status and message, on the sample.
fn planned(words: &[&str]) -> Result<String, (u8, String)> {
    let folder = sample();
    let place = folder.path().display().to_string();
    let words: Vec<&str> =
        [place.as_str(), "--territory", "be:9601"].iter().chain(words).copied().collect();
    let line: Line = parsed("plan", &words);
    run(&line.asked, &Kept::default(), &catalog(), today())
        .map_err(|failure| (failure.status, failure.text))
}

fn supplied(words: &[&str]) -> String {
    let folder = sample();
    let place = folder.path().display().to_string();
    let words: Vec<&str> =
        [place.as_str(), "--territory", "be:9601"].iter().chain(words).copied().collect();
    let line: SupplyLine = parsed("supply", &words);
    let told = supply::run(&line.asked, &Kept::default(), &catalog(), today());
    told.map_err(|failure| failure.text).unwrap()
}

fn asked(words: &[&str]) -> Result<Planning, Failure> {
    let words: Vec<&str> =
        ["x.csv", "--territory", "be:9601"].iter().chain(words).copied().collect();
    let line: Line = parsed("plan", &words);
    limits(&line.asked, Planning::default(), &catalog())
}

#[test]
fn budgets_of_any_and_of_named_funders() {
    let planning =
        asked(&["--budget", "150 000 €", "--budget", "France Travail=80000"]).ok().unwrap();
    let expect = [("*", 150_000), ("France Travail", 80_000)];
    assert_eq!(planning.budgets, expect.map(|(who, sum)| (who.to_owned(), sum)).into());
    for wrong in ["beaucoup", "-5", "France Travail=", "1.5"] {
        assert!(asked(&[&format!("--budget={wrong}")]).is_err(), "{wrong}");
    }
}

#[test]
fn floors_objectives_and_dates_are_checked() {
    assert_eq!(asked(&["--floor", "job-seekers=8"]).ok().unwrap().floors["job-seekers"], 8);
    assert_eq!(asked(&["--floor", "naf:q=12"]).ok().unwrap().floors["naf:Q"], 12);
    for wrong in [
        ["--floor", "retraités=8"],
        ["--floor", "job-seekers"],
        ["--floor", "naf:Z=4"],
        ["--floor", "naf:=4"],
        ["--objective", "gloire"],
        ["--latest-start", "demain"],
    ] {
        assert!(asked(&wrong).is_err(), "{wrong:?}");
    }
}

/// `plan` and `supply` name horizon, source and rule of the need, and say whether it is one.
#[test]
fn both_verbs_say_which_need_they_stand_on() {
    let plan: Value =
        serde_json::from_str(&planned(&["--budget", "150000", "--json"]).unwrap()).unwrap();
    let supply: Value = serde_json::from_str(&supplied(&["--json"])).unwrap();
    let occupations = supply["occupations"].as_array().unwrap();
    let mut same = std::collections::BTreeSet::new();
    for candidate in plan["candidates"].as_array().unwrap() {
        let need = &candidate["need"];
        let other = occupations.iter().find(|one| one["code"] == candidate["occupation"]).unwrap();
        assert_eq!(need["horizon"], "1y");
        // Candidates of an occupation share its need, each in places that keep as many as it does.
        let shared = &other["plan_need"];
        assert_eq!((&shared["basis"], &shared["supply"]), (&need["basis"], &need["supply"]));
        let three = &other["balance"]["horizons"][1];
        assert_eq!(
            (&need["supply"]["horizon"], &need["supply"]["gap"]),
            (&three["horizon"], &three["gap"])
        );
        assert_eq!(need["supply"]["basis"], other["balance"]["basis"]);
        let rules: Vec<&Value> =
            three["by_rule"].as_array().unwrap().iter().map(|one| &one["rule"]).collect();
        assert!(rules.contains(&&need["supply"]["rule"]), "{need}");
        let is_same = need["supply"]["same"].as_bool().unwrap();
        assert_eq!(is_same, need["basis"] == "gap");
        same.insert(is_same);
    }
    assert_eq!(same, [true].into(), "entrants and pool are off every need");
    let page = planned(&["--budget", "600000"]).unwrap();
    assert!(
        page.contains("même besoin que `supply`") && !page.contains("autre besoin que `supply`")
    );
    let list = supplied(&[]);
    assert!(
        list.contains("sur 3 ans") && !list.contains("`plan` compte en places par an"),
        "{list}"
    );
    assert!(supplied(&["--occupation", "G0B41"]).contains("même besoin que `supply`"));
}

/// No occupation at all is no choice, and a scenario is of a project.
#[test]
fn limits_that_leave_nothing_are_refused() {
    assert!(asked(&["--max-occupations", "1"]).is_ok());
    let (status, text) = planned(&["--budget", "150000", "--max-occupations", "0"]).unwrap_err();
    assert!(status == 2 && text.contains("--max-occupations"), "{text}");
    let (status, text) = planned(&["--scenario", "Fermeture"]).unwrap_err();
    assert!(status == 2 && text.contains("--scenario") && text.contains(".bassin"), "{text}");
}

/// Without a choice the JSON says why, and the status is not that of a success.
#[test]
fn json_without_a_choice_is_no_success() {
    let folder = sample();
    let place = folder.path().display().to_string();
    let words = ["--budget", "150000", "--floor", "job-seekers=5000", "--json"];
    let words: Vec<&str> =
        [place.as_str(), "--territory", "be:9601"].into_iter().chain(words).collect();
    let line: Line = parsed("plan", &words);
    let failure = run(&line.asked, &Kept::default(), &catalog(), today()).unwrap_err();
    assert_eq!(failure.status, 1);
    let told: Value = serde_json::from_str(&failure.done).unwrap();
    assert!(told["choice"].is_null() && told["error"].is_string(), "{}", failure.done);
    assert!(failure.text.contains('5'), "{}", failure.text);
}

/// An empty choice is not praised as an optimum.
#[test]
fn an_empty_choice_says_why_it_is_empty() {
    let page = planned(&["--budget", "100"]).unwrap();
    assert!(!page.contains("optimum") && page.contains("Rien n’est retenu"), "{page}");
    assert!(planned(&["--budget", "150000"]).unwrap().contains("optimum prouvé"));
}

/// A device of one's own, from its file or from the project, may pay for a candidate.
#[test]
fn financing_devices_of_ones_own_reach_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("aides.ron");
    let text = "[(id: \"aide\", name: \"Aide du pays\", status: InForce, audiences: \
                [\"job-seekers\"], payers: [(name: \"Pays\")], verified_on: \"2026-11-01\", \
                source: \"délibération\", confirm_with: \"le pays\")]";
    files::write_atomic(&own, text.as_bytes(), false).unwrap();
    let path = own.display().to_string();
    let chosen = |words: &[&str]| {
        let words: Vec<&str> =
            words.iter().copied().chain(["--budget", "Pays=150000", "--json"]).collect();
        let told: Value = serde_json::from_str(&planned(&words).unwrap()).unwrap();
        told["choice"]["chosen"].as_array().unwrap().clone()
    };
    assert!(chosen(&[]).is_empty(), "nobody is called so among the built-in devices");
    let paid = chosen(&["--devices", &path]);
    assert!(!paid.is_empty() && paid.iter().all(|one| one["paid"]["Pays"].as_f64() > Some(0.0)));
    assert!(planned(&["--devices", &path]).unwrap().contains("Aide du pays"));
    files::write_atomic(&own, b"[(id: \"aide\")]", true).unwrap();
    assert!(
        planned(&["--budget", "1000", "--devices", &path]).unwrap_err().1.contains("aides.ron")
    );
}
