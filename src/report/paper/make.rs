//! A document of a kind, section after section, as its template and the user say.

use crate::analysis::body::Sheet;
use crate::analysis::results::Occupation;
use crate::model::Language;
use crate::model::action::ActionPlan;
use crate::report::paper::matter::Matter;
use crate::report::paper::template::{Template, TemplateError, own_title};
use crate::report::paper::{Block, Kind, Paper, own};
use crate::report::paper::{
    body, bulletin, company, evaluation, method, note, occupation, plan, programmes, respondent,
    sector, typography, workshop,
};
use std::collections::BTreeMap;

/// A document that is asked for, with what it is about.
#[derive(Clone, Copy)]
pub enum Asked<'a> {
    Note,
    Occupation(&'a Occupation),
    /// A section of NAF.
    Sector(char),
    Programmes,
    /// A catalogue of training and its name. The document holds its table.
    Body(&'a str, &'a Sheet),
    /// The document holds the table of the company.
    Company,
    /// The document holds the table of the respondent; a number that the user gives names it.
    Respondent(u32),
    Bulletin,
    Method,
    Plan,
    Evaluation,
    Workshop,
}

impl Asked<'_> {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Note => Kind::Note,
            Self::Occupation(_) => Kind::Occupation,
            Self::Sector(_) => Kind::Sector,
            Self::Programmes => Kind::Programmes,
            Self::Body(..) => Kind::Body,
            Self::Company => Kind::Company,
            Self::Respondent(_) => Kind::Respondent,
            Self::Bulletin => Kind::Bulletin,
            Self::Method => Kind::Method,
            Self::Plan => Kind::Plan,
            Self::Evaluation => Kind::Evaluation,
            Self::Workshop => Kind::Workshop,
        }
    }

    /// What words of the user for this document alone are kept under. Nothing of a respondent or of
    /// a company is kept.
    pub fn subject(&self) -> Option<String> {
        match self {
            Self::Occupation(occupation) => Some(occupation.code.to_string()),
            Self::Sector(section) => Some(section.to_string()),
            Self::Body(name, _) => Some((*name).to_owned()),
            _ => None,
        }
    }

    /// What names the document among those of its kind, in a file name.
    fn mark(&self) -> Option<String> {
        match self {
            Self::Occupation(occupation) => Some(occupation.code.code().to_owned()),
            Self::Sector(section) => Some(section.to_string()),
            Self::Respondent(number) => Some(format!("{number:03}")),
            _ => None,
        }
    }

    /// The blocks of a section; `None` where the kind has no such section.
    fn section(&self, matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
        match self {
            Self::Note => note::section(matter, id),
            Self::Occupation(occupation) => occupation::section(matter, occupation, id),
            Self::Sector(section) => sector::section(matter, *section, id),
            Self::Programmes => programmes::section(matter, id),
            Self::Body(_, sheet) => body::section(matter, sheet, id),
            Self::Company => company::section(matter, id),
            Self::Respondent(_) => respondent::section(matter, id),
            Self::Bulletin => bulletin::section(matter, id),
            Self::Method => method::section(matter, id),
            Self::Plan => plan::section(matter, id),
            Self::Evaluation => evaluation::section(matter, id),
            Self::Workshop => workshop::section(matter, id),
        }
    }

    fn title(&self, matter: &Matter<'_>, template: &Template) -> String {
        let results = matter.context().results;
        let subject = match self {
            Self::Occupation(occupation) => occupation.label.clone(),
            Self::Sector(section) => matter.context().section(*section),
            Self::Body(name, _) => name.replace('_', " "),
            _ => results.territory.label.clone(),
        };
        match own_title(matter.papers, self.kind()) {
            Some(own) if matches!(self, Self::Occupation(_) | Self::Sector(_)) => {
                format!("{own}\u{a0}– {subject}")
            }
            Some(own) => own.to_owned(),
            None => {
                let year = year_of(matter);
                let of = [("subject", (&subject).into()), ("year", (&year).into())];
                matter.catalog().with(&template.title, &of)
            }
        }
    }

    fn subtitle(&self, matter: &Matter<'_>) -> String {
        let results = matter.context().results;
        let code = results.territory.territory.to_string();
        let year = results.year.to_string();
        let of = [
            ("territory", (&results.territory.label).into()),
            ("code", (&code).into()),
            ("year", (&year).into()),
        ];
        // Where the title names something else, the territory is named here.
        let key = match self {
            Self::Occupation(_) | Self::Sector(_) | Self::Body(..) => "paper-subtitle-place",
            _ => "paper-subtitle",
        };
        let key = match self {
            Self::Plan | Self::Evaluation => "paper-subtitle-actions",
            // Another survey than BMO is what they tell of.
            Self::Workshop | Self::Respondent(_) => "paper-subtitle-code",
            _ => key,
        };
        let place = matter.catalog().with(&matter.context().key_of(key), &of);
        match self {
            Self::Occupation(occupation) => {
                let edition = results.fap_version.year().to_string();
                let of = [
                    ("code", occupation.code.code().into()),
                    ("edition", (&edition).into()),
                    ("place", (&place).into()),
                ];
                matter.catalog().with("paper-subtitle-occupation", &of)
            }
            _ => place,
        }
    }
}

