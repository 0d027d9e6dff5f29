//! Which column fills which field: proposed with a score and a reason, from the names, from the
//! content, from what was confirmed before.

use crate::model::{Kind, fold};
use crate::readers::coerce::number;
use crate::readers::fields::{self, Content, Spec};
use crate::readers::mapping::align::align;
use crate::readers::mapping::held::{Column, Held, Seen, Word};
use crate::readers::mapping::value::{Recodes, read_as};
use crate::readers::mapping::{Field, From, Manner, Mapping, Recode, key};
use crate::readers::normalise;
use crate::readers::sheet::Row;
use std::collections::{BTreeMap, BTreeSet};

/// Score below which nothing is proposed.
const LEAST: f64 = 0.5;
/// Score below which a likeness of names is a suggestion and fills nothing. In December 2026, of
/// the pairs of a field and a header of the project's forms, its questionnaire and a form made by
/// someone else, nearly all between 0.5 and 0.81 were wrong (`effectif_cdd` is like the column of
/// permanent contracts at 0.81); above stand plurals and slips of the pen.
const SURE: f64 = 0.85;

/// Why a column is proposed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    ConfirmedBefore,
    /// The header says it.
    Name,
    /// The header is close to a name of the field.
    LikeName,
    /// The cells are of the field's content, in this share.
    Content {
        share: f64,
    },
}

impl Why {
    /// Key of its words in the catalogs (`mapping-why-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::ConfirmedBefore => "before",
            Self::Name => "name",
            Self::LikeName => "like",
            Self::Content { .. } => "content",
        }
    }
}

/// A column proposed for a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub field: Field,
    /// 0–1.
    pub score: f64,
    pub why: Why,
}

impl Proposal {
    /// Whether it fills its field unasked: else it is shown beside it, to be taken or not.
    pub fn is_sure(&self) -> bool {
        is_sure(self.score, self.why)
    }
}

fn is_sure(score: f64, why: Why) -> bool {
    why != Why::LikeName || score >= SURE
}

/// A field and the words it goes by.
struct Known {
    spec: Spec,
    words: Vec<Word>,
}

impl Known {
    fn of(kind: Kind) -> Vec<Self> {
        let known = |spec: Spec| {
            let words = fields::aliases(kind, spec.name).iter().chain(spec.words);
            let words = words.map(|word| Word::new(word.trim_end_matches('#').to_owned()));
            Self { words: words.collect(), spec }
        };
        fields::of(kind).into_iter().map(known).collect()
    }

    /// Whether a header speaks of something else, however alike the words are: obstacles to hiring
    /// are none to training.
    fn is_of_another(&self, name: &Word) -> bool {
        let hiring = ["recrut", "embauch"].iter().any(|word| name.text.contains(word));
        self.spec.name == "obstacles" && hiring && !name.text.contains("formation")
    }

    /// How far a header says the field: 1 for the same name.
    fn name_score(&self, name: &Word, own: &Word) -> (f64, Why) {
        let mut best = (0.0_f64, Why::LikeName);
        if self.is_of_another(name) {
            return best;
        }
        for word in &self.words {
            let score = if name.text == word.text || own.text == word.text {
                (1.0, Why::Name)
            } else if word.text.len() >= 6 && name.text.contains(&word.text) {
                (0.85, Why::Name)
            } else {
                // A likeness too low to be proposed is not reckoned.
                let beyond = best.0.max(LEAST) / 0.9;
                let alike = |name: &Word| {
                    if name.at_most(word) > beyond { name.alike(word) } else { 0.0 }
                };
                (alike(name).max(alike(own)) * 0.9, Why::LikeName)
            };
            if score.0 > best.0 {
                best = score;
            }
        }
        best
    }

