/// What a command means.
enum MathCommand: Sendable {
    case letter(String)
    case upright(String)
    case symbol(String, MathClass)
    case large(String, MathLimits)
    case function(String, MathLimits)
    case space(String)
    case hspace
    case accent(String, isStretchy: Bool)
    case underAccent(String)
    case overBrace(String)
    case underBrace(String)
    case arrow(String)
    case fraction(MathStyle?)
    case binomial(MathStyle?)
    case root
    case overset, underset, stackrel
    case alphabet(MathAlphabet)
    case alphabetSwitch(MathAlphabet)
    case text(MathAlphabet)
    case sized(String, MathForm.Side?)
    case style(MathStyle)
    case negation
    case modulus(Modulus)
    case phantom(MathForm.Extent)
    case boxed, substack, operatorName, tag, label, ignored
    case classed(MathClass)
    case color
    case left, begin
    /// Commands that end a row or belong to its edge.
    case right, middle, end, limits(MathLimits), rule

    enum Modulus { case binary, parenthesized, spaced, bare }

    init?(_ name: String) {
        guard let command = Self.all[name] else { return nil }
        self = command
    }

    private static let all: [String: Self] = {
        var all = structural
        func add(_ pairs: String, _ command: (String) -> Self) {
            for (name, text) in Self.pairs(pairs) { all[name] = command(text) }
        }
        add(MathSymbols.letters) { .letter($0) }
        add(MathSymbols.upright) { .upright($0) }
        add(MathSymbols.binary) { .symbol($0, .binary) }
        add(MathSymbols.relations) { .symbol($0, .relation) }
        add(MathSymbols.opening) { .symbol($0, .opening) }
        add(MathSymbols.closing) { .symbol($0, .closing) }
        add(MathSymbols.ordinary) { .symbol($0, .ordinary) }
        add(MathSymbols.punctuation) { .symbol($0, .punctuation) }
        add(MathSymbols.large) { .large($0, .movable) }
        add(MathSymbols.integrals) { .large($0, .none) }
        for name in words(MathSymbols.functions) { all[name] = .function(name, .none) }
        for name in words(MathSymbols.limitFunctions) { all[name] = .function(name, .movable) }
        add(MathSymbols.accents) { .accent($0, isStretchy: false) }
        add(MathSymbols.wideAccents) { .accent($0, isStretchy: true) }
        add(MathSymbols.wideUnderAccents) { .underAccent($0) }
        add(MathSymbols.overBraces) { .overBrace($0) }
        add(MathSymbols.underBraces) { .underBrace($0) }
        add(MathSymbols.extensibleArrows) { .arrow($0) }
        add(MathSymbols.spaces) { .space($0) }
        return all
    }()

