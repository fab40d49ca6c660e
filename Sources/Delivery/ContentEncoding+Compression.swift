package import Building
import CBrotli
import CZlib

extension ContentEncoding {
    /// Whether a file is worth it: pictures, films and fonts are compressed in themselves, and of what fits into one
    /// packet nothing is gained.
    package static func pays(for name: String, size: Int) -> Bool {
        guard size >= 1024, let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return textExtensions.contains(String(name[name.index(after: dot)...]))
    }

    private static let textExtensions: Set<String> = [
        "html", "css", "js", "mjs", "json", "map", "svg", "xml", "txt", "md", "csv", "webmanifest", "yaml",
        "yml",
    ]

    /// The compressed form, the same on every machine with the same library; nil where it is no smaller.
    package func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        let result =
            switch self {
            case .gzip: Self.gzip(bytes)
            case .brotli: Self.brotli(bytes)
            }
        guard let result, result.count < bytes.count else { return nil }
        return result
    }

    /// The form of RFC 1952, without a name and without a time.
    private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 for gzip's own head; 9 is the most memory. `deflateInit2` is a macro for this call.
        let size = Int32(MemoryLayout<z_stream>.size)
        guard
            deflateInit2_(
                &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
                == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let capacity = Int(deflateBound(&stream, UInt(bytes.count)))
        guard let inputCount = UInt32(exactly: bytes.count), let outputCount = UInt32(exactly: capacity)
        else { return nil }
        // zlib reads the input and does not write to it, whatever its declaration says.
        var input = bytes
        var isDone = false
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = inputCount
                stream.next_out = output.baseAddress
                stream.avail_out = outputCount
                isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = capacity - Int(stream.avail_out)
            }
        }
        return isDone ? output : nil
    }

    /// Of 11: pages get 3 % smaller by the last step, which takes more than twice the time.
    private static let brotliQuality: Int32 = 10

    /// The form of RFC 7932.
    private static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        let capacity = BrotliEncoderMaxCompressedSize(bytes.count)
        guard capacity > 0 else { return nil }
        var isDone = false
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            count = capacity
            let status = BrotliEncoderCompress(
                brotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &count,
                output.baseAddress)
            isDone = status == BROTLI_TRUE
            if !isDone { count = 0 }
        }
        return isDone ? output : nil
    }
}
