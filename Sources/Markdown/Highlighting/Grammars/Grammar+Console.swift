extension Grammar {
    /// What a terminal showed: commands after a prompt, and their output.
    static let console = Grammar(Mode(.output, rules: [.prompt(.bash)]))
}
