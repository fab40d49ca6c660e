#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many files and connections this process may have open.
enum FileLimit {
    /// Asks the system for as many as it gives, up to what a preview may need.
    ///
    /// - Returns: how many there are now.
    static func raise() -> Int {
        var limit = rlimit()
        #if canImport(Glibc)
            let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let kind = RLIMIT_NOFILE
        #endif
        guard getrlimit(kind, &limit) == 0 else { return 256 }
        let wanted = min(limit.rlim_max, 8192)
        if limit.rlim_cur < wanted {
            limit.rlim_cur = wanted
            guard setrlimit(kind, &limit) == 0 else { return 256 }
        }
        return Int(min(limit.rlim_cur, 8192))
    }
}
