// Errors that a sanitizer must find, or its silence about the program means nothing: see scripts/sanitize.
import Dispatch

final class Counter: @unchecked Sendable {
    var count = 0
}

/// Eight pieces of work that last long enough to be given to several threads.
func inPieces(_ add: @Sendable () -> Void) {
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
        let start = DispatchTime.now().uptimeNanoseconds
        while DispatchTime.now().uptimeNanoseconds - start < 20_000_000 { add() }
    }
}

switch CommandLine.arguments.dropFirst().first {
case "race":
    let counter = Counter()
    inPieces { counter.count += 1 }
    print(counter.count > 0)
case "ordered":
    // A queue, and not a Mutex: of that the kernel hands the lock over when threads wait for it (FUTEX_LOCK_PI), which the
    // sanitizer does not see.
    let counter = Counter()
    let queue = DispatchQueue(label: "ordered")
    inPieces { queue.sync { counter.count += 1 } }
    print(queue.sync { counter.count } > 0)
case "overrun":
    let place = UnsafeMutablePointer<Int>.allocate(capacity: 4)
    place.initialize(repeating: 0, count: 4)
    print(place[CommandLine.arguments.count + 2])
    place.deallocate()
case "leak":
    UnsafeMutablePointer<Int>.allocate(capacity: 1000).initialize(repeating: 1, count: 1000)
default:
    print("usage: errors race|ordered|overrun|leak")
}
