extension Grammar {
    /// The configuration files of nginx ("Beginner's Guide", configuration file's structure).
    static let nginx: Grammar = {
        let variables: [Rule] = [.region(Region("${", "}", .variable)), .name(after: "$", .variable)]
        return Grammar(
            Mode(
                names: Names(
                    rest: .hyphenated.union(ByteSet("./:")),
                    head: Head(kind: .keyword, after: ByteSet(";{}"), afterLine: false)),
                words: [Words(.constant, "on off default_server ssl http2")],
                numbers: .plain,
                rules: [.line("#", .comment), .escape("\\")] + variables + [
                    .region(
                        Region("\"", "\"", .string, spansLines: true, rules: variables + [.escape("\\")])),
                    .region(Region("'", "'", .string, spansLines: true, rules: variables + [.escape("\\")])),
                    .region(Region("~* ", " ", .escape, mustClose: true)),
                    .region(Region("~ ", " ", .escape, mustClose: true)),
                ]))
    }()
}
