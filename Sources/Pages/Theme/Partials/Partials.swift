package import Linking
import Mustache
import Writers

/// The templates of a site, ready to be rendered. The same page and templates give the same markup.
package struct Partials: Sendable {
    private let sources: [Partial: [UInt8]]
    private let site: PartialFields.About
    private let templates: [Partial: MustacheTemplate]
    private let library: MustacheLibrary

    /// Nil where there are none. A template that is no template is left out: `PartialChecks` reports it, and then nothing is
    /// built.
    package init?(_ configuration: Configuration) {
        sources = configuration.appearance.partials
        guard !sources.isEmpty else { return nil }
        site = PartialFields.About(
            title: configuration.title, description: configuration.description, url: configuration.baseURL,
            language: configuration.language)
        templates = sources.compactMapValues {
            try? MustacheTemplate(string: String(decoding: $0, as: UTF8.self))
        }
        library = MustacheLibrary(
            templates: Dictionary(uniqueKeysWithValues: templates.map { ($0.rawValue, $1) }))
    }

    /// What a template makes of a page; empty where there is nothing to show.
    func render(_ partial: Partial, _ shell: Shell, _ note: PartialFields.Note?) -> Markup {
        guard let template = templates[partial] else { return "" }
        let text = template.render(PartialFields(shell, site, note).values, library: library)
        guard text.contains(where: { !$0.isWhitespace }) else { return "" }
        // Of the template's author, who may write any markup; values in it are escaped.
        return Markup(trusted: Array(text.utf8) + (text.utf8.last == UInt8(ascii: "\n") ? [] : [0x0A]))
    }
}

extension Partials: Hashable {
    package static func == (first: Partials, second: Partials) -> Bool {
        first.sources == second.sources && first.site == second.site
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(sources) }
}
