//! What an attacker knows and reads of occupations in sectors.

use crate::leaks::Attacker;
use crate::leaks::outputs::cell;
use bassin::analysis::employers::answers::Asked as Number;
use bassin::analysis::employers::needs::Need;
use bassin::i18n::Catalog;
use bassin::model::Scope;
use bassin::report::document::Document;
use bassin::secrecy::attack::ShownShare;
use bassin::secrecy::table::CellId;

impl Attacker {
    pub fn know_share(&mut self, part: CellId, base: CellId, (low, high): (f64, f64)) {
        // A share of nothing, to a hundredth of a point: the solver takes no smaller factor.
        let (low, high) = ((low - 1e-4).max(0.0), high + 1e-4);
        self.shares.push(ShownShare { part, base, low, high });
    }

    /// An occupation is made of its sectors, a sector of its occupations, and of what is no row.
    pub fn cross(&mut self, export: usize, needs: &[Need], asked: Number, weighted: bool) {
        let at = |place: usize| self.cells.get(&(export, place, asked, weighted)).copied();
        let mut sums = Vec::new();
        for (place, need) in needs.iter().enumerate() {
            let parts = needs.iter().enumerate().filter(|(_, part)| match &need.scope {
                Scope::Sector(section) => {
                    matches!(&part.scope, Scope::Within(of, _) if of == section)
                }
                Scope::Occupation(fap) => matches!(&part.scope, Scope::Within(_, of) if of == fap),
                _ => false,
            });
            let parts: Vec<_> = parts.filter_map(|(part, _)| at(part)).collect();
            if let Some(total) = at(place).filter(|_| !parts.is_empty()) {
                sums.push((total, parts));
            }
        }
        for (total, mut parts) in sums {
            // What the cells that are no row leave.
            let value = |cell: CellId| self.system.cell(cell).unwrap().value.unwrap();
            let left = value(total) - parts.iter().map(|cell| value(*cell)).sum::<f64>();
            parts.push(self.add(left.max(0.0)));
            self.system.total(total, &parts).unwrap();
        }
    }

    /// Reads the table of sectors of the diagnosis.
    pub fn read_sectors(
        &mut self,
        export: usize,
        document: &Document,
        needs: &[Need],
        catalog: &Catalog,
    ) {
        let table = document.table("sectors").unwrap();
        for row in &table.rows {
            let text = |id: &str| cell(table, row, id).shown(catalog);
            let (sector, code) = (text("sector"), text("code"));
            let place = needs.iter().position(|need| {
                let section = need.scope.section().flatten();
                let named = section.map(|letter| {
                    catalog.text(&format!("section-{}", letter.to_ascii_lowercase()))
                });
                let occupation = need.scope.occupation();
                named.is_some_and(|name| name == sector)
                    && occupation.as_ref().map_or("", |fap| fap.code()) == code
            });
            let Some(place) = place else { continue };
            let at = |of: &Self, asked| of.cells[&(export, place, asked, true)];
            // Rounded to what one can see of them.
            let room = |value: f64| {
                let half = super::weights::unit(&[value]) / 2.0;
                (value - half, value + half)
            };
            if let Some(value) = cell(table, row, "sector-survey-projects").number() {
                self.know(at(self, Number::projects), room(value));
            }
            if let Some(share) = cell(table, row, "sector-survey-share").number() {
                let (part, base) = (at(self, Number::difficult), at(self, Number::projects));
                self.know_share(part, base, room(share));
            }
        }
    }
}
