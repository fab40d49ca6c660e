import Linking
import Writers

/// What one open page is told, as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
///
/// What is sent follows from what the page has and what the edition is, not from what happened in between: a page that
/// slept, or is slow, or comes from an older server is told once what is new to it.
struct EventStream: Sendable {
    private let responder: Responder
    private let path: OutputPath
    private var tag: String
    private var edition: Int

    init(_ listener: Responder.Listener, _ responder: Responder, from edition: Edition) {
        self.responder = responder
        path = listener.path
        tag = listener.tag
        self.edition = min(edition.number, listener.edition ?? edition.number)
    }

    static let head = Array(
        """
        HTTP/1.1 200 OK\r
        Content-Type: text/event-stream\r
        Cache-Control: no-store\r
        X-Content-Type-Options: nosniff\r
        Cross-Origin-Resource-Policy: same-origin\r
        Connection: close\r
        \r
        retry: 500\n\n
        """.utf8)

    /// A line that browsers pass over: it shows whether the browser is still there.
    static let heartbeat = Array(":\n\n".utf8)

    /// The events that bring the page from what it has to an edition; empty where there is nothing new to it.
    mutating func events(upTo edition: Edition) -> [UInt8] {
        let tag = responder.tag(at: path, of: edition)
        let files = edition.changedFiles.filter { $0.value > self.edition }.keys.sorted()
        let isPageNew = tag != self.tag
        self.tag = tag
        self.edition = edition.number
        var events: [UInt8] = []
        let base = edition.site?.basePath ?? ""
        let name = responder.name(of: edition.number)
        if !files.isEmpty {
            events += event("files", name) { json in
                json.array("urls") { json in
                    for file in files { json.value(base + RoutePath("/\(file)").url) }
                }
            }
        }
        if isPageNew { events += event("page", name) { json in json.field("tag", tag) } }
        return events
    }

    private func event(_ kind: String, _ name: String, _ data: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in data(&json) }
        return Array("event: \(kind)\nid: \(name)\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
    }
}
