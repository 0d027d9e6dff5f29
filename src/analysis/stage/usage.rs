//! What each loaded table is worth for a territory and a year: « used » is said of a table that
//! something rests on, and of no other.

use super::Stage;
use crate::analysis::employers::asked::{Status, asked};
use crate::analysis::employers::frame::frame_sources;
use crate::analysis::employers::perception::heard;
use crate::analysis::results::{SourceView, Usage};
use crate::analysis::stacking::Pair;
use crate::model::{Kind, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use std::collections::BTreeSet;

impl Stage {
    pub(super) fn sources(&self) -> Vec<SourceView> {
        let given = self.given.iter().zip(&self.usages).enumerate();
        given
            .map(|(place, (input, usage))| {
                // A survey that does not say its year was given one.
                let vintage = self.inputs.get(place).and_then(|input| input.vintage);
                let view = SourceView::new(input, *usage);
                SourceView { vintage: view.vintage.or(vintage), ..view }
            })
            .collect()
    }

    /// Of the files alone: the same whatever the settings.
    pub(super) fn usages(&self) -> Vec<Usage> {
        let (read, beside) = (self.read(), self.surveyed_by());
        let aside = self.set_aside(&read, &beside);
        let usage = |place: usize, input: &ReadTable| {
            // The place of a company's headcount is empty.
            if input.file.is_empty() {
                return Usage::Apart;
            }
            if read.contains(&place) {
                return Usage::Results;
            }
            if beside.contains(&place) {
                return Usage::Survey;
            }
            if aside.contains(&place) {
                return Usage::SetAside;
            }
            match &input.table {
                _ if !input.kind.serves() => Usage::Unread,
                Table::Shapes(shapes) if shapes.rows().any(|row| self.places(row.code)) => {
                    Usage::Map
                }
                _ => Usage::Silent,
            }
        };
        self.given.iter().enumerate().map(|(place, input)| usage(place, input)).collect()
    }

    /// Tables that figures, names or links of the results come from.
    fn read(&self) -> BTreeSet<usize> {
        let Self { bmo, years, flows, hirings, anchors, regulatory, index, library, .. } = self;
        let mut read: BTreeSet<usize> = bmo.iter().map(|survey| survey.source).collect();
        let series = years.iter().filter(|year| year.folded.is_some());
        read.extend(series.map(|year| year.survey.source));
        read.extend(flows.sources());
        read.extend(self.seekers.values().map(|seekers| seekers.source));
        for employed in self.employed.values() {
            read.insert(employed.source);
            read.extend(employed.ages_of.map(|(_, source, _)| source));
        }
        read.extend(hirings.iter().map(|hirings| hirings.source));
        read.extend(anchors.sources());
        read.extend(regulatory.sources());
        read.extend(index.sources());
        read.extend(library.iter().map(|experience| experience.source));
        read.extend(self.supports.values().map(|support| support.source));
        read.extend(&self.distances);
        let offered = self.offer_lists.iter().filter(|list| list.offers > 0);
        let counted = offered.clone().map(|list| list.nature).min();
        let told = offered.filter(|list| Some(list.nature) == counted).map(|list| list.source);
        read.extend(told);
        read.extend(flows.offers());
        read.extend(self.employers.iter().copied());
        read.extend(self.lists());
        // Extracts that are read together.
        let together = |pair: &Pair| read.iter().find_map(|at| pair.completes(*at));
        let more: Vec<usize> = self.pairs.iter().filter_map(together).collect();
        read.extend(more);
        read
    }

    /// Lists among the files: the last of those that stand for a whole list, and all that complete
    /// one.
    fn lists(&self) -> BTreeSet<usize> {
        let of_kind = |place: usize, kind: Kind| {
            let later = self.inputs.iter().skip(place + 1);
            later.filter(move |input| input.kind == kind)
        };
        let all = self.inputs.iter().enumerate();
        let lists = all.filter(|(_, input)| input.kind.is_reference() && input.rows.kept > 0);
        let read = lists.filter(|(place, input)| {
            !of_kind(*place, input.kind)
                .any(|later| Reference::stands_for(input.kind, later.rows.kept, input.rows.kept))
        });
        read.map(|(place, _)| place).collect()
    }

    /// Tables that only the survey of employers and the opinions of actors rest on.
    fn surveyed_by(&self) -> BTreeSet<usize> {
        let Self { inputs, request, reference, .. } = self;
        let mut beside = heard(inputs);
        let list = asked(inputs, request.territory, reference).unwrap_or_default();
        if list.is_empty() {
            return beside;
        }
        beside.extend(list.iter().map(|one| one.origin.0));
        beside.extend(frame_sources(inputs, request.territory, reference));
        let answered = list.iter().filter(|one| one.status == Status::Answered);
        let who: BTreeSet<&str> = answered.map(|one| one.id.as_str()).collect();
        for (place, input) in inputs.iter().enumerate() {
            let heard = match &input.table {
                Table::SurveyAnswers(table) => {
                    table.rows().any(|row| who.contains(row.establishment))
                }
                Table::SurveyWishes(table) => {
                    table.rows().any(|row| who.contains(row.establishment))
                }
                _ => false,
            };
            if heard {
                beside.insert(place);
            }
        }
        beside
    }

    /// Tables that count for nothing, since another of their kind does: copies, former waves; and
    /// those that speak of what is asked where only one vintage, nature or list is read.
    fn set_aside(&self, read: &BTreeSet<usize>, beside: &BTreeSet<usize>) -> BTreeSet<usize> {
        let doubles = self.doubles.iter().chain(&self.copies).map(|(_, left)| *left);
        let former = self.former.iter().map(|(left, _)| *left);
        let paired = self.pairs.iter().filter_map(Pair::set_aside);
        let mut aside: BTreeSet<usize> = doubles.chain(former).chain(paired).collect();
        // The two forms of the register of establishments are one kind here.
        let of_a_kind = |kind: Kind| match kind {
            Kind::EstablishmentStock => Kind::EstablishmentRegister,
            kind => kind,
        };
        let counted = read.iter().chain(beside).filter_map(|place| self.inputs.get(*place));
        let kinds: BTreeSet<Kind> = counted.map(|input| of_a_kind(input.kind)).collect();
        let others = self.inputs.iter().enumerate().filter(|(place, input)| {
            kinds.contains(&of_a_kind(input.kind)) && self.speaks(*place, input)
        });
        aside.extend(others.map(|(place, _)| place));
        aside
    }

    /// Whether a table of a kind of which one is read speaks of what is asked.
    fn speaks(&self, place: usize, input: &ReadTable) -> bool {
        let territory = self.request.territory;
        match &input.table {
            Table::Tension(table) => !table.is_empty(),
            Table::Register(table) => !table.is_empty(),
            Table::Stock(table) => !table.is_empty(),
            Table::Opinions(table) => !table.is_empty(),
            Table::BasinTension(table) => {
                let code = territory.code();
                table.rows().any(|row| row.basin == code)
            }
            Table::JobSeekers(table) => {
                table.rows().any(|row| row.territory.parse() == Ok(territory))
            }
            Table::Employment(table) => {
                table.rows().any(|row| row.territory.parse() == Ok(territory))
            }
            Table::JobOffers(_) => {
                self.offer_lists.iter().any(|list| list.source == place && list.offers > 0)
            }
            Table::Nomenclature(_) => {
                input.kind == Kind::RomeNafHirings || input.kind.is_reference()
            }
            Table::Communes(_) => true,
            _ => false,
        }
    }

    /// Whether a shape of this code is in a territory that a map can be drawn of.
    fn places(&self, code: &str) -> bool {
        match code.strip_prefix("com:") {
            Some(commune) => self.reference.basin_from_commune(commune).is_some(),
            None => code.parse::<Territory>().is_ok(),
        }
    }
}
