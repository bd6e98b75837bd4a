internal import LinearAlgebra

extension ProductionTable {
    /// The efficiency of every unit against the frontier of the reference class; P.
    ///
    /// Radial models: Charnes, Cooper & Rhodes (1978), Measuring the efficiency of decision making units, and
    /// Banker, Charnes & Cooper (1984), Some models for estimating technical and scale inefficiencies; in the
    /// notation of Cooper, Seiford & Tone (2007), Data Envelopment Analysis, chapters 3 and 4.
    ///
    /// Holds: no value depends on units of measurement or on the order of units; for units of the class
    /// CRS <= NIRS <= VRS <= 1; under CRS both orientations give the same efficiency. Does not hold: an efficiency
    /// is relative to the class, and a further unit may lower all others; with more inputs and outputs it can
    /// only rise; intensities and slacks need not be unique.
    public func efficiencies(_ model: EfficiencyModel) throws(EfficiencyFailure) -> [UnitEfficiency] {
        try measure(model, excludingSelf: false)
    }

    /// The efficiency of every unit against a frontier made without it; P.
    ///
    /// Andersen & Petersen (1993), A procedure for ranking efficient units in data envelopment analysis. Equal to
    /// the efficiency for units that are not efficient and for those outside the class; at least 1 for the
    /// efficient; `.beyondReference` where the program is infeasible, which under constant returns takes zeros
    /// and otherwise happens readily (Seiford & Zhu 1999, Infeasibility of super-efficiency models).
    public func superEfficiencies(_ model: EfficiencyModel) throws(EfficiencyFailure) -> [UnitEfficiency] {
        try measure(model, excludingSelf: true)
    }

    /// The frontier of the members.
    func frontier(_ model: EfficiencyModel) -> Frontier {
        func rows(_ matrix: Matrix) -> Matrix {
            Matrix(rows: members.count, columns: matrix.columns) { matrix[members[$0], $1] }
        }
        return Frontier(inputs: rows(inputs), outputs: rows(outputs), model: model)
    }

    private func measure(
        _ model: EfficiencyModel, excludingSelf: Bool
    ) throws(EfficiencyFailure) -> [UnitEfficiency] {
        let frontier = frontier(model)
        let solver = try FrontierSolver(frontier)
        var places = Array(repeating: Int?.none, count: units)
        for (place, unit) in members.enumerated() { places[unit] = place }
        var results: [UnitEfficiency] = []
        for unit in 0..<units {
            let (x, y) = (inputs.row(unit), outputs.row(unit))
            guard x.contains(where: { $0 > 0 }) else {
                results.append(.withoutInput)
                continue
            }
            guard y.contains(where: { $0 > 0 }) else {
                results.append(.withoutOutput)
                continue
            }
            let excluded = excludingSelf ? places[unit] : nil
            guard var distance = try solver.distance(unit: unit, x: x, y: y, excluding: excluded) else {
                results.append(.beyondReference)
                continue
            }
            if places[unit] != nil, !excludingSelf {
                // A member is no better than itself; only rounding can say so.
                distance = model.orientation == .input ? min(distance, 1) : max(distance, 1)
            }
            let (slacks, intensities) = try solver.slacks(
                unit: unit, x: x, y: y, distance: distance, excluding: excluded)
            var allIntensities = Array(repeating: 0.0, count: units)
            for (member, intensity) in zip(members, intensities) { allIntensities[member] = intensity }
            let efficiency = model.efficiency(ofDistance: distance)
            results.append(
                .measured(
                    UnitEfficiency.Projection(
                        distance: distance, efficiency: efficiency,
                        inputSlacks: zip(slacks, frontier.inputMeans).map { $0 * $1 },
                        outputSlacks: zip(slacks.dropFirst(x.count), frontier.outputMeans).map { $0 * $1 },
                        intensities: allIntensities,
                        isEfficient: efficiency >= 1 - 1e-7 && slacks.allSatisfy { $0 <= 1e-7 })))
        }
        return results
    }
}
