//! What a user changes of the method, as a readable file, and applied.

use crate::model::adjust::{ADJUSTABLE, AdjustError, Adjustments, Cut, thousandths};
use crate::reference::params::{Parameter, Parameters};
use std::collections::BTreeMap;

/// Readable RON: `{ "flag_probability": 0.9, "cut": "region" }`, the cut as `"france"`,
/// `"region"` or a share.
///
/// # Errors
/// When it is not of this form, or holds what may not be changed.
pub fn parse(text: &str) -> Result<Adjustments, AdjustError> {
    let malformed = |error: ron::error::SpannedError| AdjustError::Malformed {
        line: error.span.start.line,
        column: error.span.start.col,
        detail: error.code.to_string(),
    };
    let map: BTreeMap<String, ron::Value> = ron::from_str(text).map_err(malformed)?;
    let mut adjusted = Adjustments::default();
    for (id, value) in map {
        let number = match &value {
            ron::Value::Number(number) => Some(number.into_f64()),
            _ => None,
        };
        match (id.as_str(), &value, number) {
            ("cut", ron::Value::String(mode), _) if mode == "france" => {}
            ("cut", ron::Value::String(mode), _) if mode == "region" => {
                adjusted.cut = Cut::Region;
            }
            ("cut", _, Some(share)) => adjusted.set_cut(share)?,
            (id, _, Some(number)) => {
                let thousandths = thousandths(number).unwrap_or(u32::MAX);
                adjusted.set(id, thousandths)?;
            }
            (id, ..) => {
                // A name that is not known is told as such, whatever its value.
                adjusted.clone().set(id, 0).or_else(|error| match error {
                    AdjustError::Unknown(_) if id != "cut" => Err(error),
                    _ => Ok(()),
                })?;
                return Err(AdjustError::NotAValue { id: id.to_owned(), found: shown(&value) });
            }
        }
    }
    Ok(adjusted)
}

/// A value as it stands in the file, as far as it is short.
fn shown(value: &ron::Value) -> String {
    const MOST: usize = 40;
    let text = match value {
        ron::Value::String(text) => text.clone(),
        other => ron::to_string(other).unwrap_or_default(),
    };
    text.chars().take(MOST).collect()
}

/// A change of a parameter, to be said beside every result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub id: &'static str,
    /// In thousandths.
    pub value: u32,
    pub default: u32,
}

impl Parameters {
    /// The method with the user's changes; each keeps the value that it had.
    #[must_use]
    pub fn adjusted(&self, adjustments: &Adjustments) -> Self {
        let mut adjusted = self.clone();
        adjusted.set_cut(adjustments.cut);
        for (id, thousandths) in adjustments.values() {
            let value = f64::from(thousandths) / 1_000.0;
            adjusted.replace(id, |known: &Parameter| Parameter {
                value,
                default: Some(known.default.unwrap_or(known.value)),
                ..known.clone()
            });
        }
        adjusted
    }

    /// The parameters that differ from the method as it comes, by name.
    pub fn changed(&self) -> Vec<Changed> {
        let changed = ADJUSTABLE.iter().filter_map(|one| {
            let known = self.values().get(one.id)?;
            let (value, default) = (thousandths(known.value)?, thousandths(known.default?)?);
            (value != default).then_some(Changed { id: one.id, value, default })
        });
        changed.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Found<'a> = (&'a [(&'static str, u32)], Cut);

    fn check(text: &str, expect: Result<Found<'_>, &str>) {
        let found = parse(text);
        match (found, expect) {
            (Ok(found), Ok((values, cut))) => {
                assert_eq!(found.values().collect::<Vec<_>>(), values, "{text}");
                assert_eq!(found.cut, cut, "{text}");
            }
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
            (found, _) => panic!("{text}: {found:?}"),
        }
    }

    #[test]
    fn files_of_changes() {
        check("{}", Ok((&[], Cut::France)));
        let both: &[(&'static str, u32)] = &[("flag_probability", 900), ("star_max", 9_000)];
        check(r#"{ "star_max": 9, "flag_probability": 0.9 }"#, Ok((both, Cut::France)));
        check(r#"{ "cut": "region" }"#, Ok((&[], Cut::Region)));
        check(r#"{ "cut": 0.55 }"#, Ok((&[], Cut::Fixed(550))));
        check(r#"{ "cut": 1.2 }"#, Err("cut: 0 to 1"));
        check(r#"{ "projection_refusal": 0.9 }"#, Err("no such parameter: projection_refusal"));
        // Rules of secrecy are made stricter, never looser.
        check(r#"{ "dominance": 0.9 }"#, Err("dominance: 0.3 to 0.85"));
        check(r#"{ "minimum_respondents": 2 }"#, Err("minimum_respondents: 3 to 50"));
        check(r#"{ "minimum_persons": 10 }"#, Err("minimum_persons: 11 to 100"));
        check(r#"{ "minimum_base": 10 }"#, Err("minimum_base: 11 to 100"));
        let strict: &[(&'static str, u32)] = &[("dominance", 700), ("minimum_respondents", 5_000)];
        check(r#"{ "minimum_respondents": 5, "dominance": 0.7 }"#, Ok((strict, Cut::France)));
        check(r#"{ "flag_probability": 2 }"#, Err("flag_probability: 0.5 to 0.99"));
        check(r#"{ "flag_probability": 0.8005 }"#, Err("flag_probability"));
        check(r#"{ "flag_probability": -1 }"#, Err("flag_probability"));
        check(r#"{ "flag_probability": "high" }"#, Err("flag_probability: not a value it takes"));
        check(r#"{ "cut": "lune" }"#, Err("cut: not a value it takes: lune"));
        check(r#"{ "cut": [1, 2] }"#, Err("cut: not a value it takes: [1,2]"));
        check(r#"{ "lune": "pleine" }"#, Err("no such parameter: lune"));
        check("{\n \"cut\": }", Err("line 2, column 8"));
        check("nothing", Err(""));
    }

    #[test]
    fn a_changed_parameter_keeps_its_default() {
        let method = Parameters::embedded().unwrap();
        assert!(method.changed().is_empty());
        let mut adjustments = Adjustments::default();
        adjustments.set("flag_probability", 900).unwrap();
        adjustments.set("effective_share", 250).unwrap();
        let adjusted = method.adjusted(&adjustments);
        assert!((adjusted.flag_probability() - 0.9).abs() < 1e-12);
        // Set to what it is: no change.
        let expect = Changed { id: "flag_probability", value: 900, default: 800 };
        assert_eq!(adjusted.changed(), [expect]);
        adjustments.reset("flag_probability");
        assert!(method.adjusted(&adjustments).changed().is_empty());
    }

    /// Every bound holds the value that the method comes with.
    #[test]
    fn the_method_as_it_comes_is_within_bounds() {
        let method = Parameters::embedded().unwrap();
        for one in ADJUSTABLE {
            let value = thousandths(method.values()[one.id].value).unwrap();
            assert!((one.least..=one.most).contains(&value), "{}", one.id);
        }
    }
}
