//! What to act on and who could lead, in words: named by the causes that weigh on the occupation,
//! published ones and those that employers of the territory name, as far as their share is shown.

use crate::analysis::results::Occupation;
use crate::recommend::diagnosis::Lever;
use crate::recommend::remedy;
use crate::reference::decision::Remedy;
use crate::report::build::Context;

/// What the causes of an occupation call for.
struct Called<'a> {
    /// Published causes, under its lever.
    published: Vec<&'a Remedy>,
    /// Causes that employers name, beside.
    named: Vec<&'a Remedy>,
}

impl<'a> Context<'a> {
    fn called(&self, occupation: &Occupation) -> Called<'a> {
        let (finding, all) = (&occupation.finding, self.parameters.remedies());
        let published = remedy::under(all, finding.lever, &finding.aggravating);
        let named = remedy::named(all, &self.named_causes(occupation), &published);
        Called { published, named }
    }

    /// « les conditions et les horaires de travail, le salaire et l’emploi du conjoint ».
    fn remedy_list(&self, remedies: &[&Remedy]) -> String {
        let name = |remedy: &&Remedy| self.catalog.text(&format!("remedy-{}", remedy.id));
        let mut names: Vec<String> = remedies.iter().map(name).collect();
        let Some(last) = names.pop() else { return String::new() };
        if names.is_empty() {
            return last;
        }
        let first = names.join(", ");
        self.catalog.with("list-and", &[("first", (&first).into()), ("last", (&last).into())])
    }

    /// Words of a lever: with what is acted on where causes name it, those of the lever elsewhere.
    fn on(&self, key: &str, remedies: &[&Remedy]) -> String {
        if remedies.is_empty() {
            return self.catalog.text(key);
        }
        let list = self.remedy_list(remedies);
        self.catalog.with(&format!("{key}-on"), &[("list", (&list).into())])
    }

    /// What to act on; of an occupation that the territory does not flag, with that said.
    pub fn lever(&self, occupation: &Occupation) -> String {
        let words = self.lever_as("lever", occupation);
        if self.is_official_only(occupation) {
            return self.catalog.with("lever-official-only", &[("words", (&words).into())]);
        }
        words
    }

    /// The same where the table already says that training does not come first.
    pub fn other_lever(&self, occupation: &Occupation) -> String {
        let first = match occupation.finding.lever {
            Lever::JobQuality | Lever::Retention | Lever::Mobility => "lever-first",
            _ => "lever",
        };
        self.lever_as(first, occupation)
    }

    fn lever_as(&self, prefix: &str, occupation: &Occupation) -> String {
        let lever = occupation.finding.lever;
        if lever == Lever::None {
            return self.catalog.text("lever-none");
        }
        let Called { published, named } = self.called(occupation);
        let words = self.on(&format!("{prefix}-{}", lever.id()), &published);
        if named.is_empty() {
            return words;
        }
        let list = self.remedy_list(&named);
        self.catalog.with("lever-named", &[("words", (&words).into()), ("list", (&list).into())])
    }

    /// A lever is named by the official class alone: the territory's own data flag nothing.
    pub fn is_official_only(&self, occupation: &Occupation) -> bool {
        let official = occupation.anchor.is_some_and(|anchor| anchor.is_tense());
        // Without a survey of projects nothing could be flagged.
        official
            && self.results.bmo.is_some()
            && !occupation.pressure.flagged()
            && occupation.finding.lever != Lever::None
    }

    /// The lever as a sentence, and who could lead it; « la formation n’est pas le premier levier »
    /// where it is not. Empty where nothing is to be acted on.
    pub fn lever_sentence(&self, occupation: &Occupation) -> String {
        let lever = occupation.finding.lever;
        if lever == Lever::None {
            return String::new();
        }
        let Called { published, named } = self.called(occupation);
        let mut words = self.on(&format!("portrait-lever-{}", lever.id()), &published);
        if !named.is_empty() {
            let list = self.remedy_list(&named);
            let of_employers =
                self.catalog.with("portrait-lever-named", &[("list", (&list).into())]);
            words = format!("{words} {of_employers}");
        }
        if self.is_official_only(occupation) {
            return self.catalog.with("portrait-lever-unflagged", &[("lever", (&words).into())]);
        }
        let lead = self.leads(occupation);
        if lead.is_empty() {
            return words;
        }
        format!("{words} {}", self.catalog.with("portrait-lead", &[("lead", (&lead).into())]))
    }

    /// Identifiers of what is acted on, in the order of the words; nothing without a lever.
    pub fn acts_on(&self, occupation: &Occupation) -> Vec<&'a str> {
        if occupation.finding.lever == Lever::None {
            return Vec::new();
        }
        let Called { published, named } = self.called(occupation);
        published.into_iter().chain(named).map(|remedy| remedy.id.as_str()).collect()
    }

    /// Who could lead: of what is acted on where causes name it, else of the lever.
    pub fn leads(&self, occupation: &Occupation) -> String {
        let Called { mut published, named } = self.called(occupation);
        let of_lever = self.parameters.lead(occupation.finding.lever.id());
        let of_lever = of_lever.filter(|_| published.is_empty());
        published.extend(named);
        let mut ids: Vec<&str> = of_lever.iter().map(|lead| lead.id.as_str()).collect();
        for id in remedy::leads(&published) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let names = ids.iter().map(|id| self.catalog.text(&format!("lead-{id}")));
        names.collect::<Vec<_>>().join(&self.catalog.text("list-separator"))
    }
}
