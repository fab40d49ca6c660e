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
    /// The drawings of the piece, in the order of their places in the body.
    package let flows: [NotePage.PlacedFlow]

    /// - Parameters:
    ///   - range: the piece, in the bytes of `whole`.
    ///   - isContent: whether it is all that an element holds.
    ///   - flows: the drawings of the piece, in the order of their places in `whole`. None holds a slot.
    ///   - target: where a reference of the note leads.
    init(
        of whole: Body, in range: Range<Int>, isContent: Bool = false, source: PageLink,
        flows: [NotePage.PlacedFlow] = [],
        target: (Int) -> NotePage.Target
    ) {
        var html = Markup(capacity: range.count)
        var slots: [Body.Slot] = []
        var targets: [NotePage.Target] = []
        var numbers: [Int32: Int32] = [:]
        var position = range.lowerBound
        let page = source.url.prefix { $0 != "#" }
        func copy(upTo offset: Int) {
            guard position < offset else { return }
            Self.copy(whole.html.bytes[position..<offset], page, to: &html)
            position = offset
        }
        var placed: [NotePage.PlacedFlow] = []
        func copyFlows(upTo offset: Int) {
            while placed.count < flows.count, flows[placed.count].place.upperBound <= offset {
                let flow = flows[placed.count]
                copy(upTo: flow.place.lowerBound)
                let start = html.count
                copy(upTo: flow.place.upperBound)
                placed.append(
                    NotePage.PlacedFlow(place: start..<html.count, flow: flow.flow, page: flow.page))
            }
        }
        for slot in whole.slots(in: range, isContent: isContent) {
            copyFlows(upTo: Int(slot.offset))
            copy(upTo: Int(slot.offset))
            let number = numbers[slot.reference] ?? Int32(targets.count)
            if Int(number) == targets.count {
                numbers[slot.reference] = number
                targets.append(target(Int(slot.reference)))
            }
            slots.append(Body.Slot(offset: Int32(html.count), kind: slot.kind, reference: number))
        }
        copyFlows(upTo: range.upperBound)
        copy(upTo: range.upperBound)
        self.flows = placed
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
