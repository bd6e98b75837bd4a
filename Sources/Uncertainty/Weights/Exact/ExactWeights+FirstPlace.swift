internal import LinearAlgebra
internal import LinearPrograms

extension ExactWeights {
    /// The weights under which a unit leads all (other) members of the class by the largest margin, or the rivals that
    /// exclude it. The unit may be outside the class.
    ///
    /// max t subject to sum w(k) (z(i,k) - z(j,k)) >= t for every rival j, over the weights w of the space. Where t is
    /// above zero (1e-9 of the range of the values) the unit can be first. Otherwise the duals of the rivals are the
    /// shares of a combination c with max over w of sum w(k) (z(i,k) - c(k)) = t (von Neumann's minimax theorem). Where
    /// t is zero a second program takes the combination that is ahead by most in sum among those that are nowhere
    /// behind, if there is one.
    ///
    /// - Throws: `WeightFailure` for a gap, or a program without an answer.
    public func firstPlace(of unit: Int) throws(WeightFailure) -> FirstPlace {
        try requireComplete(unit)
        let rivals = rivals(of: unit)
        guard !rivals.isEmpty else { return .unopposed }
        let program = try WeightProgram()
        let count = space.indicators
        let spaceRows = space.rows(columns: count + 1)
        let leadRows = rivals.map {
            (coefficients: lead(of: unit, over: $0) + [-1], bounds: LinearProgram.Bounds.atLeast(0))
        }
        var margin = LinearProgram(
            .maximise, costs: [Double](repeating: 0, count: count) + [1], rows: spaceRows + leadRows)
        margin.columnBounds[count] = .free
        guard let optimum = try program.solve(margin) else {
            throw .solverStopped(reason: "no weights keep the constraints")
        }
        if optimum.objective > Self.tolerance {
            return .possible(
                weights: Array(optimum.values.prefix(count)), margin: optimum.objective * range)
        }
        var shares = optimum.rowDuals.dropFirst(spaceRows.count).map { max(0, -$0) }
        if optimum.objective >= -Self.tolerance,
            let better = try dominatingShares(of: rivals, over: unit, program)
        {
            shares = better
        }
        return .excluded(try dominance(shares, of: rivals, over: unit, program))
    }

    /// Shares of rivals with sum s(j) z(j,k) >= z(i,k) for every k and the largest sum of surpluses; nil without any.
    private func dominatingShares(
        of rivals: [Int], over unit: Int, _ program: WeightProgram
    ) throws(WeightFailure) -> [Double]? {
        let sum = (
            coefficients: [Double](repeating: 1, count: rivals.count),
            bounds: LinearProgram.Bounds.equal(to: 1)
        )
        let rows = (0..<space.indicators).map { k in
            (
                coefficients: rivals.map { values[$0, k] - values[unit, k] },
                bounds: LinearProgram.Bounds.atLeast(0)
            )
        }
        let surpluses = rivals.map { lead(of: $0, over: unit).reduce(0, +) }
        return try program.solve(LinearProgram(.maximise, costs: surpluses, rows: [sum] + rows))?.values
    }

    private func dominance(
        _ raw: [Double], of rivals: [Int], over unit: Int, _ program: WeightProgram
    ) throws(WeightFailure) -> FirstPlace.Dominance {
        let sum = raw.reduce(0) { $0 + max(0, $1) }
        guard sum > 0 else { throw .solverStopped(reason: "it gives no shares of the rivals") }
        var shares = [Double](repeating: 0, count: values.rows)
        for (rival, share) in zip(rivals, raw) { shares[rival] = max(0, share) / sum }
        let profile = (0..<space.indicators).map { k in
            rivals.reduce(0) { $0 + shares[$1] * values[$1, k] }
        }
        let lead = profile.indices.map { values[unit, $0] - profile[$0] }
        return FirstPlace.Dominance(
            shares: shares, profile: profile.map { $0 * range },
            largestLead: try largest(lead, program) * range,
            better: lead.indices.filter { lead[$0] < -Self.tolerance },
            worse: lead.indices.filter { lead[$0] > Self.tolerance })
    }
}
