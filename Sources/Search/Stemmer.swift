/// Takes the commonest English endings off a word, so that `roles`, `role` and `caching`, `cached`, `cache` are found by each
/// other. It is light on purpose: what it leaves need not be a word, and most words stay as they are.
///
/// Only words of ASCII letters change. The rules, in this order:
///
/// 1. from four letters: `ies` becomes `y` from five letters; `s` goes, and so does the `e` before it behind `ss`, `x`, `z`,
///    `ch` and `sh`; but not in `ss`, `us` and `is`;
/// 2. from six letters: `ing` goes, from five `ed` but not `eed`, if a vowel is left and three letters are; of two equal
///    consonants at the end then one goes, but not of `ll`, `ss` and `zz`;
/// 3. from five letters, or behind rule 2 from four: `e` at the end goes.
enum Stemmer {
    static func stem(_ word: inout [UInt8]) {
        guard word.count > 3, word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return }
        takePlural(&word)
        let before = word.count
        takeVerbal(&word)
        if word.count >= (word.count < before ? 4 : 5), word.last == UInt8(ascii: "e") { word.removeLast() }
    }

    private static func takePlural(_ word: inout [UInt8]) {
        guard word.last == UInt8(ascii: "s") else { return }
        switch word[word.count - 2] {
        case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return
        case UInt8(ascii: "e") where word.count > 4 && word[word.count - 3] == UInt8(ascii: "i"):
            word.removeLast(3)
            word.append(UInt8(ascii: "y"))
        case UInt8(ascii: "e") where endsInHiss(word.dropLast(2)): word.removeLast(2)
        default: word.removeLast()
        }
    }

    private static func endsInHiss(_ word: ArraySlice<UInt8>) -> Bool {
        let (last, before) = (word.last, word.dropLast().last)
        return switch last {
        case UInt8(ascii: "x"), UInt8(ascii: "z"): true
        case UInt8(ascii: "s"): before == UInt8(ascii: "s")
        case UInt8(ascii: "h"): before == UInt8(ascii: "c") || before == UInt8(ascii: "s")
        default: false
        }
    }

    private static func takeVerbal(_ word: inout [UInt8]) {
        let ending: Int
        if word.count >= 6, word.suffix(3).elementsEqual("ing".utf8) {
            ending = 3
        } else if word.count >= 5, word.suffix(2).elementsEqual("ed".utf8) {
            ending = 2
        } else {
            return
        }
        let rest = word.dropLast(ending)
        guard rest.count >= 3, rest.contains(where: isVowel),
            ending == 3 || rest.last != UInt8(ascii: "e")
        else { return }
        word.removeLast(ending)
        let last = word[word.count - 1]
        if last == word[word.count - 2], !isVowel(last), last != UInt8(ascii: "l"), last != UInt8(ascii: "s"),
            last != UInt8(ascii: "z")
        {
            word.removeLast()
        }
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }
}