    /// The score of a column for the field.
    fn score(&self, column: &Column) -> (f64, Why) {
        let content = self.spec.content;
        // A SIRET names an establishment, and tells nothing else of it.
        let names_one = content == Content::Identifier || self.spec.name == "establishment";
        // Nor is a class what differs in every row.
        let is_class = self.spec.name == "size_class";
        // What a person or an establishment is called is no number that it was given.
        let is_number = names_one || self.spec.name == "respondent";
        if is_number && says_a_name(&column.header) {
            return (0.0, Why::Name);
        }
        if (!names_one && column.is_of_sirets()) || (is_class && column.all_differ) {
            return (0.0, Why::Name);
        }
        // Two manners of writing in one column: the reading would be wrong for one of them.
        let Some(share) = column.share(content) else { return (0.0, Why::Name) };
        let (name, why) = self.name_score(&column.name, &column.own);
        let share = if content == Content::Identifier && !column.all_differ { 0.0 } else { share };
        let by_name =
            if content.is_free() && share > 0.0 { name } else { name * (0.4 + 0.6 * share) };
        let tells = content.is_telling() && !(content == Content::Commune && column.is_amount());
        if tells && share > 0.9 && !column.is_empty() && by_name < 0.75 {
            return (0.75_f64.max(by_name), Why::Content { share });
        }
        (by_name, why)
    }

    fn field(&self, source: Source<'_>) -> Field {
        let name = self.spec.name.to_owned();
        match source {
            Source::Column(column) => Field {
                name,
                from: From::Column(column.header.clone()),
                manner: reading_of(self.spec.content, &column.values),
                recodes: obvious(self.spec.content, &column.values),
            },
            Source::Group(columns) => {
                let from = From::Ticked(columns.to_vec());
                Field { name, from, manner: Manner::Plain, recodes: Vec::new() }
            }
        }
    }
}

/// Words of headers under which names and addresses stand, folded.
const NAMES: [&str; 13] = [
    "nom",
    "noms",
    "prenom",
    "prenoms",
    "name",
    "denomination",
    "enseigne",
    "sociale",
    "contact",
    "interlocuteur",
    "courriel",
    "mail",
    "telephone",
];

/// Whether a header asks for a name or an address.
fn says_a_name(header: &str) -> bool {
    let folded = fold(header);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| NAMES.contains(&word))
}

/// What may fill a field.
#[derive(Clone, Copy)]
enum Source<'a> {
    Column(&'a Column),
    /// The columns of a question with several answers.
    Group(&'a [String]),
}

impl Source<'_> {
    fn headers(&self) -> &[String] {
        match self {
            Self::Column(column) => std::slice::from_ref(&column.header),
            Self::Group(columns) => columns,
        }
    }
}

/// The manner in which the values of a column are best read for a content.
pub fn reading_of(content: Content, values: &[Seen]) -> Manner {
    let all = |fits: &dyn Fn(&str) -> bool| {
        !values.is_empty() && values.iter().all(|(value, _)| fits(value))
    };
    let above_one = |cell: &str| matches!(number(cell), Ok(Some(value)) if value > 1.0);
    let reads_all =
        |manner: Manner| all(&|cell| read_as(manner, cell, &Recodes::default()).is_ok());
    match content {
        Content::Several => separator_of(values).map_or(Manner::Plain, Manner::Several),
        // Only this style reads them all: `1.234,5`.
        Content::Number if !all(&|cell| Content::Number.fits(cell)) => {
            let manners = [Manner::DecimalComma, Manner::DecimalPoint].into_iter();
            manners.clone().find(|manner| reads_all(*manner)).unwrap_or(Manner::Plain)
        }
        Content::Rate if values.iter().any(|(value, _)| above_one(value)) => Manner::Percent,
        Content::Date if !all(&|cell| Content::Date.fits(cell)) => {
            // Only these can read them all.
            let manners = [Manner::DayFirst, Manner::MonthFirst].into_iter();
            manners.clone().find(|manner| reads_all(*manner)).unwrap_or(Manner::Plain)
        }
        _ => Manner::Plain,
    }
}

