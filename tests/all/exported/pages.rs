//! A sheet of an occupation is one page, a bulletin two at most, a programme its own page.

use crate::papers::MADE;
use bassin::i18n::Catalog;
use bassin::model::Language;
use bassin::model::papers::{Choices, Papers, Part};
use bassin::report::paper::make::{Asked, paper};
use bassin::report::paper::{Block, Kind, Paper, text};
use bassin::report::{docx, pdf};

fn pages(paper: &Paper, catalog: &Catalog) -> usize {
    pdf::count(paper, catalog).unwrap().unwrap()
}

#[test]
fn sheets_stay_on_their_pages() {
    if !pdf::IS_BUILT_IN {
        return;
    }
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        // With a page for each candidate that is not chosen too.
        let mut papers = Papers::default();
        let on = ["others".to_owned()].into();
        papers.decide("programmes", Choices { on, ..Choices::default() });
        MADE.with(language, &papers, |matter, _| {
            let all = &matter.context().results.occupations;
            for occupation in all.iter().step_by(6) {
                let made = paper(matter, &Asked::Occupation(occupation)).unwrap();
                assert_eq!(pages(&made, &catalog), 1, "{language} {}", made.name);
            }
            let bulletin = paper(matter, &Asked::Bulletin).unwrap();
            let count = pages(&bulletin, &catalog);
            assert!((1..=2).contains(&count), "{language}: {count} pages of bulletin");
            let programmes = paper(matter, &Asked::Programmes).unwrap();
            let parts: Vec<&[Block]> =
                programmes.blocks.split(|block| *block == Block::PageBreak).collect();
            // The chosen end with a break, the others begin with one.
            let parts: Vec<&[Block]> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            // The summary is before them; what follows the last one stands on its page or the next.
            let alone = &parts[1..parts.len() - 1];
            assert!(alone.len() > 5, "{}", alone.len());
            for part in alone {
                // The title of the document is on the page before.
                let blocks = std::iter::once(&Block::PageBreak).chain(*part).cloned().collect();
                let one = Paper { blocks, ..programmes.clone() };
                let count = pages(&one, &catalog);
                assert_eq!(count, 2, "{language}: {count} {:?}", part.first());
            }
            // In a Word document too, the last one before what follows them all.
            let headings = docx::headings(&programmes, &catalog).unwrap();
            let titles = alone.iter().map(|part| {
                let title = part.iter().rev().find_map(|block| match block {
                    Block::Heading { level: 2, text } => Some(text.as_str()),
                    _ => None,
                });
                title.unwrap()
            });
            let mut places: Vec<u32> = titles
                .map(|title| headings.iter().find(|(text, _)| text == title).unwrap().1)
                .collect();
            let last = headings
                .iter()
                .map(|(_, page)| *page)
                .find(|page| places.last().is_some_and(|last| page > last));
            places.extend(last);
            let steps: Vec<u32> = places.windows(2).map(|pair| pair[1] - pair[0]).collect();
            assert!(steps.iter().all(|step| *step == 1), "{language}: {steps:?}");
            assert_eq!(steps.len(), alone.len());
        });
    }
}

/// A sheet says another thing than the next: its own words stand in the place of those of all.
#[test]
fn words_of_one_subject_stand_on_its_sheet_alone() {
    let mut choices = Choices::default();
    choices.write(Part::Introduction, None, "Pour tous les métiers.".to_owned());
    choices.write(Part::Introduction, Some("fap2021:V0X60"), "Pour les soins.".to_owned());
    let mut papers = Papers::default();
    papers.decide(Kind::Occupation.id(), choices);
    MADE.with(Language::French, &papers, |matter, _| {
        for one in matter.context().results.occupations.iter().take(40) {
            let made = paper(matter, &Asked::Occupation(one)).unwrap();
            let is_it = one.code.code() == "V0X60";
            let expect = if is_it { "Pour les soins." } else { "Pour tous les métiers." };
            let blocks: Vec<String> = made
                .blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Text(words) => Some(text(words)),
                    _ => None,
                })
                .collect();
            assert!(blocks.iter().any(|block| block == expect), "{}: {blocks:?}", made.name);
            let other = if is_it { "Pour tous les métiers." } else { "Pour les soins." };
            assert!(!blocks.iter().any(|block| block == other), "{}", made.name);
        }
    });
}
