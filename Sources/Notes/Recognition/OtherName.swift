/// Tells whether what stands in parentheses behind a name is another name of the same thing.
///
/// It is one if either abbreviates the other: `IRSA (IAM Roles for Service Accounts)`, `S3 (Simple Storage Service)`,
/// `K8s (Kubernetes)`, `Postgres (PostgreSQL)`; if both have the same letters: `Node.js (NodeJS)`; or if one has a word
/// in front: `S3 (Amazon S3)`. All else is a remark: `MySQL (open source)`, `S3 (AWS)`.
enum OtherName {
    static func isOther(_ inner: String, than outer: String) -> Bool {
        let (left, right) = (letters(outer), letters(inner))
        guard !left.isEmpty, !right.isEmpty else { return false }
        return left == right || abbreviates(outer, inner) || abbreviates(inner, outer)
    }

    private static func abbreviates(_ short: String, _ long: String) -> Bool {
        let (few, many) = (letters(short), letters(long))
        guard few.count >= 2, few.count < many.count else { return false }
        if hasWordInFront(short, long) || isNumeronym(few, of: many) { return true }
        if Words.count(short) == 1, Words.count(long) == 1 { return few.count >= 4 && many.starts(with: few) }
        guard Words.count(short) == 1 else { return false }
        let expanded = repeatingByDigits(few)
        return initials(of: long).contains { initials in
            // The maker's name in front is often left out: `ECS (Amazon Elastic Container Service)`.
            initials == expanded || initials == few
                || (initials.count > 2 && Array(initials.dropFirst()) == expanded)
        }
    }

    private static func hasWordInFront(_ short: String, _ long: String) -> Bool {
        let (few, many) = (Words.split(Words.folded(short)), Words.split(Words.folded(long)))
        return many.count == few.count + 1 && many.dropFirst().elementsEqual(few)
    }

    /// `k8s` for `kubernetes`: first letter, how many are left out, last letter.
    private static func isNumeronym(_ short: [Character], of long: [Character]) -> Bool {
        guard short.count >= 3, short.first == long.first, short.last == long.last else { return false }
        return Int(String(short[1..<(short.count - 1)])) == long.count - 2
    }

    /// `s3` as `sss`, `ec2` as `ecc`.
    private static func repeatingByDigits(_ letters: [Character]) -> [Character] {
        var output: [Character] = []
        for letter in letters {
            if let last = output.last, letter.isASCII, let count = letter.wholeNumberValue, count > 1 {
                output += Array(repeating: last, count: count - 1)
            } else {
                output.append(letter)
            }
        }
        return output
    }

    /// The first letters of a name's words: with and without small words, with and without capitals inside words.
    private static func initials(of name: String) -> [[Character]] {
        let words = name.split { !$0.isLetter && !$0.isNumber }
        let large = words.filter { !smallWords.contains($0.lowercased()) }
        return [words, large].flatMap { words in
            [
                words.compactMap(\.first),
                words.flatMap { word in
                    word.enumerated().filter {
                        $0.offset == 0 || ($0.element.isUppercase && word != word.uppercased()[...])
                    }
                    .map(\.element)
                },
            ].map { $0.flatMap { Array($0.lowercased()) } }
        }
    }

    private static let smallWords: Set<String> = [
        "for", "of", "and", "the", "to", "in", "on", "with", "as", "a",
    ]

    private static func letters(_ text: String) -> [Character] {
        Array(text.lowercased()).filter { $0.isLetter || $0.isNumber }
    }
}
