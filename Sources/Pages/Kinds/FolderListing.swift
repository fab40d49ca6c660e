package import Linking
import Writers

/// `_waymark/tree/<folder>/index.js`: what a folder holds, for the section beside a page in which a reader unfolds it.
///
/// A script and no JSON, because a page that is opened from disk may load a script but not fetch a file. Its address is made
/// from the folder's, so that pages need not name it and do not change with it.
package struct FolderListing: Sendable, Hashable {
    package let route: RoutePath
    /// Addresses are relative to the folder's page.
    package let notes: [PageLink]
    package let folders: [Sidebar.Folder]
    /// What leads to all notes, where there are more than are listed.
    package let all: String?

    package static let root = RoutePath("/_waymark/tree/")

    func render() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("notes") { json in for note in notes { Self.write(note, to: &json) } }
            if let all { json.field("all", all) }
            json.array("folders") { json in
                for folder in folders where folder.canUnfold { Self.write(folder.link, to: &json) }
            }
            // A folder with nothing but its page is no more than a link.
            json.array("pages") { json in
                for folder in folders where !folder.canUnfold { Self.write(folder.link, to: &json) }
            }
        }
        return Array("waymark.folder(".utf8) + json.bytes + Array(");\n".utf8)
    }

    private static func write(_ link: PageLink, to json: inout JSONWriter) {
        json.array { json in
            json.value(link.title)
            json.value(link.url)
        }
    }
}
