import Linking
import Markdown

// What a page's policy, `default-src 'self'`, would refuse, and what would break the page around a template.
extension PartialChecks {
    /// Elements that have no end tag (https://html.spec.whatwg.org/multipage/syntax.html#void-elements).
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Elements whose end tag may be left out.
    private static let implied: Set<String> = [
        "dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr",
    ]
    /// What may stand in a page's head, besides what it has already.
    private static let metadata: Set<String> = ["link", "meta", "noscript", "script"]

    mutating func checkMarkup(_ partial: Partial, _ text: SourceText) {
        // A template's own tags may stand anywhere in markup; for HTML they are blank.
        var bytes = text.bytes
        for tag in PartialTag.all(in: bytes) {
            for index in tag.range where bytes[index] >= 0x20 { bytes[index] = 0x20 }
        }
        var open: [(name: String, range: Range<Int>)] = []
        for case .tag(let tag, let range) in HTMLPieces(bytes) {
            let name = String(decoding: tag.name, as: UTF8.self)
            if partial == .head, !Self.metadata.contains(name) {
                report(
                    "`<\(name)>` may not stand in a page's head", partial, text, at: range,
                    hint: "link, meta, noscript and script may; the rest goes into `header.html`")
                return
            }
            if tag.isEnd {
                while let last = open.last, last.name != name, Self.implied.contains(last.name) {
                    open.removeLast()
                }
                guard open.last?.name == name else {
                    report(
                        "no `<\(name)>` is open here", partial, text, at: range,
                        hint: "elements end in the reverse order of their beginnings")
                    return
                }
                open.removeLast()
                continue
            }
            checkPolicy(tag, name, range, bytes, partial, text)
            if !Self.void.contains(name), bytes[range.upperBound - 2] != UInt8(ascii: "/") {
                open.append((name, range))
            }
        }
        for element in open where !Self.implied.contains(element.name) {
            report(
                "`<\(element.name)>` is not closed", partial, text, at: element.range,
                hint: "end it with `</\(element.name)>`")
        }
    }

    private mutating func checkPolicy(
        _ tag: HTMLTag, _ name: String, _ range: Range<Int>, _ bytes: [UInt8], _ partial: Partial,
        _ text: SourceText
    ) {
        func has(_ attribute: String) -> Bool {
            tag.attributes.contains { $0.name.elementsEqual(attribute.utf8) }
        }
        if name == "style" || has("style") {
            report(
                "browsers refuse styles in a page", partial, text, at: range,
                hint: "write them into `theme/style.css`")
        }
        if name == "script", !has("src") {
            report(
                "browsers refuse a script in a page", partial, text, at: range,
                hint: "put it into a file that your server has, and write `<script src=\"/file.js\">`")
        }
        if let handler = tag.attributes.first(where: { $0.name.starts(with: "on".utf8) }) {
            report(
                "browsers refuse `\(String(decoding: handler.name, as: UTF8.self))`", partial, text,
                at: range,
                hint: "listen for the event in a script that your server has")
        }
        guard Self.loads(tag, name, bytes) else { return }
        for attribute in tag.attributes
        where ["src", "href", "data", "poster"].contains(where: { attribute.name.elementsEqual($0.utf8) }) {
            let value = bytes[attribute.value]
            if value.starts(with: "https:".utf8) || value.starts(with: "http:".utf8)
                || value.starts(with: "//".utf8) || value.starts(with: "data:".utf8)
            {
                report(
                    "browsers load nothing from elsewhere", partial, text, at: attribute.value,
                    hint: "serve the file from the site's own host")
            }
        }
    }

    /// Whether an element loads what its address leads to, instead of leading readers there.
    private static func loads(_ tag: HTMLTag, _ name: String, _ bytes: [UInt8]) -> Bool {
        switch name {
        case "a", "area", "base", "form": false
        case "link":
            String(decoding: tag.value("rel", in: bytes) ?? [], as: UTF8.self).lowercased()
                .split(separator: " ").contains {
                    ["stylesheet", "icon", "preload", "manifest", "modulepreload"].contains($0)
                }
        default: true
        }
    }
}
