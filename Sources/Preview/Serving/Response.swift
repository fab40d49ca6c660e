import Writers

/// An answer of HTTP/1.1 (RFC 9110).
struct Response: Sendable, Hashable {
    let status: Status
    private(set) var headers: [Header]
    let body: Body

    struct Header: Sendable, Hashable {
        let name: String
        let value: String
    }

    enum Body: Sendable, Hashable {
        case bytes(ArraySlice<UInt8>)
        /// A stretch of an open file, which is sent bit by bit.
        case file(Range<Int>)

        var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .file(let range): range.count
            }
        }
    }

    enum Status: Int, Sendable {
        case ok = 200
        case partialContent = 206
        case movedPermanently = 301
        case found = 302
        case notModified = 304
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case rangeNotSatisfiable = 416
        case headTooLarge = 431
        case internalServerError = 500
        case serviceUnavailable = 503
        case versionNotSupported = 505

        var phrase: String {
            switch self {
            case .ok: "OK"
            case .partialContent: "Partial Content"
            case .movedPermanently: "Moved Permanently"
            case .found: "Found"
            case .notModified: "Not Modified"
            case .badRequest: "Bad Request"
            case .forbidden: "Forbidden"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .rangeNotSatisfiable: "Range Not Satisfiable"
            case .headTooLarge: "Request Header Fields Too Large"
            case .internalServerError: "Internal Server Error"
            case .serviceUnavailable: "Service Unavailable"
            case .versionNotSupported: "HTTP Version Not Supported"
            }
        }
    }

    init(_ status: Status, _ headers: [Header] = [], _ body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A line of plain text.
    init(_ status: Status, _ headers: [Header] = [], text: String) {
        let bytes = Array((text + "\n").utf8)
        self.init(status, [Header("Content-Type", "text/plain; charset=utf-8")] + headers, .bytes(bytes[...]))
    }

    init(_ refusal: Refusal) {
        switch refusal {
        case .badRequest: self.init(.badRequest, text: "This is not a request that Waymark understands.")
        case .foreignHost:
            self.init(
                .forbidden,
                text:
                    "The preview answers to addresses of numbers and to localhost; start it with --host for others."
            )
        case .methodNotAllowed:
            self.init(
                .methodNotAllowed, [Header("Allow", "GET, HEAD")], text: "The preview can only be read.")
        case .headTooLarge: self.init(.headTooLarge, text: "The request's head is too large.")
        case .versionNotSupported: self.init(.versionNotSupported, text: "The preview speaks HTTP/1.1.")
        }
    }

    /// What an address leads on to.
    init(_ status: Status, to url: String) {
        self.init(status, [Header("Location", url)], text: "It is at \(url)")
    }

    /// Content with a name for its bytes: only what the client does not have is sent, and only the stretch that it asks for
    /// (RFC 9110, 13 and 14).
    ///
    /// - Parameters:
    ///   - tag: safe between double quotes.
    ///   - isLasting: whether the address will never have other content.
    init(
        content status: Status = .ok, to request: Request, type: String, tag: String, isLasting: Bool = false,
        count: Int,
        body: (Range<Int>) -> Body
    ) {
        let tag = "\"\(tag)\""
        let common = [
            Header("ETag", tag),
            Header("Cache-Control", isLasting ? "max-age=31536000, immutable" : "no-cache"),
        ]
        let known = request.headers["if-none-match"]
        if status == .ok, let known, known == "*" || Self.tags(known).contains(tag) {
            self.init(.notModified, common)
            return
        }
        var headers = common + [Header("Content-Type", type), Header("Accept-Ranges", "bytes")]
        let range = request.headers["range"].flatMap { range in
            request.headers["if-range"] ?? tag == tag && status == .ok ? ByteRange(range, of: count) : nil
        }
        switch range {
        case nil: self.init(status, headers, body(0..<count))
        case .unsatisfiable:
            self.init(.rangeNotSatisfiable, common + [Header("Content-Range", "bytes */\(count)")])
        case .range(let range):
            headers.append(
                Header("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)"))
            self.init(.partialContent, headers, body(range))
        }
    }

    private static func tags(_ list: String) -> [String] {
        list.split(separator: ",").map { tag in
            let tag = tag.drop { $0 == " " }
            return String((tag.hasPrefix("W/") ? tag.dropFirst(2) : tag).prefix { $0 != " " })
        }
    }

    /// The head as it is sent.
    func head(keepsAlive: Bool) -> [UInt8] {
        var text = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
        for header in headers { text += "\(header.name): \(header.value)\r\n" }
        // An answer of 304 has no body, and says nothing of its length.
        if status != .notModified { text += "Content-Length: \(body.count)\r\n" }
        text += "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
        text += "Connection: \(keepsAlive ? "keep-alive" : "close")\r\n\r\n"
        return Array(text.utf8)
    }

    func value(of name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension Response.Header {
    init(_ name: String, _ value: String) {
        self.init(name: name, value: value)
    }
}
