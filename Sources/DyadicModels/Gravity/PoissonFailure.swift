/// Why a Poisson regression has no answer.
public enum PoissonFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// A covariate, an offset or an outcome is infinite or not a number.
    case notFinite
    /// Poisson pseudo-maximum likelihood needs outcomes of zero or more.
    case negativeOutcome(observation: Int)
    /// No outcome is above zero, so that every fitted value would be zero.
    case allZero
    /// No covariate varies over the observations that are left.
    case noColumns
    /// The weighted covariates are dependent to working precision.
    case singular
    case notConverged(iterations: Int)
    /// Whether some observations are separated did not come out within the iterations allowed.
    case separationUndecided(iterations: Int)

    public var description: String {
        switch self {
        case .notFinite: "a covariate, an offset or an outcome is not a finite number"
        case .negativeOutcome(let observation): "the outcome of observation \(observation + 1) is below zero"
        case .allZero: "every outcome is zero, so that nothing can be expected of anyone"
        case .noColumns: "no covariate is left"
        case .singular: "the weighted covariates are dependent to working precision"
        case .notConverged(let iterations):
            "the Poisson regression did not converge in \(iterations) iterations"
        case .separationUndecided(let iterations):
            "the search for separated observations did not converge in \(iterations) iterations"
        }
    }
}
