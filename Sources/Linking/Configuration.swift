package import Diagnostics
package import Markdown
package import Notes

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

    /// What is made of the rules.
    package var rules = RuleSettings()
    /// The tags that notes may have, with those nested in them; nil for any.
    package var tags: [TagName]?
    /// The keys of front matter that notes may have besides those that Waymark reads; nil for any.
    package var keys: [String]?
    package var needsOwner: Requirement?
    package var needsSources: Requirement?
    /// After which time notes are to be reviewed that do not say it themselves.
    package var reviewIn: TimeSpan?
    /// The day on which reviews may be due; nil where none is looked for.
    package var today: CalendarDate?

    package init() {}
}
