extension Grammar {
    /// The HCL native syntax specification, with the words of Terraform's language.
    static let hcl: Grammar = {
        let templates: [Rule] = [
            .token("$${", .escape), .token("%%{", .escape),
            .region(Region("${", "}", .escape, spansLines: true, nests: "{", inside: .ground)),
            .region(Region("%{", "}", .escape, spansLines: true, nests: "{", inside: .ground)),
        ]
        return Grammar(
            Mode(
                names: Names(
                    rest: .hyphenated, hasMembers: true,
                    follows: [
                        Follow("(", .function),
                        Follow("=", .attribute, skipsBlanks: true, unless: UInt8(ascii: "=")),
                        Follow("{", .keyword, skipsBlanks: true), Follow("\"", .keyword, skipsBlanks: true),
                        Follow(":", .attribute),
                    ]),
                words: [
                    Words(.keyword, "for in if else endif endfor"),
                    Words(.constant, "true false null"),
                    Words(.type, "any bool list map number set string tuple"),
                    Words(.variable, "var local each self count path"),
                ],
                numbers: .plain,
                rules: [
                    .line("#", .comment), .line("//", .comment),
                    .region(Region("/*", "*/", .comment, spansLines: true)),
                    .region(Region("\"", "\"", .string, rules: templates + [.escape("\\")])),
                    .heredoc("<<", Mode(.string, rules: templates)),
                ]))
    }()
}
