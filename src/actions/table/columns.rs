//! Columns of a block of cells, and the titles that they are known by.

use crate::model::fold;

/// What a block is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    Contributions,
    Actions,
    Indicators,
    Measures,
    /// What is planned and realised, from the places to a year later.
    Places,
    Actors,
    Levers,
    Targets,
    Waves,
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
    SameAs "same-as" ["dit la meme chose que", "regroupee sous", "says the same as", "under"],
    Milestones "milestones" ["jalons", "jalon", "milestones", "milestone"],
    Planned "planned" ["places prevues", "prevu", "places planned", "planned"],
    Indicators "indicators" ["indicateurs", "indicators"],
    Programme "programme" ["programme", "formation", "training programme"],
    OfIndicator "of-indicator" ["indicateur", "indicator"],
    MeasuredOn "measured-on" ["date", "au", "le", "on"],
    Value "value" ["valeur", "mesure", "value", "measure"],
    Note "note" ["note", "remarque", "remark"],
    Side "side" ["prevu ou realise", "nature", "planned or realised"],
    Opened "opened" ["places ouvertes", "ouvertes", "places opened", "opened"],
    Entered "entered" ["entres en formation", "entres", "entered training", "entered"],
    Completed "completed" ["alles au bout", "aboutis", "completed"],
    Employed6 "employed-6" ["en emploi a six mois", "a six mois", "in employment at six months"],
    There12 "there-12" ["toujours la a douze mois", "a douze mois", "still there at twelve months"],
    Reason "reason" ["raison de l'ecart", "raison", "reason of the gap", "reason"],
    ActorName "actor-name" ["acteur", "nom", "actor", "name"],
    ActorKind "actor-kind" ["type d'acteur", "type", "nature", "kind of actor", "kind"],
    Can "can" ["ce qu'il peut faire", "peut faire", "what it can do", "can"],
    Contact "contact" ["contact"],
    Capacity "capacity" ["actions a la fois", "capacite", "actions at once", "capacity"],
    Levers "levers" ["leviers", "levers"],
    LeverName "lever-name" ["levier", "nom", "lever", "name"],
    TargetName "target-name" ["cible", "nom", "target", "name"],
    WaveName "wave-name" ["temps de travail", "temps", "nom", "time", "wave", "name"],
    Next "next" ["prochaine mesure", "next measure", "next"],
}

impl Sheet {
    pub const ALL: [Self; 9] = [
        Self::Contributions,
        Self::Actions,
        Self::Indicators,
        Self::Measures,
        Self::Places,
        Self::Actors,
        Self::Levers,
        Self::Targets,
        Self::Waves,
    ];

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
                Column::SameAs,
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
                Column::Milestones,
                Column::Budget,
                Column::Planned,
                Column::Indicators,
                Column::Programme,
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
            Self::Measures => &[
                Column::Id,
                Column::OfIndicator,
                Column::MeasuredOn,
                Column::Value,
                Column::Source,
                Column::Note,
            ],
            Self::Places => &[
                Column::Id,
                Column::Action,
                Column::Side,
                Column::MeasuredOn,
                Column::Opened,
                Column::Entered,
                Column::Completed,
                Column::Employed6,
                Column::There12,
                Column::Source,
                Column::Reason,
            ],
            Self::Actors => &[
                Column::Id,
                Column::ActorName,
                Column::ActorKind,
                Column::Can,
                Column::Contact,
                Column::Capacity,
                Column::Levers,
            ],
            Self::Levers => &[Column::Id, Column::LeverName, Column::Note],
            Self::Targets => &[Column::Id, Column::TargetName],
            Self::Waves => &[Column::Id, Column::WaveName, Column::Begins, Column::Ends],
        }
    }

    /// The one that a row cannot do without.
    pub const fn needed(self) -> Column {
        match self {
            Self::Contributions => Column::Text,
            Self::Actions => Column::Title,
            Self::Indicators => Column::Name,
            Self::Measures => Column::Value,
            Self::Places => Column::Action,
            Self::Actors => Column::ActorName,
            Self::Levers => Column::LeverName,
            Self::Targets => Column::TargetName,
            Self::Waves => Column::WaveName,
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
