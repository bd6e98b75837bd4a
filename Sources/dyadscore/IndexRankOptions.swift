import ArgumentParser
import Diagnostics
import Uncertainty
import WideTables

extension RankCoverage: ExpressibleByArgument {}
extension RankBounds: ExpressibleByArgument {}

/// Confidence sets for ranks instead of an index.
struct IndexRankOptions: ParsableArguments {
    @Flag(
        help:
            "Give confidence sets for the ranks of estimated scores instead of an index (Mogstad, Romano, Shaikh & Wilhelm 2024)."
    )
    var rankCi = false

    @Option(help: ArgumentHelp("The column of scores, higher is better.", valueName: "column"))
    var estimate: String?

    @Option(help: ArgumentHelp("The column of their standard errors.", valueName: "column"))
    var error: String?

    @Option(help: "marginal (each set by itself) or simultaneous (all sets at once) (default: both).")
    var rankCoverage: RankCoverage?

    @Option(help: "two-sided, lower (best rank) or upper (worst rank) (default: two-sided).")
    var rankBounds: RankBounds?

    @Option(
        help: ArgumentHelp(
            "Draws of the errors, from 100 (default: \(RankOptions.standardDraws)).", valueName: "n"))
    var rankDraws: Int?

    @Option(
        help: ArgumentHelp("Also mark the units that may be among this many best.", valueName: "t"))
    var tauBest: Int?

    /// - Throws: `Diagnostic` (wrong argument) for a column that is not named, or a number outside its domain.
    func options(seed: UInt64?, confidence: Double?) throws(Diagnostic) -> RankOptions {
        try RankOptions(
            estimate: estimate, error: error,
            coverages: rankCoverage.map { [$0] } ?? RankCoverage.allCases,
            bounds: rankBounds ?? .twoSided, confidence: confidence ?? 0.95,
            draws: rankDraws ?? RankOptions.standardDraws, seed: seed ?? DrawOptions.standardSeed,
            best: tauBest)
    }

    /// The options that were given beside --rank-ci, by name.
    var given: [String] {
        [
            ("--estimate", estimate != nil), ("--error", error != nil),
            ("--rank-coverage", rankCoverage != nil), ("--rank-bounds", rankBounds != nil),
            ("--rank-draws", rankDraws != nil), ("--tau-best", tauBest != nil),
        ].filter(\.1).map(\.0)
    }
}
