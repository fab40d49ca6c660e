package import Diagnostics
package import Notes

/// The folder that notes are read from.
package struct ContentFolder: Sendable {
    /// As the user gave it, without a slash at the end.
    package let path: String
    /// The notes' paths, in order.
    package let notes: [SourcePath]
    /// The other files' paths.
    package let assets: Set<SourcePath>
    /// What cannot be part of the site.
    package let diagnostics: [Diagnostic]

    /// Looks through the folder. Names that begin with a dot are passed over, and so are symbolic links out of it.
    package init(_ path: String) throws(FileError) {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        self.path = path
        guard let root = Files.resolved(path) else { throw FileError("read the folder", path) }
        var notes: [SourcePath] = []
        var assets: Set<SourcePath> = []
        var diagnostics: [Diagnostic] = []
        func add(_ path: SourcePath) {
            if path.isMarkdown { notes.append(path) } else { assets.insert(path) }
        }
        var pending = [""]
        while let folder = pending.popLast() {
            let entries: [Files.Entry]
            do {
                entries = try Files.entries(of: folder.isEmpty ? path : "\(path)/\(folder)")
            } catch {
                // The content folder itself must be there; one below it that is closed to us costs only itself.
                if folder.isEmpty { throw error }
                diagnostics.append(Diagnostic(.unreadableSource, "\(error)", at: SourcePath(folder)))
                continue
            }
            for entry in entries {
                switch entry {
                case .file(let name): add(SourcePath(folder.isEmpty ? name : "\(folder)/\(name)"))
                case .folder(let name): pending.append(folder.isEmpty ? name : "\(folder)/\(name)")
                case .symbolicLink(let name):
                    let link = SourcePath(folder.isEmpty ? name : "\(folder)/\(name)")
                    let target = Files.resolved("\(path)/\(link)")
                    if let target, target.hasPrefix(root + "/"), !Files.isFolder(target) {
                        add(link)
                    } else {
                        diagnostics.append(Self.diagnostic(link, target))
                    }
                }
            }
        }
        self.notes = notes.sorted()
        self.assets = assets
        self.diagnostics = diagnostics
    }

    private static func diagnostic(_ link: SourcePath, _ target: String?) -> Diagnostic {
        let reason =
            target == nil
            ? "the symbolic link leads nowhere"
            : "the symbolic link leads to a folder or out of the content folder"
        return Diagnostic(
            .unreadableSource, reason, at: link, hint: "put the file itself into the content folder")
    }

    /// Where a file of the folder is.
    package func file(_ path: SourcePath) -> String { "\(self.path)/\(path)" }

    /// Reads a note; one that cannot be read is empty, with a diagnostic.
    package func source(_ path: SourcePath) -> (Source, Diagnostic?) {
        do {
            return (Source(path: path, bytes: try Files.read(file(path))), nil)
        } catch {
            return (Source(path: path, bytes: []), Diagnostic(.unreadableSource, "\(error)", at: path))
        }
    }
}
