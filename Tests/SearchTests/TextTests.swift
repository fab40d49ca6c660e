import Diagnostics
import Foundation
import Testing

@testable import Search

/// What texts are found by. The browser's half is held to the same file.
struct TextTests {
    struct Vector: Decodable, Sendable {
        let text: String
        let terms: [String]
    }

    @Test func textsGiveTheirTerms() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "vectors.json")
        let vectors = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
        #expect(vectors.count > 20)
        for vector in vectors { #expect(terms(vector.text) == vector.terms, "\(vector.text)") }
    }

    private func terms(_ text: String) -> [String] {
        var emitter = Emitter()
        var terms: [String] = []
        _ = Array(text.utf8).withUnsafeBufferPointer { bytes in
            emitter.emit(bytes) { surface, form in
                var term = surface
                if form == .word { Stemmer.stem(&term) }
                terms.append(String(decoding: term, as: UTF8.self))
            }
        }
        return terms
    }

    @Test func longTextsTakeLinearTime() {
        // Without an end each of these would be copied again for every character.
        for unit in ["a", "a.", "aB", "工", "'s", "\u{301}", "ß-"] {
            let text = String(repeating: unit, count: 200_000)
            #expect(terms(text).allSatisfy { $0.utf8.count < 260 })
        }
    }

    @Test func numbersComeBackFromDigits() {
        for number in [0, 1, 31, 32, 1023, 1024, 99_999_999] {
            var bytes: [UInt8] = []
            Digits.append(number, to: &bytes)
            var index = 0
            #expect(Digits.read(bytes[...], at: &index) == number)
            #expect(index == bytes.count)
        }
        #expect(Digits.numbers(Digits.gaps([0, 1, 40, 5000])) == [0, 1, 40, 5000])
    }

    @Test func slipsAreCounted() {
        func distance(_ left: String, _ right: String) -> Int {
            TypingDistance.between(
                Array(left.unicodeScalars)[...], Array(right.unicodeScalars)[...], most: 2)
        }
        #expect(distance("identity", "identity") == 0)
        #expect(distance("identiy", "identity") == 1)
        #expect(distance("idnetity", "identity") == 1)
        #expect(distance("idnetiy", "identity") == 2)
        #expect(distance("wholly", "different") == 3)
    }

    @Test func sentencesEndWhereTheyShould() {
        func sentences(_ text: String) -> [String] {
            let bytes = Array(text.utf8)
            return TextSentences.ranges(of: text).map { String(decoding: bytes[$0], as: UTF8.self) }
        }
        #expect(sentences("One. Two? e.g. three\nfour。五") == ["One.", "Two?", "e.g. three", "four。", "五"])
        #expect(sentences("version 1.2 is out") == ["version 1.2 is out"])
    }
}
