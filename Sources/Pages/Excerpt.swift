package import Markdown
import Writers

/// A piece of a note as another note's page shows it.
///
/// Its elements have no `id`, because a page may show a piece twice, and what leads to a footnote leads to the note that
/// the piece comes from.
package struct Excerpt: Sendable, Hashable {
    /// The place that the piece comes from.
    package let source: PageLink
    package let body: Body
    /// For each reference of the body where it leads.
    package let targets: [NotePage.Target]

    /// - Parameters:
    ///   - range: the piece, in the bytes of `whole`.
    ///   - isContent: whether it is all that an element holds.
    ///   - target: where a reference of the note leads.
    init(
        of whole: Body, in range: Range<Int>, isContent: Bool = false, source: PageLink,
        target: (Int) -> NotePage.Target
    ) {
        var html = Markup(capacity: range.count)
        var slots: [Body.Slot] = []
        var targets: [NotePage.Target] = []
        var numbers: [Int32: Int32] = [:]
        var position = range.lowerBound
        let page = source.url.prefix { $0 != "#" }
        for slot in whole.slots(in: range, isContent: isContent) {
            Self.copy(whole.html.bytes[position..<Int(slot.offset)], page, to: &html)
            position = Int(slot.offset)
            let number = numbers[slot.reference] ?? Int32(targets.count)
            if Int(number) == targets.count {
                numbers[slot.reference] = number
                targets.append(target(Int(slot.reference)))
            }
            slots.append(Body.Slot(offset: Int32(html.count), kind: slot.kind, reference: number))
        }
        Self.copy(whole.html.bytes[position..<range.upperBound], page, to: &html)
        self.source = source
        body = Body(html: html, slots: slots)
        self.targets = targets
    }

    /// Copies markup without any `id`, and with links to places in it leading to its own page.
    ///
    /// Bodies escape every quotation mark in text, so the two attributes are found by their bytes.
    private static func copy(_ source: ArraySlice<UInt8>, _ page: Substring, to html: inout Markup) {
        let identifier = Array(" id=\"".utf8)
        let link = Array(" href=\"#".utf8)
        var index = source.startIndex
        var start = index
        while index < source.endIndex {
            guard source[index] == UInt8(ascii: " ") else {
                index += 1
                continue
            }
            if source[index...].starts(with: identifier),
                let end = source[(index + identifier.count)...].firstIndex(of: UInt8(ascii: "\""))
            {
                html.append(trusted: source[start..<index])
                index = end + 1
                start = index
            } else if source[index...].starts(with: link) {
                let target = index + link.count - 1
                html.append(trusted: source[start..<target])
                html.append(text: String(page))
                start = target
                index = target
            } else {
                index += 1
            }
        }
        html.append(trusted: source[start...])
    }
}
