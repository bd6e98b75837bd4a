internal import Foundation
public import LinearAlgebra

/// The equal-weighted cosine estimate of the covariance of the means of serially dependent series (Lazarus, Lewis,
/// Stock & Watson 2018, HAR inference: recommendations for practice, Journal of Business & Economic Statistics
/// 36(4), 541-559).
///
/// Lambda(j) = (2 / T)^(1/2) sum over t of x(t) cos(pi j (t - 1/2) / T), j = 1 ... B; the long-run covariance is
/// the mean of Lambda(j) Lambda(j)', and the covariance of the means that over T. A mean over its standard error
/// has the t distribution with B degrees of freedom as T grows with B fixed.
///
/// *Properties.* Positive semidefinite, of rank at most B; a constant added to a series changes nothing, as the
/// cosines are orthogonal to constants; normal years without serial dependence give exactly t with B degrees. *Not
/// properties.* Not the covariance of independent years, even without dependence; a constant series has the
/// variance 0; a trend counts as slow variation and widens intervals.
public enum CosineProjection {
    /// B. The rule of Lazarus et al., 0.4 T^(2/3), gives 1.3 to 3.9 for 6 to 31 years; with fewer than 4 degrees of
    /// freedom intervals become very wide, and 4 costs coverage in short series with serial dependence
    /// (`CoverageSimulation`).
    public static let standardCosines = 4

    /// A root of the covariance of the means over years: root root' is P x P.
    ///
    /// - Parameters:
    ///   - values: T x P, one row a year in order.
    ///   - cosines: B, the degrees of freedom; at least 1 and less than T.
    /// - Returns: P x B.
    /// - Throws: `SamplingFailure.settingOutsideDomain` for less than one cosine, `.tooFewYears` unless T > B.
    public static func root(
        of values: Matrix, cosines: Int = standardCosines
    ) throws(SamplingFailure) -> Matrix {
        guard cosines >= 1 else {
            throw .settingOutsideDomain(name: "cosines", value: Double(cosines), need: "at least 1")
        }
        let years = values.rows
        guard years > cosines else { throw .tooFewYears(found: years, needed: cosines + 1) }
        let scale = (2 / Double(cosines)).squareRoot() / Double(years)
        let basis = Matrix(rows: years, columns: cosines) { year, cosine in
            scale * cos(.pi * Double(cosine + 1) * (Double(year) + 0.5) / Double(years))
        }
        // Large constants would leave their rounding in the projections.
        let means = values.transposedTimes([Double](repeating: 1 / Double(years), count: years))
        let centred = Matrix(rows: values.columns, columns: years) { values[$1, $0] - means[$0] }
        return centred.times(basis)
    }
}
