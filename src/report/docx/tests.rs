use super::*;
use crate::report::citation::{FigureId, RowMark};
use crate::report::paper::{Fact, GridColumn, GridRow, Inline, Kind, Look, Picture, Tone};
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

/// Markup, an instruction, a null and an override of direction, as a user may type them.
const HOSTILE: &str = "</w:t></w:r>{accent}<w:fldSimple w:instr=\"DDE\"/> & ' \" \u{0}\u{202e}]]>";
/// The same, as it is read on the page.
const READ: &str = "</w:t></w:r>{accent}<w:fldSimple w:instr=\"DDE\"/> & ' \"  ]]>";

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\" width=\"20\" \
                   height=\"10\"><rect width=\"20\" height=\"10\"/></svg>";

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        kind: Kind::Note,
        name: "note".into(),
        title: "Note de diagnostic".into(),
        subtitle: "Bassin d’Aurillac".into(),
        language: Language::French,
        as_of: "2026-03-01".parse().unwrap(),
        look: Look { organisation: "Maison de l’emploi".into(), ..Look::default() },
        blocks,
    }
}

fn words(text: &str) -> Inline {
    Inline::Words(text.into())
}

fn figure(shown: &str, key: &str, column: &str) -> Inline {
    Inline::Figure { shown: shown.into(), id: FigureId::of("diagnostic", key, column) }
}

fn column(title: &str, weight: f32, number: bool) -> GridColumn {
    GridColumn { title: title.into(), weight, number }
}

fn row(key: &str, cells: Vec<Vec<Inline>>) -> GridRow {
    GridRow { mark: Some(RowMark::of("diagnostic", key)), cells, strong: false, tall: false }
}

fn grid(rows: Vec<GridRow>) -> Grid {
    let columns = vec![column("Métier", 3.0, false), column("Projets", 1.0, true)];
    Grid { caption: "Métiers".into(), columns, rows, note: Vec::new() }
}

fn picture() -> Picture {
    Picture {
        svg: SVG.into(),
        ratio: 2.0,
        width: 0.5,
        alt: "Un rectangle « plein »".into(),
        caption: "Un rectangle".into(),
    }
}

/// One of each kind.
fn every_block() -> Vec<Block> {
    let cells = vec![vec![words("Aides-soignants")], vec![figure("83", "A", "projects")]];
    vec![
        Block::Lead(vec![words("Chapô")]),
        Block::Facts(vec![Fact {
            figure: figure("1\u{202f}250", "B", "hires"),
            label: "embauches prévues".into(),
            beneath: vec![words("dont "), figure("58\u{202f}%", "B", "difficult")],
        }]),
        Block::Heading { level: 1, text: "Partie".into() },
        Block::Text(vec![words("Soit "), figure("412", "C", "projects"), words(" projets")]),
        Block::List(vec![vec![Inline::Strong("Un".into())], vec![figure("7", "D", "rank")]]),
        Block::Heading { level: 2, text: "Section".into() },
        Block::Callout {
            tone: Tone::Advice,
            title: "À faire".into(),
            words: vec![figure("3", "E", "groups")],
        },
        Block::Callout { tone: Tone::Limit, title: String::new(), words: vec![words("Limite")] },
        Block::PageBreak,
        Block::Table(grid(vec![row("A", cells)])),
        Block::Picture(picture()),
        Block::Small(vec![words("Source"), figure("2024", "F", "year")]),
    ]
}

fn catalog() -> Catalog {
    Catalog::new(Language::French).unwrap()
}

fn bytes(paper: &Paper) -> Vec<u8> {
    docx(paper, &catalog()).unwrap()
}

/// The parts of a package, in its own order.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |at| {
        let mut member = archive.by_index(at).unwrap();
        assert_eq!(member.last_modified(), Some(zip::DateTime::DEFAULT));
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).unwrap();
        (member.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn part(paper: &Paper, name: &str) -> String {
    let found = parts(&bytes(paper)).into_iter().find(|(known, _)| known == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {name}")).1).unwrap()
}

fn document(blocks: Vec<Block>) -> String {
    part(&paper(blocks), "word/document.xml")
}

/// Every value of an attribute.
fn values<'a>(text: &'a str, attribute: &str) -> Vec<&'a str> {
    let parts = text.split(attribute).skip(1);
    parts.filter_map(|rest| rest.strip_prefix("=\"")?.split('"').next()).collect()
}

