import Distributions
public import Dyads
import Foundation
import LinearAlgebra

/// What pairs of that size and distance would be expected to have of one indicator in a window, and what they have.
///
/// For annual indicators the dyad-years of the reference class are regressed by Poisson pseudo-maximum likelihood
/// (Santos Silva & Tenreyro 2006) on the logarithms of the products of GDPs and of populations, the logarithm of
/// distance, contiguity by land and by water, and effects of years; for snapshots and dated counts the dyads are, on
/// the means of the same covariates over the window's years (a snapshot's dates) and a constant. The expected
/// window value is that of the fitted values under the indicator's operator over years, and is compared with
/// the observed window value of the *same* dyad-years: those without covariates are in neither.
///
/// Pairs outside the class are predicted with the class's coefficients. Changing the unit of the indicator, of GDP,
/// of population or of distance changes no ratio. The intervals hold the uncertainty of the coefficients only, not
/// that of a single pair's value: a pair without anything to its credit has the ratio 0 and the interval [0, 0].
public struct GravityExposure: Sendable {
    /// A pair's expected and observed value.
    public struct Comparison: Equatable, Sendable {
        /// The window value of the fitted values, above zero.
        public let expected: Double
        /// The window value of the observations that have covariates.
        public let observed: Double
        /// The standard error of log(expected), by the delta method from the dyadic-robust covariance.
        public let standardErrorOfLog: Double
        /// The years compared; empty in a cross-section.
        public let years: [Int]

        /// Observed over expected.
        public var ratio: Double { observed / expected }

        /// 95 %: ratio * exp(-+ 1.96 standard errors). An end beyond the range of numbers is their largest.
        public var interval: ClosedRange<Double> {
            // The width may be beyond that range itself, and nothing times it would be no number.
            guard ratio > 0 else { return 0...0 }
            let width = (StandardNormal.quantile(0.975) ?? 0) * standardErrorOfLog
            let upper = min(ratio * exp(width), .greatestFiniteMagnitude)
            return min(ratio * exp(-width), upper)...upper
        }
    }

    /// A comparison, or why there is none.
    public enum Outcome: Equatable, Sendable {
        case comparison(Comparison)
        case missing(reason: String)

        public var comparison: Comparison? { if case .comparison(let value) = self { value } else { nil } }
    }

    /// One a dyad, in the order in which they were given.
    public let outcomes: [Outcome]
    public let report: GravityReport

    /// Fits the gravity equation of an indicator and compares every dyad with it.
    ///
    /// - Parameters:
    ///   - column: the indicator with its observations, none negative; its operator over years makes window values.
    ///   - window: the first and the last year.
    ///   - dyads: members of the class and others.
    ///   - referenceClass: the dyads that the equation is fitted on; the others are predicted.
    ///   - covariates: sizes, distances and contiguity; what lacks any of them is left out and named in the report.
    ///   - minimumYears: as for window values.
    ///   - undetermined: how dated rows that may lie in the window or not are counted; no matter for series.
    /// - Throws: `Absence` when the indicator does not enter the window or the equation cannot be fitted
    ///   (no convergence, no value above zero, negative values); then there are no numbers at all.
    public init(
        of column: Panel.Column, window: ClosedRange<Int>, dyads: [Dyad], referenceClass: ReferenceClass,
        covariates: Covariates, minimumYears: Int, undetermined: UndeterminedRows = .counted
    ) throws(Absence) {
        let data = try GravityObservations(
            of: column, window: window, dyads: dyads, referenceClass: referenceClass,
            minimumYears: minimumYears, undetermined: undetermined, covariates: covariates)
        let model: PoissonPseudoMaximumLikelihood
        let covariance: CoefficientCovariance
        do {
            let rows = data.members
            model = try PoissonPseudoMaximumLikelihood(
                outcome: rows.map(\.value),
                design: Matrix(rows: rows.count, columns: data.columnNames.count) {
                    data.element(of: rows[$0], column: $1)
                })
            covariance = try model.dyadicRobustCovariance(dyads: rows.map { dyads[$0.dyad] })
        } catch {
            throw Absence("gravity: \(error)")
        }
        let (predicted, unpredicted) = Self.predictions(data, model: model, dyads: dyads)
        let comparisons = GravityComparisons(
            of: data, rows: predicted, columns: model.keptColumns,
            isShare: column.indicator.yearOperator == .shareOfYear,
            isMean: column.indicator.yearOperator == .mean, covariance: covariance)
        let leftOut = data.leftOut + unpredicted
        let reasons = Dictionary(leftOut.map { ($0.dyad, $0.reason) }) { first, _ in first }
        outcomes = dyads.enumerated().map { index, dyad in
            comparisons.outcome(of: index)
                ?? .missing(reason: reasons[dyad] ?? "not observed in the window")
        }
        report = GravityReport(
            data, model: model, covariance: covariance, dyads: dyads, leftOut: leftOut)
    }

    /// All rows with their fitted or predicted value, members first; and those of others without a prediction.
    private static func predictions(
        _ data: GravityObservations, model: PoissonPseudoMaximumLikelihood, dyads: [Dyad]
    ) -> ([GravityComparisons.Row], [GravityReport.LeftOut]) {
        var rows = zip(data.members, model.fitted).map { GravityComparisons.Row(observation: $0, fitted: $1) }
        var unpredicted: [GravityReport.LeftOut] = []
        for other in data.others {
            let covariates = data.columnNames.indices.map { data.element(of: other, column: $0) }
            if let predictor = model.linearPredictor(covariates), exp(predictor).isFinite {
                rows.append(.init(observation: other, fitted: exp(predictor)))
            } else {
                unpredicted.append(
                    .init(
                        dyad: dyads[other.dyad], year: other.year,
                        reason: "the class does not identify a covariate of this pair"))
            }
        }
        return (rows, unpredicted)
    }
}

extension GravityReport {
    fileprivate init(
        _ data: GravityObservations, model: PoissonPseudoMaximumLikelihood,
        covariance: CoefficientCovariance, dyads: [Dyad], leftOut: [LeftOut]
    ) {
        observations = model.usedObservations.count
        self.dyads = Set(model.usedObservations.map { data.members[$0].dyad }).count
        years = data.years
        isCrossSection = data.isCrossSection
        let errors = Dictionary(uniqueKeysWithValues: zip(model.keptColumns, covariance.standardErrors))
        coefficients = data.columnNames.enumerated().map { column, name in
            Coefficient(name: name, estimate: model.coefficients[column], standardError: errors[column])
        }
        devianceExplained = model.devianceExplained
        iterations = model.iterations
        separated = model.separatedObservations.map { observation in
            let row = data.members[observation]
            return LeftOut(
                dyad: dyads[row.dyad], year: row.year,
                reason: "separated: the covariates tell it apart from everything above zero")
        }
        self.leftOut = leftOut
        clippedEigenvalues = covariance.clippedEigenvalues
    }
}
