import Localisation
import Writers

extension Phrase {
    /// The phrase with markup in its places; its own words are escaped.
    func markup(_ values: Markup...) -> Markup {
        parts.reduce(into: "") { markup, part in
            switch part {
            case .words(let words): markup.append(text: words)
            case .place(let number): if values.indices.contains(number) { markup.append(values[number]) }
            }
        }
    }
}
