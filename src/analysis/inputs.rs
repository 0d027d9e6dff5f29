//! What enters an analysis: each content once, and one wave of the survey.

use crate::analysis::respondents::{Once, Twins, once};
use crate::model::{Kind, Reason};
use crate::readers::{ReadTable, named};
use crate::reference::Reference;
use crate::tables::{Table, bmo};
use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::fmt::{Debug, Write as _};
use std::hash::Hasher as _;
use std::sync::Arc;

/// The tables that count, at their places, and what was set aside.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    pub inputs: Vec<Arc<ReadTable>>,
    /// (kept, left): the same bytes, or the same rows under another form.
    pub copies: Vec<(usize, usize)>,
    /// Tables of former waves of the survey: (table, the wave that counts).
    pub former: Vec<(usize, Option<u16>)>,
    /// BMO extracts of one year that complete each other: (the first, which holds the rows of
    /// both, the other, rows that it adds).
    pub completed: Vec<(usize, usize, u32)>,
    /// BMO surveys that do not say their year (the layout of 2014–2018), and what told it.
    pub dated: Vec<Dated>,
    /// Tables of the survey with respondents in common, each counted once.
    pub twins: Vec<Twins>,
}

/// The year of a BMO survey that does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    pub source: usize,
    pub year: u16,
    /// By the name of its file, else by the year that the user asks for.
    pub by_name: bool,
}

/// The year of a BMO survey that does not say it: the only one that the name of its file holds,
/// else the one asked for.
pub fn year_of(input: &ReadTable, asked: Option<u16>) -> Option<u16> {
    if input.vintage.is_some() {
        return input.vintage;
    }
    named::year_in(&input.file).or(asked)
}

/// Empties, without moving them, tables that would count twice: copies, and all waves of the own
/// survey but the latest, or the one asked for.
pub fn prepare(given: &[Arc<ReadTable>]) -> Prepared {
    prepare_for(given, None)
}

/// As [`prepare`], for a year that the user asks for: it is that of a survey which says none.
pub fn prepare_for(given: &[Arc<ReadTable>], asked: Option<u16>) -> Prepared {
    let mut prepared = Prepared { inputs: given.to_vec(), ..Prepared::default() };
    // Rows are looked at where another file may hold the same; a copy is known by its fingerprint.
    let twin = |input: &ReadTable| {
        given.iter().any(|other| {
            other.kind == input.kind
                && other.rows.kept == input.rows.kept
                // The rows of a survey of projects are those of its year.
                && (input.kind != Kind::Bmo || other.vintage == input.vintage)
                && !std::ptr::eq(other.as_ref(), input)
                && !same_file(other, input)
        })
    };
    let contents: Vec<Option<Content>> =
        given.iter().map(|input| twin(input).then(|| content(input)).flatten()).collect();
    let content = |place: usize| contents.get(place).and_then(Option::as_ref);
    // What tells more comes first, whatever the order of the files.
    let mut places: Vec<usize> = (0..given.len()).collect();
    places.sort_by_key(|place| content(*place).is_some_and(|content| !content.has_words));
    for (rank, left) in places.iter().enumerate() {
        let Some(input) = given.get(*left) else { continue };
        let same = |place: &&usize| {
            given.get(**place).is_some_and(|first| {
                let alike = content(**place).zip(content(*left));
                same_file(first, input)
                    || (first.kind == input.kind && alike.is_some_and(|(a, b)| a.is_same(b)))
            })
        };
        if let Some(kept) = places.iter().take(rank).find(same) {
            prepared.copies.push((*kept, *left));
            prepared.empty(*left);
        }
    }
    prepared.one_wave();
    prepared.respondents();
    prepared.date(asked);
    prepared.complete();
    prepared
}

