/// Watches a content folder, with all folders below it, and some files beside it.
///
/// Whatever is changed after the watcher was made shows up in `changes()`: what is read afterwards is as it was made known,
/// or is made known again.
protocol FileWatcher: Sendable {
    /// What has changed since the last call. Of files that were saved before the call none is missing, as far as the
    /// system tells.
    func changes() -> FileChanges

    /// Watches other files beside the content folder than before.
    ///
    /// - Parameter settings: as those that the watcher was made with.
    func watch(settings: [String])

    /// Has an element soon after something has changed. Only one task may listen.
    var signals: AsyncStream<Void> { get }
}

/// The best watcher of this system.
///
/// - Parameters:
///   - content: the content folder.
///   - settings: the files beside it, and folders that they are in where those may go and come; they need not be there.
func makeFileWatcher(content: String, settings: [String]) -> any FileWatcher {
    #if os(Linux)
        // Without a watcher of its own, or with too many folders for it, the system is asked again and again.
        if let watcher = InotifyWatcher(content: content, settings: settings) { return watcher }
    #endif
    return PollingWatcher(content: content, settings: settings)
}
