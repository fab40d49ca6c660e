#if canImport(Glibc)
    import Glibc

    private let systemRead = Glibc.read
    private let systemWrite = Glibc.write
#elseif canImport(Musl)
    import Musl

    private let systemRead = Musl.read
    private let systemWrite = Musl.write
#else
    import Darwin

    private let systemRead = Darwin.read
    private let systemWrite = Darwin.write
#endif

/// Whole reads and writes on open file descriptors: calls that a signal interrupts are made again, and short ones
/// are completed.
package enum Descriptor {
    /// Writes all bytes.
    ///
    /// - Returns: 0, or the value of `errno`.
    @discardableResult
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = systemWrite(
                    descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if count < 0, errno != EINTR { return errno }
                done += max(0, count)
            }
            return 0
        }
    }

    /// Fills a buffer from `count` on, until it is full or the file ends.
    ///
    /// - Returns: 0, or the value of `errno`.
    static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, _ count: inout Int
    ) -> Int32 {
        while count < buffer.count {
            let got = systemRead(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            if got == 0 { return 0 }
            if got < 0, errno != EINTR { return errno }
            count += max(0, got)
        }
        return 0
    }
}
