extension Site {
    /// Every page that a reader can ask for by its folder's address, in order.
    package var addresses: [RoutePath] {
        Set(
            routes.ofNote.compactMap { $0 } + routes.ofFolder + tags.all.map(\.route)
                + routes.redirects.map(\.from) + choiceRoutes + listRoutes
        ).sorted()
    }
}
