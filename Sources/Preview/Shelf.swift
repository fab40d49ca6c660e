import Linking
import Pages
import Synchronization
import Writers

/// The pages that have been asked for. A page is rendered again only where its model or what the writer is told has changed.
final class Shelf: Sendable {
    let editor: EditorLink?
    private let entries = Mutex(Entries())

    init(editor: EditorLink?) {
        self.editor = editor
    }

    /// What a page is made from, and the page.
    private struct Entry: Sendable {
        let edition: Int
        let model: PageModel
        let theme: Theme
        let panel: Markup
        let page: ServedPage
    }

    private struct Entries {
        var pages: [OutputPath: Entry] = [:]
        var bytes = 0
    }

    /// More is not kept: the page is made once more when it is asked for again.
    private static let mostBytes = 64_000_000

    /// The page at a path; nil where the edition has none.
    func page(at path: OutputPath, of edition: Edition) -> ServedPage? {
        guard let site = edition.site else { return nil }
        let known = entries.withLock { $0.pages[path] }
        if let known, known.edition == edition.number { return known.page }
        guard let model = site.model(at: path) else {
            forget(path)
            return nil
        }
        let panel = Panel(site.remarks(at: path), of: edition, editor: editor).markup
        let entry: Entry
        if let known, known.panel == panel, known.model == model, known.theme == site.theme {
            entry = Entry(
                edition: edition.number, model: known.model, theme: known.theme, panel: panel,
                page: known.page)
        } else {
            let page = ServedPage(
                Page(rendering: model, theme: site.theme), isLasting: model.isAsset, panel: panel,
                script: PreviewAsset.script.url(in: site), isAtRoot: site.basePath.isEmpty)
            entry = Entry(edition: edition.number, model: model, theme: site.theme, panel: panel, page: page)
        }
        keep(entry)
        return entry.page
    }

    private func keep(_ entry: Entry) {
        entries.withLock { entries in
            let old = entries.pages.updateValue(entry, forKey: entry.page.path)
            entries.bytes += entry.page.bytes.count - (old?.page.bytes.count ?? 0)
            if entries.bytes > Self.mostBytes { entries = Entries() }
        }
    }

    private func forget(_ path: OutputPath) {
        entries.withLock { entries in
            entries.bytes -= entries.pages.removeValue(forKey: path)?.page.bytes.count ?? 0
        }
    }
}

extension PageModel {
    fileprivate var isAsset: Bool { if case .asset = self { true } else { false } }
}
