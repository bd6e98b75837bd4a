import Batch
import Diagnostics
import Foundation
import Synchronization
import WorkPieces

/// Rewrites one line on standard error while long stages run. Plain characters and a carriage return: no colours, no
/// control sequences.
final class ProgressMeter: Sendable {
    private struct State {
        var stage = ""
        var start = ContinuousClock.now
        var shown: ContinuousClock.Instant?
        /// Characters on the line.
        var width = 0
    }

    private let state = Mutex(State())

    /// Nil where nobody would see it: standard error is no terminal.
    init?(quiet: Bool) {
        guard !quiet, isatty(STDERR_FILENO) == 1 else { return nil }
    }

    /// For `Work`, from any thread.
    var observer: WorkObserver {
        { [self] progress in hear(progress) }
    }

    private func hear(_ progress: WorkProgress) {
        state.withLock { state in
            let now = ContinuousClock.now
            if progress.stage != state.stage || progress.done == 0 {
                (state.stage, state.start, state.shown) = (progress.stage, now, nil)
            }
            let isDone = progress.done == progress.total
            // Ten times a second is more than enough to read.
            if !isDone, let shown = state.shown, now - shown < .milliseconds(100) { return }
            let elapsed = (now - state.start) / .seconds(1)
            write(ProgressLine(progress, elapsed: elapsed).text()?.printable ?? "", &state)
            state.shown = now
        }
    }

    /// Empties the line.
    func clear() { state.withLock { write("", &$0) } }

    private func write(_ line: String, _ state: inout State) {
        guard !line.isEmpty || state.width > 0 else { return }
        let blank = String(repeating: " ", count: max(0, state.width - line.count))
        writeToStandardError("\r\(line)\(blank)\(line.isEmpty ? "\r" : "")")
        state.width = line.count
    }
}
