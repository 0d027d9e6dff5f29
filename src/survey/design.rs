//! Who answered, in which stratum, out of how many.

use crate::survey::diagnostics::count;

/// Faults of a design.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DesignError {
    #[error("unit {unit} is in stratum {stratum}, of {strata}")]
    UnknownStratum { unit: usize, stratum: usize, strata: usize },
    /// More respondents than establishments.
    #[error("{n} respondents in stratum {stratum} of {population}")]
    TooMany { stratum: usize, n: usize, population: f64 },
}

/// Respondents of a stratified design without replacement.
#[derive(Debug, Clone, PartialEq)]
pub struct Design {
    stratum_of_unit: Vec<usize>,
    population: Vec<f64>,
    respondents: Vec<usize>,
    corrected: bool,
}

impl Design {
    /// One stratum per respondent, one count of establishments `N_h` per stratum.
    ///
    /// # Errors
    /// A stratum that does not exist, or holds more respondents than establishments.
    pub fn new(stratum_of_unit: Vec<usize>, population: Vec<f64>) -> Result<Self, DesignError> {
        let mut respondents = vec![0_usize; population.len()];
        for (unit, stratum) in stratum_of_unit.iter().enumerate() {
            let Some(n) = respondents.get_mut(*stratum) else {
                let (stratum, strata) = (*stratum, population.len());
                return Err(DesignError::UnknownStratum { unit, stratum, strata });
            };
            *n += 1;
        }
        for (stratum, (n, population)) in respondents.iter().zip(&population).enumerate() {
            if population.is_nan() || count(*n) > *population {
                return Err(DesignError::TooMany { stratum, n: *n, population: *population });
            }
        }
        Ok(Self { stratum_of_unit, population, respondents, corrected: true })
    }

    /// The same design as if drawn from an endless population: no finite-population correction.
    #[must_use]
    pub fn uncorrected(mut self) -> Self {
        self.corrected = false;
        self
    }

    /// Number of respondents.
    pub fn units(&self) -> usize {
        self.stratum_of_unit.len()
    }

    /// Number of strata.
    pub fn strata(&self) -> usize {
        self.population.len()
    }

    /// Establishments of the population.
    pub fn establishments(&self) -> f64 {
        self.population.iter().sum()
    }

    pub fn stratum_of_unit(&self) -> &[usize] {
        &self.stratum_of_unit
    }

    /// `N_h` per stratum.
    pub fn population(&self) -> &[f64] {
        &self.population
    }

    /// `n_h` per stratum.
    pub fn respondents(&self) -> &[usize] {
        &self.respondents
    }

    /// `1 − n_h/N_h` per stratum; 0 for a stratum fully observed, 1 everywhere when uncorrected.
    pub fn unobserved(&self) -> Vec<f64> {
        let pairs = self.respondents.iter().zip(&self.population);
        let share = |(n, population): (&usize, &f64)| {
            if !self.corrected {
                1.0
            } else if *population > 0.0 {
                1.0 - count(*n) / population
            } else {
                0.0
            }
        };
        pairs.map(share).collect()
    }

    /// `N_h / n_h` per unit.
    pub fn base_weights(&self) -> Vec<f64> {
        let strata = self.stratum_of_unit.iter();
        strata
            .map(|h| {
                let n = self.respondents.get(*h).copied().unwrap_or(1);
                self.population.get(*h).copied().unwrap_or(0.0) / count(n.max(1))
            })
            .collect()
    }

    /// Strata with a single respondent of several establishments: no variance can be read there.
    pub fn lonely(&self) -> Vec<usize> {
        let pairs = self.respondents.iter().zip(&self.population).enumerate();
        pairs.filter(|(_, (n, all))| **n == 1 && **all > 1.0).map(|(h, _)| h).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_up_to_the_population() {
        let design = Design::new(vec![0, 1, 0, 1, 1], vec![15.0, 12.0]).unwrap();
        assert_eq!(design.base_weights(), [7.5, 4.0, 7.5, 4.0, 4.0]);
        assert_eq!(design.unobserved(), [1.0 - 2.0 / 15.0, 1.0 - 3.0 / 12.0]);
        assert!((design.base_weights().iter().sum::<f64>() - 27.0).abs() < 1e-12);
    }

    #[test]
    fn faults() {
        let stray = Design::new(vec![0, 2], vec![5.0, 5.0]);
        assert_eq!(stray, Err(DesignError::UnknownStratum { unit: 1, stratum: 2, strata: 2 }));
        let many = Design::new(vec![0, 0], vec![1.0]);
        assert_eq!(many, Err(DesignError::TooMany { stratum: 0, n: 2, population: 1.0 }));
    }

    #[test]
    fn a_lonely_respondent_is_reported_unless_it_is_everyone() {
        let design = Design::new(vec![0, 1], vec![1.0, 4.0]).unwrap();
        assert_eq!(design.lonely(), [1]);
    }
}
