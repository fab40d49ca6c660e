package import Linking
package import Notes
import Writers

/// `options/<slug>/claims.js`: what the notes say of an option, for a comparison that a reader puts together.
///
/// A script and no JSON, because a page that is opened from disk may load a script but not fetch a file.
package struct OptionClaims: Sendable, Hashable {
    package let route: RoutePath
    package let slug: String
    package let name: String
    /// Addresses are relative to the site's root.
    package let url: String
    package let criteria: [Criterion]

    package struct Criterion: Sendable, Hashable {
        package let name: String
        /// Its form in which criteria of different notes are the same.
        package let key: String
        /// That of the first cell.
        package let verdict: ShownVerdict
        /// Whether not all of the statements can be right.
        package let isContested: Bool
        package let statements: [Statement]
    }

    /// A text, with the notes that say so.
    package struct Statement: Sendable, Hashable {
        package let text: String
        package let sources: [PageLink]
    }

    func render() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("slug", slug)
            json.field("name", name)
            json.field("url", url)
            json.array("criteria") { json in
                for criterion in criteria {
                    json.object { json in
                        json.field("name", criterion.name)
                        json.field("key", criterion.key)
                        json.field("verdict", criterion.verdict.verdict.rawValue)
                        if criterion.verdict.isMarked { json.field("isMarked", true) }
                        if criterion.isContested { json.field("isContested", true) }
                        json.array("statements") { json in
                            for statement in criterion.statements { Self.write(statement, to: &json) }
                        }
                    }
                }
            }
        }
        return Array("waymark.option(".utf8) + json.bytes + Array(");\n".utf8)
    }

    private static func write(_ statement: Statement, to json: inout JSONWriter) {
        json.object { json in
            json.field("text", statement.text)
            json.array("sources") { json in
                for source in statement.sources {
                    json.object { json in
                        json.field("note", source.title)
                        json.field("url", source.url)
                    }
                }
            }
        }
    }
}
