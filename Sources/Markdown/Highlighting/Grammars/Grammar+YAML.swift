extension Grammar {
    /// YAML 1.2.2, with the expressions in double braces of the templates that often make it.
    static let yaml: Grammar = {
        let template: Rule = .region(Region("{{", "}}", .variable))
        let scalars: [Rule] = [
            .line("#", .comment, at: .afterBlank), template,
            .region(
                Region(
                    "\"", "\"", .string, spansLines: true, key: .attribute, rules: [.escape("\\"), template])),
            .region(
                Region("'", "'", .string, spansLines: true, key: .attribute, rules: [.token("''", .escape)])),
            .name(after: "&", .variable, of: property), .name(after: "*", .variable, of: property),
            .name(after: "!", .type, of: property.union(ByteSet("!"))),
        ]
        let flow = Inside.mode(Mode(rules: scalars + [.scalar(inFlow: true)]))
        let lines = Mode(.string, rules: [template])
        return Grammar(
            Mode(
                words: [Words(.constant, "true false null yes no on off ~ .inf -.inf .nan")],
                rules: [
                    .line("%", .meta, at: .lineStart), .token("---", .meta, at: .lineStart),
                    .token("...", .meta, at: .lineStart),
                ] + scalars + [
                    .block("|", lines), .block(">", lines),
                    .region(Region("{", "}", .plain, spansLines: true, nests: "{", inside: flow)),
                    .region(Region("[", "]", .plain, spansLines: true, nests: "[", inside: flow)),
                    .scalar(inFlow: false),
                ]))
    }()

    /// What anchors, aliases and tags are made of (sections 6.8.2 and 6.9).
    private static let property = ByteSet.hyphenated.union(ByteSet("./:"))
}
