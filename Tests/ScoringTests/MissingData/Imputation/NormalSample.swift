import Foundation
import TestSupport

/// Rows of a known normal model with values missing completely at random, for the tests of imputation.
struct NormalSample {
    static let mean = [1.0, -2.0, 0.5]
    /// Standard deviations 1, 2, 0.5; correlations 0.6, -0.3, 0.4.
    static let covariance = [[1.0, 1.2, -0.15], [1.2, 4.0, 0.4], [-0.15, 0.4, 0.25]]

    let complete: [[Double]]
    let rows: [[Double?]]

    init(count: Int, missing share: Double, seed: UInt64) {
        var random = SplitMix(seed: seed)
        func normal() -> Double {
            (-2 * log(random.uniform())).squareRoot() * cos(2 * .pi * random.uniform())
        }
        let factor = Self.cholesky(Self.covariance)
        complete = (0..<count).map { _ in
            let noise = [normal(), normal(), normal()]
            return (0..<3).map { row in
                (0...row).reduce(Self.mean[row]) { $0 + factor[row][$1] * noise[$1] }
            }
        }
        rows = complete.map { row in
            let isMissing = row.map { _ in random.uniform() < share }
            // Nobody without any observation.
            return isMissing.contains(false)
                ? zip(row, isMissing).map { $1 ? nil : $0 } : [row[0], nil, nil]
        }
    }

    var columns: [[Double?]] { (0..<3).map { place in rows.map { $0[place] } } }

    static func cholesky(_ matrix: [[Double]]) -> [[Double]] {
        var factor = matrix.map { $0.map { _ in 0.0 } }
        for row in matrix.indices {
            for column in 0...row {
                let rest = (0..<column).reduce(matrix[row][column]) {
                    $0 - factor[row][$1] * factor[column][$1]
                }
                factor[row][column] =
                    row == column ? rest.squareRoot() : rest / factor[column][column]
            }
        }
        return factor
    }

    /// The expected value and variance of one missing indicator given the observed ones, by Gaussian elimination.
    static func conditional(
        _ target: Int, given row: [Double?], mean: [Double] = mean, covariance: [[Double]] = covariance
    ) -> (expectation: Double, variance: Double) {
        let observed = row.indices.filter { row[$0] != nil }
        let system = observed.map { i in observed.map { covariance[i][$0] } }
        let slopes = solve(system, observed.map { covariance[$0][target] })
        var (expectation, variance) = (mean[target], covariance[target][target])
        for (place, indicator) in observed.enumerated() {
            expectation += slopes[place] * ((row[indicator] ?? 0) - mean[indicator])
            variance -= slopes[place] * covariance[indicator][target]
        }
        return (expectation, variance)
    }

    static func solve(_ matrix: [[Double]], _ rightHandSide: [Double]) -> [Double] {
        var (a, b) = (matrix, rightHandSide)
        for pivot in a.indices {
            for row in a.indices where row > pivot {
                let factor = a[row][pivot] / a[pivot][pivot]
                for column in pivot..<a.count { a[row][column] -= factor * a[pivot][column] }
                b[row] -= factor * b[pivot]
            }
        }
        for pivot in a.indices.reversed() {
            for column in (pivot + 1)..<max(a.count, pivot + 1) { b[pivot] -= a[pivot][column] * b[column] }
            b[pivot] /= a[pivot][pivot]
        }
        return b
    }
}
