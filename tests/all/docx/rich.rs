//! Two papers of a territory that does not exist, as long and as varied as real ones.

use bassin::report::citation::{FigureId, RowMark};
use bassin::report::paper::{
    Block, Fact, Grid, GridColumn, GridRow, Inline, Kind, Look, Paper, Picture, Tone,
};
use std::fmt::Write as _;

const NB: char = '\u{a0}';
const NARROW: char = '\u{202f}';

/// Occupation, projects, share judged difficult, interval, status.
const ROWS: [(&str, u32, u32, &str, &str); 25] = [
    (
        "Aides-soignants, aides médico-psychologiques, auxiliaires de vie",
        412,
        83,
        "79–87",
        "Tension",
    ),
    ("Aides à domicile et aides ménagères", 386, 81, "76–85", "Tension"),
    ("Conducteurs routiers et grands routiers", 174, 78, "71–84", "Tension"),
    ("Ouvriers qualifiés de la maintenance en mécanique", 96, 76, "66–84", "Tension"),
    ("Maçons, plâtriers et carreleurs qualifiés", 158, 74, "67–80", "Tension"),
    ("Infirmiers, cadres infirmiers et puéricultrices", 121, 73, "64–80", "Tension"),
    ("Cuisiniers", 203, 71, "64–77", "Tension"),
    ("Soudeurs", 48, 70, "55–82", "À vérifier"),
    ("Bouchers, charcutiers, boulangers et pâtissiers", 87, 69, "58–78", "Tension"),
    ("Techniciens en électricité et en électronique", 52, 67, "53–79", "À vérifier"),
    ("Plombiers, chauffagistes et couvreurs qualifiés", 91, 66, "55–75", "Tension"),
    ("Serveurs de cafés et de restaurants", 297, 63, "57–69", "Tension"),
    ("Éleveurs salariés et ouvriers de l’élevage", 64, 61, "48–72", "À vérifier"),
    ("Professionnels de l’animation socioculturelle", 143, 58, "49–66", "Hors tension"),
    ("Ouvriers non qualifiés des industries agroalimentaires", 231, 54, "47–61", "Hors tension"),
    ("Agents d’entretien de locaux", 268, 52, "46–58", "Hors tension"),
    ("Vendeurs en produits alimentaires", 182, 47, "39–54", "Hors tension"),
    ("Employés de libre-service", 164, 44, "36–52", "Hors tension"),
    ("Secrétaires bureautiques et assimilés", 88, 39, "29–50", "Hors tension"),
    ("Agents d’accueil et d’information", 73, 36, "26–48", "Hors tension"),
    (
        "Ouvriers non qualifiés de l’emballage et manutentionnaires",
        195,
        34,
        "28–41",
        "Hors tension",
    ),
    ("Jardiniers et viticulteurs salariés", 59, 32, "21–45", "Hors tension"),
    ("Employés administratifs d’entreprise", 66, 29, "19–41", "Hors tension"),
    ("Artistes et professionnels de l’information", 41, 22, "12–37", "Hors tension"),
    ("Agriculteurs salariés, toutes productions végétales", 38, 21, "11–36", "Hors tension"),
];

fn words(text: &str) -> Inline {
    Inline::Words(text.into())
}

fn figure(shown: &str, key: &str, column: &str) -> Inline {
    Inline::Figure { shown: shown.into(), id: FigureId::of("diagnostic", key, column) }
}

fn percent(value: u32) -> String {
    format!("{value}{NARROW}%")
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn column(title: &str, weight: f32, number: bool) -> GridColumn {
    GridColumn { title: title.into(), weight, number }
}

fn paper(name: &str, title: &str, subtitle: &str, blocks: Vec<Block>) -> Paper {
    Paper {
        kind: Kind::Note,
        name: name.into(),
        title: title.into(),
        subtitle: subtitle.into(),
        language: bassin::model::Language::French,
        as_of: "2026-03-01".parse().unwrap(),
        look: Look {
            organisation: "Maison de l’emploi et de la formation du Haut-Pays".into(),
            logo: Some((logo(), "Maison de l’emploi et de la formation".into())),
            ..Look::default()
        },
        blocks,
    }
}

/// Three bars in a square.
fn logo() -> Vec<u8> {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 36 20\" width=\"36\" \
               height=\"20\"><rect x=\"0\" y=\"8\" width=\"8\" height=\"12\" fill=\"#1F4E79\"/>\
               <rect x=\"11\" y=\"0\" width=\"8\" height=\"20\" fill=\"#1F4E79\"/>\
               <rect x=\"22\" y=\"4\" width=\"8\" height=\"16\" fill=\"#8FAECB\"/></svg>";
    bassin::report::drawing::png(svg, 3.0).unwrap()
}

/// Bars with their intervals, in the one family of letters that pictures have.
fn bars(rows: usize) -> Picture {
    let height = 92 + 34 * rows;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 {height}\" width=\"1000\" \
         height=\"{height}\" font-family=\"sans-serif\" fill=\"#1E1E1E\"><rect width=\"100%\" \
         height=\"100%\" fill=\"#FFFFFF\"/><text x=\"0\" y=\"22\" font-size=\"19\">Part des \
         projets de recrutement jugés difficiles</text>"
    );
    for (at, (label, _, share, ..)) in ROWS.iter().take(rows).enumerate() {
        let label: String = label.chars().take(46).collect();
        let (y, width) = (52 + 34 * at, 5 * share);
        write!(
            svg,
            "<text x=\"0\" y=\"{}\" font-size=\"15\">{label}</text><rect x=\"390\" y=\"{y}\" \
             width=\"{width}\" height=\"20\" fill=\"#1F4E79\"/><text x=\"{}\" y=\"{}\" \
             font-size=\"15\">{share}{NARROW}%</text>",
            y + 15,
            398 + width,
            y + 15
        )
        .unwrap();
    }
    write!(
        svg,
        "<text x=\"0\" y=\"{}\" font-size=\"13\" fill=\"#595959\">Source{NB}: enquête fictive, \
         2026. Base{NB}: établissements qui prévoient une embauche.</text></svg>",
        height - 12
    )
    .unwrap();
    Picture {
        svg,
        ratio: 1.4,
        width: 1.0,
        alt: format!("Barres{NB}: {} en tête, avec {}", ROWS[0].0, percent(ROWS[0].2)),
        caption: "Les dix métiers où recruter est le plus difficile".into(),
    }
}

