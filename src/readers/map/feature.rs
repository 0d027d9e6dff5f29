//! Features of a GeoJSON collection, one after the other: what is not needed is not kept.

use crate::readers::map::geometry::{Budget, Coordinates, Flat};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// Properties of one file that may hold codes or names, at most.
const MAX_PROPERTIES: usize = 64;
/// Bytes of a code or a name, at most.
const MAX_TEXT: usize = 120;
/// Features of one file, at most.
pub const MAX_FEATURES: usize = 200_000;

/// One feature: its short texts and whole numbers by property, and its rings.
#[derive(Debug, Default)]
pub struct Feature {
    pub properties: Vec<(usize, String)>,
    pub kind: String,
    pub flat: Flat,
}

/// The features of a collection and the names of their properties.
#[derive(Debug, Default)]
pub struct Features {
    pub names: Vec<String>,
    pub list: Vec<Feature>,
    pub beyond: u32,
    places: BTreeMap<String, usize>,
}

impl Features {
    fn place(&mut self, name: &str) -> Option<usize> {
        if let Some(place) = self.places.get(name) {
            return Some(*place);
        }
        if self.names.len() >= MAX_PROPERTIES || name.len() > MAX_TEXT {
            return None;
        }
        self.places.insert(name.to_owned(), self.names.len());
        self.names.push(name.to_owned());
        Some(self.names.len() - 1)
    }
}

/// The whole document, into `found`.
pub struct Collection<'a> {
    pub found: &'a mut Features,
    pub budget: &'a Budget,
}

macro_rules! seed {
    ($name:ident, $visit:ident) => {
        impl<'de> DeserializeSeed<'de> for $name<'_> {
            type Value = ();

            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
                deserializer.$visit(self)
            }
        }
    };
}

/// Values of another form than the one wanted are passed over.
macro_rules! pass_over {
    () => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a member of a collection of features")
        }

        fn visit_unit<E>(self) -> Result<(), E> {
            Ok(())
        }

        fn visit_bool<E>(self, _: bool) -> Result<(), E> {
            Ok(())
        }
    };
}

seed!(Collection, deserialize_map);

impl<'de> Visitor<'de> for Collection<'_> {
    type Value = ();

    pass_over!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "features" {
                map.next_value_seed(List { found: &mut *self.found, budget: self.budget })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct List<'a> {
    found: &'a mut Features,
    budget: &'a Budget,
}

seed!(List, deserialize_seq);

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    pass_over!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        loop {
            if self.found.list.len() >= MAX_FEATURES {
                while list.next_element::<IgnoredAny>()?.is_some() {
                    self.found.beyond = self.found.beyond.saturating_add(1);
                }
                return Ok(());
            }
            let mut feature = Feature::default();
            let one = One { feature: &mut feature, found: &mut *self.found, budget: self.budget };
            if list.next_element_seed(one)?.is_none() {
                return Ok(());
            }
            self.found.list.push(feature);
        }
    }
}

/// A feature, which may be something else.
struct One<'a> {
    feature: &'a mut Feature,
    found: &'a mut Features,
    budget: &'a Budget,
}

seed!(One, deserialize_any);

impl<'de> Visitor<'de> for One<'_> {
    type Value = ();

    pass_over!();

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { feature, found, budget } = self;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "properties" => {
                    map.next_value_seed(Properties { feature: &mut *feature, found: &mut *found })?;
                }
                "id" => {
                    let text = map.next_value_seed(Text)?;
                    keep(feature, found, &key, text);
                }
                "geometry" => {
                    map.next_value_seed(Geometry { feature: &mut *feature, budget })?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

fn keep(feature: &mut Feature, found: &mut Features, name: &str, text: Option<String>) {
    if let (Some(text), Some(place)) = (text, found.place(name)) {
        feature.properties.push((place, text));
    }
}

struct Properties<'a> {
    feature: &'a mut Feature,
    found: &'a mut Features,
}

seed!(Properties, deserialize_any);

impl<'de> Visitor<'de> for Properties<'_> {
    type Value = ();

    pass_over!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let text = map.next_value_seed(Text)?;
            keep(self.feature, self.found, &key, text);
        }
        Ok(())
    }
}

struct Geometry<'a> {
    feature: &'a mut Feature,
    budget: &'a Budget,
}

seed!(Geometry, deserialize_any);

impl<'de> Visitor<'de> for Geometry<'_> {
    type Value = ();

    pass_over!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" => self.feature.kind = map.next_value_seed(Text)?.unwrap_or_default(),
                "coordinates" => {
                    // Of two, the last counts.
                    self.feature.flat = Flat::default();
                    let flat = &mut self.feature.flat;
                    map.next_value_seed(Coordinates { flat, budget: self.budget, level: 0 })?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// A short text or a whole number, as text; `None` for anything else.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        let text = text.trim();
        Ok((!text.is_empty() && text.len() <= MAX_TEXT).then(|| text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        let whole = number.fract() == 0.0 && (0.0..1e9).contains(&number);
        Ok(whole.then(|| format!("{number}")))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
