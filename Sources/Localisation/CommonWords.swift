/// What the scripts of every page say.
package struct CommonWords: Sendable, Hashable {
    package let copy: String
    package let copyCode: String
    package let copied: String
    package let cannotCopy: String
    package let copyLink: String
    package let copyLinkTo: Phrase
    package let coloursSystem: String
    package let coloursLight: String
    package let coloursDark: String
    package let enlarge: Phrase
    package let enlargeThis: String
}
