/// What may differ on disk from what was read last. It may name too much, never too little.
struct FileChanges: Sendable, Hashable {
    /// Files, and folders with all that is below them, as the folder to watch was given.
    var paths: Set<String> = []
    /// Whether it is not known what has changed.
    var isEverything = false

    static let everything = FileChanges(isEverything: true)

    var isEmpty: Bool { paths.isEmpty && !isEverything }

    mutating func merge(_ other: FileChanges) {
        isEverything = isEverything || other.isEverything
        if isEverything { paths = [] } else { paths.formUnion(other.paths) }
    }

    /// Whether a path, or a folder that it is in, may have changed.
    func includes(_ path: String) -> Bool {
        if isEverything || paths.contains(path) { return true }
        var rest = path[...]
        while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            if paths.contains(String(rest)) { return true }
        }
        return false
    }
}