fn row(key: &str, texts: Vec<Vec<Inline>>, strong: bool) -> GridRow {
    GridRow { mark: Some(RowMark::of("diagnostic", key)), cells: texts, strong, tall: false }
}

fn occupations() -> Grid {
    let mut rows: Vec<GridRow> = ROWS
        .iter()
        .map(|(label, projects, share, interval, status)| {
            let cells = vec![
                vec![words(label)],
                vec![figure(&projects.to_string(), label, "projects")],
                vec![figure(&percent(*share), label, "difficult")],
                vec![words(&format!("{interval}{NARROW}%"))],
                vec![words(status)],
            ];
            row(label, cells, false)
        })
        .collect();
    let total: u32 = ROWS.iter().map(|row| row.1).sum();
    let cells = vec![
        vec![words("Ensemble")],
        vec![figure(&format!("{}{NARROW}{:03}", total / 1_000, total % 1_000), "all", "projects")],
        vec![figure(&percent(62), "all", "difficult")],
        vec![words(&format!("60–64{NARROW}%"))],
        vec![],
    ];
    rows.push(row("all", cells, true));
    Grid {
        caption: "Projets de recrutement et difficultés par métier, bassin du Haut-Pays, 2026"
            .into(),
        columns: vec![
            column("Métier", 4.4, false),
            column("Projets de recrutement", 1.5, true),
            column("Part jugée difficile", 1.2, true),
            column("Intervalle à 80\u{202f}%", 1.3, true),
            column("Statut", 1.3, false),
        ],
        rows,
        note: vec![words(&format!(
            "Lecture{NB}: sur les projets d’embauche d’aides-soignants, la part jugée difficile \
             est donnée avec son intervalle. Source{NB}: enquête fictive, 2026."
        ))],
    }
}

fn offers() -> Grid {
    let line = |key: &str, title: &str, body: &str, places: &str| {
        let cells =
            vec![vec![words(title)], vec![words(body)], vec![figure(places, key, "places")]];
        row(key, cells, false)
    };
    Grid {
        caption: "Formations continues à portée du bassin".into(),
        columns: vec![
            column("Formation", 3.0, false),
            column("Organisme", 2.0, false),
            column("Places par an", 1.0, true),
        ],
        rows: vec![
            line(
                "f1",
                "Diplôme d’État d’aide-soignant",
                "Institut de formation du Haut-Pays",
                "24",
            ),
            line(
                "f2",
                "Titre professionnel conducteur du transport routier",
                "Centre de Vallières",
                "16",
            ),
            line(
                "f3",
                "CQP soudeur industriel",
                "Pôle formation des industries technologiques",
                "8",
            ),
        ],
        note: vec![],
    }
}

fn facts() -> Block {
    let fact = |shown: String, key: &str, label: &str, beneath: &str| Fact {
        figure: figure(&shown, key, "value"),
        label: label.into(),
        beneath: vec![words(beneath)],
    };
    Block::Facts(vec![
        fact(format!("3{NARROW}537"), "hires", "projets de recrutement en 2026", "hors intérim"),
        fact(
            percent(62),
            "difficult",
            "jugés difficiles par les employeurs",
            &format!("60–64{NARROW}% à 80{NARROW}%"),
        ),
        fact("11".into(), "tense", "métiers en tension", "sur 25 qui ont assez de réponses"),
        fact("186".into(), "gap", "personnes formées de moins qu’il n’en faut", "par an, 120–250"),
    ])
}

