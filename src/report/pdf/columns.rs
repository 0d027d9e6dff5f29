//! Widths of the columns of a table, so that no word is wider than its column.

use crate::report::paper::{Grid, GridColumn, GridRow, Inline, text};
use crate::report::pdf::letters;

/// Width of the text of a page, in points: A4 less its margins.
pub const MEASURE: f64 = 166.0 * 72.0 / 25.4;
/// Column of the short names.
pub const MARKS: f64 = 30.0;
/// Between two columns.
const GAP: f64 = 10.0;
/// Sizes of letters that are tried, from what is read with ease to what is still read.
const SIZES: [f64; 4] = [8.8, 8.2, 7.6, 7.0];
/// Height of a line, in sizes of its letters.
const LINE: f64 = 1.14;
/// Letters of a figure, at most: « personnes » is one, « d’un excédent de 54 à un manque de 260 » is a
/// sentence.
const LETTERS: usize = 12;
/// Above and below the words of a row, in points.
const ROW: f64 = 7.0;

/// How a table is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Size of the letters, in points.
    pub size: f64,
    /// In points.
    pub widths: Vec<f64>,
    /// Columns with a word that is wider than they are: they hyphenate.
    pub cut: Vec<bool>,
    /// About, in points.
    pub heights: Vec<f64>,
}

/// Shares a width: as the weights say, but none gets less than it needs while another has more.
/// Where all need more than there is, each gets its part of what it needs.
fn share(total: f64, weights: &[f64], needs: &[f64]) -> Vec<f64> {
    let need: f64 = needs.iter().sum();
    if need > total {
        return needs.iter().map(|one| total * one / need).collect();
    }
    let all: f64 = weights.iter().sum();
    let wished: Vec<f64> = weights.iter().map(|weight| total * weight / all).collect();
    let pairs = || wished.iter().zip(needs);
    let missing: f64 = pairs().map(|(wish, need)| (need - wish).max(0.0)).sum();
    let spare: f64 = pairs().map(|(wish, need)| (wish - need).max(0.0)).sum();
    let kept = if spare > 0.0 { 1.0 - missing / spare } else { 1.0 };
    pairs().map(|(wish, need)| need + (wish - need).max(0.0) * kept).collect()
}

/// A figure is on one line, and so is each word of a title.
fn needs(grid: &Grid) -> Vec<f64> {
    let cell = |words: &[Inline], number: bool| {
        let words = text(words);
        // Why a figure is hidden, or a gap in words, is a sentence in a column of figures too: it
        // wraps.
        let letters_of = words.chars().filter(|c| c.is_alphabetic()).count();
        let is_figure =
            number && letters_of <= LETTERS && words.contains(|c: char| c.is_ascii_digit());
        if is_figure { letters::width(&words) } else { letters::longest_word(&words) }
    };
    let column = |(at, column): (usize, &GridColumn)| {
        grid.rows
            .iter()
            .filter(|row| !row.is_group())
            .filter_map(|row| row.cells.get(at))
            .map(|words| cell(words, column.number))
            .fold(letters::longest_word(&column.title), f64::max)
    };
    grid.columns.iter().enumerate().map(column).collect()
}

fn lines(words: &[Inline], width: f64, size: f64) -> f64 {
    // A line is seldom full.
    (letters::width(&text(words)) * size * 1.1 / width).ceil().max(1.0)
}

/// The largest letters with which every word has its place; the smallest where none has.
pub fn fit(grid: &Grid, marked: bool, dense: bool) -> Fit {
    let total = MEASURE - if marked { MARKS } else { 0.0 };
    let weights: Vec<f64> = grid
        .columns
        .iter()
        .map(|column| f64::from(column.weight))
        .map(|weight| if weight.is_finite() { weight.clamp(0.05, 100.0) } else { 1.0 })
        .collect();
    let words = needs(grid);
    let places = |size: f64| -> Vec<f64> { words.iter().map(|em| em * size + GAP).collect() };
    let fits = |size: &f64| places(*size).iter().sum::<f64>() <= total;
    let [.., smallest] = SIZES;
    let size = SIZES.into_iter().skip(usize::from(dense)).find(fits).unwrap_or(smallest);
    let places = places(size);
    let widths = share(total, &weights, &places);
    let cut = widths.iter().zip(&places).map(|(width, place)| *width < place - 1e-6).collect();
    let row = |row: &GridRow| {
        if row.is_group() {
            let words = row.cells.first().map(Vec::as_slice).unwrap_or_default();
            return lines(words, total - GAP, size) * size * LINE + ROW;
        }
        let most = row
            .cells
            .iter()
            .zip(&widths)
            .map(|(words, width)| lines(words, (width - GAP).max(1.0), size))
            .fold(1.0, f64::max);
        most * size * LINE + ROW
    };
    let heights = grid.rows.iter().map(row).collect();
    Fit { size, widths, cut, heights }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_follow_weights_and_needs() {
        let check = |weights: &[f64], needs: &[f64], expect: &[f64]| {
            let found = share(100.0, weights, needs);
            let same = found.iter().zip(expect).all(|(a, b)| (a - b).abs() < 1e-9);
            assert!(same && found.len() == expect.len(), "{found:?} {expect:?}");
            assert!((found.iter().sum::<f64>() - 100.0).abs() < 1e-9);
        };
        check(&[1.0, 3.0], &[10.0, 10.0], &[25.0, 75.0]);
        check(&[1.0, 3.0], &[40.0, 10.0], &[40.0, 60.0]);
        check(
            &[1.0, 1.0, 2.0],
            &[35.0, 5.0, 10.0],
            &[35.0, 5.0 + 20.0 * (1.0 - 10.0 / 60.0), 10.0 + 40.0 * (1.0 - 10.0 / 60.0)],
        );
        check(&[1.0, 1.0], &[50.0, 50.0], &[50.0, 50.0]);
        check(&[1.0, 1.0], &[150.0, 50.0], &[75.0, 25.0]);
    }

    fn grid(titles: &[&str], cell: &str) -> Grid {
        let words = |text: &str| vec![Inline::Words(text.to_owned())];
        Grid {
            caption: String::new(),
            columns: titles
                .iter()
                .map(|title| GridColumn { title: (*title).to_owned(), weight: 1.0, number: false })
                .collect(),
            rows: vec![GridRow {
                mark: None,
                cells: vec![words(cell); titles.len()],
                strong: false,
                tall: false,
            }],
            note: Vec::new(),
        }
    }

    #[test]
    fn letters_shrink_before_words_are_cut() {
        let size = |titles: &[&str], cell: &str| fit(&grid(titles, cell), true, false).size;
        let cut =
            |titles: &[&str], cell: &str| fit(&grid(titles, cell), true, false).cut.contains(&true);
        assert!((size(&["Métier", "Projets"], "agents") - 8.8).abs() < 1e-9);
        assert!(!cut(&["Métier", "Projets"], "agents"));
        let wide = ["Professionnalisation"; 6];
        assert!(size(&wide, "agents") < 8.8);
        let wider = ["Professionnalisation"; 12];
        assert!((size(&wider, "agents") - 7.0).abs() < 1e-9);
        assert!(cut(&wider, "agents"));
    }

    #[test]
    fn a_long_cell_makes_a_high_row() {
        let height = |cell: &str| fit(&grid(&["A", "B"], cell), true, false).heights[0];
        assert!((height("mot") - (8.8 * LINE + ROW)).abs() < 1e-9);
        assert!(height(&"mot ".repeat(100)) > 5.0 * height("mot"));
    }
}