/// What is read and what is computed, the marks of XML resolved.
fn read(xml: &str) -> (String, BTreeSet<String>) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut shown, mut instructions) = (String::new(), BTreeSet::new());
    let (mut within, mut instruction) = (String::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => within = start.name().as_ref().to_owned(),
            Event::End(_) => {
                if within == "w:instrText" {
                    instructions.insert(std::mem::take(&mut instruction));
                }
                within.clear();
            }
            Event::Text(text) if within == "w:t" => shown.push_str(&text),
            Event::Text(text) if within == "w:instrText" => instruction.push_str(&text),
            Event::GeneralRef(name) => {
                let letter = quick_xml::escape::resolve_predefined_entity(&name).unwrap();
                match within.as_str() {
                    "w:t" => shown.push_str(letter),
                    "w:instrText" => instruction.push_str(letter),
                    _ => {}
                }
            }
            Event::Eof => return (shown, instructions),
            _ => {}
        }
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = paper(every_block());
    assert_eq!(bytes(&paper), bytes(&paper));
}

#[test]
fn every_part_is_xml_and_every_name_leads_to_a_part() {
    let logo = resvg::tiny_skia::Pixmap::new(40, 20).unwrap().encode_png().unwrap();
    let mut paper = paper(every_block());
    paper.look.logo = Some((logo, "Le logo".into()));
    let parts = parts(&bytes(&paper));
    let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/numbering.xml",
            "word/fontTable.xml",
            "word/theme/theme1.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/header1.xml",
            "word/_rels/header1.xml.rels",
            "word/media/logo.png",
            "word/media/image1.png",
        ]
    );
    let mut texts = BTreeMap::new();
    for (name, bytes) in &parts {
        if name.starts_with("word/media/") {
            assert!(bytes.starts_with(b"\x89PNG"), "{name}");
            continue;
        }
        let text = std::str::from_utf8(bytes).unwrap();
        read(text);
        texts.insert(name.as_str(), text);
    }
    for (part, relations) in [
        ("word/document.xml", "word/_rels/document.xml.rels"),
        ("word/header1.xml", "word/_rels/header1.xml.rels"),
    ] {
        let known: BTreeSet<&str> = values(texts[relations], " Id").into_iter().collect();
        let used = [values(texts[part], "r:id"), values(texts[part], "r:embed")].concat();
        assert!(!used.is_empty() && used.iter().all(|id| known.contains(id)), "{part}: {used:?}");
        for target in values(texts[relations], "Target") {
            assert!(names.contains(&format!("word/{target}").as_str()), "{target}");
        }
    }
    for name in values(texts["[Content_Types].xml"], "PartName") {
        assert!(names.contains(&name.trim_start_matches('/')), "{name}");
    }
}

#[test]
fn every_style_is_there_under_its_name() {
    for language in Language::ALL {
        let (catalog, paper) = (Catalog::new(language).unwrap(), paper(every_block()));
        for name in OWN {
            assert!(catalog.has(&format!("docx-style-{name}")), "{name}");
        }
        let styles = styles(&paper, &catalog);
        assert!(!styles.contains('{'), "{styles}");
        let known: BTreeSet<&str> = values(&styles, "w:styleId").into_iter().collect();
        let names = values(&styles, "<w:name w:val");
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
        let texts = ["word/document.xml", "word/header1.xml", "word/footer1.xml"]
            .map(|name| part(&paper, name))
            .concat();
        for mark in ["w:pStyle w:val", "w:rStyle w:val", "w:tblStyle w:val"] {
            let used = values(&texts, mark);
            assert!(!used.is_empty(), "{mark}");
            assert!(used.iter().all(|style| known.contains(style)), "{mark}: {used:?}");
        }
        for mark in ["w:basedOn w:val", "w:next w:val"] {
            assert!(values(&styles, mark).iter().all(|style| known.contains(style)), "{mark}");
        }
    }
}

