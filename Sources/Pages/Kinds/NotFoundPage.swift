import Linking
import Writers

/// What a server shows for an address that the site does not have.
package struct NotFoundPage: Sendable, Hashable {
    package let shell: Shell

    func render(_ theme: Theme) -> [UInt8] {
        shell.page(
            theme,
            main: """
                <header class="note-header">
                <h1>\(shell.title)</h1>
                </header>
                <p>There is nothing at this address. Start from the <a href="\(shell.url(to: .home))">home page</a> or look \
                through the <a href="\(shell.url(to: RoutePath.tags))">tags</a>.</p>

                """)
    }
}
