extension Grammar {
    /// The unified format of POSIX.1-2024 `diff`, and the headers that Git puts before it.
    static let diff = Grammar(
        Mode(rules: [
            .line("@@", .meta, at: .lineStart), .line("diff ", .heading, at: .lineStart),
            .line("index ", .comment, at: .lineStart), .line("Index: ", .heading, at: .lineStart),
            .line("--- ", .heading, at: .lineStart), .line("+++ ", .heading, at: .lineStart),
            .line("new file", .comment, at: .lineStart), .line("deleted file", .comment, at: .lineStart),
            .line("old mode", .comment, at: .lineStart), .line("new mode", .comment, at: .lineStart),
            .line("rename ", .comment, at: .lineStart), .line("similarity ", .comment, at: .lineStart),
            .line("\\ ", .comment, at: .lineStart), .line("***", .meta, at: .lineStart),
            .line("+", .inserted, at: .lineStart), .line(">", .inserted, at: .lineStart),
            .line("-", .deleted, at: .lineStart), .line("<", .deleted, at: .lineStart),
        ]))
}
