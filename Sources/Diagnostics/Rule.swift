/// A kind of diagnostic: its id, its severity and what it is about.
package struct Rule: Hashable, Sendable {
    /// Kebab case, stable: it stands in reports, in configurations and in the address of its page.
    package let id: String
    package let severity: Severity
    /// One line, as `waymark explain` lists it.
    package let summary: String

    init(_ id: String, _ severity: Severity, _ summary: String) {
        self.id = id
        self.severity = severity
        self.summary = summary
    }
}

extension Rule {
    /// What a site's configuration makes of a rule.
    package enum Setting: Sendable, Hashable {
        /// Nothing is reported.
        case off
        case severity(Severity)

        /// `off`, `warning` or `error`.
        package init?(_ word: String) {
            if word == "off" {
                self = .off
            } else if let severity = Severity(rawValue: word) {
                self = .severity(severity)
            } else {
                return nil
            }
        }
    }
}

// What a source is made of.
extension Rule {
    package static let invalidUTF8 = Rule(
        "invalid-utf8", .warning, "bytes that are not UTF-8 are shown as replacement characters")
    package static let controlCharacter = Rule(
        "control-character", .warning, "control characters are shown as replacement characters")
    package static let hugeNote = Rule(
        "huge-note", .warning, "a note should not be larger than a browser shows with ease")
    package static let deepNesting = Rule(
        "deep-nesting", .warning, "markup nested deeper than browsers follow is shown flat")
    package static let badFrontMatter = Rule(
        "bad-front-matter", .error, "front matter must be a YAML mapping with known types")
    package static let badConfiguration = Rule(
        "bad-configuration", .error, "the configuration must be YAML with known settings")
    package static let unreadableSource = Rule(
        "unreadable-source", .error, "a file of the content folder cannot be read")
}

// What a text is written with.
extension Rule {
    package static let rawHTML = Rule(
        "raw-html", .warning, "HTML that is not on the list of what is safe is shown as text or left out")
    package static let unsafeLink = Rule(
        "unsafe-link", .warning, "a link may not run code or carry a document in its address")
    package static let unsupportedMath = Rule(
        "unsupported-math", .warning, "a formula must be TeX that can be turned into MathML")
    package static let unsupportedDiagram = Rule(
        "unsupported-diagram", .warning, "a Mermaid diagram must be a flowchart that can be drawn")
    package static let undefinedFootnote = Rule(
        "undefined-footnote", .warning, "a footnote that the text refers to must be defined")
    package static let unusedFootnote = Rule(
        "unused-footnote", .warning, "the text must refer to every footnote that is defined")
    package static let embedCycle = Rule(
        "embed-cycle", .error, "a note must not embed itself, also not by way of others")
    package static let embedTooLarge = Rule(
        "embed-too-large", .warning, "embedded notes that together grow too large are shown as links")
}

// What a note refers to.
extension Rule {
    package static let brokenLink = Rule("broken-link", .error, "a link must lead to a note or a file")
    package static let brokenAnchor = Rule(
        "broken-anchor", .error, "a link's fragment must name a heading of its target")
    package static let ambiguousLink = Rule(
        "ambiguous-link", .warning, "a name must belong to one note where a link uses it")
    package static let missingAsset = Rule(
        "missing-asset", .error, "an image or file that a note shows must be there")
    package static let withheldLink = Rule(
        "withheld-link", .warning, "a link to a note that this build leaves out is shown as plain text")
}

// What a site is made of.
extension Rule {
    package static let urlCollision = Rule("url-collision", .error, "two pages must not share one URL")
    package static let duplicateAlias = Rule(
        "duplicate-alias", .warning, "an alias must belong to one note")
}

// What notes compare and decide.
extension Rule {
    package static let conflictingClaims = Rule(
        "conflicting-claims", .warning, "two notes should not contradict each other in what they compare")
    package static let unknownDirective = Rule(
        "unknown-directive", .warning, "a directive must be known and stand before what it is for")
    package static let comparisonEmptyCell = Rule(
        "comparison-empty-cell", .warning, "a comparison must say something of every option")
    package static let comparisonDuplicateCriterion = Rule(
        "comparison-duplicate-criterion", .warning, "a comparison must name each criterion once")
    package static let decisionNoDefault = Rule(
        "decision-no-default", .warning, "a decision by rules must say what to choose where none fits")
    package static let decisionUnreachable = Rule(
        "decision-unreachable", .warning, "every part of a decision must be for some reader")
    package static let decisionCycle = Rule(
        "decision-cycle", .warning, "a decision's questions must not lead in a circle")
    package static let decisionDeadEnd = Rule(
        "decision-dead-end", .warning, "a decision's questions must have answers, and these must lead on")
    package static let decisionOverlap = Rule(
        "decision-overlap", .warning, "one condition must not lead to two options")
    package static let decisionUnknownOption = Rule(
        "decision-unknown-option", .warning, "a decision must name its options as the note's comparison does")
}

extension Rule {
    /// Every rule, in the order of their ids.
    package static let all: [Rule] = [
        ambiguousLink,
        badConfiguration,
        badFrontMatter,
        brokenAnchor,
        brokenLink,
        comparisonDuplicateCriterion,
        comparisonEmptyCell,
        conflictingClaims,
        controlCharacter,
        decisionCycle,
        decisionDeadEnd,
        decisionNoDefault,
        decisionOverlap,
        decisionUnknownOption,
        decisionUnreachable,
        deepNesting,
        duplicateAlias,
        embedCycle,
        embedTooLarge,
        hugeNote,
        invalidUTF8,
        missingAsset,
        rawHTML,
        undefinedFootnote,
        unknownDirective,
        unreadableSource,
        unsafeLink,
        unsupportedDiagram,
        unsupportedMath,
        unusedFootnote,
        urlCollision,
        withheldLink,
    ].sorted { $0.id < $1.id }

    package init?(id: String) {
        guard let rule = Rule.all.first(where: { $0.id == id }) else { return nil }
        self = rule
    }
}
