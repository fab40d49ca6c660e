import Linking
import Markdown
import Notes

// Files for programs: Markdown, sitemap, feeds, overview, addresses.

extension NoteMarkdown {
    init(_ index: Int, of site: Site) {
        let note = site.notes[index]
        let start = note.source.range(ofLine: note.firstBodyLine).lowerBound
        var bytes: [UInt8] = []
        if note.titleHeading == nil { bytes += "# \(note.title)\n\n".utf8 }
        var position = start
        for comment in note.comments where comment.lowerBound >= position {
            bytes += note.source.bytes[position..<comment.lowerBound]
            position = comment.upperBound
        }
        bytes += note.source.bytes[position...]
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        self.init(route: (site.routes.ofNote[index] ?? .home).file("index.md"), bytes: bytes)
    }
}

extension Sitemap {
    init(of site: Site) {
        entries = site.published.compactMap { index in
            site.routes.ofNote[index].flatMap(site.absoluteURL).map {
                Entry(url: $0, modified: site.lastChange(of: index)?.description)
            }
        }
    }
}

extension Feed {
    init(of site: Site) {
        title = site.configuration.title
        self.site = site.configuration.baseURL ?? ""
        route = .feed
        page = .home
        entries = Self.entries(site.latest(20), of: site)
    }

    /// The notes of a tag that changed last.
    init(tag: Int, of site: Site) {
        let tag = site.tags.all[tag]
        title = "#\(tag.name.spelling) · \(site.configuration.title)"
        self.site = site.configuration.baseURL ?? ""
        route = tag.route.file("feed.xml")
        page = tag.route
        let notes = tag.notes.map(Int.init).filter { site.routes.ofNote[$0] != nil }
        entries = Self.entries(site.latest(20, among: notes), of: site)
    }

    private static func entries(_ notes: [Int], of site: Site) -> [Entry] {
        notes.compactMap { index in
            guard let url = site.routes.ofNote[index].flatMap(site.absoluteURL),
                let updated = site.lastChange(of: index)
            else { return nil }
            return Entry(
                title: site.notes[index].title, url: url, updated: updated.description,
                summary: site.notes[index].summary)
        }
    }
}

extension Overview {
    init(of site: Site) {
        title = site.configuration.title
        description = site.configuration.description
        let shell = Shell(.home, .home, title, description, of: site)
        sections = site.folders.all.indices.compactMap { folder in
            let entry = site.folders.all[folder]
            let notes = (entry.index.map { [$0] } ?? []) + entry.notes
            guard !notes.isEmpty else { return nil }
            return Section(
                title: site.folderTitle(folder),
                notes: notes.compactMap { note in
                    guard let route = site.routes.ofNote[Int(note)] else { return nil }
                    let file = route.file("index.md")
                    return NoteEntry(
                        link: PageLink(
                            title: site.notes[Int(note)].title,
                            url: site.absoluteURL(file) ?? shell.url(to: file)),
                        summary: site.notes[Int(note)].summary, date: nil)
                })
        }
    }
}

extension Addresses {
    init(of site: Site) {
        urls = site.addresses.map(\.url).sorted()
    }
}
