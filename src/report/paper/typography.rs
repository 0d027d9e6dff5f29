//! The spaces of French print: narrow before `;`, `?`, `!`, `%` and inside « », wide before a colon.
//!
//! The catalogs are shown on screens too, where a narrow space would let a line be cut; here the
//! words of a page are set as print sets them. Figures and cells of tables stay as they are shown.

use crate::format::NARROW;
use crate::report::paper::{Block, Inline, Paper};

const WIDE: char = '\u{a0}';

/// Sets the prose of a French paper.
pub fn set(paper: &mut Paper) {
    set_text(&mut paper.title);
    set_text(&mut paper.subtitle);
    for block in &mut paper.blocks {
        match block {
            Block::Heading { text, .. } => set_text(text),
            Block::Text(words) | Block::Lead(words) | Block::Small(words) => set_words(words),
            Block::List(items) => items.iter_mut().for_each(|words| set_words(words)),
            Block::Facts(facts) => {
                for fact in facts {
                    set_text(&mut fact.label);
                    set_words(&mut fact.beneath);
                }
            }
            Block::Callout { title, words, .. } => {
                set_text(title);
                set_words(words);
            }
            Block::Table(grid) => {
                set_text(&mut grid.caption);
                set_words(&mut grid.note);
            }
            Block::Picture(picture) => set_text(&mut picture.caption),
            Block::PageBreak => {}
        }
    }
}

fn set_words(words: &mut [Inline]) {
    for inline in words {
        match inline {
            Inline::Words(text) | Inline::Strong(text) => set_text(text),
            Inline::Figure { .. } => {}
        }
    }
}

fn set_text(text: &mut String) {
    if text.contains(WIDE) {
        *text = french(text);
    }
}

/// No-break spaces made narrow where print has them so.
fn french(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let narrow = letter == WIDE
            && (before == Some('«') || matches!(letters.peek(), Some(';' | '?' | '!' | '%' | '»')));
        out.push(if narrow { NARROW } else { letter });
        before = Some(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_of_print() {
        let check = |text: &str, expect: &str| {
            assert_eq!(french(&text.replace('_', "\u{a0}")), expect, "{text}");
        };
        check("", "");
        check(
            "«_Difficile_»_: 80_%_; non_?",
            "«\u{202f}Difficile\u{202f}»\u{a0}: 80\u{202f}%\u{202f}; non\u{202f}?",
        );
        check("3_000 euros", "3\u{a0}000 euros");
        check("; « »", "; « »");
    }
}
