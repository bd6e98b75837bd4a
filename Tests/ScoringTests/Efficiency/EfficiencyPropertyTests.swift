import LinearAlgebra
import LinearPrograms
import Numerics
import Scoring
import Testing

struct EfficiencyPropertyTests {
    /// One input, one output: the frontier can be written down. CRS: the productivity over the best one. Input
    /// orientation: the least input over all segments between two units (and the origin for NIRS) that reach y.
    @Test(arguments: 0..<UInt64(20))
    func oneInputAndOneOutputMatchTheGeometry(stream: UInt64) throws {
        let (x, y) = randomProductionTable(stream, units: 12, inputs: 1, outputs: 1)
        let points = (0..<12).map { (x: x[$0, 0], y: y[$0, 0]) }
        let table = try ProductionTable(inputs: x, outputs: y, isReference: points.map { _ in true })
        for model in allModels {
            let result = try table.efficiencies(model).map(\.efficiency)
            for (unit, point) in points.enumerated() {
                let expected = geometricEfficiency(of: point, among: points, model)
                #expect(isNear(result[unit], expected, 1e-9), "\(model), unit \(unit)")
            }
        }
    }

    private func geometricEfficiency(
        of point: (x: Double, y: Double), among points: [(x: Double, y: Double)], _ model: EfficiencyModel
    ) -> Double {
        if model.returnsToScale == .constant {
            return point.y / point.x / (points.map { $0.y / $0.x }.max() ?? 0)
        }
        let corners = points + (model.returnsToScale == .nonIncreasing ? [(x: 0, y: 0)] : [])
        var leastInput = Double.infinity
        var mostOutput = 0.0
        for a in corners {
            for b in corners {
                if a.y >= point.y { leastInput = min(leastInput, a.x) }
                if a.x <= point.x { mostOutput = max(mostOutput, a.y) }
                if a.y < point.y, b.y > point.y {
                    leastInput = min(leastInput, a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y))
                }
                if a.x < point.x, b.x > point.x {
                    mostOutput = max(mostOutput, a.y + (b.y - a.y) * (point.x - a.x) / (b.x - a.x))
                }
            }
        }
        return model.orientation == .input ? leastInput / point.x : point.y / mostOutput
    }

    @Test(arguments: 0..<UInt64(8))
    func envelopmentMatchesTheMultiplierForm(stream: UInt64) throws {
        let (x, y) = randomProductionTable(100 + stream, units: 15, inputs: 2, outputs: 3)
        try compareWithTheMultiplierForm(x, y)
    }

    /// Counts as dyads have them: many zeros, small whole numbers, a few large values.
    @Test(arguments: 0..<UInt64(6))
    func envelopmentOfCountsMatchesTheMultiplierForm(stream: UInt64) throws {
        var cursor = RandomCursor(Philox(seed: 1978, stream: 150 + stream))
        func count(_ row: Int, _ column: Int) -> Double {
            switch cursor.nextInteger(below: 20) {
            case 0..<8: 0
            case 8..<19: Double(cursor.nextInteger(below: 6))
            default: Double(cursor.nextInteger(below: 4000)) / 7
            }
        }
        let x = Matrix(rows: 40, columns: 2, element: count)
        try compareWithTheMultiplierForm(x, Matrix(rows: 40, columns: 2, element: count))
    }

    /// The multiplier form, a program of its own: max u y - v0, v x = 1, u y_j - v x_j - v0 <= 0, with v0 zero,
    /// free or not negative (input orientation; Cooper, Seiford & Tone 2007, sections 2.3 and 4.3).
    private func compareWithTheMultiplierForm(_ x: Matrix, _ y: Matrix) throws {
        let (units, inputs, outputs) = (x.rows, x.columns, y.columns)
        let table = try ProductionTable(
            inputs: x, outputs: y, isReference: Array(repeating: true, count: units))
        let members = (0..<units).filter { unit in
            x.row(unit).contains { $0 > 0 } && y.row(unit).contains { $0 > 0 }
        }
        for returnsToScale in ReturnsToScale.allCases {
            let result = try table.efficiencies(
                EfficiencyModel(returnsToScale: returnsToScale, orientation: .input))
            for unit in members {
                let offset = inputs + outputs
                var program = LinearProgram(.maximise, columns: offset + 1, rows: members.count + 1)
                for r in 0..<outputs { program.costs[r] = y[unit, r] }
                program.costs[offset] = -1
                for i in 0..<inputs { program[members.count, outputs + i] = x[unit, i] }
                program.rowBounds[members.count] = .equal(to: 1)
                for (row, j) in members.enumerated() {
                    for r in 0..<outputs { program[row, r] = y[j, r] }
                    for i in 0..<inputs { program[row, outputs + i] = -x[j, i] }
                    program[row, offset] = -1
                    program.rowBounds[row] = .atMost(0)
                }
                program.columnBounds[offset] =
                    switch returnsToScale {
                    case .constant: .equal(to: 0)
                    case .variable: .free
                    case .nonIncreasing: .notNegative
                    }
                let expected = try LinearProgramSolver().solve(program).optimum?.objective
                #expect(isNear(result[unit].efficiency, expected, 1e-9), "\(returnsToScale), unit \(unit)")
            }
        }
    }

    @Test(arguments: 0..<UInt64(10))
    func assumptionsAndOrientationsAreOrdered(stream: UInt64) throws {
        let (x, y) = randomProductionTable(200 + stream, units: 20, inputs: 2, outputs: 2)
        let table = try ProductionTable(inputs: x, outputs: y, isReference: Array(repeating: true, count: 20))
        func values(_ returnsToScale: ReturnsToScale, _ orientation: Orientation) throws -> [Double] {
            try table.efficiencies(EfficiencyModel(returnsToScale: returnsToScale, orientation: orientation))
                .compactMap(\.efficiency)
        }
        for orientation in Orientation.allCases {
            let crs = try values(.constant, orientation)
            let nirs = try values(.nonIncreasing, orientation)
            let vrs = try values(.variable, orientation)
            #expect(crs.count == 20 && nirs.count == 20 && vrs.count == 20)
            for unit in 0..<20 {
                #expect(crs[unit] > 0 && crs[unit] <= nirs[unit] + 1e-9)
                #expect(nirs[unit] <= vrs[unit] + 1e-9 && vrs[unit] <= 1)
            }
            #expect(crs.contains { $0 >= 1 - 1e-9 })
        }
        #expect(areNear(try values(.constant, .input), try values(.constant, .output), 1e-9))
    }

    @Test(arguments: allModels)
    func unitsOfMeasurementAndOrderDoNotMatter(model: EfficiencyModel) throws {
        let (x, y) = randomProductionTable(300, units: 20, inputs: 2, outputs: 2)
        let marks = Array(repeating: true, count: 20)
        let plain = try ProductionTable(inputs: x, outputs: y, isReference: marks).efficiencies(model)
        let rescaled = try ProductionTable(
            inputs: Matrix(rows: 20, columns: 2) { x[$0, $1] * [1e-6, 3e7][$1] },
            outputs: Matrix(rows: 20, columns: 2) { y[$0, $1] * [1e5, 0.25][$1] }, isReference: marks
        ).efficiencies(model)
        #expect(areNear(rescaled.map(\.efficiency), plain.map(\.efficiency), 1e-9))
        for (a, b) in zip(rescaled, plain) {
            let slacks = try #require(b.projection).inputSlacks
            #expect(
                areNear(try #require(a.projection).inputSlacks, [slacks[0] * 1e-6, slacks[1] * 3e7], 0.1))
        }
        let reversed = try ProductionTable(
            inputs: Matrix(rows: 20, columns: 2) { x[19 - $0, $1] },
            outputs: Matrix(rows: 20, columns: 2) { y[19 - $0, $1] }, isReference: marks
        ).efficiencies(model)
        #expect(areNear(reversed.map(\.efficiency).reversed(), plain.map(\.efficiency), 1e-9))
    }

    /// The projection is a point of the technology, and slacks and intensities say which.
    @Test(arguments: allModels)
    func projectionsAreMadeOfTheirPeers(model: EfficiencyModel) throws {
        let (x, y) = randomProductionTable(400, units: 20, inputs: 2, outputs: 2)
        let table = try ProductionTable(inputs: x, outputs: y, isReference: Array(repeating: true, count: 20))
        for (unit, result) in try table.efficiencies(model).enumerated() {
            let point = try #require(result.projection)
            let isInput = model.orientation == .input
            for i in 0..<2 {
                let made = (0..<20).reduce(0.0) { $0 + point.intensities[$1] * x[$1, i] }
                let goal = (isInput ? point.distance : 1) * x[unit, i] - point.inputSlacks[i]
                #expect(isNear(made, goal, 1e-7))
                let madeOutput = (0..<20).reduce(0.0) { $0 + point.intensities[$1] * y[$1, i] }
                let outputGoal = (isInput ? 1 : point.distance) * y[unit, i] + point.outputSlacks[i]
                #expect(isNear(madeOutput, outputGoal, 1e-7))
            }
            let total = point.intensities.reduce(0, +)
            switch model.returnsToScale {
            case .constant: #expect(total > 0)
            case .variable: #expect(isNear(total, 1, 1e-9))
            case .nonIncreasing: #expect(total <= 1 + 1e-9)
            }
        }
    }

    @Test(arguments: allModels)
    func superEfficiencyChangesOnlyTheEfficient(model: EfficiencyModel) throws {
        let (x, y) = randomProductionTable(500, units: 20, inputs: 2, outputs: 2)
        let table = try ProductionTable(inputs: x, outputs: y, isReference: Array(repeating: true, count: 20))
        let plain = try table.efficiencies(model)
        let beyond = try table.superEfficiencies(model)
        var infeasible = 0
        for unit in 0..<20 {
            let efficiency = try #require(plain[unit].efficiency)
            guard let superEfficiency = beyond[unit].efficiency else {
                #expect(beyond[unit] == .beyondReference && efficiency >= 1 - 1e-9)
                infeasible += 1
                continue
            }
            if efficiency < 1 - 1e-9 {
                #expect(isNear(superEfficiency, efficiency, 1e-9))
            } else {
                #expect(superEfficiency >= 1 - 1e-9)
            }
            #expect(beyond[unit].projection?.intensities[unit] == 0)
        }
        // Under constant returns every program has a solution; so has, for outputs, every one that may shrink.
        let isFeasible =
            model.returnsToScale == .constant
            || model == EfficiencyModel(returnsToScale: .nonIncreasing, orientation: .output)
        #expect((infeasible == 0) == isFeasible)
    }
}
