extension Grammar {
    /// The HTML Standard, section 13.1 (writing HTML documents), with scripts and styles in their own languages.
    static let html = Grammar(
        Mode(
            rules: [
                .region(Region("<!--", "-->", .comment, spansLines: true)),
                .region(Region("<!", ">", .meta, spansLines: true)),
                .region(
                    Region(
                        "<script", ">", .tag, spansLines: true, inside: attributes,
                        next: ByteSet(" \t\r\n/>"),
                        ignoresCase: true, then: Embedding(.javascript, until: "</script"))),
                .region(
                    Region(
                        "<style", ">", .tag, spansLines: true, inside: attributes, next: ByteSet(" \t\r\n/>"),
                        ignoresCase: true, then: Embedding(.css, until: "</style"))),
            ] + elements))

    /// XML 1.0, fifth edition.
    static let xml = Grammar(
        Mode(
            rules: [
                .region(Region("<!--", "-->", .comment, spansLines: true)),
                .region(Region("<![CDATA[", "]]>", .string, spansLines: true)),
                .region(Region("<?", "?>", .meta, spansLines: true, inside: attributes)),
                .region(Region("<!", ">", .meta, spansLines: true)),
            ] + elements))

    private static let entity: Rule = .name(
        after: "&", .escape, of: ByteSet.letters.union(.digits).union(ByteSet("#")),
        closing: UInt8(ascii: ";"))

    private static let attributes = Inside.mode(
        Mode(rules: [
            .region(Region("\"", "\"", .string, spansLines: true, rules: [entity])),
            .region(Region("'", "'", .string, spansLines: true, rules: [entity])),
            .token("/", .tag), .bare(.attribute, of: .tagName.union(ByteSet("@#*"))),
        ]))

    private static let elements: [Rule] = [
        .region(Region("</", ">", .tag, spansLines: true, inside: attributes, takesName: true)),
        .region(Region("<", ">", .tag, spansLines: true, inside: attributes, takesName: true)), entity,
    ]
}
