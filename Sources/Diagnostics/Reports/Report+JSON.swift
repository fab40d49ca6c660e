import Writers

extension Report {
    /// One JSON object a line: rule, severity, message, path, line, column, length, hint and related places.
    var json: String {
        diagnostics.map { diagnostic in
            var json = JSONWriter()
            json.object { json in
                json.field("rule", diagnostic.rule.id)
                json.field("severity", diagnostic.severity.rawValue)
                json.field("message", diagnostic.message)
                json.field("path", shownPath(diagnostic.path))
                json.field("line", diagnostic.range.start.line)
                json.field("column", diagnostic.range.start.column)
                json.field("length", diagnostic.range.length)
                json.field("hint", diagnostic.hint)
                json.array("related") { json in
                    for related in diagnostic.related {
                        json.object { json in
                            json.field("path", shownPath(related.path))
                            json.field("line", related.position.line)
                            json.field("column", related.position.column)
                            json.field("note", related.note)
                        }
                    }
                }
            }
            return String(decoding: json.bytes, as: UTF8.self) + "\n"
        }.joined()
    }
}
