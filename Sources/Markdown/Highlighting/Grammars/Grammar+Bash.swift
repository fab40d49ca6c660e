extension Grammar {
    /// POSIX.1-2024, Shell Command Language, with what Bash and Zsh add.
    static let bash: Grammar = {
        let expansions: [Rule] = [
            .region(Region("$((", "))", .escape, spansLines: true, nests: "((", inside: arithmetic)),
            .region(Region("$(", ")", .escape, spansLines: true, nests: "(", inside: .ground)),
            .region(Region("${", "}", .variable, spansLines: true, nests: "{", inside: parameter)),
            .name(after: "$", .variable), .token("$?", .variable), .token("$#", .variable),
            .token("$@", .variable), .token("$*", .variable), .token("$!", .variable),
            .token("$$", .variable), .token("$-", .variable),
        ]
        let quoted: [Rule] = expansions + [.escape("\\")]
        return Grammar(
            Mode(
                names: Names(
                    start: .nameStart.union(ByteSet("./~")), rest: .hyphenated.union(ByteSet("./:@%,~+")),
                    follows: [
                        Follow("()", .function, skipsBlanks: true), Follow("=", .variable, isHead: true),
                        Follow("+=", .variable, isHead: true), Follow(")", .plain, isHead: true),
                    ],
                    head: Head(kind: .function, after: ByteSet(";|&({"), afterLine: true)),
                words: [
                    Words(.keyword, "if then else elif while until do time !", then: .head, isHead: true),
                    Words(.keyword, "fi done case esac for select coproc", isHead: true),
                    Words(.keyword, "in", then: .anything),
                    Words(.keyword, "function", then: .name(.function), isHead: true),
                    Words(
                        .constant, "export local readonly declare typeset", then: .name(.variable),
                        isHead: true),
                    Words(.constant, "sudo exec command env nohup xargs eval", then: .head, isHead: true),
                    Words(
                        .constant,
                        """
                        alias bg bind break builtin cd continue dirs echo exit false fg getopts hash jobs kill let \
                        mapfile popd printf pushd pwd read return set shift shopt source test times trap true type \
                        ulimit umask unalias unset wait .
                        """, isHead: true),
                ],
                numbers: .words,
                rules: [
                    .line("#!", .comment, at: .textStart), .line("#", .comment, at: .afterBlank),
                    .escape("\\"),
                    .region(Region("$'", "'", .string, spansLines: true, rules: [.escape("\\")])),
                ] + expansions + [
                    .region(Region("\"", "\"", .string, spansLines: true, rules: quoted)),
                    .region(Region("'", "'", .string, spansLines: true)),
                    .region(Region("`", "`", .escape, spansLines: true, rules: quoted)),
                    .token("<<<", .plain), .heredoc("<<", Mode(.string, rules: quoted)),
                    .name(after: "--", .attribute, of: .hyphenated, at: .afterBlank),
                    .name(after: "-", .attribute, of: .name, at: .afterBlank),
                    .name(after: "+", .attribute, of: .name, at: .afterBlank),
                ]))
    }()

    private static let arithmetic = Inside.mode(
        Mode(numbers: .plain, rules: [.bare(.variable, of: .nameStart), .name(after: "$", .variable)]))

    private static let parameter = Inside.mode(
        Mode(.variable, rules: [.escape("\\"), .region(Region("\"", "\"", .string, rules: [.escape("\\")]))]))
}
