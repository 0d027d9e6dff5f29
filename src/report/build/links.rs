//! The links of one occupation, from its ROME cards to the offers, layer by layer: what a drawing and
//! its table are both made of.

use crate::analysis::results::Occupation;
use crate::format::percent;
use crate::matching::supply::{Certification, Link, LinkKind, Offer};
use crate::model::Rome;
use crate::report::build::Context;
use crate::report::document::{Cell, Form, Row, Shown, Table};

use Shown::{Everywhere, File};

/// Identifier of the table.
pub const ID: &str = "liens";

/// What stands in a column of the drawing, from the occupation to the offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    Occupation,
    Rome,
    Certification,
    Nsf,
    Formacode,
    Offer,
}

impl Layer {
    pub const ALL: [Self; 6] = [
        Self::Occupation,
        Self::Rome,
        Self::Certification,
        Self::Nsf,
        Self::Formacode,
        Self::Offer,
    ];

    /// In the catalogs (`layer-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Occupation => "occupation",
            Self::Rome => "rome",
            Self::Certification => "certification",
            Self::Nsf => "nsf",
            Self::Formacode => "formacode",
            Self::Offer => "offer",
        }
    }
}

/// What a line of the drawing stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stands {
    /// The official passage from ROME to FAP, with the part of the card that falls in the occupation.
    Official(f64),
    /// Written in the row of the file itself.
    Said,
    /// A link between training and occupation.
    Link(LinkKind),
}

impl Stands {
    /// In the catalogs (`link-kind-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Official(_) => "official",
            Self::Said => "said",
            Self::Link(kind) => kind.id(),
        }
    }

    /// Counts for nothing until the user confirms it.
    pub const fn is_proposal(self) -> bool {
        matches!(self, Self::Link(kind) if kind.is_proposal())
    }

    /// Part of the card, or how near a proposal is, 0–1.
    pub const fn share(self) -> Option<f64> {
        match self {
            Self::Official(share) => Some(share),
            Self::Said => None,
            Self::Link(kind) => kind.score(),
        }
    }
}

/// A box of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub layer: Layer,
    /// A code, or source and row: once in its layer.
    pub key: String,
    pub title: String,
}

/// A line of the drawing, between two nodes by their places.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub stands: Stands,
    /// Source and row that the link is read in.
    pub found_in: Option<(usize, u32)>,
}

/// The links of an occupation; nodes in the order in which they are found, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

impl Graph {
    /// The node of a layer and key, made where there is none.
    fn node(&mut self, layer: Layer, key: &str, title: impl FnOnce() -> String) -> usize {
        let known = self.nodes.iter().position(|node| node.layer == layer && node.key == key);
        known.unwrap_or_else(|| {
            self.nodes.push(Node { layer, key: key.to_owned(), title: title() });
            self.nodes.len() - 1
        })
    }

    fn known(&self, layer: Layer, key: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.layer == layer && node.key == key)
    }

    fn join(&mut self, from: usize, to: usize, stands: Stands, found_in: Option<(usize, u32)>) {
        let again = self.edges.iter().any(|one| (one.from, one.to) == (from, to));
        if !again && from != to {
            self.edges.push(Edge { from, to, stands, found_in });
        }
    }
}

/// The graph of an occupation.
pub fn graph(context: &Context<'_>, occupation: &Occupation) -> Graph {
    let mut graph = Graph::default();
    let code = occupation.code.code();
    graph.node(Layer::Occupation, code, || format!("{code} {}", occupation.label));
    for (rome, share) in context.reference.romes_from_fap(occupation.code) {
        let to = card(&mut graph, context, rome);
        graph.join(0, to, Stands::Official(share), None);
    }
    let supply = &occupation.supply;
    let links = supply.certifications.iter().map(|one| (one, &one.link));
    for (one, link) in links.filter(|(one, _)| !one.ended) {
        certified(&mut graph, context, one, link);
    }
    for offer in supply.offers.iter().chain(&supply.proposed).filter(|offer| !offer.ended) {
        offered(&mut graph, context, occupation, offer);
    }
    graph
}

/// The node of a ROME card.
fn card(graph: &mut Graph, context: &Context<'_>, rome: Rome) -> usize {
    let label = context.reference.rome_label(rome).unwrap_or_default();
    graph.node(Layer::Rome, rome.as_str(), || format!("{rome} {label}"))
}

/// Where a link of training begins: its card, else the occupation itself.
fn begins(graph: &mut Graph, context: &Context<'_>, link: &Link) -> usize {
    link.rome.map_or(0, |rome| card(graph, context, rome))
}

