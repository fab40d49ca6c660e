/// Watches a content folder, with all folders below it, and the configuration file.
///
/// Whatever is changed after the watcher was made shows up in `changes()`: what is read afterwards is as it was made known,
/// or is made known again.
protocol FileWatcher: Sendable {
    /// What has changed since the last call. Of files that were saved before the call none is missing, as far as the
    /// system tells.
    func changes() -> FileChanges

    /// Has an element soon after something has changed. Only one task may listen.
    var signals: AsyncStream<Void> { get }
}

/// The best watcher of this system.
///
/// - Parameters:
///   - content: the content folder.
///   - configuration: the configuration file; there need not be one.
func makeFileWatcher(content: String, configuration: String) -> any FileWatcher {
    #if os(Linux)
        // Without a watcher of its own, or with too many folders for it, the system is asked again and again.
        if let watcher = InotifyWatcher(content: content, configuration: configuration) { return watcher }
    #endif
    return PollingWatcher(content: content, configuration: configuration)
}
