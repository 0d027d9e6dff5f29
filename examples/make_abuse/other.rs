//! Workbooks of the other formats, byte by byte: no library at hand writes them.

use crate::{OFFICE, Outcome, PACKAGE, archive};

/// Rows: their number from zero, and their cells by column.
pub type Rows<'a> = &'a [(u32, Vec<(u32, &'a str)>)];

/// A record of xlsb: its type and length in groups of seven bits.
fn binary(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut groups = |mut number: usize| loop {
        let group = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(group);
            break;
        }
        bytes.push(group | 0x80);
    };
    groups(usize::from(kind));
    groups(data.len());
    bytes.extend_from_slice(data);
    bytes
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A text after the number of its characters.
fn counted(text: &str) -> Vec<u8> {
    let units = u32::try_from(text.encode_utf16().count()).unwrap_or_default();
    [units.to_le_bytes().to_vec(), wide(text)].concat()
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

pub fn xlsb(rows: Rows<'_>) -> Outcome<Vec<u8>> {
    let sheet = [numbers(&[0, 1]), counted("rId1"), counted("Feuille")].concat();
    let book = [
        binary(0x83, &[]),
        binary(0x8f, &[]),
        binary(0x9c, &sheet),
        binary(0x90, &[]),
        binary(0x9d, &[0; 26]),
        binary(0x84, &[]),
    ];
    let mut cells = [binary(0x81, &[]), binary(0x94, &[0; 16]), binary(0x91, &[])].concat();
    for (row, texts) in rows {
        cells.extend(binary(0, &[numbers(&[*row]), vec![0; 13]].concat()));
        for (column, text) in texts {
            cells.extend(binary(6, &[numbers(&[*column, 0]), counted(text)].concat()));
        }
    }
    cells.extend([binary(0x92, &[]), binary(0x82, &[])].concat());
    let types = format!(
        r#"<Types xmlns="{PACKAGE}/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>"#
    );
    let root = format!(
        r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>"#
    );
    let parts = format!(
        r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#
    );
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.bin", &book.concat()),
        ("xl/_rels/workbook.bin.rels", parts.as_bytes()),
        ("xl/worksheets/sheet1.bin", &cells),
    ])
}

const SPREADSHEET: &str = "application/vnd.oasis.opendocument.spreadsheet";
const OASIS: &str = "urn:oasis:names:tc:opendocument:xmlns";

/// A row of texts, as content of [`ods`].
pub fn ods_row(cells: &[&str]) -> String {
    let cells = cells.iter().map(|text| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    });
    format!("<table:table-row>{}</table:table-row>", cells.collect::<Vec<_>>().concat())
}

pub fn ods(rows: &str, is_encrypted: bool) -> Outcome<Vec<u8>> {
    let lock = if is_encrypted {
        r#"<manifest:encryption-data manifest:checksum="x"><manifest:algorithm manifest:algorithm-name="aes256-cbc"/></manifest:encryption-data>"#
    } else {
        ""
    };
    let manifest = format!(
        r#"<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{lock}</manifest:file-entry></manifest:manifest>"#
    );
    let content = format!(
        r#"<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:table="{OASIS}:table:1.0" xmlns:text="{OASIS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Feuille">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", SPREADSHEET.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        // Encrypted, it would be noise.
        ("content.xml", if is_encrypted { &[0x5a; 64] } else { content.as_bytes() }),
    ])
}

/// A package that is encrypted as one member, as programs of 2024 on write it.
pub fn ods_encrypted_whole() -> Outcome<Vec<u8>> {
    let manifest = format!(
        r#"<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"><manifest:file-entry manifest:full-path="encrypted-package"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#
    );
    archive(&[
        ("mimetype", SPREADSHEET.as_bytes()),
        ("encrypted-package", &[0x5a; 64]),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

const SECTOR: usize = 512;
const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

/// A compound file of one stream.
pub fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    // A smaller stream would stand in small sectors.
    let mut data = stream.to_vec();
    data.resize(stream.len().max(4_096).next_multiple_of(SECTOR), 0);
    let sectors = u32::try_from(data.len() / SECTOR).unwrap_or_default();
    // The table of sectors, the directory, then the stream.
    let tables = (sectors + 2).div_ceil(127);
    let directory = tables;
    let mut file = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    file.resize(24, 0);
    for number in [0x3e_u16, 3, 0xfffe, 9, 6, 0, 0, 0] {
        file.extend(number.to_le_bytes());
    }
    file.extend(numbers(&[0, tables, directory, 0, 4_096, END, 0, END, 0]));
    file.extend((0..109).flat_map(|n| if n < tables { n } else { FREE }.to_le_bytes()));
    let mut table = vec![0xffff_fffd; tables as usize];
    table.push(END);
    table.extend((1..sectors).map(|n| directory + 1 + n));
    table.push(END);
    table.resize(tables as usize * SECTOR / 4, FREE);
    file.extend(numbers(&table));
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: usize| {
        let mut entry = wide(name);
        let length = u16::try_from(entry.len() + 2).unwrap_or_default();
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend(numbers(&[FREE, FREE, child]));
        entry.resize(116, 0);
        entry.extend(numbers(&[start, u32::try_from(size).unwrap_or_default(), 0]));
        entry
    };
    file.extend(entry("Root Entry", 5, 1, END, 0));
    file.extend(entry(name, 2, FREE, directory + 1, data.len()));
    file.resize(SECTOR * (tables as usize + 2), 0);
    file.extend(data);
    file
}

/// A record of xls.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap_or_default();
    [kind.to_le_bytes().to_vec(), length.to_le_bytes().to_vec(), data.to_vec()].concat()
}

fn shorts(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// The stream of an old workbook, with a record that says it is encrypted or without.
pub fn xls(rows: Rows<'_>, is_encrypted: bool) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &shorts(&[0x0600, kind, 0, 0, 0, 0, 0, 0]));
    let lock = if is_encrypted { record(0x2f, &[1; 54]) } else { Vec::new() };
    let head = [begin(5), lock].concat();
    let name = b"\x07\0Feuille";
    let after = head.len() + 4 + 6 + name.len() + 4;
    let at = u32::try_from(after).unwrap_or_default();
    let mut stream = head;
    stream.extend(record(0x85, &[&at.to_le_bytes()[..], &[0, 0], name].concat()));
    stream.extend(record(0x0a, &[]));
    stream.extend(begin(0x10));
    for (row, texts) in rows {
        for (column, text) in texts {
            let place = [*row, *column, 0].map(|n| u16::try_from(n).unwrap_or(u16::MAX));
            let units = u16::try_from(text.encode_utf16().count()).unwrap_or_default();
            let cell = [shorts(&place), shorts(&[units]), vec![1], wide(text)];
            stream.extend(record(0x0204, &cell.concat()));
        }
    }
    stream.extend(record(0x0a, &[]));
    stream
}
