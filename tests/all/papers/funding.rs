//! Devices worth checking on the pages of programmes: some told, the others named, none lost.

use crate::papers::MADE;
use bassin::model::Language;
use bassin::model::papers::{Choices, Papers};
use bassin::model::planning::{Changes, Part};
use bassin::recommend::proposal::Proposal;
use bassin::report::build::planned::Planned;
use bassin::report::paper::make::{Asked, paper};
use bassin::report::paper::{Block, GridRow, Paper, text};
use bassin::words::funding::heading;

/// A page for each candidate, chosen or not.
fn every_page() -> Papers {
    let mut papers = Papers::default();
    let on = ["others".to_owned()].into();
    papers.decide("programmes", Choices { on, ..Choices::default() });
    papers
}

/// As the document comes, those that are chosen have theirs, and say under what they are.
#[test]
fn what_is_chosen_has_its_page_and_its_condition() {
    let made = |papers: &Papers| {
        MADE.with(Language::French, papers, |matter, _| {
            let taken = &matter.planned.plan.chosen().unwrap().choice.taken;
            let chosen = taken.iter().filter_map(|one| matter.planned.plan.proposal(&one.id));
            let conditions: Vec<usize> = chosen.map(|one| one.conditions().len()).collect();
            (paper(matter, &Asked::Programmes).unwrap(), conditions)
        })
    };
    let (paper, conditions) = made(&Papers::default());
    let shown = pages(&paper);
    assert_eq!(shown.len(), conditions.len());
    assert!(conditions.iter().any(|count| *count > 0), "{conditions:?}");
    for ((title, said), count) in shown.iter().zip(&conditions) {
        assert_eq!(said.contains("Retenu sous condition ("), *count > 0, "{title}: {said}");
    }
    let labels = paper.blocks.iter().find_map(|block| match block {
        Block::Facts(facts) => facts.first().map(|fact| (fact.label.as_str(), text(&fact.beneath))),
        _ => None,
    });
    let (label, beneath) = labels.unwrap();
    assert!(label.contains("sous condition") || beneath.contains("sous condition"), "{label}");
    // No column of the summary is empty in all of its rows.
    for block in &paper.blocks {
        let Block::Table(grid) = block else { continue };
        for (at, column) in grid.columns.iter().enumerate() {
            let told = |row: &GridRow| row.cells.get(at).is_some_and(|cell| !text(cell).is_empty());
            assert!(grid.rows.iter().any(told), "{}: {}", grid.caption, column.title);
        }
    }
    assert!(pages(&made(&every_page()).0).len() > shown.len() + 10);
}

/// What each page says, under its title.
fn pages(paper: &Paper) -> Vec<(&str, String)> {
    let mut pages: Vec<(&str, String)> = Vec::new();
    for block in &paper.blocks {
        if let Block::Heading { level: 2, text } = block {
            pages.push((text, String::new()));
            continue;
        }
        let Some((_, said)) = pages.last_mut() else { continue };
        match block {
            Block::Text(words) | Block::Lead(words) | Block::Small(words) => {
                said.push_str(&text(words));
            }
            Block::Table(grid) => {
                for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                    said.push_str(&text(cell));
                    said.push('\n');
                }
            }
            _ => {}
        }
        said.push('\n');
    }
    pages
}

#[test]
fn every_device_worth_checking_is_on_the_page_of_its_programme() {
    for language in [Language::French, Language::English] {
        MADE.with(language, &every_page(), |matter, _| {
            let made = paper(matter, &Asked::Programmes).unwrap();
            let pages = pages(&made);
            let catalog = matter.catalog();
            let mut told = 0;
            for one in &matter.planned.plan.proposals {
                let occupation = &matter.planned.occupation(one.key.occupation).unwrap().label;
                let public = catalog.text(&format!("audience-{}", one.key.audience.id()));
                let of = |title: &&(&str, String)| {
                    title.0.starts_with(occupation.as_str()) && title.0.contains(&public)
                };
                let (title, said) = pages.iter().find(of).unwrap();
                let devices = matter.context().parameters.devices().iter();
                for device in devices.filter(|device| one.devices.contains(&device.id)) {
                    let name = heading(device, catalog);
                    assert!(said.contains(&name), "{title}: {name}\n{said}");
                    told += 1;
                }
            }
            assert!(told > 60, "{told}");
        });
    }
}

/// What the user writes of the devices of a candidate is on its page, and says whose it is.
#[test]
fn words_of_the_user_on_funding_are_on_the_page() {
    let mut plan = MADE.plan.clone();
    let written = "Marché de la Région, lot 12 (à confirmer)";
    let first: &mut Proposal = plan.proposals.first_mut().unwrap();
    first.changes =
        Changes { parts: [(Part::Devices, written.to_owned())].into(), ..Changes::default() };
    MADE.with(Language::French, &every_page(), |matter, document| {
        let planned = Planned { plan: &plan, ..matter.planned };
        let matter = bassin::report::paper::matter::Matter { planned, document, ..*matter };
        let made = paper(&matter, &Asked::Programmes).unwrap();
        assert!(pages(&made).iter().any(|(_, said)| said.contains(written)));
    });
}