#[test]
fn the_language_is_told() {
    let mut paper = paper(every_block());
    for (language, locale, point) in
        [(Language::French, "fr-FR", ","), (Language::English, "en-GB", ".")]
    {
        paper.language = language;
        assert!(part(&paper, "word/styles.xml").contains(&format!("<w:lang w:val=\"{locale}\"")));
        let settings = part(&paper, "word/settings.xml");
        assert!(settings.contains(&format!("<w:themeFontLang w:val=\"{locale}\"")));
        assert!(settings.contains(&format!("<w:decimalSymbol w:val=\"{point}\"")));
        // No prompt on opening.
        assert!(!settings.contains("updateFields"));
        assert!(part(&paper, "docProps/core.xml").contains(locale));
    }
}

#[test]
fn properties_say_what_was_asked_and_nothing_else() {
    let check = |organisation: &str, expect: &str| {
        let mut paper = paper(Vec::new());
        paper.look.organisation = organisation.into();
        let core = part(&paper, "docProps/core.xml");
        let (_, inside) = core.split_once("instance\">").unwrap();
        let date = "xsi:type=\"dcterms:W3CDTF\">2026-03-01T00:00:00Z</dcterms:";
        assert_eq!(
            inside,
            format!(
                "<dc:title>Note de diagnostic</dc:title><dc:creator>{expect}</dc:creator>\
                 <dc:language>fr-FR</dc:language><dcterms:created {date}created>\
                 <dcterms:modified {date}modified></cp:coreProperties>"
            )
        );
    };
    check("Maison de l’emploi & Cie", "Maison de l’emploi &amp; Cie");
    check(" ", "Bassin");
}

#[test]
fn a_table_repeats_its_header_and_never_cuts_a_row() {
    let one = |key: &str| row(key, vec![vec![words("Métier")], vec![figure("12", key, "n")]]);
    let text = document(vec![Block::Table(grid((0..25).map(|n| one(&n.to_string())).collect()))]);
    assert_eq!(text.matches("<w:tr>").count(), 26);
    assert_eq!(text.matches("<w:cantSplit/>").count(), 26);
    let header = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    assert_eq!(text.matches("<w:tblHeader/>").count(), 1);
    assert!(text.contains(&format!("</w:tblGrid>{header}")));
    assert!(text.contains("<w:tblCaption w:val=\"Métiers\"/>"));
    assert!(text.contains("25 lignes\u{202f}; colonnes\u{a0}: Métier, Projets"));
    let widths = values(&text, "<w:gridCol w:w");
    let widths: Vec<u32> = widths.iter().map(|width| width.parse().unwrap()).collect();
    assert_eq!(widths.len(), 3);
    assert_eq!(widths.iter().sum::<u32>(), page::WIDTH);
    assert!(text.contains(&RowMark::of("diagnostic", "24").to_string()));
}

#[test]
fn a_picture_is_described() {
    let text = document(vec![Block::Picture(picture())]);
    assert!(text.contains("descr=\"Un rectangle « plein »\""));
    // Half of 166 millimetres, twice as wide as high.
    assert_eq!(values(&text, "<wp:extent cx"), ["2988310"]);
    assert!(text.contains("cx=\"2988310\" cy=\"1494155\""));
    let parts = parts(&bytes(&paper(vec![Block::Picture(picture())])));
    let (_, png) = parts.iter().find(|(name, _)| name == "word/media/image1.png").unwrap();
    // 300 points an inch: 83 millimetres are 980 points.
    assert_eq!(png[16..24], [980_u32.to_be_bytes(), 490_u32.to_be_bytes()].concat());
}

