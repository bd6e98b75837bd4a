internal import LinearPrograms

extension WeightSpace {
    /// Looks for weights that keep all constraints.
    ///
    /// In a nested space each group of siblings is looked at by itself, as its shares must exist even where the group
    /// has no weight.
    ///
    /// - Throws: `WeightFailure.infeasible` with an irreducible set of conflicting constraints, found by leaving them
    ///   out one by one (the deletion filter of Chinneck & Dravnieks 1991, Locating minimal infeasible constraint sets
    ///   in linear programs, ORSA Journal on Computing 3). With several conflicts it names one.
    func requireFeasibility() throws(WeightFailure) {
        guard !constraints.isEmpty else { return }
        let program = try WeightProgram()
        for simplex in simplices where !simplex.inequalities.isEmpty {
            var kept = Set(simplex.inequalities.map(\.constraint))
            guard try !isFeasible(simplex, keeping: kept, program) else { continue }
            for candidate in kept.sorted() {
                let fewer = kept.subtracting([candidate])
                if try !isFeasible(simplex, keeping: fewer, program) { kept = fewer }
            }
            throw .infeasible(
                conflicting: kept.sorted().map { constraints[$0].words(in: hierarchy) })
        }
    }

    private func isFeasible(
        _ simplex: WeightSimplex, keeping kept: Set<Int>, _ program: WeightProgram
    ) throws(WeightFailure) -> Bool {
        let count = simplex.nodes.count
        let sum = (
            coefficients: [Double](repeating: 1, count: count), bounds: LinearProgram.Bounds.equal(to: 1)
        )
        let rows = simplex.inequalities.filter { kept.contains($0.constraint) }.map {
            (coefficients: $0.coefficients, bounds: LinearProgram.Bounds.atMost($0.bound))
        }
        return try program.solve(
            LinearProgram(.minimise, costs: Array(repeating: 0, count: count), rows: [sum] + rows)) != nil
    }
}
