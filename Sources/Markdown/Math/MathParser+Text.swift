extension MathParser {
    /// `\text{…}`: words between formulas; the token is the command.
    mutating func text(_ alphabet: MathAlphabet) throws(MathML.Problem) -> MathAtom {
        let text = try words()
        advance()
        return MathAtom(.ordinary, .text(alphabet(text)))
    }

    /// `\operatorname{…}` and `\operatorname*{…}`; the token is the command.
    mutating func operatorName() throws(MathML.Problem) -> MathAtom {
        let isStarred = scanner.take(UInt8(ascii: "*"))
        let name = try words()
        advance()
        return MathAtom(.function, .function(name), limits: isStarred ? .movable : .none)
    }

    /// `\tag{1}`: a number behind its row; the token is the command.
    mutating func tag() throws(MathML.Problem) -> MathAtom {
        let isStarred = scanner.take(UInt8(ascii: "*"))
        let label = try words()
        advance()
        return MathAtom(
            .ordinary, .group([.space("2em"), MathAtom(.ordinary, .text(isStarred ? label : "(\(label))"))]))
    }

    /// `\hspace{1.5em}`; the token is the command.
    mutating func horizontalSpace() throws(MathML.Problem) -> MathAtom {
        let place = place
        _ = scanner.take(UInt8(ascii: "*"))
        let width = String(
            decoding: scanner.bytes[try rawArgument()].filter { !MathScanner.isSpace($0) }, as: UTF8.self)
        guard Self.isLength(width) else { throw problem("\\hspace needs a width like 1em", place) }
        advance()
        return .space(width)
    }

    /// A number of at most seven signs, and a unit that CSS has too.
    private static func isLength(_ text: String) -> Bool {
        guard let unit = ["em", "ex", "pt", "px", "cm", "mm", "in"].first(where: text.hasSuffix) else {
            return false
        }
        var number = text.dropLast(unit.count)
        if number.first == "-" { number = number.dropFirst() }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        return number.utf8.count <= 7 && parts.count <= 2 && parts[parts.count - 1].isEmpty == false
            && number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    }

    /// Where the bytes between the braces after the command are. The braces must match.
    mutating func rawArgument() throws(MathML.Problem) -> Range<Int> {
        let command = place
        scanner.skipSpace()
        let opening = scanner.position
        guard scanner.take(UInt8(ascii: "{")) else { throw missingBraces(command) }
        var open = 1
        while let byte = scanner.next {
            scanner.position += 1
            switch byte {
            case UInt8(ascii: "\\"): _ = scanner.takeScalar()
            case UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "}"):
                open -= 1
                if open == 0 { return opening + 1..<scanner.position - 1 }
            default: break
            }
        }
        throw problem("unclosed {", opening..<opening + 1)
    }

    private func missingBraces(_ command: Range<Int>) -> MathML.Problem {
        let name = String(decoding: scanner.bytes[command], as: UTF8.self)
        return problem("\(Self.shortened(name)) needs braces after it", command)
    }

    /// Text between the braces after the command: escapes are undone, white space counts once.
    private mutating func words() throws(MathML.Problem) -> String {
        let command = place
        scanner.skipSpace()
        let opening = scanner.position
        guard scanner.take(UInt8(ascii: "{")) else { throw missingBraces(command) }
        var open = 1
        var text = String.UnicodeScalarView()
        while true {
            let start = scanner.position
            guard let scalar = scanner.takeScalar() else {
                throw problem("unclosed {", opening..<opening + 1)
            }
            switch scalar {
            case "{": open += 1
            case "}":
                open -= 1
                if open == 0 { return String(Self.keepingEdges(text)) }
            case "\\":
                let name = scanner.takeName()
                guard let meaning = Self.meaningInText(name) else {
                    throw problem(
                        "\\\(Self.shortened(name)) inside \(commandName(command))", start..<scanner.position)
                }
                text.append(meaning)
            case "$": throw problem("$ inside \(commandName(command))", start..<scanner.position)
            case "~": text.append("\u{A0}")
            case "%": scanner.skipComment()
            case " ", "\t", "\n", "\r": if text.last != " " { text.append(" ") }
            default: text.append(scalar)
            }
        }
    }

    private func commandName(_ command: Range<Int>) -> String {
        String(decoding: scanner.bytes[command], as: UTF8.self)
    }

    /// MathML drops white space at the edges of text, so it becomes no-break space.
    private static func keepingEdges(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        var text = text
        if text.last == " " {
            text.removeLast()
            text.append("\u{A0}")
        }
        if text.first == " " { text.replaceSubrange(text.startIndex...text.startIndex, with: ["\u{A0}"]) }
        return text
    }

    private static func meaningInText(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "{", "}", "$", "%", "&", "#", "_": name.unicodeScalars.first
        case " ", "\n", "\t", "\r": "\u{A0}"
        case ",", "thinspace": "\u{2009}"
        case ":", ">", ";", "enspace": "\u{2002}"
        case "quad": "\u{2003}"
        case "textbackslash": "\\"
        case "ldots", "dots": "…"
        default: nil
        }
    }
}
