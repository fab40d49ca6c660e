extension Grammar {
    /// The Go Programming Language Specification, "Lexical elements".
    static let go = Grammar(
        Mode(
            names: Names(hasMembers: true, follows: [Follow("(", .function)]),
            words: [
                Words(
                    .keyword,
                    """
                    break case chan const continue default defer else fallthrough for go goto if import interface map \
                    package range return select struct switch var
                    """),
                Words(.keyword, "func", then: .name(.function)),
                Words(.keyword, "type", then: .name(.type)),
                Words(.constant, "true false nil iota"),
                Words(
                    .type,
                    """
                    any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune \
                    string uint uint8 uint16 uint32 uint64 uintptr
                    """),
            ],
            numbers: .plain,
            rules: [
                .line("//", .comment), .region(Region("/*", "*/", .comment, spansLines: true)),
                .region(Region("\"", "\"", .string, rules: [.escape("\\")])),
                .region(Region("`", "`", .string, spansLines: true)),
                .region(Region("'", "'", .string, rules: [.escape("\\")])),
            ]))
}
