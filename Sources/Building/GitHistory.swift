import Diagnostics
package import Linking
import Notes

/// Reads the history of a content folder from git, beside what else there is to do.
package struct GitHistory: ~Copyable {
    private let log: Program
    private let depth: Program

    /// What git tells of a folder.
    package struct Result: Sendable {
        package let history: History
        /// Whether older changes are missing, so that none can be trusted.
        package let isShallow: Bool

        package static let none = Result(history: History(), isShallow: false)
    }

    /// Begins to read; nil where there is no git.
    package init?(of folder: String) {
        // Nothing that a repository configures is run: neither a monitor nor a check of signatures.
        let git = ["-C", folder, "-c", "core.fsmonitor=false", "-c", "log.showSignature=false"]
        let format = "--format=%x01%cs%x02%an"
        let files = ["--name-only", "--no-renames", "--relative", "--", "."]
        guard let log = try? Program("git", git + ["log", "-z", format] + files),
            let depth = try? Program("git", git + ["rev-parse", "--is-shallow-repository"])
        else { return nil }
        self.log = log
        self.depth = depth
    }

    /// All that git tells; nothing outside of a repository.
    package consuming func finish() -> Result {
        let (log, depth) = (try? log.finish(), try? depth.finish())
        guard let log, let depth, log.status == 0, depth.status == 0 else { return .none }
        guard !depth.output.starts(with: "true".utf8) else {
            return Result(history: History(), isShallow: true)
        }
        return Result(history: Self.history(in: log.output), isShallow: false)
    }

    /// Reads `git log -z`: a change is 1, its day, 2, its author; its files follow. The latest change comes first.
    static func history(in log: [UInt8]) -> History {
        var history = History()
        var change: History.Change?
        for part in log.split(separator: 0) {
            let part = part.drop { $0 == UInt8(ascii: "\n") }
            guard part.first == 1 else {
                if let change, !part.isEmpty {
                    history.add(change, of: SourcePath(String(decoding: part, as: UTF8.self)))
                }
                continue
            }
            let fields = part.dropFirst().split(separator: 2, maxSplits: 1)
            let day = fields.first.flatMap { CalendarDate(String(decoding: $0, as: UTF8.self)) }
            let author = fields.count > 1 ? String(decoding: fields[1], as: UTF8.self) : ""
            change = day.map { History.Change(day: $0, author: author) }
        }
        return history
    }
}
