//! Two to four occupations side by side: one line per figure, one column per occupation.

use crate::analysis::results::Occupation;
use crate::matching::supply::Ring;
use crate::model::Unit;
use crate::report::build::Context;
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::secrecy::Published;

/// Occupations that can be looked at together.
pub const MOST: usize = 4;

const PLACES: [&str; MOST] = ["side-first", "side-second", "side-third", "side-fourth"];

/// A figure of an occupation.
type Made = fn(&Context<'_>, &Occupation) -> Published;

/// The occupations in the order given, [`MOST`] at most.
pub fn table(context: &Context<'_>, occupations: &[&Occupation]) -> Table {
    let catalog = context.catalog;
    let occupations: Vec<&Occupation> = occupations.iter().copied().take(MOST).collect();
    let measure = Column {
        id: "label",
        title: catalog.text("column-side-measure"),
        width: 26,
        shown: Shown::Everywhere,
    };
    let named = occupations.iter().zip(PLACES).map(|(occupation, id)| Column {
        id,
        title: format!("{} {}", occupation.code.code(), occupation.label),
        width: 30,
        shown: Shown::Everywhere,
    });
    let columns = std::iter::once(measure).chain(named).collect();
    let mut rows = Vec::new();
    let mut line = |id: &str, title: String, cell: &dyn Fn(&Occupation) -> Cell| {
        let cells = occupations.iter().map(|occupation| cell(occupation));
        let cells = std::iter::once(Cell::text(title)).chain(cells).collect();
        rows.push(Row::new(id, None, cells));
    };
    let column = |id: &str| catalog.text(&format!("column-{id}"));
    line("family", column("family"), &|one| {
        one.family.as_ref().map_or(Cell::Blank, |(_, name)| Cell::text(name))
    });
    line("status", column("status"), &|one| context.words("status", one.pressure.status_word()));
    line("grade", column("grade"), &|one| Context::grade(&one.pressure));
    let figures: [(&str, Made); 8] = [
        ("projects", |context, one| context.count("projects", &one.benchmarks.territory.projects)),
        ("difficult-projects", |context, one| {
            context.count("difficult-projects", &one.benchmarks.territory.difficult)
        }),
        ("seasonal-projects", |context, one| {
            context.count("seasonal-projects", &one.benchmarks.territory.seasonal)
        }),
        ("difficult-share", |context, one| {
            context.share(context.here(), &one.benchmarks.territory)
        }),
        ("difficult-share-posterior", |context, one| {
            context.posterior(&one.pressure, &one.benchmarks.territory.projects)
        }),
        ("flag-probability", |context, one| {
            context.probability(&one.pressure, &one.benchmarks.territory.projects)
        }),
        ("pressure-rank", |context, one| context.rank(one)),
        ("pressure-class", |context, one| {
            let class = one.pressure.class.map(f64::from);
            context.exact("pressure-class", Unit::Class, class)
        }),
    ];
    for (id, figure) in figures {
        let title = catalog.text(&format!("indicator-{id}-name"));
        line(id, title, &|one| Cell::figure(figure(context, one), Part::Whole));
    }
    line("class-grade", column("class-grade"), &|one| {
        let grade = one.pressure.class.map(|_| one.pressure.confidence.to_string());
        grade.map_or(Cell::Blank, Cell::text)
    });
    line("official", column("official"), &|one| {
        let Some(anchor) = &one.anchor else { return Cell::Blank };
        Cell::text(context.anchor_line(anchor))
    });
    line("trend", column("trend"), &|one| context.trend(one));
    line("causes", column("causes-shown"), &|one| {
        Cell::Causes(one.anchor.map(|anchor| anchor.causes).unwrap_or_default())
    });
    line("diagnosis", column("diagnosis"), &|one| Cell::text(context.diagnosis(one)));
    line("lever", column("lever"), &|one| Cell::text(context.lever(one)));
    supply(context, &mut line);
    survey(context, &occupations, &mut line);
    Table {
        id: "cote-a-cote",
        title: catalog.text("side-title"),
        about: catalog.text("side-about"),
        columns,
        rows,
        chart: None,
    }
}

type Line<'a> = dyn FnMut(&str, String, &dyn Fn(&Occupation) -> Cell) + 'a;

/// "None found" and "no file loaded" are two things.
fn supply(context: &Context<'_>, line: &mut Line<'_>) {
    let catalog = context.catalog;
    let count = |count: usize, known: bool| {
        if known {
            Cell::Whole(u32::try_from(count).unwrap_or(u32::MAX))
        } else {
            Cell::text(catalog.text("supply-not-loaded"))
        }
    };
    line("certifications", catalog.text("sheet-certifications"), &|one| {
        count(one.supply.certifications.len(), one.supply.certifications_known)
    });
    let ring = catalog.text(&format!("ring-{}", Ring::Basin.id()));
    line("offers", catalog.with("sheet-offers", &[("ring", (&ring).into())]), &|one| {
        count(one.supply.count(Ring::Basin), one.supply.offers_known)
    });
}

/// What employers say of them, where the survey says anything of one.
fn survey(context: &Context<'_>, occupations: &[&Occupation], line: &mut Line<'_>) {
    if occupations.iter().all(|one| context.view(one).is_none()) {
        return;
    }
    for id in ["survey-projects", "survey-difficult", "survey-training-need"] {
        let title = context.catalog.text(&format!("indicator-{id}-name"));
        line(id, title, &|one| {
            let Some(view) = context.view(one) else { return Cell::Blank };
            let figures = [view.projects, view.difficult, view.training_need];
            let found = figures.into_iter().find(|figure| figure.indicator() == id);
            found.map_or(Cell::Blank, |figure| Cell::figure(figure, Part::Whole))
        });
    }
}