/// The tables that say something of a territory, and how many headcounts of companies were set
/// aside. One that others follow leaves an empty place, so that a place stays the name of a source.
pub fn of_territory(given: &[Arc<ReadTable>]) -> (Vec<Arc<ReadTable>>, u32) {
    let apart = given.iter().filter(|input| input.kind.is_of_company()).count();
    let last = given.iter().rposition(|input| !input.kind.is_of_company());
    let kept = given.iter().take(last.map_or(0, |last| last + 1)).map(|input| {
        if input.kind.is_of_company() { Arc::new(ReadTable::blank("")) } else { Arc::clone(input) }
    });
    (kept.collect(), u32::try_from(apart).unwrap_or(u32::MAX))
}

/// The built-in lists with those that the user's files bring.
pub fn with_lists(inputs: &[Arc<ReadTable>], reference: &Reference) -> Reference {
    let loaded: Vec<_> = inputs
        .iter()
        .filter(|input| input.kind.is_reference())
        .map(|input| (input.kind, &input.table, input.file.as_str(), input.vintage))
        .collect();
    reference.with_tables(&loaded)
}

fn same_file(a: &ReadTable, b: &ReadTable) -> bool {
    // Members of an archive share its fingerprint; their reasons name them. A file that could not
    // be opened has none. A form makes a table of its fields and one of its further questions.
    a.kind == b.kind
        && !a.fingerprint.is_empty()
        && a.fingerprint == b.fingerprint
        && a.sheet == b.sheet
        && a.reasons == b.reasons
}

/// The rows of a table whose extracts are often saved again in another form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Content {
    whole: u64,
    /// Without the words that some extracts of the same rows leave out.
    bare: u64,
    has_words: bool,
}

impl Content {
    /// The same rows; or the same but for words that one of the two does not have.
    fn is_same(&self, other: &Self) -> bool {
        self.whole == other.whole || (self.bare == other.bare && self.has_words != other.has_words)
    }
}

/// What is written is hashed: no text is made of the rows.
struct Hashed<'a>(&'a mut DefaultHasher);

impl std::fmt::Write for Hashed<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.write(text.as_bytes());
        Ok(())
    }
}

/// `None` for tables that are not compared by content.
fn content(input: &ReadTable) -> Option<Content> {
    let (mut whole, mut bare) = (DefaultHasher::new(), DefaultHasher::new());
    let mut has_words = false;
    let mut add = |row: &dyn Debug, without: Option<&dyn Debug>| {
        // Neither fails: a hash takes everything.
        let _ = write!(Hashed(&mut bare), "{:?}|", without.unwrap_or(row));
        let _ = write!(Hashed(&mut whole), "{row:?}|");
    };
    match &input.table {
        Table::CourseOffers(table) => {
            for row in table.rows() {
                let row = crate::tables::course_offer::Row { row: 0, ..row };
                has_words |= !row.id.is_empty() || !row.title.is_empty();
                let without = crate::tables::course_offer::Row { id: "", title: "", ..row };
                add(&row, Some(&without));
            }
        }
        Table::Catalogue(table) => {
            for row in table.rows() {
                add(&crate::tables::catalogue::Row { row: 0, ..row }, None);
            }
        }
        Table::Series(table) => {
            for row in table.rows() {
                add(&crate::tables::series::Row { row: 0, ..row }, None);
            }
        }
        Table::Bmo(table) => {
            // Its rows do not tell their year.
            add(&(input.vintage, input.fap_version), None);
            for row in table.rows() {
                add(&crate::tables::bmo::Row { row: 0, ..row }, None);
            }
        }
        Table::JobSeekers(table) => {
            for row in table.rows() {
                add(&crate::tables::job_seeker::Row { row: 0, ..row }, None);
            }
        }
        Table::Employment(table) => {
            for row in table.rows() {
                add(&crate::tables::employment::Row { row: 0, ..row }, None);
            }
        }
        _ => return None,
    }
    let kept = input.rows.kept > 0;
    kept.then(|| Content { whole: whole.finish(), bare: bare.finish(), has_words })
}

/// The year in a file's name, the first if it holds several.
pub fn year_in(name: &str) -> Option<u16> {
    named::years_in(name).next()
}

