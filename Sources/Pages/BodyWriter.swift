import Localisation
import Markdown
import Writers

/// Writes a note's body into a page, with every slot filled and every drawing in its place.
struct BodyWriter {
    /// The drawings that are still to come, in the order of their places. None holds a slot.
    private var flows: ArraySlice<NotePage.PlacedFlow>

    /// The language of what it says itself.
    private let wording: Wording

    init(_ wording: Wording, flows: [NotePage.PlacedFlow] = []) {
        self.wording = wording
        self.flows = flows[...]
    }

    mutating func write(_ body: Body, _ targets: [NotePage.Target], to page: inout Markup) {
        let html = body.html.bytes
        var position = 0
        func copy(upTo offset: Int, to page: inout Markup) {
            while let next = flows.first, next.place.lowerBound <= offset {
                page.append(trusted: html[position..<next.place.lowerBound])
                page.append(
                    next.flow.figure(wording, source: next.place.isEmpty ? nil : html[next.place]))
                if let url = next.page {
                    page.append(
                        "<p class=\"flow-more\"\(wording.language)><a href=\"\(url)\">\(wording.choices.workThrough)</a></p>\n"
                    )
                }
                position = next.place.upperBound
                flows.removeFirst()
            }
            guard position < offset else { return }
            page.append(trusted: html[position..<offset])
            position = offset
        }
        for slot in body.slots {
            copy(upTo: Int(slot.offset), to: &page)
            let target = targets[Int(slot.reference)]
            switch slot.kind {
            case .linkOpen: beginLink(target, to: &page)
            case .linkClose: if target.url != nil { page.append(literal: "</a>") }
            case .title: page.append(text: target.text)
            case .embed: embed(target, to: &page)
            }
        }
        copy(upTo: html.count, to: &page)
    }

    private func beginLink(_ target: NotePage.Target, to page: inout Markup) {
        guard let url = target.url else { return }
        page.append("<a href=\"\(url)\"")
        if target.kind == .tag { page.append(literal: " class=\"tag\" rel=\"tag\"") }
        if !target.title.isEmpty { page.append(" title=\"\(target.title)\"") }
        page.append(literal: ">")
    }

    private func embed(_ target: NotePage.Target, to page: inout Markup) {
        if let excerpt = target.excerpt { return embed(excerpt, to: &page) }
        if target.isBlock { page.append(literal: "<p>") }
        switch (target.url, target.kind) {
        case (nil, _): page.append(text: target.text)
        case (let url?, .image): image(target, url, to: &page)
        case (let url?, .video): media("video", target, url, to: &page)
        case (let url?, .audio): media("audio", target, url, to: &page)
        case (let url?, .link), (let url?, .tag): page.append("<a href=\"\(url)\">\(target.text)</a>")
        }
        if target.isBlock { page.append(literal: "</p>\n") }
    }

    private func embed(_ excerpt: Excerpt, to page: inout Markup) {
        page.append(
            """
            <div class="embed">
            <p class="embed-source"><a href="\(excerpt.source.url)">\(excerpt.source.title)</a></p>

            """)
        var writer = BodyWriter(wording, flows: excerpt.flows)
        writer.write(excerpt.body, excerpt.targets, to: &page)
        page.append(literal: "</div>\n")
    }

    private func image(_ target: NotePage.Target, _ url: String, to page: inout Markup) {
        page.append("<img src=\"\(url)\" alt=\"\(target.text)\"")
        append(target.size, to: &page)
        page.append(literal: " loading=\"lazy\"")
        if !target.title.isEmpty { page.append(" title=\"\(target.title)\"") }
        page.append(literal: ">")
    }

    private func media(_ element: String, _ target: NotePage.Target, _ url: String, to page: inout Markup) {
        page.append("<\(element) src=\"\(url)\" controls preload=\"metadata\"")
        if element == "video" { append(target.size, to: &page) }
        if !target.text.isEmpty { page.append(" aria-label=\"\(target.text)\"") }
        page.append("></\(element)>")
    }

    private func append(_ size: ImageSize?, to page: inout Markup) {
        guard let size else { return }
        page.append(" width=\"\(size.width)\"")
        if let height = size.height { page.append(" height=\"\(height)\"") }
    }
}
