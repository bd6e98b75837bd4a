import Synchronization
import WorkPieces

/// The names of the stages that were computed.
final class HeardStages: Sendable {
    private let stages = Mutex<Set<String>>([])

    var names: [String] { stages.withLock { $0.sorted() } }

    var observer: WorkObserver {
        { [self] progress in stages.withLock { _ = $0.insert(progress.stage) } }
    }
}
