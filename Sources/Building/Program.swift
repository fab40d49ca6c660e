#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Another program that runs beside this one. What it prints is kept until it has ended.
struct Program: ~Copyable {
    private let process: pid_t
    private let output: Int32

    /// Starts a program of the search path.
    ///
    /// - Returns: nil where it cannot be started.
    init?(_ name: String, _ arguments: [String]) {
        // A file and no pipe: a pipe that nobody reads would stop the program.
        var template = Array("/tmp/waymark.XXXXXX".utf8CString)
        let output = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard output >= 0 else { return nil }
        unlink(template)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        let words = ([name] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        guard posix_spawnp(&process, name, &actions, nil, words, environ) == 0 else {
            close(output)
            return nil
        }
        self.process = process
        self.output = output
    }

    /// Waits until the program has ended.
    ///
    /// - Returns: what it printed; nil where it failed.
    consuming func finish() -> [UInt8]? {
        let (process, output) = (process, output)
        defer { close(output) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
        guard status == 0 else { return nil }
        let size = Int(lseek(output, 0, SEEK_END))
        lseek(output, 0, SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: max(0, size))
        var count = 0
        while count < size {
            let got = bytes.withUnsafeMutableBytes { buffer in
                read(output, buffer.baseAddress.map { $0 + count }, size - count)
            }
            guard got > 0 else { return nil }
            count += got
        }
        return bytes
    }
}
