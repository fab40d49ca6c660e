package import Yams

extension Parser {
    /// Reads YAML in which every scalar stays the text that the author wrote.
    ///
    /// The encoding is said, since Yams would look for it in the environment each time: that took longer than a short
    /// front matter.
    package convenience init(texts yaml: String) throws {
        try self.init(yaml: yaml, resolver: .basic, encoding: .utf8)
    }
}
