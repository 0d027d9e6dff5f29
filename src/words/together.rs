//! What files that are loaded together make, in sentences: for the command line, the window and
//! the documents.

use crate::analysis::disagreement::Disagreement;
use crate::analysis::stacking::{Link, Pair, Series};
use crate::format::integer;
use crate::i18n::{Arg, Catalog};

/// « A » et « B » se contredisent : combien de chiffres, et lequel est retenu.
pub fn disagreement(
    pair: &Disagreement,
    name: &dyn Fn(usize) -> String,
    catalog: &Catalog,
) -> String {
    let (first, second) = (name(pair.first), name(pair.second));
    let kind = catalog.text(&format!("kind-{}", pair.kind.id()));
    let number = |count: u32| integer(f64::from(count), catalog.language());
    let (shown, rows) = (number(pair.n_differing()), number(pair.common));
    catalog.with(
        "disagreement-told",
        &[
            ("first", (&first).into()),
            ("second", (&second).into()),
            ("kind", (&kind).into()),
            ("year", (&pair.year.to_string()).into()),
            ("count", pair.n_differing().into()),
            ("shown", (&shown).into()),
            ("common", pair.common.into()),
            ("rows", (&rows).into()),
        ],
    )
}

/// « A » et « B » s’empilent, restent séparés, marquent une rupture, ou l’un ne compte pas.
pub fn stacking(pair: &Pair, name: &dyn Fn(usize) -> String, catalog: &Catalog) -> String {
    let (before, after) = (name(pair.before), name(pair.after));
    let kind = catalog.text(&format!("kind-{}", pair.kind.id()));
    let key = format!("stacking-{}", pair.link.id());
    let told = |more: &[(&str, Arg<'_>)]| {
        let mut values = vec![
            ("before", (&before).into()),
            ("after", (&after).into()),
            ("kind", (&kind).into()),
        ];
        values.extend(more.iter().cloned());
        catalog.with(&key, &values)
    };
    match &pair.link {
        Link::Stacked { from, to } => told(&[("from", from.into()), ("to", to.into())]),
        Link::OtherMeasure { before, after } => {
            told(&[("first", before.into()), ("second", after.into())])
        }
        Link::OtherEdition | Link::Replaced | Link::SameYear | Link::Copy => told(&[]),
        Link::FormerWave { year } => told(&[("year", (&year.to_string()).into())]),
        Link::OtherBasins { count, examples }
        | Link::MovedCommunes { count, examples }
        | Link::Shared { count, examples } => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            let shown = integer(f64::from(count), catalog.language());
            let examples =
                if examples.is_empty() { String::new() } else { format!(" ({examples})") };
            told(&[
                ("count", count.into()),
                ("shown", (&shown).into()),
                ("examples", (&examples).into()),
            ])
        }
    }
}

/// Several files that make one series: « A » ; « B » ; « C » s’empilent.
pub fn stacked(series: &Series, files: &[String], catalog: &Catalog) -> String {
    let quoted = |file: &String| catalog.with("stacking-file", &[("file", file.into())]);
    let quoted: Vec<String> = files.iter().map(quoted).collect();
    let list = quoted.join(&catalog.text("list-separator"));
    let kind = catalog.text(&format!("kind-{}", series.kind.id()));
    catalog.with(
        "stacking-series",
        &[
            ("list", (&list).into()),
            ("kind", (&kind).into()),
            ("from", (&series.from).into()),
            ("to", (&series.to).into()),
        ],
    )
}
