/// A chart of nodes and the edges between them, as a Mermaid `flowchart` says it
/// (https://mermaid.js.org/syntax/flowchart.html).
package struct Flowchart: Sendable, Hashable {
    package let direction: Direction
    /// In the order of their first mention.
    package let nodes: [Node]
    package let edges: [Edge]
    /// Subgraphs, outer ones before those inside them.
    package let groups: [Group]

    package init(direction: Direction, nodes: [Node], edges: [Edge], groups: [Group] = []) {
        self.direction = direction
        self.nodes = nodes
        self.edges = edges
        self.groups = groups
    }

    package enum Direction: Sendable, Hashable { case down, up, right, left }

    package struct Node: Sendable, Hashable {
        /// The name by which edges refer to it.
        package let id: String
        /// What it shows, without markup; a line feed where the author breaks the line.
        package let text: String
        package let shape: Shape
        /// The index of the innermost group that it is in.
        package let group: Int?

        package init(id: String, text: String, shape: Shape = .rectangle, group: Int? = nil) {
            self.id = id
            self.text = text
            self.shape = shape
            self.group = group
        }
    }

    package enum Shape: String, Sendable, Hashable {
        case rectangle, rounded, stadium, subroutine, cylinder, circle, doubleCircle, flag, diamond, hexagon
        case leanRight, leanLeft, trapezoid, invertedTrapezoid
    }

    /// What an edge begins or ends at, by its index.
    package enum End: Sendable, Hashable {
        case node(Int)
        case group(Int)
    }

    /// A line between two nodes or groups, neither of which holds the other.
    package struct Edge: Sendable, Hashable {
        package let from: End
        package let to: End
        /// Empty for an edge without one.
        package let label: String
        package let line: Line
        package let head: Head
        /// What it has where it begins; none for most.
        package let tail: Head

        package init(
            from: End, to: End, label: String = "", line: Line = .solid, head: Head = .arrow,
            tail: Head = .none
        ) {
            self.from = from
            self.to = to
            self.label = label
            self.line = line
            self.head = head
            self.tail = tail
        }

        /// The nodes at both ends; nil where it begins or ends at a group.
        package var nodes: (from: Int, to: Int)? {
            guard case .node(let from) = from, case .node(let to) = to else { return nil }
            return (from, to)
        }
    }

    package enum Line: Sendable, Hashable { case solid, dotted, thick, invisible }
    package enum Head: Sendable, Hashable { case none, arrow, circle, cross }

    package struct Group: Sendable, Hashable {
        package let title: String
        /// The index of the group that it is in.
        package let parent: Int?

        package init(title: String, parent: Int? = nil) {
            self.title = title
            self.parent = parent
        }
    }
}
