package import Linking
import Writers

/// What is different for readers between two builds of a site.
package struct SiteDiff: Sendable {
    /// In the order of addresses.
    package let added: [Entry]
    package let removed: [Entry]
    /// Pages of notes whose text changed.
    package let changed: [Entry]
    package let moved: [Move]
    /// Decisions and comparisons that say something else, in the order of their kinds and subjects.
    package let statements: [StatementChange]

    package struct Entry: Sendable, Hashable {
        package let route: RoutePath
        package let title: String
    }

    package struct Move: Sendable, Hashable {
        package let from: RoutePath
        package let to: RoutePath
        package let title: String
    }

    package struct StatementChange: Sendable {
        let kind: SiteSnapshot.Statement.Kind
        let subject: String
        let url: String
        /// In the order of their names; nil stands for what is not said.
        let facts: [(name: String, old: String?, new: String?)]
    }

    package init(from old: SiteSnapshot, to new: SiteSnapshot) {
        let oldPages = old.pages.filter { $0.value.target == nil }
        let newPages = new.pages.filter { $0.value.target == nil }
        var moved: [RoutePath: RoutePath] = [:]
        let gone = oldPages.keys.filter { newPages[$0] == nil }.sorted()
        let fresh = newPages.keys.filter { oldPages[$0] == nil }.sorted()
        // A page has moved where its address leads on to a new one, or where a new one has its very text.
        let byText = Dictionary(
            fresh.compactMap { route in newPages[route]?.text.map { ($0, route) } },
            uniquingKeysWith: { first, _ in first })
        for route in gone {
            if let target = new.pages[route]?.target, oldPages[target] == nil, newPages[target] != nil {
                moved[route] = target
            } else if let text = oldPages[route]?.text, let target = byText[text] {
                moved[route] = target
            }
        }
        let arrived = Set(moved.values)
        func entries(_ routes: [RoutePath], _ pages: [RoutePath: SiteSnapshot.Page]) -> [Entry] {
            routes.map { Entry(route: $0, title: pages[$0]?.title ?? "") }
        }
        added = entries(fresh.filter { !arrived.contains($0) }, newPages)
        removed = entries(gone.filter { moved[$0] == nil }, oldPages)
        changed = entries(
            newPages.keys.filter { route in
                guard let before = oldPages[route]?.text else { return false }
                return before != newPages[route]?.text
            }.sorted(), newPages)
        self.moved = moved.sorted { $0.key < $1.key }.map { from, to in
            Move(from: from, to: to, title: newPages[to]?.title ?? "")
        }
        statements = Self.changes(old.statements, new.statements)
    }

    package var isEmpty: Bool {
        added.isEmpty && removed.isEmpty && changed.isEmpty && moved.isEmpty && statements.isEmpty
    }

    private static func changes(
        _ old: [SiteSnapshot.Statement], _ new: [SiteSnapshot.Statement]
    ) -> [StatementChange] {
        let (old, new) = (keyed(old), keyed(new))
        return Set(old.keys).union(new.keys).sorted().compactMap { key in
            guard let statement = new[key] ?? old[key] else { return nil }
            let (before, after) = (old[key]?.facts ?? [:], new[key]?.facts ?? [:])
            let facts = Set(before.keys).union(after.keys).sorted().compactMap { name in
                before[name] == after[name] ? nil : (name: name, old: before[name], new: after[name])
            }
            guard !facts.isEmpty else { return nil }
            return StatementChange(
                kind: statement.kind, subject: statement.subject, url: statement.url, facts: facts)
        }
    }

    /// By kind and subject; those that share both are told apart by their order.
    private static func keyed(_ statements: [SiteSnapshot.Statement]) -> [String: SiteSnapshot.Statement] {
        var keyed: [String: SiteSnapshot.Statement] = [:]
        var counts: [String: Int] = [:]
        for statement in statements {
            let key = "\(statement.kind == .decision ? 0 : 1) \(statement.subject)"
            counts[key, default: 0] += 1
            keyed["\(key)\0\(counts[key, default: 0])"] = statement
        }
        return keyed
    }
}
