import Writers

/// The path of a source file below the content folder: relative, `/` between components, no `.` or `..` in it.
package struct SourcePath: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let string: String

    package init(_ string: String) { self.string = string }

    package var description: String { string }

    /// The path's components, the file name last.
    package var components: [Substring] { string.split(separator: "/") }

    /// The folder's path, empty for a file at the top.
    package var folder: Substring {
        guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return string[..<slash]
    }

    /// The last component.
    package var fileName: Substring {
        guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return string[...] }
        return string[string.utf8.index(after: slash)...]
    }

    /// The file name without its extension; a leading dot is part of the name.
    package var stem: Substring {
        let name = fileName
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
            return name
        }
        return name[..<dot]
    }

    /// The extension in lower case without its dot, empty where there is none.
    package var fileExtension: String {
        let name = fileName
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
        return name[name.utf8.index(after: dot)...].lowercased()
    }

    /// Whether the file is a note by its name. Letter case does not count.
    package var isMarkdown: Bool { ["md", "markdown"].contains(fileExtension) }

    /// Which of its folder's pages the file is, in letters of any case: 0 for `index.md`, which comes before `README.md`, 1;
    /// nil for any other file.
    package var folderPageRank: Int? { ["index", "readme"].firstIndex(of: stem.lowercased()) }

    /// The name of a file or a folder as a title: `pod-identity` as `Pod identity`. Capitals are the author's: `iOS` stays.
    package static func title(ofName name: some StringProtocol) -> String {
        let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.contains(where: \.isUppercase) ? words : words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Resolves `relative` as a link from this file would: against this file's folder, or against the top where it
    /// begins with `/`.
    ///
    /// - Returns: nil where the path leads out of the content folder.
    package func resolving(_ relative: some StringProtocol) -> SourcePath? {
        var components: [Substring] = relative.hasPrefix("/") ? [] : folder.split(separator: "/")
        for component in relative.split(separator: "/") {
            switch component {
            case ".": continue
            case "..":
                guard components.popLast() != nil else { return nil }
            default: components.append(Substring(component))
            }
        }
        return SourcePath(components.joined(separator: "/"))
    }

    // Paths are bytes: two names that Unicode holds equal are two files.
    package static func == (left: SourcePath, right: SourcePath) -> Bool {
        left.string.utf8.count == right.string.utf8.count && left.string.utf8.elementsEqual(right.string.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Byte order, the same in every locale.
    package static func < (left: SourcePath, right: SourcePath) -> Bool {
        left.string.precedes(right.string)
    }
}

extension SourcePath {
    /// What browsers show in a page.
    package enum Media: Sendable, Hashable { case image, video, audio }

    /// What kind of media the file holds, by its extension; nil for any other file.
    package var media: Media? {
        switch fileExtension {
        case "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp": .image
        case "mp4", "webm", "ogv", "mov": .video
        case "mp3", "ogg", "wav", "flac", "m4a": .audio
        default: nil
        }
    }
}
