extension Grammar {
    /// TOML 1.0.0.
    static let toml = Grammar(
        Mode(
            names: Names(
                start: .nameStart, rest: .hyphenated.union(ByteSet(".")),
                follows: [Follow("=", .attribute, skipsBlanks: true), Follow(".", .attribute)]),
            words: [Words(.constant, "true false inf nan")],
            numbers: .dates,
            rules: [
                .line("#", .comment),
                .region(Region("[", "]", .heading, at: .lineStart, nests: "[", mustClose: true)),
                .region(Region("\"\"\"", "\"\"\"", .string, spansLines: true, rules: [.escape("\\")])),
                .region(Region("'''", "'''", .string, spansLines: true)),
                .region(Region("\"", "\"", .string, rules: [.escape("\\")])),
                .region(Region("'", "'", .string)),
            ]))
}
