extension Grammar {
    /// The C# language specification (ECMA-334), clause 6.
    static let csharp: Grammar = {
        let escapes: [Rule] = [.escape("\\")]
        let hole: [Rule] = [
            .token("{{", .escape), .token("}}", .escape),
            .region(Region("{", "}", .escape, nests: "{", inside: .ground)),
        ]
        let comments: [Rule] = [
            .line("//", .comment), .region(Region("/*", "*/", .comment, spansLines: true)),
        ]
        return Grammar(
            Mode(
                names: Names(capitalised: .type, hasMembers: true, follows: [Follow("(", .function)]),
                words: [
                    Words(
                        .keyword,
                        """
                        abstract as async await base break case catch checked const continue default delegate do else \
                        event explicit extern file finally fixed for foreach get global goto if implicit in init \
                        internal is lock nameof new not operator or and out override params partial private protected \
                        public readonly ref required return sealed set sizeof stackalloc static switch this throw try \
                        typeof unchecked unsafe using var virtual volatile when where while with yield
                        """),
                    Words(.keyword, "class enum interface namespace record struct", then: .name(.type)),
                    Words(
                        .type,
                        """
                        bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint \
                        ulong ushort void
                        """),
                    Words(.constant, "true false null"),
                ],
                numbers: .plain,
                rules: comments + [
                    .region(Region("$\"\"\"", "\"\"\"", .string, spansLines: true, rules: hole)),
                    .region(Region("\"\"\"", "\"\"\"", .string, spansLines: true)),
                    .region(Region("$@\"", "\"", .string, spansLines: true, rules: hole)),
                    .region(Region("@\"", "\"", .string, spansLines: true)),
                    .region(Region("$\"", "\"", .string, rules: hole + escapes)),
                    .region(Region("\"", "\"", .string, rules: escapes)),
                    .region(Region("'", "'", .string, rules: escapes)),
                    .line("#", .meta, at: .firstOnLine),
                    .region(Region("[", "]", .meta, at: .firstOnLine, nests: "[", inside: .ground)),
                ]))
    }()
}
