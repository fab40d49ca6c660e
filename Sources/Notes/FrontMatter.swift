package import Diagnostics

/// What a note says about itself in the YAML before its text.
package struct FrontMatter: Sendable, Hashable {
    package internal(set) var title: String?
    package internal(set) var description: String?
    package internal(set) var tags: [TagName] = []
    /// Where each of the tags stands.
    package internal(set) var tagRanges: [TagName: SourceRange] = [:]
    package internal(set) var aliases: [Alias] = []
    package internal(set) var date: CalendarDate?
    package internal(set) var updated: CalendarDate?
    package internal(set) var reviewed: CalendarDate?
    package internal(set) var reviewIn: ReviewPeriod?
    package internal(set) var isDraft = false
    /// Who may read the note; empty for everybody.
    package internal(set) var audience: [String] = []
    package internal(set) var owner: String?
    package internal(set) var sources: [String] = []
    package internal(set) var slug: String?
    package internal(set) var order: Int?
    /// The keys that are not ours, in their order.
    package internal(set) var other: [Entry] = []

    /// Another name of a note.
    package struct Alias: Sendable, Hashable {
        package let name: String
        package let range: SourceRange
    }

    package struct Entry: Sendable, Hashable {
        package let key: String
        /// All of the value, as text.
        package let value: String
        /// Its parts, where it is a list, and else itself alone; none where YAML reads it as nothing or as `false`.
        package let items: [String]
        /// Where the key stands.
        package let range: SourceRange
    }

    package init() {}

    /// The day by which the note is to be reviewed again; nil where it says too little.
    package var reviewDue: CalendarDate? {
        guard let reviewIn else { return nil }
        return (reviewed ?? updated ?? date)?.adding(reviewIn)
    }
}
