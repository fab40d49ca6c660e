import Testing

@testable import Preview

@Suite("An answer with content")
struct ResponseTests {
    private func response(_ headers: String..., status: Response.Status = .ok) throws -> Response {
        let head = (["GET /a HTTP/1.1", "Host: x"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
        let bytes = Array("0123456789".utf8)
        return Response(
            content: status, to: try Request(parsing: Array(head.utf8)), type: "text/plain", tag: "t",
            count: bytes.count
        ) { .bytes(bytes[$0]) }
    }

    private func text(_ response: Response) -> String {
        guard case .bytes(let bytes) = response.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("is whole, with its type and tag")
    func whole() throws {
        let response = try response()
        #expect(response.status == .ok)
        #expect(text(response) == "0123456789")
        #expect(response.value(of: "ETag") == "\"t\"")
        #expect(response.value(of: "Content-Type") == "text/plain")
    }

    @Test("is not sent again to who has it", arguments: ["\"t\"", "W/\"t\"", "\"s\", \"t\"", "*"])
    func notModified(known: String) throws {
        let response = try response("If-None-Match: \(known)")
        #expect(response.status == .notModified)
        #expect(response.body.count == 0)
        #expect(!String(decoding: response.head(keepsAlive: true), as: UTF8.self).contains("Content-Length"))
    }

    @Test("is sent to who has another")
    func modified() throws { #expect(try response("If-None-Match: \"tt\"").status == .ok) }

    @Test("is sent in part")
    func part() throws {
        let response = try response("Range: bytes=2-4")
        #expect(response.status == .partialContent)
        #expect(text(response) == "234")
        #expect(response.value(of: "Content-Range") == "bytes 2-4/10")
    }

    @Test("is whole where the part is of something older, or the page is not found")
    func noPart() throws {
        #expect(try response("Range: bytes=2-4", "If-Range: \"s\"").status == .ok)
        #expect(try response("Range: bytes=2-4", "If-Range: \"t\"").status == .partialContent)
        #expect(try response("Range: bytes=2-4", status: .notFound).status == .notFound)
        #expect(try response("If-None-Match: \"t\"", status: .notFound).status == .notFound)
    }

    @Test("says how long it is where the part is behind its end")
    func behind() throws {
        let response = try response("Range: bytes=10-")
        #expect(response.status == .rangeNotSatisfiable)
        #expect(response.value(of: "Content-Range") == "bytes */10")
    }

    @Test("has a head that ends with an empty line")
    func head() throws {
        let head = String(decoding: try response().head(keepsAlive: false), as: UTF8.self)
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(head.contains("\r\nContent-Length: 10\r\n"))
        #expect(head.contains("\r\nConnection: close\r\n"))
        #expect(head.hasSuffix("\r\n\r\n"))
    }
}
