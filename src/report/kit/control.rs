//! The very hidden sheet: version, wave and lists.

use crate::reference::questionnaire::marker::{COMMUNE_CODE, COMMUNE_LABEL, CONTROL};
use crate::report::kit::{Kit, KitError};
use rust_xlsxwriter::Worksheet;

const NAME: &str = "_bassin";
/// First row of the lists, as a spreadsheet numbers it.
const FIRST: u32 = 2;

pub fn write(sheet: &mut Worksheet, kit: &Kit<'_>) -> Result<(), KitError> {
    sheet.set_name(NAME)?.set_very_hidden(true);
    sheet.write_string(0, 0, kit.marker(CONTROL))?;
    sheet.write_string(0, 1, COMMUNE_CODE)?.write_string(0, 2, COMMUNE_LABEL)?;
    for (row, commune) in (FIRST - 1..).zip(&kit.settings.communes) {
        sheet.write_string(row, 1, &commune.code)?;
        sheet.write_string(row, 2, format!("{} ({})", commune.label, commune.code))?;
    }
    sheet.protect();
    Ok(())
}

/// Range of the communes' drop-down list; nothing without communes.
pub fn communes(kit: &Kit<'_>) -> Option<String> {
    let count = u32::try_from(kit.settings.communes.len()).ok().filter(|count| *count > 0)?;
    Some(format!("={NAME}!$C${FIRST}:$C${}", FIRST + count - 1))
}
