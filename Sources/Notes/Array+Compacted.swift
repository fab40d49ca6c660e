extension Array {
    /// The same elements without room for more. A site keeps what a note holds until its last page is written, and an
    /// array that has grown may have twice the room that it needs.
    var compacted: [Element] { capacity - count < 16 ? self : withUnsafeBufferPointer { Array($0) } }
}
