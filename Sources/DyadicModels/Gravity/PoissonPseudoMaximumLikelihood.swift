import Foundation
public import LinearAlgebra

/// Poisson pseudo-maximum likelihood: E(y) = exp(x'b + offset), fitted by the first-order conditions of the Poisson
/// likelihood, sum (y - mu) x = 0 (Santos Silva & Tenreyro 2006, The Log of Gravity).
///
/// Outcomes need not be whole, and nothing is assumed of their variance; consistency needs the mean to be right.
/// With a constant (or a full set of effects) among the columns the fitted values sum to the outcomes (in each
/// group of the effects). Coefficients move with the units of a column; fitted values do not.
///
/// **Separation.** An observation is separated when a combination of the columns is zero wherever y > 0, nowhere
/// negative, and above zero for it: then the likelihood rises without end as its fitted value goes to zero
/// (Santos Silva & Tenreyro 2010; Correia, Guimarães & Zylkin 2019). Such observations are left out, their fitted
/// value is 0, and they are named.
///
/// **Collinearity.** Columns that depend on columns before them are left out and named.
public struct PoissonPseudoMaximumLikelihood: Sendable {
    /// One a column; nil for columns that were left out.
    public let coefficients: [Double?]
    /// The columns with a coefficient, ascending; q of them.
    public let keptColumns: [Int]
    /// Columns that depend on columns before them over all observations.
    public let collinearColumns: [Int]
    /// Columns that do so only once separated observations are left out.
    public let columnsLostToSeparation: [Int]
    /// Observations whose fitted value is zero in the limit, ascending.
    public let separatedObservations: [Int]
    /// The other observations, ascending; n of them.
    public let usedObservations: [Int]
    /// One an observation; 0 for separated ones.
    public let fitted: [Double]
    /// 2 sum [y log(y / mu) - (y - mu)] over the used observations.
    public let deviance: Double
    /// The deviance of the model with a constant (and the offset) alone, over the same observations.
    public let nullDeviance: Double
    /// Steps of iteratively reweighted least squares.
    public let iterations: Int

    /// n x q: the used observations on the kept columns.
    let design: Matrix
    /// y - mu of the used observations.
    let residuals: [Double]
    /// Fitted values of the used observations.
    let means: [Double]
    /// The left-out columns as combinations of the kept ones on the used observations; one row a left-out column.
    private let dependence: [(column: Int, combination: [Double])]

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - outcome: N values of zero or more.
    ///   - design: N x p; a constant is a column like any other.
    ///   - offset: N known terms of the linear predictor; none by default.
    ///   - maximumIterations: steps after which the fit is given up as `PoissonFailure.notConverged`; at least 1.
    /// - Throws: `PoissonFailure`.
    public init(
        outcome: [Double], design: Matrix, offset: [Double]? = nil, maximumIterations: Int = 100
    ) throws(PoissonFailure) {
        precondition(outcome.count == design.rows, "one outcome an observation is needed")
        precondition(offset.map { $0.count == design.rows } ?? true, "one offset an observation is needed")
        guard design.isFinite, outcome.allSatisfy(\.isFinite), (offset ?? []).allSatisfy(\.isFinite) else {
            throw .notFinite
        }
        if let negative = outcome.firstIndex(where: { $0 < 0 }) {
            throw .negativeOutcome(observation: negative)
        }
        guard outcome.contains(where: { $0 > 0 }) else { throw .allZero }

        let separated = try findSeparated(outcome: outcome, design: design)
        let isSeparated = Set(separated)
        let used = outcome.indices.filter { !isSeparated.contains($0) }
        let remaining = design.selecting(rows: used)
        let independent = try design.independent()
        let kept = separated.isEmpty ? independent : try remaining.independent()
        guard !kept.isEmpty else { throw .noColumns }
        let chosen = remaining.selecting(columns: kept)
        let usedOutcome = used.map { outcome[$0] }
        let usedOffset = used.map { offset?[$0] ?? 0 }
        let iteration = try PoissonIteration(
            outcome: usedOutcome, design: chosen, offset: usedOffset, maximumIterations: maximumIterations)

        var coefficients = [Double?](repeating: nil, count: design.columns)
        for (position, column) in kept.enumerated() {
            coefficients[column] = iteration.coefficients[position]
        }
        var fitted = [Double](repeating: 0, count: outcome.count)
        for (position, observation) in used.enumerated() { fitted[observation] = iteration.means[position] }
        self.coefficients = coefficients
        self.fitted = fitted
        keptColumns = kept
        let isKept = Set(kept)
        let isIndependent = Set(independent)
        let leftOut = (0..<design.columns).filter { !isKept.contains($0) }
        collinearColumns = leftOut.filter { !isIndependent.contains($0) }
        columnsLostToSeparation = leftOut.filter { isIndependent.contains($0) }
        separatedObservations = separated
        usedObservations = used
        deviance = iteration.deviance
        iterations = iteration.iterations
        self.design = chosen
        means = iteration.means
        residuals = zip(usedOutcome, iteration.means).map { $0 - $1 }
        let total = usedOutcome.reduce(0, +)
        let offsetShift = usedOffset.max() ?? 0
        let weights = usedOffset.map { exp($0 - offsetShift) }
        let weight = weights.reduce(0, +)
        nullDeviance = poissonDeviance(outcome: usedOutcome, means: weights.map { total * $0 / weight })
        do {
            let factors = try PivotedQR(of: chosen)
            dependence = leftOut.map { ($0, factors.leastSquares(remaining.column($0))) }
        } catch {
            throw .notFinite
        }
    }

    /// The share of the null deviance that the columns explain; nil when there is none to explain.
    public var devianceExplained: Double? { nullDeviance > 0 ? 1 - deviance / nullDeviance : nil }

    /// The linear predictor x'b for covariates of any observation, in the columns of the design.
    ///
    /// Nil when left-out columns would matter: a new observation that breaks the dependence which made a column
    /// superfluous has no prediction.
    public func linearPredictor(_ covariates: [Double]) -> Double? {
        precondition(covariates.count == coefficients.count, "one covariate a column is needed")
        let kept = keptColumns.map { covariates[$0] }
        for (column, combination) in dependence {
            let terms = zip(kept, combination).map { $0 * $1 }
            let size = abs(covariates[column]) + terms.reduce(0) { $0 + abs($1) }
            guard abs(covariates[column] - terms.reduce(0, +)) <= 1e-8 * size else { return nil }
        }
        return zip(keptColumns, kept).reduce(0) { $0 + (coefficients[$1.0] ?? 0) * $1.1 }
    }
}

extension Matrix {
    /// `independentColumns` with the failure of this module.
    func independent() throws(PoissonFailure) -> [Int] {
        do { return try independentColumns() } catch { throw .notFinite }
    }

    func selecting(rows chosen: [Int]) -> Matrix {
        Matrix(rows: chosen.count, columns: columns) { self[chosen[$0], $1] }
    }

    func selecting(columns chosen: [Int]) -> Matrix {
        Matrix(rows: rows, columns: chosen.count) { self[$0, chosen[$1]] }
    }
}
