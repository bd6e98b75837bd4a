import Diagnostics
import Uncertainty

/// Confidence sets for ranks as JSON; one object a unit, in the order of the table. What was not asked for is absent.
struct RankDocument: Encodable {
    /// All ranks from low to high, 1 the best.
    struct RankSet: Encodable {
        let low: Int
        let high: Int
    }

    struct Unit: Encodable {
        let unit: String
        let estimate: Double
        let error: Double
        let rank: Int?
        let ties: Int?
        let marginal: RankSet?
        let simultaneous: RankSet?
        let inTauBest: Bool?
    }

    let schema = "dyadscore-ranks/1"
    let version = DyadScoreVersion.current
    let table: String
    let estimate: String
    let error: String
    let confidence: Double
    let bounds: String
    let draws: Int
    let seed: UInt64
    let tauBest: Int?
    let units: [Unit]

    init(_ run: RankRun) {
        let options = run.options
        table = run.source.path
        estimate = options.estimate
        error = options.error
        confidence = options.confidence
        bounds = options.bounds.rawValue
        draws = options.draws
        seed = options.seed
        tauBest = options.best
        func set(_ sets: [RankConfidenceSet]?, _ unit: Int) -> RankSet? {
            sets.map { RankSet(low: $0[unit].lower, high: $0[unit].upper) }
        }
        units = run.units.indices.map { unit in
            Unit(
                unit: run.units[unit], estimate: run.estimates[unit], error: run.errors[unit],
                rank: run.ranking.ranks[unit], ties: run.ranking.tieSizes[unit],
                marginal: set(run.marginal, unit), simultaneous: set(run.simultaneous, unit),
                inTauBest: run.canBeBest?[unit])
        }
    }
}
