#if os(Linux)
    import Dispatch
    import Synchronization

    #if canImport(Glibc)
        import Glibc
    #else
        import Musl
    #endif

    /// Watches by inotify (https://man7.org/linux/man-pages/man7/inotify.7.html).
    ///
    /// The kernel queues an event before the call that causes it returns. So a look into the queue, as `changes()` takes,
    /// knows of every file that was saved before.
    final class InotifyWatcher: FileWatcher {
        let signals: AsyncStream<Void>
        private let state: Mutex<State>
        /// Not declared `Sendable`, but made to be used from any thread; here it is only cancelled, by the last owner.
        private nonisolated(unsafe) let source: any DispatchSourceRead

        /// Nil where the system has no watcher left for us.
        init?(content: String, settings: [String]) {
            let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            guard let tree = InotifyTree(descriptor, content: content, settings: settings) else {
                close(descriptor)
                return nil
            }
            let (signals, continuation) = AsyncStream.makeStream(
                of: Void.self, bufferingPolicy: .bufferingNewest(1))
            self.signals = signals
            state = Mutex(State(tree: tree))
            source = DispatchSource.makeReadSource(
                fileDescriptor: descriptor, queue: DispatchQueue(label: "waymark.inotify"))
            source.setCancelHandler { close(descriptor) }
            source.setEventHandler { [weak self] in
                guard let self else { return }
                let isChanged = self.state.withLock { state in
                    state.changes.merge(state.tree.read())
                    return !state.changes.isEmpty
                }
                if isChanged { continuation.yield() }
            }
            source.activate()
        }

        deinit { source.cancel() }

        func changes() -> FileChanges {
            state.withLock { state in
                state.changes.merge(state.tree.read())
                defer { state.changes = FileChanges() }
                return state.changes
            }
        }

        func watch(settings: [String]) { state.withLock { $0.tree.watch(settings: settings) } }

        private struct State {
            var tree: InotifyTree
            var changes = FileChanges()
        }
    }
#endif
