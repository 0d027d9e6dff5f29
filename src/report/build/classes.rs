//! How the pressure class is made, and what the official class is read from: in words, beside the
//! class wherever one is explained.

use crate::analysis::results::Occupation;
use crate::format;
use crate::indicators::anchor::{Anchor, Cause, Rung};
use crate::indicators::pressure::Component;
use crate::model::{Territory, Unit};
use crate::report::build::Context;
use crate::secrecy::Published;

impl Context<'_> {
    /// Weighted sum of standard scores.
    pub fn score(&self, occupation: &Occupation) -> Published {
        self.exact("pressure-score", Unit::StandardScore, occupation.pressure.score)
    }

    /// The official class, where one is read.
    pub fn anchor_class(&self, occupation: &Occupation) -> Published {
        let class = occupation.anchor.map(|anchor| f64::from(anchor.class));
        self.exact("official-tension-class", Unit::Class, class)
    }

    /// The published value of the tension, where the class has one.
    pub fn official_tension(&self, occupation: &Occupation) -> Published {
        let tension = occupation.anchor.and_then(|anchor| anchor.tension);
        self.exact("official-tension", Unit::StandardScore, tension)
    }

    /// D, R and E of an occupation, each by name with its value, its distance from the mean of the
    /// reference set and its weight; that it is not there, where it is not.
    pub fn class_parts(&self, occupation: &Occupation) -> Vec<(String, String)> {
        let parts = occupation.pressure.components;
        let all = [
            ("difficult-share-posterior", Unit::ShareOfProjects, parts.difficulty),
            ("offers-per-seeker", Unit::PostsPerSeeker, parts.offers_per_seeker),
            ("exit-rate", Unit::ShareOfSeekers, parts.exit_rate),
        ];
        let told = |(id, unit, part): (&str, Unit, Option<Component>)| {
            let name = self.catalog.text(&format!("indicator-{id}-name"));
            (name, self.class_part(unit, part))
        };
        all.map(told).to_vec()
    }

    fn class_part(&self, unit: Unit, part: Option<Component>) -> String {
        let language = self.catalog.language();
        let Some(Component { value, z, weight }) = part else {
            return self.catalog.text("class-part-missing");
        };
        let value = format::shape(value, unit, language);
        let z = format::decimal(z, 2, language);
        let weight = format::decimal(weight, 2, language);
        self.catalog.with(
            "class-part",
            &[("value", (&value).into()), ("z", (&z).into()), ("weight", (&weight).into())],
        )
    }

    /// How many effective answers the share stands on.
    pub fn effective_words(&self, occupation: &Occupation) -> String {
        let language = self.catalog.language();
        let Some(posterior) = occupation.pressure.posterior else {
            return self.catalog.text("missing-projects");
        };
        let n = format::decimal(posterior.effective_n, 1, language);
        let share = format::percent(self.parameters.effective_share(), 0, language);
        self.catalog.with("effective-n", &[("n", (&n).into()), ("share", (&share).into())])
    }

    /// « 642 cellules : métiers × départements de la région Auvergne-Rhône-Alpes, enquête de 2024 ».
    pub fn reference_words(&self) -> String {
        let results = self.results;
        let cells = results.reference_cells;
        let shown = format::integer(f64::from(cells), self.catalog.language());
        let regions = results.territory.regions.iter().map(|(_, label)| label.as_str());
        let regions = regions.collect::<Vec<_>>().join(", ");
        self.catalog.with(
            &self.key_of("class-reference"),
            &[
                ("count", cells.into()),
                ("shown", (&shown).into()),
                ("regions", (&regions).into()),
                ("year", (&results.year.to_string()).into()),
            ],
        )
    }

    /// What the class is, against which set, and what it is not.
    pub fn class_help(&self) -> String {
        let set = self.reference_words();
        self.catalog.with("class-help", &[("set", (&set).into())])
    }

    /// « département, métier — Cantal »; the rung alone where the country is meant.
    pub fn rung_place(&self, rung: Rung, territory: Territory) -> String {
        let words = self.catalog.text(&format!("rung-{}", rung.id()));
        let view = &self.results.territory;
        let mut known = view.departments.iter().chain(&view.regions);
        let label = known.find(|(place, _)| *place == territory).map(|(_, label)| label.as_str());
        let label = label.or_else(|| (territory == view.territory).then_some(view.label.as_str()));
        let label = label.or_else(|| self.reference.label(territory));
        match label.filter(|_| territory != Territory::France) {
            None => words,
            Some(label) => {
                let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
                let of = [("rung", (&words).into()), ("place", (&label).into())];
                self.catalog.with("rung-place", &of)
            }
        }
    }

    /// The same, of an anchor, and the code that it is published under where that is another's.
    pub fn anchor_place(&self, anchor: &Anchor) -> String {
        let place = self.rung_place(anchor.rung, anchor.territory);
        if anchor.converted.is_none() {
            return place;
        }
        let code = self.code_words(anchor);
        let of = [("place", (&place).into()), ("code", (&code).into())];
        self.catalog.with("anchor-converted", &of)
    }

    /// « Officiel : classe 5 sur 5, valeur 0,85 (département, métier — Cantal, 2019) ».
    pub fn anchor_line(&self, anchor: &Anchor) -> String {
        let place = self.anchor_place(anchor);
        let (class, year) = (anchor.class.to_string(), anchor.year.to_string());
        let tension = anchor
            .tension
            .map(|value| format::shape(value, Unit::StandardScore, self.catalog.language()));
        let key = if tension.is_some() { "anchor-line-value" } else { "anchor-line" };
        let tension = tension.unwrap_or_default();
        self.catalog.with(
            key,
            &[
                ("class", (&class).into()),
                ("tension", (&tension).into()),
                ("place", (&place).into()),
                ("year", (&year).into()),
            ],
        )
    }

    /// Causes of an anchor that were read at the national row of the occupation.
    pub fn national_causes(&self, anchor: &Anchor) -> Vec<String> {
        self.causes_that(&|cause| anchor.is_of_nation(cause))
    }

    fn causes_that(&self, wanted: &dyn Fn(Cause) -> bool) -> Vec<String> {
        let wanted = Cause::ALL.into_iter().filter(|cause| wanted(*cause));
        wanted.map(|cause| self.catalog.text(&format!("cause-{}", cause.id()))).collect()
    }

    /// « Lien formation-emploi (constante nationale) »: what a class is of, where that is not the
    /// territory alone.
    pub fn cause_words(&self, anchor: &Anchor, cause: Cause) -> String {
        let name = self.catalog.text(&format!("cause-{}", cause.id()));
        let said = ("cause", (&name).into());
        if anchor.is_constant(cause) {
            return self.catalog.with("cause-constant", &[said]);
        }
        if let Some((rung, place)) = anchor.cause_place(cause).filter(|_| anchor.is_of_group(cause))
        {
            let place = self.rung_place(rung, place);
            return self.catalog.with("cause-of-group", &[said, ("place", (&place).into())]);
        }
        name
    }

    /// Which causes have one class for the whole country, which of those were read at the national
    /// row, and which would have one but are of a group here; empty where none of the three is
    /// known.
    pub fn constants_told(&self, anchor: &Anchor) -> String {
        let mut said = Vec::new();
        for (key, list) in [
            ("causes-constant", self.causes_that(&|cause| anchor.is_constant(cause))),
            ("causes-national", self.national_causes(anchor)),
        ] {
            if !list.is_empty() {
                said.push(self.catalog.with(key, &[("list", (&list.join(", ")).into())]));
            }
        }
        let of_group = |cause: &Cause| anchor.is_of_group(*cause);
        let at = Cause::ALL.into_iter().find(of_group).and_then(|cause| anchor.cause_place(cause));
        if let Some((rung, place)) = at {
            let list = self.causes_that(&|cause| anchor.is_of_group(cause)).join(", ");
            let place = self.rung_place(rung, place);
            let of = [("list", (&list).into()), ("place", (&place).into())];
            said.push(self.catalog.with("causes-of-group", &of));
        }
        said.join(" ")
    }
}
