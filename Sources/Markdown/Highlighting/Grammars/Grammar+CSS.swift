extension Grammar {
    /// CSS Syntax Module Level 3, with the variables, nesting and line comments of SCSS.
    static let css: Grammar = {
        let comments: [Rule] = [
            .region(Region("/*", "*/", .comment, spansLines: true)), .line("//", .comment, at: .afterBlank),
        ]
        let strings: [Rule] = [
            .region(Region("\"", "\"", .string, rules: [.escape("\\")])),
            .region(Region("'", "'", .string, rules: [.escape("\\")])),
            .region(Region("#{", "}", .escape, inside: .mode(Mode(.variable)))),
        ]
        let selector = Mode(
            rules: comments + strings + [
                .region(Region("[", "]", .plain, rules: strings + [.bare(.attribute, of: .hyphenated)])),
                .name(after: "::", .keyword, of: .hyphenated), .name(after: ":", .keyword, of: .hyphenated),
                .name(after: ".", .tag, of: .hyphenated), .name(after: "#", .tag, of: .hyphenated),
                .bare(.tag, of: .hyphenated), .token("&", .keyword), .token("*", .tag),
            ])
        let declaration = Mode(
            names: Names(
                start: .nameStart.union(ByteSet("-")), rest: .hyphenated,
                follows: [Follow(":", .attribute, skipsBlanks: true), Follow("(", .function)]),
            numbers: .percent,
            rules: comments + strings + [
                .region(Region("url(", ")", .string, mustClose: true)),
                .name(after: "@", .keyword, of: .hyphenated), .name(after: "$", .variable, of: .hyphenated),
                .name(after: "--", .variable, of: .hyphenated), .name(after: "#", .number, of: .hyphenated),
                .name(after: "!", .keyword, of: .hyphenated),
            ])
        return Grammar(Mode(rules: comments + [.statement(selector: selector, declaration: declaration)]))
    }()
}
