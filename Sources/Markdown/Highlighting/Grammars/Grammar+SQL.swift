extension Grammar {
    /// ISO/IEC 9075 (SQL), with quotes and parameters as PostgreSQL, MySQL and SQLite write them.
    static let sql = Grammar(
        Mode(
            names: Names(ignoresCase: true, follows: [Follow("(", .function)]),
            words: [
                Words(
                    .keyword,
                    """
                    add all alter analyze and any as asc begin between by cascade case cast check collate column commit \
                    concurrently conflict constraint create cross current database declare default delete desc distinct \
                    do drop else end except exists explain fetch filter first following for foreign from full function \
                    grant group having if ilike in index inner insert intersect interval into is join key language last \
                    lateral left like limit materialized merge natural not nothing nulls of offset on only or order \
                    outer over partition preceding primary procedure range recursive references rename replace \
                    restrict returning returns revoke right role rollback row rows savepoint schema select sequence set \
                    similar some start table temp temporary then to transaction trigger truncate unbounded union unique \
                    update user using values view when where window with without
                    """),
                Words(
                    .type,
                    """
                    array bigint bigserial bit blob boolean bool bytea char character date datetime decimal double float \
                    int integer json jsonb money numeric precision real serial smallint text time timestamp timestamptz \
                    tinyint uuid varchar varying xml zone
                    """),
                Words(.constant, "true false null unknown current_date current_time current_timestamp"),
            ],
            numbers: .plain,
            rules: [
                .line("--", .comment), .region(Region("/*", "*/", .comment, spansLines: true)),
                .region(Region("'", "'", .string, spansLines: true, rules: [.token("''", .escape)])),
                .region(Region("\"", "\"", .string)), .region(Region("`", "`", .string)),
                .token("$$", .string), .name(after: "$", .variable), .name(after: "@", .variable),
                .token("::", .plain), .name(after: ":", .variable),
            ]))
}
