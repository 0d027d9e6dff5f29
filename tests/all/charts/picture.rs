//! A picture read back: its texts, where they are, and the shapes that stand for figures.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use bassin::report::drawing::width;
use quick_xml::events::{BytesStart, Event};

/// A line of text of a picture.
#[derive(Clone, Debug)]
pub struct Text {
    pub class: String,
    pub words: String,
    /// Left, top, right, bottom, as wide as it is drawn.
    pub space: [f32; 4],
    /// Short name of the figure that it is.
    pub figure: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Seen {
    pub size: [f32; 2],
    pub title: String,
    pub description: String,
    pub texts: Vec<Text>,
    /// Elements that are not text.
    pub shapes: usize,
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().map(Result::unwrap).find(|one| one.key.0 == name)?;
    Some(found.value.into_owned())
}

fn number(start: &BytesStart<'_>, name: &str) -> f32 {
    attribute(start, name).unwrap().parse().unwrap()
}

fn text(start: &BytesStart<'_>) -> Text {
    let (x, y, size) = (number(start, "x"), number(start, "y"), number(start, "font-size"));
    let wide = number(start, "textLength");
    let left = match attribute(start, "text-anchor").as_deref() {
        None => x,
        Some("middle") => x - wide / 2.0,
        Some("end") => x - wide,
        Some(other) => panic!("{other}"),
    };
    Text {
        class: attribute(start, "class").unwrap(),
        words: String::new(),
        space: [left, y - 0.76 * size, left + wide, y + 0.22 * size],
        figure: attribute(start, "data-figure"),
    }
}

/// Every element closes, every text is text, and nothing else is in it.
pub fn seen(svg: &str) -> Seen {
    let mut reader = quick_xml::Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut seen = Seen {
        size: [0.0; 2],
        title: String::new(),
        description: String::new(),
        texts: Vec::new(),
        shapes: 0,
    };
    let mut inside = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) if start.name().0 == "svg" => {
                seen.size = [number(&start, "width"), number(&start, "height")];
                assert_eq!(attribute(&start, "font-family").as_deref(), Some("sans-serif"));
            }
            Event::Start(start) => {
                start.name().0.clone_into(&mut inside);
                if inside == "text" {
                    seen.texts.push(text(&start));
                }
            }
            Event::Empty(start) => {
                assert!(matches!(start.name().0, "rect" | "path" | "circle"), "{:?}", start.name());
                seen.shapes += 1;
            }
            Event::Text(words) => add(&mut seen, &inside, &words),
            Event::GeneralRef(name) => {
                let letter = match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    other => panic!("{other}"),
                };
                add(&mut seen, &inside, letter);
            }
            Event::End(_) => inside.clear(),
            other => panic!("{other:?}"),
        }
    }
    seen
}

fn add(seen: &mut Seen, inside: &str, words: &str) {
    match inside {
        "title" => seen.title.push_str(words),
        "desc" => seen.description.push_str(words),
        "text" => seen.texts.last_mut().unwrap().words.push_str(words),
        _ => assert!(words.trim().is_empty(), "{words}"),
    }
}

impl Seen {
    /// Texts are as wide as told, inside the page, and none covers another.
    pub fn is_laid_out(&self) {
        for text in &self.texts {
            let [left, top, right, bottom] = text.space;
            let [wide, high] = self.size;
            assert!(left >= 0.0 && top >= 0.0 && right <= wide && bottom <= high, "{text:?}");
            // At some size of letters: told and measured agree.
            let size = (bottom - top) / 0.98;
            assert!((width(&text.words, size) - (right - left)).abs() < 0.5, "{text:?}");
        }
        for (place, one) in self.texts.iter().enumerate() {
            for other in &self.texts[place + 1..] {
                let [left, top, right, bottom] = one.space;
                let [from, above, to, below] = other.space;
                let beside = right <= from + 0.5 || to <= left + 0.5;
                let apart = beside || bottom <= above + 0.5 || below <= top + 0.5;
                assert!(apart, "{one:?} covers {other:?}");
            }
        }
    }

    /// All words, line after line.
    pub fn words(&self) -> String {
        let lines: Vec<&str> = self.texts.iter().map(|text| text.words.as_str()).collect();
        lines.join(" ")
    }
}

/// Numbers as they are read, with what stands between their digits; not those of codes.
pub fn numbers(words: &str) -> Vec<String> {
    let letters: Vec<char> = words.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let from = at;
        while digit(at)
            || (matches!(letters.get(at), Some('\u{202f}' | ',' | '.')) && digit(at + 1))
        {
            at += 1;
        }
        let of_code = from > 0 && letters[from - 1].is_alphabetic();
        if !of_code {
            found.push(letters[from..at].iter().collect());
        }
    }
    found
}
