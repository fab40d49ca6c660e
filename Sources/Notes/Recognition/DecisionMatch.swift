import Markdown

/// A recognised passage that decides.
struct DecisionMatch {
    let question: String
    let line: Int
    let anchor: Anchor?
    let form: Decision.Form
    let fallback: Decision.Fallback?
    /// The first and the last block of the passage.
    let nodes: ClosedRange<Int>
}
