internal import LinearAlgebra

/// How far a unit lies below or above the best of the others.
public struct ComparisonWithBest: Hashable, Sendable {
    /// The place of the unit among the estimates.
    public let unit: Int
    /// The interval for theta_unit - max of the others' theta, in units of the scores; lower <= 0 <= upper.
    public let lower: Double
    public let upper: Double
    /// Whether the unit may be the best; if not, `upper` is 0.
    public let canBeBest: Bool
}

extension RankInference {
    /// Simultaneous intervals for every unit's distance from the best of the others (Hsu 1984, Constrained
    /// simultaneous confidence intervals for multiple comparisons with the best, Annals of Statistics 12(3),
    /// 1136-1144; for unequal errors as in Hsu 1996, Multiple comparisons, chapter 4).
    ///
    /// With d(i) the one-sided critical value of all others against i (Dunnett's) and s(ij) the standard error of a
    /// difference: upper(i) = max(0, min over j of theta_i - theta_j + d(i) s(ij)). The units with a minimum of at
    /// least 0 can be the best, G. lower(i) = 0 if G = {i}, else min over j in G other than i of theta_i - theta_j -
    /// d(j) s(ij), at most 0.
    ///
    /// *Holds:* one unit's event alone, that the truly best is not found below another, carries all intervals, so no
    /// further correction is needed; a unit can be the best exactly if the lower bound of its marginal, one-sided set
    /// of ranks without step-down is 1. *Does not hold:* intervals never say by how much the best exceeds the second
    /// from below zero; they are constrained to hold 0. A single unit has the interval 0 ... 0.
    ///
    /// - Parameter coverage: nominal, in 0.5 ..< 1.
    /// - Throws: `SamplingFailure.settingOutsideDomain`.
    public func comparisonsWithTheBest(coverage: Double = 0.95) throws(SamplingFailure)
        -> [ComparisonWithBest]
    {
        guard coverage >= 0.5, coverage < 1 else {
            throw .settingOutsideDomain(name: "coverage", value: coverage, need: "0.5 to less than 1")
        }
        let (draws, total) = (differenceDraws, estimates.count)
        let critical = parallelMap(count: total) { unit in
            let open = PairTest.family(for: [unit], among: total, bounds: .lower)
                .filter { draws.standardErrors[$0.first, $0.second] > 0 }
            return open.isEmpty ? 0 : max(0, draws.maxima(over: open).lowerQuantile(coverage))
        }
        let highest = (0..<total).map { unit in
            (0..<total).filter { $0 != unit }.map { other in
                difference(unit, other) + critical[unit] * draws.standardErrors[unit, other]
            }.min() ?? 0
        }
        let candidates = (0..<total).filter { highest[$0] >= 0 }
        return (0..<total).map { unit in
            let lowest =
                candidates.filter { $0 != unit }.map { other in
                    difference(unit, other) - critical[other] * draws.standardErrors[unit, other]
                }.min() ?? 0
            return ComparisonWithBest(
                unit: unit, lower: min(0, lowest), upper: max(0, highest[unit]), canBeBest: highest[unit] >= 0
            )
        }
    }

    /// The difference of two estimates, 0 within a tie.
    private func difference(_ first: Int, _ second: Int) -> Double {
        let difference = estimates[first] - estimates[second]
        return abs(difference) > tieTolerance ? difference : 0
    }
}
