import LinearAlgebra
import Testing

@testable import Uncertainty

struct SamplingCovarianceTests {
    /// The root of a covariance matrix, of a diagonal one and the root itself mean the same errors.
    @Test func formsOfTheCovariance() throws {
        let inference = try RankInferenceTests.random(seed: 23, units: 6, columns: 3)
        let root = inference.covariance.root
        let covariance = try SamplingCovariance(matrix: root.times(root.transposed))
        for first in 0..<6 {
            #expect(abs(covariance.variance(of: first) - inference.covariance.variance(of: first)) < 1e-12)
            for second in 0..<first {
                let expected = inference.covariance.standardError(of: first, minus: second)
                #expect(abs(covariance.standardError(of: first, minus: second) - expected) < 1e-12)
            }
        }
        let diagonal = try SamplingCovariance(matrix: Matrix(rows: 2, columns: 2) { $0 == $1 ? 4 : 0 })
        #expect(abs(diagonal.standardError(of: 0, minus: 1) - 8.0.squareRoot()) < 1e-14)
    }

    @Test func refusedCovariances() {
        #expect(throws: SamplingFailure.noUnits) { try SamplingCovariance(variances: []) }
        #expect(throws: SamplingFailure.notFinite(what: "a variance")) {
            try SamplingCovariance(variances: [.nan])
        }
        let refused: [[[Double]]] = [[[1, 2], [2, 1]], [[1, 0.5], [0.4, 1]], [[-1, 0], [0, 1]]]
        for rows in refused {
            #expect(throws: SamplingFailure.self) {
                try SamplingCovariance(matrix: Matrix(rows: 2, columns: 2) { rows[$0][$1] })
            }
        }
        #expect(throws: SamplingFailure.self) { try SamplingCovariance(variances: [1, -1]) }
        #expect(throws: SamplingFailure.self) { try SamplingCovariance(matrix: Matrix(rows: 2, columns: 3)) }
        #expect(throws: SamplingFailure.self) {
            try SamplingCovariance(root: Matrix(rows: 2, columns: 1), degreesOfFreedom: 0)
        }
    }
}
