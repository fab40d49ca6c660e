import Writers

extension Theme {
    /// What the scripts of a page have to do.
    enum Tools: Sendable { case common, comparison, decision, matrix, search }

    /// A sheet of styles that only some pages load, or that comes with a script, in the order in which they count.
    enum Sheet: String, CaseIterable, Sendable {
        case math, flow, compare, decide, matrix, network, search, paper, overlay

        /// Its file, which is the same in every theme.
        var asset: Asset { Self.assets[self] ?? Asset(sheet: rawValue, source) }

        private static let assets = Dictionary(
            uniqueKeysWithValues: allCases.map { ($0, Asset(sheet: $0.rawValue, $0.source)) })

        private var source: [UInt8] {
            switch self {
            case .math: PackageResources.math_css
            case .flow: PackageResources.flow_css
            case .compare: PackageResources.compare_css
            case .decide: PackageResources.decide_css
            case .matrix: PackageResources.matrix_css
            case .network: PackageResources.network_css
            case .search: PackageResources.search_css
            case .paper: PackageResources.paper_css
            case .overlay: PackageResources.overlay_css
            }
        }
    }
}

extension Theme.Sheet {
    /// The sheets of a page: those of what its scripts make, and those of what is in it, however it came there.
    static func needed(for tools: Theme.Tools, in content: Markup) -> Set<Theme.Sheet> {
        let sheets = needed(in: content)
        return switch tools {
        case .common: sheets
        case .comparison: sheets.union([.compare])
        case .decision: sheets.union([.decide])
        case .matrix: sheets.union([.compare, .matrix, .paper])
        case .search: sheets.union([.search])
        }
    }

    /// How the elements begin that a sheet is for.
    private static let marks: [(start: StaticString, sheet: Theme.Sheet)] = [
        ("<math", .math), ("<figure class=\"flow", .flow), ("<table class=\"comparison", .compare),
        ("<figure class=\"network", .network), ("<div class=\"table-scroll print-", .paper),
    ]

    /// The sheets that the elements of a page ask for.
    private static func needed(in content: Markup) -> Set<Theme.Sheet> {
        let marks = marks
        var found: Set<Theme.Sheet> = []
        content.bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while true {
                index = bytes.firstIndex(from: index) { $0.equal(UInt8(ascii: "<")) }
                guard index + 1 < bytes.count else { return }
                for mark in marks where mark.start.utf8Start[1] == bytes[index + 1] {
                    let start = UnsafeBufferPointer(
                        start: mark.start.utf8Start, count: mark.start.utf8CodeUnitCount)
                    if bytes[index...].starts(with: start) { found.insert(mark.sheet) }
                }
                index += 1
            }
        }
        return found
    }
}
