import Writers

/// The address that opens a place in the writer's editor.
package struct EditorLink: Sendable, Hashable {
    /// With `{path}`, `{line}` and `{column}` where those go.
    private let template: String
    /// What relative paths begin from.
    private let folder: String

    /// - Parameters:
    ///   - name: an editor's name, or an address with `{path}` in it.
    ///   - folder: the working folder, from the root of the file system.
    package init?(_ name: String, in folder: String) {
        self.folder = folder
        if let template = Self.known[name] {
            self.template = template
        } else if name.contains("{path}"), name.contains(":"), !name.lowercased().hasPrefix("javascript:") {
            template = name
        } else {
            return nil
        }
    }

    /// The editors that are known by name, in order.
    package static var names: [String] { known.keys.sorted() }

    private static let known = [
        "cursor": "cursor://file{path}:{line}:{column}",
        "idea": "idea://open?file={path}&line={line}&column={column}",
        "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
        "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
        "vscode": "vscode://file{path}:{line}:{column}",
        "vscodium": "vscodium://file{path}:{line}:{column}",
        "zed": "zed://file{path}:{line}:{column}",
    ]

    /// - Parameter path: the file's, relative to the working folder or from the root of the file system.
    func url(_ path: String, line: Int, column: Int) -> String {
        var path = path[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        let file = path.hasPrefix("/") ? String(path) : "\(folder)/\(path)"
        return template.replacing("{line}", with: String(line)).replacing("{column}", with: String(column))
            .replacing("{path}", with: Escaping.percentEncodedPath(file))
    }
}
