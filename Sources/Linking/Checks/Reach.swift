import Notes

/// The notes that readers come to by following links in texts.
///
/// They begin at the pages of folders: at the notes that are such pages, and at all notes of a folder whose page is a list
/// made for it. The lists beside a text, of tags, neighbours and related notes, do not count: they hold everything.
struct Reach {
    private var isReached: [Bool]

    init(from folders: Folders, by resolutions: [[Resolution]], count: Int) {
        isReached = [Bool](repeating: false, count: count)
        var pending: [Int] = []
        for folder in folders.all {
            for note in folder.index.map({ [$0] }) ?? folder.notes where !isReached[Int(note)] {
                isReached[Int(note)] = true
                pending.append(Int(note))
            }
        }
        while let note = pending.popLast() {
            for case .note(let target, _) in resolutions[note] where !isReached[target] {
                isReached[target] = true
                pending.append(target)
            }
        }
    }

    func contains(_ note: Int) -> Bool { isReached[note] }
}
