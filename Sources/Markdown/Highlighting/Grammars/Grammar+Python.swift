extension Grammar {
    /// Python 3.14, The Python Language Reference, section 2 (lexical analysis).
    static let python: Grammar = {
        let escapes: [Rule] = [.escape("\\")]
        let fields: [Rule] = [
            .token("{{", .escape), .token("}}", .escape),
            .region(Region("{", "}", .escape, spansLines: true, nests: "{", inside: .ground)),
        ]
        func strings(_ rules: [Rule]) -> [Region] {
            [
                Region("\"\"\"", "\"\"\"", .string, spansLines: true, rules: rules),
                Region("'''", "'''", .string, spansLines: true, rules: rules),
                Region("\"", "\"", .string, rules: rules),
                Region("'", "'", .string, rules: rules),
            ]
        }
        // In a raw string a backslash still keeps a quote from ending it.
        let raw: [Rule] = [.token("\\\\", .string), .token("\\\"", .string), .token("\\'", .string)]
        return Grammar(
            Mode(
                names: Names(
                    capitalised: .type, capitals: .constant, hasMembers: true,
                    follows: [Follow("(", .function)],
                    prefixes: [
                        Prefix(list: "f F t T", regions: strings(escapes + fields)),
                        Prefix(list: "rf rF Rf RF fr fR Fr FR rt tr RT TR", regions: strings(raw + fields)),
                        Prefix(list: "r R rb rB Rb RB br bR Br BR", regions: strings(raw)),
                        Prefix(list: "b B u U", regions: strings(escapes)),
                    ]),
                words: [
                    Words(
                        .keyword,
                        """
                        and as assert async await break continue del elif else except finally for from global if \
                        import in is lambda nonlocal not or pass raise return try while with yield match case
                        """),
                    Words(.keyword, "def", then: .name(.function)),
                    Words(.keyword, "class type", then: .name(.type)),
                    Words(.constant, "True False None NotImplemented Ellipsis __name__ __file__ self cls"),
                    Words(
                        .type,
                        "bool bytes bytearray complex dict float frozenset int list object set str tuple"),
                ],
                numbers: .plain,
                rules: [
                    .line("#", .comment), .name(after: "@", .meta, of: .dotted, at: .firstOnLine),
                    .token("\\\n", .escape),
                ] + strings(escapes).map(Rule.region)))
    }()
}
