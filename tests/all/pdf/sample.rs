//! A paper with all that a paper may hold, in French words of the length that French words have.

use bassin::model::{Date, Language};
use bassin::report::citation::{FigureId, RowMark};
use bassin::report::paper::{
    Block, Fact, Grid, GridColumn, GridRow, Inline, Kind, Look, Paper, Picture, Tone,
};
use resvg::{tiny_skia, usvg};
use std::fmt::Write as _;

const LABELS: [&str; 25] = [
    "Agents d’entretien de locaux (y compris ATSEM)",
    "Aides à domicile, aides ménagères, travailleuses familiales",
    "Aides-soignants (aides médico-psychologiques, auxiliaires de puériculture, assistants médicaux)",
    "Ouvriers non qualifiés de l’emballage et manutentionnaires",
    "Serveurs de cafés, de restaurants et commis",
    "Maçons, plâtriers, carreleurs (ouvriers qualifiés)",
    "Techniciens et agents de maîtrise de la maintenance et de l’environnement",
    "Conducteurs routiers et grands routiers",
    "Infirmiers, cadres infirmiers et puéricultrices",
    "Professionnels de l’animation socioculturelle (animateurs et directeurs)",
    "Cuisiniers",
    "Viticulteurs, arboriculteurs salariés",
    "Éleveurs salariés (hors volailles)",
    "Charcutiers, bouchers",
    "Employés de libre-service",
    "Secrétaires bureautiques et assimilés (y compris secrétaires médicales)",
    "Ingénieurs et cadres d’études, recherche et développement en informatique",
    "Chefs de chantier, conducteurs de travaux (non cadres)",
    "Menuisiers et ouvriers qualifiés de l’agencement et de l’isolation",
    "Plombiers, chauffagistes (ouvriers qualifiés)",
    "Électriciens du bâtiment",
    "Couvreurs",
    "Soudeurs",
    "Mécaniciens et électroniciens de véhicules",
    "Bûcherons, sylviculteurs salariés et agents forestiers",
];

pub fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Words(text.to_owned())]
}

fn figure(shown: &str, key: &str) -> Inline {
    Inline::Figure { shown: shown.to_owned(), id: FigureId::of("needs", key, shown) }
}