/// The character that sets several answers of one cell apart: one that makes short answers which
/// come back.
pub fn separator_of(values: &[Seen]) -> Option<char> {
    // A sentence has commas too.
    let short = |part: &str| {
        let part = part.trim();
        part.chars().count() <= 40 && part.split(' ').count() <= 6 && !part.ends_with('.')
    };
    let score = |separator: &char| {
        if !values.iter().any(|(value, _)| value.contains(*separator))
            || !values.iter().all(|(value, _)| value.split(*separator).all(short))
        {
            return None;
        }
        let with = values.iter().filter(|(value, _)| value.contains(*separator));
        let several: usize = with.map(|(_, count)| count).sum();
        let parts = |value: &str| value.split(*separator).count();
        let parts: usize = values.iter().map(|(value, count)| parts(value) * count).sum();
        let different: BTreeSet<String> = values
            .iter()
            .flat_map(|(value, _)| value.split(*separator))
            .map(|part| fold(part.trim()))
            .collect();
        // Words of one's own have commas, and seldom signs that set nothing else apart: one answer
        // that comes back is enough there.
        let comes_back = *separator != ',' && different.len() < parts;
        (different.len() * 2 <= parts.max(2) + 2 || comes_back).then_some(several)
    };
    let scores = [';', '|', ','].into_iter().filter_map(|c| Some((score(&c)?, c)));
    scores.max_by_key(|(score, _)| *score).map(|(_, separator)| separator)
}

/// The best columns for the fields of a kind, each column once; fields of former mappings first.
pub fn propose(names: &[String], rows: &[Row], kind: Kind, former: &[Mapping]) -> Vec<Proposal> {
    Held::of(names, rows).propose(kind, former)
}

impl Held {
    /// The best columns for the fields of a kind, each column once; fields of former mappings
    /// first, of the nearest form first. A column that one of them left beside a field that it
    /// gave none is not proposed for it.
    pub fn propose(&self, kind: Kind, former: &[Mapping]) -> Vec<Proposal> {
        self.propose_some(kind, former, &|_, _| true)
    }

