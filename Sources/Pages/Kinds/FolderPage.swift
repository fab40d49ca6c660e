import Localisation
import Writers

/// The page of a folder that has no note of its own.
package struct FolderPage: Sendable, Hashable {
    package let shell: Shell
    package let sidebar: Sidebar?
    package let breadcrumbs: [PageLink]
    package let folders: [Subfolder]
    package let notes: [NoteEntry]

    package struct Subfolder: Sendable, Hashable {
        package let link: PageLink
        /// Notes in it, at any depth.
        package let count: Int
    }

    func render(_ theme: Theme) -> [UInt8] {
        var main = Components.breadcrumbs(breadcrumbs, shell.wording)
        main.append("<header class=\"note-header\">\n<h1>\(shell.title)</h1>\n</header>\n")
        main.append(
            shell.section("folders", shell.wording.lists.folders, Self.list(folders, shell.wording)))
        main.append(shell.section("notes", shell.wording.lists.notes, notes))
        return shell.page(theme, sidebar: sidebar, main: main)
    }

    static func list(_ folders: [Subfolder], _ wording: Wording) -> Markup? {
        guard !folders.isEmpty else { return nil }
        var markup: Markup = "<ul class=\"entries compact\">\n"
        for folder in folders {
            markup.append(
                "<li><a href=\"\(folder.link.url)\">\(folder.link.title)</a> <span class=\"reason\"\(wording.language)>\(wording.counted(folder.count, wording.frame.notes))</span></li>\n"
            )
        }
        markup.append(literal: "</ul>\n")
        return markup
    }
}
