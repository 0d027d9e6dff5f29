//! XML written from the outside in: what is opened is closed, and a text is never markup.

use quick_xml::escape::escape;

/// A part under way.
#[derive(Debug, Default)]
pub struct Xml(String);

impl Xml {
    /// A part that begins with its declaration.
    pub fn part() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// An element around what `inside` writes.
    pub fn wrap(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        self.0.push('>');
        inside(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element without content.
    pub fn leaf(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    /// The most common leaf of a text document: a property and its value.
    pub fn value(&mut self, name: &'static str, value: &str) {
        self.leaf(name, &[("w:val", value)]);
    }

    /// Text between two marks.
    pub fn words(&mut self, text: &str) {
        self.0.push_str(&escaped(text));
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.0.push_str(&escaped(value));
            self.0.push('"');
        }
    }
}

/// A text as XML may hold it.
pub fn escaped(text: &str) -> String {
    escape(clean(text)).into_owned()
}

/// Without what no page shows: control characters and ends of lines become spaces; what XML
/// forbids and what turns the direction of a line around, nothing.
fn clean(text: &str) -> String {
    let one = |letter: char| match letter {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        letter if letter.is_control() => Some(' '),
        letter => Some(letter),
    };
    text.chars().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_text() {
        let check = |text: &str, expect: &str| assert_eq!(escaped(text), expect, "{text:?}");
        check("58\u{202f}% des projets", "58\u{202f}% des projets");
        check("Dupont & Fils <BTP> \"x\"", "Dupont &amp; Fils &lt;BTP&gt; &quot;x&quot;");
        check("deux\nlignes\tet\u{0}\u{85}fin", "deux lignes et  fin");
        check("a\u{202e}b\u{2066}c\u{ffff}d\u{2028}e", "abcd e");
        check("</w:t><w:instrText>", "&lt;/w:t&gt;&lt;w:instrText&gt;");
    }

    #[test]
    fn elements_are_closed() {
        let mut xml = Xml::default();
        xml.wrap("a", &[("b", "\"&")], |xml| {
            xml.leaf("c", &[]);
            xml.value("d", "1");
            xml.words("é<");
        });
        let text = String::from_utf8(xml.into_bytes()).unwrap();
        assert_eq!(text, "<a b=\"&quot;&amp;\"><c/><d w:val=\"1\"/>é&lt;</a>");
    }
}
