package import Diagnostics

/// What diagnostics say to write instead, carried out on the notes' files.
package struct Fixes: Sendable {
    /// In path order.
    package let files: [File]

    package struct File: Sendable {
        package let path: String
        package let text: FixedText
    }

    /// Reads the files that are to be changed, and changes none.
    ///
    /// - Parameter diagnostics: in order.
    package init(_ diagnostics: [Diagnostic], in content: ContentFolder) throws(FileError) {
        var files: [File] = []
        var rest = diagnostics.filter { $0.fix != nil }[...]
        while let first = rest.first {
            let ofFile = rest.prefix { $0.path == first.path }
            rest = rest.dropFirst(ofFile.count)
            let path = content.file(first.path)
            let text = FixedText(try Files.read(path), ofFile.compactMap(\.fix))
            if text.count > 0 { files.append(File(path: path, text: text)) }
        }
        self.files = files
    }

    package var count: Int { files.reduce(0) { $0 + $1.text.count } }

    /// All changes as a unified diff.
    package var diff: String { files.map { $0.text.diff(of: $0.path) }.joined() }

    package func write() throws(FileError) {
        for file in files { try Files.replace(file.path, with: file.text.bytes) }
    }
}