/// Words with figures between bars: `dont |61 %| difficiles`, strong words between stars.
fn said(text: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    for (at, part) in text.split('|').enumerate() {
        if at % 2 == 1 {
            out.push(figure(part, text));
            continue;
        }
        for (at, part) in part.split('*').enumerate() {
            let part = part.to_owned();
            out.push(if at % 2 == 1 { Inline::Strong(part) } else { Inline::Words(part) });
        }
    }
    out
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

fn paragraph() -> Block {
    Block::Text(said(
        "Sur le bassin d’Aurillac, les employeurs prévoient |1\u{202f}894| projets de recrutement en 2025, dont |61\u{202f}%| jugés difficiles (intervalle à 80\u{202f}%\u{a0}: |58–64\u{202f}%|). Les métiers de l’aide à domicile, du soin et de la maintenance industrielle concentrent à eux seuls |43\u{202f}%| de ces difficultés, alors que l’offre de formation à portée de quarante-cinq minutes n’en couvre qu’une partie\u{202f}; l’écart indicatif entre besoins et entrants s’établit à |132| personnes par an, sans que l’on puisse en conclure que la formation suffise\u{a0}: pour |7| métiers sur |25|, *ce sont d’abord les conditions d’emploi* qui sont en cause.",
    ))
}

fn occupations() -> Grid {
    let column =
        |title: &str, weight, number| GridColumn { title: title.to_owned(), weight, number };
    let row = |(at, label): (usize, &&str)| {
        let (projects, hard) = (1_900 - 73 * at, 20 + (at * 37) % 75);
        let projects = match projects / 1_000 {
            0 => projects.to_string(),
            thousands => format!("{thousands}\u{202f}{:03}", projects % 1_000),
        };
        let confidence = match at % 3 {
            0 => "forte",
            1 => "moyenne",
            _ => "à vérifier",
        };
        GridRow {
            mark: Some(RowMark::of("needs", label)),
            cells: vec![
                words(&(at + 1).to_string()),
                words(label),
                vec![figure(&projects, label)],
                vec![figure(&format!("{hard}\u{202f}%"), label)],
                vec![figure(&format!("{}–{}\u{202f}%", hard - 9, hard + 4), label)],
                vec![figure(&format!("{},{}", at % 9, at % 7), label)],
                words(confidence),
            ],
            strong: false,
            tall: false,
        }
    };
    let mut rows: Vec<GridRow> = LABELS.iter().enumerate().map(row).collect();
    rows.push(GridRow {
        mark: Some(RowMark::of("needs", "all")),
        cells: vec![
            Vec::new(),
            words("Ensemble du territoire"),
            vec![figure("12\u{202f}873", "all")],
            vec![figure("61\u{202f}%", "all")],
            vec![figure("58–64\u{202f}%", "all")],
            vec![figure("3,4", "all")],
            Vec::new(),
        ],
        strong: true,
        tall: false,
    });
    Grid {
        caption: "Métiers du bassin d’Aurillac par nombre de projets difficiles, avec l’intervalle de leur part et le degré de confiance du diagnostic, 2025".to_owned(),
        columns: vec![
            column("Rang", 0.5, true),
            column("Métier (FAP 2021)", 4.2, false),
            column("Projets", 1.0, true),
            column("Part difficile", 1.0, true),
            column("Intervalle à 80\u{202f}%", 1.25, true),
            column("Pression", 1.0, true),
            column("Confiance", 1.15, false),
        ],
        rows,
        note: words("Lecture\u{a0}: sur 100 projets d’aides à domicile, 86 sont jugés difficiles par l’employeur. Source\u{a0}: France Travail, enquête Besoins en Main-d’Œuvre 2025\u{202f}; une cellule masquée (*) compte de 1 à 4."),
    }
}

fn sources() -> Grid {
    let row = |cells: [&str; 4]| GridRow {
        mark: None,
        cells: cells.iter().map(|cell| words(cell)).collect(),
        strong: false,
        tall: false,
    };
    let column =
        |title: &str, weight, number| GridColumn { title: title.to_owned(), weight, number };
    Grid {
        caption: "Sources chargées".to_owned(),
        columns: vec![
            column("Source", 3.0, false),
            column("Millésime", 1.0, true),
            column("Lignes lues", 1.0, true),
            column("Refusées", 1.0, true),
        ],
        rows: vec![
            row(["Enquête Besoins en Main-d’Œuvre", "2025", "48\u{202f}213", "0"]),
            row(["Tensions sur le marché du travail", "2024", "9\u{202f}120", "3"]),
        ],
        note: words("Rien n’est écarté en silence\u{a0}: lues = gardées + refusées + vides."),
    }
}

fn bars() -> Picture {
    let mut svg = String::from(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 300" width="760" height="300" font-family="sans-serif" fill="#1E1E1E"><defs><pattern id="masked" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#FFFFFF"/><path d="M-1,8 L8,-1 M-1,1 L1,-1 M6,8 L8,6" stroke="#6A6A6A" stroke-width="1.3"/></pattern></defs>"##,
    );
    for (at, label) in LABELS.iter().take(9).enumerate() {
        let (y, width) = (10 + at * 32, 460 - at * 38);
        let fill = if at == 3 { "url(#masked)" } else { "#1F4E79" };
        let label: String = label.chars().take(30).collect();
        let _ = write!(
            svg,
            r##"<text x="220" y="{}" font-size="14" text-anchor="end">{label}</text><rect x="230" y="{y}" width="{width}" height="20" fill="{fill}" stroke="#1F4E79" stroke-width="0.6"/><text x="{}" y="{}" font-size="14" font-weight="600">{}</text>"##,
            y + 15,
            238 + width,
            y + 15,
            97 - at * 8
        );
    }
    svg.push_str("</svg>");
    Picture {
        svg,
        ratio: 760.0 / 300.0,
        width: 1.0,
        alt: "Barres : projets difficiles par métier".to_owned(),
        caption: "Projets difficiles des neuf premiers métiers\u{202f}; hachuré\u{a0}: une cellule masquée".to_owned(),
    }
}

fn facts() -> Block {
    let fact = |shown: &str, label: &str, beneath: &str| Fact {
        figure: figure(shown, label),
        label: label.to_owned(),
        beneath: said(beneath),
    };
    Block::Facts(vec![
        fact("1\u{202f}894", "projets de recrutement", "2025, employeurs répondants"),
        fact("61\u{202f}%", "jugés difficiles", "intervalle |58–64\u{202f}%|"),
        fact("9", "métiers en tension sûre", "sur |25| observés"),
        fact("132", "personnes manquent par an", "écart indicatif, de |85| à |190|"),
    ])
}

/// A PNG of 600 × 200 points.
pub fn logo() -> Vec<u8> {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="600" height="200"><circle cx="10" cy="10" r="8" fill="#1f4e79"/><rect x="23" y="6" width="34" height="8" fill="none" stroke="#1f4e79" stroke-width="1.5"/></svg>"##;
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).unwrap();
    let mut pixels = tiny_skia::Pixmap::new(600, 200).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().unwrap()
}

