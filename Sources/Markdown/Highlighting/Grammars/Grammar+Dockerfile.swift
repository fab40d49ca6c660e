extension Grammar {
    /// The Dockerfile reference.
    static let dockerfile: Grammar = {
        let variables: [Rule] = [.region(Region("${", "}", .variable)), .name(after: "$", .variable)]
        let quoted: [Rule] = variables + [.escape("\\")]
        return Grammar(
            Mode(
                names: Names(
                    rest: .hyphenated.union(ByteSet("./:@")), ignoresCase: true,
                    follows: [Follow("=", .attribute)],
                    head: Head(kind: .plain, after: ByteSet(), afterLine: true)),
                words: [
                    Words(
                        .keyword,
                        """
                        add arg cmd copy entrypoint env expose from label maintainer run shell stopsignal user volume \
                        workdir
                        """, isHead: true),
                    Words(.keyword, "healthcheck onbuild", then: .head, isHead: true),
                    Words(.keyword, "as"),
                ],
                numbers: .words,
                rules: [.line("#", .comment, at: .firstOnLine), .escape("\\")] + variables + [
                    .region(Region("\"", "\"", .string, rules: quoted)),
                    .region(Region("'", "'", .string)),
                    .heredoc("<<", Mode(.string, rules: variables)),
                    .name(after: "--", .attribute, of: .hyphenated, at: .afterBlank),
                    .name(after: "-", .attribute, of: .name, at: .afterBlank),
                ]))
    }()
}
