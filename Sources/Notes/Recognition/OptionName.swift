/// The name of something to choose, with the other names that are written beside it.
///
/// `IRSA (IAM Roles for Service Accounts)` names the option IRSA, whose other name stands in the parentheses
/// (`OtherName`). A remark in parentheses is no part of the name: `Kafka (new)`.
package struct OptionName: Hashable, Sendable, CustomStringConvertible {
    /// The name itself, as written.
    package let name: String
    package let otherNames: [String]
    /// The names in the form in which two of them are the same.
    let keys: Set<String>

    package var description: String { name }

    /// - Parameter text: the text without markup.
    package init(_ text: String) {
        let shown = Self.shown(text)
        if shown.last == ")", let parenthesis = shown.lastIndex(of: "("), parenthesis != shown.startIndex {
            let outer = Words.trimmed(String(shown[..<parenthesis]))
            let inner = Words.trimmed(String(shown[shown.index(after: parenthesis)...].dropLast()))
            if !outer.isEmpty {
                self.init(names: OtherName.isOther(inner, than: outer) ? [outer, inner] : [outer])
                return
            }
        }
        self.init(names: [shown])
    }

    /// The name with what stands in parentheses behind it, where that tells it from another: `Redis (Cluster)`.
    init(whole text: String) { self.init(names: [Self.shown(text)]) }

    /// - Parameter names: at least one.
    private init(names: [String]) {
        name = names[0]
        otherNames = Array(names.dropFirst())
        var keys = Set(names.map(Self.key))
        for name in names {
            if let acronym = Words.acronym(of: name) { keys.insert(acronym) }
        }
        keys.remove("")
        self.keys = keys
    }

    /// The name in the form in which two of them are the same across notes.
    package var key: String { Self.key(of: name) }

    package static func key(of name: String) -> String {
        let folded = Words.folded(name)
        return folded.isEmpty ? name : folded
    }

    /// A text without what decorates it; where nothing else is left, the decoration is the name.
    private static func shown(_ text: String) -> String {
        let trimmed = Words.trimmed(text)
        return trimmed.isEmpty ? Words.split(text).joined(separator: " ") : trimmed
    }

    /// Whether it names no single option: `neither`.
    package var meansNoOption: Bool { Vocabulary.noOptions.contains(key) }

    /// Whether two names of one note mean the same: they share a name, differ by a plural `s`, or one is the other
    /// with a word more.
    package func isSame(as other: OptionName) -> Bool {
        if !keys.isDisjoint(with: other.keys) { return true }
        for left in keys {
            for right in other.keys where Self.isNear(left, right) || Self.isNear(right, left) {
                return true
            }
        }
        return false
    }

    /// Whether the longer of two keys is the shorter with a plural `s` or one word more.
    private static func isNear(_ short: String, _ long: String) -> Bool {
        guard short.utf8.count < long.utf8.count else { return false }
        if long.utf8.count == short.utf8.count + 1 { return long.hasPrefix(short) && long.utf8.last == 0x73 }
        let (few, many) = (spaces(in: short), spaces(in: long))
        guard many == few + 1 else { return false }
        let words = Set(Words.split(long))
        return words.count == many + 1 && Words.split(short).allSatisfy(words.contains)
    }

    private static func spaces(in text: String) -> Int {
        var count = 0
        for byte in text.utf8 where byte == 0x20 { count += 1 }
        return count
    }
}
