internal import Synchronization

/// How far a stage is.
public struct WorkProgress: Hashable, Sendable {
    /// In words, such as `joint draws, volume`.
    public let stage: String
    /// Finished pieces of those that are computed here.
    public let done: Int
    public let total: Int

    public init(stage: String, done: Int, total: Int) {
        (self.stage, self.done, self.total) = (stage, done, total)
    }
}

/// Hears of the progress of stages, from any thread: once with nothing done, then as pieces are finished.
public typealias WorkObserver = @Sendable (WorkProgress) -> Void

/// Counts the finished pieces of one stage.
final class Counter: Sendable {
    private let observer: WorkObserver
    private let stage: String
    private let total: Int
    private let done = Atomic(0)

    /// Nil where nobody listens.
    init?(_ observer: WorkObserver?, _ name: StageName, total: Int) {
        guard let observer, total > 0 else { return nil }
        (self.observer, stage, self.total) = (observer, name.words, total)
        observer(WorkProgress(stage: stage, done: 0, total: total))
    }

    func finish(_ pieces: Int) {
        let done = done.add(pieces, ordering: .relaxed).newValue
        observer(WorkProgress(stage: stage, done: done, total: total))
    }
}
