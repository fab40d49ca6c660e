/// The parts of `[[name#fragment|label]]`.
package struct Wikilink: Hashable, Sendable {
    /// A note's name or path; empty for a place in the same note. A `#` that names no place belongs to it: `C#`.
    package let name: String
    /// What follows `#`, nil where there is none. The last part where there are several, as in Obsidian's
    /// `note#heading#subheading`.
    package let fragment: String?

    /// - Parameter destination: what stands between `[[` and `|`.
    package init(_ destination: String) {
        guard destination.utf8.contains(UInt8(ascii: "#")) else {
            name = Self.trimmed(destination[...])
            fragment = nil
            return
        }
        // By characters: the keycap #️⃣ parts nothing.
        let parts = destination.split(separator: "#", omittingEmptySubsequences: false).map(Self.trimmed)
        let isNumberSign = parts.count > 1 && !parts[0].isEmpty && parts[1].isEmpty
        name = isNumberSign ? "\(parts[0])#" : parts.first ?? ""
        let last = parts.count > 1 ? parts[parts.count - 1] : ""
        fragment = last.isEmpty ? nil : last
    }

    /// Whether the name can be a note's: it has not the extension of an image, a film, a sound or another file.
    package var mayNameNote: Bool {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
        return !Self.fileExtensions.contains(name[name.utf8.index(after: dot)...].lowercased())
    }

    /// What Obsidian embeds besides notes (https://help.obsidian.md/file-formats), and files that stand beside notes.
    private static let fileExtensions: Set<String> = [
        "avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp", "flac", "m4a", "mp3", "ogg", "wav", "webm",
        "3gp",
        "mkv", "mov", "mp4", "ogv", "pdf", "canvas", "base", "csv", "docx", "html", "json", "pptx", "txt",
        "xlsx", "yaml", "yml",
        "zip",
    ]

    /// What a reader sees of a link without a label whose target is not known.
    static func shownText(_ destination: String) -> String {
        let link = Wikilink(destination)
        guard let fragment = link.fragment else { return link.name }
        return link.name.isEmpty ? fragment : "\(link.name) > \(fragment)"
    }

    private static func trimmed(_ text: Substring) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }
        guard let last = text.utf8.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(Substring(text.utf8[...last].drop(while: isSpace)))
    }
}
