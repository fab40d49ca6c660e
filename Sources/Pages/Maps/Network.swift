/// Things and what joins them, to be drawn as a map: notes, folders or tags.
package struct Network: Sendable, Hashable {
    package let nodes: [Node]
    /// Each pair once.
    package let edges: [Edge]
    /// What the nodes' groups are, where they have some.
    package let groups: [Group]
    /// Which nodes have their name beside them.
    package let labels: Labels

    package enum Labels: Sendable, Hashable {
        /// All: there are few.
        case all
        /// So many of the largest.
        case largest(Int)
    }

    package struct Node: Sendable, Hashable {
        package let link: PageLink
        /// What its size says: a number of notes or of links.
        package let size: Int
        /// What its size says, in words.
        package let detail: String
        /// An index of `groups`.
        package let group: Int?
    }

    package struct Edge: Sendable, Hashable {
        package let from: Int
        package let to: Int
        package let weight: Int
    }

    /// Nodes of one colour and shape. There are as many as both can tell apart.
    package struct Group: Sendable, Hashable {
        package let title: String
        /// Nil for all that are in no group of their own.
        package let url: String?
    }

    /// How many groups there are at most, that of all others among them.
    package static let mostGroups = 8

    /// A group but that of all others, which have nothing in common.
    func own(_ group: Int?) -> Int? { group.flatMap { groups[$0].url == nil ? nil : $0 } }
}
