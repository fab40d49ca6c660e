import Localisation
import Writers

/// The section that a page stands in: the way down to its folder, and what the folder holds.
///
/// It never holds the site's tree. Whatever is left out is in the folders' listings, which a script loads when a reader
/// unfolds a folder; without scripts a folder's name leads to its page.
package struct Sidebar: Sendable, Hashable {
    /// The folders from the top down to the page's own.
    package let way: [Level]
    /// The notes around the page in its folder.
    package let notes: [PageLink]
    /// The place of the page in `notes`, nil on the folder's own page.
    package let current: Int?
    /// How many notes the folder has that `notes` leaves out.
    package let more: Int
    /// The folders in the page's folder.
    package let folders: [Folder]

    /// A folder on the way, with the folders beside the next one.
    package struct Level: Sendable, Hashable {
        package let link: PageLink
        package let before: [Folder]
        package let after: [Folder]
        /// Whether nothing is left out of what it holds, or only what the folder's page tells.
        package let isWhole: Bool
    }

    package struct Folder: Sendable, Hashable {
        package let link: PageLink
        /// Whether it holds anything but its own page.
        package let canUnfold: Bool
    }

    /// Whether a script has anything to unfold.
    var canUnfold: Bool {
        folders.contains(where: \.canUnfold)
            || way.contains { !$0.isWhole || ($0.before + $0.after).contains(where: \.canUnfold) }
    }

    func markup(_ wording: Wording) -> Markup {
        guard let own = way.last else { return "" }
        var markup: Markup = """
            <nav class="sidebar"\(wording.language) id="page:section" popover aria-label="\(wording.note.sectionLandmark)">

            """
        // Each level is an item of the one above it, between the folders that stand beside it there.
        for (index, level) in way.enumerated() {
            if index > 0 {
                Self.append(way[index - 1].before, to: &markup)
            } else {
                markup.append("<ul\(wording.languageOfNotes)>\n")
            }
            let isOwn = index == way.count - 1
            markup.append(
                literal: level.isWhole || isOwn ? "<li class=\"here\">" : "<li class=\"folder way\">")
            let mark: Markup = isOwn && current == nil ? " aria-current=\"page\"" : ""
            markup.append(level.link, "\(level.link.isOwn ? wording.language : "")\(mark)")
            markup.append(literal: "\n<ul>\n")
        }
        for (index, link) in notes.enumerated() {
            markup.append(item: link, index == current ? " aria-current=\"page\"" : "")
        }
        if more > 0 {
            markup.append(
                "<li class=\"more\"><a href=\"\(own.link.url)\"\(wording.language)>\(wording.note.wholeFolder(String(notes.count + more)))</a></li>\n"
            )
        }
        Self.append(folders, to: &markup)
        for level in way.dropLast().reversed() {
            markup.append(literal: "</ul>\n</li>\n")
            Self.append(level.after, to: &markup)
        }
        markup.append(literal: "</ul>\n</li>\n</ul>\n")
        markup.append(literal: "</nav>\n")
        return markup
    }

    /// What opens the section where there is no room beside the page.
    static func button(_ wording: Wording) -> Markup {
        "<button type=\"button\" class=\"section-button\"\(wording.language) popovertarget=\"page:section\" aria-label=\"\(wording.note.sectionLandmark)\"></button>\n"
    }

    private static func append(_ folders: [Folder], to markup: inout Markup) {
        for folder in folders {
            markup.append(literal: folder.canUnfold ? "<li class=\"folder\">" : "<li>")
            markup.append(folder.link)
            markup.append(literal: "</li>\n")
        }
    }
}
