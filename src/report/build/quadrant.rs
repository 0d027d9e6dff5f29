//! Pressure × volume in words: what the quadrant is relative to, and what it shows.

use crate::analysis::results::Occupation;
use crate::format;
use crate::report::build::Context;

/// Occupations named in the summary.
const NAMED: usize = 5;

/// Projects as drawn; `None` where every cell is masked: nobody knows how many, and a point would
/// tell one number.
pub fn volume(occupation: &Occupation) -> Option<f64> {
    let projects = &occupation.benchmarks.territory.projects;
    (!projects.only_masked() && projects.value >= 1.0).then_some(projects.value)
}

/// For a median alone: the middle of the bounds where every cell is masked.
fn middle(occupation: &Occupation) -> f64 {
    let projects = &occupation.benchmarks.territory.projects;
    let middle = || f64::midpoint(projects.low, projects.high);
    volume(occupation).unwrap_or_else(middle).max(1.0)
}

impl Context<'_> {
    /// Median of the projects of the territory's occupations: the upright line of the quadrant. Of
    /// an even number, the lower of the two in the middle: a number that an occupation has.
    pub fn median_volume(&self) -> Option<f64> {
        self.results.bmo?;
        let mut volumes: Vec<f64> = self.results.occupations.iter().map(middle).collect();
        volumes.sort_by(f64::total_cmp);
        volumes.get(volumes.len().saturating_sub(1) / 2).copied()
    }

    /// « Relatif à … » : what the two lines stand for.
    pub fn quadrant_reference(&self) -> String {
        let median = self.median_volume().unwrap_or_default();
        let median = format::integer(median, self.catalog.language());
        let territory = &self.results.territory.label;
        self.catalog.with(
            "quadrant-reference",
            &[
                ("cut", (&self.cut_words()).into()),
                ("median", (&median).into()),
                ("territory", territory.into()),
            ],
        )
    }

    /// How many occupations in each corner, and the first of the corner that matters most: for
    /// screen readers, and for whoever reads no chart.
    pub fn quadrant_summary(&self, keep: &dyn Fn(&Occupation) -> bool) -> String {
        let (Some(median), Some(cut)) = (self.median_volume(), self.results.cut) else {
            return self.catalog.text("unsurveyed-quadrant");
        };
        let language = self.catalog.language();
        let mut corners = [0_u32; 4];
        let mut first: Vec<(f64, &Occupation)> = Vec::new();
        let mut unplaced = 0_u32;
        for occupation in self.results.occupations.iter().filter(|one| keep(one)) {
            let Some((volume, mean)) = volume(occupation).zip(occupation.pressure.mean()) else {
                unplaced += 1;
                continue;
            };
            let (tense, large) = (mean > cut, volume > median);
            let corner = usize::from(!tense) * 2 + usize::from(!large);
            if let Some(count) = corners.get_mut(corner) {
                *count += 1;
            }
            if tense && large {
                first.push((volume * mean, occupation));
            }
        }
        first.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.code.cmp(&b.1.code)));
        let named: Vec<&str> =
            first.iter().take(NAMED).map(|(_, occupation)| occupation.label.as_str()).collect();
        let number = |count: u32| format::integer(f64::from(count), language);
        let [both, tense, large, neither] = corners.map(number);
        let named = if named.is_empty() { "—".to_owned() } else { named.join(", ") };
        let seen = self.catalog.with(
            "quadrant-summary",
            &[
                ("all", (&number(corners.iter().sum())).into()),
                ("both", (&both).into()),
                ("tense", (&tense).into()),
                ("large", (&large).into()),
                ("neither", (&neither).into()),
                ("named", (&named).into()),
            ],
        );
        if unplaced == 0 {
            return seen;
        }
        let shown = number(unplaced);
        let of = [("count", unplaced.into()), ("shown", (&shown).into())];
        format!("{seen} {}", self.catalog.with("chart-unplaced", &of))
    }
}
