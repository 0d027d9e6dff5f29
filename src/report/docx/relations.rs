//! Parts of the package, what each is, and which part names which.

use crate::report::docx::xml::Xml;

const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const CORE: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A part that the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Styles,
    Settings,
    Numbering,
    Fonts,
    Theme,
    Footer,
    FirstFooter,
    Header,
    Logo,
    /// From 1, in the order of the text.
    Picture(usize),
}

impl Relation {
    /// The name of the logo, in the text and in the header.
    pub const LOGO: &'static str = "rId9";

    /// Those whose content does not depend on the blocks, in the order of the package.
    pub const FIXED: [Self; 7] = [
        Self::Styles,
        Self::Settings,
        Self::Numbering,
        Self::Fonts,
        Self::Theme,
        Self::Footer,
        Self::FirstFooter,
    ];

    /// As the text names it.
    pub fn id(self) -> String {
        match self {
            Self::Styles => "rId1".to_owned(),
            Self::Settings => "rId2".to_owned(),
            Self::Numbering => "rId3".to_owned(),
            Self::Fonts => "rId4".to_owned(),
            Self::Theme => "rId5".to_owned(),
            Self::Footer => "rId6".to_owned(),
            Self::FirstFooter => "rId7".to_owned(),
            Self::Header => "rId8".to_owned(),
            Self::Logo => Self::LOGO.to_owned(),
            Self::Picture(place) => format!("rId{}", place.saturating_add(9)),
        }
    }

    /// The part, within the folder `word`.
    pub fn target(self) -> String {
        match self {
            Self::Styles => "styles.xml".to_owned(),
            Self::Settings => "settings.xml".to_owned(),
            Self::Numbering => "numbering.xml".to_owned(),
            Self::Fonts => "fontTable.xml".to_owned(),
            Self::Theme => "theme/theme1.xml".to_owned(),
            Self::Footer => "footer1.xml".to_owned(),
            Self::FirstFooter => "footer2.xml".to_owned(),
            Self::Header => "header1.xml".to_owned(),
            Self::Logo => "media/logo.png".to_owned(),
            Self::Picture(place) => format!("media/image{place}.png"),
        }
    }

    /// Last word of the kind of the relation; of the kind of the part too, for most.
    const fn kind(self) -> &'static str {
        match self {
            Self::Styles => "styles",
            Self::Settings => "settings",
            Self::Numbering => "numbering",
            Self::Fonts => "fontTable",
            Self::Theme => "theme",
            Self::Footer | Self::FirstFooter => "footer",
            Self::Header => "header",
            Self::Logo | Self::Picture(_) => "image",
        }
    }

    const fn is_picture(self) -> bool {
        matches!(self, Self::Logo | Self::Picture(_))
    }
}

/// The parts that a part names.
pub fn relations(of: &[Relation]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.wrap("Relationships", &[("xmlns", RELATIONS)], |xml| {
        for relation in of {
            related(
                xml,
                &relation.id(),
                &format!("{KINDS}/{}", relation.kind()),
                &relation.target(),
            );
        }
    });
    xml.into_bytes()
}

/// The parts that the package begins with.
pub fn package() -> Vec<u8> {
    let mut xml = Xml::part();
    xml.wrap("Relationships", &[("xmlns", RELATIONS)], |xml| {
        related(xml, "rId1", &format!("{KINDS}/officeDocument"), "word/document.xml");
        related(xml, "rId2", CORE, "docProps/core.xml");
    });
    xml.into_bytes()
}

fn related(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.leaf("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

/// What each part of the package is.
pub fn content_types(of: &[Relation]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.wrap("Types", &[("xmlns", TYPES)], |xml| {
        for (extension, kind) in [
            ("png", "image/png"),
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        ] {
            xml.leaf("Default", &[("Extension", extension), ("ContentType", kind)]);
        }
        let mut part = |name: &str, kind: &str| {
            xml.leaf("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/word/document.xml", &format!("{WORD}document.main+xml"));
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        for relation in of.iter().filter(|relation| !relation.is_picture()) {
            let kind = match relation {
                Relation::Theme => THEME.to_owned(),
                other => format!("{WORD}{}+xml", other.kind()),
            };
            part(&format!("/word/{}", relation.target()), &kind);
        }
    });
    xml.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_parts_share_a_name() {
        let others = [Relation::Header, Relation::Logo, Relation::Picture(1), Relation::Picture(2)];
        let all: Vec<Relation> = Relation::FIXED.into_iter().chain(others).collect();
        let names: BTreeSet<String> = all.iter().map(|relation| relation.id()).collect();
        let targets: BTreeSet<String> = all.iter().map(|relation| relation.target()).collect();
        assert_eq!((names.len(), targets.len()), (all.len(), all.len()));
        assert_eq!(Relation::Logo.id(), Relation::LOGO);
    }
}
