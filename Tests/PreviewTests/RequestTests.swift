import Testing

@testable import Preview

@Suite("A request's head")
struct RequestTests {
    private func parse(_ head: String) throws(Refusal) -> Request { try Request(parsing: Array(head.utf8)) }

    @Test("gives method, path, query and headers")
    func parts() throws {
        let request = try parse(
            "GET /eks/irsa%20x/?a=1&page=%2Fx+y HTTP/1.1\r\nHost: localhost\r\nRANGE:  bytes=0-1 \r\n\r\n")
        #expect(request.method == .get)
        #expect(request.path == "/eks/irsa%20x/")
        #expect(request.parameter("page") == "/x y")
        #expect(request.parameter("b") == nil)
        #expect(request.headers["range"] == "bytes=0-1")
        #expect(request.keepsAlive)
    }

    @Test(
        "says whether the connection stays",
        arguments: [
            ("HTTP/1.1\r\nHost: x", true), ("HTTP/1.1\r\nHost: x\r\nConnection: close", false),
            ("HTTP/1.0", false), ("HTTP/1.0\r\nConnection: Keep-Alive", true),
        ])
    func connection(rest: String, stays: Bool) throws {
        #expect(try parse("HEAD / \(rest)\r\n\r\n").keepsAlive == stays)
    }

    @Test("may end its lines with a line feed alone, begin with an empty one, and name the whole address")
    func tolerated() throws {
        #expect(try parse("\r\nGET /a HTTP/1.1\nHost: x\n\n").path == "/a")
        #expect(try parse("GET http://x/a?b HTTP/1.1\r\nHost: x\r\n\r\n").path == "/a")
    }

    @Test(
        "is refused where it is none",
        arguments: [
            ("", Refusal.badRequest), ("\r\n\r\n", .badRequest), ("GET\r\n\r\n", .badRequest),
            ("GET / \r\n\r\n", .badRequest), ("GET  / HTTP/1.1\r\nHost: x\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\n\r\n", .badRequest), ("GET nowhere HTTP/1.1\r\nHost: x\r\n\r\n", .badRequest),
            ("GET /\u{e9} HTTP/1.1\r\nHost: x\r\n\r\n", .badRequest),
            ("G\u{1}T / HTTP/1.1\r\nHost: x\r\n\r\n", .badRequest),
            ("GET / FTP/1.1\r\nHost: x\r\n\r\n", .badRequest),
            ("GET / HTTP/2.0\r\nHost: x\r\n\r\n", .versionNotSupported),
            ("POST / HTTP/1.1\r\nHost: x\r\n\r\n", .methodNotAllowed),
            ("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost : x\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nA: b\u{0}c\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n", .badRequest),
            ("GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", .badRequest),
        ])
    func refused(head: String, refusal: Refusal) {
        #expect(throws: refusal) { try parse(head) }
    }
}

@Suite("The name of the host")
struct HostRuleTests {
    @Test(
        "is one that no other site can take",
        arguments: [
            ("localhost", true), ("localhost:4000", true), ("LOCALHOST", true), ("notes.localhost:80", true),
            ("127.0.0.1:4000", true), ("192.168.1.7", true), ("[::1]:4000", true), ("[::1]", true),
            ("example.com", false), ("localhost.example.com", false), ("127.0.0.1.example.com", false),
            ("1.2.3", false), ("1.2.3.+4", false), ("256.1.1.1", false), ("", false),
            ("[::1]evil.com", false),
            ("0x7f.0.0.1", false), ("127.0.0.1@example.com", false),
        ])
    func names(host: String, isAdmitted: Bool) {
        #expect(HostRule(host: "127.0.0.1").admits(host) == isAdmitted)
    }

    @Test("may be missing, as in HTTP/1.0")
    func missing() { #expect(HostRule(host: "::1").admits(nil)) }
}

@Suite("A range of bytes")
struct ByteRangeTests {
    @Test(
        "is cut to the file",
        arguments: [
            ("bytes=0-3", 10, ByteRange.range(0..<4)), ("bytes=4-", 10, .range(4..<10)),
            ("bytes=-3", 10, .range(7..<10)), ("bytes=-30", 10, .range(0..<10)),
            ("bytes=8-99", 10, .range(8..<10)),
            ("bytes=0-99999999999999999999", 10, .range(0..<10)), ("bytes=10-", 10, .unsatisfiable),
            ("bytes=99999999999999999999-", 10, .unsatisfiable), ("bytes=-0", 10, .unsatisfiable),
            ("bytes=0-", 0, .unsatisfiable), ("bytes=-1", 0, .unsatisfiable),
        ])
    func ranges(header: String, count: Int, range: ByteRange) {
        #expect(ByteRange(header, of: count) == range)
    }

    @Test(
        "is passed over where it is none, or several",
        arguments: [
            "bytes=", "bytes=-", "bytes=3-1", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1", "bytes=+1-2",
            "bytes=1",
        ])
    func none(header: String) { #expect(ByteRange(header, of: 10) == nil) }
}
