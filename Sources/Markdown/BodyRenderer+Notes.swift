import Localisation
import Writers

// What notes are written with: tasks, callouts and footnotes.

extension BodyRenderer {
    // MARK: Tasks

    mutating func openItem(_ node: Tree.Node, _ entry: Open) {
        beginLine()
        switch Tree.Task(rawValue: node.level) ?? .none {
        case .none: html.append("<li\(entry.attributes)>")
        case .open:
            html.append(
                "<li class=\"task\"\(entry.attributes)><input type=\"checkbox\" disabled=\"\"\(wording.language) aria-label=\"\(wording.body.toDo)\" />"
            )
        case .done:
            html.append(
                "<li class=\"task\"\(entry.attributes)><input type=\"checkbox\" checked=\"\" disabled=\"\"\(wording.language) aria-label=\"\(wording.body.done)\" />"
            )
        }
    }

    // MARK: Callouts

    mutating func openCallout(_ node: Tree.Node, _ entry: Open) {
        beginLine()
        let style = Callout.style(ofType: tree.bytes(node.literal))
        switch Tree.Fold(rawValue: node.level) ?? .none {
        case .none: html.append("<div class=\"callout \(style)\" role=\"note\"\(entry.attributes)>\n")
        case .unfolded: html.append("<details class=\"callout \(style)\" open=\"\"\(entry.attributes)>\n")
        case .folded: html.append("<details class=\"callout \(style)\"\(entry.attributes)>\n")
        }
    }

    mutating func closeCallout(_ node: Tree.Node) {
        beginLine()
        html.append(literal: node.level == 0 ? "</div>\n" : "</details>\n")
    }

    mutating func openCalloutTitle(_ node: Tree.Node, _ index: Int, _ entry: inout Open) {
        guard let callout = open.last.map({ tree.nodes[$0.node] }) else { return }
        beginLine()
        let isEmpty = (index + 1..<Int(node.end)).allSatisfy {
            tree.nodes[$0].kind == .text && tree.bytes(tree.nodes[$0].literal).allSatisfy { $0 <= 0x20 }
        }
        let type = tree.bytes(callout.literal)
        let language = isEmpty && Callout.isKnown(type) ? wording.language : ""
        if callout.level == 0 {
            html.append("<p class=\"callout-title\"\(language)>")
        } else {
            // As the end tag depends on it too.
            entry.variant = .header
            html.append("<summary class=\"callout-title\"\(language)>")
        }
        if isEmpty {
            html.append(text: Callout.title(ofType: type, wording.body.callouts))
        }
    }

    mutating func closeCalloutTitle(_ entry: Open) {
        if case .header = entry.variant {
            html.append(literal: "</summary>\n")
        } else {
            html.append(literal: "</p>\n")
        }
    }

    // MARK: Footnotes

    mutating func writeFootnoteReference(_ node: Tree.Node, isInLink: Bool) {
        guard node.number >= 0 else { return }
        let number = Int(node.number) + 1
        guard !isInLink else {
            html.append("<sup class=\"footnote-ref\">\(number)</sup>")
            return
        }
        footnoteReferences[number - 1] += 1
        let id = Self.referenceID(number, footnoteReferences[number - 1])
        html.append(
            "<sup class=\"footnote-ref\"><a href=\"#fn:\(number)\" id=\"\(id)\" role=\"doc-noteref\">\(number)</a></sup>"
        )
    }

    /// A colon keeps these ids apart from those of headings, which never have one.
    private static func referenceID(_ footnote: Int, _ occurrence: Int) -> String {
        occurrence == 1 ? "fnref:\(footnote)" : "fnref:\(footnote):\(occurrence)"
    }

    /// Writes the footnotes that are referred to behind the text.
    mutating func writeFootnotes() {
        beginLine()
        html.append(
            "<section class=\"footnotes\" role=\"doc-endnotes\"\(wording.language) aria-label=\"\(wording.body.footnotes)\">\n<ol\(wording.languageOfNotes)>\n"
        )
        for (index, footnote) in tree.footnotes.enumerated() {
            html.append("<li id=\"fn:\(index + 1)\">")
            let end = Int(tree.nodes[footnote.definition].end)
            let before = html.count
            render(footnote.definition..<end)
            // Where no paragraph is the last that stands in it, the way back follows.
            if !html.bytes[before...].ends(with: "</a></p>\n".utf8) {
                writeBackLinks(tree.nodes[footnote.definition])
            }
            html.append(literal: "</li>\n")
        }
        html.append(literal: "</ol>\n</section>\n")
    }

    /// Writes the ways back to where a footnote is referred to.
    mutating func writeBackLinks(_ definition: Tree.Node) {
        let index = Int(definition.number)
        guard footnoteReferences.indices.contains(index), footnoteReferences[index] > 0 else { return }
        for occurrence in 1...footnoteReferences[index] {
            let id = Self.referenceID(index + 1, occurrence)
            let name = occurrence == 1 ? "\(index + 1)" : "\(index + 1)-\(occurrence)"
            html.append(
                " <a href=\"#\(id)\" class=\"footnote-back\" role=\"doc-backlink\"\(wording.language) aria-label=\"\(wording.body.backToReference(name))\">↩\u{FE0E}"
            )
            if occurrence > 1 { html.append("<sup>\(occurrence)</sup>") }
            html.append(literal: "</a>")
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with end: String.UTF8View) -> Bool { suffix(end.count).elementsEqual(end) }
}
