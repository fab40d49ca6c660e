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
        package let cells: [Cell]
    }

    package struct Cell: Sendable, Hashable {
        package let text: String
        package let verdict: Verdict
        package let note: String
        package let url: String
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
                        json.array("cells") { json in
                            for cell in criterion.cells {
                                json.object { json in
                                    json.field("text", cell.text)
                                    json.field("verdict", cell.verdict.rawValue)
                                    json.field("note", cell.note)
                                    json.field("url", cell.url)
                                }
                            }
                        }
                    }
                }
            }
        }
        return Array("waymark.option(".utf8) + json.bytes + Array(");\n".utf8)
    }
}
