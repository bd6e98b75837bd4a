import Foundation
import Uncertainty

extension Kernel {
    /// Sobol's indices of the function of Ishigami & Homma (1990) with a = 7, b = 0.1, on three angles from -pi to pi: sample, evaluation,
    /// indices of single inputs and pairs, standard errors by 100 bootstrap samples.
    ///
    /// The answer: first-order indices, then total ones.
    static let sobolIndices = Kernel(
        name: "sobol", settings: [Setting("rows", 16_384)]
    ) { arguments in
        let rows = try arguments.integer("rows")
        return try Timing.of {
            let sample = try SaltelliSample(dimension: 3, rows: rows, seed: 1)
            let indices = try SobolIndices(of: sample, withPairs: true, replicates: 100) { point in
                let angle = point.map { (2 * $0 - 1) * Double.pi }
                let third = angle[2] * angle[2]
                return sin(angle[0]) + 7 * sin(angle[1]) * sin(angle[1]) + 0.1 * third * third * sin(angle[0])
            }
            return (indices.first + indices.total).map(\.value)
        }
    }
}