/// The year of the plan of action, else the one that most of its actions are in, else that of the
/// analysis.
fn year_of(matter: &Matter<'_>) -> String {
    let of_plan = matter.context().actions.and_then(|plan| plan.year.or_else(|| dated(plan)));
    of_plan.unwrap_or(matter.context().results.year).to_string()
}

/// The year that most actions begin in, or end where no beginning is said; the first of equals.
fn dated(plan: &ActionPlan) -> Option<u16> {
    let mut years: BTreeMap<u16, usize> = BTreeMap::new();
    for action in &plan.actions {
        let year = action.begins.or(action.ends).and_then(|day| u16::try_from(day.year()).ok());
        if let Some(year) = year {
            *years.entry(year).or_default() += 1;
        }
    }
    let most = years.values().copied().max()?;
    years.into_iter().find(|(_, count)| *count == most).map(|(year, _)| year)
}

/// Stem of the files of a document: its kind, the territory, what it is about.
fn name(asked: &Asked<'_>, matter: &Matter<'_>) -> String {
    let territory = matter.context().results.territory.territory.to_string();
    let parts = [Some(asked.kind().id().to_owned()), Some(territory), asked.mark()];
    let stem = parts.into_iter().flatten().collect::<Vec<_>>().join("_");
    stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// The document.
///
/// # Errors
/// When the built-in templates are faulty, which a test refuses.
pub fn paper(matter: &Matter<'_>, asked: &Asked<'_>) -> Result<Paper, TemplateError> {
    let kind = asked.kind();
    let template = Template::of(kind)?;
    let choices = matter.papers.of(kind.id());
    let subject = asked.subject();
    let mut blocks = Vec::new();
    for id in template.shown(choices) {
        let of_user = choices.and_then(|choices| {
            own::texts(choices, subject.as_deref())
                .into_iter()
                .find(|(part, _)| *part == id)
                .map(|(_, text)| text)
        });
        let made = match of_user {
            Some(text) => own::blocks(text, &matter.citing()),
            None => asked.section(matter, id).unwrap_or_default(),
        };
        if made.is_empty() {
            continue;
        }
        let title = [format!("paper-heading-{}-{id}", kind.id()), format!("paper-heading-{id}")];
        if let Some(key) = title.iter().find(|key| matter.catalog().has(key)) {
            blocks.push(matter.heading(1, key));
        }
        blocks.extend(made);
    }
    let mut paper = Paper {
        kind,
        name: name(asked, matter),
        title: asked.title(matter, template),
        subtitle: asked.subtitle(matter),
        language: matter.catalog().language(),
        as_of: matter.context().results.as_of,
        look: matter.look.clone(),
        blocks,
    };
    if paper.language == Language::French {
        typography::set(&mut paper);
    }
    Ok(paper)
}

/// Sections of a template that its kind does not know: none, which a test holds.
///
/// # Errors
/// Templates that cannot be read.
pub fn unknown_sections(
    matter: &Matter<'_>,
    asked: &Asked<'_>,
) -> Result<Vec<String>, TemplateError> {
    let template = Template::of(asked.kind())?;
    let own = ["introduction", "conclusions"];
    let ids = template.sections.iter().map(|(id, _)| id);
    let ids = ids.filter(|id| !own.contains(&id.as_str()));
    Ok(ids.filter(|id| asked.section(matter, id).is_none()).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::sheet::Action;

    #[test]
    fn a_plan_without_a_year_is_of_the_one_that_most_actions_are_in() {
        let check = |days: &[(&str, &str)], expect: Option<u16>| {
            let action = |(begins, ends): &(&str, &str)| Action {
                begins: begins.parse().ok(),
                ends: ends.parse().ok(),
                ..Action::default()
            };
            let actions = days.iter().map(action).collect();
            let plan = ActionPlan { actions, ..ActionPlan::default() };
            assert_eq!(dated(&plan), expect, "{days:?}");
        };
        check(&[], None);
        check(&[("", "")], None);
        check(&[("2027-02-01", "2028-12-31"), ("", "")], Some(2027));
        check(&[("", "2028-12-31")], Some(2028));
        check(&[("2026-09-01", ""), ("2027-01-01", ""), ("2027-06-01", "")], Some(2027));
        check(&[("2028-01-01", ""), ("2027-01-01", "")], Some(2027));
    }
}
