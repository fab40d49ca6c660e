extension Grammar {
    /// POSIX.1-2024 `make`, with GNU's functions and directives.
    static let make: Grammar = {
        let references: [Rule] = [
            .region(Region("$(", ")", .variable, spansLines: true, nests: "(")),
            .region(Region("${", "}", .variable, spansLines: true, nests: "{")),
            .token("$$", .escape), .token("$@", .variable), .token("$<", .variable), .token("$^", .variable),
            .token("$?", .variable), .token("$*", .variable), .token("$+", .variable),
            .name(after: "$", .variable),
        ]
        let recipe: [Rule] =
            references + [
                .line("#", .comment, at: .afterBlank), .escape("\\"),
                .region(Region("\"", "\"", .string, rules: references + [.escape("\\")])),
                .region(Region("'", "'", .string, rules: references)),
                .name(after: "--", .attribute, of: .hyphenated, at: .afterBlank),
                .name(after: "-", .attribute, of: .name, at: .afterBlank),
            ]
        return Grammar(
            Mode(
                names: Names(
                    start: .nameStart.union(ByteSet(".%/")), rest: .hyphenated.union(ByteSet("./%+")),
                    follows: [
                        Follow(":=", .variable, skipsBlanks: true),
                        Follow("::=", .variable, skipsBlanks: true),
                        Follow("?=", .variable, skipsBlanks: true),
                        Follow("+=", .variable, skipsBlanks: true),
                        Follow("=", .variable, skipsBlanks: true), Follow(":", .function, skipsBlanks: true),
                    ]),
                words: [
                    Words(
                        .keyword,
                        """
                        define endef else endif export ifdef ifeq ifndef ifneq include override private sinclude \
                        undefine unexport vpath -include
                        """),
                    Words(
                        .meta,
                        """
                        .PHONY .SUFFIXES .DEFAULT .PRECIOUS .INTERMEDIATE .SECONDARY .DELETE_ON_ERROR .IGNORE .SILENT \
                        .POSIX .ONESHELL .DEFAULT_GOAL .NOTPARALLEL .EXPORT_ALL_VARIABLES
                        """),
                ],
                rules: [
                    .region(Region("\t", "", .plain, at: .lineStart, rules: recipe)), .line("#", .comment),
                    .token("\\\n", .escape),
                ] + references))
    }()
}
