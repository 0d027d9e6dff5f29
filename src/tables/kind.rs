//! Column kinds and the `table!` macro: one declaration gives a row, a builder and a checked frame.

use crate::model::text::Ends;
use polars::prelude::*;
use polars_core::utils::arrow::array::MutableBinaryViewArray;

/// A frame that does not have the columns of its table.
#[derive(Debug, thiserror::Error)]
#[error("{table}: {source}")]
pub struct TableError {
    pub table: &'static str,
    #[source]
    pub source: PolarsError,
}

/// How one field is stored in a polars column.
pub trait Field {
    type Value<'a>: Copy;
    type Store: Default;
    type Reader<'a>;

    fn push(store: &mut Self::Store, value: Self::Value<'_>);
    fn finish(store: Self::Store, name: &str) -> Vec<Column>;

    /// # Errors
    /// When the column is absent or has another type.
    fn reader<'a>(frame: &'a DataFrame, name: &str) -> PolarsResult<Self::Reader<'a>>;
    fn get<'a>(reader: &Self::Reader<'a>, index: usize) -> Self::Value<'a>;
}

/// Text, possibly empty: empty means unknown.
pub struct Text;
/// A number, or nothing.
pub struct Number;
/// A number, a masked cell, or nothing: three different things.
pub struct Maskable;
/// Yes, no, or nothing.
pub struct YesNo;
/// A row number of the source sheet, from 1.
pub struct RowNumber;
/// Bytes whose meaning is the table's own.
pub struct Bytes;

/// A cell that a producer may mask for secrecy.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cell {
    Value(f64),
    /// Published as `*`: small, but neither 0 nor any other number.
    Masked,
    #[default]
    Missing,
}

impl Cell {
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Masked | Self::Missing => None,
        }
    }
}

/// A column under way in polars' own form: finishing it copies nothing.
pub struct Under<B>(B);

/// A column of text under way. A text that stands in several rows one after the other, as most
/// codes and dates do, is written at once for all of them.
#[derive(Default)]
pub struct Texts {
    written: MutableBinaryViewArray<str>,
    last: Ends,
    /// Rows after the last that hold its text and are not written yet.
    more: usize,
    /// Memory for that text while it is written.
    again: String,
}

impl Texts {
    fn push(&mut self, value: &str) {
        let ends = Ends::of(value);
        if ends == self.last
            && let Some(last) = self.written.len().checked_sub(1)
            && (ends.is_whole() || self.written.value(last) == value)
        {
            self.more += 1;
            return;
        }
        self.repeat();
        self.written.push_value(value);
        self.last = ends;
    }

    fn repeat(&mut self) {
        let more = std::mem::take(&mut self.more);
        if more > 0 {
            self.again.clear();
            self.again.push_str(self.written.value(self.written.len() - 1));
            self.written.extend_constant(more, Some(self.again.as_str()));
        }
    }
}

impl Default for Under<BinaryChunkedBuilder> {
    fn default() -> Self {
        Self(BinaryChunkedBuilder::new(PlSmallStr::EMPTY, 0))
    }
}

impl Default for Under<PrimitiveChunkedBuilder<Float64Type>> {
    fn default() -> Self {
        Self(PrimitiveChunkedBuilder::new(PlSmallStr::EMPTY, 0))
    }
}

impl Default for Under<BooleanChunkedBuilder> {
    fn default() -> Self {
        Self(BooleanChunkedBuilder::new(PlSmallStr::EMPTY, 0))
    }
}

/// A finished column under its name.
fn named<T: PolarsDataType>(column: ChunkedArray<T>, name: &str) -> Column
where
    ChunkedArray<T>: IntoSeries,
{
    column.with_name(name.into()).into_series().into()
}

impl Field for Text {
    type Value<'a> = &'a str;
    type Store = Texts;
    type Reader<'a> = &'a StringChunked;

    fn push(store: &mut Self::Store, value: &str) {
        store.push(value);
    }

