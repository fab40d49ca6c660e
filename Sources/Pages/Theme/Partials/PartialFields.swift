import Linking
import Mustache
import Notes

/// What templates may ask for, by name. The guide lists it: `content/guide/reference/partials.md`.
struct PartialFields {
    /// What the page of a note says of it besides its title.
    struct Note {
        let tags: [PageLink]
        let owner: String?
        let updated: String?
        let author: String?
        let reviewed: String?
        /// The keys of its front matter that Waymark does not read.
        let keys: [FrontMatter.Entry]
    }

    /// Facts of the site as a whole.
    struct About: Hashable {
        let title: String
        let description: String
        let url: String?
        let language: String
    }

    /// The fields that have one value.
    static let names = [
        "site.title", "site.description", "site.url", "site.language", "site.root",
        "page.kind", "page.is_home", "page.is_note", "page.title", "page.description", "page.url",
        "page.owner", "page.updated", "page.author", "page.reviewed",
    ]
    /// The list, and the fields of its elements.
    static let list = "page.tags"
    static let elementNames = ["name", "url"]
    /// An item of a key of front matter, in a section of it.
    static let item = "."
    /// What an element or an item knows of its place in the list.
    static let placeNames = ["first()", "last()"]

    /// What the names of the keys of front matter that Waymark does not read begin with.
    static let keys = "page.front_matter."

    /// The key that a field asks for, in lower case; nil for any other field.
    static func key(of name: String) -> String? {
        guard name.hasPrefix(keys) else { return nil }
        let key = name.dropFirst(keys.count)
        return key.isEmpty || key.contains(".") ? nil : key.lowercased()
    }

    let values: [String: Any]

    /// What there is none of is left out, so that a section of it is too.
    init(_ shell: Shell, _ site: About, _ note: Note?) {
        let root: String =
            switch shell.addressing {
            case .relative: shell.route.relativeURL(to: .home, style: .folder)
            case .rooted(let path): path + "/"
            }
        var about: [String: Any] = ["title": site.title, "language": site.language, "root": root]
        about["url"] = site.url
        if !site.description.isEmpty { about["description"] = site.description }
        var page: [String: Any] = [
            "kind": shell.kind.rawValue, "title": shell.title, "url": shell.route.url,
            "is_home": shell.kind == .home, "is_note": note != nil,
            "tags": (note?.tags ?? []).map { ["name": $0.title, "url": $0.url] },
        ]
        if !shell.description.isEmpty { page["description"] = shell.description }
        page["owner"] = note?.owner
        page["updated"] = note?.updated
        page["author"] = note?.author
        page["reviewed"] = note?.reviewed
        page["front_matter"] = Keys(note?.keys ?? [])
        values = ["site": about, "page": page]
    }

    /// The keys of a note's front matter, found without regard to letter case.
    private struct Keys: MustacheParent {
        private let values: [String: Value]

        init(_ entries: [FrontMatter.Entry]) {
            values = Dictionary(
                entries.filter { !$0.items.isEmpty }.map { ($0.key.lowercased(), Value(items: $0.items)) },
                uniquingKeysWith: { first, _ in first })
        }

        func child(named name: String) -> Any? { values[name.lowercased()] }
    }

    /// A value: for a section one item after the other, else all of them.
    private struct Value: MustacheSequence, MustacheCustomRenderable {
        let items: [String]

        var renderText: String { items.joined(separator: ", ") }
        var isNull: Bool { items.isEmpty }
        func makeIterator() -> Array<String>.Iterator { items.makeIterator() }
    }
}
