internal import LinearAlgebra
internal import LinearPrograms

/// The points that span a technology, and the programs that measure a unit against it.
///
/// Rows are divided by the measured unit's own values and intensities by their largest coefficient. That changes
/// no optimum (the models are invariant to units), and makes the solver's tolerances relative to the unit.
struct Frontier: Sendable {
    /// R x I.
    let inputs: Matrix
    /// R x O.
    let outputs: Matrix
    let model: EfficiencyModel
    /// Means over the frontier, 1 where they are zero: what slacks are measured in.
    let inputMeans: [Double]
    let outputMeans: [Double]

    init(inputs: Matrix, outputs: Matrix, model: EfficiencyModel) {
        self.inputs = inputs
        self.outputs = outputs
        self.model = model
        func means(_ matrix: Matrix) -> [Double] {
            (0..<matrix.columns).map { j in
                let sum = matrix.column(j).reduce(0, +)
                return sum > 0 ? sum / Double(matrix.rows) : 1
            }
        }
        inputMeans = means(inputs)
        outputMeans = means(outputs)
    }

    var size: Int { inputs.rows }

    /// A program and what its intensities have to be divided by.
    struct Scaled {
        var program: LinearProgram
        var sizes: [Double]
        /// The column of the first intensity.
        let first: Int
    }

    /// Input orientation: min theta, X' lambda <= theta x, Y' lambda >= y. Output orientation: max phi,
    /// X' lambda <= x, Y' lambda >= phi y. Column 0 is the distance, the intensities follow.
    func radialProgram(x: [Double], y: [Double], excluding excluded: Int?) -> Scaled {
        let isInput = model.orientation == .input
        var scaled = intensityProgram(
            isInput ? .minimise : .maximise, x: x, y: y, excluding: excluded, leading: 1)
        scaled.program.costs[0] = 1
        for i in x.indices {
            let value = x[i] / scale(x[i], inputMeans[i])
            if isInput { scaled.program[i, 0] = -value }
            scaled.program.rowBounds[i] = .atMost(isInput ? 0 : value)
        }
        for r in y.indices {
            let value = y[r] / scale(y[r], outputMeans[r])
            if !isInput { scaled.program[x.count + r, 0] = -value }
            scaled.program.rowBounds[x.count + r] = .atLeast(isInput ? value : 0)
        }
        return scaled
    }

    /// At a given distance, the largest sum of slacks, each over its column's mean (the second stage of Ali &
    /// Seiford 1993; the means make it invariant to units). Slacks of inputs and outputs come first.
    func slackProgram(x: [Double], y: [Double], distance: Double, excluding excluded: Int?) -> Scaled {
        let isInput = model.orientation == .input
        let slacks = x.count + y.count
        var scaled = intensityProgram(.maximise, x: x, y: y, excluding: excluded, leading: slacks)
        for i in x.indices {
            let scale = scale(x[i], inputMeans[i])
            scaled.program.costs[i] = 1
            scaled.program[i, i] = inputMeans[i] / scale
            scaled.program.rowBounds[i] = .equal(to: (isInput ? distance : 1) * x[i] / scale)
        }
        for r in y.indices {
            let row = x.count + r
            let scale = scale(y[r], outputMeans[r])
            scaled.program.costs[row] = 1
            scaled.program[row, row] = -outputMeans[r] / scale
            scaled.program.rowBounds[row] = .equal(to: (isInput ? 1 : distance) * y[r] / scale)
        }
        return scaled
    }

    /// The rows X' lambda, Y' lambda and sum lambda, after `leading` columns.
    private func intensityProgram(
        _ sense: LinearProgram.Sense, x: [Double], y: [Double], excluding excluded: Int?, leading: Int
    ) -> Scaled {
        let hasSum = model.returnsToScale != .constant
        let sumRow = x.count + y.count
        var program = LinearProgram(sense, columns: leading + size, rows: sumRow + (hasSum ? 1 : 0))
        var sizes = Array(repeating: 1.0, count: size)
        let scales =
            zip(x, inputMeans).map { scale($0, $1) } + zip(y, outputMeans).map { scale($0, $1) }
        var coefficients = [Double](repeating: 1, count: sumRow + (hasSum ? 1 : 0))
        for j in 0..<size {
            for i in x.indices { coefficients[i] = inputs[j, i] / scales[i] }
            for r in y.indices { coefficients[x.count + r] = outputs[j, r] / scales[x.count + r] }
            let largest = coefficients.reduce(0) { max($0, $1) }
            if largest > 0 { sizes[j] = largest }
            for row in coefficients.indices { program[row, leading + j] = coefficients[row] / sizes[j] }
        }
        if hasSum {
            program.rowBounds[sumRow] = model.returnsToScale == .variable ? .equal(to: 1) : .atMost(1)
        }
        if let excluded { program.columnBounds[leading + excluded] = .equal(to: 0) }
        return Scaled(program: program, sizes: sizes, first: leading)
    }

    private func scale(_ value: Double, _ mean: Double) -> Double { value > 0 ? value : mean }
}
