//! The read-me: what this is, the main figures, how to read them, and what to know.

use crate::analysis::results::Note;
use crate::format;
use crate::model::adjust::Cut;
use crate::report::build::{Comparison, Context, inquiry};
use crate::report::document::{Line, Table, whole};
use crate::secrecy::Hidden;
use crate::words::together;
use std::collections::BTreeMap;

pub fn lines(context: &Context<'_>, tables: &[Table], hidden: &BTreeMap<Hidden, u32>) -> Vec<Line> {
    let (results, catalog) = (context.results, context.catalog);
    let language = catalog.language();
    let fact = |key: &str, text: String| Line::Fact { label: catalog.text(key), text };
    let integer =
        |count: usize| format::integer(u32::try_from(count).map_or(f64::NAN, f64::from), language);
    let mut lines = vec![
        Line::Heading(catalog.text("cover-figures")),
        fact(
            "cover-territory",
            format!("{} ({})", results.territory.label, results.territory.territory),
        ),
        fact(&context.key_of("cover-year"), results.year.to_string()),
        fact("cover-date", format::date(results.as_of, language)),
        fact("cover-occupations", integer(results.occupations.len())),
    ];
    if results.bmo.is_some() {
        projects(context, &mut lines);
    }
    lines.push(Line::Heading(catalog.text("cover-reading")));
    // What speaks of projects has nothing to speak of without a survey of them.
    let reading: &[&str] = match results.bmo {
        Some(_) => &["difficult", "masked", "grade", "lever", "places", "training"],
        None => &["lever", "training"],
    };
    lines.extend(reading.iter().map(|id| Line::Text(catalog.text(&format!("cover-reading-{id}")))));
    lines.extend(inquiry::lines(context, hidden));
    let coverage = results.territory.coverage.as_ref().map(|coverage| context.coverage(coverage));
    // What a company loaded beside is said on the screen of who loaded it, nowhere else.
    let notes = || results.notes.iter().filter(|note| !matches!(note, Note::CompanyApart { .. }));
    if notes().next().is_some() || coverage.is_some() {
        lines.push(Line::Heading(catalog.text("cover-notes")));
        lines.extend(coverage.map(Line::Text));
        lines.extend(notes().map(|note| Line::Text(context.note(note))));
    }
    lines.push(Line::Heading(catalog.text("cover-tables")));
    lines.extend(
        tables
            .iter()
            .map(|table| Line::Fact { label: table.title.clone(), text: table.about.clone() }),
    );
    lines
}

/// Projects of the territory and around it, and how many occupations they flag.
fn projects(context: &Context<'_>, lines: &mut Vec<Line>) {
    let (results, catalog) = (context.results, context.catalog);
    let fact = |key: &str, text: String| Line::Fact { label: catalog.text(key), text };
    let integer = |count: usize| {
        format::integer(u32::try_from(count).map_or(f64::NAN, f64::from), catalog.language())
    };
    let totals = &results.totals.territory;
    let flagged = |keep: &dyn Fn(&crate::indicators::pressure::Pressure) -> bool| {
        integer(results.occupations.iter().filter(|o| keep(&o.pressure)).count())
    };
    lines.extend([
        fact(
            "indicator-projects-name",
            whole(&context.count("projects", &totals.projects), catalog),
        ),
        fact(
            "indicator-difficult-projects-name",
            whole(&context.count("difficult-projects", &totals.difficult), catalog),
        ),
        fact(
            "indicator-seasonal-projects-name",
            whole(&context.count("seasonal-projects", &totals.seasonal), catalog),
        ),
        fact(
            "indicator-difficult-share-name",
            whole(&context.share(results.territory.territory, totals), catalog),
        ),
    ]);
    for comparison in Comparison::ALL {
        let tally = comparison.of(&results.totals);
        let share = context.share(context.compared(comparison), tally);
        let label = catalog.text(&format!("comparison-{}", comparison.id()));
        lines.push(Line::Fact { label, text: whole(&share, catalog) });
    }
    lines.push(fact("cover-masked", integer(totals.projects.masked_cells as usize)));
    let difficult = totals.difficult.masked_cells as usize;
    lines.push(fact("cover-masked-difficult", integer(difficult)));
    if totals.large_masked > 0 {
        lines.push(Line::Text(catalog.text("cover-masked-large")));
    }
    lines.push(fact("cover-evidence", flagged(&|pressure| pressure.evidence())));
    lines.push(fact("cover-presumed", flagged(&|pressure| pressure.presumed())));
}

