//! The saved form of a project (`.bassin`): readable RON with a version, sources by path
//! relative to the project and by fingerprint. The sources themselves are never copied or changed.

use crate::model::Territory;
use crate::project::{Decisions, Origin, Source};
use crate::project::{actions, papers, planned, saved};
use crate::readers::mapping::Mapping;
use crate::secrecy::journal::Log;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// Bytes of a project file, at most: the memory of exports grows with them.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The version written.
pub const VERSION: u32 = 1;

/// A project file that cannot be opened; the file is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProjectError {
    #[error("not a Bassin project: {0}")]
    Malformed(String),
    #[error("made by a newer Bassin: version {0}")]
    Newer(u32),
}

impl ProjectError {
    /// Key of its sentence in the catalogs (`error-project-…`).
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::Newer(_) => "newer",
        }
    }
}

/// Read first, whatever the rest is.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct V1 {
    version: u32,
    sources: Vec<SourceV1>,
    territory: Option<String>,
    year: Option<u16>,
    comparison: Option<String>,
    /// Since 0.2; absent before.
    #[serde(default)]
    mappings: Vec<Mapping>,
    #[serde(default)]
    preferred: Vec<String>,
    /// Years of surveys that do not say theirs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    survey_years: BTreeMap<String, u16>,
    #[serde(default)]
    labels: Vec<saved::LabelV1>,
    #[serde(default)]
    weighting: Option<saved::WeightingV1>,
    #[serde(default)]
    groups: Vec<saved::GroupV1>,
    #[serde(default)]
    method: Option<saved::MethodV1>,
    #[serde(default)]
    perimeters: Vec<saved::PerimeterV1>,
    /// Typed codes, or `similar`.
    #[serde(default)]
    benchmarks: Vec<String>,
    #[serde(default)]
    links: Vec<saved::LinkV1>,
    #[serde(default)]
    planning: Option<planned::PlanningV1>,
    #[serde(default)]
    views: Vec<saved::ViewV1>,
    #[serde(default)]
    papers: Option<papers::PapersV1>,
    /// Of a copy made by an archive; absent otherwise.
    #[serde(default)]
    forgotten: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    actions: Option<actions::ActionsV1>,
    #[serde(default)]
    log: Option<saved::LogV1>,
    /// Of a copy kept for recovery; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unsaved: Option<Unsaved>,
}

/// What a copy kept for recovery says beside the project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unsaved {
    /// The file that the project was opened from or saved in.
    pub file: Option<String>,
    /// That file as it was then.
    pub known: Option<Known>,
    /// Words typed in fields of the window that nothing was made of yet, by the name of the field.
    pub typed: Vec<(String, String)>,
}

/// A project file as it was last read or written, by fingerprints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    pub bytes: String,
    /// Without the memory of what has left.
    pub decisions: String,
}

/// Read alone.
#[derive(Deserialize)]
struct Kept {
    #[serde(default)]
    unsaved: Option<Unsaved>,
}

/// What a copy kept for recovery says beside the project; nothing of any other file.
pub fn unsaved(text: &str) -> Unsaved {
    ron::from_str::<Kept>(text).ok().and_then(|kept| kept.unsaved).unwrap_or_default()
}

#[derive(Serialize, Deserialize)]
struct SourceV1 {
    /// Relative to the project, with `/`; absolute on another drive.
    path: Option<String>,
    sample: Option<String>,
    sha256: Option<String>,
    /// Not put into the archive that the project comes from; not written where it was.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    left_out: bool,
}

/// The text of a project saved in `folder`.
///
/// # Errors
/// When the form cannot be written as text.
pub fn to_text(
    decisions: &Decisions,
    log: Option<&Log>,
    folder: &Path,
) -> Result<String, ron::Error> {
    written(decisions, log, folder, None)
}

/// The same of a copy kept for recovery.
///
/// # Errors
/// When the form cannot be written as text.
pub fn recovery_text(
    decisions: &Decisions,
    log: Option<&Log>,
    folder: &Path,
    unsaved: Unsaved,
) -> Result<String, ron::Error> {
    written(decisions, log, folder, Some(unsaved))
}

