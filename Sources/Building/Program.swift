#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Another program that runs beside this one. What it prints is kept until it has ended.
package struct Program: ~Copyable {
    private let process: pid_t
    private let output: TemporaryFile
    private let errors: TemporaryFile

    /// How a program ended.
    package struct Result: Sendable {
        /// The exit status; for a signal, 128 and its number.
        package let status: Int32
        /// What it wrote to standard output.
        package let output: [UInt8]
        /// What it wrote to standard error, without the white space around it.
        package let errors: String
    }

    /// Starts a program of the search path, which is given nothing on standard input. One that nobody waits for is left
    /// to end by itself.
    ///
    /// - Parameter isQuiet: drops what the program writes; for one that may go on for days.
    /// - Returns: nil where it cannot be started.
    package init?(_ name: String, _ arguments: [String], isQuiet: Bool = false) {
        // Files and no pipes: a pipe that nobody reads would stop the program.
        guard let output = TemporaryFile(), let errors = TemporaryFile() else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if isQuiet {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        } else {
            posix_spawn_file_actions_adddup2(&actions, output.descriptor, STDOUT_FILENO)
            posix_spawn_file_actions_adddup2(&actions, errors.descriptor, STDERR_FILENO)
        }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        let words = ([name] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        #if canImport(Darwin)
            let environment = _NSGetEnviron().pointee
        #else
            let environment = environ
        #endif
        var process = pid_t()
        guard posix_spawnp(&process, name, &actions, nil, words, environment) == 0 else { return nil }
        self.process = process
        self.output = output
        self.errors = errors
    }

    /// Waits until the program has ended.
    ///
    /// - Returns: nil where it cannot be waited for.
    package consuming func finish() -> Result? {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
        // The macros of <sys/wait.h>: the low seven bits are a signal, the next eight the exit status.
        let signal = status & 0x7f
        var text = String(decoding: errors.read(), as: UTF8.self)[...]
        text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return Result(
            status: signal == 0 ? status >> 8 & 0xff : 128 + signal, output: output.read(),
            errors: String(text)
        )
    }
}
