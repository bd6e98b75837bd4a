internal import LinearAlgebra

/// A regression on dyadic variables, taken apart for permutation: standardised columns over the pairs that all variables
/// observe, and what is left of each predictor and of the outcome after the other predictors.
struct QAPDesign: Sendable {
    /// One predictor against the others.
    struct Partial: Sendable {
        /// An orthonormal basis of the other predictors, centred; each as long as `rows`.
        let basis: [[Double]]
        /// What is left of the predictor, and of the outcome, after a constant and the others.
        let residual: [Double]
        let outcomeResidual: [Double]
        /// Of standardised variables.
        let coefficient: Double
        let standardError: Double
        var statistic: Double { coefficient / standardError }
    }

    let layout: PairLayout
    /// The pairs that all variables observe, as places in `layout.pairs`.
    let rows: [Int]
    /// The outcome and the K predictors, mean 0 and variance 1 over the rows.
    let outcome: [Double]
    let columns: [[Double]]
    let centres: [Double]
    let scales: [Double]
    let outcomeCentre: Double
    let outcomeScale: Double
    let partials: [Partial]
    /// An orthonormal basis of all predictors.
    let basis: [[Double]]
    let rSquared: Double

    var degreesOfFreedom: Int { rows.count - columns.count - 1 }
    /// Whether every pair of the states is a row.
    var isComplete: Bool { rows.count == layout.pairs.count }

    init(
        outcome: DyadicVariable, predictors: [(name: String, variable: DyadicVariable)]
    ) throws(Absence) {
        guard !predictors.isEmpty else { throw Absence("a regression needs a predictor") }
        if let other = predictors.first(where: { $0.variable.states != outcome.states }) {
            throw Absence(
                "\(other.name) is of \(other.variable.states) states, the outcome of \(outcome.states)")
        }
        layout = PairLayout(states: outcome.states)
        rows = outcome.values.indices.filter { pair in
            outcome.values[pair] != nil && predictors.allSatisfy { $0.variable.values[pair] != nil }
        }
        guard rows.count > predictors.count + 1 else {
            throw Absence(
                "\(rows.count) pairs are observed throughout, too few for \(predictors.count) predictors")
        }
        let y = try Self.standardised(outcome, rows: rows, name: "the outcome")
        (self.outcome, outcomeCentre, outcomeScale) = y
        var (columns, centres, scales): ([[Double]], [Double], [Double]) = ([], [], [])
        for (name, variable) in predictors {
            let column = try Self.standardised(variable, rows: rows, name: name)
            columns.append(column.values)
            centres.append(column.centre)
            scales.append(column.scale)
        }
        (self.columns, self.centres, self.scales) = (columns, centres, scales)
        basis = try Self.basis(of: columns, names: predictors.map(\.name))
        let total = dot(y.values, y.values)
        let left = Self.rest(of: y.values, after: basis)
        let unexplained = dot(left, left)
        guard unexplained > 1e-12 * total else {
            throw Absence("the predictors explain the outcome without a rest: no statistic has an error")
        }
        rSquared = 1 - unexplained / total
        let variance = unexplained / Double(rows.count - columns.count - 1)
        var partials: [Partial] = []
        for k in columns.indices {
            let others = columns.indices.filter { $0 != k }
            let basis = try Self.basis(
                of: others.map { columns[$0] }, names: others.map { predictors[$0].name })
            let residual = Self.rest(of: columns[k], after: basis)
            let outcomeResidual = Self.rest(of: y.values, after: basis)
            let length = dot(residual, residual)
            partials.append(
                Partial(
                    basis: basis, residual: residual, outcomeResidual: outcomeResidual,
                    coefficient: dot(residual, outcomeResidual) / length,
                    standardError: (variance / length).squareRoot()))
        }
        self.partials = partials
    }

    private static func standardised(
        _ variable: DyadicVariable, rows: [Int], name: String
    ) throws(Absence) -> (values: [Double], centre: Double, scale: Double) {
        let values = rows.compactMap { variable.values[$0] }
        let (centre, scale) = centreAndScale(values)
        let standardised = values.map { ($0 - centre) / scale }
        guard dot(standardised, standardised) > 0.5 * Double(rows.count) else {
            throw Absence("\(name) does not vary over the pairs that all variables observe")
        }
        return (standardised, centre, scale)
    }

    /// Orthonormal vectors with the span of some columns, by Gram-Schmidt, twice.
    ///
    /// - Throws: `Absence` for a column that depends on those before it: less than 1e-7 of its length is left.
    private static func basis(of columns: [[Double]], names: [String]) throws(Absence) -> [[Double]] {
        var basis: [[Double]] = []
        for (column, name) in zip(columns, names) {
            let left = rest(of: column, after: basis)
            let length = dot(left, left)
            guard length > 1e-14 * dot(column, column) else {
                throw Absence("\(name) is a linear combination of the other predictors")
            }
            basis.append(left.map { $0 / length.squareRoot() })
        }
        return basis
    }

    /// What is left of a vector after projection on orthonormal vectors; projected twice, against rounding.
    private static func rest(of vector: [Double], after basis: [[Double]]) -> [Double] {
        var rest = vector
        for _ in 1...2 {
            for direction in basis {
                let share = dot(rest, direction)
                for index in rest.indices { rest[index] -= share * direction[index] }
            }
        }
        return rest
    }
}

/// The inner product of vectors of equal length, by four partial sums.
func dot(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in dot(a, b) } }
}

/// The same over buffers, for inner loops.
@inline(__always)
func dot(_ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>) -> Double {
    let count = min(a.count, b.count)
    var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 4 <= count {
        s0 += a[index] * b[index]
        s1 += a[index + 1] * b[index + 1]
        s2 += a[index + 2] * b[index + 2]
        s3 += a[index + 3] * b[index + 3]
        index += 4
    }
    while index < count {
        s0 += a[index] * b[index]
        index += 1
    }
    return (s0 + s1) + (s2 + s3)
}
