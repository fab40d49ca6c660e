/// How a table is put on paper, where nothing scrolls: by its width when every word stays whole. On a screen the same width tells
/// whether all words can be whole without scrolling.
///
/// Estimated from characters. A fallback font is wide, so most tables have more room than is counted on.
struct PrintedTable {
    enum Form {
        /// As it is, upright.
        case plain
        /// In smaller type.
        case small
        /// In smaller type, on a sheet turned on its side.
        case wide
        /// No sheet is wide enough: row by row, each cell under the name of its column.
        case rows

        /// The class that styles know it by.
        var name: StaticString? {
            switch self {
            case .plain: nil
            case .small: "print-small"
            case .wide: "print-wide"
            case .rows: "print-rows"
            }
        }
    }

    let form: Form
    /// Whether the table has few columns, and these have room for their words in the text's column of a wide window.
    let isNarrow: Bool
    /// The names of the columns, where cells have to say them.
    private let labels: [String]
    /// The column of the cell to come.
    private var column = 0
    /// The cells with a word that no column can be wide enough for.
    private let longCells: Set<Int>

    /// Widths in tenths of a character of ordinary type.
    private enum Width {
        static let text = 10
        static let code = 9
        static let ideograph = 18
        static let padding = 20
        /// The mark of a verdict with the gap behind it.
        static let mark = 25
        /// The longest word that a column is made wide enough for.
        static let longest = 300
        /// A sheet of A4 or Letter upright in ordinary and in smaller type, and on its side.
        static let (plain, small, wide) = (920, 1100, 1560)
        /// The text's column of a wide window, with room to spare: what does not fit is cut off there.
        static let narrow = 600
    }

    /// - Parameters:
    ///   - table: the table's node.
    ///   - hasMarks: whether every cell but those of the first column has room for the mark of a verdict.
    init(_ tree: Tree, _ table: Int, hasMarks: Bool) {
        var columns: [Int] = []
        var longCells: Set<Int> = []
        for row in tree.children(of: table) {
            for (column, cell) in tree.children(of: row).enumerated() {
                let width = Self.longestWord(tree, cell)
                if width > Width.longest { longCells.insert(cell) }
                if column == columns.count { columns.append(0) }
                columns[column] = max(columns[column], min(width, Width.longest))
            }
        }
        let marks = hasMarks ? Width.mark * max(0, columns.count - 1) : 0
        let width = columns.reduce(marks, +) + Width.padding * columns.count
        isNarrow = columns.count < 5 && width <= Width.narrow
        switch width {
        case ...Width.plain: form = .plain
        case ...Width.small: form = .small
        case ...Width.wide: form = .wide
        default: form = .rows
        }
        self.longCells = longCells
        labels = form == .rows ? tree.children(of: table + 1).map { tree.plainText(of: $0) } : []
    }

    mutating func beginRow() { column = 0 }

    /// What the next cell of a row has to say of its column; nil for nothing.
    mutating func nextLabel(isHeader: Bool) -> String? {
        defer { column += 1 }
        guard !isHeader, column < labels.count, !labels[column].isEmpty else { return nil }
        return labels[column]
    }

    /// Whether a word of a cell may have to break.
    func isLong(_ cell: Int) -> Bool { !longCells.isEmpty && longCells.contains(cell) }

    /// The width of the longest stretch without a place to break. What a link without a label shows is known by its target.
    private static func longestWord(_ tree: Tree, _ cell: Int) -> Int {
        var (longest, word) = (0, 0)
        func read(_ bytes: some Sequence<UInt8>, _ width: Int) {
            for byte in bytes {
                switch byte {
                case UInt8(ascii: " "), UInt8(ascii: "\n"): word = 0
                case UInt8(ascii: "-"):
                    longest = max(longest, word + width)
                    word = 0
                // Continues a character.
                case 0x80..<0xC0: break
                // From U+3000 to U+DFFF, most of Chinese, Japanese and Korean: a line may break after each (UAX #14).
                case 0xE3...0xED:
                    longest = max(longest, Width.ideograph)
                    word = 0
                default:
                    word += width
                    longest = max(longest, word)
                }
            }
        }
        for index in cell + 1..<Int(tree[cell].end) {
            let node = tree[index]
            switch node.kind {
            case .text, .math: read(tree.bytes(node.literal), Width.text)
            case .code: read(tree.bytes(node.literal), Width.code)
            case .tag: read([UInt8(ascii: "#")] + tree.bytes(node.literal), Width.text)
            case .softBreak, .lineBreak: word = 0
            case .wikilink where Int(node.end) == index + 1:
                read(Wikilink.shownText(tree.links[Int(node.number)].destination).utf8, Width.text)
            default: break
            }
        }
        return longest
    }
}
