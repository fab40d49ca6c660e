/// Atoms side by side while they are read. Letters of one alphabet make one word, as in `\mathrm{rate}`.
struct MathRow {
    private var atoms: [MathAtom] = []
    /// The word that the last letters make, until something else follows.
    private var word = ""
    private var isUpright = false

    mutating func append(_ atom: MathAtom) {
        if case .identifier(let text, let isUpright, true) = atom.form {
            if isUpright != self.isUpright { endWord() }
            word += text
            self.isUpright = isUpright
        } else {
            endWord()
            atoms.append(atom)
        }
    }

    mutating func finished() -> [MathAtom] {
        endWord()
        return atoms
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        atoms.append(MathAtom(.ordinary, .identifier(word, isUpright: isUpright, isRun: true)))
        word = ""
    }
}
