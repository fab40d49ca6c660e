import FlyingSocks
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The open connections, each with the moment at which it is cut off unless it gets on.
final class Connections: Sendable {
    private let deadlines = Mutex<[Int32: ContinuousClock.Instant]>([:])
    private let most: Int

    /// - Parameter most: how many there may be at once.
    init(most: Int) { self.most = most }

    /// Takes a connection in; false where there is no room.
    func add(_ socket: Socket) -> Bool {
        deadlines.withLock { deadlines in
            guard deadlines.count < most else { return false }
            deadlines[socket.file.rawValue] = .now + .seconds(15)
            return true
        }
    }

    /// Gives a connection more time, counted from now.
    func extend(_ socket: Socket, by time: Duration) {
        deadlines.withLock { $0[socket.file.rawValue] = .now + time }
    }

    /// Closes a connection that nothing waits for any more.
    func close(_ socket: Socket) {
        // Under the lock: the number may be the next connection's at once.
        deadlines.withLock { deadlines in
            deadlines[socket.file.rawValue] = nil
            try? socket.close()
        }
    }

    /// Cuts off the connections whose time is over. What waits for one of them wakes and closes it.
    func cutOff() {
        let now = ContinuousClock.now
        deadlines.withLock { deadlines in
            for (file, deadline) in deadlines where deadline < now { shutdown(file, Int32(SHUT_RDWR)) }
        }
    }

    var count: Int { deadlines.withLock { $0.count } }
}
