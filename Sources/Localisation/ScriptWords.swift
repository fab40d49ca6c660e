/// What the scripts of pages say, parted by the script that says it, so that a page loads no words that it has no use for.
///
/// Scripts know each text by the name that it has here.
package struct ScriptWords: Sendable, Hashable {
    package let common: CommonWords
    package let overlay: OverlayWords
    package let search: SearchWords
    package let decide: DecideWords
    package let compare: CompareWords
    package let compareTools: CompareToolsWords
    package let matrix: MatrixWords
}
