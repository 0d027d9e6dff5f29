//! What of a candidate is told in words: as computed, and as the user writes it.

use crate::i18n::Catalog;
use crate::matching::supply::{Certification, Supply};
use crate::model::planning::Part;
use crate::recommend::proposal::{Measure, Proposal};
use crate::reference::financing::Device;

/// As the files and the method tell it; what nothing tells says so.
pub fn computed(
    part: Part,
    proposal: &Proposal,
    supply: Option<&Supply>,
    devices: &[Device],
    catalog: &Catalog,
) -> String {
    let list = |names: Vec<String>| {
        let known = !names.is_empty();
        if known {
            names.join(&catalog.text("list-separator"))
        } else {
            catalog.text(&format!("planned-part-none-{}", part.id()))
        }
    };
    let named = |prefix: &str, ids: &mut dyn Iterator<Item = &'static str>| {
        list(ids.map(|id| catalog.text(&format!("{prefix}-{id}"))).collect())
    };
    match part {
        Part::Certification => {
            let known = |at: &usize| supply?.certifications.get(*at);
            let certifications = proposal.certifications.iter().filter_map(known);
            list(certifications.map(named_certification).collect())
        }
        // Those of the first certification aimed at, as it is registered.
        Part::Skills => {
            let first = proposal.certifications.first();
            let found = first.and_then(|at| supply?.certifications.get(*at));
            list(found.map(|one| one.blocks.clone()).unwrap_or_default())
        }
        // Those who confirm the devices: whom to bring to the table.
        Part::Partners => {
            let mut named: Vec<String> = Vec::new();
            for device in devices.iter().filter(|one| proposal.devices.contains(&one.id)) {
                if !named.contains(&device.confirm_with) {
                    named.push(device.confirm_with.clone());
                }
            }
            list(named)
        }
        Part::Public => {
            let all = std::iter::once(&proposal.key.audience).chain(&proposal.also);
            named("audience", &mut all.map(|one| one.id()))
        }
        Part::Devices => {
            let found = devices.iter().filter(|one| proposal.devices.contains(&one.id));
            list(found.map(|device| device.name.clone()).collect())
        }
        Part::Commitment => commitment(proposal, catalog),
        Part::Lead => catalog.text(&format!("lead-{}", proposal.lead)),
        Part::Indicators => {
            let all = Measure::ACHIEVEMENT.iter().chain(&Measure::RESULT);
            named("measure", &mut all.map(|one| one.id()))
        }
        Part::Risks => named("risk", &mut proposal.risks.iter().map(|one| one.id())),
    }
}

fn named_certification(one: &Certification) -> String {
    match one.register {
        Some(register) => format!("{} ({register})", one.label),
        None => one.label.clone(),
    }
}

/// What employers must commit themselves to: the causes that are theirs to change.
fn commitment(proposal: &Proposal, catalog: &Catalog) -> String {
    if !proposal.commitment_required {
        return catalog.text("planned-commitment-free");
    }
    let causes = proposal.conditions.iter();
    let named: Vec<String> =
        causes.map(|cause| catalog.text(&format!("commitment-{}", cause.id()))).collect();
    let list = named.join(&catalog.text("list-separator"));
    let key = if named.is_empty() { "commitment-any" } else { "commitment-on" };
    catalog.with(key, &[("list", (&list).into())])
}

/// As it stands: the user's words, else the computed ones.
pub fn standing(
    part: Part,
    proposal: &Proposal,
    supply: Option<&Supply>,
    devices: &[Device],
    catalog: &Catalog,
) -> String {
    match proposal.changes.parts.get(&part).filter(|text| !text.trim().is_empty()) {
        Some(text) => text.clone(),
        None => computed(part, proposal, supply, devices, catalog),
    }
}
