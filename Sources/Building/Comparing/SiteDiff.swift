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

    /// Of one of the sites there is only a list, and of the other only a model.
    package struct NothingInCommon: Error, Sendable, CustomStringConvertible {
        package var description: String {
            "a list of addresses and a model have nothing in common: give two lists, two models, or a site's folder"
        }
    }

    /// What both sites tell of is compared: of a list the addresses, of a model what decisions and comparisons say.
    package init(from old: SiteSnapshot, to new: SiteSnapshot) throws(NothingInCommon) {
        let kinds = [old.kind, new.kind]
        guard !kinds.contains(.list) || !kinds.contains(.model) else { throw NothingInCommon() }
        let pages = PageChanges(from: old, to: new)
        (added, removed, changed, moved) = (pages.added, pages.removed, pages.changed, pages.moved)
        statements = kinds.contains(.list) ? [] : Self.changes(old.statements, new.statements)
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