impl Context<'_> {
    /// The sentence of a note on vintages and lists of offers; empty for another.
    fn note_of_files(&self, note: &Note) -> String {
        let catalog = self.catalog;
        match note {
            Note::YearGiven { source, year: y, by_name } => catalog.with(
                if *by_name { "note-year-by-name" } else { "note-year-asked" },
                &[("file", self.file(*source).into()), ("year", (&y.to_string()).into())],
            ),
            Note::OtherHirings { kept, left } => catalog.with(
                "note-other-hirings",
                &[("kept", self.file(*kept).into()), ("left", self.file(*left).into())],
            ),
            Note::Vintages { kind, kept, left, later } => {
                let name = catalog.text(&format!("kind-{}", kind.id()));
                let kept = kept.to_string();
                let known = [("kind", (&name).into()), ("kept", (&kept).into())];
                let with = |key: &str, name: &'static str, text: String| {
                    let args: Vec<_> =
                        known.iter().cloned().chain([(name, (&text).into())]).collect();
                    catalog.with(key, &args)
                };
                let left: Vec<String> = left.iter().map(u16::to_string).collect();
                let later = later.map(|y| with("note-vintage-later", "year", y.to_string()));
                let others =
                    with("note-vintages", "left", left.join(&catalog.text("list-separator")));
                let others = Some(others).filter(|_| !left.is_empty());
                later.into_iter().chain(others).collect::<Vec<_>>().join(" ")
            }
            Note::RepeatedOffers { count } => {
                catalog.with("note-repeated-offers", &[("count", (*count).into())])
            }
            Note::LikeOffers { count } => {
                catalog.with("note-like-offers", &[("count", (*count).into())])
            }
            Note::CompanyApart { count } => {
                catalog.with("note-company-apart", &[("count", (*count).into())])
            }
            Note::DuplicateYear { kept, left } => catalog.with(
                "note-duplicate-year",
                &[("kept", self.file(*kept).into()), ("left", self.file(*left).into())],
            ),
            Note::OffersNotAFlow { source, nature } => catalog.with(
                &format!("note-offers-{}", nature.id()),
                &[("file", self.file(*source).into())],
            ),
            Note::OffersApart { source, count } => catalog.with(
                "note-offers-apart",
                &[("file", self.file(*source).into()), ("count", (*count).into())],
            ),
            Note::Series(series) => {
                let files: Vec<String> =
                    series.places.iter().map(|place| self.file(*place).to_owned()).collect();
                format!("{}.", together::stacked(series, &files, catalog))
            }
            Note::Together(pair) => {
                let name = |place: usize| self.file(place).to_owned();
                format!("{}.", together::stacking(pair, &name, catalog))
            }
            _ => String::new(),
        }
    }

    /// The sentence of a note.
    pub fn note(&self, note: &Note) -> String {
        let catalog = self.catalog;
        let year = |year: &u16| year.to_string();
        match note {
            Note::NoProjects => catalog.text("note-no-projects"),
            Note::SeveralDepartments { used, by_projects } => {
                let label = self.reference.label(*used).unwrap_or_default();
                let used = format!("{label} ({used})");
                let key = if *by_projects {
                    "note-several-departments"
                } else {
                    "note-several-departments-communes"
                };
                catalog.with(key, &[("used", (&used).into())])
            }
            Note::NoAnchorLoaded => catalog.text("note-no-anchor-loaded"),
            Note::AnchorConverted { from, to } => catalog.with(
                "note-anchor-converted",
                &[
                    ("from", (&from.year().to_string()).into()),
                    ("to", (&to.year().to_string()).into()),
                ],
            ),
            Note::AnchorWithoutMatch { count } => {
                catalog.with("note-anchor-without-match", &[("count", (*count).into())])
            }
            Note::NoTrainingLoaded => catalog.text("note-no-training-loaded"),
            Note::ReferenceSetTooSmall { cells } => {
                catalog.with("note-reference-set-too-small", &[("cells", (*cells).into())])
            }
            Note::NomenclatureBreak { before, after } => catalog.with(
                "note-nomenclature-break",
                &[("before", (&year(before)).into()), ("after", (&year(after)).into())],
            ),
            Note::OtherBorders(one) => together::borders(one, catalog),
            Note::CodesUnknown { source, count, examples } => catalog.with(
                "note-codes-unknown",
                &[
                    ("file", self.file(*source).into()),
                    ("count", (*count).into()),
                    ("examples", examples.into()),
                ],
            ),
            Note::SameContent { kept, left } => catalog.with(
                "note-same-content",
                &[("kept", self.file(*kept).into()), ("left", self.file(*left).into())],
            ),
            Note::FormerWave { left, year: y } => catalog.with(
                "note-former-wave",
                &[
                    ("left", self.file(*left).into()),
                    ("year", (&y.map(|y| y.to_string()).unwrap_or_default()).into()),
                ],
            ),
            Note::Series(_)
            | Note::Together(_)
            | Note::YearGiven { .. }
            | Note::OtherHirings { .. }
            | Note::Vintages { .. }
            | Note::RepeatedOffers { .. }
            | Note::LikeOffers { .. }
            | Note::CompanyApart { .. }
            | Note::DuplicateYear { .. }
            | Note::OffersNotAFlow { .. }
            | Note::OffersApart { .. } => self.note_of_files(note),
            Note::OutsideTerritory { source, count } => catalog.with(
                "note-outside-territory",
                &[("file", self.file(*source).into()), ("count", (*count).into())],
            ),
            Note::WithoutOccupation { source, count } => catalog.with(
                "note-without-occupation",
                &[("file", self.file(*source).into()), ("count", (*count).into())],
            ),
            Note::OccupationByTitle { source, count } => catalog.with(
                "note-occupation-by-title",
                &[("file", self.file(*source).into()), ("count", (*count).into())],
            ),
            Note::DecimalLayout { source } => {
                catalog.with("note-decimal-layout", &[("file", self.file(*source).into())])
            }
            Note::SeasonalMostly => catalog.text("note-seasonal-mostly"),
            Note::ParameterChanged { id, value, default } => {
                let name = catalog.text(&format!("parameter-{}", id.replace('_', "-")));
                let number = |number: u32| format::thousandths(number, catalog.language());
                catalog.with(
                    "note-parameter-changed",
                    &[
                        ("name", (&name).into()),
                        ("value", (&number(*value)).into()),
                        ("default", (&number(*default)).into()),
                    ],
                )
            }
            Note::CutChanged { cut: Cut::Fixed(share) } => {
                let share = format::percent(f64::from(*share) / 1_000.0, 1, catalog.language());
                catalog.with("note-cut-fixed", &[("share", (&share).into())])
            }
            Note::CutChanged { .. } => catalog.text("note-cut-region"),
        }
    }
}
