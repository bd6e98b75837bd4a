import LinearAlgebra
import Uncertainty

extension Kernel {
    /// Marginal two-sided step-down sets of the ranks of all units; a row a unit: estimate and standard error.
    ///
    /// The answer: the mean width of the sets.
    static let rankSets = Kernel(
        name: "rank-sets", files: ["ESTIMATES"], settings: [Setting("draws", 1000), Setting("repeat", 1)]
    ) { arguments in
        let rows = try readNumbers(arguments.files[0])
        let draws = try arguments.integer("draws")
        return try Timing.of(repeats: try arguments.integer("repeat")) {
            let sets = try RankInference(
                estimates: rows.map { $0[0] },
                covariance: SamplingCovariance(variances: rows.map { $0[1] * $0[1] }),
                draws: draws, generator: Philox(seed: 1, stream: 0)
            ).sets(.marginal)
            return [sets.reduce(0.0) { $0 + Double($1.upper - $1.lower) } / Double(sets.count)]
        }
    }
}
