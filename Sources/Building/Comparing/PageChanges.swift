import Linking

/// Which pages one of two sites has and the other has not, or has with another text.
struct PageChanges {
    /// All in the order of addresses.
    let added: [SiteDiff.Entry]
    let removed: [SiteDiff.Entry]
    let changed: [SiteDiff.Entry]
    let moved: [SiteDiff.Move]

    init(from old: SiteSnapshot, to new: SiteSnapshot) {
        guard old.kind != .model, new.kind != .model else {
            (added, removed, changed, moved) = ([], [], [], [])
            return
        }
        let oldPages = old.pages.filter { $0.value.target == nil }
        let newPages = new.pages.filter { $0.value.target == nil }
        // A list does not tell a page from an address that leads on: to be there is enough.
        let gone = oldPages.keys.filter { newPages[$0] == nil }.sorted()
        let fresh = newPages.keys.filter { (new.kind == .list ? old.pages : oldPages)[$0] == nil }.sorted()
        // A page has moved where its address leads on to a new one, or where a new one has its very text.
        let byText = Dictionary(
            fresh.compactMap { route in newPages[route]?.text.map { ($0, route) } },
            uniquingKeysWith: { first, _ in first })
        var moved: [RoutePath: RoutePath] = [:]
        for route in gone {
            if let target = new.pages[route]?.target, oldPages[target] == nil, newPages[target] != nil {
                moved[route] = target
            } else if let text = oldPages[route]?.text, let target = byText[text] {
                moved[route] = target
            }
        }
        let arrived = Set(moved.values)
        func entries(_ routes: [RoutePath], _ pages: [RoutePath: SiteSnapshot.Page]) -> [SiteDiff.Entry] {
            routes.map { SiteDiff.Entry(route: $0, title: pages[$0]?.title ?? "") }
        }
        added = entries(fresh.filter { !arrived.contains($0) }, newPages)
        removed = entries(
            gone.filter { moved[$0] == nil && (old.kind == .folder || new.pages[$0] == nil) }, oldPages)
        changed = entries(
            newPages.keys.filter { route in
                guard let before = oldPages[route]?.text, let now = newPages[route]?.text else {
                    return false
                }
                return before != now
            }.sorted(), newPages)
        self.moved = moved.sorted { $0.key < $1.key }.map { from, to in
            SiteDiff.Move(from: from, to: to, title: newPages[to]?.title ?? "")
        }
    }
}
