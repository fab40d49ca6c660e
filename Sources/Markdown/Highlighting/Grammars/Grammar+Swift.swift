extension Grammar {
    /// The Swift Programming Language, "Lexical Structure".
    static let swift: Grammar = {
        let escapes: [Rule] = [
            .region(Region("\\(", ")", .escape, spansLines: true, nests: "(", inside: .ground)),
            .escape("\\"),
        ]
        // The fence stands between the backslash and what it escapes; two hashes are as many as are seen.
        let fenced: [Rule] = [
            .region(Region("\\##(", ")", .escape, spansLines: true, nests: "(", inside: .ground)),
            .region(Region("\\#(", ")", .escape, spansLines: true, nests: "(", inside: .ground)),
            .escape("\\"),
        ]
        return Grammar(
            Mode(
                names: Names(
                    capitalised: .type, hasMembers: true, follows: [Follow("(", .function)]),
                words: [
                    Words(
                        .keyword,
                        """
                        actor any as associatedtype async await borrowing break case catch consume consuming continue \
                        convenience copy default defer deinit didSet distributed do dynamic each else fallthrough \
                        fileprivate final for get guard if import in indirect infix init inout internal is isolated \
                        lazy let macro mutating nonisolated nonmutating open operator optional override package \
                        postfix precedencegroup prefix private public repeat required rethrows return sending set \
                        some static subscript super switch throw throws try unowned var weak where while willSet
                        """),
                    Words(.keyword, "func", then: .name(.function)),
                    Words(.keyword, "class enum extension protocol struct typealias", then: .name(.type)),
                    Words(.constant, "true false nil self"),
                ],
                numbers: .plain,
                rules: [
                    .line("//", .comment),
                    .region(Region("/*", "*/", .comment, spansLines: true, nests: "/*")),
                    .region(Region("\"\"\"", "\"\"\"", .string, spansLines: true, rules: escapes)),
                    .region(Region("\"", "\"", .string, rules: escapes)),
                    .region(
                        Region(
                            "\"\"\"", "\"\"\"", .string, spansLines: true, fence: .around(UInt8(ascii: "#")),
                            rules: fenced)),
                    .region(Region("\"", "\"", .string, fence: .around(UInt8(ascii: "#")), rules: fenced)),
                    .name(after: "@", .meta), .name(after: "#", .meta), .name(after: "$", .variable),
                    .region(Region("`", "`", .plain, mustClose: true)),
                ]))
    }()
}
