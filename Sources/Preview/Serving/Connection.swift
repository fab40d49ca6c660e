import Building
import Diagnostics
import FlyingSocks
import Foundation
import Linking

/// One client's connection: reads requests, and answers them one after the other.
struct Connection: Sendable {
    private let socket: AsyncSocket
    private let connections: Connections
    private let rebuilder: Rebuilder
    private let responder: Responder

    init(_ socket: AsyncSocket, _ connections: Connections, _ rebuilder: Rebuilder, _ responder: Responder) {
        self.socket = socket
        self.connections = connections
        self.rebuilder = rebuilder
        self.responder = responder
    }

    /// How long a client may take: to begin a request, to end its head, and to take in a piece of the answer.
    private static let patience = (
        idle: Duration.seconds(60), head: Duration.seconds(10), write: Duration.seconds(20)
    )
    private static let mostHeadBytes = 16_384
    private static let pieceBytes = 65_536

    /// Serves the client until it goes, or has to.
    func run() async {
        defer { connections.close(socket.socket) }
        var received: [UInt8] = []
        do {
            while let head = try await readHead(&received) {
                let request = try Request(parsing: head)
                guard try await respond(to: request), request.keepsAlive else { return }
            }
        } catch let refusal as Refusal {
            try? await send(Response(refusal), isHead: false, keepsAlive: false)
            await drain()
        } catch {
            // The client has gone, or took too long.
        }
    }

    /// The next head with its empty line; nil where the client has nothing more to ask.
    ///
    /// - Parameter received: what has been read and not used yet.
    private func readHead(_ received: inout [UInt8]) async throws -> [UInt8]? {
        connections.extend(socket.socket, by: received.isEmpty ? Self.patience.idle : Self.patience.head)
        var searched = 0
        while true {
            if let end = Self.end(of: received, from: searched) {
                defer { received.removeFirst(end) }
                return Array(received[..<end])
            }
            guard received.count < Self.mostHeadBytes else { throw Refusal.headTooLarge }
            searched = max(0, received.count - 3)
            let isFirst = received.isEmpty
            do {
                received += try await socket.read(atMost: 4096)
            } catch SocketError.disconnected {
                return nil
            }
            if isFirst { connections.extend(socket.socket, by: Self.patience.head) }
        }
    }

    /// Behind the first empty line that is not the very first.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while let feed = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = bytes[..<feed]
            let before = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if let last = before.last, last == UInt8(ascii: "\n"),
                before.contains(where: { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
            {
                return feed + 1
            }
            index = feed + 1
        }
        return nil
    }

    /// Answers a request; false where the connection ends with the answer.
    private func respond(to request: Request) async throws -> Bool {
        // However long a rebuild takes, it is not the client that is slow.
        connections.extend(socket.socket, by: .seconds(3600))
        let edition = await rebuilder.current()
        switch responder.answer(request, from: edition) {
        case .response(let response):
            try await send(response, isHead: request.method == .head, keepsAlive: request.keepsAlive)
            return true
        case .file(let path):
            try await send(path, request, edition)
            return true
        case .events(let listener):
            try await write(EventStream.head)
            if request.method == .get { try await sendEvents(to: listener) }
            return false
        }
    }

    private func send(_ response: Response, isHead: Bool, keepsAlive: Bool) async throws {
        let head = response.head(keepsAlive: keepsAlive)
        guard !isHead, case .bytes(let body) = response.body else { return try await write(head) }
        try await write(head + body)
    }

    private func write(_ bytes: [UInt8]) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            connections.extend(socket.socket, by: Self.patience.write)
            try await socket.write(Data(rest.prefix(Self.pieceBytes)))
            rest = rest.dropFirst(Self.pieceBytes)
        }
    }

    /// Reads for a moment what a refused client still sends: closed at once, it would not see the answer.
    private func drain() async {
        connections.extend(socket.socket, by: .seconds(1))
        shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        while (try? await socket.read(atMost: 4096)) != nil {}
    }

    // MARK: Files

    private func send(_ path: SourcePath, _ request: Request, _ edition: Edition) async throws {
        guard let content = edition.site?.linked.content, let file = OpenFile(content.file(path)) else {
            // Gone since the last look; the watcher knows, or will in a moment.
            let isHead = request.method == .head
            return try await send(
                Response(.notFound, text: "The file is gone."), isHead: isHead, keepsAlive: request.keepsAlive
            )
        }
        let stamp = file.stamp
        let response = Response(
            to: request, type: MediaType.type(of: path.string),
            tag: "\(stamp.size)-\(stamp.modified)-\(stamp.changed)",
            count: stamp.size
        ) { .file($0) }
        try await write(response.head(keepsAlive: request.keepsAlive))
        guard request.method == .get, case .file(let range) = response.body else { return }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let piece = file.read(min(Self.pieceBytes, range.upperBound - offset), at: offset)
            // It was cut short meanwhile: what was promised cannot be sent.
            guard !piece.isEmpty else { throw SocketError.disconnected }
            try await write(piece)
            offset += piece.count
        }
    }

    // MARK: Events

    /// Tells a page of changes until it goes.
    private func sendEvents(to listener: Responder.Listener) async throws {
        let editions = await rebuilder.editions()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // The client has nothing to say: what it does is to go.
                while (try? await socket.read(atMost: 4096)) != nil {}
            }
            group.addTask { try? await sendEvents(to: listener, editions) }
            await group.next()
            group.cancelAll()
        }
    }

    private func sendEvents(to listener: Responder.Listener, _ editions: AsyncStream<Edition>) async throws {
        let first = await rebuilder.current()
        var stream = EventStream(listener, responder, from: first)
        try await write(stream.events(upTo: first))
        rest()
        for await edition in editions {
            let events = stream.events(upTo: edition)
            try await write(events.isEmpty ? EventStream.heartbeat : events)
            rest()
        }
    }

    /// Nothing is due on the connection.
    private func rest() { connections.extend(socket.socket, by: .seconds(100_000_000)) }
}
