//! What a calibration must reproduce: auxiliaries of the respondents and population totals.

use crate::survey::linalg::Factor;

/// Faults in the shape of the input.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ShapeError {
    /// The auxiliaries do not fill `units × margins` cells, or names and totals differ in number.
    #[error("{cells} cells for {units} units, {names} names and {totals} totals")]
    Lengths { cells: usize, units: usize, names: usize, totals: usize },
    /// An infinite or undefined number for this margin.
    #[error("margin {name} holds a value that is not a number")]
    NotFinite { margin: usize, name: String },
}

/// Margins that contradict each other on the respondents.
///
/// `implied` is what the other margins in `involved` make of `stated`; each of `suspects`, taken
/// away alone, would end the contradiction.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    pub margin: usize,
    pub stated: f64,
    pub implied: f64,
    pub involved: Vec<usize>,
    pub suspects: Vec<usize>,
}

/// Auxiliaries `x`, one row per respondent and one column per margin, with the totals `t`.
///
/// Rows are kept sparse: a respondent is in one size class and one sector, so most cells are 0.
#[derive(Debug, Clone)]
pub struct Margins {
    names: Vec<String>,
    totals: Vec<f64>,
    entries: Vec<(usize, f64)>,
    starts: Vec<usize>,
    held: Vec<bool>,
}

impl Margins {
    /// Reads `cells`, row-major `units × names.len()`, and one total per name.
    ///
    /// # Errors
    /// Lengths that do not agree, or a number that is not finite.
    pub fn new(
        cells: &[f64],
        units: usize,
        names: Vec<String>,
        totals: Vec<f64>,
    ) -> Result<Self, ShapeError> {
        let columns = names.len();
        if cells.len() != units * columns || totals.len() != columns || columns == 0 {
            return Err(ShapeError::Lengths {
                cells: cells.len(),
                units,
                names: columns,
                totals: totals.len(),
            });
        }
        let mut entries = Vec::new();
        let mut starts = vec![0];
        for row in cells.chunks(columns) {
            entries.extend(row.iter().copied().enumerate().filter(|(_, x)| *x != 0.0));
            starts.push(entries.len());
        }
        let faulty = |(margin, x): (usize, f64)| (!x.is_finite()).then_some(margin);
        let of_totals = totals.iter().copied().enumerate().find_map(faulty);
        if let Some(margin) = entries.iter().copied().find_map(faulty).or(of_totals) {
            let name = names.get(margin).cloned().unwrap_or_default();
            return Err(ShapeError::NotFinite { margin, name });
        }
        Ok(Self { names, totals, entries, starts, held: vec![false; units] })
    }

    /// Marks units whose weight calibration leaves alone (take-all establishments).
    ///
    /// They still count towards the totals; a mask shorter than the units holds only its first ones.
    #[must_use]
    pub fn holding(mut self, mask: &[bool]) -> Self {
        for (held, wanted) in self.held.iter_mut().zip(mask) {
            *held = *wanted;
        }
        self
    }

    /// Number of respondents.
    pub fn units(&self) -> usize {
        self.held.len()
    }

    /// Number of margins.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Never true: construction refuses an empty list.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Population totals, in the order of the names.
    pub fn totals(&self) -> &[f64] {
        &self.totals
    }

    /// Units left alone by calibration.
    pub fn held(&self) -> &[bool] {
        &self.held
    }

    /// Name of a margin; empty when there is none of this index.
    pub fn name(&self, margin: usize) -> String {
        self.names.get(margin).cloned().unwrap_or_default()
    }

    /// The non-zero `(margin, x)` of each unit, in order.
    pub fn rows(&self) -> impl Iterator<Item = &[(usize, f64)]> {
        self.starts
            .windows(2)
            .map(|pair| pair.first().zip(pair.last()))
            .map(|ends| ends.and_then(|(from, to)| self.entries.get(*from..*to)).unwrap_or(&[]))
    }

