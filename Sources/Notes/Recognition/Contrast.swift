/// The options that a title sets against each other: two of them in `TCP vs UDP`.
enum Contrast {
    /// The options of a title; empty where it sets none against each other.
    static func options(in title: String) -> [OptionName] {
        let folded = title.lowercased()
        if let parts = withoutSpaces(title) { return names(parts) }
        guard joints.contains(where: { Words.contains($0, in: folded) }) else { return [] }
        let text = withoutOpening(stem(of: title))
        let parts =
            between(text) ?? versus(text) ?? alternatives(text, isQuestion: title.contains("?")) ?? compared(
                text) ?? []
        return names(parts)
    }

    private static func names(_ parts: [String]) -> [OptionName] {
        let names = parts.map { OptionName($0) }
        return names.count >= 2 && names.allSatisfy { isName($0.name) } ? names : []
    }

    /// `A 与 B 的区别`, `AとBの違い`, `A와 B 차이`.
    private static func withoutSpaces(_ title: String) -> [String]? {
        // Nearly every title is ASCII.
        guard title.utf8.contains(where: { $0 >= 0xE3 }) else { return nil }
        let endings = ["的区别", "的差异", "的对比", "区别", "对比", "比较", "の違い", "の比較", "比較", "차이", "비교"]
        guard let end = endings.compactMap({ title.firstRange(of: $0)?.lowerBound }).min() else { return nil }
        let stem = title[..<end]
        for joint in ["与", "和", "跟", "と", "와 ", "과 "] {
            guard let range = stem.firstRange(of: joint) else { continue }
            return [stem[..<range.lowerBound], stem[range.upperBound...]].map { Words.collapsed(String($0)) }
        }
        return nil
    }

    /// The words without one of which a title sets nothing against anything.
    private static let joints = ["vs", "versus", "or", "between", "compared", "comparison"]

    /// What stands before `: — – ( ?`: the rest of a title explains. Parentheses stay while a contrast follows them.
    private static func stem(of title: String) -> String {
        var depth = 0
        var output = ""
        for character in title {
            switch character {
            case "(": depth += 1
            case ")": depth -= 1
            case ":", "—", "–", "?": if depth == 0 && isComplete(output) { return output }
            default: break
            }
            output.append(character)
        }
        return output.last == "?" ? String(output.dropLast()) : output
    }

    /// Drops what only leads to a contrast: `Python packaging: pip or uv`, `When to use PUT vs PATCH`.
    private static func withoutOpening(_ text: String) -> String {
        let words = Words.split(text)
        if words.count > 4, words[0].lowercased() == "when", words[1].lowercased() == "to" {
            return words[3...].joined(separator: " ")
        }
        guard let sign = text.lastIndex(where: { ":—–".contains($0) }), !isComplete(String(text[..<sign]))
        else {
            return text
        }
        let rest = Words.collapsed(String(text[text.index(after: sign)...]))
        return isComplete(rest) ? rest : text
    }

    private static func isComplete(_ text: String) -> Bool {
        let folded = text.lowercased()
        return ["vs", "versus", "and", "or"].contains { Words.contains($0, in: folded) }
    }

    /// `A vs B vs C`. `VS Code` is a product.
    private static func versus(_ text: String) -> [String]? {
        let words = Words.split(text)
        var parts: [[Substring]] = [[]]
        for (index, word) in words.enumerated() {
            let isSeparator =
                ["vs", "vs.", "versus"].contains(word.lowercased())
                && !(word == "VS" && index + 1 < words.count && words[index + 1] == "Code")
            if isSeparator { parts.append([]) } else { parts[parts.count - 1].append(word) }
        }
        guard parts.count > 1 else { return nil }
        return parts.map { $0.joined(separator: " ") }
    }

    /// `difference(s) between A and B`, `choosing between A and B`.
    private static func between(_ text: String) -> [String]? {
        let folded = Words.asciiFolded(text)
        guard
            ["difference", "differences", "choosing", "choose", "deciding", "comparison", "comparing"]
                .contains(where: { Words.contains($0, in: folded) }),
            let range = Words.ranges(of: "between", in: folded).first
        else { return nil }
        return list(
            String(decoding: Array(text.utf8)[range.upperBound...], as: UTF8.self), joinedBy: ["and", "or"])
    }

    /// `A or B`, where the title is nothing else. `Create or delete` asks nothing and has no names.
    private static func alternatives(_ text: String, isQuestion: Bool) -> [String]? {
        guard Words.split(text.lowercased()).contains("or") else { return nil }
        let parts = list(text, joinedBy: ["or"])
        let isUpper = parts.map { $0.first?.isLowercase == false }
        guard parts.count >= 2, parts.allSatisfy({ Words.count($0) <= 4 }),
            isQuestion || isUpper.first == isUpper.last
        else { return nil }
        return parts
    }

    /// `A, B and C compared`.
    private static func compared(_ text: String) -> [String]? {
        let words = Words.split(text)
        guard let last = words.last, ["compared", "comparison"].contains(last.lowercased()) else {
            return nil
        }
        return list(words.dropLast().joined(separator: " "), joinedBy: ["and"])
    }

    private static func list(_ text: String, joinedBy words: Set<String>) -> [String] {
        var parts: [[Substring]] = [[]]
        for word in Words.split(text) {
            if words.contains(word.lowercased()) {
                parts.append([])
            } else if word.last == "," {
                parts[parts.count - 1].append(word.dropLast())
                parts.append([])
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.count <= 60 && Words.count(text) <= 7
    }
}
