//! What the user decides of a document: sections, titles, words of one's own.

use crate::papers::MADE;
use bassin::model::Language;
use bassin::model::papers::{Choices, Papers};
use bassin::report::citation::FigureId;
use bassin::report::paper::make::{Asked, paper};
use bassin::report::paper::{Block, Inline, Paper, text};

fn note(choices: Choices) -> Paper {
    let mut papers = Papers::default();
    papers.decide("note", choices);
    MADE.with(Language::French, &papers, |matter, _| paper(matter, &Asked::Note).unwrap())
}

fn headings(paper: &Paper) -> Vec<&str> {
    let all = paper.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: 1, text } => Some(text.as_str()),
        _ => None,
    });
    all.collect()
}

#[test]
fn sections_are_left_out_and_moved() {
    let as_it_comes = note(Choices::default());
    let first = headings(&as_it_comes);
    assert_eq!(first[0], "L’essentiel");
    assert!(first.contains(&"Pourquoi") && first.contains(&"Sources"), "{first:?}");
    let changed = note(Choices {
        order: vec!["causes".to_owned(), "essentials".to_owned()],
        off: ["sources".to_owned(), "loaded".to_owned()].into(),
        title: "Note de l’observatoire".to_owned(),
        ..Choices::default()
    });
    let then = headings(&changed);
    // What follows a section that is moved stays in its place.
    assert_eq!(then[..2], ["Pourquoi", "L’essentiel"]);
    let place = |title: &str| then.iter().position(|found| *found == title).unwrap();
    let aside = place("Ce qui ne relève pas d’abord de la formation");
    assert!(aside > place("Les métiers signalés"), "{then:?}");
    assert!(!then.contains(&"Sources") && !then.contains(&"Ce qui a été lu"), "{then:?}");
    // Fingerprints are left out as it comes: one section less.
    assert_eq!(then.len(), first.len() - 1);
    assert_eq!(changed.title, "Note de l’observatoire");
    assert_ne!(as_it_comes.title, changed.title);
}

#[test]
fn a_text_of_the_user_holds_the_figure_of_today() {
    let id = FigureId::of("chiffres", "occupations", "fact");
    let made = note(Choices {
        introduction: format!("Nous suivons {{{id}}} métiers.\n\n- {{ZZZZZZ-ZZ}}"),
        conclusions: "À suivre.".to_owned(),
        ..Choices::default()
    });
    let occupations = MADE.results.occupations.len();
    let first: Vec<&Block> = made.blocks.iter().take(3).collect();
    assert_eq!(first[0], &Block::Heading { level: 1, text: "Introduction".to_owned() });
    let Block::Text(words) = first[1] else { panic!("{:?}", first[1]) };
    assert_eq!(text(words), format!("Nous suivons {occupations} métiers."));
    assert!(matches!(&words[1], Inline::Figure { id: cited, .. } if *cited == id));
    let Block::List(items) = first[2] else { panic!("{:?}", first[2]) };
    assert!(text(&items[0]).contains("(?)"), "{items:?}");
    assert!(headings(&made).contains(&"Conclusions"));
}

/// Off as it comes: with them the sheet of an occupation is no longer one page. Asked for, its share
/// beside others and its loaded years are drawn, each year with its interval, and told in words.
#[test]
fn the_pictures_of_an_occupation_are_drawn_where_they_are_asked_for() {
    let results = &MADE.results;
    let mut all = results.occupations.iter();
    // Two years of one edition at least.
    let one = all.find(|one| results.series.occupations.contains_key(&one.code)).unwrap();
    let pictures = |choices: Choices| -> Vec<(String, String)> {
        let mut papers = Papers::default();
        papers.decide("occupation", choices);
        let made = MADE.with(Language::French, &papers, |matter, _| {
            paper(matter, &Asked::Occupation(one)).unwrap()
        });
        let drawn = made.blocks.into_iter().filter_map(|block| match block {
            Block::Picture(picture) => Some((picture.svg, picture.alt)),
            _ => None,
        });
        drawn.collect()
    };
    assert_eq!(pictures(Choices::default()), []);
    let on = pictures(Choices { on: ["chart".to_owned()].into(), ..Choices::default() });
    let [(_, beside), (svg, years)] = on.as_slice() else { panic!("{}", on.len()) };
    assert!(beside.contains("France"), "{beside}");
    let readings = &results.series.occupations[&one.code];
    for reading in readings {
        let year = reading.year.to_string();
        assert!(years.contains(&year) && svg.contains(&year), "{year}: {years}");
    }
}

#[test]
fn a_sheet_says_what_is_masked_of_projects_and_of_difficult_ones() {
    MADE.with(Language::French, &Papers::default(), |matter, _| {
        let (mut none, mut masked) = (0, 0);
        for one in &matter.context().results.occupations {
            let tally = &one.benchmarks.territory;
            let made = paper(matter, &Asked::Occupation(one)).unwrap();
            let said = made.blocks.iter().filter_map(|block| match block {
                Block::Small(words) | Block::Text(words) => Some(text(words)),
                _ => None,
            });
            let said = said.collect::<Vec<_>>().join("\n");
            let hidden = tally.projects.masked_cells + tally.difficult.masked_cells;
            let says_none = said.contains("Aucun nombre de projets n’est masqué");
            assert_eq!(says_none, hidden == 0, "{}: {said}", one.label);
            let of_difficult = said.contains("Le nombre de projets difficiles est masqué");
            assert_eq!(of_difficult, tally.difficult.masked_cells > 0, "{}: {said}", one.label);
            let caveat = said.contains("l’intervalle être trop étroit");
            assert_eq!(caveat, tally.large_masked > 0, "{}: {said}", one.label);
            none += usize::from(hidden == 0);
            masked += usize::from(tally.difficult.masked_cells > 0);
        }
        assert!(none > 0 && masked > 0, "{none} {masked}");
    });
}
