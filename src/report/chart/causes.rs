//! Why an occupation is hard to recruit: the published class of each cause, from 1 to 5.

use crate::report::chart::legend::{Key, legend};
use crate::report::chart::sheet::{MARGIN, ROOM};
use crate::report::chart::{Datum, Drawn, Item, Reading, Sheet};
use crate::report::drawing::{Anchor, FAINT, Pen, QUIET, Scale, Shape, Stroke, fitted, lighter};

/// From this class on a cause makes the tension worse.
const AGGRAVATES: f64 = 4.0;
const SIZES: [f32; 2] = [12.5, 11.5];
const LABELS: f32 = 220.0;
/// Places of the classes.
const CLASSES: (f32, f32) = (MARGIN + LABELS + 36.0, MARGIN + LABELS + 266.0);

/// What is drawn.
#[derive(Clone, Debug)]
pub struct Causes<'a> {
    pub items: Vec<Item<'a>>,
}

/// The causes that aggravate most first, those without a class last. `None` where no cause has one.
pub fn causes(sheet: &Sheet<'_>, asked: &Causes<'_>) -> Option<Drawn> {
    let mut read: Vec<(&str, Datum)> = asked
        .items
        .iter()
        .filter_map(|item| Some((item.label.as_str(), Datum::of(&sheet.citing, item.figure)?)))
        .collect();
    read.iter().find(|(_, datum)| datum.value().is_some())?;
    let class = |datum: &Datum| datum.value().unwrap_or_default();
    read.sort_by(|a, b| class(&b.1).total_cmp(&class(&a.1)));
    let mut draft = sheet.open();
    let accent = sheet.accent();
    let scale = Scale::linear((1.0, 5.0), CLASSES);
    let pen = Pen::new("scale", 10.5).of(QUIET).at(Anchor::Middle);
    let y = draft.y + 28.0;
    for place in scale.ticks(4) {
        let x = scale.at(place);
        draft.page.text([x, y], &format!("{place}"), &pen);
    }
    let ends = [("chart-eases", CLASSES.0), ("chart-aggravates", CLASSES.1)];
    for (key, x) in ends {
        draft.page.text([x, y - 14.0], &sheet.text(key), &pen);
    }
    let top = y + 8.0;
    draft.page.line([MARGIN, top], [MARGIN + ROOM, top], Stroke::new(QUIET, 0.8));
    let mut y = top;
    for (label, datum) in &read {
        let aggravates = datum.value().is_some_and(|class| class >= AGGRAVATES);
        let (size, label) = fitted(label, &SIZES, LABELS, 2);
        let pen = Pen::new("label", size).heavy(aggravates);
        let more = f32::from(u8::try_from(label.len() - 1).unwrap_or(1));
        let bottom = y + 26.0 + more * pen.leading();
        let middle = f32::midpoint(y, bottom);
        let base = middle + 0.34 * size;
        draft.page.lines([MARGIN, base - more * pen.leading() / 2.0], &label, &pen);
        draft.keep(datum);
        let words_at = CLASSES.1 + 26.0;
        if let Some(class) = datum.value() {
            for place in scale.ticks(4) {
                let at = [scale.at(place), middle];
                draft.page.mark(at, Shape::Disc, 1.6, lighter(QUIET, 0.35));
            }
            let from = [scale.at(1.0), middle];
            let to = [scale.at(class), middle];
            let way = Stroke::new(lighter(accent, 0.45), 3.0);
            draft.page.line(from, to, way);
            let shape = if aggravates { Shape::Diamond } else { Shape::Disc };
            draft.page.mark(to, shape, if aggravates { 6.0 } else { 4.6 }, accent);
            let pen = Pen::new("figure", 12.0).heavy(aggravates);
            let said = draft.says([words_at, base], datum, &pen);
            if aggravates {
                let pen = Pen::new("remark", 12.0).heavy(true);
                draft.page.text(
                    [said[2] + 10.0, base],
                    &sheet.text("chart-aggravates-tension"),
                    &pen,
                );
            }
        } else {
            let pen = Pen::new("figure", 12.0).of(QUIET);
            draft.says([CLASSES.0, base], datum, &pen);
        }
        draft.page.line([MARGIN, bottom], [MARGIN + ROOM, bottom], Stroke::new(FAINT, 0.6));
        y = bottom;
    }
    let pen = Pen::new("mark", 7.5).of(QUIET).at(Anchor::End);
    if let Some((_, datum)) = read.first() {
        draft.page.text([MARGIN + ROOM, top - 5.0], &datum.id.row.to_string(), &pen);
    }
    draft.y = y + 6.0;
    let entries = [
        (Key::Mark(Shape::Diamond, accent), sheet.text("chart-class-aggravates")),
        (Key::Mark(Shape::Disc, accent), sheet.text("chart-class-other")),
    ];
    legend(&mut draft, &entries);
    Some(draft.close(&[], &seen(sheet, &read)))
}

fn seen(sheet: &Sheet<'_>, read: &[(&str, Datum)]) -> String {
    let catalog = sheet.citing.catalog;
    let listed = |wanted: &dyn Fn(&Datum) -> bool| -> Vec<String> {
        let all = read.iter().filter(|(_, datum)| wanted(datum));
        all.map(|(label, datum)| format!("{label} {}", datum.said())).collect()
    };
    let joined = |list: &[String]| list.join(&catalog.text("list-separator"));
    let is_at = |datum: &Datum, from: f64, below: f64| {
        datum.value().is_some_and(|class| (from..below).contains(&class))
    };
    let aggravate = listed(&|datum| is_at(datum, AGGRAVATES, f64::INFINITY));
    let other = listed(&|datum| is_at(datum, 0.0, AGGRAVATES));
    let without = listed(&|datum| matches!(datum.reading, Reading::Words(_)));
    let mut said = vec![if aggravate.is_empty() {
        catalog.text("chart-seen-no-cause")
    } else {
        catalog.with("chart-seen-causes", &[("list", (&joined(&aggravate)).into())])
    }];
    for (key, list) in [("chart-seen-others", other), ("chart-seen-without", without)] {
        if !list.is_empty() {
            said.push(catalog.with(key, &[("list", (&joined(&list)).into())]));
        }
    }
    said.join(" ")
}
