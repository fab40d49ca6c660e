package import Building
import Linking
import Pages

/// The live preview of a site: a server of its pages, rebuilt in memory whenever something is saved.
package struct Preview: Sendable {
    private let options: Options
    private let server: Server
    /// Where the site is, for a browser on this machine.
    package let address: Address

    package struct Options: Sendable {
        package var build = Build.Options()
        /// Numbers, or `localhost`.
        package var host = "127.0.0.1"
        /// Where that is taken, the next free one is used; 0 is any.
        package var port: UInt16 = 4000
        package var editor: EditorLink?

        package init() {}
    }

    /// Where a preview listens.
    package struct Address: Sendable, Hashable {
        /// Without a slash at the end.
        package let url: String
        package let port: UInt16
        /// Whether only this machine can reach it.
        package let isLoopback: Bool
    }

    /// Why a preview cannot begin, in words.
    package struct StartError: Error, Sendable, CustomStringConvertible {
        package let description: String

        fileprivate init(_ error: Server.ListenError, _ options: Options) {
            description =
                switch error {
                case .taken(let ports) where ports.count == 1:
                    "port \(ports.lowerBound) is taken; choose another --port"
                case .taken(let ports):
                    "the ports \(ports.lowerBound) to \(ports.upperBound) are taken; choose another --port"
                case .host(let reason):
                    "cannot listen at \(options.host): \(reason); --host takes an address of this machine"
                }
        }
    }

    /// Begins to listen; requests are answered once `run` is called.
    package init(_ options: Options) throws(StartError) {
        self.options = options
        do throws(Server.ListenError) {
            server = try Server(host: options.host, port: options.port)
        } catch {
            throw StartError(error, options)
        }
        address = Address(
            url: server.address.url, port: server.address.port, isLoopback: server.address.isLoopback)
    }

    /// Serves until the task is cancelled.
    ///
    /// - Parameter report: is told of the first build and of every rebuild, in order.
    package func run(_ report: @escaping @Sendable (RebuildReport) -> Void) async throws {
        let watcher = makeFileWatcher(
            content: options.build.content, settings: options.build.settingsPaths)
        let (rebuilds, continuation) = AsyncStream.makeStream(of: Rebuild.self)
        let latest = LatestEdition()
        var build = options.build
        // Once: what is saved while the site is served is newer than what git knows.
        build.history = GitHistory(of: build.content)?.finish().history ?? History()
        let rebuilder = Rebuilder(
            Build(build), watcher: watcher, latest: latest
        ) { continuation.yield($0) }
        let responder = Responder(
            hosts: HostRule(host: options.host), shelf: Shelf(editor: options.editor),
            instance: String(UInt32.random(in: 0 ... .max), radix: 36))
        // Some are left for notes, and for whatever the browser is opened with.
        let connections = Connections(most: max(16, FileLimit.raise() - 64))
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask {
                _ = await rebuilder.current()
                await Self.follow(watcher, rebuilder)
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: .seconds(20))
                    await rebuilder.pulse()
                }
            }
            group.addTask(priority: .background) {
                var census = PageCensus()
                for await rebuild in rebuilds {
                    let count = census.count(rebuild.after) { latest.isBehind(rebuild.after.number) }
                    report(RebuildReport(rebuild, pageCount: count))
                }
            }
            group.addTask {
                try await server.run(connections) { socket in
                    await Connection(socket, connections, rebuilder, responder).run()
                }
            }
        }
    }

    /// Rebuilds when something has changed. A program that saves in several steps gets a moment to be done.
    private static func follow(_ watcher: any FileWatcher, _ rebuilder: Rebuilder) async {
        for await _ in watcher.signals {
            try? await Task.sleep(for: .milliseconds(3))
            _ = await rebuilder.current()
        }
    }
}
