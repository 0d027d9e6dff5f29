//! Marks and patterns with what they say, below a chart.

use crate::report::chart::rows::whisker;
use crate::report::chart::sheet::{Draft, MARGIN, ROOM};
use crate::report::drawing::{Colour, Fill, INK, Page, Pen, Shape, Stroke, width};

/// What stands beside words of a legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key {
    Mark(Shape, Colour),
    Surface(Fill, Stroke),
    /// A bar with its mark on it.
    Span(Fill, Shape, Colour),
    /// A line with a stroke across each end.
    Whisker,
}

/// Room of a mark before its words, and between two entries.
const MARK: f32 = 24.0;
const GAP: f32 = 20.0;

/// Entries on one line, or on more where there is no room.
pub(super) fn legend(draft: &mut Draft<'_>, entries: &[(Key, String)]) {
    let pen = Pen::new("legend", 11.0);
    let (mut x, mut y) = (MARGIN, draft.y + 12.0);
    for (key, words) in entries {
        let wide = MARK + width(words, pen.size);
        if x > MARGIN && x + wide > MARGIN + ROOM {
            (x, y) = (MARGIN, y + 18.0);
        }
        draw(&mut draft.page, *key, [x + 9.0, y - 4.0]);
        draft.page.text([x + MARK, y], words, &pen);
        x += wide + GAP;
    }
    if !entries.is_empty() {
        draft.y = y + 8.0;
    }
}

fn draw(page: &mut Page, key: Key, [x, y]: [f32; 2]) {
    match key {
        Key::Mark(shape, colour) => page.mark([x, y], shape, 4.5, colour),
        Key::Surface(fill, stroke) => {
            page.rect([x - 7.0, y - 5.0, x + 7.0, y + 5.0], fill, stroke);
        }
        Key::Span(fill, shape, colour) => {
            page.rect([x - 9.0, y - 4.0, x + 9.0, y + 4.0], fill, Stroke::new(colour, 0.9));
            page.mark([x, y], shape, 4.2, colour);
        }
        Key::Whisker => whisker(page, [x - 9.0, y], [x + 9.0, y], Stroke::new(INK, 1.2)),
    }
}
