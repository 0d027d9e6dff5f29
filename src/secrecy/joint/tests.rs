use super::*;

const OPEN: f64 = f64::INFINITY;

/// One cell: answers with their weights, the unweighted sum exact, the weighted one within `room`.
fn one_cell(answers: &[(f64, f64)], room: f64) -> Joint {
    let unknown = |(unit, (value, weight)): (usize, &(f64, f64))| Unknown {
        unit,
        number: 0,
        kind: 0,
        value: *value,
        weight: *weight,
    };
    let terms = |by: &dyn Fn(&(f64, f64)) -> f64| -> Vec<(usize, f64)> {
        answers.iter().map(by).enumerate().collect()
    };
    let weighted = Relation { terms: terms(&|one| one.1), room: (-room, room) };
    let beside = Relation { terms: terms(&|_| 1.0), room: (0.0, 0.0) };
    Joint {
        unknowns: answers.iter().enumerate().map(unknown).collect(),
        figures: vec![
            Shown { forms: vec![vec![weighted]], cost: 50.0, is_outside: false },
            Shown { forms: vec![vec![beside]], cost: 1.0, is_outside: false },
        ],
        secrets: (0..answers.len()).map(|unit| Secret { unit, unknowns: vec![unit] }).collect(),
    }
}

fn check(answers: &[(f64, f64)], room: f64, expect: [usize; 2]) {
    let found = protect(&one_cell(answers, room), Protection::default());
    assert_eq!(found, expect, "{answers:?} {room}");
}

/// 30 + 6 + 4 and 30 + 8·6 + 8·4 give what the first holds, and only it: one of the two goes.
#[test]
fn two_sums_give_the_one_that_stands_for_itself() {
    let answers = [(30.0, 1.0), (6.0, 8.0), (4.0, 8.0), (5.0, 8.0), (3.0, 8.0)];
    check(&answers, 0.5, [0, 1]);
    // To the nearest hundred the weighted sum tells too little.
    check(&answers, 60.0, [0, 0]);
}

#[test]
fn equal_weights_tell_nothing_more() {
    check(&[(9.0, 4.0), (6.0, 4.0), (7.0, 4.0), (5.0, 4.0)], 0.0, [0, 0]);
    // Of three, who knows its own answer has one other to take from: enough.
    check(&[(9.0, 4.0), (6.0, 4.0), (7.0, 4.0)], 0.0, [0, 0]);
    // Of two, each finds the other, weighted or not.
    check(&[(9.0, 4.0), (6.0, 4.0)], 0.0, [1, 1]);
}

/// A total of one respondent over two occupations is a secret as well.
#[test]
fn a_total_over_occupations_is_kept() {
    let unknown = |unit, kind, value, weight| Unknown { unit, number: 0, kind, value, weight };
    let unknowns = vec![
        unknown(0, 0, 40.0, 1.0),
        unknown(0, 1, 40.0, 1.0),
        unknown(1, 0, 3.0, 9.0),
        unknown(2, 1, 3.0, 9.0),
        unknown(3, 0, 3.0, 9.0),
        unknown(4, 1, 3.0, 9.0),
    ];
    let terms = |by: &dyn Fn(&Unknown) -> f64| -> Vec<(usize, f64)> {
        unknowns.iter().map(by).enumerate().collect()
    };
    let relation =
        |terms: Vec<(usize, f64)>, room: f64| vec![Relation { terms, room: (-room, room) }];
    let joint = |secret: Vec<usize>| Joint {
        figures: vec![
            Shown {
                forms: vec![relation(terms(&|one| one.weight), 20.0)],
                cost: 50.0,
                is_outside: false,
            },
            Shown { forms: vec![relation(terms(&|_| 1.0), 0.0)], cost: 1.0, is_outside: false },
        ],
        secrets: vec![Secret { unit: 0, unknowns: secret }],
        unknowns: unknowns.clone(),
    };
    // What it has of one may be of the other; what it has in all may not be of others.
    assert_eq!(protect(&joint(vec![0]), Protection::default()), [0, 0]);
    assert_eq!(protect(&joint(vec![0, 1]), Protection::default()), [0, 1]);
}

/// `(value − c)² = (low − c)(high − c)`, solved.
#[test]
fn an_interval_gives_what_it_is_around() {
    let (c, part, factor) = (60.0, 200.0, 1.8);
    let (value, low, high) = (c + part, c + part / factor, c + part * factor);
    let exact = |of: f64| (of - 1e-9, of + 1e-9);
    let found = implied(Some(exact(value)), Some(exact(low)), exact(high), (0.0, 300.0)).unwrap();
    assert!((found.0 - c).abs() < 1.0 && (found.1 - c).abs() < 1.0, "{found:?}");
    // Rounded to fifties, it could be nothing, or more than twice as much.
    let rounded = |low: f64| (low, low + 50.0);
    let wide = implied(Some((225.0, 275.0)), Some(rounded(150.0)), (400.0, 450.0), (0.0, 200.0));
    let wide = wide.unwrap();
    assert!(wide.0 <= 0.0 && wide.1 > 120.0, "{wide:?}");
    assert_eq!(implied(None, None, (OPEN, OPEN), (0.0, 9.0)), Some((0.0, 9.0)));
}

/// One holds four fifths of a total, twenty others one or two each in another occupation: whatever
/// is taken from many of them can be what the large one has, and none of them is always in it.
#[test]
fn a_large_one_is_kept_among_many_small() {
    let mut unknowns = vec![
        Unknown { unit: 0, number: 0, kind: 0, value: 137.0, weight: 1.0 },
        Unknown { unit: 0, number: 0, kind: 1, value: 2.0, weight: 1.0 },
    ];
    for unit in 1..=20 {
        let value = if unit % 2 == 0 { 1.0 } else { 2.0 };
        unknowns.push(Unknown { unit, number: 0, kind: 1, value, weight: 10.0 });
        if unit <= 2 {
            unknowns.push(Unknown { unit, number: 0, kind: 0, value: 1.0, weight: 10.0 });
        }
    }
    let terms = (0..unknowns.len()).map(|place| (place, 1.0)).collect();
    let mut secrets: BTreeSet<Secret> = BTreeSet::new();
    for (place, one) in unknowns.iter().enumerate() {
        secrets.insert(Secret { unit: one.unit, unknowns: vec![place] });
        let all = unknowns.iter().enumerate().filter(|(_, other)| other.unit == one.unit);
        secrets.insert(Secret { unit: one.unit, unknowns: all.map(|(place, _)| place).collect() });
    }
    let joint = Joint {
        figures: vec![Shown {
            forms: vec![vec![Relation { terms, room: (0.0, 0.0) }]],
            cost: 1.0,
            is_outside: false,
        }],
        secrets: secrets.into_iter().collect(),
        unknowns,
    };
    assert_eq!(protect(&joint, Protection::default()), [0]);
}

/// Two sums of which one may go: where both left before, nothing is to be done, and where the
/// weighted one did, the other goes.
#[test]
fn what_left_is_not_taken_back() {
    let answers = [(30.0, 1.0), (6.0, 8.0), (4.0, 8.0), (5.0, 8.0), (3.0, 8.0)];
    let check = |left: [bool; 2], expect: [usize; 2]| {
        let mut joint = one_cell(&answers, 0.5);
        for (shown, left) in joint.figures.iter_mut().zip(left) {
            shown.is_outside = left;
        }
        assert_eq!(protect(&joint, Protection::default()), expect, "{left:?}");
    };
    check([false, false], [0, 1]);
    check([true, false], [0, 1]);
    check([false, true], [1, 0]);
    check([true, true], [0, 0]);
}
