import Uncertainty

/// How ranks depend on weights, as JSON. Lists over units have null for a unit without observations.
struct AcceptabilityRecord: Encodable {
    struct Interval: Encodable {
        let name: String
        let lowest: Double
        let highest: Double
    }

    let draws: Int
    let seed: UInt64
    /// flat or nested.
    let space: String
    /// Names whose weights do not rise; absent without any.
    let weightOrders: [[String]]?
    let weightIntervals: [Interval]?
    let drawsAreIndependent: Bool
    /// For each unit the share of draws in which it has rank 1, 2, ...; outside the class, that place against
    /// it. For more than 500 units the first 100 ranks.
    let acceptability: [[Double]?]
    let firstShare: [Double?]
    let firstShareErrors: [Double?]
    let meanRank: [Double?]
    let meanRankErrors: [Double?]
    /// By unit, a weight an indicator; null for units that are never first.
    let centralWeights: [[Double]?]
    /// Null as the central weights.
    let confidenceFactors: [Double?]
    /// What ranks are worth in the holistic acceptability.
    let holisticRankWeights = "centroid"
    /// Null for more than 500 units.
    let holisticAcceptability: [Double?]
    /// For each unit of the class and each other the share of draws in which the first ranks above; null outside the
    /// class and on the diagonal. Absent for more than 500 units.
    let pairwiseWins: [[Double?]]?
    /// Absent with gaps, or for more than 500 units.
    let possible: [FirstPlaceRecord]?

    init(_ result: IndexAcceptability, units: [String], indicators: [String]) {
        let (request, acceptability) = (result.request, result.acceptability)
        draws = request.draws
        seed = request.seed
        space = result.shape.rawValue
        weightOrders = request.orders.isEmpty ? nil : request.orders.map(\.names)
        weightIntervals =
            request.intervals.isEmpty
            ? nil
            : request.intervals.map {
                Interval(name: $0.name, lowest: $0.range.lowerBound, highest: $0.range.upperBound)
            }
        drawsAreIndependent = acceptability.drawsAreIndependent
        self.acceptability = units.indices.map { acceptability.rankAcceptabilities(of: $0)?.map(\.value) }
        firstShare = units.indices.map { result.firstShare(of: $0)?.value }
        firstShareErrors = units.indices.map { result.firstShare(of: $0)?.error }
        meanRank = units.indices.map { acceptability.meanRank(of: $0)?.value }
        meanRankErrors = units.indices.map { acceptability.meanRank(of: $0)?.standardError }
        centralWeights = result.centralWeights.map { $0?.weights }
        confidenceFactors = result.centralWeights.map { $0?.confidence.value }
        holisticAcceptability = units.indices.map {
            acceptability.holisticAcceptability(of: $0, rankWeights: .centroid)?.value
        }
        pairwiseWins =
            units.count > IndexAcceptability.mostUnitsInPairs
            ? nil
            : units.indices.map { unit in
                units.indices.map { $0 == unit ? nil : acceptability.win(of: unit, over: $0)?.value }
            }
        possible = result.firstPlaces.map { places in
            places.map { FirstPlaceRecord($0, units: units, indicators: indicators) }
        }
    }
}
