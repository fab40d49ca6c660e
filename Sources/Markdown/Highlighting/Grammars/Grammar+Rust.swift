extension Grammar {
    /// The Rust Reference, "Lexical structure".
    static let rust: Grammar = {
        let escapes: [Rule] = [.escape("\\")]
        let string = Region("\"", "\"", .string, spansLines: true, rules: escapes)
        let raw = [
            Region("\"", "\"", .string, spansLines: true),
            Region("\"", "\"", .string, spansLines: true, fence: .around(UInt8(ascii: "#"))),
        ]
        return Grammar(
            Mode(
                names: Names(
                    capitalised: .type, capitals: .constant,
                    follows: [
                        Follow("!", .meta, unless: UInt8(ascii: "=")), Follow("(", .function),
                        Follow("::<", .function),
                    ],
                    prefixes: [
                        Prefix(list: "r br cr", regions: raw),
                        Prefix(list: "b c", regions: [string, Region("'", "'", .string, rules: escapes)]),
                    ]),
                words: [
                    Words(
                        .keyword,
                        """
                        as async await break const continue crate dyn else extern for gen if impl in let loop match \
                        mod move mut pub ref return static super unsafe use where while
                        """),
                    Words(.keyword, "fn", then: .name(.function)),
                    Words(.keyword, "enum struct trait type union", then: .name(.type)),
                    Words(.constant, "true false self None Some Ok Err"),
                    Words(
                        .type,
                        """
                        bool char f16 f32 f64 f128 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Self
                        """),
                ],
                numbers: .plain,
                rules: [
                    .line("//", .comment),
                    .region(Region("/*", "*/", .comment, spansLines: true, nests: "/*")),
                    .region(string), .character("'", .string), .name(after: "'", .variable),
                    .region(Region("#[", "]", .meta, spansLines: true, nests: "[", inside: attribute)),
                    .region(Region("#![", "]", .meta, spansLines: true, nests: "[", inside: attribute)),
                ]))
    }()

    private static let attribute = Inside.mode(
        Mode(.meta, rules: [.region(Region("\"", "\"", .string, spansLines: true, rules: [.escape("\\")]))]))
}
