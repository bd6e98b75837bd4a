internal import LinearAlgebra
internal import LinearPrograms

extension ExactWeights {
    /// The smallest change of declared weights, to weights of the space, after which a leader is no longer ahead of all:
    /// of those, for each rival that some weights put ahead of it, that bring both level. Nil if no rival ever is ahead.
    ///
    /// - Parameters:
    ///   - declared: K weights, not negative, sum one. Where they are outside the space, getting into it counts.
    ///   - leader: the unit ahead of the class under the declared weights; if it is not, the change is none.
    ///   - measure: what is made smallest: the sum of the absolute changes of the weights, or the largest of them.
    /// - Throws: `WeightFailure` for unusable weights, a gap, or a program without an answer.
    public func smallestChange(
        of declared: [Double], dethroning leader: Int, measure: WeightChange.Measure
    ) throws(WeightFailure) -> WeightChange? {
        try requireComplete(leader)
        let program = try WeightProgram()
        var smallest: WeightChange?
        for rival in rivals(of: leader) {
            let lead = lead(of: rival, over: leader)
            guard try largest(lead, program) > Self.tolerance else { continue }
            guard
                let (weights, size) = try change(of: declared, keeping: [lead], measure: measure, program),
                size < smallest?.size ?? .infinity
            else { continue }
            smallest = WeightChange(weights: weights, size: size, winner: rival)
        }
        return smallest
    }

    /// The smallest change of declared weights, to weights of the space, that makes a unit first: to the point at which
    /// it is level with the last of its rivals that are ahead. Nil if no weights put it alone in first place.
    ///
    /// - Parameters:
    ///   - declared: as above.
    ///   - unit: 0 ..< P, of the class or not; it is set against the members of the class.
    ///   - measure: as above.
    /// - Throws: as above.
    public func smallestChange(
        of declared: [Double], crowning unit: Int, measure: WeightChange.Measure
    ) throws(WeightFailure) -> WeightChange? {
        if case .excluded = try firstPlace(of: unit) { return nil }
        let leads = rivals(of: unit).map { lead(of: unit, over: $0) }
        return try change(of: declared, keeping: leads, measure: measure, try WeightProgram()).map {
            WeightChange(weights: $0.weights, size: $0.size, winner: unit)
        }
    }

    /// The weights of the space nearest to the declared ones with sum w(k) lead(k) >= 0 for all leads; nil for none.
    private func change(
        of declared: [Double], keeping leads: [[Double]], measure: WeightChange.Measure,
        _ program: WeightProgram
    ) throws(WeightFailure) -> (weights: [Double], size: Double)? {
        let count = space.indicators
        guard declared.count == count, declared.allSatisfy({ $0 >= 0 }),
            abs(declared.reduce(0, +) - 1) <= 1e-9
        else {
            throw .mismatched(reason: "declared weights must be \(count) numbers from zero with a sum of one")
        }
        // Columns: the weights, then bounds on their absolute changes (one each, or one for all).
        let bounds = measure == .total ? count : 1
        let none = [Double](repeating: 0, count: bounds)
        var rows = space.rows(columns: count + bounds)
        rows += leads.map { (coefficients: $0 + none, bounds: LinearProgram.Bounds.atLeast(0)) }
        for k in 0..<count {
            var row = [Double](repeating: 0, count: count + bounds)
            row[k] = 1
            row[count + (measure == .total ? k : 0)] = -1
            rows.append((row, .atMost(declared[k])))
            row[count + (measure == .total ? k : 0)] = 1
            rows.append((row, .atLeast(declared[k])))
        }
        let costs = [Double](repeating: 0, count: count) + [Double](repeating: 1, count: bounds)
        guard let optimum = try program.solve(LinearProgram(.minimise, costs: costs, rows: rows)) else {
            return nil
        }
        return (Array(optimum.values.prefix(count)), max(0, optimum.objective))
    }
}
