//! Paragraphs, runs and fields: the words of a paper in the styles of `assets/docx/styles.xml`.

use crate::format::NARROW;
use crate::report::citation::FigureId;
use crate::report::docx::xml::Xml;
use crate::report::paper::Inline;

/// How a paragraph is set, beyond what its style says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Set {
    pub style: &'static str,
    /// On the page of what follows it.
    pub keep_next: Option<bool>,
    /// First of a page.
    pub page: bool,
    /// Words may be cut at the end of a line.
    pub hyphens: bool,
    /// Space above, in twentieths of a point.
    pub before: Option<u16>,
    /// Space beneath, in twentieths of a point.
    pub after: Option<u16>,
}

impl Set {
    pub const fn style(style: &'static str) -> Self {
        Self { style, keep_next: None, page: false, hyphens: false, before: None, after: None }
    }

    pub const fn keeping(mut self, keep: bool) -> Self {
        self.keep_next = Some(keep);
        self
    }
}

/// A paragraph around the runs that `inside` writes.
pub fn paragraph(xml: &mut Xml, set: Set, inside: impl FnOnce(&mut Xml)) {
    xml.wrap("w:p", &[], |xml| {
        // In the order of the schema.
        xml.wrap("w:pPr", &[], |xml| {
            xml.value("w:pStyle", set.style);
            match set.keep_next {
                Some(true) => xml.leaf("w:keepNext", &[]),
                Some(false) => xml.value("w:keepNext", "0"),
                None => {}
            }
            if set.page {
                xml.leaf("w:pageBreakBefore", &[]);
            }
            if set.hyphens {
                xml.value("w:suppressAutoHyphens", "0");
            }
            let (before, after) = (set.before.map(text), set.after.map(text));
            let above = before.as_deref().map(|space| ("w:before", space));
            let beneath = after.as_deref().map(|space| ("w:after", space));
            let spaces: Vec<_> = above.into_iter().chain(beneath).collect();
            if !spaces.is_empty() {
                xml.leaf("w:spacing", &spaces);
            }
        });
        inside(xml);
    });
}

fn text(space: u16) -> String {
    space.to_string()
}

/// Words in a row, in a character style or in that of the paragraph.
pub fn run(xml: &mut Xml, style: Option<&'static str>, words: &str) {
    if words.is_empty() {
        return;
    }
    styled(xml, style, |xml| {
        xml.wrap("w:t", &[("xml:space", "preserve")], |xml| xml.words(words));
    });
}

/// To the next stop of the line.
pub fn tab(xml: &mut Xml) {
    styled(xml, None, |xml| xml.leaf("w:tab", &[]));
}

fn styled(xml: &mut Xml, style: Option<&'static str>, inside: impl FnOnce(&mut Xml)) {
    xml.wrap("w:r", &[], |xml| {
        if let Some(style) = style {
            xml.wrap("w:rPr", &[], |xml| xml.value("w:rStyle", style));
        }
        inside(xml);
    });
}