/// A survey with the rows that only another of its year has, and how many these are; `None` when
/// the two contradict each other, or the other adds nothing.
fn completed(a: &ReadTable, b: &ReadTable) -> Option<(ReadTable, u32)> {
    let (Table::Bmo(own), Table::Bmo(more)) = (&a.table, &b.table) else { return None };
    if a.vintage.is_none() || (a.vintage, a.fap_version) != (b.vintage, b.fap_version) {
        return None;
    }
    let figures = |row: &bmo::Row<'_>| [row.projects, row.difficult, row.seasonal];
    let known: BTreeMap<[&str; 3], _> = own
        .rows()
        .map(|row| ([row.occupation, row.basin, row.department], figures(&row)))
        .collect();
    let (mut builder, mut rows) = (bmo::Builder::default(), 0);
    for row in more.rows() {
        match known.get(&[row.occupation, row.basin, row.department]) {
            Some(own) if *own != figures(&row) => return None,
            Some(_) => {}
            None => {
                builder.push(row);
                rows += 1;
            }
        }
    }
    let mut joined = a.clone();
    joined.table.append(&Table::Bmo(builder.finish().ok()?)).ok()?;
    (rows > 0).then_some((joined, rows))
}

impl Prepared {
    /// The table and the row that each row of a survey was read from: rows that other extracts add
    /// stand below its own.
    pub fn origins(&self, survey: usize) -> Vec<(usize, u32)> {
        let Some(Table::Bmo(table)) = self.inputs.get(survey).map(|input| &input.table) else {
            return Vec::new();
        };
        let others = self.added_to(survey);
        let added: usize = others.clone().map(|(_, rows)| rows).sum();
        let own = (survey, table.len().saturating_sub(added));
        let tables = std::iter::once(own).chain(others);
        let tables = tables.flat_map(|(source, rows)| std::iter::repeat_n(source, rows));
        tables.zip(table.rows().map(|row| row.row)).collect()
    }

    /// The extracts that one survey is read from, itself first.
    pub fn read_with(&self, survey: usize) -> impl Iterator<Item = usize> {
        std::iter::once(survey).chain(self.added_to(survey).map(|(other, _)| other))
    }

    /// Extracts that add rows to a survey, in order, and how many.
    fn added_to(&self, survey: usize) -> impl Iterator<Item = (usize, usize)> + Clone {
        let of_survey = self.completed.iter().filter(move |(first, ..)| *first == survey);
        of_survey.map(|(_, other, rows)| (*other, *rows as usize))
    }

    fn empty(&mut self, place: usize) {
        if let Some(input) = self.inputs.get_mut(place) {
            let mut without = ReadTable::clone(input);
            without.kind = Kind::Unknown;
            without.table = Table::None;
            *input = Arc::new(without);
        }
    }

    /// Counts each respondent of the own survey once.
    fn respondents(&mut self) {
        let Once { rows, twins } = once(&self.inputs);
        for twins in twins.iter().filter(|twins| twins.whole) {
            self.empty(twins.left);
        }
        for (place, rows) in &rows {
            let Some(input) = self.inputs.get_mut(*place) else { continue };
            if let Ok(table) = input.table.without(rows) {
                let mut once = ReadTable::clone(input);
                once.table = table;
                *input = Arc::new(once);
            }
        }
        self.twins = twins;
    }

    /// Gives surveys without a year the one that is known of them.
    fn date(&mut self, asked: Option<u16>) {
        let has = |year: &u16| {
            let mut surveys = self.inputs.iter().filter(|input| input.kind == Kind::Bmo);
            surveys.any(|input| input.vintage == Some(*year))
        };
        let asked = asked.filter(|year| !has(year));
        for (source, input) in self.inputs.iter_mut().enumerate() {
            let of_name = |reason: &Reason| matches!(reason, Reason::YearOfName(_));
            let by_name = input.reasons.iter().any(of_name);
            if let Some(year) = input.vintage.filter(|_| by_name && input.kind == Kind::Bmo) {
                self.dated.push(Dated { source, year, by_name });
            }
            if input.kind != Kind::Bmo || input.vintage.is_some() {
                continue;
            }
            if let Some(year) = year_of(input, asked) {
                let by_name = year_of(input, None).is_some();
                let mut dated = ReadTable::clone(input);
                dated.vintage = Some(year);
                named::settle_edition(&mut dated);
                *input = Arc::new(dated);
                self.dated.push(Dated { source, year, by_name });
            }
        }
    }

