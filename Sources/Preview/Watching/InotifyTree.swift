#if os(Linux)
    import Building

    #if canImport(Glibc)
        import Glibc

        private let systemRead = Glibc.read
    #else
        import Musl

        private let systemRead = Musl.read
    #endif

    /// The folders that an inotify queue watches, and the reading of that queue.
    struct InotifyTree {
        private let descriptor: Int32
        private let content: String
        private var settings: [String]
        /// The content folder's tree: each watch and its folder's path.
        private var folders: [Int32: String] = [:]
        /// Folders of which only single entries count: each watch, and the paths of those entries by their names.
        private var entries: [Int32: [String: Set<String>]] = [:]
        private var isFull = false

        private static let treeEvents =
            UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
            | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
            | UInt32(IN_ONLYDIR)

        /// Nil where not everything can be watched.
        init?(_ descriptor: Int32, content: String, settings: [String]) {
            self.descriptor = descriptor
            var content = content
            while content.utf8.count > 1, content.utf8.last == UInt8(ascii: "/") { content.removeLast() }
            self.content = content
            self.settings = settings
            watchEntries()
            watchTree(content)
            if isFull { return nil }
        }

        /// Watches other files beside the content folder.
        mutating func watch(settings: [String]) {
            guard settings != self.settings else { return }
            self.settings = settings
            let before = entries
            entries = [:]
            watchEntries()
            for watch in before.keys where entries[watch] == nil && folders[watch] == nil {
                inotify_rm_watch(descriptor, watch)
            }
        }

        /// The settings and the content folder, each in the folder that it is in: they may go and come again.
        private mutating func watchEntries() {
            for path in settings + [content] {
                let (folder, name) = Self.parts(of: path)
                // Without `IN_MASK_ADD` a second watch of the same folder would take the first one's events away.
                let watch = inotify_add_watch(descriptor, folder, Self.treeEvents | UInt32(IN_MASK_ADD))
                guard watch >= 0 else { continue }
                entries[watch, default: [:]][name, default: []].insert(path)
            }
        }

        /// The folder that a path is in, and its name there.
        private static func parts(of path: String) -> (folder: String, name: String) {
            guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
            let name = String(path[path.utf8.index(after: slash)...])
            return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
        }

        /// Watches a folder and those below it. First the folder, then what is in it: a folder that is made meanwhile is
        /// either listed or told.
        private mutating func watchTree(_ root: String) {
            var pending = [root]
            while let folder = pending.popLast() {
                let watch = inotify_add_watch(descriptor, folder, Self.treeEvents | UInt32(IN_MASK_ADD))
                guard watch >= 0 else {
                    isFull = isFull || errno == ENOSPC
                    continue
                }
                folders[watch] = folder
                pending += Files.folders(in: folder).map { "\(folder)/\($0)" }
            }
        }

        private mutating func forgetTree(_ root: String) {
            for (watch, folder) in folders where folder == root || folder.hasPrefix(root + "/") {
                folders[watch] = nil
                if entries[watch] == nil { inotify_rm_watch(descriptor, watch) }
            }
        }

        /// All that the queue holds.
        mutating func read() -> FileChanges {
            var changes = FileChanges()
            withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
                while true {
                    let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return }
                    var offset = 0
                    while offset < count {
                        let header = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                        let start = offset + MemoryLayout<inotify_event>.size
                        let name = buffer[start..<start + Int(header.len)].prefix { $0 != 0 }
                        add(header, String(decoding: name, as: UTF8.self), to: &changes)
                        offset = start + Int(header.len)
                    }
                }
            }
            return changes
        }

        private mutating func add(_ event: inotify_event, _ name: String, to changes: inout FileChanges) {
            if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
                forgetTree(content)
                watchTree(content)
                changes.merge(.everything)
                return
            }
            for path in entries[event.wd]?[name] ?? [] { addEntry(event, path, to: &changes) }
            guard let folder = folders[event.wd] else { return }
            if event.mask & UInt32(IN_IGNORED) != 0 {
                folders[event.wd] = nil
                return
            }
            // Names with a dot in front are passed over as in reading; without a name it is the folder itself.
            guard !name.hasPrefix(".") else { return }
            let path = name.isEmpty ? folder : "\(folder)/\(name)"
            let isFolder = event.mask & UInt32(IN_ISDIR) != 0
            if isFolder, event.mask & UInt32(IN_MOVED_FROM) != 0 { forgetTree(path) }
            if isFolder, event.mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0 { watchTree(path) }
            // A file that is made is told again when it has been written; a link, hard or symbolic, is not.
            changes.paths.insert(path)
        }

        private mutating func addEntry(_ event: inotify_event, _ path: String, to changes: inout FileChanges)
        {
            if path == content {
                forgetTree(content)
                watchTree(content)
                changes.merge(.everything)
            } else {
                changes.paths.insert(path)
                // A folder that others of them are in may be there again.
                if event.mask & UInt32(IN_ISDIR) != 0 { watchEntries() }
            }
        }
    }
#endif
