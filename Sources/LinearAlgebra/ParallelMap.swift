import Dispatch
import Foundation

/// The results of independent pieces of work, in their order, computed by as many workers as the machine has cores.
///
/// A piece depends on its index alone, so the results do not depend on the number of workers.
public func parallelMap<Result: Sendable>(
    count: Int, _ piece: @escaping @Sendable (Int) -> Result
) -> [Result] {
    // With no capacity the standard library would write the count of the one empty array that all threads share.
    [Result](unsafeUninitializedCapacity: max(1, count)) { buffer, initialised in
        // Every piece writes its own place and no other.
        nonisolated(unsafe) let places = buffer
        DispatchQueue.concurrentPerform(iterations: count) { index in
            places.initializeElement(at: index, to: piece(index))
        }
        initialised = count
    }
}

/// How many pieces of work can run at once.
public var workerCount: Int { ProcessInfo.processInfo.activeProcessorCount }
