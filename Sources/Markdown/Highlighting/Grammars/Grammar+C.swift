extension Grammar {
    /// ISO/IEC 9899:2024 (C23), section 6.4.
    static let c = Grammar(
        Mode(
            names: cNames([]),
            words: [
                Words(.keyword, cKeywords), Words(.keyword, "enum struct union", then: .name(.type)),
                Words(.type, cTypes), Words(.constant, "true false nullptr NULL"),
            ],
            numbers: .apostrophes, rules: cRules))

    /// ISO/IEC 14882:2023 (C++23), clause 5.
    static let cpp = Grammar(
        Mode(
            names: cNames([
                Prefix(
                    list: "R LR uR UR u8R",
                    regions: [Region("\"", ")", .string, spansLines: true, fence: .delimiter)])
            ]),
            words: [
                Words(.keyword, cKeywords),
                Words(
                    .keyword,
                    """
                    and asm catch co_await co_return co_yield compl concept consteval constinit const_cast decltype \
                    delete dynamic_cast explicit export final friend import module mutable new noexcept not operator \
                    or override private protected public reinterpret_cast requires static_cast template this throw \
                    try typeid typename using virtual xor
                    """),
                Words(.keyword, "class enum struct union namespace", then: .name(.type)),
                Words(.type, cTypes), Words(.type, "string string_view vector wchar_t"),
                Words(.constant, "true false nullptr NULL"),
            ],
            numbers: .apostrophes, rules: cRules))

    private static let cKeywords: StaticString = """
        alignas alignof auto break case const constexpr continue default do else extern for goto if inline register \
        restrict return sizeof static static_assert switch thread_local typedef typeof typeof_unqual volatile while \
        _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local
        """

    private static let cTypes: StaticString = """
        bool char char8_t char16_t char32_t double float int long short signed unsigned void _BitInt _Bool _Complex \
        size_t ssize_t ptrdiff_t intptr_t uintptr_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t \
        FILE
        """

    private static func cNames(_ prefixes: [Prefix]) -> Names {
        let escapes: [Rule] = [.escape("\\")]
        let strings = [
            Region("\"", "\"", .string, rules: escapes), Region("'", "'", .string, rules: escapes),
        ]
        return Names(
            capitalised: .type, capitals: .constant, follows: [Follow("(", .function)],
            prefixes: prefixes + [Prefix(list: "L u U u8", regions: strings)])
    }

    private static let cRules: [Rule] = {
        let escapes: [Rule] = [.escape("\\")]
        let comments: [Rule] = [
            .line("//", .comment), .region(Region("/*", "*/", .comment, spansLines: true)),
        ]
        let strings: [Rule] = [
            .region(Region("\"", "\"", .string, rules: escapes)),
            .region(Region("'", "'", .string, rules: escapes)),
        ]
        // A directive goes on over a line splice (C23, section 5.1.1.2).
        let directive = Region(
            "#", "", .meta, at: .firstOnLine,
            rules: comments + strings + escapes + [.region(Region("<", ">", .string, mustClose: true))])
        return comments + strings + [.region(directive)]
    }()
}
