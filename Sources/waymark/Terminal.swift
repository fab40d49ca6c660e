import ArgumentParser
import Building

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
    /// Whether standard output is a terminal that wants colours (https://no-color.org).
    static var isOutputColored: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }

    /// Whether standard error is a terminal that wants colours.
    static var isErrorColored: Bool { isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil }

    /// Writes to standard output as it is.
    static func write(_ text: String) { write(Array(text.utf8)) }

    static func write(_ bytes: [UInt8]) {
        // A reader that has gone, as `head` does, wants no more: what cannot be written is dropped.
        Descriptor.write(bytes, to: STDOUT_FILENO)
    }

    /// Writes a line to standard error.
    static func tell(_ line: String) { Descriptor.write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Writes to standard error without ending the line.
    static func prompt(_ text: String) { Descriptor.write(Array(text.utf8), to: STDERR_FILENO) }

    /// How many columns the terminal has; 100 where there is none.
    static var width: Int { size.columns }

    /// How many lines and columns the terminal has; 40 and 100 where there is none.
    static var size: (lines: Int, columns: Int) {
        var size = winsize()
        for descriptor in [STDOUT_FILENO, STDERR_FILENO]
        where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
            return (Int(size.ws_row), Int(size.ws_col))
        }
        return (40, 100)
    }

    /// Tells what the environment refused, and gives the exit status for it.
    static func fail(_ message: String) -> ExitCode {
        tell("error: \(message)")
        return ExitCode(2)
    }

    static func milliseconds(_ duration: Duration) -> String {
        let microseconds = microseconds(duration)
        return "\(microseconds / 1000).\(microseconds % 1000 / 100)"
    }

    static func microseconds(_ duration: Duration) -> Int {
        Int(duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000)
    }
}
