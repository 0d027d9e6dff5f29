//! Code lists and passages, in one shape: a code, its label, its parent or target.

use crate::tables::kind::table;

table! {
    /// Meaning by kind of file:
    /// FAP trees and labels — `code`, `label`, `parent`;
    /// ROME → FAP — `code` (ROME), `qualifier` (digits, empty for all), `target` (FAP);
    /// legal list of tension — `code`, `label`, `parent` (name of the région);
    /// ROME × NAF — `code` (ROME), `target` (NAF), `qualifier` (hirings);
    /// ROME tree — `code` (`A`, `A11`, `A1101`), `label`, `qualifier` (OGR of a job title);
    /// sectors — `code` (basin), `label` (sector), `qualifier` (job seekers);
    /// apprenticeship prices — `code` (`RNCP1002`), `label`, `parent` (branch committee),
    /// `qualifier` (its number), `target` (euros per year);
    /// ROME cards — `code`, `label`, `parent` (v3 card); NAF — `code`, `label`.
    Nomenclature {
        row: RowNumber,
        code: Text,
        label: Text,
        parent: Text,
        qualifier: Text,
        target: Text,
    }
}
