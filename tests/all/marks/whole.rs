//! The sample territory with all that a document may hold: survey, colleges, benchmarks, offers
//! that are one, needs, and a plan under a budget.

use crate::perceptions::mapping;
use crate::seminar::SEMINAR;
use bassin::analysis::balanced::{Balanced, LetOut};
use bassin::analysis::body::sheet;
use bassin::analysis::company::{Post, beside, posts, yearly};
use bassin::analysis::compare::compare;
use bassin::analysis::planning::{Plan, candidates, plan};
use bassin::analysis::verdicts::{to_stop, verdicts};
use bassin::analysis::{Request, analyse};
use bassin::i18n::Catalog;
use bassin::inquiry::{Asked, inquiry, perceived};
use bassin::matching::label::dictionary::Dictionary;
use bassin::matching::supply::Offer;
use bassin::model::planning::{ANY_FUNDER, Planning, Supposed};
use bassin::model::{Fap, Groups};
use bassin::project::{Project, Weighting};
use bassin::readers::mapping::Manner;
use bassin::readers::{Control, Knowing, read, read_with};
use bassin::recommend::stop::Unfed;
use bassin::recommend::verdict::Conclusion;
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::build::planned::Planned;
use bassin::report::build::returned::returned;
use bassin::report::build::store::store;
use bassin::report::build::{Comparison, Context, body, company};
use bassin::report::document::{Document, Table};
use bassin::report::survey::Inquiry;
use bassin::report::survey::perceived::Perceived;
use bassin::sample;
use bassin::tables::headcount::Headcounts;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

/// Of a company: an occupation by its code, one by its title, one that is unknown.
const HEADCOUNT: &str = "metier_entreprise;code_rome;code_fap;version_fap;effectif;age_moins_30;\
age_30_49;age_50_54;age_55_59;age_60_plus;departs_connus_12m;departs_connus_36m;\
embauches_prevues_12m;date_source\n\
Plombiers d'usine;;B2X33;2021;40;4;20;6;6;4;1;2;3;01/10/2026\n\
Aide-soignant H/F;;;;10;1;4;2;2;1;;5;;\n\
Métier maison;;;;n.d.;;;;;;;;;01/10/2026\n";

pub struct Whole {
    pub reference: Reference,
    pub parameters: Parameters,
    pub results: Balanced,
    pub inquiry: Option<Inquiry>,
    pub perceived: Option<Perceived>,
    pub verdicts: BTreeMap<Fap, Conclusion>,
    pub unfed: Vec<(Offer, Unfed)>,
    pub plan: Plan,
    pub out: LetOut,
    pub headcounts: Headcounts,
}

/// Twenty companies, twelve training bodies and two unions on one thing.
fn opinions() -> String {
    let mut text = "Qui;Collège;L'offre locale suffit\n".to_owned();
    for n in 0..34 {
        let (college, answer) = match n {
            0..17 => ("Entreprise", "Plutôt pas d'accord"),
            17..20 => ("Entreprise", "Tout à fait d'accord"),
            20..31 => ("Organisme de formation", "Plutôt d'accord"),
            31 => ("Organisme de formation", "Plutôt pas d'accord"),
            _ => ("Syndicat", "Ni l'un ni l'autre"),
        };
        writeln!(text, "q{n};{college};{answer}").unwrap();
    }
    text
}

/// Made once for all tests.
pub static WHOLE: LazyLock<Whole> = LazyLock::new(Whole::new);

