extension Grammar {
    /// The Java Language Specification, chapter 3.
    static let java = Grammar(
        Mode(
            names: Names(
                start: .nameStart.union(ByteSet("$")), rest: .name.union(ByteSet("$")), capitalised: .type,
                capitals: .constant, hasMembers: true, follows: [Follow("(", .function)]),
            words: [
                Words(
                    .keyword,
                    """
                    abstract assert break case catch continue default do else exports extends final finally for goto if \
                    implements import instanceof module native new non-sealed opens package permits private protected \
                    provides public requires return sealed static strictfp super switch synchronized this throw throws \
                    transient try uses var volatile while with yield when
                    """),
                Words(.keyword, "class enum interface record", then: .name(.type)),
                Words(.type, "boolean byte char double float int long short void"),
                Words(.constant, "true false null"),
            ],
            numbers: .plain,
            rules: [
                .line("//", .comment), .region(Region("/*", "*/", .comment, spansLines: true)),
                .region(Region("\"\"\"", "\"\"\"", .string, spansLines: true, rules: [.escape("\\")])),
                .region(Region("\"", "\"", .string, rules: [.escape("\\")])),
                .region(Region("'", "'", .string, rules: [.escape("\\")])),
                .token("@interface", .keyword), .name(after: "@", .meta, of: .dotted),
            ]))
}
