extension Grammar {
    /// The common ground of INI files, Java's `.properties`, systemd's units and `.env` files.
    static let ini = Grammar(
        Mode(
            names: Names(rest: .dotted.union(.hyphenated), ignoresCase: true),
            words: [Words(.constant, "true false yes no on off null none")],
            numbers: .plain,
            rules: [
                .line("#", .comment, at: .firstOnLine), .line(";", .comment, at: .firstOnLine),
                .line("!", .comment, at: .firstOnLine), .line("#", .comment, at: .afterBlank),
                .region(Region("[", "]", .heading, at: .firstOnLine)),
                .token("export ", .keyword, at: .firstOnLine),
                .key(.attribute, until: ByteSet("=:"), unless: ByteSet("\"'\n")),
                .region(Region("${", "}", .variable)), .name(after: "$", .variable),
                .region(
                    Region(
                        "\"", "\"", .string, rules: [.escape("\\"), .region(Region("${", "}", .variable))])),
                .region(Region("'", "'", .string, mustClose: true)),
                .token("\\\n", .escape),
            ]))
}
