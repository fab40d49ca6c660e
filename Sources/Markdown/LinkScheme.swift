/// Which addresses a link may lead to.
package enum LinkScheme {
    /// What a browser may open from a note: nothing that runs code or carries a document inside the address.
    private static let allowed: Set<String> = [
        "http", "https", "mailto", "tel", "sms", "ftp", "sftp", "ssh", "git", "irc", "ircs", "xmpp", "matrix",
        "geo",
        "news", "slack", "msteams", "zoommtg", "vscode", "obsidian", "callto",
    ]

    /// Whether a destination is a path or has an allowed scheme.
    package static func isAllowed(_ destination: String) -> Bool {
        guard let scheme = scheme(of: destination) else { return true }
        return allowed.contains(scheme)
    }

    /// Whether a destination leads out of the site: it has a scheme, or begins with `//`.
    package static func isExternal(_ destination: String) -> Bool {
        scheme(of: destination) != nil || destination.utf8.starts(with: "//".utf8)
    }

    /// A URL's scheme in lower case, nil where it has none (RFC 3986 section 3.1).
    ///
    /// White space and control characters are passed over, because browsers pass over them (URL Standard, "basic URL
    /// parser"): `java\nscript:` has a scheme.
    static func scheme(of destination: String) -> String? {
        var name: [UInt8] = []
        for byte in destination.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): name.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                guard !name.isEmpty else { return nil }
                name.append(byte)
            case 0...0x20: continue
            case UInt8(ascii: ":"): return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
            default: return nil
            }
        }
        return nil
    }
}
