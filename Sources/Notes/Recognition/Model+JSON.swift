package import Writers

// The parts of the model that every JSON of ours writes alike.

extension Comparison.Criterion {
    /// Writes an object with `name` and `cells`.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.array("cells") { json in
                for cell in cells {
                    json.object { json in
                        json.field("text", cell.text)
                        json.field("verdict", cell.verdict.rawValue)
                    }
                }
            }
        }
    }
}

extension Decision.Rule {
    /// Writes the fields `match`, `when` and `unless` of an object.
    package func writeConditions(to json: inout JSONWriter) {
        json.field("match", match.rawValue)
        json.field("when", conditions)
        json.field("unless", exceptions)
    }
}