    /// Extracts of one survey that agree on all they have in common are read together, as the first
    /// of them; of two that contradict each other the first alone counts.
    fn complete(&mut self) {
        for first in 0..self.inputs.len() {
            for other in first + 1..self.inputs.len() {
                let (Some(a), Some(b)) = (self.inputs.get(first), self.inputs.get(other)) else {
                    continue;
                };
                if let Some((joined, rows)) = completed(a, b) {
                    if let Some(input) = self.inputs.get_mut(first) {
                        *input = Arc::new(joined);
                    }
                    self.empty(other);
                    self.completed.push((first, other, rows));
                }
            }
        }
    }

    /// Answers of two years are never added up: identifiers and rows may mean others.
    fn one_wave(&mut self) {
        let is_survey = |kind: Kind| {
            matches!(
                kind,
                Kind::SurveyEstablishments
                    | Kind::SurveyOccupations
                    | Kind::SurveyWishes
                    | Kind::SurveyAnswers
            )
        };
        let wave = |input: &ReadTable, all: &[Arc<ReadTable>]| {
            // A table without a date belongs to the one it was read beside.
            let beside = all.iter().find(|other| {
                other.fingerprint == input.fingerprint
                    && is_survey(other.kind)
                    && other.vintage.is_some()
            });
            input.vintage.or_else(|| beside?.vintage).or_else(|| year_in(&input.file))
        };
        let waves: Vec<(usize, Option<u16>)> = self
            .inputs
            .iter()
            .enumerate()
            .filter(|(_, input)| is_survey(input.kind))
            .map(|(place, input)| (place, wave(input, &self.inputs)))
            .collect();
        let Some(latest) = waves.iter().filter_map(|(_, year)| *year).max() else { return };
        for (place, year) in waves {
            // A table that tells no year at all may be of any wave: it stays.
            if year.is_some_and(|year| year != latest) {
                self.former.push((place, Some(latest)));
                self.empty(place);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};

    fn table(name: &str, text: &str) -> Arc<ReadTable> {
        let reference = Reference::embedded().unwrap();
        let read = read(name, text.as_bytes(), &reference, Control::none()).unwrap();
        Arc::new(read.into_iter().next().unwrap())
    }

    fn establishments(year: u16) -> String {
        format!(
            "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;effectif_total\n\
             E1;15014;1051C;10/11/{year};répondant;12\n"
        )
    }

    const OCCUPATIONS: &str = "id_etablissement;libelle_metier;code_rome;effectif_metier;projets_12m\n\
                               E1;Aide-soignant;J1501;3;2\n";

    /// A form mapped by the user makes two tables of one sheet; given twice, it still counts once.
    #[test]
    fn the_questions_of_a_mapped_form_are_no_copy_of_it() {
        use crate::analysis::employers::weigh::Choices;
        use crate::analysis::employers::{questions::QuestionKind, survey};
        use crate::model::{FapVersion, Groups, Territory};
        use crate::readers::mapping::{Field, From, Manner, Mapping, Question};
        let column = |header: &str| From::Column(header.to_owned());
        let plain = |name: &str, from: From| {
            let (name, manner) = (name.to_owned(), Manner::Plain);
            Field { name, from, manner, recodes: Vec::new() }
        };
        let mapping = Mapping {
            confirmed_on: "form.csv".to_owned(),
            kind: Kind::SurveyEstablishments,
            two_rows: false,
            fields: vec![
                plain("id", From::RowNumber),
                plain("status", From::Constant("répondant".to_owned())),
                plain("commune", column("Lieu")),
                plain("naf", column("Code APE")),
                plain("headcount", column("Combien êtes-vous ?")),
            ],
            questions: vec![Question {
                label: "Votre avis".to_owned(),
                from: column("Votre avis"),
                manner: Manner::Scale,
                recodes: Vec::new(),
            }],
            seen: Vec::new(),
            none: Vec::new(),
        };
        let rows = ["12;4", "3;2", "7;4"].map(|tail| format!("15014;1051C;{tail}\n"));
        let text = format!("Lieu;Code APE;Combien êtes-vous ?;Votre avis\n{}", rows.concat());
        let reference = Reference::embedded().unwrap();
        let knowing = crate::readers::Knowing {
            reference: &reference,
            mappings: std::slice::from_ref(&mapping),
        };
        let read = || {
            let control = Control::none();
            crate::readers::read_with("form.csv", text.as_bytes(), knowing, control).unwrap()
        };
        let inputs: Vec<_> = read().into_iter().chain(read()).map(Arc::new).collect();
        let kinds: Vec<Kind> = inputs.iter().map(|input| input.kind).collect();
        assert_eq!(kinds[..2], [Kind::SurveyEstablishments, Kind::SurveyAnswers]);
        assert_eq!(prepare(&inputs).copies, [(0, 2), (1, 3)]);
        let none = Groups::new();
        let found = survey(
            &inputs,
            Territory::France,
            FapVersion::Fap2021,
            &reference,
            Choices::default(),
            (&|_| None, &none),
        );
        let told = found.unwrap().weighing.unwrap();
        let asked: Vec<_> =
            told.questions.iter().map(|one| (one.label.as_str(), one.kind)).collect();
        assert_eq!(asked, [("Votre avis", QuestionKind::Scale)]);
        assert_eq!(told.questions[0].answered.len(), 3);
    }

    #[test]
    fn two_waves_are_never_added_up() {
        let inputs = [
            table("etablissements_2025.csv", &establishments(2025)),
            table("metiers_2025.csv", OCCUPATIONS),
            table("etablissements_2026.csv", &establishments(2026)),
            table("metiers_2026.csv", &OCCUPATIONS.replace(";2\n", ";4\n")),
        ];
        let prepared = prepare(&inputs);
        assert_eq!(prepared.former, [(0, Some(2026)), (1, Some(2026))]);
        let kept: Vec<Kind> = prepared.inputs.iter().map(|input| input.kind).collect();
        assert_eq!(kept[..2], [Kind::Unknown, Kind::Unknown]);
        assert_eq!(kept[2..], [Kind::SurveyEstablishments, Kind::SurveyOccupations]);
    }

    #[test]
    fn the_same_rows_under_another_form_count_once() {
        let rows = "id_formation;intitule;organisme;code_commune;voie;annee_effectifs;source;\
                    date_source\nF1;Soins;Greta;15014;continue;2025;x;2025-01-01\n";
        let inputs = [
            table("catalogue.csv", rows),
            table("copie.csv", &rows.replace(';', "\t")),
            table("autre.csv", &rows.replace("F1", "F2")),
        ];
        assert_eq!(prepare(&inputs).copies, [(0, 1)]);
    }

    /// Mon Compte Formation: the same offers with and without their columns of words, the longer
    /// extract being kept whatever the order.
    #[test]
    fn the_same_offers_without_their_words_count_once() {
        let long = "nom_of;numero_formation;intitule_formation;intitule_certification;\
                    code_departement;code_certifinfo;nombre_heures_total_mean\n\
                    Greta;1_2;Soudage;CAP;15;100;70\nGreta;1_3;Soudage;CAP;15;100;80\n";
        let short = "nom_of;intitule_certification;code_departement;code_certifinfo;\
                     nombre_heures_total_mean\nGreta;CAP;15;100;70\nGreta;CAP;15;100;80\n";
        let (a, b) = (table("long.csv", long), table("court.csv", short));
        assert_eq!(a.kind, Kind::CourseOffers);
        assert_eq!(prepare(&[Arc::clone(&a), Arc::clone(&b)]).copies, [(0, 1)]);
        assert_eq!(prepare(&[b, Arc::clone(&a)]).copies, [(1, 0)]);
        // Two courses of one place and price under two titles are two.
        let other = table("autre.csv", &long.replace("Soudage", "Chaudronnerie"));
        assert_eq!(prepare(&[a, other]).copies, []);
    }

    #[test]
    fn extracts_of_one_survey_complete_each_other() {
        let of = |rows: &str| {
            table("a.csv", &format!("annee;code métier;BE26;Dept;REG;met;xmet;smet\n{rows}"))
        };
        let cantal = of("2026;V0X60;8450;15;84;12;8;*\n");
        let other = of("2026;V0X60;8403;01;84;30;9;*\n");
        let check = |inputs: &[Arc<ReadTable>], completed: &[(usize, usize, u32)], rows: usize| {
            let prepared = prepare(inputs);
            assert_eq!(prepared.completed, completed);
            let Table::Bmo(table) = &prepared.inputs[0].table else { panic!() };
            assert_eq!(table.len(), rows);
            prepared.origins(0)
        };
        let origins = check(&[Arc::clone(&cantal), Arc::clone(&other)], &[(0, 1, 1)], 2);
        assert_eq!(origins, [(0, 2), (1, 2)], "each under the file that holds it");
        let third = of("2026;V0X60;8450;15;84;12;8;*\n2026;A0X40;8450;15;84;5;5;*\n");
        let inputs = [Arc::clone(&cantal), third, Arc::clone(&other)];
        let origins = check(&inputs, &[(0, 1, 1), (0, 2, 1)], 3);
        assert_eq!(origins, [(0, 2), (1, 3), (2, 2)]);
        // What both have is counted once.
        let both = of("2026;V0X60;8450;15;84;12;8;*\n2026;V0X60;8403;01;84;30;9;*\n");
        check(&[Arc::clone(&cantal), both], &[(0, 1, 1)], 2);
        let otherwise = of("2026;V0X60;8450;15;84;13;8;*\n2026;S1X20;8450;15;84;7;*;*\n");
        check(&[Arc::clone(&cantal), otherwise], &[], 1);
        check(&[cantal, of("2025;V0X60;8403;01;84;30;9;*\n")], &[], 1);
    }

    /// The layout of 2014–2018 has no year: that of the name, else the user's, else none.
    #[test]
    fn a_survey_without_a_year_is_given_one() {
        let rows = "CATCHMENT_AREA_CODE,CATCHMENT_AREA_NAME,PROFESSION_FAMILY_CODE,\
                    PROFESSION_FAMILY_NAME,FAP_CODE,FAP_NAME,DEPARTEMENT_CODE,DEPARTEMENT_NAME,\
                    NB_RECRUT_PROJECTS,NB_DIFF_RECRUT_PROJECTS,NB_SEASON_RECRUT_PROJECTS,\
                    REGION_CODE,REGION_LIB\n8450,AURILLAC,S,x,V0Z60,Aides-soignants,15,CANTAL,\
                    45.9,8.6,,84,AURA\n";
        let dated = |name: &str, asked: Option<u16>| {
            let inputs = [table(name, rows)];
            let found = prepare_for(&inputs, asked);
            found.dated.first().map(|one| (one.year, one.by_name))
        };
        assert_eq!(dated("bmo.csv", Some(2017)), Some((2017, false)));
        assert_eq!(dated("bmo_2016.csv", None), Some((2016, true)));
        assert_eq!(dated("bmo_2016.csv", Some(2017)), Some((2016, true)));
        assert_eq!(dated("bmo_2014-2018.csv", None), None, "two years are no year");
        assert_eq!(dated("bmo.csv", None), None);
        // The year asked for is that of the survey that says it.
        let other = "annee;code métier;BE17;Dept;REG;met;xmet;smet\n2017;V0Z60;8450;15;84;10;5;*\n";
        let inputs = [table("a.csv", other), table("bmo.csv", rows)];
        assert_eq!(prepare_for(&inputs, Some(2017)).dated, []);
    }

    #[test]
    fn years_in_names() {
        assert_eq!(year_in("enquete_2026-03.xlsx"), Some(2026));
        assert_eq!(year_in("15014.csv"), None);
    }
}