fn certified(graph: &mut Graph, context: &Context<'_>, one: &Certification, link: &Link) {
    let at = (one.source, one.row);
    let from = begins(graph, context, link);
    let title = || match one.register {
        Some(register) => format!("{register} {}", one.label),
        None => one.label.clone(),
    };
    let to = graph.node(Layer::Certification, &of_certification(one), title);
    graph.join(from, to, Stands::Link(link.kind), link.found_in.or(Some(at)));
    for code in one.nsf.split([' ', '|']).filter(|code| !code.is_empty()) {
        let name = context.catalog.text("layer-nsf");
        let specialty = graph.node(Layer::Nsf, code, || format!("{name} {code}"));
        graph.join(to, specialty, Stands::Said, Some(at));
    }
    if !one.formacode.is_empty() {
        let field = field(graph, context, &one.formacode);
        graph.join(to, field, Stands::Said, Some(at));
    }
}

/// What tells a certification from others: its number in the register, else that of Certif Info.
fn of_certification(one: &Certification) -> String {
    one.register.map_or_else(|| one.diploma.clone(), |register| register.to_string())
}

fn field(graph: &mut Graph, context: &Context<'_>, code: &str) -> usize {
    let name = context.catalog.text("layer-formacode");
    graph.node(Layer::Formacode, code, || format!("{name} {code}"))
}

/// An offer hangs on what links it: the card of a code or of a title, its certification, its field.
fn offered(graph: &mut Graph, context: &Context<'_>, occupation: &Occupation, offer: &Offer) {
    let at = (offer.source, offer.row);
    let ring = context.catalog.text(&format!("ring-{}", offer.ring.id()));
    let title = || format!("{} — {} ({ring})", offer.title, offer.provider);
    let to = graph.node(Layer::Offer, &context.row_key(at.0, at.1), title);
    let certified = occupation.supply.certifications.iter().find(|one| {
        let register = one.register.is_some() && one.register == offer.register;
        let named = matches!(offer.link.kind, LinkKind::Named { .. })
            && offer.link.found_in == Some((one.source, one.row));
        named || register || offer.diploma.as_ref().is_some_and(|code| *code == one.diploma)
    });
    let certified =
        certified.and_then(|one| graph.known(Layer::Certification, &of_certification(one)));
    let fields: Vec<&str> = offer.formacodes.split_whitespace().collect();
    let from = match offer.link.kind {
        LinkKind::Card | LinkKind::Named { .. } => certified,
        LinkKind::Field { .. } => fields.first().map(|code| field(graph, context, code)),
        LinkKind::Decided | LinkKind::Code | LinkKind::Text { .. } => None,
    };
    let from = from.unwrap_or_else(|| begins(graph, context, &offer.link));
    let read_in = offer.link.found_in.or(Some(at));
    graph.join(from, to, Stands::Link(offer.link.kind), read_in);
    // What the row says besides, of what is already there.
    if let Some(certified) = certified {
        graph.join(certified, to, Stands::Said, Some(at));
    }
    for code in fields {
        if let Some(field) = graph.known(Layer::Formacode, code) {
            graph.join(field, to, Stands::Said, Some(at));
        }
    }
}

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("link-from", 34, Everywhere),
    ("link-from-layer", 14, Everywhere),
    ("link-to", 46, Everywhere),
    ("link-to-layer", 14, Everywhere),
    ("link-kind", 26, Everywhere),
    ("link-nearness", 12, Everywhere),
    ("file", 30, Everywhere),
    ("row", 8, File),
];

/// One row per line of the drawing.
pub fn table(context: &Context<'_>, occupation: &Occupation, graph: &Graph) -> Table {
    let row = |edge: &Edge| {
        let (from, to) = (graph.nodes.get(edge.from)?, graph.nodes.get(edge.to)?);
        let share = edge.stands.share().map_or(Cell::Blank, |share| {
            Cell::amount(percent(share, 0, context.catalog.language()), share, Form::Share)
        });
        let file =
            edge.found_in.map_or(Cell::Blank, |(source, _)| Cell::text(context.file(source)));
        let cells = vec![
            Cell::text(&from.title),
            context.words("layer", from.layer.id()),
            Cell::text(&to.title),
            context.words("layer", to.layer.id()),
            context.words("link-kind", edge.stands.id()),
            share,
            file,
            edge.found_in.map_or(Cell::Blank, |(_, row)| Cell::Whole(row)),
        ];
        let key = format!("{}/{}/{}/{}", from.layer.id(), from.key, to.layer.id(), to.key);
        let row = Row::new(key, Some(occupation.code), cells);
        Some(match edge.found_in {
            Some((source, at)) => row.on(source, at),
            None => row,
        })
    };
    Table {
        id: ID,
        title: context.catalog.text("table-links"),
        about: context.catalog.text("table-links-about"),
        columns: context.columns(COLUMNS),
        rows: graph.edges.iter().filter_map(row).collect(),
        chart: None,
    }
    .told_apart()
}
