extension Acceptability {
    /// b(i,r) for ranks r = 1, 2, ... `places`; for a unit outside the class, of its place against the class (one more
    /// than the members ahead of it by more than the tie tolerance). Nil for a unit without observations, or that
    /// is not followed.
    public func rankAcceptabilities(of unit: Int) -> [MonteCarloShare]? {
        followedRow(of: unit).map { row in
            (0..<places).map { MonteCarloShare(count: counts.ranks[row * places + $0], draws: draws) }
        }
    }

    /// The share of draws in which the unit is first, tied or not; nil for a unit without observations.
    public func firstPlace(of unit: Int) -> MonteCarloShare? {
        column[unit].map { MonteCarloShare(count: counts.first[$0], draws: draws) }
    }

    /// The standard error of a unit's share of first places from the differences between blocks of draws, which are
    /// independent even where the draws of a block are not; nil with fewer than two blocks.
    ///
    /// The ratio estimator: sqrt(B / (B - 1) x sum over blocks of (first - p draws)^2) / all draws.
    public func firstPlaceError(of unit: Int) -> Double? {
        guard let column = column[unit], counts.blocks > 1 else { return nil }
        let share = Double(counts.first[column]) / Double(draws)
        let squares =
            Double(counts.firstSquared[column]) - 2 * share * Double(counts.firstTimesDraws[column])
            + share * share * Double(counts.drawsSquared)
        let blocks = Double(counts.blocks)
        return (blocks / (blocks - 1) * max(0, squares)).squareRoot() / Double(draws)
    }

    /// The mean of a unit's rank; nil for a unit without observations, or if mean ranks were not counted.
    public func meanRank(of unit: Int) -> MonteCarloMean? {
        guard let column = column[unit], !counts.rankSums.isEmpty else { return nil }
        return MonteCarloMean(
            sum: Double(counts.rankSums[column]), sumOfSquares: Double(counts.rankSquares[column]),
            draws: draws
        )
    }

    /// The pairwise winning index: the share of draws in which a unit of the class ranks above another (a tie is a win
    /// for neither). Nil if not counted, if one of them is not ranked in the class, or if the first is not followed.
    public func win(of unit: Int, over other: Int) -> MonteCarloShare? {
        guard let i = column[unit], let j = column[other], j < rankedMembers,
            let row = layout.winners.firstIndex(of: i)
        else { return nil }
        return MonteCarloShare(count: Int(counts.wins[row * rankedMembers + j]), draws: draws)
    }
}
