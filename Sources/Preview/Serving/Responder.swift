import Diagnostics
import Linking
import Pages
import Writers

/// What to answer to a request: a pure function of the request and the site.
struct Responder: Sendable {
    let hosts: HostRule
    let shelf: Shelf
    /// Tells this server from those that ran before.
    let instance: String

    enum Answer: Sendable, Hashable {
        case response(Response)
        /// A file of the content folder.
        case file(SourcePath)
        /// Changes from now on.
        case events(Listener)
    }

    /// A page that is open in a browser.
    struct Listener: Sendable, Hashable {
        let path: OutputPath
        /// The tag of the page as the browser has it.
        let tag: String
        /// The edition that the browser has heard of last; nil where it has heard of none of this server's.
        let edition: Int?
    }

    /// Names an edition of this server and of no other one.
    func name(of edition: Int) -> String { "\(instance).\(edition)" }

    /// The tag of what the server shows at a path, be it only that there is nothing.
    func tag(at path: OutputPath, of edition: Edition) -> String {
        guard edition.site != nil else { return FailurePage(edition, shelf.editor).tag }
        let page = shelf.page(at: path, of: edition)
        return (page ?? shelf.page(at: RoutePath.notFound.outputPath, of: edition))?.tag ?? ""
    }

    func answer(_ request: Request, from edition: Edition) -> Answer {
        guard hosts.admits(request.headers["host"]) else { return .response(Response(.foreignHost)) }
        let base = edition.site?.basePath ?? ""
        let decoded = Escaping.percentDecoded(request.path)
        guard !base.isEmpty else { return answer(request, decoded, from: edition) }
        if decoded == "/" || decoded == base { return .response(Response(.found, to: base + "/")) }
        guard decoded.hasPrefix(base + "/") else { return notFound(request, edition) }
        return answer(request, String(decoded.dropFirst(base.count)), from: edition)
    }

    /// - Parameter path: below the site's root; begins with a slash.
    private func answer(_ request: Request, _ path: String, from edition: Edition) -> Answer {
        let file = OutputPath(String(path.dropFirst()) + (path.hasSuffix("/") ? "index.html" : ""))
        if file.string == PreviewAsset.events { return .events(listener(request)) }
        if let asset = PreviewAsset.at(file) { return content(request, file, asset.tag, asset.bytes) }
        guard let site = edition.site else { return .response(unavailable(edition)) }
        if let page = shelf.page(at: file, of: edition) {
            return content(request, file, page.tag, page.bytes)
        }
        if let source = site.files[file] { return .file(source) }
        // A folder's address without its slash.
        if !path.hasSuffix("/"), site.has(OutputPath("\(file)/index.html")) {
            let query = request.query.map { "?\($0)" } ?? ""
            return .response(
                Response(
                    .movedPermanently, to: "\(site.basePath)\(Escaping.percentEncodedPath(path))/\(query)"))
        }
        return notFound(request, edition)
    }

    private func content(
        _ request: Request, _ path: OutputPath, _ tag: String, _ bytes: [UInt8], isLasting: Bool = false
    ) -> Answer {
        .response(
            Response(
                to: request, type: MediaType.type(of: path.string), tag: tag, isLasting: isLasting,
                count: bytes.count
            ) { .bytes(bytes[$0]) })
    }

    private func notFound(_ request: Request, _ edition: Edition) -> Answer {
        guard let page = shelf.page(at: RoutePath.notFound.outputPath, of: edition) else {
            return .response(unavailable(edition))
        }
        return .response(
            Response(
                content: .notFound, to: request, type: "text/html; charset=utf-8", tag: page.tag,
                count: page.bytes.count
            ) { .bytes(page.bytes[$0]) })
    }

    private func listener(_ request: Request) -> Listener {
        let path = request.parameter("page") ?? "/"
        return Listener(
            path: OutputPath(String(path.drop { $0 == "/" }) + (path.hasSuffix("/") ? "index.html" : "")),
            tag: request.parameter("tag") ?? "", edition: edition(named: request.parameter("seen") ?? ""))
    }

    private func edition(named name: String) -> Int? {
        name.hasPrefix(instance + ".") ? Int(name.dropFirst(instance.count + 1)) : nil
    }

    /// Before there is a first site, a page says why.
    private func unavailable(_ edition: Edition) -> Response {
        let page = FailurePage(edition, shelf.editor)
        return Response(
            .serviceUnavailable, [Response.Header("Content-Type", "text/html; charset=utf-8")],
            .bytes(page.bytes[...]))
    }
}
