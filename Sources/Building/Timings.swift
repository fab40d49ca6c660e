/// How long each step of a build took, for `--timings`.
package struct Timings: Sendable {
    package private(set) var steps: [(name: String, duration: Duration)] = []
    private var clock = ContinuousClock.now

    package init() {}

    /// Ends a step that began where the last one ended.
    mutating func end(_ name: String) {
        let now = ContinuousClock.now
        steps.append((name, now - clock))
        clock = now
    }

    package var total: Duration { steps.reduce(.zero) { $0 + $1.duration } }
}
