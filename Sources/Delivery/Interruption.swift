import Building
import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// As long as this lives, a process that is interrupted or told to end first removes its temporary folders: they hold what
/// may be read by few. A reader of its output that goes away does not end it.
package final class Interruption {
    private let sources: [any DispatchSourceSignal]

    package init() {
        signal(SIGPIPE, SIG_IGN)
        Program.caughtSignals.withLock { _ = $0.insert(SIGPIPE) }
        sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number -> (any DispatchSourceSignal)? in
            // What was ignored from the start, as by nohup, stays so. A handler is compared by its address.
            let before = signal(number, SIG_IGN)
            guard unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) else {
                return nil
            }
            Program.caughtSignals.withLock { _ = $0.insert(number) }
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                TemporaryFolder.removeAll()
                // As if it had not been caught: who started this process sees the signal.
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
