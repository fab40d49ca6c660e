/// Writes JSON (RFC 8259) as UTF-8, in the order of the calls.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.field("title", "IRSA")
///         json.array("tags") { json in json.value("eks") }
///     }
///
/// The caller sees to it that names are unique and that a document is one value; commas and indentation are ours.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var needsComma = false
    private let isPretty: Bool

    /// - Parameter isPretty: two spaces of indentation and a line for each value; otherwise no white space at all.
    package init(isPretty: Bool = false) { self.isPretty = isPretty }

    package mutating func object(_ name: String? = nil, _ content: (inout JSONWriter) -> Void) {
        nest(name, open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), content)
    }

    package mutating func array(_ name: String? = nil, _ content: (inout JSONWriter) -> Void) {
        nest(name, open: UInt8(ascii: "["), close: UInt8(ascii: "]"), content)
    }

    package mutating func field(_ name: String, _ value: String) {
        begin(name)
        append(quoted: value)
    }

    /// Writes the value, or `null`.
    package mutating func field(_ name: String, _ value: String?) {
        begin(name)
        if let value { append(quoted: value) } else { bytes.append(literal: "null") }
    }

    package mutating func field(_ name: String, _ value: Int) {
        begin(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    package mutating func field(_ name: String, _ value: Bool) {
        begin(name)
        if value { bytes.append(literal: "true") } else { bytes.append(literal: "false") }
    }

    package mutating func field(_ name: String, _ values: some Sequence<String>) {
        array(name) { json in for value in values { json.value(value) } }
    }

    package mutating func value(_ value: String) {
        begin(nil)
        append(quoted: value)
    }

    private mutating func nest(
        _ name: String?, open: UInt8, close: UInt8, _ content: (inout JSONWriter) -> Void
    ) {
        begin(name)
        bytes.append(open)
        depth += 1
        needsComma = false
        content(&self)
        depth -= 1
        if needsComma { newLine() }
        bytes.append(close)
        needsComma = true
    }

    private mutating func begin(_ name: String?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { newLine() }
        needsComma = true
        guard let name else { return }
        append(quoted: name)
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func newLine() {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func append(quoted text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { Escaping.json($0, into: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }
}
