import Building
import Diagnostics
import Foundation
import Linking
import Notes
import Pages

@testable import Preview

/// A folder of notes of its own for one test, removed after it.
final class ProjectFolder: Sendable {
    let root: URL

    init(_ files: KeyValuePairs<String, String> = [:]) throws {
        root = FileManager.default.temporaryDirectory.appending(path: "waymark-preview-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: root.appending(path: "content"), withIntermediateDirectories: true)
        try write("waymark.yml", "title: Notes\n")
        for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ path: String) -> String { root.appending(path: path).path(percentEncoded: false) }

    func write(_ path: String, _ text: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        // Through a link that leads nowhere nothing can be written.
        if !exists(path) { unlink(self.path(path)) }
        try Data(text.utf8).write(to: file)
    }

    /// Saves as many editors do: under another name, which then takes the old one's place.
    func replace(_ path: String, _ text: String) throws {
        let temporary = path + "~"
        try Data(text.utf8).write(to: root.appending(path: temporary))
        guard rename(self.path(temporary), self.path(path)) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    func move(_ path: String, to target: String) throws {
        let file = root.appending(path: target)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        // A link may lead nowhere by now; the file manager would not move it.
        guard rename(self.path(path), self.path(target)) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    func remove(_ path: String) throws {
        guard unlink(self.path(path)) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self.path(path), withDestinationPath: target)
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: self.path(path)) }

    var build: Build {
        var options = Build.Options()
        options.content = path("content")
        options.output = path("site")
        options.configuration = path("waymark.yml")
        options.audience = Audience(showsDrafts: true)
        options.jobs = 2
        // None of git: there is no repository, and hundreds of builds.
        options.history = History()
        return Build(options)
    }

    var watcher: any FileWatcher {
        makeFileWatcher(content: path("content"), settings: build.options.settingsPaths)
    }

    func rebuilder() -> Rebuilder { Rebuilder(build, watcher: watcher) }

    /// The pages and files of a cold build, by their paths.
    func coldSite() throws -> [String: [UInt8]] {
        let linked = try build.link()
        let theme = Theme(linked.site.configuration)
        let models = linked.site.pageModels(theme)
        let paths = models.paths
        var files: [String: [UInt8]] = [:]
        for (path, model) in zip(paths, models) {
            files[path.string] = Page(rendering: model, theme: theme).bytes
        }
        for asset in linked.site.assets(besides: paths) {
            files[asset.string] = try Files.read(linked.content.file(asset))
        }
        return files
    }
}

/// A site as a browser gets it, without a network.
struct Visit {
    let edition: Edition
    let responder: Responder

    init(_ edition: Edition, editor: EditorLink? = nil) {
        self.edition = edition
        responder = Responder(
            hosts: HostRule(host: "127.0.0.1"), shelf: Shelf(editor: editor), instance: "i")
    }

    func answer(_ target: String, _ headers: String...) throws -> Responder.Answer {
        let lines = (["GET \(target) HTTP/1.1", "Host: localhost"] + headers).joined(separator: "\r\n")
        return responder.answer(try Request(parsing: Array("\(lines)\r\n\r\n".utf8)), from: edition)
    }

    func response(_ target: String, _ headers: String...) throws -> Response? {
        if case .response(let response) = try answer(target) { response } else { nil }
    }

    func text(_ target: String) throws -> String {
        guard case .bytes(let bytes) = try response(target)?.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The page as it would be published: without what preview adds.
    func published(_ target: String) throws -> String { withoutPreview(try text(target)) }
}

/// Takes out what preview adds to a page: the line of the script, and the panel.
func withoutPreview(_ page: String) -> String {
    var page = page
    if let script = page.firstRange(of: /(<base href="\/">)?<script defer src="[^"]*preview\.js[^\n]*\n/) {
        page.removeSubrange(script)
    }
    if let start = page.firstRange(of: "<aside id=\"page:writer\""),
        let end = page.firstRange(of: "</aside>\n</body>")
    {
        page.removeSubrange(start.lowerBound..<page.index(end.upperBound, offsetBy: -7))
    }
    return page
}
