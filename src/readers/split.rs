//! A long text read in pieces, side by side: the same tables as read from end to end.
//!
//! Where rows begin is known only from the rows before (a line may end inside quotes), and two
//! pieces may hold the same key. Both are looked at afterwards: where a row goes on beyond its
//! piece, the text is read again from end to end; where a key comes twice, again in pieces.

use crate::jobs::side_by_side;
use crate::readers::fill::Seed;
use crate::readers::record::Wanted;
use crate::readers::rows::MAX_COLUMNS;
use crate::readers::sheet::{Bounds, Reading};
use crate::readers::text::{Delimited, Spot};
use crate::readers::{Cancelled, Control, Knowing, ReadTable};
use std::sync::atomic::{AtomicU32, Ordering};

/// A piece smaller than this is not worth a thread.
const LEAST: usize = 2 * 1024 * 1024;
/// Rows between two looks at the cancel flag.
const BETWEEN: u32 = 256;

/// A piece by its rank: where its first row begins, and where the row after its last one.
type Range = (usize, (Spot, Spot));
/// The rows of a piece and where the next one begins.
type Piece<'a> = Result<Option<(Reading<'a>, Spot)>, Cancelled>;

/// Reads a text whose header is of a known layout; `None` when it is to be read from end to end.
///
/// # Errors
/// Only when cancelled.
pub fn read_split(
    text: &Delimited<'_>,
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Option<Vec<ReadTable>>, Cancelled> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let pieces = cores.min(text.left(Spot::START) / LEAST);
    if pieces < 2 {
        return Ok(None);
    }
    let mut reading = Reading::new("", blank, knowing.mappings);
    reading.is_delimited = true;
    let end = text.end();
    let begun = text.walk(Spot::START, end, Wanted::ALL, &mut |row, cells| {
        reading.take(row, cells) && reading.filling.is_none()
    });
    let Ok(from) = begun else { return Ok(None) };
    if !reading.is_of_a_layout() || !from.is_before(end) {
        return Ok(None);
    }
    let Some(filling) = reading.filling.as_mut() else { return Ok(None) };
    let (mut seed, bounds) = (filling.seed(), reading.bounds);
    let cuts = text.cuts(from, pieces);
    let froms = std::iter::once(from).chain(cuts.iter().copied());
    let ranges: Vec<Range> = froms.zip(cuts.iter().copied()).enumerate().collect();
    let counted = loop {
        let visited = AtomicU32::new(0);
        let read = side_by_side(&ranges, |range| {
            piece(text, *range, blank, (&seed, bounds), &visited, control)
        });
        let mut fillings = Vec::with_capacity(read.len());
        let mut counted = Vec::with_capacity(read.len());
        let last = read.len() - 1;
        for (piece, (rank, (_, to))) in read.into_iter().zip(&ranges) {
            let Some((mut piece, next)) = piece? else { return Ok(None) };
            // A row that goes on beyond the cut, or notes that rows follow.
            let whole = *rank == last || (next.is_at(*to) && piece.notes.is_empty());
            let Some(filling) = piece.filling.take().filter(|_| whole) else { return Ok(None) };
            fillings.push(filling);
            counted.push((piece.table, piece.notes));
        }
        if filling.join(fillings, &mut seed) {
            break counted;
        }
    };
    for (table, notes) in counted {
        reading.table.rows += table.rows;
        reading.table.issues.append(table.issues);
        // Those of the last piece: no other has any.
        reading.notes = notes;
    }
    Ok(Some(reading.finish(knowing.reference)))
}

fn piece<'a>(
    text: &Delimited<'_>,
    (rank, (from, to)): Range,
    blank: &ReadTable,
    (seed, bounds): (&Seed, Option<Bounds>),
    visited: &AtomicU32,
    control: Control<'_>,
) -> Piece<'a> {
    let mut reading = Reading::piece(blank, seed.filling(rank), bounds);
    let (mut rows, mut cancelled) = (0_u32, false);
    let header = bounds.map_or(MAX_COLUMNS, |bounds| bounds.cells);
    let wanted = Wanted { cells: seed.width(), header };
    let walked = text.walk(from, to, wanted, &mut |row, cells| {
        if rows.is_multiple_of(BETWEEN) {
            (control.progress)(visited.fetch_add(BETWEEN, Ordering::Relaxed));
            cancelled = (control.cancelled)();
        }
        rows += 1;
        !cancelled && reading.take(row, cells)
    });
    if cancelled {
        return Err(Cancelled);
    }
    Ok(walked.ok().map(|next| (reading, next)))
}
