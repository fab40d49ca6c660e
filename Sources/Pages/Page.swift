package import Linking
import Writers

/// A finished file of the site.
package struct Page: Sendable, Hashable {
    package let path: OutputPath
    package let bytes: [UInt8]

    package init(path: OutputPath, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Renders a model. The same model and theme give the same bytes.
    package init(rendering model: PageModel, theme: Theme) {
        path = model.route.outputPath
        switch model {
        case .note(let page): bytes = page.render(theme)
        case .home(let page): bytes = page.render(theme)
        case .folder(let page): bytes = page.render(theme)
        case .folderListing(let file): bytes = file.render()
        case .noteIndex(let page): bytes = page.render(theme)
        case .reviews(let page): bytes = page.render(theme)
        case .graph(let page): bytes = page.render(theme)
        case .tag(let page): bytes = page.render(theme)
        case .tagIndex(let page): bytes = page.render(theme)
        case .comparison(let page): bytes = page.render(theme)
        case .comparisonIndex(let page): bytes = page.render(theme)
        case .decision(let page): bytes = page.render(theme)
        case .decisionIndex(let page): bytes = page.render(theme)
        case .option(let page): bytes = page.render(theme)
        case .optionClaims(let file): bytes = file.render()
        case .searchFile(let file): bytes = file.bytes
        case .search(let page): bytes = page.render(theme)
        case .redirect(let page): bytes = page.render(theme)
        case .notFound(let page): bytes = page.render(theme)
        case .markdown(let page): bytes = page.bytes
        case .sitemap(let page): bytes = page.render()
        case .feed(let page): bytes = page.render()
        case .overview(let page): bytes = page.render()
        case .addresses(let page): bytes = page.render()
        case .model(let model): bytes = model.render()
        case .asset(let asset): bytes = asset.bytes
        }
    }
}
