package import Diagnostics
package import Markdown

/// What a site says about itself in `waymark.yml`. Every value has a default: no configuration is needed.
package struct Configuration: Sendable, Hashable {
    package var title = "Notes"
    package var description = ""
    /// Where the site is served, without a slash at the end. Only what needs an absolute address uses it.
    package var baseURL: String?
    package var links = LinkStyle.folder
    /// BCP 47.
    package var language = "en"
    /// What happens to HTML in notes.
    package var html = RawHTML.safe

    /// The rules that weigh otherwise than by default.
    package var rules: [Rule: Rule.Setting] = [:]

    package init() {}
}
