extension Grammar {
    /// The Kotlin language specification, "Syntax and grammar".
    static let kotlin: Grammar = {
        let templates: [Rule] = [
            .region(Region("${", "}", .escape, spansLines: true, nests: "{", inside: .ground)),
            .name(after: "$", .variable),
        ]
        return Grammar(
            Mode(
                names: Names(
                    capitalised: .type, capitals: .constant, hasMembers: true,
                    follows: [Follow("(", .function), Follow("{", .function, skipsBlanks: true)]),
                words: [
                    Words(
                        .keyword,
                        """
                        abstract actual annotation as break by catch companion const constructor continue crossinline \
                        data do else expect external final finally for get if import in infix init inline inner \
                        internal is lateinit noinline open operator out override package private protected public \
                        reified return sealed set super suspend tailrec this throw try val value var vararg when \
                        where while
                        """),
                    Words(.keyword, "fun", then: .name(.function)),
                    Words(.keyword, "class enum interface object typealias", then: .name(.type)),
                    Words(.constant, "true false null it"),
                ],
                numbers: .plain,
                rules: [
                    .line("//", .comment),
                    .region(Region("/*", "*/", .comment, spansLines: true, nests: "/*")),
                    .region(Region("\"\"\"", "\"\"\"", .string, spansLines: true, rules: templates)),
                    .region(Region("\"", "\"", .string, rules: templates + [.escape("\\")])),
                    .region(Region("'", "'", .string, rules: [.escape("\\")])),
                    .name(after: "@", .meta, of: .dotted.union(ByteSet(":"))),
                    .region(Region("`", "`", .plain, mustClose: true)),
                ]))
    }()
}
