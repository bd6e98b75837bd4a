public import Scoring
public import Uncertainty
public import WorkPieces

extension DyadScores {
    /// The tree of the indicators that entered, in the order of the columns.
    public var hierarchy: Hierarchy { design.hierarchy }

    /// Ranks under weights drawn at random from a space on `hierarchy`.
    ///
    /// - Parameters:
    ///   - space: the possible weights, on a tree of the shape of `hierarchy`.
    ///   - draws: from one to a thousand million.
    ///   - seed: the key of the random numbers, as for `WeightSampler`.
    ///   - stream: which numbers of the seed; what is to be independent of these draws takes another.
    ///   - detail: what is counted beside first places, such as pairs of dyads and complete orders.
    ///   - work: how the draws are computed.
    /// - Throws: `Absence` for an aggregation that is no arithmetic or geometric mean at all levels, or a space that
    ///   cannot be drawn from; `.elsewhere` in a shard.
    public func acceptability(
        in space: WeightSpace, draws: Int, seed: UInt64, stream: UInt64 = 0,
        detail: AcceptabilityDetail = AcceptabilityDetail(), work: Work = Work()
    ) throws(Absence) -> Acceptability {
        guard method.aggregations.count == 1, let mean = WeightedUnits.Mean(method.aggregations[0]) else {
            throw Absence(
                "ranks under random weights are computed for arithmetic and geometric means, the same at all levels"
            )
        }
        do throws(WeightFailure) {
            let units = try WeightedUnits(
                index.normalised, hierarchy: hierarchy, isReference: isInClass, mean: mean,
                tieTolerance: method.tieTolerance)
            let sampler = try WeightSampler(space, seed: seed, stream: stream)
            return try Acceptability(of: units, weights: sampler, draws: draws, detail: detail, work: work)
        } catch {
            throw error == .elsewhere ? .elsewhere : Absence("\(error)")
        }
    }
}

extension WeightedUnits.Mean {
    /// The mean that an aggregation is; nil for others.
    init?(_ aggregation: MethodChoice) {
        switch aggregation {
        case .arithmetic: self = .arithmetic
        case .geometric: self = .geometric
        default: return nil
        }
    }
}
