internal import Foundation

extension Acceptability {
    /// Entropy in bits, -sum p log2 p, of the order of the class: 0 if weights do not matter, at most log2 of the
    /// number of orders. As `smaa.entropy.ranking` of the R package smaa; nil if orders were not counted.
    ///
    /// Estimated by the shares of the draws, it is too low where orders are many: never above log2(draws). Its error is
    /// that of the delta method, sqrt((sum p log2(p)^2 - H^2) / draws).
    public var orderEntropy: MonteCarloMean? {
        layout.detail.countsOrders ? entropy(of: counts.orders.values.sorted()) : nil
    }

    /// Entropy in bits of a unit's rank; nil for a unit without observations, or if not all its places were
    /// counted.
    public func rankEntropy(of unit: Int) -> MonteCarloMean? {
        guard let place = followedRow(of: unit) else { return nil }
        let row = counts.ranks[(place * places)..<((place + 1) * places)]
        return row.reduce(0, +) == draws ? entropy(of: Array(row)) : nil
    }

    private func entropy(of counts: [Int]) -> MonteCarloMean {
        var (sum, squares) = (0.0, 0.0)
        for count in counts where count > 0 {
            let share = Double(count) / Double(draws)
            let bits = -log2(share)
            sum += share * bits
            squares += share * bits * bits
        }
        return MonteCarloMean(
            value: sum, standardError: (max(0, squares - sum * sum) / Double(draws)).squareRoot())
    }
}
