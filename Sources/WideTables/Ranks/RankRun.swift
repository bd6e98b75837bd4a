import Diagnostics
import LinearAlgebra
import Scoring
import Uncertainty

/// Confidence sets for the ranks of units whose scores are estimated with independent errors
/// (Mogstad, Romano, Shaikh & Wilhelm 2024; see `RankInference`).
public struct RankRun: Sendable {
    public let options: RankOptions
    public let units: [String]
    /// P scores and their standard errors, as they stand in the table.
    public let estimates: [Double]
    public let errors: [Double]
    /// By the estimates.
    public let ranking: Ranking
    /// P sets for each kind that was asked for.
    public let marginal: [RankConfidenceSet]?
    public let simultaneous: [RankConfidenceSet]?
    /// P marks of the units that may be among the best, where asked for.
    public let canBeBest: [Bool]?
    let source: WideTable

    /// Draws x units whose errors are held in memory at once, at most: 1.6 GB.
    private static let mostNumbers = 200_000_000

    /// - Throws: `Diagnostic`: wrong argument for columns that are not there, more best units than there are, or more
    ///   draws than fit; bad data for values that are missing, beyond 1e100 or closer to 0 than
    ///   1e-100, and for errors below zero.
    public init(_ source: WideTable, options: RankOptions) throws(Diagnostic) {
        for (option, column) in [("--estimate", options.estimate), ("--error", options.error)]
        where !source.header.contains(column) {
            throw WideTable.noColumn(column, option: option, header: source.header)
        }
        let count = source.units.count
        if let best = options.best, best > count {
            throw Diagnostic(
                .wrongArgument, rule: "--tau-best must be at most the number of units, \(count)",
                found: "\(best)")
        }
        guard options.draws <= Self.mostNumbers / count else {
            throw Diagnostic(
                .wrongArgument,
                rule: "--rank-draws must be at most \(Self.mostNumbers / count) for \(count) units",
                found: "\(options.draws)")
        }
        self.source = source
        self.options = options
        units = source.units
        let estimates = try Self.complete(options.estimate, of: source)
        errors = try Self.complete(options.error, of: source)
        self.estimates = estimates
        if let unit = errors.firstIndex(where: { $0 < 0 }) {
            throw Diagnostic(
                at: source.location(ofUnit: unit, column: options.error),
                rule: "a standard error may not be negative", found: "\(errors[unit])")
        }
        do throws(SamplingFailure) {
            let inference = try RankInference(
                estimates: estimates, covariance: SamplingCovariance(variances: errors.map { $0 * $0 }),
                draws: options.draws, generator: Philox(seed: options.seed, stream: 0))
            func sets(_ kind: RankCoverage) throws(SamplingFailure) -> [RankConfidenceSet]? {
                guard options.coverages.contains(kind) else { return nil }
                return try inference.sets(kind, bounds: options.bounds, coverage: options.confidence)
            }
            marginal = try sets(.marginal)
            simultaneous = try sets(.simultaneous)
            if let best = options.best {
                let places = Set(try inference.best(best, coverage: options.confidence))
                canBeBest = estimates.indices.map(places.contains)
            } else {
                canBeBest = nil
            }
            ranking = Ranking(
                scores: estimates, isRanked: estimates.map { _ in true }, tieTolerance: 1e-9)
        } catch {
            throw Diagnostic(at: SourceLocation(path: source.path), rule: error.description)
        }
    }

    private static func complete(_ column: String, of source: WideTable) throws(Diagnostic) -> [Double] {
        var values: [Double] = []
        for (unit, value) in try source.numbers(column).enumerated() {
            guard let value else {
                throw Diagnostic(
                    at: source.location(ofUnit: unit, column: column),
                    rule: "estimates and errors may not be missing",
                    found: "no \(column.quotedForMessage) of \(source.units[unit].quotedForMessage)",
                    remedy: "leave the unit out")
            }
            // Squares of other numbers leave the range of doubles.
            guard value == 0 || (1e-100...1e100).contains(abs(value)) else {
                throw Diagnostic(
                    at: source.location(ofUnit: unit, column: column),
                    rule: "estimates and errors must be 0, or from 1e-100 to 1e100 in size",
                    found: "\(value)")
            }
            values.append(value)
        }
        return values
    }
}
