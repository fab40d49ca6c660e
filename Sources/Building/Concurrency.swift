import Dispatch
import Synchronization

/// Does work on several threads.
package enum Concurrency {
    /// As many threads as the machine has processors for us.
    package static var defaultJobs: Int { max(1, ProcessorCount.available) }

    /// Calls `body` once for each index below `count`, on up to `jobs` threads, and returns when all calls have.
    ///
    /// - Parameter body: gets the index and the number of the worker that calls it, below `jobs`.
    package static func perform(
        _ count: Int, jobs: Int, _ body: @Sendable (_ index: Int, _ worker: Int) -> Void
    ) {
        let next = Atomic<Int>(0)
        // Small enough for the last worker not to keep the others waiting, large enough to meet seldom.
        let step = max(1, min(32, count / max(1, jobs * 8)))
        @Sendable func work(_ worker: Int) {
            while true {
                let start = next.add(step, ordering: .relaxed).oldValue
                guard start < count else { return }
                for index in start..<min(count, start + step) { body(index, worker) }
            }
        }
        if jobs <= 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: jobs) { work($0) } }
    }
}

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// The results of `transform` in the order of the elements, worked out on up to `jobs` threads.
    package func concurrentMap<Result: Sendable>(
        jobs: Int, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let start = startIndex
        return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
            let slots = Slots(buffer)
            Concurrency.perform(count, jobs: jobs) { index, _ in
                slots.fill(index, transform(self[start + index]))
            }
            initialized = count
        }
    }
}

/// The elements of an array in the making, filled from several threads.
///
/// `@unchecked Sendable` holds because `Concurrency.perform` gives every index to one call, so no two threads touch the
/// same element, and returns before the array is used.
private struct Slots<Element>: @unchecked Sendable {
    private let buffer: UnsafeMutableBufferPointer<Element>

    init(_ buffer: UnsafeMutableBufferPointer<Element>) { self.buffer = buffer }

    func fill(_ index: Int, _ element: Element) { buffer.initializeElement(at: index, to: element) }
}
