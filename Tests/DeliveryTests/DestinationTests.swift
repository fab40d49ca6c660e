import Building
import Diagnostics
import Testing

@Suite("A destination")
struct DestinationTests {
    @Test(
        "is read from its written form",
        arguments: [
            ("/srv/docs", Destination.folder("/srv/docs")),
            ("../docs/", .folder("../docs")),
            ("folder:docs", .folder("docs")),
            ("git:origin#gh-pages", .branch("gh-pages", repository: "origin")),
            ("git:origin", .branch("gh-pages", repository: "origin")),
            (
                "git:git@example.com:me/docs.git#site/live",
                .branch("site/live", repository: "git@example.com:me/docs.git")
            ),
            (
                "git:https://example.com/docs.git#pages",
                .branch("pages", repository: "https://example.com/docs.git")
            ),
            ("rsync:web:/srv/docs/", .remoteFolder("web:/srv/docs")),
            ("rsync:me@web:docs", .remoteFolder("me@web:docs")),
            ("rsync:web::module/docs", .remoteFolder("web::module/docs")),
            ("rsync:me@[::1]:/srv/docs", .remoteFolder("me@[::1]:/srv/docs")),
            ("rsync://web/module/docs", .remoteFolder("rsync://web/module/docs")),
        ])
    func written(text: String, destination: Destination) {
        #expect(Destination(text) == destination)
        #expect(Destination(destination.description) == destination)
    }

    @Test(
        "is refused where a program could take it for something else",
        arguments: [
            "", "/", "-rf", "folder:-rf", "rsync:", "rsync:-e sh", "git:", "git:#x", "git:--upload-pack=x#y",
            "git:origin#",
            "git:origin#-x", "git:origin#a..b", "git:origin#a b", "git:origin#a/.b", "git:origin#a.lock",
            "git:origin#@{u}",
            "git:origin#a:b", "https://example.com", "s3:bucket", "host:/srv/docs", "git://host/x",
            "rsync:web", "rsync:/srv/docs", "rsync:web:", "rsync:web:/",
            "rsync:-oProxyCommand=x:/srv", "rsync:me@-oProxyCommand=x:/srv",
        ])
    func refused(text: String) {
        #expect(Destination(text) == nil)
    }

    @Test("may stand in the configuration, alone or with how releases are made")
    func configured() throws {
        let short = ConfigurationFile(Array("publish: git:origin".utf8), name: "waymark.yml")
        #expect(short.diagnostics.isEmpty)
        #expect(short.publishing.destination == .branch("gh-pages", repository: "origin"))
        let long = ConfigurationFile(
            Array("publish:\n  to: /srv/docs\n  keep: 3\n  compress: [gzip, brotli]\n  squash: true\n".utf8),
            name: "waymark.yml")
        #expect(long.diagnostics.isEmpty)
        #expect(long.publishing.destination == .folder("/srv/docs"))
        #expect(long.publishing.kept == 3)
        #expect(long.publishing.encodings == [.gzip, .brotli])
        #expect(long.publishing.isSquashed)
    }

    @Test(
        "that is wrong in the configuration is told with its line",
        arguments: [
            ("publish: ftp:x", 1, "a site cannot be published to: ftp:x"),
            ("publish:\n  keep: 0", 2, "`keep` is no number from 1 on: 0"),
            ("publish:\n  compress: zip", 2, "`compress` knows no `zip`"),
            ("publish:\n  squash: 3", 2, "`squash` is neither `true` nor `false`: 3"),
            ("publish:\n  where: x", 2, "there is no setting `where` of `publish`"),
        ])
    func misconfigured(yaml: String, line: Int, message: String) {
        let file = ConfigurationFile(Array(yaml.utf8), name: "waymark.yml")
        #expect(file.diagnostics.map(\.message) == [message])
        #expect(file.diagnostics.map(\.range.start.line) == [line])
    }
}
