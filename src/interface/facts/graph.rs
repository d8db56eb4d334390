//! The facts as a graph: entities, and what relates them, in Graphviz' language or as a picture.

use std::collections::{BTreeMap, BTreeSet};

use super::Found;
use super::graph_svg;
use crate::facts::{Fact, Modality, Polarity, QualifierKind};
use crate::interface::arguments::GraphFormat;
use crate::interface::visible::visible;
use crate::text::fold;
use crate::text::names::{Mention, NameKind, names};
use crate::text::wordnet::{Pos, base_form, is_a};

/// The longest subject that is a node, in words.
const LONGEST: usize = 6;

/// Entities and relations.
#[derive(Debug, Default)]
pub struct Graph {
    /// The entities, in the order they are met.
    pub nodes: Vec<Node>,
    /// The relations, in the order of the facts; at most one between two nodes in one direction.
    pub edges: Vec<Edge>,
}

/// An entity.
#[derive(Debug)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
}

/// What an entity is, as far as its colour goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Person,
    Group,
    Place,
    Thing,
}

/// What relates two entities.
#[derive(Debug)]
pub struct Edge {
    /// The index of the subject.
    pub from: usize,
    /// The index of the object.
    pub to: usize,
    /// The relations, each once.
    pub labels: Vec<String>,
    /// Whether all of them are asserted.
    pub certain: bool,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Person, Self::Group, Self::Place, Self::Thing];

    /// Its name and its class in a style sheet.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Place => "place",
            Self::Thing => "thing",
        }
    }

    /// Its colour.
    pub fn colour(self) -> &'static str {
        match self {
            Self::Person => "#cfe3f5",
            Self::Group => "#fbe3c4",
            Self::Place => "#d5edd3",
            Self::Thing => "#ece4f4",
        }
    }
}

/// Draws the facts.
pub fn draw(facts: &[Found], format: GraphFormat) -> String {
    let graph = Graph::new(facts);
    match format {
        GraphFormat::Dot => dot(&graph),
        GraphFormat::Svg => graph_svg::svg(&graph, facts.first().and_then(|(document, _)| document.title()).unwrap_or("Facts")),
    }
}

impl Graph {
    /// The graph of the facts that relate a subject to a name: as their object or within it, or in a qualifier that names someone.
    pub fn new(facts: &[Found]) -> Self {
        let mut builder = Builder { known: known(facts), ..Builder::default() };
        for (_, fact) in facts {
            builder.add(fact);
        }
        builder.join_owners();
        builder.graph
    }
}