    /// The same, of the fields and columns that are asked for.
    pub fn propose_some(
        &self,
        kind: Kind,
        former: &[Mapping],
        wanted: &dyn Fn(&str, &str) -> bool,
    ) -> Vec<Proposal> {
        let known = Known::of(kind);
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        let mut found: BTreeMap<&str, Proposal> = BTreeMap::new();
        let mut before: Vec<_> = former
            .iter()
            .rev()
            .filter(|mapping| mapping.kind == kind)
            .map(|mapping| (mapping, align(mapping, &self.header)))
            .collect();
        before.sort_by_key(|(_, aligned)| aligned.apart);
        for Known { spec, .. } in &known {
            let confirmed = before.iter().find_map(|(mapping, aligned)| {
                let field = mapping.field(spec.name)?;
                let here = |header: &String| {
                    let name = self.header.names.get(aligned.place(header)?)?.as_str();
                    (!taken.contains(name)).then_some(name)
                };
                let headers = field.from.headers().iter().map(here).collect::<Option<Vec<_>>>()?;
                Some((field, headers))
            });
            let Some((field, headers)) = confirmed else { continue };
            taken.extend(&headers);
            let mut names = headers.into_iter().map(str::to_owned);
            let from = match &field.from {
                From::Column(_) => names.next().map(From::Column),
                From::Ticked(_) => Some(From::Ticked(names.collect())),
                other => Some(other.clone()),
            };
            let Some(from) = from else { continue };
            let field = Field { from, ..field.clone() };
            found.insert(spec.name, Proposal { field, score: 1.0, why: Why::ConfirmedBefore });
        }
        let left: BTreeSet<(&str, usize)> = before
            .iter()
            .flat_map(|(mapping, aligned)| {
                let seen = mapping.seen.iter().filter_map(|name| aligned.place(name));
                let seen: Vec<usize> = seen.collect();
                let none = mapping.none.iter().map(String::as_str);
                none.flat_map(move |name| seen.clone().into_iter().map(move |at| (name, at)))
            })
            .collect();
        let is_left = |name: &str, header: &str| {
            let at = self.header.names.iter().position(|known| known == header);
            at.is_some_and(|at| left.contains(&(name, at)))
        };
        // The best first; a group before its columns, the leftmost of equals.
        let mut pairs = self.pairs(&known);
        pairs.retain(|(_, _, known, source)| {
            let name = known.spec.name;
            let mut headers = source.headers().iter();
            headers.all(|header| wanted(name, header) && !is_left(name, header))
        });
        // What is sure before what is like.
        let sure = |pair: &(f64, Why, &Known, Source<'_>)| is_sure(pair.0, pair.1);
        pairs.sort_by(|a, b| sure(b).cmp(&sure(a)).then(b.0.total_cmp(&a.0)));
        for (score, why, field, source) in pairs {
            let free = source.headers().iter().all(|header| !taken.contains(header.as_str()));
            if found.contains_key(field.spec.name) || !free {
                continue;
            }
            let proposal = Proposal { field: field.field(source), score, why };
            found.insert(field.spec.name, proposal);
            match source {
                Source::Column(column) => _ = taken.insert(&column.header),
                Source::Group(columns) => taken.extend(columns.iter().map(String::as_str)),
            }
        }
        known.iter().filter_map(|known| found.remove(known.spec.name)).collect()
    }

    /// What may fill each field, with its score; groups of ticked columns first.
    fn pairs<'a>(&'a self, known: &'a [Known]) -> Vec<(f64, Why, &'a Known, Source<'a>)> {
        let mut pairs = Vec::new();
        let grouped: BTreeSet<&str> =
            self.groups.iter().flat_map(|(_, columns)| columns).map(String::as_str).collect();
        for (common, columns) in &self.groups {
            let name = Word::new(key(common));
            for known in known.iter().filter(|known| known.spec.content == Content::Several) {
                let (score, why) = known.name_score(&name, &name);
                if score >= LEAST {
                    pairs.push((score, why, known, Source::Group(columns)));
                }
            }
        }
        for column in &self.columns {
            let in_group = grouped.contains(column.header.as_str());
            for known in known {
                // One column of a group holds one answer of several.
                if in_group && known.spec.content == Content::Several {
                    continue;
                }
                let (score, why) = known.score(column);
                if score >= LEAST {
                    pairs.push((score, why, known, Source::Column(column)));
                }
            }
        }
        // A name beats content: where a column says the field, no other is taken for its cells.
        let named = |known: &Known| {
            let says = |column: &Column| {
                let (score, why) = known.name_score(&column.name, &column.own);
                why == Why::Name && score > 0.75
            };
            self.columns.iter().any(says)
        };
        pairs.retain(|(_, why, known, _)| !matches!(why, Why::Content { .. }) || !named(known));
        pairs
    }
}

