extension Grammar {
    /// CommonMark, with front matter, tags, wikilinks, callouts and the other signs of notes.
    static let markdown = Grammar(
        Mode(
            rules: [
                .embed("---", .meta, Embedding(.yaml, until: "---", isWholeLine: true), at: .textStart),
                .fence("```"), .fence("~~~"),
                .line("# ", .heading, at: .firstOnLine), .line("## ", .heading, at: .firstOnLine),
                .line("### ", .heading, at: .firstOnLine), .line("#### ", .heading, at: .firstOnLine),
                .line("##### ", .heading, at: .firstOnLine), .line("###### ", .heading, at: .firstOnLine),
                .region(Region("`", "`", .string, fence: .run(UInt8(ascii: "`")), mustClose: true)),
                .escape("\\"), .region(Region("<!--", "-->", .comment, spansLines: true)),
                .region(Region("%%", "%%", .comment, mustClose: true)),
                .region(Region("![[", "]]", .variable, mustClose: true)),
                .region(Region("[[", "]]", .variable, mustClose: true)),
                .region(Region("[!", "]", .keyword, mustClose: true)),
                .region(Region("](", ")", .string, mustClose: true)),
                .region(Region("<http", ">", .string, mustClose: true)),
                .region(Region("**", "**", .type, mustClose: true)),
                .token("---", .meta, at: .firstOnLine), .token("- ", .keyword, at: .firstOnLine),
                .token("* ", .keyword, at: .firstOnLine), .token("+ ", .keyword, at: .firstOnLine),
                .token(">", .keyword, at: .firstOnLine), .token("|", .meta),
                .name(
                    after: "#", .attribute, of: .hyphenated.union(ByteSet("/")), at: .afterBlank),
                .name(after: "^", .attribute, of: .hyphenated, at: .afterBlank),
                .name(
                    after: "{#", .attribute, of: .hyphenated, closing: UInt8(ascii: "}"), at: .afterBlank),
                .name(
                    after: "<", .tag, of: ByteSet.name.union(ByteSet("/ =\"-")), closing: UInt8(ascii: ">")),
            ]))
}
