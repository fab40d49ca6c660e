package import Writers

/// Turns formulas from TeX into MathML Core while a site is built.
///
/// A converter of our own: no Swift package is one, and those that Debian has are programs or libraries of other
/// languages, which a single binary cannot take along. It knows a closed set of commands without macros, so that
/// what it does not know is reported and shown as written, never half drawn.
package enum MathML {
    /// What keeps a formula from being drawn.
    package struct Problem: Error, Hashable {
        /// Lower case, without a full stop, under 100 characters.
        package let message: String
        /// Where it is, in bytes from the start of the formula.
        package let offset: Int
        /// How many bytes it is about; 0 where something is missing at the end.
        package let count: Int
    }

    /// Appends a formula: a `math` element with its source as annotation, or the source as code.
    ///
    /// A formula that stands alone is `<pre>` where it cannot be drawn, which may not stand in a paragraph. The time
    /// taken and the length of the result grow in step with the formula, whatever it holds.
    ///
    /// - Parameters:
    ///   - tex: the formula without the dollar signs around it.
    ///   - display: whether it stands alone.
    /// - Returns: why the formula could not be drawn.
    package static func append(tex: ArraySlice<UInt8>, display: Bool, to html: inout Markup) -> Problem? {
        do throws(Problem) {
            try MathCharacters.check(tex)
            var parser = MathParser(tex, display: display)
            let atoms = try parser.formula()
            var writer = MathWriter(capacity: tex.count * 16)
            writer.appendElement(atoms)
            append(writer.html, source: trimmed(tex), display: display, to: &html)
            return nil
        } catch {
            appendCode(tex, display: display, to: &html)
            return error
        }
    }

    private static func append(
        _ formula: Markup, source: ArraySlice<UInt8>, display: Bool, to html: inout Markup
    ) {
        html.append(literal: display ? "<math display=\"block\">" : "<math>")
        html.append(literal: "<semantics>")
        html.append(formula)
        html.append(literal: "<annotation encoding=\"application/x-tex\">")
        html.append(text: source)
        html.append(literal: "</annotation></semantics></math>")
    }

    private static func appendCode(_ tex: ArraySlice<UInt8>, display: Bool, to html: inout Markup) {
        // A block that scrolls must be reachable by keyboard.
        html.append(
            literal: display ? "<pre class=\"math\" tabindex=\"0\"><code>" : "<code class=\"math\">")
        html.append(text: MathCharacters.replacingForbidden(in: trimmed(tex))[...])
        html.append(literal: display ? "</code></pre>" : "</code>")
    }

    private static func trimmed(_ tex: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var tex = tex
        while let first = tex.first, MathScanner.isSpace(first) { tex.removeFirst() }
        // The space of `\ ` stays with its backslash.
        while let last = tex.last, MathScanner.isSpace(last), tex.dropLast().last != UInt8(ascii: "\\") {
            tex.removeLast()
        }
        return tex
    }
}
