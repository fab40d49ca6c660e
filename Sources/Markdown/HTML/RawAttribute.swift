import Writers

/// The attributes that an element of raw HTML keeps. All others go, event handlers and `style` among them.
enum RawAttribute {
    /// Names that are dropped without a word: they change nothing that a reader misses, or we set them ourselves.
    private static let silent = Set(
        [
            "class", "target", "rel", "border", "cellpadding", "cellspacing", "valign", "nowrap", "loading",
            "decoding", "referrerpolicy", "role", "hspace", "vspace", "clear", "size", "face", "noshade",
            "media",
            "type", "controls", "playsinline", "preload", "crossorigin", "download", "frameborder", "srcset",
            "sizes", "poster", "autoplay", "loop", "muted", "data-src", "cite",
        ].map { Array($0.utf8) })

    /// The attributes of a tag as markup, each with a space before it, and the first name that was dropped and may be
    /// missed. `id` is left out; see `Tree.Identifier`.
    static func markup(
        of tag: HTMLTag, on element: RawElement, in bytes: [UInt8]
    ) -> (markup: Markup, dropped: [UInt8]?) {
        var markup = Markup()
        var dropped: [UInt8]?
        var seen: Set<[UInt8]> = []
        if element == .center { markup.append(literal: " class=\"center\"") }
        for (name, range) in tag.attributes where seen.insert(name).inserted {
            let text = String(decoding: name, as: UTF8.self)
            if text == "id" || text == "name" { continue }
            let value = Entity.decoded(bytes[range])
            if let kept = keep(text, value, on: element) {
                markup.append(kept)
            } else if !silent.contains(name), !text.hasPrefix("data-"), !text.hasPrefix("aria-"),
                !isConsumed(text, by: element)
            {
                dropped = dropped ?? name
            }
        }
        return (markup, dropped)
    }

    /// Whether an element's own node has taken the attribute's value over, or a presentational one says nothing.
    private static func isConsumed(_ name: String, by element: RawElement) -> Bool {
        switch (element, name) {
        case (.a, "href"), (.a, "title"), (.img, "src"), (.img, "alt"), (.img, "title"), (.video, "src"),
            (.audio, "src"), (.source, "src"), (_, "width"), (_, "height"), (_, "align"), (_, "bgcolor"),
            (_, "color"):
            true
        default: false
        }
    }

    private static func keep(_ name: String, _ value: [UInt8], on element: RawElement) -> Markup? {
        let text = String(decoding: value, as: UTF8.self)
        switch (element, name) {
        case (_, "title"): return " title=\"\(text)\""
        case (_, "lang"): return isWord(value) ? " lang=\"\(text)\"" : nil
        case (_, "dir"):
            let direction = text.lowercased()
            return ["ltr", "rtl", "auto"].contains(direction) ? " dir=\"\(direction)\"" : nil
        case (.details, "open"): return " open=\"\""
        case (.ol, "reversed"): return " reversed=\"\""
        case (.ol, "start"), (.li, "value"):
            return integer(value).map { " \(Markup(trusted: Array(name.utf8)))=\"\($0)\"" }
        case (.td, "colspan"), (.th, "colspan"), (.col, "span"), (.colgroup, "span"):
            return integer(value, in: 1...1000).map { " \(Markup(trusted: Array(name.utf8)))=\"\($0)\"" }
        case (.td, "rowspan"), (.th, "rowspan"):
            return integer(value, in: 0...65534).map { " rowspan=\"\($0)\"" }
        case (.time, "datetime"), (.del, "datetime"), (.ins, "datetime"):
            return isDate(value) ? " datetime=\"\(text)\"" : nil
        case (.th, "scope"):
            let scope = text.lowercased()
            return ["row", "col", "rowgroup", "colgroup"].contains(scope) ? " scope=\"\(scope)\"" : nil
        case (.td, "align"), (.th, "align"), (.p, "align"), (.div, "align"):
            return alignment(text).map { " class=\"\($0)\"" }
        default: return nil
        }
    }

    /// A heading's or cell's alignment as the class that stands for it.
    static func alignment(_ text: String) -> String? {
        let name = text.lowercased()
        return ["left", "center", "right"].contains(name) ? name : nil
    }

    private static func isWord(_ value: [UInt8]) -> Bool {
        (1...35).contains(value.count)
            && value.allSatisfy { Mask.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isDate(_ value: [UInt8]) -> Bool {
        (4...35).contains(value.count)
            && value.allSatisfy { Mask.isAlphanumeric($0) || "-:.+ ".utf8.contains($0) }
    }

    private static func integer(_ value: [UInt8], in range: ClosedRange<Int> = -99999...99999) -> Int? {
        let isNegative = value.first == UInt8(ascii: "-")
        guard let number = ImageSize.number(isNegative ? value.dropFirst() : value[...]) else { return nil }
        let signed = isNegative ? -number : number
        return range.contains(signed) ? signed : nil
    }
}
