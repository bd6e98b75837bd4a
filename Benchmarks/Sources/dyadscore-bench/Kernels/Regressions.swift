import DyadicModels
import LinearAlgebra

extension Kernel {
    /// MRQAP with double semi-partialling; a row a pair of states, in order: outcome, then predictors.
    ///
    /// The answer: the two-sided p of each predictor.
    static let regression = Kernel(
        name: "mrqap", files: ["PAIRS"], settings: [Setting("permutations", 10_000), Setting("repeat", 1)]
    ) { arguments in
        let rows = try readNumbers(arguments.files[0])
        // n (n - 1) / 2 pairs.
        let states = (1...).first { $0 * ($0 - 1) / 2 >= rows.count } ?? 0
        func variable(_ column: Int) throws -> DyadicVariable {
            try DyadicVariable(states: states, values: rows.map { $0[column] })
        }
        let outcome = try variable(0)
        let predictors = try (1..<rows[0].count).map { (name: "x\($0)", variable: try variable($0)) }
        let plan = try PermutationPlan(draws: arguments.integer("permutations"), seed: 1)
        return try Timing.of(repeats: try arguments.integer("repeat")) {
            try QAPRegression(of: outcome, on: predictors, plan: plan).coefficients.map(\.test.pAbsolute)
        }
    }

    /// Poisson pseudo-maximum likelihood; a row an observation: outcome, then the design without a constant.
    ///
    /// The answer: the coefficients, the constant first.
    static let poissonRegression = Kernel(
        name: "ppml", files: ["OBSERVATIONS"], settings: [Setting("repeat", 1)]
    ) { arguments in
        let rows = try readNumbers(arguments.files[0])
        let outcome = rows.map { $0[0] }
        let design = Matrix(rows: rows.count, columns: rows[0].count) { $1 == 0 ? 1 : rows[$0][$1] }
        return try Timing.of(repeats: try arguments.integer("repeat")) {
            try PoissonPseudoMaximumLikelihood(outcome: outcome, design: design).coefficients.map { $0 ?? 0 }
        }
    }
}
