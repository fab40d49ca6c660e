import Building

/// The user's browser.
enum Browser {
    /// Opens an address; false where the system has no program for that.
    static func open(_ url: String) -> Bool {
        #if os(macOS)
            let opener = "open"
        #else
            let opener = "xdg-open"
        #endif
        return (try? Program.launch(opener, [url])) != nil
    }
}
