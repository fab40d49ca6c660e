extension Grammar {
    /// RFC 8259, with the comments of JSON with Comments and the bare keys and single quotes of JSON5.
    static let json = Grammar(
        Mode(
            names: Names(
                start: .nameStart.union(ByteSet("$")), rest: .name.union(ByteSet("$")),
                follows: [Follow(":", .attribute, skipsBlanks: true)]),
            words: [Words(.constant, "true false null Infinity NaN")],
            numbers: .plain,
            rules: [
                .region(Region("\"", "\"", .string, key: .attribute, rules: [.escape("\\")])),
                .region(Region("'", "'", .string, key: .attribute, rules: [.escape("\\")])),
                .line("//", .comment), .region(Region("/*", "*/", .comment, spansLines: true)),
            ]))
}
