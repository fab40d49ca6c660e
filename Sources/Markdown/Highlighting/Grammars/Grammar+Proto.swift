extension Grammar {
    /// The Protocol Buffers language specification.
    static let proto = Grammar(
        Mode(
            names: Names(
                capitalised: .type, capitals: .constant, hasMembers: true, follows: [Follow("(", .function)]),
            words: [
                Words(
                    .keyword,
                    """
                    edition export extend extensions group import local map max oneof option optional package public \
                    repeated required reserved returns stream syntax to weak
                    """),
                Words(.keyword, "enum message service", then: .name(.type)),
                Words(.keyword, "rpc", then: .name(.function)),
                Words(
                    .type,
                    """
                    bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 \
                    uint64
                    """),
                Words(.constant, "true false inf nan"),
            ],
            numbers: .plain,
            rules: [
                .line("//", .comment), .region(Region("/*", "*/", .comment, spansLines: true)),
                .region(Region("\"", "\"", .string, rules: [.escape("\\")])),
                .region(Region("'", "'", .string, rules: [.escape("\\")])),
            ]))
}
