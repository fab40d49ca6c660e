package import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Another program that runs beside this one. What it prints is kept until it has ended.
package struct Program: ~Copyable {
    private let name: String
    private let process: pid_t
    private let output: TemporaryFile
    private let errors: TemporaryFile

    /// The signals that this process catches: they end the programs that it starts as usual.
    package static let caughtSignals = Mutex<Set<Int32>>([])

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
    /// Its messages are English. It looks for git's repositories where it runs: a hook's environment names the repository
    /// that the hook belongs to.
    package init(_ name: String, _ arguments: [String]) throws(FileError) {
        // Files and no pipes: a pipe that nobody reads would stop the program.
        let output = try TemporaryFile()
        let errors = try TemporaryFile()
        let process = try Self.start(
            name, arguments, output: output.descriptor, errors: errors.descriptor,
            environment: Self.environment)
        self.name = name
        self.process = process
        self.output = output
        self.errors = errors
    }

    /// Starts a program that may go on for days, in just this environment; what it writes is dropped.
    package static func launch(_ name: String, _ arguments: [String]) throws(FileError) {
        _ = try start(name, arguments, output: nil, errors: nil, environment: variables)
    }

    /// Waits until the program has ended.
    package consuming func finish() throws(FileError) -> Result {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw FileError("wait for", name) }
        }
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

    /// - Parameters:
    ///   - output: where standard output goes; nil to drop it.
    ///   - errors: where standard error goes; nil to drop it.
    private static func start(
        _ name: String, _ arguments: [String], output: Int32?, errors: Int32?, environment: [String]
    ) throws(FileError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (descriptor, target) in [(output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
            if let descriptor {
                posix_spawn_file_actions_adddup2(&actions, descriptor, target)
            } else {
                posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_WRONLY, 0)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (usual, none) = (sigset_t(), sigset_t())
        sigemptyset(&usual)
        sigemptyset(&none)
        for signal in caughtSignals.withLock({ $0 }) { sigaddset(&usual, signal) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let words = ([name] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for word in words + variables { free(word) } }
        var process = pid_t()
        let code = posix_spawnp(&process, name, &actions, &attributes, words, variables)
        guard code == 0 else { throw FileError("start", name, code: code) }
        return process
    }

    // MARK: The environment

    /// What names a repository of git, by `git rev-parse --local-env-vars`, without what settings come with.
    private static let repositoryVariables: Set<String> = [
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_DIR", "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
    ]

    private static var environment: [String] {
        variables.filter { variable in
            let name = String(variable.prefix { $0 != "=" })
            return name != "LC_ALL" && !repositoryVariables.contains(name)
        } + ["LC_ALL=C"]
    }

    /// This process's own, as `NAME=value`.
    private static var variables: [String] {
        #if canImport(Darwin)
            let list = _NSGetEnviron().pointee
        #else
            let list = environ
        #endif
        var variables: [String] = []
        while let variable = list[variables.count] { variables.append(String(cString: variable)) }
        return variables
    }
}
