/// A kind of diagnostic: its id, its severity and what it is about.
package struct Rule: Hashable, Sendable {
    /// Kebab case, stable: it stands in reports, in configurations and in the address of its page.
    package let id: String
    package let severity: Severity
    /// One line, as `waymark explain` lists it.
    package let summary: String
    /// Whether it is reported only where the configuration asks for it.
    package let isOptional: Bool

    init(_ id: String, _ severity: Severity, _ summary: String, isOptional: Bool = false) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.isOptional = isOptional
    }

    /// What becomes of it where the configuration says nothing.
    package var setting: Setting { isOptional ? .off : .severity(severity) }
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
    package static let badPartial = Rule(
        "bad-partial", .error, "a partial must be a template that pages can hold")
    package static let unreadableSource = Rule(
        "unreadable-source", .error, "a file of the content folder cannot be read")
}

// What a note owes its readers.
extension Rule {
    package static let emptyNote = Rule("empty-note", .warning, "a note should say something")
    package static let missingTitle = Rule(
        "missing-title", .warning, "a note should have a title of its own, not only a file name",
        isOptional: true)
    package static let headingSkipsLevel = Rule(
        "heading-skips-level", .warning, "a heading should be one level below the one it belongs to")
    package static let missingAltText = Rule(
        "missing-alt-text", .warning, "an image should have a text for readers who do not see it")
    package static let invalidCodeBlock = Rule(
        "invalid-code-block", .warning, "a block of JSON, YAML or TOML should be valid")
    package static let unusedAllowance = Rule(
        "unused-allowance", .warning, "an allowance must allow something that would be reported")
    package static let unknownKey = Rule(
        "unknown-key", .warning, "a key of front matter must be known or allowed")
    package static let missingOwner = Rule(
        "missing-owner", .warning, "a note that needs an owner must name one")
    package static let missingSource = Rule(
        "missing-source", .warning, "a note that needs sources must name one")
    package static let staleNote = Rule(
        "stale-note", .warning, "a note must be reviewed when its time has come")
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
    package static let duplicateTitle = Rule(
        "duplicate-title", .warning, "a title should belong to one note", isOptional: true)
    package static let orphanNote = Rule(
        "orphan-note", .warning, "links should lead from the home page to every note", isOptional: true)
    package static let unusedAsset = Rule(
        "unused-asset", .warning, "a note should show or link to every file beside the notes",
        isOptional: true)
    package static let unknownTag = Rule(
        "unknown-tag", .warning, "a tag must be one of those that the configuration lists")
    package static let similarTags = Rule(
        "similar-tags", .warning, "two tags should differ in more than hyphens and a plural's s")
    package static let urlCollision = Rule("url-collision", .error, "two pages must not share one URL")
    package static let deadAddress = Rule(
        "dead-address", .error, "an address that readers know must still lead somewhere")
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
        badPartial,
        brokenAnchor,
        brokenLink,
        comparisonDuplicateCriterion,
        comparisonEmptyCell,
        conflictingClaims,
        controlCharacter,
        deadAddress,
        decisionCycle,
        decisionDeadEnd,
        decisionNoDefault,
        decisionOverlap,
        decisionUnknownOption,
        decisionUnreachable,
        deepNesting,
        duplicateAlias,
        duplicateTitle,
        embedCycle,
        embedTooLarge,
        emptyNote,
        headingSkipsLevel,
        hugeNote,
        invalidCodeBlock,
        invalidUTF8,
        missingAltText,
        missingAsset,
        missingOwner,
        missingSource,
        missingTitle,
        orphanNote,
        rawHTML,
        similarTags,
        staleNote,
        undefinedFootnote,
        unknownDirective,
        unknownKey,
        unknownTag,
        unreadableSource,
        unsafeLink,
        unsupportedDiagram,
        unsupportedMath,
        unusedAllowance,
        unusedAsset,
        unusedFootnote,
        urlCollision,
        withheldLink,
    ].sorted { $0.id < $1.id }

    package init?(id: String) {
        guard let rule = Rule.all.first(where: { $0.id == id }) else { return nil }
        self = rule
    }
}
