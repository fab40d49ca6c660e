extension Grammar {
    /// The GraphQL specification of September 2025, section 2.
    static let graphql = Grammar(
        Mode(
            names: Names(
                capitalised: .type, capitals: .constant,
                follows: [Follow(":", .attribute, skipsBlanks: true), Follow("(", .function)]),
            words: [
                Words(.keyword, "extend fragment implements on repeatable schema directive"),
                Words(.keyword, "query mutation subscription", then: .name(.function)),
                Words(.keyword, "enum input interface scalar type union", then: .name(.type)),
                Words(.type, "Boolean Float ID Int String"), Words(.constant, "true false null"),
            ],
            numbers: .plain,
            rules: [
                .line("#", .comment), .region(Region("\"\"\"", "\"\"\"", .string, spansLines: true)),
                .region(Region("\"", "\"", .string, rules: [.escape("\\")])),
                .name(after: "$", .variable), .name(after: "@", .meta), .token("...", .keyword),
            ]))
}
