package import Diagnostics

/// A line of `redirects:` in the configuration: an address that a page had, and where it leads now.
package struct RedirectSetting: Sendable, Hashable {
    package let from: RoutePath
    package let target: Routes.Target
    /// Where it stands in the configuration.
    package let range: SourceRange

    package init(from: RoutePath, target: Routes.Target, range: SourceRange) {
        self.from = from
        self.target = target
        self.range = range
    }
}

extension Site {
    /// The lines of `redirects:` that cannot do what they say, with the reasons.
    package var brokenRedirects: [(setting: RedirectSetting, reason: String)] {
        guard !configuration.redirects.isEmpty else { return [] }
        let redirected = Set(configuration.redirects.map(\.from))
        let pages = Set(addresses)
        let notes = Set(routes.ofNote.compactMap { $0 })
        return configuration.redirects.compactMap { setting in
            if notes.contains(setting.from) { return (setting, "\(setting.from) is the page of a note") }
            guard case .page(let target, _) = setting.target else { return nil }
            if redirected.contains(target) { return (setting, "\(target) is redirected itself") }
            return pages.contains(target) ? nil : (setting, "there is no page \(target)")
        }
    }
}
