import Diagnostics
import LinearAlgebra
import Scoring

/// Every stage of an index as JSON.
///
/// Lists over units are in the order of `units` and lists over indicators in that of `indicators`; tables are lists of
/// rows, one a unit. A missing value is null, and a key that does not apply is absent. Numbers are the shortest
/// decimals that read back as the same double.
struct IndexDocument: Encodable {
    struct Method: Encodable {
        let scaling: String
        let outliers: MethodRecord
        let transform: MethodRecord
        let normalise: MethodRecord
        let missing: MethodRecord
        let weights: MethodRecord
        let aggregate: [MethodRecord]
        let tieTolerance: Double
    }

    struct Indicator: Encodable {
        let id: String
        let direction: String
        let denominator: String?
        let worst: Double?
        let best: Double?
        let reference: Double?
        let transform: MethodRecord?
    }

    struct Level: Encodable {
        let names: [String]
        let declaredWeights: [Double]
        /// Names in the level above; absent in the topmost level.
        let parents: [String]?
    }

    struct Stages: Encodable {
        let raw: [[Double?]]
        let denominated: [[Double?]]
        let filled: [[Double?]]
        let treated: [[Double?]]
        let transformed: [[Double?]]
        let normalised: [[Double?]]
    }

    struct Treatment: Encodable {
        let indicator: String
        let action: String
        let skewnessBefore: Double?
        let kurtosisBefore: Double?
        let skewnessAfter: Double?
        let kurtosisAfter: Double?
        let winsorisedHigh: Int
        let winsorisedLow: Int
    }

    struct Weights: Encodable {
        let nominal: [Double]
        let effective: [[Double]]
        let details: [Weighting.Detail]
    }

    struct Groups: Encodable {
        let names: [String]
        let scores: [[Double?]]
    }

    let schema = "dyadscore-index/1"
    let version = DyadScoreVersion.current
    let table: String
    /// The name of the index, if it has one.
    let index: String?
    let method: Method
    let units: [String]
    let indicators: [Indicator]
    /// From the indicators up.
    let hierarchy: [Level]
    /// The reference class as it was named; absent for all units.
    let `class`: String?
    let inClass: [Bool]
    let unitGroups: [String]?
    let stages: Stages
    let treatments: [Treatment]
    let weights: Weights
    /// From the lowest groups up, without the index itself.
    let groups: [Groups]
    let aggregationDetails: [Aggregation.Detail]
    let contributions: [[Double]]?
    let observedWeight: [Double]
    let scores: [Double?]
    let ranks: [Int?]
    /// How many units share the rank.
    let ties: [Int?]
    /// Ranks among the units of the class; null outside.
    let classRanks: [Int?]
    let imputation: ImputationRecord?
    let smaa: AcceptabilityRecord?

    init(_ run: IndexRun) {
        let (input, index, design) = (run.input, run.index, run.input.design)
        let stages = index.stages
        table = input.source.path
        self.index = input.indexName
        method = Method(run.method)
        units = input.units
        indicators = zip(design.indicators, input.denominators).map(Indicator.init)
        hierarchy = design.hierarchy.levels.indices.map { Level($0, of: design.hierarchy) }
        `class` = input.className
        inClass = input.isReference
        unitGroups = design.unitGroups
        self.stages = Stages(
            raw: input.units.indices.map { unit in input.raw.map { $0[unit] } },
            denominated: rows(input.table), filled: rows(stages.filled), treated: rows(stages.treated),
            transformed: rows(stages.transformed), normalised: rows(stages.normalised))
        treatments = zip(design.indicators, stages.treatments).map(Treatment.init)
        weights = Weights(
            nominal: index.nominalWeights, effective: rows(index.effectiveWeights),
            details: index.weightingDetails)
        groups = zip(design.hierarchy.levels.dropFirst(), index.groupScores).map {
            Groups(names: $0.names, scores: $1)
        }
        aggregationDetails = index.aggregationDetails
        contributions = index.contributions.map(rows)
        observedWeight = index.observedWeight
        scores = index.scores
        ranks = run.ranking.ranks
        ties = run.ranking.tieSizes
        classRanks = run.classRanking.ranks
        if let imputation = run.imputation, let request = run.imputationRequest {
            self.imputation = ImputationRecord(imputation, request)
        } else {
            imputation = nil
        }
        smaa = run.acceptability.map {
            AcceptabilityRecord($0, units: input.units, indicators: design.indicators.map(\.id))
        }
    }
}

private func rows(_ table: IndicatorTable) -> [[Double?]] {
    (0..<table.units).map { unit in (0..<table.indicators).map { table[unit, $0] } }
}

private func rows(_ matrix: Matrix) -> [[Double]] {
    (0..<matrix.rows).map { Array(matrix.row($0)) }
}
