//! Columns of a block of cells, and the titles that they are known by.

use crate::model::fold;

/// What a block is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    Contributions,
    Actions,
    Indicators,
}

macro_rules! columns {
    ($($name:ident $id:literal [$($title:literal),*],)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Column {
            $($name,)*
        }

        impl Column {
            /// In the catalogs (`plan-column-…`).
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// Titles that it is known by, folded, beside those of the catalogs.
            const fn titles(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($title),*],)* }
            }
        }
    };
}

columns! {
    Id "id" ["id", "identifiant", "identifier"],
    Question "question" ["question"],
    Table "table" ["table", "n° de table", "numero de table", "table number"],
    Text "text" ["proposition", "contribution", "texte", "proposal", "text", "idee"],
    Practice "practice" ["pratique", "practice", "existante ou nouvelle", "existing or new"],
    Occurrences "occurrences" ["occurrences", "occurrence", "nombre", "count", "times"],
    Priority "priority" ["priorite", "prioritaire", "gommette", "priority", "sticker"],
    Lever "lever" ["levier", "lever"],
    Action "action" ["action"],
    Occupation "occupation" ["metier", "occupation"],
    Title "title" ["action", "titre", "intitule", "title"],
    Objective "objective" ["objectif", "objective"],
    Targets "targets" ["cibles", "cible", "public", "publics", "targets", "target"],
    Occupations "occupations" ["metiers", "metier", "occupations", "occupation"],
    Sectors "sectors" ["secteurs", "secteur", "sectors", "sector"],
    Wave "wave" ["temps", "temps de travail", "vague", "time", "wave"],
    Lead "lead" ["chef de file", "pilote", "lead", "leader"],
    Partners "partners" ["partenaires", "partenaire", "partners", "partner"],
    Group "group" ["groupe projet", "groupe de projet", "groupe", "project group", "group"],
    Begins "begins" ["debut", "begins", "start", "from"],
    Ends "ends" ["fin", "echeance", "ends", "end", "until"],
    Budget "budget" ["budget", "financement", "financements", "funding"],
    Status "status" ["etat", "statut", "avancement", "status"],
    Risks "risks" ["risques", "risque", "risks", "risk"],
    Notes "notes" ["notes", "remarques", "note", "remarks"],
    Name "name" ["indicateur", "nom", "indicator", "name"],
    Kind "kind" ["type", "nature", "kind"],
    Definition "definition" ["definition"],
    Source "source" ["source"],
    Unit "unit" ["unite", "unit"],
    Baseline "baseline" ["valeur de depart", "depart", "reference", "baseline"],
    BaselineOn "baseline-on" ["date de depart", "date de reference", "baseline date"],
    Target "target" ["cible", "valeur cible", "target"],
    TargetOn "target-on" ["date de la cible", "echeance", "target date"],
    Direction "direction" ["sens", "direction"],
    Owner "owner" ["responsable", "qui mesure", "owner"],
    EveryMonths "every-months" ["tous les (mois)", "rythme (mois)", "every (months)", "months"],
    Next "next" ["prochaine mesure", "next measure", "next"],
}

impl Sheet {
    pub const ALL: [Self; 3] = [Self::Contributions, Self::Actions, Self::Indicators];

    /// In the order of writing.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Contributions => &[
                Column::Id,
                Column::Question,
                Column::Table,
                Column::Text,
                Column::Practice,
                Column::Occurrences,
                Column::Priority,
                Column::Lever,
                Column::Action,
                Column::Occupation,
            ],
            Self::Actions => &[
                Column::Id,
                Column::Title,
                Column::Objective,
                Column::Lever,
                Column::Targets,
                Column::Occupations,
                Column::Sectors,
                Column::Wave,
                Column::Lead,
                Column::Partners,
                Column::Group,
                Column::Begins,
                Column::Ends,
                Column::Budget,
                Column::Status,
                Column::Practice,
                Column::Risks,
                Column::Notes,
            ],
            Self::Indicators => &[
                Column::Id,
                Column::Name,
                Column::Kind,
                Column::Definition,
                Column::Source,
                Column::Unit,
                Column::Baseline,
                Column::BaselineOn,
                Column::Target,
                Column::TargetOn,
                Column::Direction,
                Column::Owner,
                Column::EveryMonths,
                Column::Next,
            ],
        }
    }

    /// The one that a row cannot do without.
    pub const fn needed(self) -> Column {
        match self {
            Self::Contributions => Column::Text,
            Self::Actions => Column::Title,
            Self::Indicators => Column::Name,
        }
    }

    /// The column of a title, whatever its case, accents and spaces.
    pub fn column(self, title: &str) -> Option<Column> {
        let words: Vec<String> =
            title.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        let title = words.join(" ");
        self.columns().iter().copied().find(|column| column.titles().contains(&title.as_str()))
    }
}
