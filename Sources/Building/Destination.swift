/// Where a site is published to.
package enum Destination: Sendable, Hashable, CustomStringConvertible {
    /// A folder that keeps releases, with a symbolic link `current` to the one that is served.
    case folder(String)
    /// A branch of a git repository, which is named as for `git push`.
    case branch(String, repository: String)
    /// Such a folder on another machine, named as for rsync.
    case remoteFolder(String)

    /// How destinations are written, for messages.
    package static let forms = "a folder, `git:origin#gh-pages`, or `rsync:host:/srv/docs`"

    /// What rsync takes for a place on another machine: a host, perhaps with a user, and a path, or a module of a daemon.
    private static func isRemote(_ text: String) -> Bool {
        text.wholeMatch(
            of: /([^@:\/\-][^@:\/]*@)?(\[[0-9a-fA-F:.]+\]|[^@:\/\[\-][^@:\/]*):(:?[^:].*)/) != nil
    }

    /// Reads `/srv/docs`, `git:origin#gh-pages`, `rsync:host:/srv/docs`; nil for anything else.
    ///
    /// No part may begin with a hyphen: the program that it is given to would take it for an option.
    package init?(_ text: String) {
        if text.hasPrefix("git:") {
            let parts = text.dropFirst(4).split(
                separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let branch = parts.count > 1 ? parts[1] : "gh-pages"
            // `git://…` is an address; as a destination it would be `git:git://…`.
            guard !parts[0].isEmpty, parts[0].first != "-", !parts[0].hasPrefix("//"), Self.isBranch(branch)
            else { return nil }
            self = .branch(String(branch), repository: String(parts[0]))
        } else if text.hasPrefix("rsync:") {
            // `rsync://host/module` is rsync's own way to name a daemon.
            let isAddress = text.hasPrefix("rsync://")
            guard let folder = Self.folder(isAddress ? text[...] : text.dropFirst(6)),
                isAddress || Self.isRemote(folder)
            else { return nil }
            self = .remoteFolder(folder)
        } else {
            // What looks like another kind of destination is none of ours, rather than a folder of that name.
            let path = text.hasPrefix("folder:") ? text.dropFirst(7) : text[...]
            guard path.firstMatch(of: /^[a-z][a-z0-9+.-]*:/) == nil, let folder = Self.folder(path) else {
                return nil
            }
            self = .folder(folder)
        }
    }

    /// As it is written.
    package var description: String {
        switch self {
        case .folder(let path): path
        case .branch(let branch, let repository): "git:\(repository)#\(branch)"
        case .remoteFolder(let target): target.hasPrefix("rsync://") ? target : "rsync:\(target)"
        }
    }

    /// Without slashes at the end; nil for what is no folder, or the root of all.
    private static func folder(_ text: Substring) -> String? {
        var text = text
        while text.last == "/" { text.removeLast() }
        return text.isEmpty || text.first == "-" ? nil : String(text)
    }

    /// Whether git takes a name for a branch: the rules of git-check-ref-format(1), and no more than it has.
    private static func isBranch(_ name: Substring) -> Bool {
        !name.isEmpty && name.first != "-" && !name.hasSuffix(".") && !name.contains("..")
            && !name.contains("@{")
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.first != "." && !$0.hasSuffix(".lock")
            }
            && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && !"~^:?*[\\".utf8.contains($0) }
    }
}
