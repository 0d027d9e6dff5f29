//! Hiring projects of a territory: sums with their bounds over masked cells (`method.md` §1.10).
//!
//! Sums first, ratio after: never a mean of ratios, never a masked cell read as a number.

use crate::model::{Count, Grade, Share, Value};
use crate::tables::Cell;
use crate::tables::bmo::Row;

/// The three counts of the BMO survey and the share of difficult projects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tally {
    /// Hiring projects per year.
    pub projects: Count,
    /// Projects that employers expect to be difficult: never "unfilled".
    pub difficult: Count,
    /// Seasonal projects.
    pub seasonal: Count,
    /// Difficult / projects, with the bounds of `method.md` §1.10 and its grade.
    pub difficult_share: Share,
    /// Cells of [`LARGE`] projects or more whose difficult ones are masked: they may hide more than a
    /// masked cell is read as, and the bounds are too narrow then.
    pub large_masked: u32,
}

/// Projects from which a masked number of difficult ones is hardly a small one (`method.md` §1.10).
pub const LARGE: f64 = 20.0;

impl Tally {
    /// The share of difficult projects as it is shown: unknown without a row, bounds alone where
    /// no published cell gives a point.
    pub const fn share_shown(&self) -> Value {
        let Share { value, low, high, .. } = self.difficult_share;
        match value {
            _ if self.projects.cells == 0 => Value::Unknown,
            Some(value) => Value::Interval { value, low, high },
            None => Value::RangeOnly { low, high },
        }
    }
}

/// What a masked cell may hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mask {
    /// Least number of projects behind a masked count of projects.
    pub least_projects: f64,
    /// Most, for each of the three counts.
    pub most: f64,
}

impl Mask {
    /// Integer files, 2019 on: `*` is 1..`star_max` projects, 0..`star_max` difficult ones.
    pub const fn integer(star_max: f64) -> Self {
        Self { least_projects: 1.0, most: star_max }
    }

    /// Decimal files of 2014–2018: a masked or blank cell is in [0, 5).
    pub const fn decimal() -> Self {
        Self { least_projects: 0.0, most: 5.0 }
    }
}

/// Running sums over cells, exact and independent of the order of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    pub cells: u32,
    /// Sums of the published cells.
    pub projects: f64,
    pub difficult: f64,
    pub seasonal: f64,
    /// Numbers of masked cells.
    pub masked_projects: u32,
    pub masked_difficult: u32,
    pub masked_seasonal: u32,
    /// Most that the masked cells can add.
    pub hidden_difficult: f64,
    pub hidden_seasonal: f64,
    /// As [`Tally::large_masked`].
    pub large_masked: u32,
    /// Projects that masked cells hold beyond the least of a mask: a part of them is published.
    pub told_projects: f64,
    /// Projects that masked cells whose difficult part is published may hold beyond their least: at
    /// the largest share they do not.
    pub undifficult: f64,
    /// Published difficult projects of cells whose projects are masked: no share is made of them.
    pub unpaired: f64,
}