    fn finish(mut store: Self::Store, name: &str) -> Vec<Column> {
        store.repeat();
        let column = StringChunked::with_chunk(name.into(), store.written.freeze());
        vec![column.into_series().into()]
    }

    fn reader<'a>(frame: &'a DataFrame, name: &str) -> PolarsResult<Self::Reader<'a>> {
        frame.column(name)?.str()
    }

    fn get<'a>(reader: &Self::Reader<'a>, index: usize) -> Self::Value<'a> {
        reader.get(index).unwrap_or_default()
    }
}

impl Field for Number {
    type Value<'a> = Option<f64>;
    type Store = Under<PrimitiveChunkedBuilder<Float64Type>>;
    type Reader<'a> = &'a Float64Chunked;

    fn push(store: &mut Self::Store, value: Option<f64>) {
        store.0.append_option(value);
    }

    fn finish(store: Self::Store, name: &str) -> Vec<Column> {
        vec![named(store.0.finish(), name)]
    }

    fn reader<'a>(frame: &'a DataFrame, name: &str) -> PolarsResult<Self::Reader<'a>> {
        frame.column(name)?.f64()
    }

    fn get<'a>(reader: &Self::Reader<'a>, index: usize) -> Self::Value<'a> {
        reader.get(index)
    }
}

impl Field for Maskable {
    type Value<'a> = Cell;
    type Store = (Under<PrimitiveChunkedBuilder<Float64Type>>, Vec<bool>);
    type Reader<'a> = (&'a Float64Chunked, &'a BooleanChunked);

    fn push(store: &mut Self::Store, value: Cell) {
        store.0.0.append_option(value.value());
        store.1.push(value == Cell::Masked);
    }

    fn finish(store: Self::Store, name: &str) -> Vec<Column> {
        let masked = format!("{name}_masked");
        vec![named(store.0.0.finish(), name), Column::new(masked.into(), store.1)]
    }

    fn reader<'a>(frame: &'a DataFrame, name: &str) -> PolarsResult<Self::Reader<'a>> {
        let masked = format!("{name}_masked");
        Ok((frame.column(name)?.f64()?, frame.column(&masked)?.bool()?))
    }

    fn get<'a>(reader: &Self::Reader<'a>, index: usize) -> Self::Value<'a> {
        match (reader.0.get(index), reader.1.get(index)) {
            (Some(value), _) => Cell::Value(value),
            (None, Some(true)) => Cell::Masked,
            (None, _) => Cell::Missing,
        }
    }
}

impl Field for YesNo {
    type Value<'a> = Option<bool>;
    type Store = Under<BooleanChunkedBuilder>;
    type Reader<'a> = &'a BooleanChunked;

    fn push(store: &mut Self::Store, value: Option<bool>) {
        store.0.append_option(value);
    }

    fn finish(store: Self::Store, name: &str) -> Vec<Column> {
        vec![named(store.0.finish(), name)]
    }

    fn reader<'a>(frame: &'a DataFrame, name: &str) -> PolarsResult<Self::Reader<'a>> {
        frame.column(name)?.bool()
    }

    fn get<'a>(reader: &Self::Reader<'a>, index: usize) -> Self::Value<'a> {
        reader.get(index)
    }
}

impl Field for RowNumber {
    type Value<'a> = u32;
    type Store = Vec<u32>;
    type Reader<'a> = &'a UInt32Chunked;

    fn push(store: &mut Self::Store, value: u32) {
        store.push(value);
    }

    fn finish(store: Self::Store, name: &str) -> Vec<Column> {
        vec![UInt32Chunked::from_vec(name.into(), store).into_series().into()]
    }

    fn reader<'a>(frame: &'a DataFrame, name: &str) -> PolarsResult<Self::Reader<'a>> {
        frame.column(name)?.u32()
    }

    fn get<'a>(reader: &Self::Reader<'a>, index: usize) -> Self::Value<'a> {
        reader.get(index).unwrap_or_default()
    }
}

