import DyadicModels
import LinearAlgebra
import Scoring
import Uncertainty

/// Full rank acceptability of all units under uniform weights on the simplex of all indicators.
///
/// - Parameter table: units x indicators, complete.
/// - Returns: as a check the mean over units of the share of first places squared.
func smaa(table path: String, draws: Int) throws -> (seconds: Double, check: Double) {
    let rows = try readNumbers(path)
    let count = rows[0].count
    let table = IndicatorTable(
        columns: (0..<count).map { column in rows.map { $0[column] } }, units: rows.count)
    let hierarchy = Hierarchy(levels: [
        .init(names: (0..<count).map { "x\($0)" }, parents: Array(repeating: 0, count: count))
    ])
    let (seconds, found) = try timed {
        let units = try WeightedUnits(
            table, hierarchy: hierarchy, isReference: rows.map { _ in true })
        return try Acceptability(
            of: units, weights: WeightSampler(WeightSpace(hierarchy, shape: .flat), seed: 1), draws: draws)
    }
    let squares = rows.indices.reduce(0.0) { sum, unit in
        let share = found.firstPlace(of: unit)?.value ?? 0
        return sum + share * share
    }
    return (seconds, squares / Double(rows.count))
}

/// Marginal two-sided step-down sets of the ranks of all units.
///
/// - Parameter table: one row a unit: estimate and standard error.
/// - Returns: as a check the mean width of the sets.
func rankSets(table path: String, draws: Int) throws -> (seconds: Double, check: Double) {
    let rows = try readNumbers(path)
    let (seconds, sets) = try timed {
        try RankInference(
            estimates: rows.map { $0[0] },
            covariance: SamplingCovariance(variances: rows.map { $0[1] * $0[1] }),
            draws: draws, generator: Philox(seed: 1, stream: 0)
        ).sets(.marginal)
    }
    return (seconds, sets.reduce(0.0) { $0 + Double($1.upper - $1.lower) } / Double(sets.count))
}

/// MRQAP with double semi-partialling.
///
/// - Parameter table: one row a pair of states, in order: outcome, then predictors.
/// - Returns: as a check the two-sided p of the first predictor.
func regression(table path: String, permutations: Int) throws -> (seconds: Double, check: Double) {
    let rows = try readNumbers(path)
    // n (n - 1) / 2 pairs.
    let states = (1...).first { $0 * ($0 - 1) / 2 >= rows.count } ?? 0
    func variable(_ column: Int) throws -> DyadicVariable {
        try DyadicVariable(states: states, values: rows.map { $0[column] })
    }
    let outcome = try variable(0)
    let predictors = try (1..<rows[0].count).map { (name: "x\($0)", variable: try variable($0)) }
    let (seconds, fit) = try timed {
        try QAPRegression(
            of: outcome, on: predictors,
            plan: PermutationPlan(draws: permutations, seed: 1))
    }
    return (seconds, fit.coefficients[0].test.pAbsolute)
}
