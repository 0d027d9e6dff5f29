//! One row under the columns of its table, its cells read as people type them, and each coercion
//! counted.

use crate::model::code::InvalidCode;
use crate::model::{Fap, IssueKind, Naf, Rome, SizeClass, Territory};
use crate::readers::cells::Cells;
use crate::readers::coerce;
use crate::readers::fill::{At as _, Refusal};
use crate::readers::header::Columns;
use crate::readers::noted::{Coercion, Noted, is_doubtful};
use crate::readers::period::period;
use crate::readers::strata::size_class;
use crate::tables::Cell;
use std::borrow::Cow;

#[cold]
fn empty(column: &'static str) -> Refusal {
    Refusal { column: column.into(), kind: IssueKind::Required }
}

/// One row under the columns of its table.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    pub columns: &'a Columns,
    /// As an editor numbers it.
    pub row: u32,
    pub cells: Cells<'a>,
    pub noted: &'a Noted,
    /// Columns without which a row is none.
    pub needed: &'static [&'static str],
}

impl<'a> Line<'a> {
    /// The trimmed cell of a column; empty when the column or the cell is absent.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn get(self, column: &str) -> &'a str {
        self.columns.get(self.cells, column)
    }

    /// A cell that must not be empty.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn required(self, column: &'static str) -> Result<&'a str, Refusal> {
        match self.get(column) {
            "" => Err(empty(column)),
            text => Ok(text),
        }
    }

    /// What a cell gives; nothing where it cannot be read and the row can do without it: the cell
    /// is then refused at its place, and the row goes on.
    ///
    /// # Errors
    /// When the row cannot do without it.
    pub fn or_unknown<T: Default>(
        self,
        column: &'static str,
        read: Result<T, IssueKind>,
    ) -> Result<T, Refusal> {
        match read {
            Ok(value) => Ok(value),
            Err(kind) => self.unread(column, kind),
        }
    }

    #[cold]
    fn unread<T: Default>(self, column: &'static str, kind: IssueKind) -> Result<T, Refusal> {
        let refusal = Refusal { column: column.into(), kind };
        if self.needed.contains(&column) {
            return Err(refusal);
        }
        self.noted.refuse(column, refusal);
        Ok(T::default())
    }

    /// A cell by the reading of its content; a mark of a missing value is noted.
    fn read<T: Default>(
        self,
        column: &'static str,
        text: &'a str,
        read: fn(&'a str) -> Result<T, IssueKind>,
    ) -> Result<T, Refusal> {
        let value = self.or_unknown(column, read(text))?;
        self.missing(column, text);
        self.unit(column, text);
        Ok(value)
    }

    /// Notes a unit that stands behind a number.
    fn unit(self, column: &'static str, text: &str) {
        if coerce::has_unit(text) {
            self.noted.note(column, Coercion::Unit);
        }
    }

    /// Notes a mark of a missing value.
    fn missing(self, column: &'static str, text: &str) -> bool {
        let marked = !text.is_empty() && coerce::is_missing(text);
        if marked {
            self.noted.note(column, Coercion::Missing);
        }
        marked
    }

    /// A code by its reading; empty and marks of a missing value are none.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn coded<T>(
        self,
        column: &'static str,
        read: impl FnOnce(&'a str) -> Result<T, IssueKind>,
    ) -> Result<Option<T>, Refusal> {
        self.code(column, self.get(column), read)
    }

    fn code<T>(
        self,
        column: &'static str,
        text: &'a str,
        read: impl FnOnce(&'a str) -> Result<T, IssueKind>,
    ) -> Result<Option<T>, Refusal> {
        if text.is_empty() || self.missing(column, text) {
            return Ok(None);
        }
        self.or_unknown(column, read(text).map(Some))
    }

    /// A ROME card, its letter as it is kept; `None` for none.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn rome(self, column: &'static str) -> Result<Option<Rome>, Refusal> {
        self.rome_of(column, self.get(column))
    }

    fn rome_of(self, column: &'static str, text: &'a str) -> Result<Option<Rome>, Refusal> {
        let read = |text: &str| Rome::new(text).map_err(|_| coerce::code("ROME", text));
        let found = self.code(column, text, read)?;
        if let Some(rome) = &found {
            self.zeros(column, text, rome.as_str());
        }
        Ok(found)
    }

    /// An activity of NAF, its lost zero given back; `None` for none.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn naf(self, column: &'static str) -> Result<Option<Naf>, Refusal> {
        self.naf_of(column, self.get(column))
    }

    fn naf_of(self, column: &'static str, text: &'a str) -> Result<Option<Naf>, Refusal> {
        let found = self.code(column, text, coerce::naf)?;
        if let Some(naf) = found.as_ref().filter(|naf| naf.as_str() != text) {
            self.zeros(column, &text.replace('.', ""), naf.as_str());
        }
        Ok(found)
    }

    /// A FAP code, whatever its case, of the edition that the row says; `None` for none.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn fap(self, column: &'static str) -> Result<Option<Fap>, Refusal> {
        self.fap_of(column, self.get(column))
    }

    fn fap_of(self, column: &'static str, text: &'a str) -> Result<Option<Fap>, Refusal> {
        let found = self.code(column, text, coerce::fap)?;
        if let Some(fap) = &found {
            self.zeros(column, text, fap.code());
        }
        Ok(found)
    }

    /// A territory that may be left out; `None` for none.
    pub fn place(
        self,
        column: &'static str,
        system: &str,
        parse: fn(&str) -> Result<Territory, InvalidCode>,
    ) -> Result<Option<Territory>, Refusal> {
        let found =
            self.coded(column, |text| parse(text).map_err(|_| coerce::code(system, text)))?;
        if let Some(found) = &found {
            self.zeros(column, self.get(column), found.code());
        }
        Ok(found)
    }

    /// Notes that what a column says was taken from this one.
    pub fn derived(self, column: &'static str) {
        self.noted.note(column, Coercion::Postal);
    }

    /// Words; a mark of a missing value is none, and a formula that failed is refused at its cell.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn text(self, column: &'static str) -> Result<&'a str, Refusal> {
        self.text_of(column, self.get(column))
    }

    fn text_of(self, column: &'static str, text: &'a str) -> Result<&'a str, Refusal> {
        if coerce::is_formula_error(text) {
            return self.unread(column, IssueKind::CellError { text: coerce::shorten(text) });
        }
        Ok(if self.missing(column, text) { "" } else { text })
    }

    /// The same, that must be there.
    pub fn needed_text(self, column: &'static str) -> Result<&'a str, Refusal> {
        let text = self.required(column)?;
        if coerce::is_formula_error(text) {
            let kind = IssueKind::CellError { text: coerce::shorten(text) };
            return Err(Refusal { column: column.into(), kind });
        }
        if coerce::is_missing(text) { Err(self.unknown(column)) } else { Ok(text) }
    }

    /// A count that is not negative: a fraction in it is kept, and told at its cell. `1.500` is one
    /// and a half, or a thousand and a half as some write it.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn whole(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        let value = self.positive(column)?;
        self.doubt_fraction(column, value);
        Ok(value)
    }

    /// The same, that must be there.
    pub fn needed_whole(self, column: &'static str) -> Result<f64, Refusal> {
        let value = self.needed_count(column)?;
        self.doubt_fraction(column, Some(value));
        Ok(value)
    }

    /// A count that its producer may mask.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn maskable_whole(self, column: &'static str) -> Result<Cell, Refusal> {
        let cell = self.maskable(column)?;
        self.doubt_fraction(column, cell.value());
        Ok(cell)
    }

    /// A count for which 0 stands for unknown.
    pub fn known_whole(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        let value = self.known(column)?;
        self.doubt_fraction(column, value);
        Ok(value)
    }

    /// Hours, months, euros: a fraction is one, `1.500` is told.
    pub fn amount(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        let value = self.positive(column)?;
        self.doubt_thousands(column);
        Ok(value)
    }

    /// The same, 0 standing for unknown.
    pub fn known_amount(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        let value = self.known(column)?;
        self.doubt_thousands(column);
        Ok(value)
    }

    /// Tells at its cell a count that is not whole, or has thousands as another would read it.
    pub fn doubt_fraction(self, column: &'static str, value: Option<f64>) {
        let text = self.get(column);
        if is_doubtful(text, value) {
            self.noted.doubt_count(column.into(), text);
        }
    }

    /// Tells `1,234` at its cell: decimals, as the oldest surveys have them, or thousands.
    pub fn doubt_thousands(self, column: &'static str) {
        let text = self.get(column);
        if coerce::has_two_readings(text) {
            let kind = IssueKind::CellTwoReadings { text: coerce::shorten(text) };
            self.noted.doubt(Refusal { column: column.into(), kind });
        }
    }

    /// A number that is not negative and must be there: unknown is not nought.
    pub fn needed_count(self, column: &'static str) -> Result<f64, Refusal> {
        let text = self.required(column)?;
        let value = coerce::positive(text).at(column)?.ok_or_else(|| self.unknown(column))?;
        self.unit(column, text);
        Ok(value)
    }

    /// A cell that must be there and says that it is not known.
    pub fn unknown(self, column: &'static str) -> Refusal {
        let text = coerce::shorten(self.get(column));
        Refusal { column: column.into(), kind: IssueKind::RequiredUnknown { text } }
    }

    /// A period that must be there, as it is kept.
    pub fn period(self, column: &'static str) -> Result<Cow<'a, str>, Refusal> {
        let text = self.required(column)?;
        let found = period(text).at(column)?;
        if found.is_empty() {
            return Err(self.unknown(column));
        }
        if found != text {
            self.noted.note(column, Coercion::Period);
        }
        Ok(found)
    }

    /// A class by a reading of its own; `None` for none.
    pub fn graded(
        self,
        column: &'static str,
        read: fn(&'a str) -> Result<Option<f64>, IssueKind>,
    ) -> Result<Option<f64>, Refusal> {
        self.read(column, self.get(column), read)
    }

    /// A size class; `None` for none.
    pub fn size_class(self, column: &'static str) -> Result<Option<SizeClass>, Refusal> {
        let read = self.coded(column, size_class)?;
        Ok(read.map(|(class, made)| {
            if let Some(made) = made {
                self.noted.note(column, made);
            }
            class
        }))
    }

    /// The fourteen digits of an establishment; `None` for none.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn siret(self, column: &'static str) -> Result<Option<Cow<'a, str>>, Refusal> {
        self.siret_of(column, self.get(column))
    }

    fn siret_of(
        self,
        column: &'static str,
        text: &'a str,
    ) -> Result<Option<Cow<'a, str>>, Refusal> {
        let siret = self.code(column, text, coerce::siret)?;
        if let Some(Cow::Owned(siret)) = &siret {
            let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            self.zeros(column, &bare, siret);
        }
        Ok(siret)
    }

    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn number(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        self.read(column, self.get(column), coerce::number)
    }

    /// A number that is not negative.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn positive(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        self.read(column, self.get(column), coerce::positive)
    }

    /// A share, 0–1.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn rate(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        self.read(column, self.get(column), coerce::rate)
    }

    /// A number that is not negative, 0 standing for unknown.
    pub fn known(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        let value = self.positive(column)?;
        if value == Some(0.0) {
            self.noted.note(column, Coercion::Zero);
        }
        Ok(value.filter(|value| *value > 0.0))
    }

    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn yes_no(self, column: &'static str) -> Result<Option<bool>, Refusal> {
        self.read(column, self.get(column), coerce::yes_no)
    }

    /// A count that the producer may mask.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn maskable(self, column: &'static str) -> Result<Cell, Refusal> {
        self.read(column, self.get(column), coerce::maskable)
    }

    /// An ISO day or month; empty when there is none.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn date(self, column: &'static str) -> Result<Cow<'a, str>, Refusal> {
        self.date_of(column, self.get(column))
    }

    fn date_of(self, column: &'static str, text: &'a str) -> Result<Cow<'a, str>, Refusal> {
        let date = self.read(column, text, coerce::date)?;
        self.dated(column, text, &date);
        Ok(date)
    }

    /// The same, that must be there.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn needed_date(self, column: &'static str) -> Result<Cow<'a, str>, Refusal> {
        self.needed_date_of(column, self.required(column)?)
    }

    fn needed_date_of(self, column: &'static str, text: &'a str) -> Result<Cow<'a, str>, Refusal> {
        let date = coerce::date(text).at(column)?;
        if date.is_empty() {
            return Err(self.unknown(column));
        }
        self.dated(column, text, &date);
        Ok(date)
    }

    /// Notes a date that is written otherwise than by its day.
    fn dated(self, column: &'static str, text: &str, date: &str) {
        if date.len() == 7 {
            self.noted.note(column, Coercion::Month);
        } else if !date.is_empty() && text.len() < 8 {
            self.noted.note(column, Coercion::Serial);
        }
    }

    /// An Insee code; empty when there is none.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn commune(self, column: &'static str) -> Result<Cow<'a, str>, Refusal> {
        self.commune_of(column, self.get(column))
    }

    fn commune_of(self, column: &'static str, text: &'a str) -> Result<Cow<'a, str>, Refusal> {
        let code = self.or_unknown(column, coerce::commune(text))?;
        self.missing(column, text);
        self.zeros(column, text, &code);
        Ok(code)
    }

    /// The same, that must be there.
    #[expect(clippy::inline_always, reason = "the place of a column named in the program")]
    #[inline(always)]
    pub fn needed_commune(self, column: &'static str) -> Result<Cow<'a, str>, Refusal> {
        self.needed_commune_of(column, self.required(column)?)
    }

    fn needed_commune_of(
        self,
        column: &'static str,
        text: &'a str,
    ) -> Result<Cow<'a, str>, Refusal> {
        let code = coerce::commune(text).at(column)?;
        if code.is_empty() {
            return Err(self.unknown(column));
        }
        self.zeros(column, text, &code);
        Ok(code)
    }

    /// A code that must be there and be of this kind of territory.
    pub fn territory(
        self,
        column: &'static str,
        system: &str,
        parse: fn(&str) -> Result<Territory, InvalidCode>,
    ) -> Result<Territory, Refusal> {
        let text = self.required(column)?;
        let found = parse(text).map_err(|_| coerce::code(system, text)).at(column)?;
        self.zeros(column, text, found.code());
        Ok(found)
    }

    /// Notes a code whose leading zeros were restored, or that is written otherwise than it is
    /// kept.
    pub fn zeros(self, column: &'static str, text: &str, code: &str) {
        if text == code || text.is_empty() || code.is_empty() {
            return;
        }
        let lost = code.len() > text.strip_suffix(".0").unwrap_or(text).len();
        self.noted.note(column, if lost { Coercion::Zeros } else { Coercion::Shaped });
    }
}
