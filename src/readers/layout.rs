//! The layouts Bassin recognises: canonical columns, their names, and which must be there.

use crate::model::{Kind, Naf};
use crate::readers::header::Field;

/// One kind of table as published.
pub struct Layout {
    pub kind: Kind,
    /// All of these must be found.
    pub required: &'static [&'static str],
    pub fields: &'static [Field],
    /// Further columns are months, one figure in each.
    pub wide: bool,
    /// What most cells of a column hold, where the header alone says too little.
    pub proof: Option<(&'static str, Holds)>,
}

/// Whether a cell holds what its column should.
pub type Holds = fn(&str) -> bool;

/// The usual case: a header that speaks for itself, one row for each thing.
const PLAIN: Layout =
    Layout { kind: Kind::Unknown, required: &[], fields: &[], wide: false, proof: None };

/// Same canonical and written name.
macro_rules! same {
    ($($name:literal => $written:literal),+ $(,)?) => { &[$(($name, &[$written])),+] };
}

mod asked;
mod planned;

pub use asked::{lacking, needed};

pub static LAYOUTS: &[Layout] = &[
    Layout {
        kind: Kind::Bmo,
        required: &["occupation", "basin", "department", "region", "met", "xmet", "smet"],
        fields: &[
            ("year", &["annee"]),
            (
                "occupation",
                &["codemetierbmo", "codemetier", "metier", "fapcode", "romeprofessioncardcode"],
            ),
            ("label", &["nommetierbmo", "nommetier", "fapname", "romeprofessioncardname"]),
            ("family", &["famillemet", "famillemetier", "professionfamilycode"]),
            ("family_label", &["lblfammet", "libelledefamilledemetier", "professionfamilyname"]),
            ("basin", &["be#", "catchmentareacode"]),
            ("basin_label", &["nombe#", "catchmentareaname"]),
            ("department", &["dept", "departementcode"]),
            ("department_label", &["nomdept", "departementname"]),
            ("region", &["reg", "regioncode"]),
            ("region_label", &["nomreg", "nomreg#", "regionlib"]),
            ("clpe", &["clpe"]),
            ("met", &["met", "nbrecrutprojects"]),
            ("xmet", &["xmet", "nbdiffrecrutprojects"]),
            ("smet", &["smet", "nbseasonrecrutprojects"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::DaresTension,
        required: &["occupation", "tension", "class", "year", "level"],
        fields: same![
            "occupation" => "fap", "employment" => "emploimoyen", "tension" => "tension",
            "class" => "categorietension", "hiring_intensity" => "intensitedembauches",
            "training_link" => "lienformationemploi",
            "labour_shortage" => "manquedemainduvredisponible",
            "precariousness" => "nondurabilitedelemploi",
            "working_conditions" => "conditionsdetravailcontraignantes",
            "geographic_mismatch" => "inadequationgeographique",
            "unattractive_pay" => "nonattractivitesalariale",
            "year" => "annee", "level" => "niveaugeo", "fap_level" => "niveaufap",
            "region" => "reg", "department" => "dep",
        ],
        ..PLAIN
    },
    // The workbooks of Dares: one sheet per level of occupation and of territory.
    Layout {
        kind: Kind::DaresTension,
        required: &["year", "occupation", "class"],
        fields: &[
            ("year", &["annee"]),
            ("occupation", &["codefap225", "codefap228", "codefap87", "codefap86", "codefap22"]),
            (
                "label",
                &["libellefap225", "libellefap228", "libellefap87", "libellefap86", "libellefap22"],
            ),
            ("region", &["coderegion"]),
            ("region_label", &["libelleregion"]),
            ("department", &["codedepartement"]),
            ("department_label", &["libelledepartement"]),
            ("employment", &["emploimoyen"]),
            ("tension", &["tension"]),
            (
                "tension_imputed",
                &[
                    "tensionvaleursimputeesvolumetrieinsuffisantes",
                    "tensionvaleursimputeesvolumetrieinsuffisante",
                ],
            ),
            ("class", &["tensiondiscret"]),
            ("hiring_intensity", &["intensitedembauchesdiscret"]),
            ("hiring_intensity_value", &["intensitedembauches"]),
            ("training_link", &["lienformationemploidiscret"]),
            ("training_link_value", &["lienformationemploi"]),
            ("labour_shortage", &["manquedemainduvredisponiblediscret"]),
            ("labour_shortage_value", &["manquedemainduvredisponible"]),
            ("precariousness", &["nondurabilitedelemploidiscret"]),
            ("precariousness_value", &["nondurabilitedelemploi"]),
            ("working_conditions", &["conditionsdetravailcontraignantesdiscret"]),
            ("working_conditions_value", &["conditionsdetravailcontraignantes"]),
            ("geographic_mismatch", &["inadequationgeographiquediscret"]),
            ("geographic_mismatch_value", &["inadequationgeographique"]),
            ("unattractive_pay", &["nonattractivitesalarialediscret"]),
            ("unattractive_pay_value", &["nonattractivitesalariale"]),
            ("sufficient", &["croisementouvolumetriesuffisante"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::RegulatoryList,
        required: &["region", "label", "code"],
        fields: same![
            "region" => "region", "label" => "familleprofessionnelle", "code" => "codefap",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::BasinTension,
        required: &["rome", "basin", "class"],
        fields: same![
            "year" => "annee", "rome" => "rome", "basin" => "cbassin", "offers" => "oee",
            "job_seekers" => "defmabc", "class" => "indtensiond",
            "hiring_intensity" => "indintembd", "labour_shortage" => "indmainoeuvred",
            "precariousness" => "inddurempld", "working_conditions" => "indcondtravaild",
            "geographic_mismatch" => "indmismatchgeod",
            "training_link" => "indspecifformempld",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::CertifInfo,
        required: &["diploma", "label", "rome_1", "rncp", "state"],
        fields: same![
            "diploma" => "codediplome", "label" => "libellediplome",
            "type_label" => "libelletypediplome", "level" => "codeniveaueuropeen",
            "formacode" => "codeformacode", "rome_1" => "coderome1", "rome_2" => "coderome2",
            "rome_3" => "coderome3", "rome_4" => "coderome4", "rome_5" => "coderome5",
            "nsf" => "codensf", "rncp" => "coderncp", "rs" => "coders",
            "certifier" => "certificateur", "first" => "anneepremieresession",
            "last" => "anneedernieresession", "state" => "etat",
            "continuing" => "accessibilitefc", "apprenticeship" => "accessibiliteca",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::NationalRegister,
        required: &["register", "label", "active"],
        fields: same![
            "register" => "numerofiche", "label" => "intitule", "type_label" => "abregelibelle",
            "level" => "nomenclatureeuropeniveau", "ends" => "datefinenregistrement",
            "active" => "actif", "romes" => "codesromecode", "nsf" => "nsfcode",
            "formacode" => "formacodecode", "certifier" => "nomcertificateur",
            "access" => "sijury",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::CourseOffers,
        required: &["provider", "certification_label", "department", "diploma"],
        fields: same![
            "id" => "numeroformation", "title" => "intituleformation", "provider" => "nomof",
            "extracted" => "dateextract",
            "siret" => "siret", "register_type" => "typereferentiel", "rs" => "codeinventaire",
            "rncp" => "coderncp", "register" => "idcertif",
            "certification_label" => "intitulecertification", "diploma" => "codecertifinfo",
            "level" => "libelleniveausortieformation",
            "formacode_1" => "codeformacode1", "formacode_2" => "codeformacode2",
            "formacode_3" => "codeformacode3", "nsf" => "codensf1",
            "department" => "codedepartement", "region" => "coderegion",
            "sessions" => "nbsessionactive", "remote_sessions" => "nbsessionadistance",
            "hours_min" => "nombreheurestotalmin", "hours_max" => "nombreheurestotalmax",
            "hours_mean" => "nombreheurestotalmean", "price_min" => "fraisttctotmin",
            "price_max" => "fraisttctotmax", "price_mean" => "fraisttctotmean",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::TrainingCatalogue,
        required: &["id", "title", "provider", "route"],
        fields: same![
            "id" => "idformation", "title" => "intitule", "provider" => "organisme",
            "commune" => "codecommune", "route" => "voie", "rncp" => "coderncp", "rs" => "coders",
            "diploma" => "codecertifinfo", "nsf" => "codensf", "formacodes" => "codesformacode",
            "romes" => "codesrome", "level" => "niveau", "hours" => "dureeheures",
            "months" => "dureemois", "capacity" => "capaciteannuelle",
            "enrolled" => "inscritsderniereannee", "entries" => "entreesannuelles",
            "dropouts" => "abandonsannuels", "figures_year" => "anneeeffectifs",
            "continuation_rate" => "tauxpoursuite", "employment_rate" => "tauxemploi6m",
            "rate_denominator" => "denominateurtaux", "retention" => "partrestantbassin",
            "cost_per_hour" => "coutheureeur", "cost_total" => "couttotaleur",
            "funders" => "financeurs", "starts" => "datedebut", "ends" => "datefin",
            "source" => "source", "source_date" => "datesource",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::CarifOffers,
        required: &["id", "title", "provider", "romes"],
        fields: same![
            "id" => "numero", "title" => "intituleformation", "provider" => "nomorganisme",
            "commune" => "codeinseecommune", "modality" => "modalitesenseignement",
            "romes" => "coderome", "formacodes" => "codeformacode", "nsf" => "codensf",
            "rncp" => "coderncp", "diploma" => "codecertifinfo", "hours" => "nombreheurestotal",
            "starts" => "debut", "ends" => "fin",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::SurveyEstablishments,
        required: &["id", "commune", "naf", "status", "headcount"],
        fields: same![
            "id" => "idetablissement", "commune" => "codecommune", "basin" => "codebassin",
            "naf" => "codenaf", "stratum" => "strate", "answered_on" => "datereponse",
            "status" => "statutreponse", "headcount" => "effectiftotal",
            "size_class" => "trancheeffectif", "weight" => "poidsinitial",
            "hires" => "embauches12m", "departures" => "departs12m",
            "permanent" => "effectifcdi", "fixed_term" => "effectifcdd",
            "temporary" => "effectifinterim", "seasonal" => "effectifsaisonnier",
            "hosts" => "accueilpmsmp", "tutors" => "tuteurdisponible",
            "on_the_job" => "afestpossible", "obstacles" => "freinsformation",
            "consent" => "accordcitation",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::SurveyOccupations,
        required: &["establishment", "label", "headcount", "projects"],
        fields: same![
            "establishment" => "idetablissement", "label" => "libellemetier",
            "rome" => "coderome", "fap" => "codefap", "fap_year" => "versionfap",
            "qualification" => "qualification", "headcount" => "effectifmetier",
            "aged_under_30" => "agemoins30", "aged_30_49" => "age3049", "aged_50_54" => "age5054",
            "aged_55_59" => "age5559", "aged_60_plus" => "age60plus",
            "retirements_12m" => "departsretraite12m", "retirements_36m" => "departsretraite36m",
            "other_departures_12m" => "autresdeparts12m",
            "other_departures_36m" => "autresdeparts36m",
            "abandoned" => "postesabandonnes12m", "days_to_fill" => "delaipourvoijours",
            "left_before_12m" => "departsavant12mois", "creations" => "projetscreation",
            "replacements" => "projetsremplacement", "permanent" => "projetscdi",
            "full_time" => "projetstempscomplet",
            "offers" => "offres12m", "applicants" => "candidatures12m",
            "qualified" => "candidatsqualifies12m", "suitable" => "candidatsconvenables12m",
            "filled" => "postespourvus12m", "present_after_12m" => "presentsa12mois",
            "projects" => "projets12m", "seasonal" => "projetssaisonniers",
            "difficult" => "projetsdifficiles", "causes" => "causesdifficulte",
            "training_need" => "besoinformation", "training_public" => "publicformation",
            "skill" => "competencevisee", "training_hours" => "dureesouhaiteeh",
            "modality" => "modalite", "promise" => "promesseembauche",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::ActorOpinions,
        required: &["respondent", "college", "question", "answer"],
        fields: same![
            "respondent" => "idrepondant", "college" => "college", "question" => "question",
            "answer" => "reponse",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::EstablishmentRegister,
        required: &["stratum", "naf_section", "size_class", "establishments"],
        fields: same![
            "stratum" => "strate", "naf_section" => "sectionnaf",
            "size_class" => "trancheeffectif", "establishments" => "nbetablissements",
            "headcount" => "effectiftotal", "source" => "source", "source_date" => "datesource",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::JobOffers,
        required: &["id", "source", "commune", "created", "contract", "status"],
        fields: same![
            "id" => "idoffre", "source" => "source", "title" => "intitule", "rome" => "coderome",
            "fap" => "codefap", "fap_year" => "versionfap", "qualification" => "qualification",
            "commune" => "codecommune", "naf" => "codenaf", "created" => "datecreation",
            "closed" => "datecloture", "posts" => "nbpostes", "contract" => "typecontrat",
            "months" => "dureemois", "full_time" => "tempscomplet", "status" => "statut",
            "siret" => "siret", "employer" => "employeur", "nature" => "nature",
            "postal" => "codepostal",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::JobSeekers,
        required: &["period", "zone_type", "zone"],
        fields: same![
            "period" => "periode", "zone_type" => "typezone", "zone" => "codezone",
            "rome" => "coderome", "fap" => "codefap", "fap_year" => "versionfap",
            "stock_a" => "defma", "stock_abc" => "defmabc", "entries_a" => "entreesa",
            "entries_abc" => "entreesabc", "exits_abc" => "sortiesabc", "source" => "source",
            "source_date" => "datesource",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::TravelTimes,
        required: &["from", "to", "minutes"],
        fields: &[
            ("from", &["communedepart", "codecommunedepart"]),
            ("to", &["communearrivee", "codecommunearrivee"]),
            ("minutes", &["minutes", "dureeminutes", "tempsminutes"]),
        ],
        ..PLAIN
    },
    planned::SURVEY_WISHES,
    planned::PROVEN_PROGRAMMES,
    planned::COMPANY_HEADCOUNT,
    Layout {
        kind: Kind::CommuneBasins,
        required: &["commune", "division", "division_label"],
        fields: &[
            ("region", &["reg", "region"]),
            ("department", &["dep"]),
            ("commune", &["codgeo", "codecommune"]),
            ("label", &["libgeo", "libcommune"]),
            ("division", &["codbe", "codebassin#"]),
            ("division_label", &["libbe", "libbassin#"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::CommuneZones,
        required: &["commune", "division_label"],
        fields: &[
            ("commune", &["codgeo"]),
            ("label", &["libgeo"]),
            ("division", &["codze#"]),
            ("division_named", &["ze#"]),
            ("division_label", &["libze#"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::CommuneCommittees,
        required: &["commune", "division", "department", "region"],
        fields: same![
            "commune" => "communeid", "label" => "nomcommune", "division" => "territoireid",
            "division_label" => "territoirelibelle", "department" => "departementid",
            "department_label" => "nomdepartement", "region" => "regionid",
            "region_label" => "nomregion",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::Fap2021Tree,
        required: &["domain", "group", "occupation", "fine"],
        fields: &[
            ("domain", &["codefap22"]),
            ("domain_label", &["intitulefap22"]),
            ("group", &["codefap86", "codefap87"]),
            ("group_label", &["intitulefap86", "intitulefap87"]),
            ("occupation", &["codefap228"]),
            ("occupation_label", &["intitulefap228"]),
            ("fine", &["codefap341"]),
            ("fine_label", &["intitulefap341"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::RomeToFap2021,
        required: &["rome", "qualification", "target"],
        fields: same![
            "rome" => "rome", "label" => "intitulerome", "qualification" => "qualif",
            "target" => "fap341", "target_label" => "intitulefap341",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::RomeCards,
        required: &["code", "label", "parent"],
        fields: same![
            "code" => "coderome", "label" => "libellerome", "parent" => "coderomeparent",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::RomeNafHirings,
        required: &["rome", "naf", "hirings"],
        fields: same![
            "rome" => "romeid", "label" => "romelabel", "naf" => "nafid",
            "naf_label" => "naflabel", "hirings" => "hirings",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::RomeTree,
        required: &["part_1", "part_2", "part_3", "label", "ogr"],
        fields: same![
            "part_1" => "rome1", "part_2" => "rome2", "part_3" => "rome3",
            "label" => "intitule", "ogr" => "ogr",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::ApprenticeshipPrices,
        required: &["register", "label", "committee", "price"],
        fields: same![
            "register" => "rncp", "label" => "libelledelaformation",
            "diploma" => "typedediplome", "committee" => "codecpne",
            "committee_label" => "cpne", "price" => "npecfinal", "status" => "statut",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::BasinSectors,
        required: &["basin", "job_seekers", "label"],
        fields: same![
            "basin" => "codebassin", "job_seekers" => "demandeursemploi",
            "label" => "secteurlibelle",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::NafLabels,
        required: &["code", "label"],
        fields: &[("code", &["nafid", "codenaf"]), ("label", &["naflabel", "libellenaf"])],
        ..PLAIN
    },
    // Insee publishes NAF rév. 2 under a header that any list may have.
    Layout {
        kind: Kind::NafLabels,
        required: &["code", "label"],
        fields: same!["code" => "code", "label" => "libelle"],
        proof: Some(("code", is_naf)),
        ..PLAIN
    },
    Layout {
        kind: Kind::Fap2009Labels,
        required: &["code", "label"],
        fields: same!["code" => "codefap2009", "label" => "intitule"],
        ..PLAIN
    },
    Layout {
        kind: Kind::RomeToFap2009,
        required: &["rome", "target"],
        fields: same!["rome" => "romequalification", "target" => "fap2009"],
        ..PLAIN
    },
    // An older extract of offers: no commune, no number of posts.
    Layout {
        kind: Kind::JobOffers,
        required: &["rome", "created", "department"],
        fields: same![
            "rome" => "romeprofessioncardcode", "title" => "romeprofessionname",
            "appellation" => "romeprofessioncode", "label" => "romeprofessioncardname",
            "created" => "creationdate", "department" => "departementcode",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::JobSeekerSeries,
        required: &["place"],
        fields: same!["place" => "mois"],
        wide: true,
        ..PLAIN
    },
    Layout {
        kind: Kind::HiringDeclarations,
        required: &["contract", "raw"],
        fields: &[
            ("region", &["region"]),
            ("former_region", &["ancienneregion"]),
            ("department", &["departement"]),
            ("sector", &["grandsecteurdactivite"]),
            ("sector_fine", &["secteurna38"]),
            ("length", &["dureedecontrat"]),
            ("contract", &["naturedecontrat"]),
            ("year", &["annee"]),
            ("quarter", &["trimestre"]),
            ("last_day", &["dernierjourdutrimestre", "dernierjourdumois"]),
            ("region_code", &["coderegion"]),
            ("former_region_code", &["codeancienneregion"]),
            ("department_code", &["codedepartement"]),
            ("raw", &["dpaebrut"]),
            ("adjusted", &["dpaecvs"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::MarketIndicators,
        required: &["zone_type", "zone", "activity", "measure", "value"],
        fields: same![
            "updated" => "datmaj", "zone_type" => "codetypeterritoire",
            "zone" => "codeterritoire", "zone_label" => "libterritoire",
            "activity_type" => "codetypeactivite", "activity" => "codeactivite",
            "activity_label" => "libactivite", "measure" => "codenomenclature",
            "measure_label" => "libnomenclature", "period_type" => "codetypeperiode",
            "period" => "codeperiode", "period_label" => "libperiode",
            "value" => "valeurprincipalenom",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::EstablishmentStock,
        required: &["siret", "commune", "naf", "size_class", "state"],
        fields: same![
            "siret" => "siret", "commune" => "codecommuneetablissement",
            "naf" => "activiteprincipaleetablissement",
            "size_class" => "trancheeffectifsetablissement",
            "state" => "etatadministratifetablissement",
            "employer" => "caractereemployeuretablissement",
            "created" => "datecreationetablissement",
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::CommuneGroupings,
        required: &["commune", "division", "division_label"],
        fields: &[
            ("commune", &["codgeo", "codecommune", "codeinsee", "insee"]),
            ("label", &["libgeo", "libcommune", "nomcommune"]),
            ("division", &["epci", "codeepci", "sirenepci"]),
            ("division_label", &["libepci", "libelleepci", "nomepci"]),
            ("department", &["dep", "codedepartement"]),
            ("region", &["reg", "coderegion"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::OnisepTraining,
        required: &["label", "register", "level"],
        fields: &[
            ("nsf", &["codensf"]),
            ("school", &["codescolarite"]),
            ("type_short", &["sigletypeformation"]),
            ("type_label", &["libelletypeformation"]),
            ("label", &["libelleformationprincipal"]),
            ("short", &["sigleformation"]),
            ("months", &["duree"]),
            ("exit_level", &["niveaudesortieindicatif"]),
            ("register", &["codercnp", "coderncp"]),
            ("level", &["niveaudecertification"]),
            ("level_label", &["libelleniveaudecertification"]),
            ("authority", &["tutelle"]),
            ("address", &["urletidonisep"]),
            ("domain", &["domainesousdomaine"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::OnisepBridge,
        required: &["diploma", "training"],
        fields: &[
            ("diploma", &["certifinfociidentifiant"]),
            ("level", &["ciniveaueuropeen"]),
            ("type_label", &["ciintituletypediplome"]),
            ("label", &["ciintitule"]),
            ("certifier", &["cicertifiant"]),
            ("register", &["cicoderncp"]),
            ("school", &["cicodescolarite"]),
            ("register_label", &["rncpintitule"]),
            ("training", &["ideoidentifiantformation"]),
            ("training_label", &["ideolibellecompletformation"]),
            ("status", &["statut"]),
        ],
        ..PLAIN
    },
    Layout {
        kind: Kind::ApprenticeshipCatalogue,
        required: &["id", "commune", "rncp"],
        fields: &[
            ("id", &["cleministereeducatif"]),
            ("title", &["onisepintitule", "rncpintitule", "intitulelong", "intitulecourt"]),
            ("education", &["cfd"]),
            ("commune", &["codecommuneinsee"]),
            ("rncp", &["rncpcode"]),
            ("capacity", &["capacite"]),
            ("years", &["duree"]),
            ("year", &["annee"]),
            ("provider", &["etablissementformateurentrepriseraisonsociale"]),
            ("provider_siret", &["etablissementformateursiret"]),
            ("remote", &["entierementadistance"]),
            ("starts", &["datedebut"]),
            ("ends", &["datefin"]),
        ],
        ..PLAIN
    },
];

fn is_naf(text: &str) -> bool {
    text.len() >= 5 && Naf::new(text).is_ok()
}
