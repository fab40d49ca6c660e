import Diagnostics
import Markdown
import Yams

/// Blocks of code in languages of data, held to their grammars: what readers copy must be valid.
struct CodeChecks {
    private(set) var diagnostics: [Diagnostic] = []

    /// The most bytes of a block that are looked at.
    private static let limit = 200_000

    init(_ tree: Tree, of source: SourceText, at path: SourcePath) {
        for index in tree.nodes.indices where tree[index].kind == .codeBlock {
            let block = tree[index]
            guard !block.literal.isEmpty, block.literal.count <= Self.limit,
                let language = DataLanguage(tree.info(of: index)),
                let problem = language.problem(in: Array(tree.bytes(block.literal)))
            else { continue }
            // A fence stands above the code.
            let place = SourcePosition(
                line: Int(block.line) + problem.position.line, column: problem.position.column)
            let indent = Self.indent(ofLine: problem.position.line, tree.bytes(block.literal), source, place)
            diagnostics.append(
                Diagnostic(
                    .invalidCodeBlock, "this is not valid \(language.name): \(problem.message)", at: path,
                    SourceRange(start: SourcePosition(line: place.line, column: place.column + indent)),
                    hint: "correct it, or name the language `text` where it is not meant to be valid"))
        }
    }

    /// How many scalars of a source line stand before the code in it, as the marks of a quote or the indentation of a list.
    private static func indent(
        ofLine line: Int, _ code: ArraySlice<UInt8>, _ source: SourceText, _ place: SourcePosition
    ) -> Int {
        let lines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard line <= lines.count else { return 0 }
        let written = source.text(ofLine: place.line).unicodeScalars.count
        return max(0, written - String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars.count)
    }
}

/// What is wrong with a piece of data, and where in it.
struct DataProblem: Hashable {
    let message: String
    /// Counted in the data.
    let position: SourcePosition
}

/// A language whose blocks are checked.
private enum DataLanguage {
    case json, yaml, toml

    /// - Parameter info: a block's info string; its first word names the language.
    init?(_ info: ArraySlice<UInt8>) {
        let word = info.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "{") }
        switch String(decoding: word, as: UTF8.self).lowercased() {
        case "json": self = .json
        case "yaml", "yml": self = .yaml
        case "toml": self = .toml
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .json: "JSON"
        case .yaml: "YAML"
        case .toml: "TOML"
        }
    }

    func problem(in bytes: [UInt8]) -> DataProblem? {
        switch self {
        case .json: JSONGrammar(bytes).problem
        case .yaml: Self.yamlProblem(String(decoding: bytes, as: UTF8.self))
        case .toml: TOMLGrammar(bytes).problem
        }
    }

    /// A block may hold several documents.
    private static func yamlProblem(_ yaml: String) -> DataProblem? {
        do {
            let parser = try Parser(texts: yaml)
            while try parser.nextRoot() != nil {}
            return nil
        } catch {
            let problem = YAMLProblem(error, in: yaml, subject: "it")
            let message = problem.message.drop { $0 != ":" }.drop { $0 == ":" || $0 == " " }
            return DataProblem(
                message: message.isEmpty ? problem.message : String(message), position: problem.position)
        }
    }
}