/// Three or four pages.
pub fn rich() -> Paper {
    let callout = |tone, title: &str, words: &str| Block::Callout {
        tone,
        title: title.to_owned(),
        words: said(words),
    };
    let items = [
        "Aides à domicile\u{a0}: |83| projets difficiles sur |97|, dans des conditions d’emploi qui expliquent l’essentiel des difficultés (temps partiel subi, déplacements non indemnisés)\u{202f};",
        "Techniciens de maintenance\u{a0}: |41| projets, aucune certification à portée\u{202f};",
        "Aides-soignants\u{a0}: l’entrée en institut est le goulot.",
    ];
    Paper {
        kind: Kind::Note,
        name: "note_Aurillac".to_owned(),
        title: "Note de diagnostic emploi et compétences\u{a0}: bassin d’emploi d’Aurillac"
            .to_owned(),
        subtitle: "Quels métiers sont en tension, avec quelle certitude et pourquoi".to_owned(),
        language: Language::French,
        as_of: Date::new(2026, 3, 12).unwrap(),
        look: Look {
            organisation: "Maison de l’emploi et de la formation du Cantal".to_owned(),
            logo: Some((logo(), "Logo de la Maison de l’emploi".to_owned())),
            ..Look::default()
        },
        blocks: vec![
            Block::Lead(said(
                "Neuf métiers sont en tension sûre sur le bassin d’Aurillac\u{a0}: |4| relèvent d’abord de la formation, |3| des conditions d’emploi, |2| d’un manque de candidats que rien ne forme à portée.",
            )),
            facts(),
            heading(1, "Ce que disent les employeurs"),
            paragraph(),
            Block::Text(said(
                "*Une cellule masquée n’est pas un zéro\u{202f};* c’est un intervalle, et les totaux en portent les bornes. Le libellé de la profession anticonstitutionnellement réglementée se coupe en fin de ligne.",
            )),
            heading(2, "Les métiers sous tension, et jusqu’où on en est sûr"),
            paragraph(),
            Block::List(items.iter().map(|item| said(item)).collect()),
            Block::Table(occupations()),
            callout(
                Tone::Advice,
                "À proposer au comité de programmation",
                "Ouvrir |2| sessions de douze places de technicien de maintenance industrielle au lycée professionnel, et étendre la préparation à l’entrée en institut d’aides-soignants\u{a0}: |26| personnes de plus par an resteraient sur le territoire.",
            ),
            callout(
                Tone::Limit,
                "Ce que ces chiffres ne disent pas",
                "«\u{a0}Difficile\u{a0}» n’est jamais «\u{a0}non pourvu\u{a0}»\u{a0}: c’est une prévision de l’employeur. Les projets des établissements qui n’ont pas répondu sont estimés, et les bassins voisins recrutent les mêmes personnes.",
            ),
            heading(
                1,
                "Pourquoi ces tensions, et ce que la formation peut y faire dans les trois ans qui viennent",
            ),
            paragraph(),
            heading(2, "Des causes qui se cumulent : l’été"),
            paragraph(),
            Block::Picture(bars()),
            paragraph(),
            heading(3, "Aides à domicile"),
            paragraph(),
            heading(3, "Maintenance"),
            paragraph(),
            Block::Table(sources()),
            Block::Small(words(
                "Bases\u{a0}: projets de recrutement déclarés par les établissements répondants, redressés par secteur et taille. Les intervalles sont à 80\u{202f}%. Les numéros gris renvoient à la ligne du classeur joint\u{202f}; «\u{a0}bassin trace\u{a0}» en donne la source.",
            )),
        ],
    }
}