impl Field for Bytes {
    type Value<'a> = &'a [u8];
    type Store = Under<BinaryChunkedBuilder>;
    type Reader<'a> = &'a BinaryChunked;

    fn push(store: &mut Self::Store, value: &[u8]) {
        store.0.append_value(value);
    }

    fn finish(store: Self::Store, name: &str) -> Vec<Column> {
        vec![named(store.0.finish(), name)]
    }

    fn reader<'a>(frame: &'a DataFrame, name: &str) -> PolarsResult<Self::Reader<'a>> {
        frame.column(name)?.binary()
    }

    fn get<'a>(reader: &Self::Reader<'a>, index: usize) -> Self::Value<'a> {
        reader.get(index).unwrap_or_default()
    }
}

/// Declares a table: `Row<'a>` (borrowed), `Builder`, and a newtype over a checked frame.
macro_rules! table {
    (
        $(#[$doc:meta])*
        $name:ident { $( $(#[$field_doc:meta])* $field:ident : $kind:ident ),+ $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(polars::prelude::DataFrame);

        /// One row, borrowed from the frame or given to the builder.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Row<'a> {
            $( $(#[$field_doc])*
               pub $field: <$crate::tables::kind::$kind as $crate::tables::kind::Field>::Value<'a>, )+
        }

        /// Collects rows; `finish` makes the table.
        #[derive(Default)]
        pub struct Builder {
            $( $field: <$crate::tables::kind::$kind as $crate::tables::kind::Field>::Store, )+
            height: usize,
        }

        impl Builder {
            pub fn push(&mut self, row: Row<'_>) {
                use $crate::tables::kind::Field as _;
                $( $crate::tables::kind::$kind::push(&mut self.$field, row.$field); )+
                self.height += 1;
            }

            pub const fn len(&self) -> usize {
                self.height
            }

            pub const fn is_empty(&self) -> bool {
                self.height == 0
            }

            /// # Errors
            /// When polars refuses the columns.
            pub fn finish(self) -> Result<$name, $crate::tables::TableError> {
                use $crate::tables::kind::Field as _;
                let mut columns = Vec::new();
                $( columns.extend(
                    $crate::tables::kind::$kind::finish(self.$field, stringify!($field))
                ); )+
                let frame = polars::prelude::DataFrame::new(self.height, columns).map_err(
                    |source| $crate::tables::TableError { table: stringify!($name), source }
                )?;
                $name::new(frame)
            }
        }

        impl $name {
            /// Checks that the frame has every column with its type.
            ///
            /// # Errors
            /// Names the table and the column at fault.
            pub fn new(
                frame: polars::prelude::DataFrame,
            ) -> Result<Self, $crate::tables::TableError> {
                let table = Self(frame);
                table.try_rows().map(drop).map_err(
                    |source| $crate::tables::TableError { table: stringify!($name), source }
                )?;
                Ok(table)
            }

            /// Adds the rows of another table of this kind below its own; nothing is copied.
            ///
            /// # Errors
            /// When polars refuses the columns.
            pub fn append(&mut self, other: &Self) -> Result<(), $crate::tables::TableError> {
                self.0.vstack_mut(&other.0).map(drop).map_err(
                    |source| $crate::tables::TableError { table: stringify!($name), source }
                )
            }

            /// The checked frame, for polars expressions.
            pub const fn frame(&self) -> &polars::prelude::DataFrame {
                &self.0
            }

            pub fn len(&self) -> usize {
                self.0.height()
            }

            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Every row, in file order.
            pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
                self.try_rows().into_iter().flatten()
            }

            fn try_rows(
                &self,
            ) -> polars::prelude::PolarsResult<impl Iterator<Item = Row<'_>>> {
                use $crate::tables::kind::Field as _;
                $( let $field =
                    $crate::tables::kind::$kind::reader(&self.0, stringify!($field))?; )+
                Ok((0..self.0.height()).map(move |index| Row {
                    $( $field: $crate::tables::kind::$kind::get(&$field, index), )+
                }))
            }
        }
    };
}

pub(crate) use table;
