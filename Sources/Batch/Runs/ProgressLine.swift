import Tabular
public import WorkPieces

/// The progress of a stage as one line for a terminal.
public struct ProgressLine: Sendable {
    private let progress: WorkProgress
    private let elapsed: Double

    /// - Parameters:
    ///   - progress: of one stage; its pieces finished here, and all that are computed here.
    ///   - elapsed: seconds since the stage began.
    public init(_ progress: WorkProgress, elapsed: Double) {
        (self.progress, self.elapsed) = (progress, elapsed)
    }

    /// Stage, finished and all pieces, pieces a second (or a minute, if there are fewer), and the time left at this rate;
    /// at most `width` characters, of which the stage gives way. Nil in the first second and when all is done.
    public func text(width: Int = 79) -> String? {
        guard elapsed >= 1, progress.done < progress.total else { return nil }
        var numbers = ": \(progress.done) of \(progress.total)"
        if progress.done > 0 {
            let rate = Double(progress.done) / elapsed
            let left = Double(progress.total - progress.done) / rate
            numbers += ", \(Self.rate(rate)), \(Self.time(left)) left"
        }
        let room = max(0, width - numbers.count)
        let stage =
            progress.stage.count <= room ? progress.stage : progress.stage.prefix(max(0, room - 3)) + "..."
        return String((stage + numbers).prefix(width))
    }

    private static func rate(_ perSecond: Double) -> String {
        perSecond >= 1
            ? "\(formatted(perSecond, significantDigits: 3))/s"
            : "\(formatted(60 * perSecond, significantDigits: 2))/min"
    }

    private static func time(_ seconds: Double) -> String {
        // Beyond a century nobody waits.
        let whole = Int(min(seconds, 3e9).rounded(.up))
        return switch whole {
        case ..<60: "\(whole) s"
        case ..<3600: "\(whole / 60) min \(whole % 60) s"
        default: "\(whole / 3600) h \(whole % 3600 / 60) min"
        }
    }
}
