import Building
import Diagnostics
import Foundation
import Linking
import Notes

/// A folder of its own for one test, removed after it.
final class Workspace {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "waymark-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ path: String) -> String { root.appending(path: path).path(percentEncoded: false) }

    func write(_ path: String, _ text: String, encoding: String.Encoding = .utf8) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: encoding)
    }

    func write(_ files: KeyValuePairs<String, String>) throws {
        for (path, text) in files { try write(path, text) }
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: root.appending(path: path)) }

    func link(_ path: String, to target: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: file.path(percentEncoded: false), withDestinationPath: target)
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: self.path(path)) }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// Every file below a folder, by its path in it.
    func files(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: self.path(folder)) {
            let file = root.appending(path: "\(folder)/\(path)")
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(
                atPath: file.path(percentEncoded: false), isDirectory: &isFolder)
            if !isFolder.boolValue { files[path] = try Data(contentsOf: file) }
        }
        return files
    }

    /// Builds `content` to `site` with the configuration `waymark.yml`, which is empty where there is none.
    func build(
        output: String = "site", jobs: Int = 2, audience: Audience = Audience()
    ) throws -> (changes: Changes, report: Report) {
        let build = Build(try options(output: output, jobs: jobs, audience: audience))
        var linked = try build.link()
        return (try build.publish(&linked), linked.report)
    }

    /// Reads and links `content`, and writes nothing.
    func link(baseline: String? = nil, published: String? = nil) throws -> Linked {
        var options = try options()
        options.baseline = baseline
        options.published = try published.map { try PublishedAddresses(reading: path($0), jobs: 2) }
        options.today = CalendarDate("2026-11-20")
        return try Build(options).link()
    }

    private func options(
        output: String = "site", jobs: Int = 2, audience: Audience = Audience()
    ) throws -> Build.Options {
        if !exists("waymark.yml") { try write("waymark.yml", "") }
        var options = Build.Options()
        options.content = path("content")
        options.output = path(output)
        options.configuration = path("waymark.yml")
        options.audience = audience
        options.jobs = jobs
        return options
    }

    /// Publishes files of text.
    func publish(_ files: KeyValuePairs<String, String>, jobs: Int = 1) throws -> Changes {
        let texts = files.map(\.value)
        return try OutputFolder(path("site")).publish(files.map { OutputPath($0.key) }, jobs: jobs) { index in
            Array(texts[index].utf8)
        }
    }
}
