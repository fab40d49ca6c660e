import Building
import Synchronization

/// Watches by looking again and again: for systems without anything better.
final class PollingWatcher: FileWatcher {
    let signals: AsyncStream<Void>
    private let content: String
    private let settings: [String]
    private let known: Mutex<[String: FileStamp]>
    private let task: Task<Void, Never>

    /// - Parameter interval: the time between two looks.
    init(content: String, settings: [String], interval: Duration = .milliseconds(300)) {
        let (signals, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.signals = signals
        self.content = content
        self.settings = settings
        known = Mutex(Self.stamps(content, settings))
        task = Task {
            while (try? await Task.sleep(for: interval)) != nil { continuation.yield() }
        }
    }

    deinit { task.cancel() }

    func changes() -> FileChanges {
        let found = Self.stamps(content, settings)
        return known.withLock { known in
            let paths = Set(known.keys).union(found.keys).filter { known[$0] != found[$0] }
            known = found
            return FileChanges(paths: paths)
        }
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
