public import Dyads

/// What a gravity equation was fitted on, and how that went.
public struct GravityReport: Equatable, Sendable {
    /// One column of the equation.
    public struct Coefficient: Equatable, Sendable {
        public let name: String
        /// Nil for a column that was left out: it depends on others, or did once separated observations were.
        public let estimate: Double?
        /// Dyadic-robust.
        public let standardError: Double?
    }

    /// An observation with a value that does not enter the fit, or the comparison.
    public struct LeftOut: Equatable, Sendable {
        public let dyad: Dyad
        /// Nil in a cross-section.
        public let year: Int?
        public let reason: String
    }

    /// Dyad-years (in a cross-section, dyads) that the equation was fitted on; N.
    public let observations: Int
    /// Dyads of the reference class among them.
    public let dyads: Int
    /// The years of the indicator that entered; in a cross-section the years of the covariates.
    public let years: [Int]
    public let isCrossSection: Bool
    public let coefficients: [Coefficient]
    /// 1 - deviance / null deviance; nil when all values are equal.
    public let devianceExplained: Double?
    public let iterations: Int
    /// Observations of the class with a fitted value of zero in the limit; they stay in the comparison.
    public let separated: [LeftOut]
    /// Observations without covariates or without a prediction, of the class and of other dyads.
    public let leftOut: [LeftOut]
    /// As in `CoefficientCovariance`.
    public let clippedEigenvalues: [Double]
}