/// A long note: every kind of block, a table over two pages.
pub fn note() -> Paper {
    let blocks = vec![
        Block::Lead(vec![
            words("Dans le Haut-Pays, "),
            figure("11", "tense", "value"),
            words(" métiers sont en tension. Pour "),
            figure("4", "trainable", "value"),
            words(" d’entre eux seulement, former davantage y répondrait ; ailleurs, les conditions d’emploi sont d’abord en cause.".replace(" ;", "\u{202f};").as_str()),
        ]),
        facts(),
        heading(1, "Ce qui est tendu"),
        Block::Text(vec![
            words("Les employeurs annoncent "),
            figure(&format!("3{NARROW}537"), "all", "projects"),
            words(" projets de recrutement pour 2026, dont "),
            figure(&percent(62), "all", "difficult"),
            words(" jugés difficiles. "),
            Inline::Strong("La santé et l’aide à domicile pèsent le quart des projets.".into()),
            words(" La difficulté y tient à la pénibilité, aux horaires et aux déplacements autant qu’au manque de candidats formés, ce que disent les employeurs comme les organismes."),
        ]),
        Block::Picture(bars(10)),
        Block::Small(vec![words("Les barres de moins de cinquante projets se lisent avec leur intervalle, donné au tableau qui suit.")]),
        heading(2, "Métier par métier"),
        Block::Text(vec![words("Le tableau classe les métiers par part jugée difficile. Un métier est « à vérifier » quand son intervalle franchit le seuil.")]),
        Block::Table(occupations()),
        heading(1, "Ce que former peut changer"),
        Block::Text(vec![words(&format!("Trois leviers de formation continue sont à la mesure du bassin{NB}:"))]),
        Block::List(vec![
            vec![Inline::Strong("Aides-soignants".into()), words(&format!("{NB}: un groupe de plus par an, soit ")), figure("12", "f1", "more"), words(" places, en parcours partiel pour les auxiliaires de vie déjà en poste, dont l’expérience couvre une partie du référentiel.")],
            vec![Inline::Strong("Conducteurs routiers".into()), words(&format!("{NB}: deux sessions courtes, permis compris."))],
            vec![Inline::Strong("Maintenance".into()), words(&format!("{NB}: une adaptation de 70 heures, mutualisée entre employeurs."))],
        ]),
        Block::Callout {
            tone: Tone::Advice,
            title: "Décider avant l’été".into(),
            words: vec![words("Une session certifiante demande "), figure("26", "lead", "weeks"), words(" semaines de préparation. Pour ouvrir en janvier, l’accord de financement est à obtenir avant la fin du mois de juin.")],
        },
        heading(2, "L’offre à portée"),
        Block::Table(offers()),
        heading(1, "Ce qui n’est pas affaire de formation"),
        Block::Text(vec![words("Quand les candidats formés existent et ne restent pas, ouvrir des places nourrit le départ. Les causes dites par les employeurs sont alors le logement, les horaires coupés et la saison.")]),
        heading(3, "Hôtellerie et restauration"),
        Block::Text(vec![words("Les sortants de formation sont deux fois plus nombreux que les postes, et la part de ceux qui quittent le métier en deux ans est élevée.")]),
        Block::Callout {
            tone: Tone::Limit,
            title: "Ce que l’enquête ne dit pas".into(),
            words: vec![words("Les établissements de moins de cinq salariés ont peu répondu. Les figures de moins de cinq réponses sont masquées, et leurs totaux sont donnés avec des bornes.".replace("figures", "chiffres").as_str())],
        },
        heading(1, "Méthode en une page"),
        Block::Text(vec![words("Les réponses sont redressées par taille et secteur. L’intervalle à 80 % est obtenu par rééchantillonnage ; il dit l’aléa de l’enquête, non ses biais.".replace(" %", "\u{202f}%").replace(" ;", "\u{202f};").as_str())]),
        heading(1, "Limites"),
        Block::List(vec![
            vec![words("Une intention d’embauche n’est pas une embauche.")],
            vec![words("Le bassin n’est pas clos : on y vient et l’on en part chaque jour.".replace(" :", "\u{a0}:").as_str())],
        ]),
    ];
    paper(
        "note_haut_pays",
        "Note de diagnostic des besoins en compétences",
        "Bassin d’emploi du Haut-Pays, situation au 1er mars 2026",
        blocks,
    )
}

/// Five parts on one page and a long title, without a picture.
pub fn sheet() -> Paper {
    let mut blocks = vec![facts()];
    for (at, part) in
        ["Le métier", "La tension", "Les causes", "L’offre", "La suite"].iter().enumerate()
    {
        blocks.push(heading(1, part));
        let cited = figure(&(at + 2).to_string(), part, "value");
        blocks.push(Block::Text(vec![
            words("Sur ce point, "),
            cited,
            words(" constats sont faits avec les employeurs."),
        ]));
    }
    blocks.push(Block::Table(offers()));
    blocks.push(Block::PageBreak);
    blocks.push(Block::Small(vec![words("Page de garde des sources.")]));
    paper(
        "fiche",
        "Ouvriers qualifiés de la maintenance en mécanique, électricité, électronique et automatismes industriels",
        "Fiche métier",
        blocks,
    )
}
