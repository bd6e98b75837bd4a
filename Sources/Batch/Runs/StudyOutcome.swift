import ClaimTesting
public import Diagnostics
import Reporting

/// What became of one of several studies.
public struct StudyOutcome: Sendable, Encodable {
    public enum Status: String, Sendable, Encodable {
        /// Computed and written.
        case done
        /// What would be written was there already.
        case kept
        case failed
    }

    /// The study file.
    public let file: String
    public let status: Status
    /// The study's id; nil for one that failed.
    public let study: String?
    /// The verdict on the claim; nil for a shard, and where nothing was computed.
    public let verdict: String?
    /// The folder that holds what was asked for.
    public let folder: String?
    public let error: String?
    /// That of a program that had done this study alone.
    public let exitCode: Int32

    public static func done(_ file: String, _ run: StudyRun, in folder: String) -> Self {
        .init(
            file: file, status: .done, study: run.study.id, verdict: run.verdict.rawValue, folder: folder,
            error: nil, exitCode: 0)
    }

    /// A study, or a shard of it, that has no verdict to tell.
    public static func without(verdict status: Status, _ file: String, study: String, in folder: String)
        -> Self
    {
        .init(
            file: file, status: status, study: study, verdict: nil, folder: folder, error: nil, exitCode: 0)
    }

    public static func failed(_ file: String, _ diagnostic: Diagnostic) -> Self {
        .init(
            file: file, status: .failed, study: nil, verdict: nil, folder: nil, error: "\(diagnostic)",
            exitCode: diagnostic.category.exitCode)
    }

    /// One line for people.
    public var line: String {
        let name = study ?? file
        return switch status {
        case .done: "\(name): \(verdict ?? "done")"
        case .kept: "\(name): was there already"
        case .failed: "\(name): \(error ?? "failed")"
        }
    }

    /// The exit code for several studies: 0 if none failed, the code of those that did if it is the same, else 1.
    public static func exitCode(of outcomes: [StudyOutcome]) -> Int32 {
        let codes = Set(outcomes.map(\.exitCode)).subtracting([0])
        return codes.count > 1 ? 1 : codes.first ?? 0
    }
}

extension StudyRun {
    /// The verdict on the claim under the study's decision rule.
    public var verdict: Verdict {
        study.rule.overall(
            assessment.primaryFindings.map {
                study.rule.verdict(on: assessment.evidence(on: $0)).verdict
            })
    }
}
