import Building

/// The user's browser.
enum Browser {
    /// Opens an address; false where the system has no program for that.
    static func open(_ url: String) -> Bool {
        #if os(macOS)
            let opener = Program("open", [url], isQuiet: true)
        #else
            let opener = Program("xdg-open", [url], isQuiet: true)
        #endif
        switch opener {
        case .some: return true
        case nil: return false
        }
    }
}
