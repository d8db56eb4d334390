//! The graph as a picture: a tree that grows to the right from the entity with the most relations, each branch with its relation before the entity it
//! leads to; what is no branch of the tree is a thin arc.

use super::draw::{Drawing, LINE, widest, wrapped};
use super::graph::{Edge, Graph, Kind};

/// The distance between two rows, in pixels.
const STEP: f64 = 30.0;
/// The longest line of a name and of a relation, in columns.
const NAME: usize = 34;
const LABEL: usize = 34;
/// Letters of a relation are set smaller than those of a name.
const SMALLER: f64 = 0.93;

const STYLE: &str = "\
.sheet { fill: #ffffff } .branch { fill: none; stroke: #98a4b0; stroke-width: 1.4 } .doubt { fill: none; stroke: #c77700; stroke-width: 1.4; stroke-dasharray: 5 4 }
.arc { fill: none; stroke: #c4ccd4; stroke-width: 1 } .name { fill: #1c2126 } .label { fill: #44505c; font-size: 12px }
.person { fill: #cfe3f5; stroke: #8fb4d6 } .group { fill: #fbe3c4; stroke: #d9b078 } .place { fill: #d5edd3; stroke: #92c08f } .thing { fill: #ece4f4; stroke: #b9a3d0 }
";

/// Where a node stands.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    depth: usize,
    row: f64,
}

/// The tree: for each node the edge that leads to it, and the edges that lead on, in order.
struct Forest {
    roots: Vec<usize>,
    /// Edge index and child.
    children: Vec<Vec<(usize, usize)>>,
    /// Whether an edge is a branch.
    branch: Vec<bool>,
}

/// The picture of a graph.
pub fn svg(graph: &Graph, title: &str) -> String {
    let forest = forest(graph);
    let places = places(graph, &forest);
    let columns = columns(graph, &forest, &places);
    let mut drawing = Drawing::default();
    let at = |id: usize| [columns[places[id].depth].0, 60.0 + places[id].row * STEP];
    let name = |id: usize| wrapped(&graph.nodes[id].name, NAME);
    let box_width = |id: usize| widest(&name(id)) + 18.0;
    let leads = |parent: usize, to: usize| forest.children[parent].iter().any(|&(_, child)| child == to);
    let joined = |edge: &Edge| leads(edge.to, edge.from) || leads(edge.from, edge.to);
    for (index, edge) in graph.edges.iter().enumerate().filter(|(index, edge)| !forest.branch[*index] && !joined(edge)) {
        let ([x, y], [to_x, to_y]) = (at(edge.from), at(edge.to));
        let tip = format!("{} {} {}", graph.nodes[edge.from].name, edge.labels.join("; "), graph.nodes[edge.to].name);
        let bulge = 24.0 + 6.0 * (index % 5) as f64;
        drawing.arc([x + box_width(edge.from), y], [to_x + box_width(edge.to), to_y], bulge, "arc", &tip);
    }
    for (parent, children) in forest.children.iter().enumerate() {
        for &(index, child) in children {
            branch(
                &mut drawing,
                graph,
                index,
                parent,
                [at(parent)[0] + box_width(parent), at(parent)[1]],
                at(child),
                columns[places[child].depth].1,
            );
        }
    }
    for (id, node) in graph.nodes.iter().enumerate() {
        let [x, y] = at(id);
        let lines = name(id);
        let height = 22.0 + LINE * (lines.len() - 1) as f64;
        drawing.rect([x, y - height / 2.0, box_width(id), height], node.kind.as_str(), &node.name);
        drawing.lines(x + 9.0, y + 4.5, "name", "start", &lines);
    }
    legend(&mut drawing);
    let right = (0..graph.nodes.len()).map(|id| at(id)[0] + box_width(id)).fold(360.0, f64::max);
    let rows = places.iter().map(|place| place.row).fold(0.0, f64::max);
    drawing.file(right + 70.0, 100.0 + rows * STEP, title, STYLE)
}

/// A branch, its relation right before the child. `room` is the width of the relations of the child's column.
fn branch(drawing: &mut Drawing, graph: &Graph, index: usize, parent: usize, from: [f64; 2], to: [f64; 2], room: f64) {
    let edge = &graph.edges[index];
    let (class, tip) = (if edge.certain { "branch" } else { "doubt" }, edge.labels.join("; "));
    let label = label(edge, edge.to == parent);
    let start = to[0] - room - 14.0;
    drawing.curve(from, [start, to[1]], class, &tip);
    drawing.line([start, to[1]], [to[0] - widest(&label) * SMALLER - 12.0, to[1]], class);
    drawing.lines(to[0] - 6.0, to[1] + 4.0, "label", "end", &label);
}

/// The lines of an edge's relation, and how many more there are.
fn label(edge: &Edge, backwards: bool) -> Vec<String> {
    let more = if edge.labels.len() > 1 { format!(" +{}", edge.labels.len() - 1) } else { String::new() };
    wrapped(&format!("{}{}{more}", if backwards { "← " } else { "" }, edge.labels[0]), LABEL)
}

/// A tree over each connected part, the part with the most edges first; it is laid breadth first from the node with the most edges.
fn forest(graph: &Graph) -> Forest {
    let mut edges_of = vec![Vec::new(); graph.nodes.len()];
    for (index, edge) in graph.edges.iter().enumerate() {
        edges_of[edge.from].push(index);
        edges_of[edge.to].push(index);
    }
    let mut order: Vec<usize> = (0..graph.nodes.len()).collect();
    order.sort_by_key(|&id| std::cmp::Reverse(edges_of[id].len()));
    let mut forest = Forest { roots: Vec::new(), children: vec![Vec::new(); graph.nodes.len()], branch: vec![false; graph.edges.len()] };
    let mut reached = vec![false; graph.nodes.len()];
    for root in order {
        if std::mem::replace(&mut reached[root], true) {
            continue;
        }
        forest.roots.push(root);
        let (mut queue, mut next) = (vec![root], 0);
        while let Some(&id) = queue.get(next) {
            next += 1;
            for &index in &edges_of[id] {
                let edge = &graph.edges[index];
                let other = if edge.from == id { edge.to } else { edge.from };
                if !std::mem::replace(&mut reached[other], true) {
                    forest.branch[index] = true;
                    forest.children[id].push((index, other));
                    queue.push(other);
                }
            }
        }
    }
    forest
}

/// How many rows a node needs, with the relation that leads to it.
fn height(graph: &Graph, forest: &Forest, id: usize) -> f64 {
    let leading = forest
        .children
        .iter()
        .enumerate()
        .find_map(|(parent, children)| Some((parent, children.iter().find(|(_, child)| *child == id)?.0)));
    let relation = leading.map_or(1, |(parent, index)| label(&graph.edges[index], graph.edges[index].to == parent).len());
    1.0 + (relation.max(wrapped(&graph.nodes[id].name, NAME).len()) - 1) as f64 * LINE / STEP
}

/// Depth and row of every node: leaves take rows as they need them, in order; a node stands half way between its first and last child.
fn places(graph: &Graph, forest: &Forest) -> Vec<Place> {
    let mut places = vec![Place::default(); graph.nodes.len()];
    let mut next_row = 0.0;
    for &root in &forest.roots {
        // Depth first without recursion: a node is placed once all its children are.
        let mut way = vec![(root, 0)];
        while let Some((id, done)) = way.last().copied() {
            match forest.children[id].get(done) {
                Some(&(_, child)) => {
                    places[child].depth = places[id].depth + 1;
                    if let Some(top) = way.last_mut() {
                        top.1 += 1;
                    }
                    way.push((child, 0));
                }
                None => {
                    let rows = forest.children[id].iter().map(|&(_, child)| places[child].row);
                    let (low, high) = rows.fold((f64::MAX, f64::MIN), |(low, high), row| (low.min(row), high.max(row)));
                    places[id].row = (low + high) / 2.0;
                    if low > high {
                        // A leaf makes room for the nodes that it alone follows, too.
                        let alone = way.iter().rev().skip(1).take_while(|(above, _)| forest.children[*above].len() == 1);
                        let needs = alone.map(|(above, _)| height(graph, forest, *above)).fold(height(graph, forest, id), f64::max);
                        places[id].row = next_row + (needs - 1.0) / 2.0;
                        next_row += needs;
                    }
                    way.pop();
                }
            }
        }
        next_row += 0.5;
    }
    places
}

/// For each depth where its nodes begin, and the width of the relations before them.
fn columns(graph: &Graph, forest: &Forest, places: &[Place]) -> Vec<(f64, f64)> {
    let deepest = places.iter().map(|place| place.depth).max().unwrap_or(0);
    let (mut columns, mut x) = (Vec::new(), 20.0);
    for depth in 0..=deepest {
        let at = |id: usize| places[id].depth == depth;
        let branches = forest.children.iter().enumerate().flat_map(|(parent, children)| children.iter().map(move |child| (parent, child)));
        let labels = branches.filter(|(_, (_, child))| at(*child)).map(|(parent, (index, _))| (&graph.edges[*index], parent));
        let room = labels.map(|(edge, parent)| widest(&label(edge, edge.to == parent)) * SMALLER + 30.0).fold(0.0, f64::max);
        let names = (0..graph.nodes.len()).filter(|&id| at(id)).map(|id| widest(&wrapped(&graph.nodes[id].name, NAME)) + 18.0);
        let names = names.fold(0.0, f64::max);
        x += if depth > 0 { room + 70.0 } else { 0.0 };
        columns.push((x, room));
        x += names;
    }
    columns
}

fn legend(drawing: &mut Drawing) {
    let mut x = 20.0;
    for kind in Kind::ALL {
        drawing.rect([x, 14.0, 14.0, 14.0], kind.as_str(), "");
        drawing.text(x + 20.0, 25.5, "label", "start", kind.as_str());
        x += 84.0;
    }
}
