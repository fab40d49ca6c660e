import Linking
import Localisation
import Writers

/// What a server shows for an address that the site does not have.
package struct NotFoundPage: Sendable, Hashable {
    package let shell: Shell

    func render(_ theme: Theme) -> [UInt8] {
        let words = shell.wording.lists
        let ways = words.notFoundWays.markup(
            "<a href=\"\(shell.url(to: .home))\">\(words.homePage)</a>",
            "<a href=\"\(shell.url(to: RoutePath.tags))\">\(words.listOfTags)</a>")
        return shell.page(
            theme,
            main: """
                <header class="note-header">
                <h1\(shell.wording.language)>\(shell.title)</h1>
                </header>
                <p\(shell.wording.language)>\(ways)</p>

                """)
    }
}
