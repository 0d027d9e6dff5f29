//! Both roads to the cells of a workbook give the same, or the fast one gives way.

use crate::readers::cells::Cells;
use crate::readers::rows::Left;
use crate::readers::watch::NEVER;
use crate::readers::workbook;
use crate::readers::xlsx::{Book, Unknown};
use std::io::Write as _;

type Rows = Vec<(u32, Vec<String>)>;

fn collected(mut walk: impl FnMut(&mut dyn FnMut(u32, Cells<'_>) -> bool)) -> Rows {
    let mut rows = Vec::new();
    walk(&mut |row, cells| {
        rows.push((row, cells.to_vec()));
        true
    });
    rows
}

/// Both roads to the cells of each sheet; false when this one gives way.
fn same(name: &str, bytes: &[u8]) -> bool {
    let Ok(mut book) = Book::open(bytes, NEVER) else { return false };
    let mut slow = workbook::open_slow(bytes).unwrap();
    assert_eq!(book.sheet_names(), slow.sheet_names(), "{name}");
    let mut all = true;
    for (sheet, _) in book.sheet_names() {
        let mut outcome = Ok(());
        let fast = collected(|visit| outcome = book.rows(&sheet, visit, &mut Left::default()));
        let kept = collected(|visit| {
            use crate::readers::sheet::Sheet as _;
            slow.sheet(&sheet).for_each_row(visit).unwrap();
        });
        match outcome {
            Ok(()) => {
                assert!(fast == kept, "{name} {sheet}: {:?}", first_difference(&fast, &kept));
            }
            Err(Unknown) => all = false,
        }
    }
    all
}

fn first_difference(a: &Rows, b: &Rows) -> String {
    let found = a.iter().zip(b).find(|(a, b)| a != b);
    found.map_or(format!("{} rows, {} rows", a.len(), b.len()), |pair| format!("{pair:?}"))
}

#[test]
fn cells_are_those_of_the_kept_library() {
    let mut made = rust_xlsxwriter::Workbook::new();
    let sheet = made.add_worksheet().set_name("Données & « co »").unwrap();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let quoted = rust_xlsxwriter::Format::new().set_num_format("0.0\" jours\"");
    let coloured = rust_xlsxwriter::Format::new().set_num_format("[Red]0.00;[Blue]-0.00");
    let month = rust_xlsxwriter::Format::new().set_num_format("mmm yy");
    for (column, text) in
        (0..).zip(["a<b", "\"q\" & 'r'", "é\u{a0}œ’", " bords ", "ligne\nsuite", "", "=1+1"])
    {
        sheet.write_string(0, column, text).unwrap();
    }
    for (column, number) in
        (0..).zip([0.0_f64, -3.0, 8450.0, 0.1, 1e21, 45_658.5, 1e-7, 123_456_789_012.0])
    {
        sheet.write_number(1, column, number).unwrap();
        sheet.write_number_with_format(2, column, number.abs().min(99_999.0), &date).unwrap();
        sheet.write_number_with_format(3, column, number, &quoted).unwrap();
        sheet.write_number_with_format(4, column, number, &coloured).unwrap();
        sheet.write_number_with_format(5, column, number.abs().min(99_999.0), &month).unwrap();
    }
    sheet.write_boolean(7, 2, true).unwrap();
    sheet
        .write_formula(7, 3, rust_xlsxwriter::Formula::new("=A1&\"x\"").set_result("a<bx"))
        .unwrap();
    sheet.write_formula(7, 4, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_blank(9, 1, &date).unwrap();
    sheet.write_string(1_048_575, 16_383, "loin").unwrap();
    let hidden = made.add_worksheet();
    hidden.set_hidden(true).write_string(0, 0, "caché").unwrap();
    let bytes = made.save_to_buffer().unwrap();
    assert!(same("made.xlsx", &bytes), "read without giving way");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads published files when they are there")]
fn the_published_workbooks_too() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/published");
    let mut seen = 0;
    for path in [
        "bmo/Base_open_data_23.xlsx",
        "bmo/Base_open_data_BMO_2024.xlsx",
        "nomenclatures/Dares_Arborescence_FAP2021.xlsx",
        "formation/Referentiel-des-NPEC-15.07.2024.xlsx",
    ] {
        let Ok(bytes) = std::fs::read(root.join(path)) else { continue };
        assert!(same(path, &bytes), "{path} is read without giving way");
        seen += 1;
    }
    if seen == 0 {
        println!("skipped: the folder of published files is not there");
    }
}

#[test]
fn what_is_unknown_gives_way() {
    assert!(Book::open(b"PK\x03\x04", NEVER).is_err());
    assert!(Book::open(b"", NEVER).is_err());
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Shared texts as programs of several countries write them.
const STRINGS: &str = "<si><t>Kana</t><rPh sb=\"0\" eb=\"1\"><t>LECTURE</t></rPh>\
    <phoneticPr fontId=\"1\"/></si><si><r><t xml:space=\"preserve\">a </t></r><r><rPr><b/></rPr>\
    <t> b </t></r></si><si><t>&#233;t&#xE9; &amp; co</t></si><si/><si><t/></si>\
    <si><t xml:space=\"preserve\"> \r\nx </t></si><si><t>a_x000D_b moy_xp _x005F_x000D_</t></si>\
    <si><t> \n bords </t></si>";

/// Formats of cells: 0 to 14.
const FORMATS: &str = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-40C]d\\ mmmm\\ yyyy;@\"/>\
    <numFmt numFmtId=\"171\" formatCode=\"h:mm AM/PM\"/>\
    <numFmt numFmtId=\"172\" formatCode=\"[h]:mm\"/>\
    <numFmt numFmtId=\"173\" formatCode=\"General&quot; h&quot;\"/>\
    <numFmt numFmtId=\"174\" formatCode=\"0.0&quot;d&quot;\"/></numFmts>";

/// A workbook of one sheet, as it stands in the archive.
fn book(properties: &str, sheet: &str) -> Vec<u8> {
    let ids = [0, 14, 170, 171, 172, 173, 174, 49, 45, 46, 47, 27, 9, 10, 22];
    let formats = ids.map(|id| format!("<xf numFmtId=\"{id}\"/>")).concat();
    let members = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Override PartName=\"/xl/workbook.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" \
             Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{properties}<sheets>\
             <sheet name=\"F\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\">\
             <Relationship Id=\"s1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
             <Relationship Id=\"ss\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
             <Relationship Id=\"st\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\">{FORMATS}<cellXfs>{formats}</cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\">{STRINGS}</sst>")),
        ("xl/worksheets/sheet1.xml", sheet.to_owned()),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(rows: &str) -> String {
    format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
}

/// Between two cells, so that one that is lost or out of place shows.
fn among(cell: &str) -> String {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    sheet(&format!("<row>{}{cell}{}</row>", text("a"), text("z")))
}

#[test]
fn cells_of_many_programs_are_read_without_giving_way() {
    for cell in [
        r#"<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>"#,
        r#"<c t="s"><v>4</v></c><c t="s"><v>5</v></c><c t="s"><v>6</v></c><c t="s"><v>7</v></c>"#,
        r#"<c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r><rPh sb="0" eb="1"><t>Z</t></rPh></is></c>"#,
        r#"<c t="inlineStr"><is><t> a </t></is></c><c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>"#,
        r#"<c t="inlineStr"><is><r><t xml:space="preserve">a </t></r><r><t> _x00e9_ </t></r></is></c>"#,
        r#"<c t="inlineStr"><is><t>a_x000D_b</t></is></c><c t="inlineStr"><is><t>moy_xp &lt;_x41_</t></is></c>"#,
        r#"<c t="inlineStr"><v>dup</v></c><c t="inlineStr"><is/></c><c t="inlineStr"><is><t/></is></c>"#,
        r#"<c t="n"><is><t>12</t></is></c><c t="str"><is><t>own</t></is></c>"#,
        r#"<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="e"><v>#DIV/0!</v></c>"#,
        r#"<c t="str"><f>A1&amp;"&lt;"</f><v>a&lt;b &#233; _x0041_</v></c><c t="str"><v xml:space="preserve"> x </v></c>"#,
        "<c t=\"str\"><v>a\r\nb\rc</v></c><c t=\"inlineStr\"><is><t>a\r\nb</t></is></c>",
        r"<c><v>1.0</v></c><c><v>1E+5</v></c><c><v>007</v></c><c><v>-0</v></c><c><v>12345678901234567890</v></c>",
        r#"<c><v>0.10000000000000001</v></c><c><v>36.000000000000007</v></c><c t="n"><v>5</v></c><c/>"#,
        r#"<c t="d"><v>2025-03-01T00:00:00</v></c><c s="1"><v>45658</v></c><c s="2"><v>45658</v></c>"#,
        r#"<c s="3"><v>45658.5</v></c><c s="6"><v>3</v></c><c s="7"><v>45658</v></c><c s="8"><v>0.5</v></c>"#,
        r#"<c s="10"><v>0.5</v></c><c s="11"><v>45658</v></c><c s="12"><v>0.862</v></c><c s="99"><v>45658</v></c>"#,
        r#"<c><f t="shared" si="0"/><v>7</v></c><c><v xml:space="preserve">7</v></c><c s='1'><v>45658</v></c>"#,
        r#"<c r="F1"><v>1</v></c><c><v>2</v></c><c r="D1"><v>3</v></c><c r="D1"><v>4</v></c>"#,
        r#"<c r="XFC1"><v>1</v></c>"#,
    ] {
        assert!(same(cell, &book("", &among(cell))), "{cell}");
        // Days counted as on the first Macintosh.
        assert!(same(cell, &book("<workbookPr date1904=\"1\"/>", &among(cell))), "1904 {cell}");
    }
}

#[test]
fn rows_of_many_programs_are_read_without_giving_way() {
    let c = "<c><v>1</v></c>";
    for rows in [
        format!(
            "<row>{c}</row><row r=\"5\">{c}</row><row>{c}</row><row/><row r=\"9\"/><row>{c}</row>"
        ),
        format!(
            "<row r=\"2\"><c r=\"A2\"/></row><row r=\"3\" spans=\"1:2\"><c r=\"B3\"><v>2</v></c>{c}</row>"
        ),
        String::new(),
    ] {
        assert!(same(&rows, &book("", &sheet(&rows))), "{rows}");
    }
    let prefixed = format!(
        "<?xml version=\"1.0\"?>\n<x:worksheet xmlns:x=\"{MAIN}\"><x:dimension ref=\"A1\"/><x:sheetData>\
         <x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>é</x:t></x:is></x:c>\
         <x:c r=\"B1\"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    );
    assert!(same("prefixed", &book("", &prefixed)));
    assert!(same(
        "without data",
        &book("", &format!("<worksheet xmlns=\"{MAIN}\"><sheetData/></worksheet>"))
    ));
}

/// What the fast road does not know, or what calamine reads otherwise: none is read by both.
#[test]
fn what_is_unusual_gives_way() {
    let check = |text: &str| {
        let bytes = book("", text);
        let mut book = Book::open(&bytes, NEVER).unwrap();
        let read = book.rows("F", &mut |_, _| true, &mut Left::default());
        assert_eq!(read, Err(Unknown), "{text}");
        assert!(!same(text, &bytes));
    };
    for cell in [
        r#"<c t="inlineStr"><is><t>V0X60<![CDATA[:is ]]></t></is></c>"#,
        r#"<c t="str"><v>1<![CDATA[x:r 2]]></v></c>"#,
        r#"<c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>"#,
        r"<c><v>1<!--:r -->2</v></c>",
        r"<!-- a/>b -->",
        r"<c><v>7</v><?foo c:c bar?></c>",
        r#"<c s="4"><v>1.5</v></c>"#,
        r#"<c t="s"><v> 1 </v></c>"#,
        r"<c><v>abc</v></c>",
        r#"<c t="b"><v>true</v></c>"#,
        r#"<c r="B5"><v>1</v></c>"#,
        r#"<c foo="a>b"><v>7</v></c>"#,
    ] {
        check(&among(cell));
    }
    let c = "<c><v>1</v></c>";
    check(&sheet(&format!("<row r=\"2\">{c}</row><row r=\"2\">{c}{c}</row>")));
    check(&sheet(&format!("<row r=\"3\">{c}</row><row r=\"2\">{c}</row>")));
    check(&sheet("<row r=\"2\"><c r=\"A5\"><v>1</v></c></row>"));
    check(&sheet(&format!("<row>{c}</row><!-- fin -->")));
}