fn written(
    decisions: &Decisions,
    log: Option<&Log>,
    folder: &Path,
    unsaved: Option<Unsaved>,
) -> Result<String, ron::Error> {
    let sources = decisions
        .sources
        .iter()
        .map(|source| {
            let (path, sample) = match &source.origin {
                Origin::File(path) => (Some(relative(path, folder)), None),
                Origin::Sample(name) => (None, Some(name.clone())),
            };
            let sha256 = source.fingerprint.clone();
            SourceV1 { path, sample, sha256, left_out: source.left_out }
        })
        .collect();
    let form = V1 {
        version: VERSION,
        sources,
        territory: decisions.territory.map(|territory| territory.to_string()),
        year: decisions.year,
        comparison: decisions.comparison.clone(),
        mappings: decisions.mappings.clone(),
        preferred: decisions.preferred.clone(),
        survey_years: decisions.survey_years.clone(),
        labels: saved::labels(&decisions.labels),
        weighting: Some(saved::WeightingV1::from(decisions.weighting)),
        groups: saved::groups(&decisions.groups),
        method: saved::method(&decisions.method),
        perimeters: decisions.perimeters.iter().map(saved::PerimeterV1::from).collect(),
        benchmarks: decisions.benchmarks.iter().map(ToString::to_string).collect(),
        links: saved::links(&decisions.links),
        planning: planned::planning(&decisions.planning),
        views: decisions.views.iter().map(saved::ViewV1::from).collect(),
        papers: papers::papers(&decisions.papers, folder),
        forgotten: decisions.forgotten,
        actions: actions::actions(&decisions.actions),
        log: log.map(saved::LogV1::from),
        unsaved,
    };
    ron::ser::to_string_pretty(&form, ron::ser::PrettyConfig::default())
}

/// Reads the decisions of a project that lies in `folder`.
///
/// # Errors
/// When the text is not a project, or one of a newer version.
pub fn parse(text: &str, folder: &Path) -> Result<Decisions, ProjectError> {
    parse_whole(text, folder).map(|(decisions, _)| decisions)
}

/// Reads a project that lies in `folder`, with what has left it.
///
/// # Errors
/// When the text is not a project, or one of a newer version.
pub fn parse_whole(text: &str, folder: &Path) -> Result<(Decisions, Option<Log>), ProjectError> {
    let malformed = |error: ron::error::SpannedError| ProjectError::Malformed(error.to_string());
    let versioned: Versioned = ron::from_str(text).map_err(malformed)?;
    if versioned.version > VERSION {
        return Err(ProjectError::Newer(versioned.version));
    }
    let form: V1 = ron::from_str(text).map_err(malformed)?;
    let territory: Option<Territory> = match form.territory {
        Some(code) => Some(code.parse().map_err(|_| ProjectError::Malformed(code.clone()))?),
        None => None,
    };
    let sources = form
        .sources
        .into_iter()
        .filter_map(|source| {
            let origin = match (source.path, source.sample) {
                (Some(path), _) => Origin::File(tidy(&folder.join(path))),
                (None, Some(name)) => Origin::Sample(name),
                (None, None) => return None,
            };
            Some(Source { origin, fingerprint: source.sha256, left_out: source.left_out })
        })
        .collect();
    let V1 {
        year,
        comparison,
        mappings,
        preferred,
        survey_years,
        labels,
        weighting,
        groups,
        method,
        views,
        log,
        ..
    } = form;
    let bad = |text: String| ProjectError::Malformed(text);
    let benchmarks: Result<Vec<_>, _> =
        form.benchmarks.iter().map(|code| code.parse().map_err(|_| bad(code.clone()))).collect();
    let decisions = Decisions {
        sources,
        territory,
        year,
        comparison,
        perimeters: form.perimeters.into_iter().map(saved::PerimeterV1::back).collect(),
        benchmarks: benchmarks?,
        mappings,
        preferred,
        survey_years,
        labels: saved::dictionary(labels).map_err(bad)?,
        weighting: weighting.map(saved::WeightingV1::back).unwrap_or_default(),
        groups: saved::groups_back(groups).map_err(bad)?,
        method: saved::adjustments(method).map_err(bad)?,
        links: saved::links_back(form.links).map_err(bad)?,
        planning: planned::planning_back(form.planning).map_err(bad)?,
        views: views.into_iter().map(saved::ViewV1::back).collect(),
        papers: papers::papers_back(form.papers, folder),
        forgotten: form.forgotten,
        actions: actions::actions_back(form.actions)?,
    };
    Ok((decisions, log.map(saved::LogV1::back).transpose().map_err(bad)?))
}

