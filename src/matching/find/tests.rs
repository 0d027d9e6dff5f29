use super::*;
use crate::matching::reach::Limits;
use crate::matching::supply::Ring;
use crate::tables::{catalogue, certification, travel_time};
use std::collections::BTreeSet as Set;

#[test]
fn stems_of_a_label() {
    let found: Vec<String> = stems("Aides-soignants et élèves").into_iter().collect();
    assert_eq!(found, ["aides", "eleves", "soigna"]);
}

/// A row of a catalogue: title, commune, register, Formacodes, ROME cards.
fn catalogue(rows: &[[&str; 5]]) -> Table {
    let mut builder = catalogue::Builder::default();
    for (number, [title, commune, register, formacodes, romes]) in (2..).zip(rows) {
        builder.push(catalogue::Row {
            row: number,
            id: title,
            title,
            provider: "Greta",
            commune,
            route: "continue",
            register,
            diploma: "",
            nsf: "",
            formacodes,
            romes,
            level: None,
            hours: None,
            months: None,
            capacity: None,
            enrolled: None,
            entries: None,
            dropouts: None,
            figures_year: None,
            continuation_rate: None,
            employment_rate: None,
            rate_denominator: None,
            retention: None,
            cost_per_hour: None,
            cost_total: None,
            funders: "",
            starts: "",
            ends: "",
            source: "",
            source_date: "",
        });
    }
    Table::Catalogue(builder.finish().unwrap())
}

/// A certification of level 4: register, Formacode, ROME cards.
fn certifications(rows: &[[&str; 3]]) -> Table {
    let mut builder = certification::Builder::default();
    for (number, [register, formacode, romes]) in (2..).zip(rows) {
        builder.push(certification::Row {
            row: number,
            diploma: register,
            label: "Une certification",
            type_label: "",
            level: Some(4.0),
            formacode,
            romes,
            nsf: "",
            register,
            certifier: "",
            first_session: None,
            last_session: None,
            state: None,
            continuing: Some(true),
            apprenticeship: None,
            registered_until: "2027-06-30",
            active: None,
            blocks: "",
        });
    }
    Table::Certifications(builder.finish().unwrap())
}

fn reach() -> Reach {
    Reach::new(
        "be:8450".parse().unwrap(),
        vec!["dep:15".parse().unwrap()],
        vec!["reg:84".parse().unwrap()],
        Limits { minutes: Some(45.0), kilometres: Some(30.0) },
    )
}

fn index(tables: &[Table], links: &Links) -> Index {
    let reference = Reference::embedded().unwrap();
    let tables: Vec<(usize, &Table)> = tables.iter().enumerate().collect();
    let as_of = "2026-11-30".parse().unwrap();
    let rules = Rules { as_of, least_score: 0.6, least_share: 0.5, links };
    Index::new(&tables, &reach().measured(&tables, &reference), &reference, rules)
}

fn supply(index: &Index, code: &str) -> Supply {
    index.supply(code.parse().unwrap(), &Reference::embedded().unwrap())
}

const CARE: &str = "fap2021:V0X60";

fn sample() -> [Table; 2] {
    [
        certifications(&[["RNCP35830", "43436", "J1501"], ["RNCP1", "23637", "I1604"]]),
        catalogue(&[
            ["Soins, avec sa carte", "15014", "", "", "J1501"],
            ["Soins, par son registre", "15014", "RNCP35830", "", ""],
            ["Parcours 12", "15014", "", "43436", ""],
            ["DE aide-soignant", "15014", "", "", ""],
            ["Xyzzy plugh", "15014", "", "", ""],
        ]),
    ]
}

#[test]
fn every_link_says_what_it_stands_on_and_proposals_count_for_nothing() {
    let index = index(&sample(), &Links::default());
    let found = supply(&index, CARE);
    let mut kinds: Vec<_> = found
        .offers
        .iter()
        .map(|offer| (offer.row, offer.link.kind.id(), offer.link.found_in))
        .collect();
    kinds.sort_unstable();
    assert_eq!(kinds, [(2, "code", Some((1, 2))), (3, "card", Some((0, 2)))]);
    let mut proposed: Vec<_> =
        found.proposed.iter().map(|offer| (offer.row, offer.link.kind.id())).collect();
    proposed.sort_unstable();
    assert_eq!(proposed, [(4, "field"), (5, "text")]);
    assert_eq!(found.count(Ring::Basin), 2);
    let [linking] = index.linking() else { panic!("{:?}", index.linking()) };
    let Linking { rows, code, card, field, text, none, .. } = *linking;
    assert_eq!([rows, code, card, field, text, none], [5, 1, 1, 1, 1, 1]);
    assert_eq!(found.certifications[0].until, "2027-06-30".parse().ok());
}

