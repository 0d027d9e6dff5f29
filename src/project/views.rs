//! Views of the diagnosis that the user named: what is kept, in which order, in which columns.

use std::collections::BTreeSet;

/// A named view. Identifiers are those of the window; one that a later version does not know is
/// left out when the view is called back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedView {
    pub name: String,
    /// Part of the diagnosis that is looked at.
    pub tab: String,
    /// Words searched.
    pub text: String,
    /// Which signs are kept.
    pub sign: String,
    /// Section of activity.
    pub sector: Option<char>,
    /// Letter of the *famille de métiers*.
    pub family: Option<String>,
    /// Level and code of a group of occupations: `fap87/S1X`, `domains/S`.
    pub group: Option<String>,
    pub lever: Option<String>,
    /// Grade of confidence.
    pub grade: Option<String>,
    /// Column and whether the largest come first; `None`: the table's own order.
    pub sort: Option<(String, bool)>,
    /// Columns that are not shown.
    pub hidden: BTreeSet<String>,
    /// The comparison that the share is set against.
    pub comparison: Option<String>,
}
