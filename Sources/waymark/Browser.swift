#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The user's browser.
enum Browser {
    /// Opens an address; false where the system has no program for that.
    static func open(_ url: String) -> Bool {
        #if os(macOS)
            let (program, environment) = ("open", _NSGetEnviron().pointee)
        #else
            let (program, environment) = ("xdg-open", environ)
        #endif
        let arguments = [strdup(program), strdup(url), nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        return posix_spawnp(&process, program, nil, nil, arguments, environment) == 0
    }
}
