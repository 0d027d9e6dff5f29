//! The map of the territory among those around it, on shapes among the files.

use crate::analysis::mapped::{Mapped, Question, mapped};
use crate::geo::{Atlas, Division, atlas, groups};
use crate::model::Territory;
use crate::readers::{Control, ReadTable};
use crate::report::build::Context;
use crate::report::document::{Document, Line};
use crate::report::map::{Classing, Picture, cells};
use crate::report::paper::matter::Drawn;
use crate::tables::Table;
use std::sync::Arc;

/// What a map is drawn from.
pub struct Drawing {
    atlas: Atlas,
    mapped: Mapped,
    marked: Option<Territory>,
    geography: String,
}

impl Drawing {
    pub fn drawn(&self) -> Drawn<'_> {
        Drawn {
            atlas: &self.atlas,
            mapped: &self.mapped,
            marked: self.marked,
            geography: &self.geography,
        }
    }
}

/// Adds what the map of a document draws to its figures: each is found by its short name.
pub fn with_map(document: &mut Document, drawing: Option<&Drawing>, context: &Context<'_>) {
    let Some(Drawing { atlas, mapped, marked, geography }) = drawing else { return };
    let picture = Picture {
        atlas,
        mapped,
        classing: &Classing::Quantiles,
        marked: *marked,
        geography,
        as_of: context.results.as_of,
        rules: context.rules(),
        is_cited: true,
        catalog: context.catalog,
    };
    for table in cells::tables(&picture).into_iter().filter(|table| !table.rows.is_empty()) {
        let (label, text) = (table.title.clone(), table.about.clone());
        document.cover.push(Line::Fact { label, text });
        document.tables.push(table);
    }
}

/// The share of difficult projects by territory, the one of the documents marked; `None` without
/// shapes, or where they make no division of the survey.
pub fn drawing(inputs: &[Arc<ReadTable>], context: &Context<'_>) -> Option<Drawing> {
    let (file, shapes) = inputs.iter().find_map(|input| match &input.table {
        Table::Shapes(shapes) => Some((input.file.clone(), shapes)),
        _ => None,
    })?;
    let (reference, parameters) = (context.reference, context.parameters);
    let divisions = Division::ALL.into_iter();
    let mut made = divisions.map(|division| (division, groups(shapes, division, reference)));
    let (division, mut groups) = made.find(|(_, groups)| !groups.list.is_empty())?;
    let question = Question {
        indicator: "difficult-share".to_owned(),
        division: division.id(),
        occupation: None,
        year: Some(context.results.year),
    };
    let mapped = mapped(inputs, reference, parameters, &question, Control::none()).ok()?;
    let here = context.results.territory.territory;
    // The région around the territory, where the shapes are those of the country.
    let around = context.results.territory.regions.first().map(|(region, _)| *region);
    let near = |code: Territory| {
        let placed = mapped.get(code);
        code == here
            || placed.is_some_and(|placed| around.is_some_and(|r| placed.inside.contains(&r)))
    };
    if groups.list.iter().any(|group| near(group.territory)) {
        groups.list.retain(|group| near(group.territory));
    }
    let marked = groups.list.iter().any(|group| group.territory == here).then_some(here);
    let atlas = atlas(&groups, division)?;
    Some(Drawing { atlas, mapped, marked, geography: file })
}