#[test]
fn decisions_win_and_survive_another_order_of_rows() {
    let tables = sample();
    let before = index(&tables, &Links::default());
    let offers = supply(&before, CARE);
    let proposed = offers.proposed.iter().find(|offer| offer.row == 5).unwrap();
    let by_card = offers.offers.iter().find(|offer| offer.row == 3).unwrap();
    let care = CARE.parse().unwrap();
    let mut links = Links::default();
    links.accept(LinkKey::of_offer(proposed), care);
    links.refuse(LinkKey::of_offer(by_card), care);
    links.set(
        LinkKey::of_offer(&Offer { title: "Xyzzy plugh".into(), ..by_card.clone() }),
        Set::new(),
    );
    let moved = [
        tables[0].clone(),
        catalogue(&[
            ["DE aide-soignant", "15014", "", "", ""],
            ["Soins, par son registre", "15014", "RNCP35830", "", ""],
            ["Soins, avec sa carte", "15014", "", "", "J1501"],
        ]),
    ];
    let found = supply(&index(&moved, &links), CARE);
    let mut kinds: Vec<_> =
        found.offers.iter().map(|offer| (offer.title.as_str(), offer.link.kind.id())).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, [("DE aide-soignant", "decided"), ("Soins, avec sa carte", "code")]);
    assert_eq!(found.proposed, []);
    // An occupation that no card leads to can be decided as well.
    let cook: Fap = "fap2021:S1X40".parse().unwrap();
    let mut links = Links::default();
    links.set(LinkKey::of_offer(by_card), [cook].into());
    let changed = index(&tables, &links);
    assert_eq!(supply(&changed, "fap2021:S1X40").offers.len(), 1);
    assert!(supply(&changed, CARE).offers.iter().all(|offer| offer.row != 3));
    assert_eq!(changed.linking()[0].decided, 1);
}

#[test]
fn travel_times_bring_offers_near_and_say_how_far_they_are() {
    let [certifications, _] = sample();
    let offers = || {
        catalogue(&[
            ["Loin", "15187", "", "", "J1501"],
            ["Ici", "15014", "", "", "J1501"],
            ["A distance", "", "", "", "J1501"],
        ])
    };
    let rings = |tables: &[Table]| {
        let found = supply(&index(tables, &Links::default()), CARE);
        found.offers.iter().map(|o| (o.title.clone(), o.ring, o.minutes)).collect::<Vec<_>>()
    };
    let times = |minutes| {
        let mut builder = travel_time::Builder::default();
        builder.push(travel_time::Row {
            row: 2,
            from: "15187",
            to: "15014",
            minutes: Some(minutes),
        });
        builder.push(travel_time::Row { row: 3, from: "15012", to: "15187", minutes: Some(90.0) });
        Table::TravelTimes(builder.finish().unwrap())
    };
    let far = rings(&[certifications.clone(), offers()]);
    assert_eq!(far[1], ("Loin".to_owned(), Ring::Department, None));
    let near = rings(&[certifications.clone(), offers(), times(40.0)]);
    assert_eq!(near[1], ("Loin".to_owned(), Ring::Near, Some(40.0)));
    let beyond = rings(&[certifications, offers(), times(46.0)]);
    assert_eq!(beyond[1], ("Loin".to_owned(), Ring::Department, Some(46.0)));
    // At a distance is never local, whatever the file of times says.
    for found in [far, near, beyond] {
        assert_eq!((found[0].1, found[2].1), (Ring::Basin, Ring::Remote));
    }
}

/// A course that nothing links is told, and leads where the user says.
#[test]
fn an_unlinked_course_is_kept_until_it_is_linked_by_hand() {
    let tables = sample();
    let found = index(&tables, &Links::default());
    let [alone] = found.unlinked().try_into().unwrap();
    assert_eq!((alone.title.as_str(), alone.row), ("Xyzzy plugh", 6));
    let mut links = Links::default();
    links.accept(LinkKey::of_offer(&alone), CARE.parse().unwrap());
    let linked = index(&tables, &links);
    assert_eq!(linked.unlinked(), []);
    let offers = supply(&linked, CARE).offers;
    let offer = offers.iter().find(|offer| offer.row == 6).unwrap();
    assert_eq!(offer.link.kind, LinkKind::Decided);
}

/// The title of a loaded certification, without its accents: proposed, and counted for nothing.
#[test]
fn the_title_of_a_certification_is_proposed_whatever_its_letters() {
    let tables = [
        certifications(&[["RNCP1", "", "J1501"]]),
        catalogue(&[["UNE CERTIFICATION", "15014", "", "", ""]]),
    ];
    let found = supply(&index(&tables, &Links::default()), CARE);
    assert_eq!(found.offers, []);
    let [proposed] = found.proposed.try_into().unwrap();
    assert_eq!(proposed.link.kind, LinkKind::Named { score: 1.0 });
    assert_eq!(proposed.link.found_in, Some((0, 2)));
}
