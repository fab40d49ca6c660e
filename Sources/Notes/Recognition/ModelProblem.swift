import Diagnostics

/// Something in a comparison or a decision that the author should look at.
struct ModelProblem {
    let rule: Rule
    let message: String
    /// The source line, from 1.
    let line: Int
    let hint: String?

    init(_ rule: Rule, _ message: String, line: Int, hint: String? = nil) {
        self.rule = rule
        self.message = message
        self.line = line
        self.hint = hint
    }
}