#[test]
fn captions_are_counted_by_fields() {
    let table = || Block::Table(grid(Vec::new()));
    let text =
        document(vec![table(), Block::Picture(picture()), table(), Block::Picture(picture())]);
    let (shown, instructions) = read(&text);
    for caption in ["Tableau\u{a0}1\u{a0}: M", "Tableau\u{a0}2\u{a0}: M", "Figure\u{a0}2\u{a0}: U"]
    {
        assert!(shown.contains(caption), "{caption}: {shown}");
    }
    let expect = [" SEQ Figure \\* ARABIC ", " SEQ Tableau \\* ARABIC "];
    assert_eq!(instructions, expect.map(str::to_owned).into());
    let ids = values(&text, "wp:docPr id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 2);
}

#[test]
fn every_figure_is_shown_with_its_name() {
    let (shown, _) = read(&document(every_block()));
    for (text, key, column) in [
        ("1\u{202f}250", "B", "hires"),
        ("58\u{202f}%", "B", "difficult"),
        ("412", "C", "projects"),
        ("7", "D", "rank"),
        ("3", "E", "groups"),
        ("2024", "F", "year"),
    ] {
        let id = FigureId::of("diagnostic", key, column);
        assert!(shown.contains(text), "{text}");
        assert!(shown.contains(&format!("\u{202f}{id}")), "{text} {id}");
    }
    // In a table, the row bears one name for all its figures.
    let id = FigureId::of("diagnostic", "A", "projects");
    assert!(shown.contains(&format!("83{}", id.row)) && !shown.contains(&id.to_string()));
}

#[test]
fn a_figure_of_another_row_bears_its_own_name() {
    let other = figure("83", "Z", "projects");
    let id = FigureId::of("diagnostic", "Z", "projects");
    let cells = vec![vec![words("Aides-soignants")], vec![other]];
    let marked = row("A", cells.clone());
    let unmarked = GridRow { mark: None, cells, strong: false, tall: false };
    for row in [marked, unmarked] {
        let (shown, _) = read(&document(vec![Block::Table(grid(vec![row]))]));
        assert!(shown.contains(&format!("83\u{202f}{id}")), "{shown}");
    }
}

#[test]
fn what_users_write_is_text() {
    let hostile = || HOSTILE.to_owned();
    let mut grid = grid(vec![row("A", vec![vec![words(HOSTILE)], vec![words("1")]])]);
    grid.caption = hostile();
    grid.columns[0].title = hostile();
    let mut blocks: Vec<Block> =
        (0..body::LISTED).map(|_| Block::Heading { level: 1, text: hostile() }).collect();
    blocks.extend([
        Block::Text(vec![words(HOSTILE), Inline::Strong(hostile())]),
        Block::Table(grid),
        Block::Picture(Picture { alt: hostile(), caption: hostile(), ..picture() }),
        Block::Callout { tone: Tone::Limit, title: hostile(), words: vec![words(HOSTILE)] },
        Block::Facts(vec![Fact {
            figure: words(HOSTILE),
            label: hostile(),
            beneath: vec![words(HOSTILE)],
        }]),
    ]);
    let mut paper = paper(blocks);
    (paper.title, paper.subtitle, paper.look.organisation) = (hostile(), hostile(), hostile());
    let parts = parts(&bytes(&paper));
    let mut all = BTreeSet::new();
    for (name, bytes) in parts.iter().filter(|(name, _)| !name.starts_with("word/media/")) {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains(['\u{0}', '\u{202e}']), "{name}");
        assert!(!text.contains("<w:fldSimple"), "{name}");
        let (shown, instructions) = read(text);
        all.extend(instructions);
        if name == "word/document.xml" {
            assert_eq!(
                shown.matches(READ).count(),
                3 + 2 * body::LISTED + 2 + 3 + 1 + 2 + 3,
                "{shown}"
            );
        }
    }
    let of_pages = (1..=body::LISTED).map(|at| format!(" PAGEREF _Toc10000000{at} \\h "));
    let expect = [
        " NUMPAGES ",
        " PAGE ",
        " SEQ Figure \\* ARABIC ",
        " SEQ Tableau \\* ARABIC ",
        " TOC \\o \"1-2\" \\h \\z \\u ",
    ];
    assert_eq!(all, expect.map(str::to_owned).into_iter().chain(of_pages).collect());
}

#[test]
fn a_long_text_lists_its_parts() {
    let blocks = |count: usize| -> Vec<Block> {
        let heading = |at| Block::Heading { level: 1, text: format!("Partie {at}") };
        (0..count).map(heading).collect()
    };
    assert!(!document(blocks(body::LISTED - 1)).contains(" TOC "));
    let text = document(blocks(body::LISTED));
    let (list, rest) = text.split_once("</w:sdt>").unwrap();
    assert!(read(&format!("{list}</w:sdt></w:body></w:document>")).0.contains("Sommaire"));
    let anchors = values(list, "w:anchor");
    let names = values(rest, "<w:bookmarkStart w:id=\"1\" w:name");
    assert_eq!(anchors.len(), body::LISTED);
    assert_eq!(names, anchors[..1]);
    assert!(anchors.iter().all(|anchor| rest.contains(&format!("w:name=\"{anchor}\""))));
    // A part that begins a page is said to be on it; the list stands on the second, with the first.
    let broken = blocks(body::LISTED).into_iter().flat_map(|part| [Block::PageBreak, part]);
    let text = document(broken.collect());
    let list = text.split_once("</w:sdt>").unwrap().0;
    let page = |field: &str| {
        let result = field.split_once("\"separate\"").unwrap().1;
        result.split_once("preserve\">").unwrap().1.split_once('<').unwrap().0.to_owned()
    };
    let found: Vec<String> = list.split(" PAGEREF ").skip(1).map(page).collect();
    assert_eq!(found, ["2", "3", "4", "5", "6"]);
}

