import Diagnostics
import Linking
import Notes
import Pages
import Testing

func note(_ text: String, path: String = "a.md") -> Note {
    Note(compiling: Source(path: SourcePath(path), bytes: Array(text.utf8)))
}

func site(
    _ files: KeyValuePairs<String, String>, assets: [String] = [],
    _ configure: (inout Configuration) -> Void = { _ in }
) -> Site {
    var configuration = Configuration()
    configure(&configuration)
    return Site(
        linking: files.map { note($1, path: $0) }, assets: Set(assets.map { SourcePath($0) }),
        configuration: configuration)
}

/// The pages of a site but the theme's files and the index of search, by their paths.
func pages(_ site: Site) -> [String: String] {
    var pages: [String: String] = [:]
    for model in site.pageModels(.standard) {
        if case .asset = model { continue }
        if case .searchFile = model { continue }
        let page = Page(rendering: model, theme: .standard)
        pages[page.path.string] = String(decoding: page.bytes, as: UTF8.self)
    }
    return pages
}

func page(_ path: String, of site: Site, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try #require(pages(site)[path], sourceLocation: sourceLocation)
}

/// What stands between two marks, at each place.
func all(between start: String, and end: String, in text: String) -> [String] {
    text.components(start).dropFirst().map { $0.components(end)[0] }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}

/// The addresses that a page links to or shows.
func addresses(_ page: String) -> [String] {
    all(between: " href=\"", and: "\"", in: page) + all(between: " src=\"", and: "\"", in: page)
}

/// What stands in the body of a note's page.
func body(_ page: String) -> String {
    all(between: "<div class=\"body\">\n", and: "</div>\n</article>", in: page).joined()
}