    /// `Σᵢ weightᵢ xᵢ`, one number per margin.
    pub fn sums(&self, weights: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.len()];
        for (row, weight) in self.rows().zip(weights) {
            for (margin, x) in row {
                if let Some(sum) = sums.get_mut(*margin) {
                    *sum += weight * x;
                }
            }
        }
        sums
    }

    /// `Xᵀ diag(weights) X`, row-major; `rows` lets the caller leave units out by a zero weight.
    pub fn gram(&self, weights: &[f64]) -> Vec<f64> {
        let order = self.len();
        let mut gram = vec![0.0; order * order];
        for (row, weight) in self.rows().zip(weights) {
            if *weight == 0.0 {
                continue;
            }
            for (margin, x) in row {
                let from = margin * order;
                let Some(line) = gram.get_mut(from..from + order) else { continue };
                let weighted = weight * x;
                for (other, y) in row {
                    if let Some(cell) = line.get_mut(*other) {
                        *cell += weighted * y;
                    }
                }
            }
        }
        gram
    }

    /// Delete-one residuals of the regression of `y` on the margins, weighted by `weights`.
    ///
    /// The variance of a calibrated estimator is that of its residuals (Deville and Särndal, 1992).
    /// On some tens of respondents the fit follows each of them, so plain residuals are too
    /// small; `e/(1 − leverage)` is what the fit misses without the unit (“HC3” of
    /// Long and Ervin, American Statistician 2000). Leverages count up to 0.9. Held units keep `y − x'β`: they have no variance.
    pub fn residuals(&self, y: &[f64], weights: &[f64]) -> Vec<f64> {
        let free = self.free(weights);
        let weighted: Vec<f64> = free.iter().zip(y).map(|(w, y)| w * y).collect();
        let factor = Factor::new(&self.gram(&free), self.len());
        let slopes = factor.solve(&self.sums(&weighted));
        let mut dense = vec![0.0; self.len()];
        let mut residuals = Vec::with_capacity(self.units());
        for ((row, weight), y) in self.rows().zip(&free).zip(y) {
            dense.fill(0.0);
            for (margin, x) in row {
                if let Some(cell) = dense.get_mut(*margin) {
                    *cell = *x;
                }
            }
            let product =
                |other: &[f64]| -> f64 { other.iter().zip(&dense).map(|(a, b)| a * b).sum() };
            let leverage = (weight * product(&factor.solve(&dense))).clamp(0.0, 0.9);
            residuals.push((y - product(&slopes)) / (1.0 - leverage));
        }
        residuals
    }

    fn free(&self, weights: &[f64]) -> Vec<f64> {
        weights.iter().zip(&self.held).map(|(w, held)| if *held { 0.0 } else { *w }).collect()
    }

    /// Looks for totals that no weights at all could satisfy together.
    ///
    /// `free` are the weights of the units that may move, `targets` the totals they must reach.
    pub fn contradiction(&self, free: &[f64], targets: &[f64]) -> Option<Contradiction> {
        let gram = self.gram(free);
        let every: Vec<usize> = (0..self.len()).collect();
        let first = worst_relation(&gram, targets, &self.totals, &every)?;
        let mut suspects = Vec::new();
        for margin in &first.involved {
            let kept: Vec<usize> = every.iter().copied().filter(|m| m != margin).collect();
            if worst_relation(&gram, targets, &self.totals, &kept).is_none() {
                suspects.push(*margin);
            }
        }
        Some(Contradiction { suspects, ..first })
    }
}

/// The linear relation between `kept` columns that their totals break most, if any.
fn worst_relation(
    gram: &[f64],
    targets: &[f64],
    totals: &[f64],
    kept: &[usize],
) -> Option<Contradiction> {
    const SLACK: f64 = 1e-8;
    let order = targets.len();
    let pick = |values: &[f64]| -> Vec<f64> {
        kept.iter().map(|m| values.get(*m).copied().unwrap_or(0.0)).collect()
    };
    let reduced: Vec<f64> = kept
        .iter()
        .flat_map(|m| pick(gram.get(m * order..(m + 1) * order).unwrap_or(&[])))
        .collect();
    let (wanted, scale) = (pick(targets), pick(totals));
    let factor = Factor::new(&reduced, kept.len());
    let mut worst: Option<(f64, Contradiction)> = None;
    for (position, column) in reduced.chunks(kept.len().max(1)).enumerate() {
        if factor.pivots().contains(&position) {
            continue;
        }
        let shares = factor.solve(column);
        let parts: Vec<f64> = shares.iter().zip(&wanted).map(|(c, t)| c * t).collect();
        let implied: f64 = parts.iter().sum();
        let stated = wanted.get(position).copied().unwrap_or(0.0);
        let size = parts
            .iter()
            .chain([&stated])
            .chain(scale.get(position))
            .fold(f64::MIN_POSITIVE, |m, v| m.max(v.abs()));
        let gap = (stated - implied).abs() / size;
        if gap <= SLACK || worst.as_ref().is_some_and(|(most, _)| gap <= *most) {
            continue;
        }
        let uses = |(place, share): (usize, &f64)| place == position || share.abs() > 1e-7;
        let involved = kept
            .iter()
            .zip(shares.iter().enumerate())
            .filter_map(|(margin, entry)| uses(entry).then_some(*margin))
            .collect();
        let margin = kept.get(position).copied().unwrap_or(0);
        let found = Contradiction { margin, stated, implied, involved, suspects: Vec::new() };
        worst = Some((gap, found));
    }
    worst.map(|(_, found)| found)
}