#[test]
fn a_break_is_of_the_paragraph_that_follows() {
    let check = |blocks: Vec<Block>, expect: &str| {
        let text = document(blocks);
        let paragraphs = text.split("<w:p>").find(|part| part.contains("w:pageBreakBefore"));
        let style = paragraphs.map_or("", |part| values(part, "w:pStyle w:val")[0]);
        assert_eq!(style, expect);
        assert_eq!(text.matches("w:pageBreakBefore").count(), usize::from(!expect.is_empty()));
    };
    let text = || Block::Text(vec![words("Texte")]);
    let heading = || Block::Heading { level: 1, text: "Partie".into() };
    let bare = || Grid { caption: String::new(), ..grid(Vec::new()) };
    let fact = || Fact { figure: words("1"), label: "un".into(), beneath: Vec::new() };
    check(vec![text()], "");
    check(vec![text(), Block::PageBreak], "");
    check(vec![Block::PageBreak, Block::PageBreak, text(), text()], "Normal");
    check(vec![Block::PageBreak, heading(), text()], "Heading1");
    check(vec![Block::PageBreak, Block::Table(grid(Vec::new()))], "Caption");
    check(vec![Block::PageBreak, Block::Table(bare())], "TableEnd");
    check(vec![Block::PageBreak, Block::Facts(vec![fact()])], "TableEnd");
    check(vec![Block::PageBreak, Block::Picture(picture())], "Picture");
}

#[test]
fn two_boxes_in_a_row_are_two() {
    let check = |tones: [Tone; 2], expect: usize| {
        let callout =
            |tone| Block::Callout { tone, title: "Titre".into(), words: vec![words("Texte")] };
        let text = document(tones.map(callout).to_vec());
        assert_eq!(text.matches("\"TableEnd\"").count(), expect, "{tones:?}");
    };
    check([Tone::Advice, Tone::Limit], 0);
    check([Tone::Limit, Tone::Limit], 1);
}

#[test]
fn the_first_page_has_a_title_or_a_header() {
    let mut paper = paper(Vec::new());
    let text = part(&paper, "word/document.xml");
    assert!(text.contains("<w:titlePg/>") && text.contains("w:headerReference"));
    assert!(text.contains("<w:pStyle w:val=\"Title\"/>"));
    paper.title = String::new();
    let text = part(&paper, "word/document.xml");
    assert!(!text.contains("<w:titlePg/>") && text.contains("w:headerReference"));
    assert!(!text.contains("<w:pStyle"));
    paper.look.organisation = String::new();
    let text = part(&paper, "word/document.xml");
    assert!(!text.contains("w:headerReference"));
    assert!(read(&part(&paper, "word/footer1.xml")).0.contains("01/03/2026page\u{a0}1"));
}

#[test]
fn what_cannot_be_written_is_said_with_its_place() {
    let check = |block: Block, expect: &str| {
        let error = docx(&paper(vec![block]), &catalog()).unwrap_err();
        assert_eq!(error.to_string(), expect);
    };
    let short = grid(vec![row("A", vec![Vec::new(); 2]), row("B", vec![Vec::new()])]);
    check(Block::Table(short), "table « Métiers », row 2: 1 cells for 2 columns");
    let none = Grid { columns: Vec::new(), ..grid(Vec::new()) };
    check(Block::Table(none), "table « Métiers » has no column");
    let error =
        docx(&paper(vec![Block::Picture(Picture { svg: "<svg".into(), ..picture() })]), &catalog());
    assert!(matches!(error, Err(DocxError::Picture { place: 1, .. })));
}
