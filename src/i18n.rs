//! Every word shown, in French and in English, from the two embedded catalogs.
//!
//! Core code holds no sentence: it gives a key and variables, this module makes the text.
//! Numbers are formatted by `crate::format` before they come here.

mod damage;

use crate::model::{Issue, Language, Severity};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;

const FRENCH: &str = include_str!("../assets/i18n/fr.ftl");
const ENGLISH: &str = include_str!("../assets/i18n/en.ftl");

/// A catalog does not parse, or defines a key twice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("catalog {language}: {detail}")]
pub struct CatalogError {
    pub language: Language,
    pub detail: String,
}

/// The words of one language. Cheap to share behind an `Arc`; usable from any thread.
pub struct Catalog {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Catalog({})", self.language)
    }
}

/// `FORM($count, "offre", "offres")`: the first word for one, the second for several. A count may
/// be a number, or the text that shows it; of what is no whole number, several.
fn form<'a>(given: &[FluentValue<'a>], language: Language) -> FluentValue<'a> {
    let [count, one, several] = given else { return FluentValue::None };
    let count = match count {
        FluentValue::Number(number) => Some(number.value),
        FluentValue::String(text) => shown_number(text, language),
        _ => None,
    };
    // French counts 0, and 1 with its decimals, as one.
    let is_one = count.is_some_and(|count| match language {
        Language::French => count.abs() < 2.0,
        Language::English => (count - 1.0).abs() < f64::EPSILON,
    });
    if is_one { one.clone() } else { several.clone() }
}

