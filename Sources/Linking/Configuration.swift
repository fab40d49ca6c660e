package import Diagnostics
package import Localisation
package import Markdown
package import Notes
import Writers

/// What a site says about itself in `waymark.yml`. Every value has a default: no configuration is needed.
package struct Configuration: Sendable, Hashable {
    /// Without one, the interface's word for notes.
    package var title: String {
        get { ownTitle ?? wording.lists.notes }
        set { ownTitle = newValue }
    }
    private var ownTitle: String?
    package var description = ""
    /// Where the site is served, without a slash at the end. Only what needs an absolute address uses it.
    package var baseURL: String?
    package var links = LinkStyle.folder
    /// BCP 47. What the interface says follows from it, where there is a `Wording` for it.
    package var language = "en" { didSet { wording = .of(language) } }
    /// What the interface of the site says.
    package private(set) var wording = Wording.english
    /// Where a note's file can be edited, with `{path}` in the place of its path below the content folder.
    package var editURL: String?
    /// Whether version control is asked when notes changed.
    package var asksHistory = true
    /// What it said.
    package var history = History()
    /// The day that reviews are held against; nil to leave that to who reads.
    package var today: CalendarDate?
    /// What happens to HTML in notes.
    package var html = RawHTML.safe

    package var appearance = Appearance()
    /// What the site says about its tags.
    package var tags: [TagName: TagSetting] = [:]
    /// What is made of the rules.
    package var rules = RuleSettings()
    /// The tags that notes may have, with those nested in them; nil for any.
    package var allowedTags: [TagName]?
    /// The keys of front matter that notes may have besides those that Waymark reads; nil for any.
    package var allowedKeys: [String]?
    /// The addresses that lead on to others.
    package var redirects: [RedirectSetting] = []
    package var needsOwner: Requirement?
    package var needsSources: Requirement?

    package init() {}

    /// Whether a text has the form of a BCP 47 tag (RFC 5646, section 2.1); browsers refuse any other.
    package static func isLanguage(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        return (2...8).contains(parts[0].count) && parts[0].allSatisfy { $0.isASCII && $0.isLetter }
            && parts.allSatisfy { (1...8).contains($0.count) }
            && parts.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    }

    /// Where a note can be edited; nil where the site does not say.
    package func editURL(of path: SourcePath) -> String? {
        guard let editURL, let place = editURL.firstRange(of: "{path}") else { return nil }
        return editURL[..<place.lowerBound] + Escaping.percentEncodedPath(path.string)
            + editURL[place.upperBound...]
    }
}
