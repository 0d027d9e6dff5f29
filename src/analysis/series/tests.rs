use super::*;
use crate::analysis::extent::Extent;
use crate::indicators::hiring::{Mask, Sums};
use crate::readers::{Control, ReadTable, read};
use crate::tables::Table;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::Arc;

const SETTINGS: Settings =
    Settings { effective_share: 0.25, prior_strength: 10.0, flag_probability: 0.8 };
const BRIDGE: Bridge = Bridge { passage_minimum: 0.8, margin: 0.1 };

/// One row: code, basin, projects, difficult ones.
type Given<'a> = (&'a str, &'a str, &'a str, &'a str);

/// A survey of département 15; the country elsewhere is one large row of another region.
fn survey(year: u16, elsewhere: &str, rows: &[Given<'_>]) -> Arc<ReadTable> {
    let mut text =
        "annee;code métier;Famille_met;Lbl_fam_met;BE26;Dept;REG;met;xmet;smet\n".to_owned();
    for (code, basin, met, xmet) in rows {
        writeln!(text, "{year};{code};V;Vente;{basin};15;84;{met};{xmet};*").unwrap();
    }
    writeln!(text, "{year};{elsewhere};V;Vente;1101;75;11;1000;500;*").unwrap();
    let reference = Reference::embedded().unwrap();
    let mut tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
    let table = tables.remove(0);
    assert_eq!(table.rows.refused, 0, "{:?}", table.issues);
    Arc::new(table)
}

fn found(inputs: &[Arc<ReadTable>], current: u16) -> (Series, BTreeMap<Fap, Change>) {
    let reference = Reference::embedded().unwrap();
    let (waves, _) = rings::waves(inputs, 4.0);
    let extent = Extent::new("be:8450".parse().unwrap(), &reference);
    let years: Vec<Year> = waves
        .values()
        .filter_map(|wave| {
            let fold = wave.fold();
            let geography = rings::geography(&fold, extent.clone(), &reference).ok()?;
            let folded = Arc::new(rings::fold(&fold, &geography));
            Some(Year::new(wave.survey, &folded, Cut::France))
        })
        .collect();
    series(&years, current, SETTINGS, BRIDGE, &reference)
}

fn code(text: &str) -> Fap {
    text.parse().unwrap()
}

#[test]
fn inside_an_edition_occupations_have_a_trend_and_the_list_its_entries() {
    let inputs = [
        survey(
            2024,
            "T4X60",
            &[
                ("V0X60", "8450", "200", "20"),
                ("J3X43", "8450", "200", "190"),
                ("S1X40", "8450", "*", "*"),
                ("G0B41", "8450", "100", "95"),
            ],
        ),
        survey(
            2025,
            "T4X60",
            &[
                ("V0X60", "8450", "200", "180"),
                ("J3X43", "8450", "200", "189"),
                ("S1X40", "8450", "200", "190"),
                ("T0X60", "8450", "40", "10"),
            ],
        ),
    ];
    let (series, changes) = found(&inputs, 2025);
    let trend = |text: &str| changes[&code(text)].trend;
    assert_eq!(trend("fap2021:V0X60"), Trend::Up);
    assert_eq!(trend("fap2021:J3X43"), Trend::Stable);
    assert_eq!(trend("fap2021:S1X40"), Trend::Inconclusive, "masked the year before");
    assert_eq!(trend("fap2021:T0X60"), Trend::Alone);
    let years = |text: &str| -> Vec<u16> {
        let readings = series.occupations.get(&code(text)).into_iter().flatten();
        readings.map(|reading| reading.year).collect()
    };
    assert_eq!(years("fap2021:V0X60"), [2024, 2025]);
    assert_eq!(years("fap2021:T0X60"), Vec::<u16>::new(), "one year is no series");
    let moves = series.moves.unwrap();
    assert_eq!((moves.before, moves.after, moves.across), (2024, 2025, false));
    let kinds: Vec<_> = moves.moves.iter().map(|one| (one.kind, one.after.unwrap())).collect();
    let at = |kind, text: &str| kinds.contains(&(kind, code(text)));
    assert!(at(MoveKind::Entry, "fap2021:V0X60"));
    assert!(at(MoveKind::Unsure, "fap2021:S1X40"), "masked the year before");
    assert!(at(MoveKind::Kept, "fap2021:J3X43"));
    // No project any more: it left the list, and has no trend.
    assert!(at(MoveKind::Exit, "fap2021:G0B41"));
    assert_eq!(kinds.len(), 4);
    // The first year knows nothing of the second.
    let (series, changes) = found(&inputs, 2024);
    assert!(series.moves.is_none() && changes.values().all(|c| c.trend == Trend::Alone));
}

#[test]
fn across_the_break_only_what_corresponds_is_compared() {
    // J3Z43 and J3X43 are one code; S1Z20 was dealt out, and V0Z60 lost a part.
    let inputs = [
        survey(
            2023,
            "T4Z60",
            &[
                ("J3Z43", "8450", "200", "20"),
                ("S1Z20", "8450", "200", "190"),
                ("T2A60", "8450", "100", "95"),
            ],
        ),
        survey(
            2024,
            "T4X60",
            &[
                ("J3X43", "8450", "200", "190"),
                ("S1X20", "8450", "200", "190"),
                ("T2A60", "8450", "100", "95"),
            ],
        ),
    ];
    let (series, changes) = found(&inputs, 2024);
    assert!(
        changes.values().all(|change| change.trend == Trend::Broken && change.before.is_none())
    );
    assert!(series.occupations.is_empty(), "an occupation has no series across editions");
    let moves = series.moves.unwrap();
    assert!(moves.across);
    let kinds: BTreeSet<_> = moves
        .moves
        .iter()
        .map(|one| {
            (one.kind.id(), one.before.map(|c| c.to_string()), one.after.map(|c| c.to_string()))
        })
        .collect();
    let pair = |kind, before: Option<&str>, after: Option<&str>| {
        (kind, before.map(str::to_owned), after.map(str::to_owned))
    };
    let expected = BTreeSet::from([
        pair("entry", Some("fap2009:J3Z43"), Some("fap2021:J3X43")),
        pair("kept", Some("fap2009:T2A60"), Some("fap2021:T2A60")),
        pair("not-comparable", Some("fap2009:S1Z20"), None),
        pair("not-comparable", None, Some("fap2021:S1X20")),
    ]);
    assert_eq!(kinds, expected);
    for track in &series.tracks {
        match &track.subject {
            Subject::Family(letter) => {
                assert_eq!((letter.as_str(), track.readings.len()), ("V", 2));
                assert_eq!(track.breaks, [(2023, 2024)]);
                assert_eq!(track.passage, None, "a family needs none");
            }
            Subject::Group(group) => {
                let crosses = track.readings.len() == 2;
                assert_eq!(track.passage.is_some(), crosses, "{group}");
                assert_eq!(track.breaks.len(), usize::from(crosses), "never in silence");
                if let Some(passage) = track.passage {
                    assert!(passage.soundness() >= BRIDGE.passage_minimum);
                }
            }
        }
    }
    let groups = series.tracks.iter().filter(|track| track.passage.is_some()).count();
    assert!(groups >= 2, "J3X and T2A correspond");
    // Codes alike are not compared by code: the group T2A passes by its passage.
    let transport =
        series.tracks.iter().find(|t| t.subject == Subject::Group(code("fap2021:J3X"))).unwrap();
    assert_eq!(transport.trend, Trend::Up);
}

proptest! {
    /// A family is the sum of its occupations, whatever cells are masked.
    #[test]
    fn parts_add_up(cells in proptest::collection::vec((5..300_u32, 0.0..1.0_f64, any::<bool>()), 3)) {
        let codes = ["V0X60", "J3X43", "S1X40"];
        let texts: Vec<(String, String)> = cells
            .iter()
            .map(|(met, share, masked)| {
                let xmet = (f64::from(*met) * share).round();
                if *masked { ("*".to_owned(), "*".to_owned()) } else { (met.to_string(), xmet.to_string()) }
            })
            .collect();
        let rows: Vec<Given<'_>> = codes
            .iter()
            .zip(&texts)
            .map(|(code, (met, xmet))| (*code, "8450", met.as_str(), xmet.as_str()))
            .collect();
        let table = survey(2024, "T4X60", &rows);
        let (series, _) = found(std::slice::from_ref(&table), 2024);
        let family = &series.tracks[0].readings[0].tally;
        let Table::Bmo(bmo) = &table.table else { panic!("a survey") };
        let mut total = Sums::default();
        for row in bmo.rows().filter(|row| row.basin == "8450") {
            total.add(&row, Mask::integer(4.0));
        }
        prop_assert_eq!(*family, total.tally(Mask::integer(4.0), 0.25));
        let groups = series.tracks.iter().skip(1);
        let cells: u32 = groups.map(|track| track.readings[0].tally.projects.cells).sum();
        prop_assert_eq!(cells, family.projects.cells);
    }
}
