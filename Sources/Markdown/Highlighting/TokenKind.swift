/// What a piece of code is, as far as colour can say it.
///
/// The set is closed and small: a style sheet has one rule for each class. Operators, punctuation and ordinary names are
/// `plain` and stay without a span.
enum TokenKind: UInt8, Sendable, CaseIterable {
    case plain, keyword, string, number, comment, type, function, constant, attribute, tag, variable, escape,
        meta
    case inserted, deleted, heading, prompt, output

    /// The start tag of a token; empty for `plain`.
    var startTag: StaticString {
        switch self {
        case .plain: ""
        case .keyword: "<span class=\"hl-k\">"
        case .string: "<span class=\"hl-s\">"
        case .number: "<span class=\"hl-n\">"
        case .comment: "<span class=\"hl-c\">"
        case .type: "<span class=\"hl-t\">"
        case .function: "<span class=\"hl-f\">"
        case .constant: "<span class=\"hl-b\">"
        case .attribute: "<span class=\"hl-a\">"
        case .tag: "<span class=\"hl-g\">"
        case .variable: "<span class=\"hl-v\">"
        case .escape: "<span class=\"hl-e\">"
        case .meta: "<span class=\"hl-m\">"
        case .inserted: "<span class=\"hl-i\">"
        case .deleted: "<span class=\"hl-d\">"
        case .heading: "<span class=\"hl-h\">"
        case .prompt: "<span class=\"hl-p\">"
        case .output: "<span class=\"hl-o\">"
        }
    }
}

/// Some code that is of one kind. Runs lie end to end: each begins where the one before it ends.
struct TokenRun: Sendable, Hashable {
    let end: Int
    var kind: TokenKind
}