/// The way from a folder to a file, with `/`; the path itself when there is none.
pub(super) fn relative(path: &Path, folder: &Path) -> String {
    let (from, to): (Vec<_>, Vec<_>) = (folder.components().collect(), path.components().collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let plain = |part: &Component<'_>| matches!(part, Component::Normal(_));
    let up = from.get(shared..).unwrap_or_default();
    let down = to.get(shared..).unwrap_or_default();
    if shared == 0 || !up.iter().all(plain) || !down.iter().all(plain) {
        return path.to_string_lossy().into_owned();
    }
    let mut parts = vec!["..".to_owned(); up.len()];
    parts.extend(down.iter().map(|part| part.as_os_str().to_string_lossy().into_owned()));
    parts.join("/")
}

/// Without `.` and `..`, by the words of the path alone.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if out.file_name().is_some() => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::label::dictionary::Dictionary;

    fn mapping() -> Mapping {
        use crate::readers::mapping::{Field, From, Manner, Question, Recode};
        let recodes = vec![Recode { written: "Oui, « vite »".into(), means: "oui".into() }];
        let manner = Manner::Several(';');
        Mapping {
            confirmed_on: "réponses.xlsx".into(),
            kind: crate::model::Kind::SurveyEstablishments,
            two_rows: true,
            fields: vec![Field {
                name: "id".into(),
                from: From::RowNumber,
                manner: Manner::Code(14),
                recodes: recodes.clone(),
            }],
            questions: vec![Question {
                label: "Freins".into(),
                from: From::Ticked(vec!["Freins › Coût".into()]),
                manner,
                recodes,
            }],
            seen: vec!["Nom".into(), "Freins › Coût".into()],
            none: vec!["hires".into()],
        }
    }

    #[test]
    fn a_mapping_saved_before_all_headers_were_kept_opens() {
        let made = Decisions { mappings: vec![mapping()], ..Decisions::default() };
        let text = to_text(&made, None, Path::new("/x")).unwrap();
        let from = text.find("seen:").unwrap();
        let to = from + text[from..].find(']').unwrap() + 1;
        let before = format!("{}{}", &text[..from], text[to..].trim_start_matches(','));
        let opened = parse(&before, Path::new("/x")).unwrap();
        let expect = Mapping { seen: Vec::new(), ..mapping() };
        assert_eq!(opened.mappings, [expect]);
    }

    #[test]
    fn a_project_made_before_mappings_opens() {
        let text = "(version: 1, sources: [], territory: None, year: None, comparison: None)";
        assert_eq!(parse(text, Path::new("/x")).unwrap(), Decisions::default());
    }

    #[expect(clippy::too_many_lines, reason = "every decision that a project holds")]
    fn decisions(paths: &[&str]) -> Decisions {
        let source = |path: &&str| Source {
            origin: Origin::File(PathBuf::from(path)),
            fingerprint: Some("ab".repeat(32)),
            left_out: path.starts_with("left"),
        };
        let mut sources: Vec<Source> = paths.iter().map(source).collect();
        let origin = Origin::Sample("BMO.xlsx".to_owned());
        sources.push(Source { origin, fingerprint: None, left_out: false });
        let mut method = crate::model::adjust::Adjustments::default();
        method.set("flag_probability", 900).unwrap();
        method.set_cut(0.55).unwrap();
        Decisions {
            sources,
            territory: "be:8450".parse().ok(),
            year: Some(2024),
            comparison: Some("region".to_owned()),
            perimeters: vec![crate::model::Perimeter {
                name: "Pays d’Aurillac".to_owned(),
                communes: ["15014".to_owned(), "15012".to_owned()].into(),
            }],
            benchmarks: vec![
                crate::model::Benchmark::Similar,
                crate::model::Benchmark::Place(Territory::France),
            ],
            mappings: vec![mapping()],
            preferred: vec!["cd".repeat(32)],
            survey_years: BTreeMap::from([("ef".repeat(32), 2016)]),
            labels: Dictionary::default(),
            weighting: crate::project::Weighting { seed: 9, ..Default::default() },
            groups: [
                (
                    "Métiers du soin « à domicile »".to_owned(),
                    ["fap2021:T2A60", "fap2021:V0X60"].map(|code| code.parse().unwrap()).into(),
                ),
                ("Sans métier encore".to_owned(), std::collections::BTreeSet::new()),
            ]
            .into(),
            method,
            planning: {
                use crate::model::planning::{
                    Changes, OwnDevices, Planning, Scenario, Supposition,
                };
                let mut planning = Planning::default();
                planning.budgets.insert("*".to_owned(), 150_000);
                planning.floors.insert("job-seekers".to_owned(), 8);
                planning.most_occupations = Some(5);
                planning.latest_start = "2027-03-01".parse().ok();
                let (file, text) = ("aides.ron".to_owned(), "[(id: \"aide\")]".to_owned());
                planning.devices = Some(OwnDevices { file, text });
                let changes = Changes {
                    place_cost: Some(2_400),
                    needed_by: "2027-01-31".parse().ok(),
                    least_need: Some(12),
                    note: "accord de l’OPCO".to_owned(),
                    ..Changes::default()
                };
                planning.change("fap2021:V0X60/certifying/job-seekers", changes);
                planning.suppose(Scenario {
                    name: "Fermeture".to_owned(),
                    suppositions: vec![
                        Supposition::Departures { percent: 120 },
                        Supposition::Posts { occupation: "fap2021:V0X60".to_owned(), posts: -40 },
                        Supposition::Places { occupation: "fap2021:V0X60".to_owned(), places: 12 },
                        Supposition::Lifted {
                            occupation: None,
                            cause: "unattractive-pay".to_owned(),
                        },
                        Supposition::Budget { percent: 50 },
                    ],
                });
                planning
            },
            links: {
                use crate::matching::corrections::{LinkKey, Links};
                let key = |title: &str| LinkKey::saved(format!("offer|greta|{title}|"));
                let [care, home] = ["fap2021:V0X60", "fap2021:T2A60"].map(|c| c.parse().unwrap());
                let mut links = Links::default();
                links.accept(key("soins"), care);
                links.refuse(key("soins"), home);
                links.set(key("aide « à domicile »"), [home].into());
                links.set(key("yoga"), std::collections::BTreeSet::new());
                links
            },
            views: vec![crate::project::views::SavedView {
                name: "Soin à domicile".to_owned(),
                tab: "table".to_owned(),
                text: "aide".to_owned(),
                sign: "evidence".to_owned(),
                sector: Some('Q'),
                family: Some("V".to_owned()),
                group: Some("fap87/V0X".to_owned()),
                lever: Some("job-quality".to_owned()),
                grade: Some("A".to_owned()),
                sort: Some(("probability".to_owned(), true)),
                hidden: ["class".to_owned()].into(),
                comparison: Some("region".to_owned()),
            }],
            papers: {
                use crate::model::papers::{Choices, Dress, Papers, Words};
                let words = Words { introduction: "Ici".to_owned(), ..Words::default() };
                let choices = Choices {
                    subjects: [("fap2021:V0X60".to_owned(), words)].into(),
                    title: "Note de l’observatoire".to_owned(),
                    order: vec!["list".to_owned(), "loaded".to_owned()],
                    off: ["map".to_owned()].into(),
                    on: ["unfed".to_owned()].into(),
                    introduction: "Un accord.\n\nPuis {K7Q2XA-9F} projets.".to_owned(),
                    conclusions: "« À suivre »".to_owned(),
                    since: "2026-06-30".parse().ok(),
                };
                let dress = Dress {
                    accent: Some([0x10, 0x50, 0x30]),
                    organisation: "CABA".to_owned(),
                    logo: Some(PathBuf::from("/home/a/étude/logo.png")),
                    logo_shows: "Les armes de la ville".to_owned(),
                };
                let mut papers = Papers { dress, ..Papers::default() };
                papers.decide("note", choices);
                papers
            },
            forgotten: 2,
            actions: {
                use crate::model::action::{ActionPlan, Actor};
                let mut plan = ActionPlan { year: Some(2026), ..ActionPlan::default() };
                plan.add_actor(Actor {
                    name: "Greta « des monts »".to_owned(),
                    ..Actor::default()
                });
                plan
            },
        }
    }

    #[test]
    fn what_is_saved_is_opened() {
        let made = decisions(&["/home/a/data/BMO.xlsx", "/home/a/étude/x y.csv", "/mnt/z.csv"]);
        let folder = Path::new("/home/a/étude");
        let text = to_text(&made, None, folder).unwrap();
        assert_eq!(parse(&text, folder).unwrap(), made);
        assert!(text.contains("\"../data/BMO.xlsx\"") && text.contains("\"x y.csv\""), "{text}");
        assert!(text.contains("\"logo.png\""), "{text}");
    }

    #[test]
    fn the_folder_may_move_with_its_sources() {
        let text =
            to_text(&decisions(&["/old/data/a.csv"]), None, Path::new("/old/study")).unwrap();
        let opened = parse(&text, Path::new("/new/study")).unwrap();
        assert_eq!(opened.sources[0].origin, Origin::File(PathBuf::from("/new/data/a.csv")));
    }

    #[test]
    fn a_file_that_is_no_project_is_refused_with_a_reason() {
        let folder = Path::new("/x");
        assert!(matches!(parse("", folder), Err(ProjectError::Malformed(_))));
        assert!(matches!(parse("(a: 1)", folder), Err(ProjectError::Malformed(_))));
        assert_eq!(parse("(version: 9, other: 1)", folder), Err(ProjectError::Newer(9)));
        let bad =
            "(version: 1, sources: [], territory: Some(\"8450\"), year: None, comparison: None)";
        assert!(matches!(parse(bad, folder), Err(ProjectError::Malformed(_))));
    }
}
