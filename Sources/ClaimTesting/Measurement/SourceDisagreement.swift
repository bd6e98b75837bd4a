public import DyadicModels
public import Dyads
import Foundation

/// How two independent records of one thing disagree over dyads, and what that says about the error of each.
///
/// Model: source a records x(a,ij) = m(ij) exp(s (z(a,i) + z(a,j)) + t z(a,ij)) for the dyad ij, with standard normal z that
/// are independent of each other and between sources. The log ratio of two sources, each over its mean of the class, is
/// then c + u(i) + u(j) + v(ij) with variances 2 s^2 of u and 2 t^2 of v: the disagreement is shared equally between the two.
///
/// Variances by fitting constants (Henderson 1953, method 3; Searle, Casella & McCulloch 1992): with N dyads, r
/// the rank of the N x n incidence D of states, R1 what least squares on D leaves and R0 the sum of squares about the
/// mean, var v = R1 / (N - r) and var u = (R0 - (N - 1) var v) / (2 N - sum d(i)^2 / N), d(i) the dyads of state i; a negative
/// var u becomes 0, and var v then R0 / (N - 1). Unbiased before that. Where N = r states and dyads cannot be told apart
/// and everything is laid on dyads.
///
/// Only dyads on which both sources record more than zero have a ratio: zeros are counted and say nothing here, so that
/// overlooking a relation altogether is not measured. A source that is biased alike for all dyads is not found out.
public struct SourceDisagreement: Hashable, Sendable {
    /// One dyad that both sources record.
    public struct Line: Hashable, Sendable {
        public let dyad: Dyad
        public let values: [Double]
        /// log of the first over its mean less log of the second over its mean.
        public let logRatio: Double
    }

    /// The names of the two sources.
    public let sources: [String]
    public let lines: [Line]
    /// Dyads that one source records as zero, that both do, and that either does not observe.
    public let zeroInOne: Int
    public let zeroInBoth: Int
    public let missing: Int
    /// States of the lines.
    public let states: Int
    /// N - r; 0 when states and dyads cannot be told apart.
    public let degreesOfFreedom: Int
    /// The mean c and the variance (N - 1 in the denominator) of the log ratios.
    public let meanLogRatio: Double
    public let variance: Double
    /// Variances of u and of v.
    public let stateVariance: Double
    public let dyadVariance: Double

    /// What the disagreement says about each of the two sources.
    public var error: ReportingError {
        ReportingError(
            stateSigma: (stateVariance / 2).squareRoot(), dyadSigma: (dyadVariance / 2).squareRoot())
    }

    /// Compares two sources over the dyads of a class.
    ///
    /// - Parameters:
    ///   - dyads: the class, all different.
    ///   - first: a name for messages, and one value a dyad, finite and not negative; nil for missing.
    ///   - second: as the first, of a record that was made apart from it. Units may differ: each is over its own mean.
    /// - Throws: `Absence` when fewer than three dyads have a ratio, or a value is negative or not finite.
    public init(
        dyads: [Dyad], _ first: (name: String, values: [Double?]), _ second: (name: String, values: [Double?])
    ) throws(Absence) {
        precondition(
            first.values.count == dyads.count && second.values.count == dyads.count, "one value a dyad")
        sources = [first.name, second.name]
        let means = try [first, second].map { source throws(Absence) in
            let observed = source.values.compactMap(\.self)
            guard observed.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
                throw Absence("\(source.name) has a value that is negative or not finite")
            }
            return observed.reduce(0) { $0 + $1 / Double(observed.count) }
        }
        var (lines, one, both, missing): ([Line], Int, Int, Int) = ([], 0, 0, 0)
        for (unit, dyad) in dyads.enumerated() {
            guard let a = first.values[unit], let b = second.values[unit] else {
                missing += 1
                continue
            }
            guard a > 0, b > 0 else {
                if a > 0 || b > 0 { one += 1 } else { both += 1 }
                continue
            }
            lines.append(
                Line(dyad: dyad, values: [a, b], logRatio: log(a / means[0]) - log(b / means[1])))
        }
        guard lines.count >= 3 else {
            throw Absence(
                "\(first.name) and \(second.name) both record more than zero for \(lines.count) dyads; three are needed"
            )
        }
        (self.lines, zeroInOne, zeroInBoth, self.missing) = (lines, one, both, missing)
        let fit = try TwoWayVariance(lines.map { ($0.dyad, $0.logRatio) })
        states = fit.states
        degreesOfFreedom = fit.degreesOfFreedom
        meanLogRatio = fit.mean
        variance = fit.variance
        stateVariance = fit.stateVariance
        dyadVariance = fit.dyadVariance
    }
}
