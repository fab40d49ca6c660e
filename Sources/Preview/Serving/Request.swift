import Writers

/// The head of a request of HTTP/1.1 (RFC 9112), as far as a server of finished pages needs it.
struct Request: Sendable, Hashable {
    enum Method: Sendable { case get, head }

    let method: Method
    /// As sent, percent-encoded; begins with a slash.
    let path: String
    /// What follows `?`.
    let query: String?
    /// By their names in lower case.
    let headers: [String: String]
    /// Whether the client may send another request on the connection.
    let keepsAlive: Bool

    /// - Parameter head: the lines up to the empty one.
    init(parsing head: [UInt8]) throws(Refusal) {
        var lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }[...]
        // Some clients end a request before with one line too many.
        while let first = lines.first, first.isEmpty { lines.removeFirst() }
        guard let start = lines.popFirst() else { throw .badRequest }
        let parts = start.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, let target = Self.target(parts[1]), Self.isToken(parts[0]) else {
            throw .badRequest
        }
        let isNew: Bool
        switch String(decoding: parts[2], as: UTF8.self) {
        case "HTTP/1.1": isNew = true
        case "HTTP/1.0": isNew = false
        case let other: throw other.hasPrefix("HTTP/") ? .versionNotSupported : .badRequest
        }
        headers = try Self.headers(lines)
        switch String(decoding: parts[0], as: UTF8.self) {
        case "GET": method = .get
        case "HEAD": method = .head
        default: throw .methodNotAllowed
        }
        // A body would be taken for the next request.
        guard headers["transfer-encoding"] == nil, headers["content-length"] ?? "0" == "0",
            headers["host"] != nil || !isNew
        else { throw .badRequest }
        let question = target.firstIndex(of: "?")
        path = String(target[..<(question ?? target.endIndex)])
        query = question.map { String(target[target.index(after: $0)...]) }
        let connection = headers["connection"]?.lowercased() ?? ""
        keepsAlive = isNew ? !connection.contains("close") : connection.contains("keep-alive")
    }

    /// What follows the host in a target, which programs send on to proxies with it; nil where it is no target.
    private static func target(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        var target = String(decoding: bytes, as: UTF8.self)
        if let scheme = target.firstRange(of: "://"), !target.hasPrefix("/") {
            target = String(target[scheme.upperBound...].drop { $0 != "/" })
        }
        if let fragment = target.firstIndex(of: "#") { target = String(target[..<fragment]) }
        return target.hasPrefix("/") ? target : nil
    }

    private static func headers(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(Refusal) -> [String: String] {
        var headers: [String: String] = [:]
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
                throw .badRequest
            }
            let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t")]
            var value = line[(colon + 1)...].drop(while: blanks.contains)
            while let last = value.last, blanks.contains(last) { value.removeLast() }
            guard !value.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") }) else { throw .badRequest }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let text = String(decoding: value, as: UTF8.self)
            guard let known = headers[name] else {
                headers[name] = text
                continue
            }
            // Two hosts or lengths are an attempt to be read in two ways.
            guard name != "host", name != "content-length" else { throw .badRequest }
            headers[name] = "\(known), \(text)"
        }
        return headers
    }

    /// Whether bytes are a token (RFC 9110, 5.6.2).
    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// The value of a parameter of the query; the first, where it is given twice.
    func parameter(_ name: String) -> String? {
        for part in query?.split(separator: "&") ?? [] where part.hasPrefix(name + "=") {
            return Escaping.percentDecoded(part.dropFirst(name.utf8.count + 1).replacing("+", with: " "))
        }
        return nil
    }
}

/// A request that is not answered with what it asks for.
enum Refusal: Error, Sendable {
    case badRequest, foreignHost, methodNotAllowed, headTooLarge, versionNotSupported
}
