public import LinearAlgebra
internal import Scoring
public import WorkPieces

/// How the ranks of units depend on weights: stochastic multicriteria acceptability analysis, SMAA-2.
///
/// Lahdelma & Salminen (2001), SMAA-2: stochastic multicriteria acceptability analysis for group decision making,
/// Operations Research 49(3). The acceptability b(i,r) is the share of the weights (and values, where these are
/// uncertain) under which unit i has rank r; ties share the better rank under the rule of `Ranking`.
///
/// Holds: a unit's acceptabilities sum to one; results do not depend on the number of threads, and those of the first
/// draws not on how many follow; counts do not depend on the order of the units, up to rounding at the tie tolerance.
/// Does not hold: acceptabilities of a rank sum to one over the class only without ties; a low acceptability does not
/// say that no weights favour a unit (`FirstPlace` does).
public struct Acceptability: Sendable {
    let units: WeightedUnits
    let scorer: BlockScorer
    let layout: AcceptabilityLayout
    /// Of the sums of weights.
    let sums: WeightSums.Scale
    let counts: AcceptabilityCounts
    /// The column of each unit; nil without observations.
    let column: [Int?]
    /// False for draws by hit-and-run, where errors of independent draws are too small: see `firstPlaceError`.
    public let drawsAreIndependent: Bool

    /// Sums of squared ranks stay within 64 bits.
    private static let mostDraws = 1_000_000_000
    /// Places of which pairs and orders are counted are kept in 16 bits.
    private static let mostMembers = 65_536

    /// Draws weights and ranks the units.
    ///
    /// - Parameters:
    ///   - units: P units on K indicators, and the class in which they are ranked.
    ///   - sampler: of weights on a tree of the same shape as that of the units.
    ///   - draws: from one to a thousand million; with uncertain values at most as many as there are draws of them, and
    ///     draw i of the weights meets draw i of the values.
    ///   - detail: what is counted beside first places; pairs and orders of at most 65,536 ranked members.
    ///   - work: how the draws are computed.
    /// - Throws: `WeightFailure` for another tree than the space's, or unusable numbers; `.elsewhere` in a shard.
    public init(
        of units: WeightedUnits, weights sampler: WeightSampler, draws: Int,
        detail: AcceptabilityDetail = AcceptabilityDetail(), work: Work = Work()
    ) throws(WeightFailure) {
        guard sampler.space.hierarchy.levels.map(\.parents) == units.hierarchy.levels.map(\.parents) else {
            throw .mismatched(reason: "the weights are drawn on another tree than that of the units")
        }
        try self.init(
            units, .sampler(sampler), draws: draws, counting: sampler.canHaveWeight,
            areIndependent: sampler.drawsAreIndependent, detail, work)
    }

    /// Ranks the units under given weights.
    ///
    /// - Parameters:
    ///   - units: P units on K indicators, and the class in which they are ranked.
    ///   - weightDraws: S x K, not negative, each row with a sum above zero; where values are missing, above
    ///     zero.
    ///   - detail: what is counted beside first places; pairs and orders of at most 65,536 ranked members.
    /// - Throws: `WeightFailure` for unusable numbers.
    public init(
        of units: WeightedUnits, weightDraws: Matrix, detail: AcceptabilityDetail = AcceptabilityDetail()
    ) throws(WeightFailure) {
        guard weightDraws.columns == units.indicators else {
            throw .mismatched(
                reason: "\(weightDraws.columns) weights in each draw for \(units.indicators) indicators")
        }
        for row in 0..<weightDraws.rows {
            let weights = weightDraws.row(row)
            guard weights.allSatisfy({ $0 >= 0 && $0 <= 1e6 && ($0 > 0 || !units.hasGaps) }),
                weights.contains(where: { $0 > 0 })
            else {
                throw .mismatched(
                    reason:
                        "weights of draw \(row + 1) must be finite and not negative, and above zero where values are missing"
                )
            }
        }
        try self.init(
            units, .given(weightDraws), draws: weightDraws.rows,
            counting: Array(repeating: true, count: units.indicators), areIndependent: true, detail, Work())
    }

    private init(
        _ units: WeightedUnits, _ source: WeightSource, draws: Int, counting counts: [Bool],
        areIndependent: Bool, _ detail: AcceptabilityDetail, _ work: Work
    ) throws(WeightFailure) {
        guard (1...Self.mostDraws).contains(draws) else {
            throw .mismatched(
                reason: "the draws of weights must be from one to a thousand million, not \(draws)")
        }
        if case .draws(let values) = units.values, values.count < draws {
            throw .mismatched(reason: "\(draws) draws of weights, but \(values.count) of values")
        }
        self.units = units
        scorer = try BlockScorer(units, counting: counts)
        guard scorer.members <= Self.mostMembers || !(detail.countsPairs || detail.countsOrders) else {
            throw .mismatched(reason: "pairs and orders can be counted of at most \(Self.mostMembers) units")
        }
        var column = [Int?](repeating: nil, count: units.units)
        for (place, unit) in scorer.order.enumerated() { column[unit] = place }
        self.column = column
        drawsAreIndependent = areIndependent
        layout = AcceptabilityLayout(scorer, detail: detail)
        sums = WeightSums.Scale(largest: source.largestWeight, draws: draws)
        self.counts = try AcceptabilityRun(
            scorer: scorer, source: source, draws: draws, layout: layout, sums: sums
        ).counts(work)
    }

    public var draws: Int { counts.draws }
    /// The units of the class that are ranked.
    public var rankedMembers: Int { scorer.members }
    /// How many places, from the best, were counted one by one; a unit outside the class can be behind all members.
    public var places: Int { layout.places }

    /// Where the places of a unit are counted; nil if they are not.
    func followedRow(of unit: Int) -> Int? { column[unit].flatMap { layout.row[$0] } }
}
