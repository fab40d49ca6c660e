/// Words for a number of things, which stands at `{0}`.
///
/// The six languages have at most two forms for the numbers that a site can have
/// (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).
package struct Plural: Sendable, Hashable {
    package let one: Phrase
    package let other: Phrase

    package init(_ one: Phrase, _ other: Phrase) {
        self.one = one
        self.other = other
    }

    /// The same words for any number.
    package init(_ other: Phrase) { self.init(other, other) }

    /// Which numbers take the first form.
    package enum Rule: Sendable, Hashable {
        case one
        /// As in French: `0 note`.
        case zeroAndOne

        func isOne(_ number: Int) -> Bool {
            switch self {
            case .one: number == 1
            case .zeroAndOne: number == 0 || number == 1
            }
        }
    }
}
