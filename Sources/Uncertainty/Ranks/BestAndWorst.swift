extension RankInference {
    /// The units that may be among the tau best: a set that holds all of them with the stated confidence.
    ///
    /// Those whose simultaneous lower bounds are at most tau, the projection of Mogstad, Romano, Shaikh & Wilhelm
    /// (2024). *Holds:* it grows with tau; it holds the tau best by the estimates.
    ///
    /// - Parameters:
    ///   - tau: 1 to P.
    ///   - stepDown: whether found pairs leave the family before the next critical value, as for `sets`.
    ///   - coverage: nominal, in 0.5 ..< 1.
    /// - Throws: `SamplingFailure.settingOutsideDomain`.
    public func best(
        _ tau: Int, stepDown: Bool = true, coverage: Double = 0.95
    ) throws(SamplingFailure) -> [Int] {
        try check(tau)
        return try sets(.simultaneous, bounds: .lower, stepDown: stepDown, coverage: coverage)
            .filter { $0.lower <= tau }.map(\.unit)
    }

    /// The units that may be among the tau worst: those whose simultaneous upper bounds are at least P - tau + 1.
    ///
    /// - Parameters:
    ///   - tau: 1 to P.
    ///   - stepDown: whether found pairs leave the family before the next critical value, as for `sets`.
    ///   - coverage: nominal, in 0.5 ..< 1.
    /// - Throws: `SamplingFailure.settingOutsideDomain`.
    public func worst(
        _ tau: Int, stepDown: Bool = true, coverage: Double = 0.95
    ) throws(SamplingFailure) -> [Int] {
        try check(tau)
        return try sets(.simultaneous, bounds: .upper, stepDown: stepDown, coverage: coverage)
            .filter { $0.upper >= estimates.count - tau + 1 }.map(\.unit)
    }

    private func check(_ tau: Int) throws(SamplingFailure) {
        guard tau >= 1, tau <= estimates.count else {
            throw .settingOutsideDomain(name: "tau", value: Double(tau), need: "1 to \(estimates.count)")
        }
    }
}
