import FlyingSocks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Listens, and gives each client a connection.
///
/// The sockets are FlyingFox's, its HTTP server is not: that one ends when a connection cannot be taken in (as without file
/// descriptors), waits without end for a head that never comes and holds all of it in memory, answers a malformed request
/// with silence, and learns that a listener to events has gone only when it next writes to it.
struct Server: Sendable {
    private let listener: Socket
    let address: Address

    /// Where a server listens.
    struct Address: Sendable, Hashable {
        let host: String
        let port: UInt16

        /// For a browser on this machine.
        var url: String {
            switch host {
            case "0.0.0.0", "localhost": "http://127.0.0.1:\(port)"
            case "::": "http://[::1]:\(port)"
            case _ where host.contains(":"): "http://[\(host)]:\(port)"
            default: "http://\(host):\(port)"
            }
        }

        var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
    }

    /// Why the server cannot listen.
    enum ListenError: Error {
        /// Other programs have the ports.
        case taken(ClosedRange<UInt16>)
        /// The host is no address of a network interface, in words.
        case host(String)
    }

    /// Listens at a port or, where that is taken, at the next free one.
    ///
    /// - Parameter port: 0 for any.
    init(host: String, port: UInt16) throws(ListenError) {
        let last = port == 0 ? 0 : UInt16(min(Int(UInt16.max), Int(port) + 99))
        var candidate = port
        while true {
            do {
                listener = try Self.listen(host, candidate)
                break
            } catch SocketError.failed(_, errno: EADDRINUSE, _) where candidate < last {
                candidate += 1
            } catch SocketError.failed(_, errno: EADDRINUSE, _) {
                throw .taken(port...last)
            } catch SocketError.failed(_, let errno, let message) where errno != 0 {
                throw .host(message)
            } catch {
                throw .host("it is no address of numbers")
            }
        }
        address = Address(host: host, port: Self.port(of: listener) ?? candidate)
    }

    private static func listen(_ host: String, _ port: UInt16) throws -> Socket {
        func bound<Address: SocketAddress>(_ address: Address) throws -> Socket {
            let socket = try Socket(domain: Int32(Address.family))
            do {
                // A browser that is opened by us must not keep the port.
                _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
                try socket.setValue(true, for: .localAddressReuse)
                try socket.bind(to: address)
                try socket.listen()
                return socket
            } catch {
                try? socket.close()
                throw error
            }
        }
        let host = host == "localhost" ? "127.0.0.1" : host
        if host.contains(":") { return try bound(sockaddr_in6.inet6(ip6: host, port: port)) }
        return try bound(sockaddr_in.inet(ip4: host, port: port))
    }

    private static func port(of socket: Socket) -> UInt16? {
        switch try? socket.sockname() {
        case .ip4(_, let port), .ip6(_, let port): port
        case .unix, nil: nil
        }
    }

    /// Serves until the task is cancelled.
    ///
    /// - Parameter serve: gets every client's socket, and closes it through `connections`.
    func run(_ connections: Connections, _ serve: @escaping @Sendable (AsyncSocket) async -> Void)
        async throws
    {
        let pool = SocketPool.make()
        try await pool.prepare()
        let listener = try AsyncSocket(socket: listener, pool: pool)
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await pool.run() }
            group.addTask {
                while true {
                    try await Task.sleep(for: .seconds(1))
                    connections.cutOff()
                }
            }
            while true {
                do {
                    let client = try await listener.accept()
                    guard connections.add(client.socket) else {
                        try? client.close()
                        continue
                    }
                    Self.sendAtOnce(client.socket)
                    group.addTask { await serve(client) }
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    // No descriptor is left, or the client went before it was let in: others will come.
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
        }
    }

    /// Small pieces must not wait for the answer to earlier ones.
    private static func sendAtOnce(_ socket: Socket) {
        var isOn: Int32 = 1
        setsockopt(
            socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
    }
}
