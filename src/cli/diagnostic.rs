//! `bassin diagnostic`: what helps to help, without personal data.

use crate::i18n::Catalog;

pub fn run(catalog: &Catalog) -> String {
    let lists = crate::reference::Reference::embedded().map_or(0, |r| r.lists().len());
    format!(
        "bassin {}\n{} {}\n{}{} {lists}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        catalog.text("cli-reference-lists"),
        catalog.text("colon").trim_end(),
    )
}
