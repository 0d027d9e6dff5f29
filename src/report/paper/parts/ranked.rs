//! The ranked list of occupations, as a table, as a chart and on a map.

use crate::analysis::results::Occupation;
use crate::model::Grade;
use crate::report::build::diagnosis;
use crate::report::map::{Classing, Picture as Map, cells, svg};
use crate::report::paper::matter::{Matter, bounds, number, words};
use crate::report::paper::parts::unsurveyed;
use crate::report::paper::{Block, Inline, Picture, pictures};

/// Flagged occupations as a diagnosis names them: what the territory's own data say first, then by
/// difficult projects, whether training is the lever or not.
pub fn order<'a>(matter: &Matter<'a>) -> Vec<&'a Occupation> {
    let results = matter.context().results;
    let mut found: Vec<&Occupation> = results
        .programmes
        .iter()
        .filter_map(|one| results.occupations.iter().find(|of| of.code == one.occupation))
        .collect();
    if results.bmo.is_none() {
        let place = results.territory.territory;
        found.sort_by(|a, b| diagnosis::official(place, b, a));
        return found;
    }
    let difficult = |one: &Occupation| {
        let projects = one.benchmarks.territory.projects.value;
        one.pressure.mean().map_or(0.0, |share| projects * share)
    };
    found.sort_by(|a, b| {
        (a.pressure.grade == Grade::C)
            .cmp(&(b.pressure.grade == Grade::C))
            .then(difficult(b).total_cmp(&difficult(a)))
            .then(a.code.cmp(&b.code))
    });
    found
}

/// Flagged occupations, the surest first, each with its intervals.
pub fn list(matter: &Matter<'_>, most: usize) -> Vec<Block> {
    if unsurveyed::is_so(matter) {
        return unsurveyed::list(matter, most);
    }
    let Some(table) = matter.document.table(diagnosis::ID) else { return Vec::new() };
    let programmes = order(matter);
    let columns = [
        words("label", 4.4),
        bounds("projects", 1.8).titled("paper-column-projects"),
        bounds("posterior", 2.2).titled("paper-column-share"),
        number("probability", 1.8).titled("paper-column-probability"),
        bounds("pressure-rank", 1.6).titled("paper-column-rank"),
        words("grade", 1.6).titled("paper-column-grade"),
    ];
    // Presumptions are never mixed with what the territory says (`method.md` §1.11).
    let listed = programmes.iter().take(most);
    let (presumed, own): (Vec<&Occupation>, Vec<&Occupation>) =
        listed.partition(|one| one.pressure.presumed());
    let grid = |caption: &str, of: &[&Occupation], note: Vec<Inline>| {
        let keys = of.iter().map(|one| one.code.code().to_owned());
        matter.grid(caption, table, Matter::rows(table, keys), &columns, note)
    };
    let of_own = if presumed.is_empty() { note(matter) } else { Vec::new() };
    let grids = [
        grid("paper-list-caption", &own, of_own).filter(|_| !own.is_empty()),
        grid("paper-list-presumed-caption", &presumed, note(matter))
            .filter(|_| !presumed.is_empty()),
    ];
    if own.is_empty() && presumed.is_empty() {
        return vec![Block::Text(matter.plain("paper-list-none"))];
    }
    let key = if programmes.len() > most { "paper-list-part" } else { "paper-list-whole" };
    let said = Block::Text(matter.counted(key, "flagged"));
    std::iter::once(said).chain(grids.into_iter().flatten()).collect()
}

fn note(matter: &Matter<'_>) -> Vec<Inline> {
    let of = [("year", matter.context().results.year.to_string().into())];
    matter.say("paper-list-note", &of)
}

/// The first of the list with their intervals, drawn.
pub fn chart(matter: &Matter<'_>) -> Vec<Block> {
    // Both are drawn of projects.
    if unsurveyed::is_so(matter) {
        return vec![Block::Text(matter.plain("unsurveyed-chart"))];
    }
    let drawn = [pictures::ranked(matter), pictures::quadrant(matter)];
    drawn.into_iter().flatten().map(Block::Picture).collect()
}

/// The territory among those around it, where shapes are loaded.
pub fn map(matter: &Matter<'_>) -> Vec<Block> {
    let Some(drawn) = matter.map else { return Vec::new() };
    let context = matter.context();
    let picture = Map {
        atlas: drawn.atlas,
        mapped: drawn.mapped,
        is_cited: matter.document.table(cells::ID).is_some(),
        classing: &Classing::Quantiles,
        marked: drawn.marked,
        geography: drawn.geography,
        as_of: context.results.as_of,
        rules: context.rules(),
        catalog: matter.catalog(),
    };
    let svg = svg(&picture);
    let Some(ratio) = ratio(&svg) else { return Vec::new() };
    // A picture taller than wide leaves its page when it is as wide as the text.
    let width = if ratio < 1.1 { 0.85 } else { 1.0 };
    let alt = picture.summary(&picture.shading());
    let caption = picture.title();
    vec![Block::Picture(Picture { svg, ratio, width, alt, caption })]
}

/// Width over height of a drawing that says both.
fn ratio(svg: &str) -> Option<f32> {
    let (head, _) = svg.split_once('>')?;
    let side = |name: &str| {
        let (_, after) = head.split_once(&format!(" {name}=\""))?;
        after.split_once('"')?.0.parse::<f32>().ok().filter(|side| *side > 0.0)
    };
    Some(side("width")? / side("height")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_of_a_drawing() {
        let check = |svg: &str, expect: Option<f32>| assert_eq!(ratio(svg), expect, "{svg}");
        check(
            r#"<svg viewBox="0 0 9 9" width="300.0" height="150.0" fill="x"><a/></svg>"#,
            Some(2.0),
        );
        check(r#"<svg width="300"><rect height="2"/></svg>"#, None);
        check(r#"<svg width="300" height="0"/>"#, None);
        check("", None);
    }
}
