import Diagnostics
import Linking
import Markdown
import Notes
import Writers

/// What search shows of the notes of a block: their names, addresses and texts, section by section.
struct NoteTexts: Sendable, Hashable {
    let notes: [Entry]

    struct Entry: Sendable, Hashable {
        let title: String
        /// Relative to the site's root.
        let url: String
        /// The titles of the folders that lead to it, without the first.
        let folders: String
        /// The day of its last change; empty for none.
        let date: String
        let tags: [String]
        let aliases: [String]
        let sections: [Section]
    }

    struct Section: Sendable, Hashable {
        /// Percent-encoded; empty for the beginning of the note.
        let anchor: String
        let heading: String
        let text: String
    }

    /// The most bytes of a note's text that are kept. What follows is found, but no sentence of it is shown.
    private static let mostBytes = 60_000

    init(_ block: Int, of catalogue: Catalogue, in site: Site) {
        notes = catalogue.notes(inBlock: block).map { number in
            let index = Int(catalogue.notes[number])
            let note = site.notes[index]
            let route = site.routes.ofNote[index] ?? .home
            return Entry(
                title: note.title,
                url: RoutePath.home.relativeURL(to: route, style: site.configuration.links),
                folders: Self.folders(of: index, in: site),
                date: site.lastChange(of: index)?.description ?? "",
                tags: site.tags.ofNote[index].map { site.tags.all[Int($0)].name.spelling },
                aliases: note.frontMatter.aliases.map(\.name).filter { !$0.hasPrefix("/") },
                sections: Self.sections(of: note))
        }
    }

    private static func folders(of note: Int, in site: Site) -> String {
        var names: [String] = []
        var next = Int(site.folders.ofNote[note])
        while let parent = site.folders.all[next].parent {
            let folder = site.folders.all[next]
            if let index = folder.index {
                if Int(index) != note { names.append(site.notes[Int(index)].title) }
            } else {
                names.append(SourcePath.title(ofName: folder.name))
            }
            next = parent
        }
        return names.reversed().joined(separator: " › ")
    }

    private static func sections(of note: Note) -> [Section] {
        var sections: [Section] = []
        // Blocks count the heading that gave the title too, which stands for the beginning.
        let title = note.titleHeading?.node ?? -1
        let places = title < 0 ? note.headings.count : note.headings.count { $0.node < title }
        func place(_ heading: Int32) -> Int {
            let heading = Int(heading)
            if title < 0 || heading < places { return heading }
            return heading == places ? -1 : heading - 1
        }
        var heading = -1
        var text: [UInt8] = []
        var bytes = 0
        func finish() {
            let own = note.headings.indices.contains(heading) ? note.headings[heading] : nil
            if own != nil || !text.isEmpty {
                sections.append(
                    Section(
                        anchor: own.map { Escaping.percentEncodedFragment($0.anchor.string) } ?? "",
                        heading: own?.text ?? "", text: String(decoding: text, as: UTF8.self)))
            }
            text.removeAll(keepingCapacity: true)
        }
        for block in note.text.blocks where bytes < mostBytes {
            if place(block.heading) != heading {
                finish()
                heading = place(block.heading)
            }
            let own = note.text.text(of: block)
            guard block.kind != .heading, !own.isEmpty else { continue }
            let kept = own.prefix(mostBytes - bytes)
            if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
            text += kept
            bytes += kept.count
        }
        finish()
        return sections
    }

    func render() -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            for note in notes {
                json.array { json in
                    json.value(note.title)
                    json.value(note.url)
                    json.value(note.folders)
                    json.value(note.date)
                    json.array { json in for tag in note.tags { json.value(tag) } }
                    json.array { json in for alias in note.aliases { json.value(alias) } }
                    json.array { json in
                        for section in note.sections {
                            json.value(section.anchor)
                            json.value(section.heading)
                            json.value(section.text)
                        }
                    }
                }
            }
        }
        return Shards.script("notes", json.bytes)
    }
}
