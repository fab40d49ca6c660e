import Writers

extension MathWriter {
    /// Brackets and arrows that would grow with the row but for `\left` and `\right`.
    private static let growing = Set("()[]{}|‖⌊⌋⌈⌉⟨⟩⟦⟧⟮⟯∣∥↑↓↕⇑⇓⇕∤∦".unicodeScalars)

    /// Relations that the dictionary sets otherwise than TeX.
    private static let tightRelations = Set(":∴∵⌣⌢".unicodeScalars)

    /// Letters that MathML sets in italics where they stand alone (MathML Core, section 4.2).
    private static func isItalic(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
            return false
        }
        return switch first {
        case "A"..."Z", "a"..."z", "Α"..."Ω", "α"..."ω", "∂", "∇", "ı", "ȷ", "ϴ", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ",
            "ϖ":
            true
        default: false
        }
    }

    mutating func append(identifier text: String, isUpright: Bool) {
        let needsVariant = isUpright && Self.isItalic(text)
        html.append(literal: needsVariant ? "<mi mathvariant=\"normal\">" : "<mi>")
        html.append("\(text)</mi>")
    }

    mutating func append(symbol text: String, _ kind: MathClass, _ edge: MathSpacing.Edge) {
        html.append(literal: "<mo")
        appendSpacing(of: text, kind, edge)
        if let scalar = text.unicodeScalars.first, Self.growing.contains(scalar) {
            html.append(literal: " stretchy=\"false\"")
        }
        html.append(">\(text)</mo>")
    }

    private mutating func appendSpacing(of text: String, _ kind: MathClass, _ edge: MathSpacing.Edge) {
        switch (kind, edge) {
        case (.binary, .prefix):
            html.append(
                literal: ["+", "−", "±", "∓"].contains(text)
                    ? " form=\"prefix\"" : " lspace=\"0em\" rspace=\"0em\"")
        case (.binary, .infix): html.append(literal: " form=\"infix\"")
        case (.binary, .tight): html.append(literal: " lspace=\"0em\" rspace=\"0em\"")
        case (.binary, _) where text == "mod":
            html.append(literal: " lspace=\"0.2222em\" rspace=\"0.2222em\"")
        case (.relation, _): appendRelationSpacing(of: text, edge)
        case (.opening, _): html.append(literal: " form=\"prefix\"")
        case (.closing, _): html.append(literal: " form=\"postfix\"")
        case (.punctuation, _) where text == ":":
            html.append(literal: " lspace=\"0em\" rspace=\"0.2778em\"")
        case (.punctuation, _) where text != "," && text != ";":
            html.append(literal: " lspace=\"0em\" rspace=\"0.1667em\"")
        case (.ordinary, _) where !["′", "″", "‴", "⁗", "¬"].contains(text):
            html.append(literal: " lspace=\"0em\" rspace=\"0em\"")
        default: break
        }
    }

    private mutating func appendRelationSpacing(of text: String, _ edge: MathSpacing.Edge) {
        let isOwn = text.unicodeScalars.first.map(Self.tightRelations.contains) ?? false
        switch edge {
        case .tightLeft:
            html.append(literal: isOwn ? " lspace=\"0em\" rspace=\"0.2778em\"" : " lspace=\"0em\"")
        case .tightRight:
            html.append(literal: isOwn ? " lspace=\"0.2778em\" rspace=\"0em\"" : " rspace=\"0em\"")
        case .tightBoth: html.append(literal: " lspace=\"0em\" rspace=\"0em\"")
        default: if isOwn { html.append(literal: " lspace=\"0.2778em\" rspace=\"0.2778em\"") }
        }
    }

    /// A bracket as tall as its row, or as tall as `size` says.
    mutating func append(delimiter sign: String, _ side: MathForm.Side, _ size: String?) {
        html.append(literal: "<mo")
        switch side {
        case .left: html.append(literal: " form=\"prefix\"")
        case .right: html.append(literal: " form=\"postfix\"")
        case .middle: html.append(literal: " lspace=\"0em\" rspace=\"0em\"")
        case .relation: html.append(literal: " lspace=\"0.2778em\" rspace=\"0.2778em\"")
        }
        html.append(literal: " stretchy=\"true\" symmetric=\"true\"")
        if let size { html.append(" minsize=\"\(size)\" maxsize=\"\(size)\"") }
        html.append(">\(sign)</mo>")
    }
}
