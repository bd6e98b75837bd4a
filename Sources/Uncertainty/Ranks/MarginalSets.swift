internal import LinearAlgebra
public import WorkPieces

/// Every marginal answer about the rank of one unit.
public struct MarginalSets: Hashable, Sendable {
    public let twoSided: RankConfidenceSet
    /// The best rank that a one-sided set leaves, and the worst that another leaves.
    public let best: Int
    public let worst: Int
    public let withoutStepDown: RankConfidenceSet
}

extension RankInference {
    /// The marginal sets of some units: those of `sets`, for which every difference is studentised once.
    ///
    /// - Parameters:
    ///   - units: places among the estimates, none twice; nil for all.
    ///   - coverage: of each set by itself, nominal, in 0.5 ..< 1.
    /// - Throws: `SamplingFailure.settingOutsideDomain`.
    public func marginalSets(
        for units: [Int]? = nil, coverage: Double = 0.95
    ) throws(SamplingFailure) -> [MarginalSets] {
        let asked = try checked(units)
        let stepDown = try procedure(stepDown: true, coverage: coverage)
        let plain = try procedure(stepDown: false, coverage: coverage)
        let (draws, total) = (differenceDraws, estimates.count)
        return parallelMap(count: asked.count) { place in
            let unit = asked[place]
            let differences = UnitDifferences(of: unit, among: total, in: draws)
            func set(_ bounds: RankBounds, by procedure: StepDown) -> RankConfidenceSet {
                let family = PairTest.family(for: [unit], among: total, bounds: bounds)
                return self.set(
                    of: unit, bounds: bounds,
                    found: procedure.findings(in: family, maxima: differences.maxima))
            }
            return MarginalSets(
                twoSided: set(.twoSided, by: stepDown), best: set(.lower, by: stepDown).lower,
                worst: set(.upper, by: stepDown).upper, withoutStepDown: set(.twoSided, by: plain))
        }
    }
}

extension MarginalSets: Storable {
    public func write(to bytes: inout PieceWriter) {
        for set in [twoSided, withoutStepDown] {
            [set.unit, set.rank, set.lower, set.upper].write(to: &bytes)
        }
        [best, worst].write(to: &bytes)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        let (set, plain) = (try [Int](from: &bytes), try [Int](from: &bytes))
        let ends = try [Int](from: &bytes)
        guard set.count == 4, plain.count == 4, ends.count == 2 else { throw PieceDamage() }
        twoSided = RankConfidenceSet(unit: set[0], rank: set[1], lower: set[2], upper: set[3])
        withoutStepDown = RankConfidenceSet(unit: plain[0], rank: plain[1], lower: plain[2], upper: plain[3])
        (best, worst) = (ends[0], ends[1])
    }
}