/// The number that a text shows, as `crate::format` writes it.
fn shown_number(text: &str, language: Language) -> Option<f64> {
    let plain = |c: char| match (c, language) {
        ('\u{2212}', _) => Some('-'),
        (' ' | '\u{a0}' | '\u{202f}', Language::French) | (',', Language::English) => None,
        (',', Language::French) => Some('.'),
        _ => Some(c),
    };
    text.chars().filter_map(plain).collect::<String>().parse().ok()
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Text, shown as it is.
    Text(&'a str),
    /// An integer that chooses a plural form; format it separately to show it.
    Number(u32),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl Catalog {
    /// # Errors
    /// When the embedded catalog is faulty; a test holds that it is not.
    pub fn new(language: Language) -> Result<Self, CatalogError> {
        let (source, tag) = match language {
            Language::French => (FRENCH, unic_langid::langid!("fr")),
            Language::English => (ENGLISH, unic_langid::langid!("en")),
        };
        let fail = |detail: String| CatalogError { language, detail };
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| fail(format!("{errors:?}")))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would reach the clipboard and the exports.
        bundle.set_use_isolating(false);
        bundle
            .add_function("FORM", move |given, _| form(given, language))
            .map_err(|error| fail(error.to_string()))?;
        bundle.add_resource(resource).map_err(|errors| fail(format!("{errors:?}")))?;
        Ok(Self { language, bundle })
    }

    pub const fn language(&self) -> Language {
        self.language
    }

    /// The text of a key without variables; the key itself when it is missing.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with its variables.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            log::error!("no text for {key} in {}", self.language);
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from((*text).to_owned()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        if !errors.is_empty() {
            log::error!("{key} in {}: {errors:?}", self.language);
        }
        text.into_owned()
    }

    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// `Erreur`, `Attention`, `Information`.
    pub fn severity(&self, severity: Severity) -> String {
        self.text(match severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Notice => "severity-notice",
        })
    }

    /// The sentence of an issue, without its place.
    #[expect(clippy::too_many_lines, reason = "one arm a kind")]
    pub fn issue(&self, issue: &Issue) -> String {
        use crate::model::IssueKind as K;
        let key = format!("issue-{}", issue.kind.id());
        let number = |n: &u32| crate::format::integer(f64::from(*n), self.language);
        match &issue.kind {
            K::EmptyFile
            | K::NotAWorkbook
            | K::Gzip
            | K::Utf32
            | K::CellsOfParts
            | K::PasswordProtected
            | K::Unrecognised
            | K::ReadPanicked
            | K::DocumentationOnly
            | K::LockFile
            | K::HiddenSheet
            | K::EmptySheet
            | K::NoUsableRow
            | K::YearUnknown
            | K::NestedArchive
            | K::WebPage
            | K::NotATable
            | K::ShapesWithoutCode
            | K::Required => self.text(&key),
            K::TooLarge { limit_mib: limit }
            | K::TooManyMembers { limit }
            | K::TooManyPoints { limit } => self.with(&key, &[("limit", (&number(limit)).into())]),
            K::Unopened { failure, detail } => {
                self.with(&key, &[("detail", (&self.failure(failure, detail)).into())])
            }
            K::Damaged { detail } => self.with(&key, &[("detail", (&self.damage(detail)).into())]),
            K::SheetTooWide { columns } => {
                self.with(&key, &[("columns", (&number(columns)).into())])
            }
            K::CellsBeyond { cells, columns } => self.with(
                &key,
                &[("cells", (&number(cells)).into()), ("columns", (&number(columns)).into())],
            ),
            K::BadBytes { count, line } => self.with(
                &key,
                &[
                    ("count", (*count).into()),
                    ("shown", (&number(count)).into()),
                    ("line", (&line.to_string()).into()),
                ],
            ),
            K::YearContradicted { column, year } => {
                self.with(&key, &[("column", column.into()), ("year", (&year.to_string()).into())])
            }
            K::SheetTooLong { rows } => self.with(&key, &[("rows", (&number(rows)).into())]),
            K::SameContent { file } => self.with(&key, &[("file", file.into())]),
            K::LacksColumn { kind, column } => {
                let kind = self.text(&format!("kind-{kind}"));
                self.with(&key, &[("kind", (&kind).into()), ("column", column.into())])
            }
            K::MissingQuestion { question } => self.with(&key, &[("question", question.into())]),
            K::NearlyMapped { file, columns } => {
                self.with(&key, &[("file", file.into()), ("columns", columns.into())])
            }
            K::MissingColumn { column }
            | K::NewQuestion { column }
            | K::NewColumn { column }
            | K::DuplicateColumn { column }
            | K::SharedColumn { column } => self.with(&key, &[("column", column.into())]),
            K::FapVersionUnclear { fap2009, fap2021, of } => self.with(
                &key,
                &[
                    ("old", (&number(fap2009)).into()),
                    ("new", (&number(fap2021)).into()),
                    ("of", (&number(of)).into()),
                ],
            ),
            K::CodesUnknown { system, count, examples } => self.with(
                &key,
                &[
                    ("system", (&self.system(system)).into()),
                    ("count", (*count).into()),
                    ("shown", (&number(count)).into()),
                    ("examples", examples.into()),
                ],
            ),
            K::NotACode { system, text } => {
                let system = self.system(system);
                self.with(&key, &[("system", (&system).into()), ("text", text.into())])
            }
            K::NotANumber { text }
            | K::NotADate { text }
            | K::NotAnOption { text }
            | K::NotAShare { text }
            | K::NotAPeriod { text }
            | K::NotASection { text }
            | K::NotASizeClass { text }
            | K::Abridged { text }
            | K::SirenAlone { text }
            | K::RequiredUnknown { text }
            | K::Negative { text }
            | K::FractionOfCount { text }
            | K::CellTwoReadings { text }
            | K::CellError { text } => self.with(&key, &[("text", text.into())]),
            K::NotOneOf { text, known } => {
                self.with(&key, &[("text", text.into()), ("known", known.into())])
            }
            K::ShapeRefused { why } => {
                let why = self.text(&format!("shape-{why}"));
                self.with(&key, &[("why", (&why).into())])
            }
            K::ShapeCodesUnclear { column, first, second } => {
                self.levels(&key, column, first, second)
            }
            K::Impossible { rule } => {
                let rule = self.text(&format!("rule-{rule}"));
                self.with(&key, &[("rule", (&rule).into())])
            }
            K::MemberMissing { member } | K::MemberAgain { member } => {
                self.with(&key, &[("member", member.into())])
            }
            K::Orphan { key: duplicate } | K::DuplicateKey { key: duplicate } => {
                self.with(&key, &[("key", duplicate.into())])
            }
            K::TooLong { length } => self.with(&key, &[("length", (&number(length)).into())]),
            K::LeadingZeros { count }
            | K::CodesShaped { count }
            | K::CellsRefused { count }
            | K::ClassesDated { count }
            | K::ClassesWorded { count }
            | K::PeriodsShaped { count }
            | K::PostalOnly { count }
            | K::TwoReadings { count }
            | K::UnitsTaken { count }
            | K::NotFinite { count }
            | K::MissingMarks { count }
            | K::Recoded { count }
            | K::SerialDates { count }
            | K::MonthsOnly { count }
            | K::Trimmed { count }
            | K::ZeroIsUnknown { count }
            | K::RingsClosed { count }
            | K::RingsWithoutArea { count } => {
                self.with(&key, &[("count", (*count).into()), ("shown", (&number(count)).into())])
            }
            K::DerivedFrom { count, from } => self.with(
                &key,
                &[
                    ("count", (*count).into()),
                    ("shown", (&number(count)).into()),
                    ("from", from.into()),
                ],
            ),
            K::Defaulted { count, value } => self.with(
                &key,
                &[
                    ("count", (*count).into()),
                    ("shown", (&number(count)).into()),
                    ("value", value.into()),
                ],
            ),
        }
    }

    /// A system of codes in plain words, with an example of them.
    fn system(&self, name: &str) -> String {
        const TOLD: [&str; 17] = [
            "be",
            "place",
            "dep",
            "reg",
            "ze",
            "zone",
            "clpe",
            "insee",
            "naf",
            "rome",
            "fap",
            "fap2009",
            "fap2021",
            "siret",
            "siren",
            "rncp",
            "certif-info",
        ];
        let key = name.to_lowercase().replace(' ', "-");
        if TOLD.contains(&key.as_str()) {
            return self.text(&format!("system-{key}"));
        }
        name.to_owned()
    }

    /// A column whose codes are of one of two divisions.
    fn levels(&self, key: &str, column: &str, first: &str, second: &str) -> String {
        let [first, second] = [first, second].map(|level| self.text(&format!("level-{level}")));
        let args =
            [("column", column.into()), ("first", (&first).into()), ("second", (&second).into())];
        self.with(key, &args)
    }

    /// Why a file could not be read or written, from the identifier of its failure.
    pub fn file(&self, id: &str, detail: &str, path: &str) -> String {
        let detail = self.failure(id, detail);
        self.with("error-file", &[("detail", (&detail).into()), ("path", path.into())])
    }

    /// The same without its path; what the system says where there is no sentence for it.
    fn failure(&self, id: &str, detail: &str) -> String {
        let key = format!("error-{id}");
        if id != "other" && self.has(&key) {
            return self.text(&key);
        }
        self.with("error-other", &[("detail", detail.into())])
    }

    /// What is wrong with a damaged file and what to do, from what a library says of it.
    pub fn damage(&self, detail: &str) -> String {
        if let Some((line, column)) = damage::place_in_json(detail) {
            return self.with("damage-json", &[("line", line.into()), ("column", column.into())]);
        }
        self.with(&damage::key(detail), &[("detail", detail.into())])
    }

    /// Why a file was recognised as what it is.
    pub fn reason(&self, reason: &crate::model::Reason) -> String {
        use crate::model::Reason as R;
        let number = |n: u32| crate::format::integer(f64::from(n), self.language);
        match reason {
            R::Columns(columns) => {
                self.with("reason-columns", &[("list", (&columns.join(", ")).into())])
            }
            R::HeaderRow(row) => self.with("reason-header-row", &[("row", (&number(*row)).into())]),
            R::YearFrom(place) => self.with("reason-year-from", &[("place", place.into())]),
            R::YearOfName(year) => {
                self.with("reason-year-of-name", &[("year", (&year.to_string()).into())])
            }
            R::YearOfUser(year) => {
                self.with("reason-year-of-user", &[("year", (&year.to_string()).into())])
            }
            R::EditionOfYear { version, year } => self.with(
                "reason-edition-of-year",
                &[
                    ("version", (&version.year().to_string()).into()),
                    ("year", (&year.to_string()).into()),
                ],
            ),
            R::EditionOfName(edition) => {
                self.with("reason-edition-of-name", &[("edition", edition.into())])
            }
            R::YearOf { year, years } => self.with(
                "reason-year-of",
                &[("year", (&year.to_string()).into()), ("years", (&number(*years)).into())],
            ),
            R::FapVersion { version, valid, of } => self.with(
                "reason-fap-version",
                &[
                    ("version", (&version.year().to_string()).into()),
                    ("valid", (&number(*valid)).into()),
                    ("of", (&number(*of)).into()),
                ],
            ),
            R::Questions(questions) => {
                self.with("reason-questions", &[("list", (&questions.join(", ")).into())])
            }
            R::IgnoredColumns(columns) => {
                self.with("reason-ignored-columns", &[("list", (&columns.join(", ")).into())])
            }
            R::Text { encoding, separator } => {
                let separator = match separator {
                    '\t' => self.text("separator-tab"),
                    other => other.to_string(),
                };
                self.with(
                    "reason-text",
                    &[("encoding", encoding.into()), ("separator", (&separator).into())],
                )
            }
            R::Member(name) => self.with("reason-member", &[("name", name.into())]),
            R::MembersAside(members) => {
                let told = |(name, rows): &(String, Option<u32>)| match rows {
                    None => name.clone(),
                    Some(rows) => self.with(
                        "reason-member-rows",
                        &[
                            ("name", name.into()),
                            ("count", (*rows).into()),
                            ("shown", (&number(*rows)).into()),
                        ],
                    ),
                };
                let names: Vec<String> = members.iter().map(told).collect();
                self.with("reason-members-aside", &[("list", (&names.join(", ")).into())])
            }
            R::Mapped { confirmed_on } => {
                self.with("reason-mapped", &[("file", confirmed_on.into())])
            }
            R::Notes { count, text } => self.with(
                "reason-notes",
                &[("count", (&number(*count)).into()), ("text", text.into())],
            ),
            R::Structure(name) => self.with("reason-structure", &[("name", name.into())]),
        }
    }

    /// « feuille Données, ligne 12, colonne met »; empty when the place is unknown.
    pub fn place(&self, issue: &Issue) -> String {
        let mut parts = Vec::new();
        if let Some(sheet) = &issue.place.sheet {
            parts.push(self.with("place-sheet", &[("sheet", sheet.into())]));
        }
        if let Some(row) = issue.place.row {
            let row = crate::format::integer(f64::from(row), self.language);
            parts.push(self.with("place-row", &[("row", (&row).into())]));
        }
        if let Some(column) = &issue.place.column {
            // A field that no column of the file is named after.
            let field = format!("field-{}", column.replace('_', "-"));
            let column = if self.has(&field) { self.text(&field) } else { column.clone() };
            parts.push(self.with("place-column", &[("column", (&column).into())]));
        }
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_takes_the_form_of_its_number() {
        let said = |language, key: &str, name: &str, arg: Arg<'_>| {
            Catalog::new(language).unwrap().with(key, &[(name, arg)])
        };
        let french = |count: &str| said(Language::French, "supply-places", "count", count.into());
        assert_eq!(french("0"), "0 place");
        assert_eq!(french("1"), "1 place");
        assert_eq!(french("1,5"), "1,5 place");
        assert_eq!(french("2"), "2 places");
        assert_eq!(french("1\u{202f}200"), "1\u{202f}200 places");
        assert_eq!(french("3–5"), "3–5 places");
        assert_eq!(french("\u{2212}1"), "\u{2212}1 place");
        assert_eq!(french("\u{2212}1\u{202f}200"), "\u{2212}1\u{202f}200 places");
        assert_eq!(said(Language::French, "supply-places", "count", 1_u32.into()), "1 place");
        let english = |count: &str| said(Language::English, "supply-places", "count", count.into());
        assert_eq!(english("0"), "0 places");
        assert_eq!(english("1"), "1 place");
        assert_eq!(english("1,200"), "1,200 places");
    }
}
