/// An element of HTML that a note may hold as it stands.
///
/// Each has a place where it may stand and a content of its own (HTML Living Standard, "content model"), kept coarse:
/// enough that what is written parses as it is nested here. What is not in this list is shown as text.
package enum RawElement: Int32, Sendable, CaseIterable {
    // Phrasing.
    case abbr, b, bdi, bdo, cite, code, del, dfn, em, i, ins, kbd, mark, q, s, samp, small, span, strong, sub,
        sup
    case time, u, `var`, wbr, ruby, rp, rt
    // Blocks.
    case blockquote, center, details, div, dd, dl, dt, figcaption, figure, li, ol, p, pre, section, summary,
        ul
    // Tables.
    case table, caption, col, colgroup, tbody, td, tfoot, th, thead, tr
    // Written as nodes of their own.
    case a, audio, br, h1, h2, h3, h4, h5, h6, hr, img, picture, source, video

    /// What an element is to the element around it.
    enum Role: Sendable {
        case phrasing, flow, item, definition, summary, caption, columns, column, rows, row, cell
    }

    var role: Role {
        switch self {
        case .abbr, .b, .bdi, .bdo, .cite, .code, .del, .dfn, .em, .i, .ins, .kbd, .mark, .q, .s, .samp,
            .small,
            .span, .strong, .sub, .sup, .time, .u, .var, .wbr, .ruby, .rp, .rt, .a, .audio, .br, .img,
            .picture,
            .source, .video:
            .phrasing
        case .li: .item
        case .dd, .dt: .definition
        case .summary: .summary
        case .caption: .caption
        case .colgroup: .columns
        case .col: .column
        case .tbody, .thead, .tfoot: .rows
        case .tr: .row
        case .td, .th: .cell
        default: .flow
        }
    }

    /// What may stand in an element, from the element's side.
    func mayHold(_ role: Role) -> Bool {
        switch self {
        case .blockquote, .center, .details, .div, .dd, .figcaption, .figure, .li, .section, .td, .th:
            return role == .phrasing || role == .flow || (role == .summary && self == .details)
        case .ol, .ul: return role == .item
        case .dl: return role == .definition
        case .table: return role == .caption || role == .columns || role == .rows || role == .row
        case .colgroup: return role == .column
        case .tbody, .thead, .tfoot: return role == .row
        case .tr: return role == .cell
        case .br, .col, .hr, .img, .wbr, .source: return false
        default: return role == .phrasing
        }
    }

    /// Whether an element has neither content nor end tag.
    var isVoid: Bool {
        switch self {
        case .br, .col, .hr, .img, .source, .wbr: true
        default: false
        }
    }

    /// The level of a heading, 0 for any other element.
    var headingLevel: UInt8 {
        self.rawValue >= Self.h1.rawValue && self.rawValue <= Self.h6.rawValue
            ? UInt8(self.rawValue - Self.h1.rawValue + 1) : 0
    }

    /// The name as it is written.
    ///
    /// `center` is no element any more; it is written as a `div` with a class.
    package var name: String { self == .center ? "div" : String(describing: self) }

    /// Other names, which have gone from HTML, for elements of the list.
    private static let synonyms: [(String, RawElement)] = [
        ("strike", .s), ("tt", .code), ("font", .span), ("big", .span), ("acronym", .abbr),
        ("article", .section),
        ("aside", .section), ("header", .div), ("footer", .div), ("main", .div), ("nav", .div),
    ]

    private static let byName = Dictionary(
        allCases.map { (Array(String(describing: $0).utf8), $0) }
            + synonyms.map { (Array($0.0.utf8), $0.1) }, uniquingKeysWith: { first, _ in first })

    /// - Parameter name: in lower case.
    init?(named name: [UInt8]) {
        guard let element = Self.byName[name] else { return nil }
        self = element
    }
}
