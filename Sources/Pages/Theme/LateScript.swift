import Localisation

/// A script that no page loads until a reader asks for what it does, and the sheet that comes with it.
struct LateScript: Sendable, Hashable {
    /// What `waymark.load` in the theme's scripts calls it.
    enum Name: String, Sendable {
        case search, overlay
        case compareTools = "compare-tools"
    }

    let name: Name
    let script: Theme.Asset
    let sheet: Theme.Asset

    var assets: [Theme.Asset] { [script, sheet] }

    static func all(_ words: ScriptWords) -> [LateScript] {
        [
            LateScript(
                name: .search,
                script: Theme.Asset(
                    script: "search",
                    words.search.script + PackageResources.search_texts_js + PackageResources.search_files_js
                        + PackageResources.search_query_js + PackageResources.search_notes_js
                        + PackageResources.search_js + PackageResources.search_box_js),
                sheet: Theme.Sheet.search.asset),
            LateScript(
                name: .overlay,
                script: Theme.Asset(script: "overlay", words.overlay.script + PackageResources.overlay_js),
                sheet: Theme.Sheet.overlay.asset),
            LateScript(
                name: .compareTools,
                script: Theme.Asset(
                    script: "compare-tools",
                    words.compareTools.script + PackageResources.compare_tools_js),
                sheet: Theme.Sheet.paper.asset),
        ]
    }
}
