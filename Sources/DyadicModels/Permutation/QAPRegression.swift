public import WorkPieces
internal import LinearAlgebra

/// Least squares of a dyadic variable on others, tested by permuting states: MRQAP with double semi-partialling
/// (Dekker, Krackhardt & Snijders 2007).
///
/// For predictor k, the residual e of x(k) on the other predictors is permuted like a matrix, and y is regressed on the
/// other predictors and the permuted e; the statistic is the t of its coefficient, which for the permutation that
/// changes nothing is the t of x(k) in the full regression. R squared is tested by permuting y.
///
/// In the simulations of Dekker et al. this method and that of Freedman & Lane were the most robust of five, and all five
/// did better with a pivotal statistic such as t. All lost their level under extreme skewness together with a strong
/// confounder. It is exact in none of these cases, and t is a yardstick here, not a statistic with Student's distribution.
public struct QAPRegression: Sendable {
    /// One predictor.
    public struct Coefficient: Hashable, Sendable {
        public let name: String
        public let estimate: Double
        /// The usual one of least squares, as if pairs were independent.
        public let standardError: Double
        /// Of t = estimate / standard error.
        public let test: PermutationTest
    }

    /// The pairs that all variables observe.
    public let pairs: Int
    /// Pairs less coefficients, the intercept among them.
    public let degreesOfFreedom: Int
    public let intercept: Double
    /// In the order of the predictors.
    public let coefficients: [Coefficient]
    /// R squared with its permutations of y; `pAtLeast` tests the regression as a whole.
    public let rSquared: PermutationTest

    /// Fits and tests; every permutation serves all statistics.
    ///
    /// A permutation costs one pass over the pairs for each predictor and each pair of predictors, when nothing is
    /// missing (Frisch & Waugh 1933). With missing pairs, permuted values are used where they and the fixed ones are
    /// observed, and every permutation is a regression of its own on those pairs.
    ///
    /// - Throws: `Absence` when there is no predictor, the numbers of states differ, pairs are too few, a variable does
    ///   not vary or a predictor depends on others, or the predictors explain everything.
    public init(
        of outcome: DyadicVariable, on predictors: [(name: String, variable: DyadicVariable)],
        plan: PermutationPlan, work: Work = Work()
    ) throws(Absence) {
        let design = try QAPDesign(outcome: outcome, predictors: predictors)
        pairs = design.rows.count
        degreesOfFreedom = design.degreesOfFreedom
        let permutations = StatePermutations(states: outcome.states, plan: plan)
        let observed = design.partials.map(\.statistic) + [design.rSquared]
        let tests =
            design.isComplete
            ? try CompleteRegressionUnderPermutation(design).tests(
                observed: observed, permutations: permutations, work: work)
            : try IncompleteRegressionUnderPermutation(design).tests(
                observed: observed, permutations: permutations, work: work)
        var (coefficients, intercept): ([Coefficient], Double) = ([], design.outcomeCentre)
        for (index, partial) in design.partials.enumerated() {
            let unit = design.outcomeScale / design.scales[index]
            let estimate = partial.coefficient * unit
            intercept -= estimate * design.centres[index]
            coefficients.append(
                Coefficient(
                    name: predictors[index].name, estimate: estimate,
                    standardError: partial.standardError * unit, test: tests[index]))
        }
        self.coefficients = coefficients
        self.intercept = intercept
        rSquared = tests[observed.count - 1]
    }
}
