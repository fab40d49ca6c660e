#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

enum ProcessorCount {
    /// How many processors are online.
    static var available: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }
}
