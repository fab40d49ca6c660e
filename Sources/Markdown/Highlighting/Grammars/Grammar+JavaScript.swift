extension Grammar {
    /// ECMAScript 2025, section 12 (lexical grammar). The tags of JSX read as operators and names.
    static let javascript = Grammar(
        Mode(
            names: scriptNames, words: scriptWords, numbers: .plain, rules: scriptRules))

    /// The TypeScript handbook; the language is ECMAScript with types.
    static let typescript = Grammar(
        Mode(
            names: scriptNames,
            words: scriptWords + [
                Words(
                    .keyword,
                    """
                    abstract accessor asserts declare implements infer is keyof module override private protected public \
                    readonly satisfies unique
                    """),
                Words(.keyword, "enum interface namespace type", then: .name(.type)),
                Words(.type, "any bigint boolean never number object string symbol unknown"),
            ],
            numbers: .plain, rules: scriptRules))

    private static let scriptNames = Names(
        start: .nameStart.union(ByteSet("$")), rest: .name.union(ByteSet("$")), capitalised: .type,
        capitals: .constant, hasMembers: true,
        follows: [Follow("(", .function), Follow(":", .attribute, unless: UInt8(ascii: ":"))])

    private static let scriptWords = [
        Words(
            .keyword,
            """
            as async await break case catch const continue debugger default delete do else export extends finally for \
            from get if import in instanceof let new of return set static switch throw try typeof using var void while \
            with yield
            """),
        Words(.keyword, "function", then: .name(.function)),
        Words(.keyword, "class", then: .name(.type)),
        Words(.constant, "true false null undefined NaN Infinity this super globalThis arguments"),
    ]

    private static let scriptRules: [Rule] = {
        let escapes: [Rule] = [.escape("\\")]
        // A class in a regular expression may hold a slash that does not end it.
        let expression = Region(
            "/", "/", .escape, at: .operand, mustClose: true,
            rules: escapes + [.region(Region("[", "]", .escape, rules: escapes))])
        return [
            .line("#!", .comment, at: .textStart), .line("//", .comment),
            .region(Region("/*", "*/", .comment, spansLines: true)),
            .region(Region("\"", "\"", .string, key: .attribute, rules: escapes)),
            .region(Region("'", "'", .string, key: .attribute, rules: escapes)),
            .region(
                Region(
                    "`", "`", .string, spansLines: true,
                    rules: [
                        .region(Region("${", "}", .escape, spansLines: true, nests: "{", inside: .ground)),
                        .escape("\\"),
                    ])),
            .region(expression), .name(after: "@", .meta, of: .dotted), .name(after: "#", .variable),
        ]
    }()
}