    private static let structural: [String: Self] = [
        " ": .space("0.25em"), "\n": .space("0.25em"), "\r": .space("0.25em"), "\t": .space("0.25em"),
        "hspace": .hspace, "limsup": .function("lim sup", .movable), "liminf": .function("lim inf", .movable),
        "frac": .fraction(nil), "dfrac": .fraction(.display), "cfrac": .fraction(.display),
        "tfrac": .fraction(.text), "binom": .binomial(nil), "dbinom": .binomial(.display),
        "tbinom": .binomial(.text), "sqrt": .root,
        "overset": .overset, "underset": .underset, "stackrel": .stackrel,
        "mathrm": .alphabet(.upright), "mathup": .alphabet(.upright), "mathbf": .alphabet(.bold),
        "mathit": .alphabet(.italic), "mathsf": .alphabet(.sans), "mathtt": .alphabet(.monospace),
        "mathbb": .alphabet(.doubleStruck), "mathcal": .alphabet(.script), "mathscr": .alphabet(.script),
        "mathfrak": .alphabet(.fraktur), "boldsymbol": .alphabet(.boldItalic), "bm": .alphabet(.boldItalic),
        "rm": .alphabetSwitch(.upright), "bf": .alphabetSwitch(.bold), "it": .alphabetSwitch(.italic),
        "sf": .alphabetSwitch(.sans), "tt": .alphabetSwitch(.monospace), "cal": .alphabetSwitch(.script),
        "text": .text(.upright), "textrm": .text(.upright), "textnormal": .text(.upright),
        "mbox": .text(.upright), "textup": .text(.upright), "textbf": .text(.bold), "textit": .text(.italic),
        "textsf": .text(.sans), "texttt": .text(.monospace),
        "big": .sized("1.2em", nil), "Big": .sized("1.8em", nil), "bigg": .sized("2.4em", nil),
        "Bigg": .sized("3em", nil), "bigl": .sized("1.2em", .left), "Bigl": .sized("1.8em", .left),
        "biggl": .sized("2.4em", .left), "Biggl": .sized("3em", .left), "bigr": .sized("1.2em", .right),
        "Bigr": .sized("1.8em", .right), "biggr": .sized("2.4em", .right), "Biggr": .sized("3em", .right),
        "bigm": .sized("1.2em", .relation), "Bigm": .sized("1.8em", .relation),
        "biggm": .sized("2.4em", .relation), "Biggm": .sized("3em", .relation),
        "displaystyle": .style(.display), "textstyle": .style(.text), "not": .negation,
        "bmod": .modulus(.binary), "pmod": .modulus(.parenthesized), "mod": .modulus(.spaced),
        "pod": .modulus(.bare),
        "phantom": .phantom(.both), "hphantom": .phantom(.horizontal), "vphantom": .phantom(.vertical),
        "boxed": .boxed, "fbox": .text(.upright), "substack": .substack, "operatorname": .operatorName,
        "tag": .tag, "label": .label, "nonumber": .ignored, "notag": .ignored,
        "mathop": .classed(.function), "mathbin": .classed(.binary), "mathrel": .classed(.relation),
        "mathopen": .classed(.opening), "mathclose": .classed(.closing), "mathord": .classed(.ordinary),
        "mathpunct": .classed(.punctuation), "mathinner": .classed(.ordinary),
        "color": .color, "textcolor": .color, "colorbox": .color, "fcolorbox": .color,
        "left": .left, "right": .right, "middle": .middle, "begin": .begin, "end": .end,
        "limits": .limits(.fixed), "nolimits": .limits(.none), "hline": .rule,
    ]

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    private static func pairs(_ text: String) -> [(String, String)] {
        let words = words(text)
        return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
    }
}

extension MathCommand {
    /// Delimiters written as commands, by name.
    static let delimiters: [String: String] = Dictionary(
        pairs(MathSymbols.opening) + pairs(MathSymbols.closing) + pairs(MathSymbols.otherDelimiters)
    ) { first, _ in first }

    static let negations: [String: String] = Dictionary(pairs(MathSymbols.negations)) { first, _ in first }

    /// The classes of symbols written as characters.
    static let classes: [Unicode.Scalar: MathClass] = {
        var classes: [Unicode.Scalar: MathClass] = [:]
        let tables: [(String, MathClass)] = [
            (MathSymbols.ordinary, .ordinary), (MathSymbols.large, .large), (MathSymbols.integrals, .large),
            (MathSymbols.binary, .binary), (MathSymbols.relations, .relation),
            (MathSymbols.opening, .opening), (MathSymbols.closing, .closing),
        ]
        for (table, kind) in tables {
            for (_, text) in pairs(table) { for scalar in text.unicodeScalars { classes[scalar] = kind } }
        }
        // The TeXbook, chapter 17, on characters of the keyboard; `|` is both sides of itself.
        for scalar in "+-*−·".unicodeScalars { classes[scalar] = .binary }
        for scalar in "=<>:".unicodeScalars { classes[scalar] = .relation }
        for scalar in ",;".unicodeScalars { classes[scalar] = .punctuation }
        for scalar in "([".unicodeScalars { classes[scalar] = .opening }
        for scalar in ")]!?".unicodeScalars { classes[scalar] = .closing }
        for scalar in "|‖/.@`\"".unicodeScalars { classes[scalar] = .ordinary }
        return classes
    }()

    /// Large operators whose limits stand above and below.
    static let movable: Set<String> = Set(pairs(MathSymbols.large).map(\.1))
}