/// Words of a list written otherwise: « Répondant.e » is « répondant ».
fn obvious(content: Content, values: &[Seen]) -> Vec<Recode> {
    let Content::OneOf(words) = content else { return Vec::new() };
    let mut written: Vec<&str> = values.iter().map(|(value, _)| value.as_str()).collect();
    written.sort_unstable();
    written
        .into_iter()
        .filter(|cell| !content.fits(cell))
        .filter_map(|cell| {
            let near = |word: &&&str| strsim::sorensen_dice(&normalise(cell), &normalise(word));
            let best = words.iter().max_by(|a, b| near(a).total_cmp(&near(b)))?;
            let recode = Recode { written: cell.to_owned(), means: (*best).to_owned() };
            (near(&best) >= 0.75).then_some(recode)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let cells = |line: &str| line.split('|').map(str::to_owned).collect();
        (2..).zip(lines).map(|(number, line)| (number, cells(line))).collect()
    }

    fn names(line: &str) -> Vec<String> {
        line.split('|').map(str::to_owned).collect()
    }

    #[test]
    fn columns_are_proposed_by_name_and_by_content() {
        let names = names("Horodateur|N° de réponse|Où êtes-vous ?|Code APE|Nombre de salariés");
        let rows =
            rows(&["01/03/2026 10:12|a1|15014|10.51C|12", "02/03/2026 11:00|a2|15120|47.11F|3"]);
        let found = propose(&names, &rows, Kind::SurveyEstablishments, &[]);
        let from = |field: &str| {
            let found = found.iter().find(|proposal| proposal.field.name == field);
            found.map(|proposal| (proposal.field.from.headers()[0].clone(), proposal.why.id()))
        };
        assert_eq!(from("answered_on"), Some(("Horodateur".into(), "name")));
        assert_eq!(from("commune"), Some(("Où êtes-vous ?".into(), "content")));
        assert_eq!(from("naf"), Some(("Code APE".into(), "name")));
        assert_eq!(from("headcount"), Some(("Nombre de salariés".into(), "name")));
    }

    /// What an establishment is called is no identifier of it, and obstacles to hiring are none to
    /// training.
    #[test]
    fn a_header_that_speaks_of_something_else_is_not_proposed() {
        let from = |header: &str, kind: Kind, field: &str| {
            let cells = rows(&["Alpha|salaire; horaires", "Bêta|salaire", "Gamma|logement; image"]);
            let found = propose(&names(header), &cells, kind, &[]);
            let found = found.into_iter().find(|one| one.field.name == field);
            found.map(|found| (found.field.from.headers()[0].clone(), found.field.manner))
        };
        let (kind, id) = (Kind::SurveyEstablishments, "id");
        for header in ["Nom", "Nom de l’établissement", "Raison sociale", "Courriel de contact"]
        {
            assert_eq!(from(&format!("{header}|b"), kind, id), None, "{header}");
            let (kind, id) = (Kind::ActorOpinions, "respondent");
            assert_eq!(from(&format!("{header}|b"), kind, id), None, "{header}");
        }
        assert!(from("Numéro|b", kind, id).is_some());
        for header in ["Freins à recruter", "Freins à l’embauche"] {
            assert_eq!(from(&format!("Nom|{header}"), kind, "obstacles"), None, "{header}");
        }
        for header in ["Freins", "Freins à la formation", "Freins à la formation des recrutés"] {
            let found = from(&format!("Nom|{header}"), kind, "obstacles").unwrap();
            assert_eq!(found, (header.to_owned(), Manner::Several(';')));
        }
    }

    #[test]
    fn answers_set_apart_by_a_semicolon_are_several() {
        let check = |cells: &[&str], expect| {
            let values: Vec<Seen> = cells.iter().map(|cell| ((*cell).to_owned(), 1)).collect();
            assert_eq!(separator_of(&values), expect, "{cells:?}");
        };
        check(&["a; b", "a", "c; d", "e"], Some(';'));
        check(&["salaire; image", "horaires; logement", "salaire"], Some(';'));
        check(&["a|b", "c|a", "d"], Some('|'));
        // Nothing comes back: words of one's own.
        check(&["la route; le bus", "rien", "un mot; un autre", "voir"], None);
        check(&["la météo, le logement", "rien, sinon la route", "la météo"], None);
    }

    /// « Prix » holds numbers that could be codes of communes; « Commune » holds names.
    #[test]
    fn a_name_beats_content_and_an_amount_is_no_commune() {
        let from = |header: &str, lines: &[&str]| {
            let found = propose(&names(header), &rows(lines), Kind::TrainingCatalogue, &[]);
            let found = found.into_iter().find(|one| one.field.name == "commune");
            found.map(|one| one.field.from.headers()[0].clone())
        };
        assert_eq!(from("Intitulé|Commune|Tout", &["a|Aurillac|5600", "b|Aurillac|15014"]), None);
        for price in ["Prix (€)", "Coût", "Montant TTC", "Tarif", "Frais en euros"] {
            let header = format!("Intitulé|{price}");
            assert_eq!(from(&header, &["a|5600", "b|15014"]), None, "{price}");
        }
        let lieu = from("Intitulé|Lieu", &["a|15014", "b|15187"]);
        assert_eq!(lieu.as_deref(), Some("Lieu"));
    }

    #[test]
    fn a_siret_is_an_identifier_and_nothing_else() {
        let names = names("Votre établissement › Nom|Votre établissement › SIRET|Code APE");
        let rows = rows(&["Alpha|10000000000137|10.51C", "Bêta|100 000 000 00274|47.11F"]);
        let found = propose(&names, &rows, Kind::SurveyEstablishments, &[]);
        let of_siret: Vec<&str> = found
            .iter()
            .filter(|one| one.field.from.headers().iter().any(|header| header.contains("SIRET")))
            .map(|one| one.field.name.as_str())
            .collect();
        assert_eq!(of_siret, ["id"]);
    }

    #[test]
    fn what_was_confirmed_comes_first_with_its_manner() {
        let before = Mapping {
            confirmed_on: "2025.xlsx".into(),
            kind: Kind::SurveyEstablishments,
            two_rows: false,
            fields: vec![Field {
                name: "headcount".into(),
                from: From::Column("Votre effectif 2025".into()),
                manner: Manner::Number,
                recodes: Vec::new(),
            }],
            questions: Vec::new(),
            seen: Vec::new(),
            none: Vec::new(),
        };
        let names = names("Effectif|Votre effectif 2026");
        let found = propose(&names, &rows(&["3|4"]), Kind::SurveyEstablishments, &[before]);
        assert_eq!(found[0].field.from, From::Column("Votre effectif 2026".into()));
        assert_eq!((found[0].why, found[0].field.manner), (Why::ConfirmedBefore, Manner::Number));
    }

    #[test]
    fn a_field_of_several_answers_takes_its_whole_group() {
        let names = names("Freins à la formation › Coût|Freins à la formation › Temps|Effectif");
        let rows = rows(&["x||3", "|x|4"]);
        let found = propose(&names, &rows, Kind::SurveyEstablishments, &[]);
        let obstacles = found.iter().find(|p| p.field.name == "obstacles").unwrap();
        assert_eq!(obstacles.field.from, From::Ticked(names[..2].to_vec()));
        assert_eq!(obstacles.why, Why::Name);
    }

    #[test]
    fn a_column_of_shares_and_percent_is_not_proposed() {
        let names = names("Taux d'emploi");
        let from = |cells: &[&str]| {
            let found = propose(&names, &rows(cells), Kind::TrainingCatalogue, &[]);
            let found = found.into_iter().find(|p| p.field.name == "employment_rate");
            found.map(|proposal| proposal.field.manner)
        };
        assert_eq!(from(&["0,85", "0,5"]), Some(Manner::Plain));
        assert_eq!(from(&["85", "62,5"]), Some(Manner::Percent));
        assert_eq!(from(&["85 %", "62,5 %"]), Some(Manner::Plain));
        assert_eq!(from(&["85", "0,85"]), None);
    }

    #[test]
    fn days_in_their_order() {
        let check = |cells: &[&str], expect: Manner| {
            let values: Vec<Seen> = cells.iter().map(|cell| ((*cell).to_owned(), 1)).collect();
            assert_eq!(reading_of(Content::Date, &values), expect, "{cells:?}");
        };
        check(&["31/12/2026", "01/02/2026"], Manner::Plain);
        check(&["12/31/2026", "01/02/2026"], Manner::MonthFirst);
        check(&["31.12.2026", "01.02.2026"], Manner::DayFirst);
        check(&["31-12-2026 10:00", "01-02-2026"], Manner::DayFirst);
        check(&["31/12/2026", "12/31/2026"], Manner::Plain);
        check(&["bientôt"], Manner::Plain);
    }
}