impl Sums {
    pub fn add(&mut self, row: &Row<'_>, mask: Mask) {
        self.cells += 1;
        let ceiling = match row.projects {
            Cell::Value(projects) => {
                self.projects += projects;
                projects.min(mask.most)
            }
            Cell::Masked | Cell::Missing => {
                self.masked_projects += 1;
                // At least as many projects as the difficult or seasonal ones among them.
                let part = |cell: Cell| match cell {
                    Cell::Value(part) => part,
                    Cell::Masked | Cell::Missing => 0.0,
                };
                let least = part(row.difficult).max(part(row.seasonal)).min(mask.most);
                let least = least.max(mask.least_projects);
                self.told_projects += least - mask.least_projects;
                if let Cell::Value(difficult) = row.difficult {
                    self.undifficult += mask.most - least;
                    self.unpaired += difficult;
                }
                mask.most
            }
        };
        match row.difficult {
            Cell::Value(difficult) => self.difficult += difficult,
            Cell::Masked | Cell::Missing => {
                self.masked_difficult += 1;
                self.hidden_difficult += ceiling;
                if matches!(row.projects, Cell::Value(projects) if projects >= LARGE) {
                    self.large_masked += 1;
                }
            }
        }
        match row.seasonal {
            Cell::Value(seasonal) => self.seasonal += seasonal,
            Cell::Masked | Cell::Missing => {
                self.masked_seasonal += 1;
                self.hidden_seasonal += ceiling;
            }
        }
    }

    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            cells: self.cells + other.cells,
            projects: self.projects + other.projects,
            difficult: self.difficult + other.difficult,
            seasonal: self.seasonal + other.seasonal,
            masked_projects: self.masked_projects + other.masked_projects,
            masked_difficult: self.masked_difficult + other.masked_difficult,
            masked_seasonal: self.masked_seasonal + other.masked_seasonal,
            hidden_difficult: self.hidden_difficult + other.hidden_difficult,
            hidden_seasonal: self.hidden_seasonal + other.hidden_seasonal,
            large_masked: self.large_masked + other.large_masked,
            told_projects: self.told_projects + other.told_projects,
            undifficult: self.undifficult + other.undifficult,
            unpaired: self.unpaired + other.unpaired,
        }
    }

    /// What is left of a whole when `part`, a part of it, is taken away.
    #[must_use]
    pub fn minus(&self, part: &Self) -> Self {
        Self {
            cells: self.cells.saturating_sub(part.cells),
            projects: self.projects - part.projects,
            difficult: self.difficult - part.difficult,
            seasonal: self.seasonal - part.seasonal,
            masked_projects: self.masked_projects.saturating_sub(part.masked_projects),
            masked_difficult: self.masked_difficult.saturating_sub(part.masked_difficult),
            masked_seasonal: self.masked_seasonal.saturating_sub(part.masked_seasonal),
            hidden_difficult: self.hidden_difficult - part.hidden_difficult,
            hidden_seasonal: self.hidden_seasonal - part.hidden_seasonal,
            large_masked: self.large_masked.saturating_sub(part.large_masked),
            told_projects: self.told_projects - part.told_projects,
            undifficult: self.undifficult - part.undifficult,
            unpaired: self.unpaired - part.unpaired,
        }
    }

    /// Most projects that the cells can hold.
    pub fn most_projects(&self, mask: Mask) -> f64 {
        self.projects + mask.most * f64::from(self.masked_projects)
    }

    /// Fewest projects that the cells can hold.
    pub fn least_projects(&self, mask: Mask) -> f64 {
        let masked = mask.least_projects * f64::from(self.masked_projects);
        self.projects + masked + self.told_projects
    }

    /// Not one project: nothing of the territory itself, and no cell that hides any.
    pub fn is_without_projects(&self) -> bool {
        self.projects <= 0.0 && self.masked_projects == 0
    }

    /// Projects and difficult projects of the cells that publish their projects.
    pub fn point_chain(&self) -> (f64, f64) {
        (self.projects, self.difficult - self.unpaired)
    }

    /// Share of the projects that are difficult on published cells; `None` without any project there.
    pub fn point_share(&self) -> Option<f64> {
        let (projects, difficult) = self.point_chain();
        (projects > 0.0).then(|| difficult / projects)
    }

    /// Projects and difficult projects, every masked cell as at the largest share: at its most, but
    /// where the difficult part is published, and only others could be added.
    pub fn high_chain(&self, mask: Mask) -> (f64, f64) {
        let projects = self.most_projects(mask) - self.undifficult;
        (projects, self.difficult + self.hidden_difficult)
    }

    /// Projects at their most, difficult projects at their least.
    pub fn low_chain(&self, mask: Mask) -> (f64, f64) {
        (self.most_projects(mask), self.difficult)
    }

    /// The shown counts; `effective_share` is the part of projects that rests on an answer.
    pub fn tally(&self, mask: Mask, effective_share: f64) -> Tally {
        let count = |value: f64, low: f64, high: f64, masked_cells: u32| Count {
            value,
            low,
            high,
            masked_cells,
            cells: self.cells,
        };
        Tally {
            projects: count(
                self.projects,
                self.least_projects(mask),
                self.most_projects(mask),
                self.masked_projects,
            ),
            difficult: count(
                self.difficult,
                self.difficult,
                self.difficult + self.hidden_difficult,
                self.masked_difficult,
            ),
            seasonal: count(
                self.seasonal,
                self.seasonal,
                self.seasonal + self.hidden_seasonal,
                self.masked_seasonal,
            ),
            difficult_share: self.share(mask, effective_share),
            large_masked: self.large_masked,
        }
    }

    fn share(&self, mask: Mask, effective_share: f64) -> Share {
        let most = self.most_projects(mask);
        let (low, high) = if most > 0.0 {
            let (high_projects, high_difficult) = self.high_chain(mask);
            let high = high_difficult / high_projects;
            let none = high_difficult <= 0.0 && self.masked_difficult == 0;
            let high = if high.is_finite() { high.min(1.0) } else { f64::from(u8::from(!none)) };
            (self.difficult / most, high)
        } else {
            (0.0, 1.0)
        };
        // One cell whose difficult projects are masked has bounds but no point value.
        let value = self.point_share().filter(|_| self.masked_difficult < self.cells);
        // What a masked cell publishes of its part is in the bounds alone.
        let value = value.map(|value| value.max(low).min(high));
        Share { value, low, high, confidence: self.grade(mask, effective_share) }
    }

    /// Grade of `method.md` §1.11, before any downgrading.
    ///
    /// For several cells together, "published" means that the masked ones leave the share within
    /// ten points: our choice, the method speaks of one cell.
    pub fn grade(&self, mask: Mask, effective_share: f64) -> Grade {
        let published = if self.cells <= 1 {
            self.masked_projects == 0 && self.masked_difficult == 0
        } else {
            let (high_projects, high_difficult) = self.high_chain(mask);
            let low = self.difficult / self.most_projects(mask);
            high_projects > 0.0 && high_difficult / high_projects - low <= 0.1
        };
        if published { Grade::of_effective_size(effective_share * self.projects) } else { Grade::C }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(projects: Cell, difficult: Cell) -> Row<'static> {
        Row {
            row: 2,
            occupation: "G0B41",
            label: "",
            family: "",
            family_label: "",
            basin: "8450",
            basin_label: "",
            department: "15",
            department_label: "",
            region: "84",
            region_label: "",
            projects,
            difficult,
            seasonal: Cell::Masked,
        }
    }

    fn sums(cells: &[(Option<f64>, Option<f64>)]) -> Sums {
        let cell = |value: Option<f64>| value.map_or(Cell::Masked, Cell::Value);
        let mut sums = Sums::default();
        for (projects, difficult) in cells {
            sums.add(&row(cell(*projects), cell(*difficult)), Mask::integer(4.0));
        }
        sums
    }

    fn check(cells: &[(Option<f64>, Option<f64>)], value: Option<f64>, low: f64, high: f64) {
        let share = sums(cells).tally(Mask::integer(4.0), 0.25).difficult_share;
        assert_eq!((share.value, share.low, share.high), (value, low, high));
    }

    #[test]
    fn shares_and_their_bounds() {
        check(&[(Some(100.0), Some(85.0))], Some(85.0 / 100.0), 0.85, 0.85);
        check(&[(Some(70.0), None)], None, 0.0, 4.0 / 70.0);
        check(&[(None, None)], None, 0.0, 1.0);
        check(
            &[(Some(12.0), Some(6.0)), (None, None)],
            Some(6.0 / 12.0),
            6.0 / (12.0 + 4.0),
            (6.0 + 4.0) / (12.0 + 4.0),
        );
    }

    /// `*` projects of which three are difficult: three or four, and all of them or three of four.
    #[test]
    fn a_masked_count_holds_its_published_part() {
        check(&[(None, Some(3.0))], None, 3.0 / 4.0, 1.0);
        check(&[(None, Some(0.0))], None, 0.0, 0.0);
        check(
            &[(Some(12.0), Some(6.0)), (None, Some(3.0))],
            Some((6.0 + 3.0) / (12.0 + 4.0)),
            (6.0 + 3.0) / (12.0 + 4.0),
            (6.0 + 3.0) / (12.0 + 3.0),
        );
        let mask = Mask::integer(4.0);
        let low = |difficult: Option<f64>| sums(&[(None, difficult)]).least_projects(mask);
        for (difficult, least) in [(Some(3.0), 3.0), (Some(0.0), 1.0), (None, 1.0)] {
            assert!((low(difficult) - least).abs() < 1e-12, "{difficult:?}");
        }
        let all = sums(&[(Some(12.0), Some(6.0)), (None, Some(3.0))]);
        assert_eq!(all.minus(&sums(&[(None, Some(3.0))])), sums(&[(Some(12.0), Some(6.0))]));
        assert!(sums(&[(Some(0.0), Some(0.0))]).is_without_projects());
        assert!(!sums(&[(None, Some(0.0))]).is_without_projects());
    }

    #[test]
    fn a_masked_count_is_between_one_and_four() {
        let projects =
            sums(&[(Some(12.0), Some(6.0)), (None, None)]).tally(Mask::integer(4.0), 0.25).projects;
        assert_eq!((projects.value, projects.low, projects.high), (12.0, 13.0, 16.0));
        assert_eq!(projects.masked_cells, 1);
    }

    #[test]
    fn a_large_cell_whose_difficult_projects_are_masked_is_counted() {
        let large = |cells: &[(Option<f64>, Option<f64>)]| sums(cells).large_masked;
        assert_eq!(large(&[(Some(20.0), None), (Some(95.0), None)]), 2);
        assert_eq!(large(&[(Some(19.0), None), (Some(95.0), Some(9.0)), (None, None)]), 0);
        let (one, both) = (sums(&[(Some(20.0), None)]), sums(&[(Some(20.0), None); 2]));
        assert_eq!((one.plus(&one), both.minus(&one)), (both, one));
        assert_eq!(both.tally(Mask::integer(4.0), 0.25).large_masked, 2);
    }

    /// With nine as the most behind a star, a published count of five caps its difficult part.
    #[test]
    fn the_difficult_part_never_exceeds_the_published_projects() {
        let mut sums = Sums::default();
        sums.add(&row(Cell::Value(5.0), Cell::Masked), Mask::integer(9.0));
        assert!((sums.hidden_difficult - 5.0).abs() < f64::EPSILON);
    }

    #[test]
    fn grades() {
        let grade =
            |cells: &[(Option<f64>, Option<f64>)]| sums(cells).grade(Mask::integer(4.0), 0.25);
        assert_eq!(grade(&[(Some(40.0), Some(20.0))]), Grade::A);
        assert_eq!(grade(&[(Some(39.0), Some(20.0))]), Grade::B);
        assert_eq!(grade(&[(Some(9.0), Some(5.0))]), Grade::C);
        assert_eq!(grade(&[(Some(70.0), None)]), Grade::C);
        assert_eq!(grade(&[(None, None)]), Grade::C);
    }

    #[test]
    fn sums_do_not_depend_on_the_order() {
        let a = sums(&[(Some(12.0), Some(6.0)), (None, None), (Some(7.0), None)]);
        let b = sums(&[(None, None), (Some(7.0), None), (Some(12.0), Some(6.0))]);
        assert_eq!(a, b);
        let c = sums(&[(Some(12.0), Some(6.0))]).plus(&sums(&[(None, None), (Some(7.0), None)]));
        assert_eq!(a, c);
    }
}