impl Whole {
    fn new() -> Self {
        let reference = Reference::embedded().unwrap();
        let parameters = Parameters::embedded().unwrap();
        let read =
            |name: &str, bytes: &[u8]| read(name, bytes, &reference, Control::none()).unwrap();
        let mut inputs: Vec<_> = sample::FILES
            .iter()
            .flat_map(|(name, bytes)| read(name, bytes))
            .map(Arc::new)
            .collect();
        let mappings = [mapping(&[("L'offre locale suffit", Manner::Plain)])];
        let knowing = Knowing { reference: &reference, mappings: &mappings };
        let said = read_with("avis.csv", opinions().as_bytes(), knowing, Control::none()).unwrap();
        inputs.extend(said.into_iter().map(Arc::new));
        // A second list that repeats offers of the first.
        let offers = sample::file("offres_locales_fictif.csv").unwrap();
        let first = offers.split_inclusive(|byte| *byte == b'\n').take(40);
        let again: Vec<u8> = first.flatten().copied().collect();
        inputs.extend(read("offres-2.csv", &again).into_iter().map(Arc::new));
        let territory = sample::TERRITORY.parse().unwrap();
        let request = Request { territory, year: None, as_of: "2026-11-24".parse().unwrap() };
        let mut results = analyse(&inputs, &reference, &parameters, &request).unwrap();
        let benchmarks = ["dep:96".parse().unwrap(), "similar".parse().unwrap()];
        results.comparisons = compare(&inputs, &reference, &parameters, &results, &benchmarks);
        let (labels, log) = (Dictionary::default(), Project::default().log());
        let asked = Asked {
            territory,
            version: results.fap_version,
            labels: &labels,
            weighting: Weighting::default(),
            groups: &Groups::new(),
            log: &log,
        };
        let inquiry = inquiry(&inputs, &reference, &parameters, &asked);
        let published = inquiry.as_ref().unwrap().published.as_ref().unwrap();
        let perceived = perceived(&inputs, &parameters, territory, &log);
        assert!(perceived.is_some());
        let out = published.let_out();
        let results = Balanced::new(results, &out, &Supposed::default(), &parameters);
        let verdicts = verdicts(&results, &parameters);
        let planning =
            Planning { budgets: [(ANY_FUNDER.to_owned(), 60_000)].into(), ..Planning::default() };
        let proposals = candidates(&results, &verdicts, &parameters, &planning);
        let plan = plan(proposals, &planning, &parameters, &results);
        let unfed = to_stop(&results);
        let headcounts = read("effectif.csv", HEADCOUNT.as_bytes());
        let headcounts = headcounts.into_iter().find_map(|table| match table.table {
            bassin::tables::Table::Headcounts(headcounts) => Some(headcounts),
            _ => None,
        });
        let headcounts = headcounts.unwrap();
        Self {
            reference,
            parameters,
            results,
            inquiry,
            perceived,
            verdicts,
            unfed,
            plan,
            out,
            headcounts,
        }
    }

    pub fn context<'a>(&'a self, catalog: &'a Catalog) -> Context<'a> {
        Context {
            results: &self.results,
            catalog,
            reference: &self.reference,
            parameters: &self.parameters,
            comparison: Comparison::default(),
            inquiry: self.inquiry.as_ref(),
            perceived: self.perceived.as_ref(),
            actions: Some(&*SEMINAR),
        }
    }

    pub fn planned<'a>(&'a self, catalog: &'a Catalog) -> Planned<'a> {
        let (verdicts, unfed, plan) = (&self.verdicts, self.unfed.as_slice(), &self.plan);
        Planned { context: self.context(catalog), verdicts, unfed, plan }
    }

    pub fn document(&self, catalog: &Catalog) -> Document {
        let planned = self.planned(catalog);
        let mut document = store(&planned);
        document.tables.extend(self.of_readers(&planned.context));
        document
    }

    /// The tables that one reader alone is given: a body, a respondent, a company.
    fn of_readers(&self, context: &Context<'_>) -> Vec<Table> {
        let (results, verdicts, parameters) = (&self.results, &self.verdicts, &self.parameters);
        let of_body = |file: &str| file.contains("catalogue_formation");
        let sources = results.sources.iter().enumerate();
        let own = sources.filter(|(_, source)| of_body(&source.file)).map(|(place, _)| place);
        let sheet = sheet(results, verdicts, &own.collect(), &self.out, parameters);
        let list = &self.inquiry.as_ref().unwrap().survey.list;
        let returned = list.iter().find_map(|one| returned(context, &one.id).ok());
        let posts = posts(&self.headcounts, results, &self.reference, parameters);
        let sums = yearly(&posts);
        let beside = |post: Post| {
            let found = beside(&post, &sums, results, verdicts, parameters);
            (post, found)
        };
        let posts: Vec<_> = posts.into_iter().map(beside).collect();
        let mut tables = body::tables(context, &sheet);
        tables.extend(returned);
        tables.push(company::table(context, &posts));
        tables
    }
}