/// What a field is asked: words of ours and numbers, never a text of a user.
#[derive(Clone, Copy, Debug)]
pub enum Ask {
    Own(&'static str),
    /// The page of the heading of this number.
    PageOf(u32),
}

/// A field and what it shows until it is computed again.
pub fn field(xml: &mut Xml, style: Option<&'static str>, ask: Ask, shown: &str) {
    field_begins(xml, style, ask);
    run(xml, style, shown);
    field_ends(xml, style);
}

/// The first half of a field whose result is more than words.
pub fn field_begins(xml: &mut Xml, style: Option<&'static str>, ask: Ask) {
    let instruction = match ask {
        Ask::Own(words) => words.to_owned(),
        Ask::PageOf(number) => format!(" PAGEREF {} \\h ", bookmark(number)),
    };
    styled(xml, style, |xml| xml.leaf("w:fldChar", &[("w:fldCharType", "begin")]));
    styled(xml, style, |xml| {
        xml.wrap("w:instrText", &[("xml:space", "preserve")], |xml| xml.words(&instruction));
    });
    styled(xml, style, |xml| xml.leaf("w:fldChar", &[("w:fldCharType", "separate")]));
}

/// The name of the place of a heading, as Word makes them for its own lists.
pub fn bookmark(number: u32) -> String {
    format!("_Toc{}", 100_000_000 + u64::from(number))
}

pub fn field_ends(xml: &mut Xml, style: Option<&'static str>) {
    styled(xml, style, |xml| xml.leaf("w:fldChar", &[("w:fldCharType", "end")]));
}

/// Words and figures, a figure followed by its short name in the style `mark`.
pub fn inlines(xml: &mut Xml, words: &[Inline], mark: &'static str) {
    for inline in words {
        match inline {
            Inline::Words(words) => run(xml, None, words),
            Inline::Strong(words) => run(xml, Some("Strong"), words),
            Inline::Figure { shown, id } => {
                run(xml, None, shown);
                named(xml, mark, *id);
            }
        }
    }
}

/// The short name of a figure, on the line of the figure.
pub fn named(xml: &mut Xml, mark: &'static str, id: FigureId) {
    run(xml, Some(mark), &format!("{NARROW}{id}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml::default();
        write(&mut xml);
        String::from_utf8(xml.into_bytes()).unwrap()
    }

    #[test]
    fn properties_are_in_the_order_of_the_schema() {
        let check = |set: Set, expect: &str| {
            let expect = format!("<w:p><w:pPr>{expect}</w:pPr></w:p>");
            assert_eq!(written(|xml| paragraph(xml, set, |_| {})), expect);
        };
        check(Set::style("Normal"), "<w:pStyle w:val=\"Normal\"/>");
        check(
            Set {
                style: "Caption",
                keep_next: Some(true),
                page: true,
                hyphens: true,
                before: Some(60),
                after: Some(0),
            },
            "<w:pStyle w:val=\"Caption\"/><w:keepNext/><w:pageBreakBefore/>\
             <w:suppressAutoHyphens w:val=\"0\"/><w:spacing w:before=\"60\" w:after=\"0\"/>",
        );
        check(
            Set::style("Caption").keeping(false),
            "<w:pStyle w:val=\"Caption\"/><w:keepNext w:val=\"0\"/>",
        );
    }

    #[test]
    fn a_figure_is_followed_by_its_name() {
        let id = FigureId::of("diagnostic", "S1Z40", "projects");
        let words = [Inline::Words("soit ".into()), Inline::Figure { shown: "83".into(), id }];
        let found = written(|xml| inlines(xml, &words, "FigureMark"));
        let run = |text: &str| format!("<w:t xml:space=\"preserve\">{text}</w:t></w:r>");
        let mark = "<w:r><w:rPr><w:rStyle w:val=\"FigureMark\"/></w:rPr>";
        let expect = format!(
            "<w:r>{}<w:r>{}{mark}{}",
            run("soit "),
            run("83"),
            run(&format!("\u{202f}{id}"))
        );
        assert_eq!(found, expect);
    }

    #[test]
    fn a_field_shows_its_last_result() {
        let found = written(|xml| field(xml, None, Ask::Own(" PAGE "), "1"));
        let kinds: Vec<&str> =
            found.split("w:fldCharType=\"").skip(1).filter_map(|k| k.split('"').next()).collect();
        assert_eq!(kinds, ["begin", "separate", "end"]);
        let (instruction, result) = found.split_once("separate").unwrap();
        assert!(instruction.contains("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>"));
        assert!(result.contains("<w:t xml:space=\"preserve\">1</w:t>"));
        let found = written(|xml| field(xml, None, Ask::PageOf(7), "3"));
        assert!(found.contains("> PAGEREF _Toc100000007 \\h </w:instrText>"), "{found}");
    }
}
