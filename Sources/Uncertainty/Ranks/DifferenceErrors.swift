internal import LinearAlgebra

/// Standard errors of the differences of P scores, symmetric; zero where a difference is known.
///
/// Kept for every pair of up to `largestTable` units, else computed when asked for.
struct DifferenceErrors: Sendable {
    private static let largestTable = 1_000

    private let covariance: SamplingCovariance
    private let variances: [Double]
    /// P x P; nil for many units.
    private let table: Matrix?

    init(of covariance: SamplingCovariance) {
        self.covariance = covariance
        let units = covariance.units
        let variances = (0..<units).map(covariance.variance)
        self.variances = variances
        guard units <= Self.largestTable else {
            table = nil
            return
        }
        var table = Matrix(rows: units, columns: units)
        for first in 0..<units {
            for second in 0..<first {
                let error = covariance.standardError(of: first, minus: second, variances: variances)
                table[first, second] = error
                table[second, first] = error
            }
        }
        self.table = table
    }

    subscript(first: Int, second: Int) -> Double {
        if let table { return table[first, second] }
        return first == second
            ? 0 : covariance.standardError(of: first, minus: second, variances: variances)
    }
}
