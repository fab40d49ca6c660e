import Building
import Synchronization

/// Watches by looking again and again: for systems without anything better.
final class PollingWatcher: FileWatcher {
    let signals: AsyncStream<Void>
    private let content: String
    private let state: Mutex<State>
    private let task: Task<Void, Never>

    /// - Parameter interval: the time between two looks.
    init(content: String, settings: [String], interval: Duration = .milliseconds(300)) {
        let (signals, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.signals = signals
        self.content = content
        state = Mutex(State(settings: settings, known: Self.stamps(content, settings)))
        task = Task {
            while (try? await Task.sleep(for: interval)) != nil { continuation.yield() }
        }
    }

    deinit { task.cancel() }

    func changes() -> FileChanges {
        state.withLock { state in
            let found = Self.stamps(content, state.settings)
            let paths = Set(state.known.keys).union(found.keys).filter { state.known[$0] != found[$0] }
            state.known = found
            return FileChanges(paths: paths)
        }
    }

    func watch(settings: [String]) {
        state.withLock { state in
            let old = Set(state.settings)
            for path in old.subtracting(settings) { state.known[path] = nil }
            for path in Set(settings).subtracting(old) { state.known[path] = FileStamp(of: path) }
            state.settings = settings
        }
    }

    private struct State {
        var settings: [String]
        var known: [String: FileStamp]
    }

    private static func stamps(_ content: String, _ settings: [String]) -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for path in settings { stamps[path] = FileStamp(of: path) }
        guard let folder = try? ContentFolder(content) else { return stamps }
        // The folder itself shows that it is there again.
        stamps[folder.path] = FileStamp(of: folder.path)
        for path in folder.notes.map(folder.file) + folder.assets.map(folder.file) {
            stamps[path] = FileStamp(of: path)
        }
        return stamps
    }
}