/// The names by which subjects and objects are called as a whole, longest first.
fn known(facts: &[Found]) -> Vec<String> {
    let subjects = facts.iter().map(|(_, fact)| fact.subject.as_str()).filter(|subject| subject_kind(subject).is_some());
    let named = facts.iter().filter(|(_, fact)| fact.object_type != "HUM:title" && is_name(bare(&fact.object)));
    let objects = named.map(|(_, fact)| fact.object.as_str());
    let names: BTreeSet<&str> = subjects.chain(objects).filter(|name| !name.contains("'s ")).map(bare).collect();
    let mut names: Vec<String> = names.into_iter().map(str::to_string).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

#[derive(Default)]
struct Builder {
    graph: Graph,
    /// What is named as a whole somewhere, longest first.
    known: Vec<String>,
    /// Node by folded name.
    ids: BTreeMap<String, usize>,
    /// Edge by its ends.
    between: BTreeMap<(usize, usize), usize>,
}

impl Builder {
    fn add(&mut self, fact: &Fact) {
        let mut ends = ends(&fact.relation, &fact.object, &fact.object_type, &self.known);
        let who = |kind: QualifierKind| {
            matches!(kind, QualifierKind::Agent | QualifierKind::Beneficiary | QualifierKind::Company | QualifierKind::Place)
        };
        for qualifier in fact.qualifiers.iter().filter(|qualifier| who(qualifier.kind)) {
            let preposition = qualifier.text.split(' ').next().filter(|word| word.starts_with(char::is_lowercase)).unwrap_or_default();
            let relation = format!("{} … {preposition}", fact.relation);
            let inside = qualifier.text.strip_prefix(preposition).unwrap_or_default().trim_start();
            ends.extend(
                named(inside, "", &self.known)
                    .into_iter()
                    .map(|(name, kind, _)| (name, kind, relation.trim_end_matches(" … ").to_string())),
            );
        }
        let Some(subject_kind) = subject_kind(&fact.subject) else { return };
        for (name, kind, relation) in ends {
            if key(&name) != key(&fact.subject) {
                let (from, to) = (self.node(&fact.subject, subject_kind), self.node(&name, kind));
                self.edge(from, to, label(fact, &relation), fact.modality == Modality::Asserted && fact.polarity == Polarity::Positive);
            }
        }
    }

    fn node(&mut self, name: &str, kind: Kind) -> usize {
        let next = self.graph.nodes.len();
        let id = *self.ids.entry(key(name)).or_insert(next);
        if id == next {
            self.graph.nodes.push(Node { name: name.to_string(), kind });
        } else if self.graph.nodes[id].kind == Kind::Thing {
            self.graph.nodes[id].kind = kind;
        }
        id
    }

    fn edge(&mut self, from: usize, to: usize, label: String, certain: bool) {
        let next = self.graph.edges.len();
        let id = *self.between.entry((from, to)).or_insert(next);
        if id == next {
            self.graph.edges.push(Edge { from, to, labels: vec![label], certain });
            return;
        }
        let edge = &mut self.graph.edges[id];
        edge.certain |= certain;
        if !edge.labels.contains(&label) {
            edge.labels.push(label);
        }
    }

    /// "Orla Finch's brother" hangs on "Orla Finch".
    fn join_owners(&mut self) {
        for id in 0..self.graph.nodes.len() {
            let name = self.graph.nodes[id].name.clone();
            let owner = name.split_once("'s ").and_then(|(owner, what)| Some((*self.ids.get(&key(owner))?, what.to_string())));
            if let Some((owner, what)) = owner {
                self.edge(owner, id, what, true);
            }
        }
    }
}

/// The names in an object, each with its kind and what relates it: for one within the object, with the words before it.
fn ends(relation: &str, object: &str, object_type: &str, known: &[String]) -> Vec<(String, Kind, String)> {
    // What someone says or thinks relates nobody to the names in it.
    if object_type == "DESC:desc" {
        return Vec::new();
    }
    // Nor does a clause about a part of the object.
    let told = [" who ", " that ", " which ", " where "].iter().filter_map(|word| object.find(word)).min().unwrap_or(object.len());
    // What the name before was related by, and where it ended.
    let mut last: Option<(usize, String)> = None;
    let related = |(name, kind, at): (String, Kind, usize)| {
        let listed = last.take().filter(|(end, _)| object.get(*end..at).is_some_and(|gap| LISTING.contains(&gap)));
        let before: Vec<&str> = object[..at].trim_end_matches(['"', '“', '«', '\'', '‘', '(']).split_whitespace().collect();
        let near = before.len().saturating_sub(NEAR);
        let gap = if near > 0 { "… " } else { "" };
        let words = if bare(object[..at].trim_start()).is_empty() { String::new() } else { before[near..].join(" ") };
        let behind = behind(&object[at + name.len()..told]);
        let told = match (words.is_empty(), behind.is_empty()) {
            (true, true) => relation.to_string(),
            (true, false) => format!("{relation} …{behind}"),
            (false, true) => format!("{relation} {gap}{words}"),
            (false, false) => format!("{relation} {gap}{words} …{behind}"),
        };
        let relation = listed.map_or(told, |(_, relation)| relation);
        last = Some((at + name.len(), relation.clone()));
        (name, kind, relation)
    };
    named(&object[..told], object_type, known).into_iter().map(related).collect()
}

/// What stands behind a name and belongs to its phrase: " member" in "a Guild member", "'s boat".
fn behind(rest: &str) -> String {
    let ends = |word: &&str| !word.ends_with([',', ';', ')', '"']) && !FUNCTION.contains(word) && !word.starts_with(['(', '"', ',']);
    let apart = rest.starts_with(|c: char| c.is_alphanumeric());
    let words: Vec<&str> = rest.split_whitespace().take_while(ends).take(NEAR).collect();
    if words.is_empty() || apart {
        return String::new();
    }
    format!("{}{}", if rest.starts_with(' ') { " " } else { "" }, words.join(" "))
}

/// Words that a phrase does not go on with, but another begins with.
const FUNCTION: &[&str] = &[
    "after", "against", "and", "as", "at", "before", "but", "by", "during", "for", "from", "in", "into", "near", "of", "on", "or", "over",
    "since", "to", "under", "until", "when", "while", "with",
];

/// What stands between the names of a list.
const LISTING: &[&str] = &[", ", " and ", " or ", ", and ", ", or ", "; "];
/// How many words before a name tell how it belongs to its phrase.
const NEAR: usize = 3;

fn label(fact: &Fact, relation: &str) -> String {
    let negated = if fact.polarity == Polarity::Negative { "not: " } else { "" };
    let time = fact.time.as_ref().map(|time| format!(" ({time})")).unwrap_or_default();
    format!("{negated}{relation}{time}")
}

fn key(name: &str) -> String {
    fold(bare(name)).into_owned()
}

/// What a subject is: a name, or what belongs to one ("Orla Finch's boat"); `None` for anything else.
fn subject_kind(subject: &str) -> Option<Kind> {
    let (bare, found) = (bare(subject), names(subject));
    let short = subject.split(' ').count() <= LONGEST && bare.starts_with(char::is_uppercase);
    let whole = found.iter().find(|name| name.core.len() + 4 >= subject.len());
    let owned = subject.split_once("'s ").and_then(|(_, owned)| owned.rsplit(' ').next());
    let person = owned.is_some_and(|noun| base_form(noun, Pos::Noun).is_some_and(|noun| is_a(noun, "person")));
    let other = if person { Kind::Person } else { Kind::Thing };
    // "the French state".
    let people = found.first().is_some_and(|name| name.kind == NameKind::Group && subject.len() - bare.len() == name.core.start);
    (short && (whole.is_some() || !people)).then(|| whole.map_or(other, |name| kind_of(name.kind)))
}

/// Whether all words of a short phrase are written like a name, but for those between.
fn is_name(phrase: &str) -> bool {
    let between = |word: &&str| word.chars().count() <= 3;
    let mut words = phrase.split(' ').filter(|word| !between(word) || word.starts_with(char::is_uppercase));
    phrase.starts_with(char::is_uppercase)
        && phrase.split(' ').count() <= LONGEST
        && words.all(|word| word.starts_with(|c: char| !c.is_lowercase()))
}

/// The names in a phrase, with their kinds and where they begin in it. A short phrase that is written like a name, or known as one, is one; peoples are none
/// ("a French painter").
fn named(phrase: &str, kind: &str, known: &[String]) -> Vec<(String, Kind, usize)> {
    let typed = match kind.split(':').next() {
        Some("HUM") if kind == "HUM:gr" => Some(Kind::Group),
        Some("HUM") => Some(Kind::Person),
        Some("LOC") => Some(Kind::Place),
        _ => None,
    };
    let found = names(phrase);
    // "called Ada the best of all".
    let described = |name: &Mention| [" a ", " an ", " as ", " the "].iter().any(|word| phrase[name.core.end..].starts_with(word));
    if let Some(name) = found.first().filter(|name| name.core.start == 0 && name.kind == NameKind::Person && described(name)) {
        return vec![(name.core.of(phrase).to_string(), Kind::Person, 0)];
    }
    let whole = kind != "HUM:title" && is_name(bare(phrase)) || known.iter().any(|name| name == bare(phrase));
    let covered = found.first().is_some_and(|name| name.core.of(phrase) == bare(phrase));
    if (whole || covered) && !phrase.contains("'s ") {
        let kind = typed.or_else(|| found.first().map(|name| kind_of(name.kind)));
        return vec![(bare(phrase).to_string(), kind.unwrap_or(Kind::Thing), phrase.len() - bare(phrase).len())];
    }
    // A name may be longer than it looks: "Corby théâtre".
    let full = |start: usize| {
        let of =
            |name: &&String| phrase[start..].starts_with(name.as_str()) && !phrase[start + name.len()..].starts_with(char::is_alphanumeric);
        known.iter().find(of)
    };
    let inner = found.into_iter().filter(|name| name.kind != NameKind::Group || full(name.core.start).is_some());
    let longest = |name: Mention| {
        (full(name.core.start).map_or(name.core.of(phrase), String::as_str).to_string(), kind_of(name.kind), name.core.start)
    };
    inner.map(longest).collect()
}

/// A phrase without "the".
fn bare(phrase: &str) -> &str {
    phrase.strip_prefix("the ").or_else(|| phrase.strip_prefix("The ")).unwrap_or(phrase)
}

fn kind_of(kind: NameKind) -> Kind {
    match kind {
        NameKind::Person => Kind::Person,
        NameKind::Organisation | NameKind::Group => Kind::Group,
        NameKind::Place => Kind::Place,
        NameKind::Work | NameKind::Event | NameKind::Other => Kind::Thing,
    }
}

/// The graph for Graphviz.
fn dot(graph: &Graph) -> String {
    let mut text = String::from(
        "digraph facts {\n  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\"];\n  edge [fontname=\"Helvetica\", fontsize=10];\n",
    );
    for (id, node) in graph.nodes.iter().enumerate() {
        text += &format!("  n{id} [label={}, fillcolor=\"{}\"];\n", quoted(&node.name), node.kind.colour());
    }
    for edge in &graph.edges {
        let style = if edge.certain { "" } else { ", style=dashed" };
        let label = edge.labels.iter().map(|label| visible(label).into_owned()).collect::<Vec<_>>().join("\n");
        text += &format!("  n{} -> n{} [label={}{style}];\n", edge.from, edge.to, quoted(&label));
    }
    text + "}\n"
}

/// A string of Graphviz' language.
fn quoted(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| visible(line).replace('\\', "\\\\").replace('"', "\\\"")).collect();
    format!("\"{}\"", lines.join("\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::interface::facts::{Filter, matching};
    use crate::knowledge::Knowledge;

    fn drawn(format: GraphFormat) -> String {
        let text = "= Orla Finch =\n\nOrla Finch left Dorn in 1921. Orla Finch will meet Ada Marlow. The cat slept.\n";
        let knowledge = Knowledge::of_document(Document::read("orla.txt", text.into(), None).expect("valid text"));
        draw(&matching(knowledge.facts(), &Filter::default()), format)
    }

    #[test]
    fn names_are_nodes_and_relations_edges() {
        let dot = drawn(GraphFormat::Dot);
        assert!(dot.contains("n0 -> n1 [label=\"left (1921)\"];"), "{dot}");
        assert!(dot.contains("n0 -> n2 [label=\"will meet\", style=dashed];"), "{dot}");
        assert!(!dot.contains("cat"), "{dot}");
    }

    #[test]
    fn the_picture_shows_names_and_relations() {
        let svg = drawn(GraphFormat::Svg);
        assert!([">Orla Finch<", ">Dorn<", ">left (1921)<", "class=\"doubt\""].iter().all(|part| svg.contains(part)), "{svg}");
    }
}
