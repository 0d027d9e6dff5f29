use super::*;
use crate::tables::tension::{Builder, Row};

fn ladder(cells: &[(&str, &str, Option<f64>)]) -> Ladder {
    let mut builder = Builder::default();
    for (index, (territory, occupation, class)) in cells.iter().enumerate() {
        builder.push(Row {
            row: 2 + u32::try_from(index).unwrap(),
            year: Some(2019.0),
            occupation,
            label: "",
            territory,
            employment: None,
            tension: Some(0.5),
            class: *class,
            hiring_intensity: class.map(|_| 3.0),
            training_link: class.map(|_| 4.0),
            labour_shortage: None,
            precariousness: None,
            working_conditions: None,
            geographic_mismatch: None,
            unattractive_pay: None,
        });
    }
    Ladder::new(FapVersion::Fap2009, &[(0, &builder.finish().unwrap())]).unwrap()
}

fn check(cells: &[(&str, &str, Option<f64>)], expected: Option<(Rung, u8)>) {
    let found = ladder(cells)
        .anchor("dep:15".parse().ok(), "reg:84".parse().ok(), "fap2009:A0Z40".parse().unwrap())
        .map(|anchor| (anchor.rung, anchor.class));
    assert_eq!(found, expected);
}

#[test]
fn the_occupation_hierarchy_comes_before_the_territory() {
    let all = [
        ("dep:15", "A0Z40", Some(1.0)),
        ("dep:15", "A0Z", Some(2.0)),
        ("reg:84", "A0Z40", Some(3.0)),
        ("reg:84", "A0Z", Some(4.0)),
        ("fr", "A0Z40", Some(5.0)),
    ];
    let hidden = |n: usize| {
        let mut cells = all;
        for cell in cells.iter_mut().take(n) {
            cell.2 = None;
        }
        cells
    };
    check(&hidden(0), Some((Rung::DepartmentOccupation, 1)));
    check(&hidden(1), Some((Rung::DepartmentGroup, 2)));
    check(&hidden(2), Some((Rung::RegionOccupation, 3)));
    check(&hidden(3), Some((Rung::RegionGroup, 4)));
    check(&hidden(4), Some((Rung::FranceOccupation, 5)));
    check(&[("dep:15", "B0Z20", Some(1.0))], None);
}

#[test]
fn a_group_climbs_through_groups() {
    let cells = [
        ("dep:15", "A0Z", None),
        ("reg:84", "A0Z40", Some(3.0)),
        ("reg:84", "A0Z", Some(4.0)),
        ("fr", "A0Z", Some(5.0)),
    ];
    let group: Fap = "fap2009:A0Z".parse().unwrap();
    let found = |cells: &[_]| {
        ladder(cells)
            .anchor("dep:15".parse().ok(), "reg:84".parse().ok(), group)
            .map(|anchor| (anchor.rung, anchor.class))
    };
    assert_eq!(found(&cells), Some((Rung::RegionGroup, 4)));
    assert_eq!(found(&cells[3..]), Some((Rung::FranceGroup, 5)));
}

/// F is a national constant: where the département's row lacks it, the national row serves, and
/// the anchor says which cause that was.
#[test]
fn a_cause_of_the_national_row_says_so() {
    let mut builder = Builder::default();
    let mut push = |row: u32, territory: &str, hiring: f64, training: Option<f64>| {
        builder.push(Row {
            row,
            year: Some(2019.0),
            occupation: "A0Z40",
            label: "",
            territory,
            employment: None,
            tension: Some(0.5),
            class: Some(5.0),
            hiring_intensity: Some(hiring),
            training_link: training,
            labour_shortage: None,
            precariousness: None,
            working_conditions: Some(2.0),
            geographic_mismatch: None,
            unattractive_pay: None,
        });
    };
    push(2, "dep:15", 3.0, None);
    push(3, "fr", 4.0, Some(5.0));
    let ladder = Ladder::new(FapVersion::Fap2009, &[(0, &builder.finish().unwrap())]).unwrap();
    let code = "fap2009:A0Z40".parse().unwrap();
    let found = ladder.anchor("dep:15".parse().ok(), "reg:84".parse().ok(), code).unwrap();
    assert_eq!(found.causes.hiring_intensity, Some(3), "varies by zone: never the nation's");
    assert_eq!(found.causes.training_link, Some(5));
    let of_nation = Cause::ALL.into_iter().filter(|cause| found.is_of_nation(*cause));
    assert_eq!(of_nation.collect::<Vec<_>>(), [Cause::TrainingLink]);
    let own = ladder.anchor(None, None, code).unwrap();
    assert!(own.of_nation.is_empty(), "its own row has them");
}

/// A0X40 of the pilot territory: the département publishes the group alone, whose F is that of
/// its mix; the occupation's own class is on the national row, which alone is one for all.
#[test]
fn constants_are_of_the_occupation_and_not_of_its_group() {
    let check = |national: bool, code: &str, expected: (Option<u8>, bool, bool)| {
        let mut builder = Builder::default();
        let mut push = |row: u32, occupation: &str, territory: &str, classes: [f64; 2]| {
            let [hiring, training] = classes;
            builder.push(Row {
                row,
                year: Some(2019.0),
                occupation,
                label: "",
                territory,
                employment: None,
                tension: Some(0.5),
                class: Some(5.0),
                hiring_intensity: Some(hiring),
                training_link: Some(training),
                labour_shortage: None,
                precariousness: None,
                working_conditions: None,
                geographic_mismatch: None,
                unattractive_pay: None,
            });
        };
        push(2, "A0Z", "dep:15", [3.0, 4.0]);
        if national {
            push(3, "A0Z40", "fr", [2.0, 1.0]);
        }
        let table = builder.finish().unwrap();
        let ladder = Ladder::new(FapVersion::Fap2009, &[(0, &table)]).unwrap();
        let code = format!("fap2009:{code}").parse().unwrap();
        let found = ladder.anchor("dep:15".parse().ok(), "reg:84".parse().ok(), code).unwrap();
        let cause = Cause::TrainingLink;
        let told = (found.is_constant(cause), found.is_of_group(cause));
        assert_eq!((found.causes.get(cause), told.0, told.1), expected, "{code}");
        assert_eq!(found.causes.hiring_intensity, Some(3), "of the zone: never the nation's");
        assert!(!found.is_constant(Cause::HiringIntensity));
    };
    check(true, "A0Z40", (Some(1), true, false));
    check(false, "A0Z40", (Some(4), false, true));
    check(true, "A0Z", (Some(4), false, true));
}

/// `method.md` §1.3, values of the extract on both sides of each cut.
#[test]
fn classes_by_the_cut_points_of_2019() {
    const CUTS: [f64; 4] = [-0.5644, -0.2597, 0.1305, 0.50968];
    let class = |tension: f64| class_by_cuts(tension, CUTS);
    assert_eq!([-0.564_885, -0.564_098].map(class), [1, 2]);
    assert_eq!([-0.260_035, -0.259_316].map(class), [2, 3]);
    assert_eq!([0.129_989, 0.131_076].map(class), [3, 4]);
    assert_eq!([0.509_663, 0.509_706].map(class), [4, 5]);
}

#[test]
fn a_class_is_an_integer_from_one_to_five() {
    assert_eq!(
        [0.0, 1.0, 2.5, 5.0, 6.0].map(|v| class(Some(v))),
        [None, Some(1), None, Some(5), None]
    );
}
