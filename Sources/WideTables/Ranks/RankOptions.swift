import Diagnostics
import Uncertainty

/// What confidence sets for the ranks of a table are asked for.
public struct RankOptions: Sendable {
    /// Columns of the table: scores, higher is better, and their standard errors.
    public let estimate: String
    public let error: String
    /// What the confidence refers to; one set a unit for each.
    public let coverages: [RankCoverage]
    public let bounds: RankBounds
    public let confidence: Double
    public let draws: Int
    public let seed: UInt64
    /// How many of the best units are asked for.
    public let best: Int?

    public static let standardDraws = 10_000

    /// - Throws: `Diagnostic` (wrong argument) for a column that is not named, fewer than 100 or more than 1,000,000
    ///   draws, a confidence that does not lie from 0.5 to below 1, or a number of best units below 1.
    public init(
        estimate: String?, error: String?, coverages: [RankCoverage] = RankCoverage.allCases,
        bounds: RankBounds = .twoSided, confidence: Double = 0.95, draws: Int = standardDraws, seed: UInt64,
        best: Int? = nil
    ) throws(Diagnostic) {
        guard let estimate, let error else {
            throw Diagnostic(
                .wrongArgument, rule: "--rank-ci needs --estimate and --error, a column each",
                found: "no \(estimate == nil ? "--estimate" : "--error")")
        }
        guard (100...1_000_000).contains(draws) else {
            throw Diagnostic(
                .wrongArgument, rule: "--rank-draws must be a number from 100 to 1000000", found: "\(draws)")
        }
        guard confidence >= 0.5, confidence < 1 else {
            throw Diagnostic(
                .wrongArgument, rule: "--confidence must be a number from 0.5 to below 1",
                found: "\(confidence)")
        }
        if let best, best < 1 {
            throw Diagnostic(.wrongArgument, rule: "--tau-best must be at least 1", found: "\(best)")
        }
        self.estimate = estimate
        self.error = error
        self.coverages = coverages
        self.bounds = bounds
        self.confidence = confidence
        self.draws = draws
        self.seed = seed
        self.best = best
    }
}
